using Web.Kernel;
using Web.Ui;

namespace Web.Access.Risk;

internal static class RiskRoom
{
    public static void AddRisk(this IServiceCollection services)
    {
        services.AddSettingsPlace(SettingsGroup.Trust, "/settings/risk", typeof(RiskTexts), "Title", Permission.SecurityManage);
        services.AddSingleton<Reputation>();
        services.AddSingleton<Bursts>();
        services.AddScoped<RiskReading>().AddScoped<DeviceCookie>().AddScoped<RiskLetters>().AddScoped<Admission>();
    }
}
