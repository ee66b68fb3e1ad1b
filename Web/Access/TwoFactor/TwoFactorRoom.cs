using Microsoft.AspNetCore.Identity;
using Web.Access.SignIn;

namespace Web.Access.TwoFactor;

internal static class TwoFactorRoom
{
    public static void AddTwoFactor(this IServiceCollection services)
    {
        services.AddSingleton<FactorSecrets>();
        services.AddScoped<CodeCheck>();
        services.AddScoped<FirstStepCookie>();
        services.AddScoped<SecondFactorAttempt>();
        services.AddScoped<ProofAttempt>();
        services.AddScoped<OwnFactors>();
        services.AddScoped<Readiness>();
        services.AddScoped<FactorLetters>();
        services.AddScoped<FactorReset>();
        services.AddScoped<PasskeyCheck>();
        services.AddScoped<PasskeyAttempt>();
        services.Configure<IdentityPasskeyOptions>(PasskeyRules.Apply);
    }
}
