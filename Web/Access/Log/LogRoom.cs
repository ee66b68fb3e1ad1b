using Web.Kernel;
using Web.Ui;

namespace Web.Access.Log;

internal static class LogRoom
{
    public static void AddLog(this IServiceCollection services)
    {
        services.AddSettingsPlace(SettingsGroup.Trust, "/settings/audit", typeof(LogTexts), "Title", Permission.AuditRead);
        services.AddScoped<LogExport>();
    }
}
