using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Web.Operations;

public static class OperationsRoom
{
    /// <summary>What whoever runs the installation looks at.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services;
    }

    /// <summary>Answers health questions before the door, on every host, bare addresses included.</summary>
    public static IApplicationBuilder UseOperations(this IApplicationBuilder app)
    {
        var live = new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Health.WriteAsync };
        return app.UseHealthChecks("/healthz/live", live).UseHealthChecks("/healthz/ready", new HealthCheckOptions { ResponseWriter = Health.WriteAsync });
    }
}
