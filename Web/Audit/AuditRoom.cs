using Microsoft.EntityFrameworkCore.Diagnostics;
using Web.Audit.Chain;
using Web.Jobs;

namespace Web.Audit;

public static class AuditRoom
{
    /// <summary>What happened, by whom, written with the change itself.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<ISaveChangesInterceptor, ChangeRecorder>();
        services.AddSingleton<LateEntries>();
        services.AddHostedService(provider => provider.GetRequiredService<LateEntries>());
        services.AddSingleton<ChainSignature>();
        services.AddScoped<Sealing>().AddScoped<ChainCheck>();
        services.AddJob<SealWork>(SealWork.Kind).AddJob<ExpireWork>(ExpireWork.Kind);
        return services;
    }

    public static IApplicationBuilder UseAudit(this IApplicationBuilder app) => app.UseMiddleware<DenialsNoted>();
}
