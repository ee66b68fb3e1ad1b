using Microsoft.AspNetCore.Identity;
using Web.Access.SignIn;
using Web.Ui;

namespace Web.Access.TwoFactor;

internal static class TwoFactorRoom
{
    public static void AddTwoFactor(this IServiceCollection services)
    {
        services.AddSettingsPlace(SettingsGroup.You, "/settings/security", typeof(TwoFactorTexts), "Security.Title");
        services.AddSettingsPlace(SettingsGroup.You, "/settings/sessions", typeof(TwoFactorTexts), "Sessions.Title");
        services.AddSettingsPlace(SettingsGroup.Company, "/settings/security/rules", typeof(TwoFactorTexts), "Rules.Title", Kernel.Permission.SecurityManage);
        services.AddSingleton<FactorSecrets>();
        services.AddScoped<CodeCheck>();
        services.AddScoped<FirstStepCookie>();
        services.AddScoped<SecondFactorAttempt>();
        services.AddScoped<ProofAttempt>();
        services.AddScoped<OwnProof>();
        services.AddScoped<OwnFactors>();
        services.AddScoped<Readiness>();
        services.AddScoped<FactorLetters>();
        services.AddScoped<FactorReset>();
        services.AddScoped<PasskeyCheck>();
        services.AddScoped<PasskeyAttempt>();
        services.Configure<IdentityPasskeyOptions>(PasskeyRules.Apply);
    }
}
