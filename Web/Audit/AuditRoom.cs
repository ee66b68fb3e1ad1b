using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Web.Audit;

public static class AuditRoom
{
    /// <summary>What happened, by whom, written with the change itself.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<ISaveChangesInterceptor, ChangeRecorder>();
        services.AddSingleton<LateEntries>();
        services.AddHostedService(provider => provider.GetRequiredService<LateEntries>());
        return services;
    }
}
