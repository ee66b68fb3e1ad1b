using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Web.Jobs;
using Web.Kernel;
using Web.Operations.Closing;
using Web.Operations.Export;
using Web.Operations.Queue;
using Web.Ui;

namespace Web.Operations;

public static class OperationsRoom
{
    /// <summary>What whoever runs the installation looks at.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddQuietAddresses();
        services.AddSettingsPlace(SettingsGroup.Company, "/settings/jobs", typeof(OperationsTexts), "Jobs.Title", Permission.SettingsManage);
        services.AddSettingsPlace(SettingsGroup.Company, "/settings/mail", typeof(OperationsTexts), "Mail.Title", Permission.SettingsManage);
        services.AddSettingsPlace(SettingsGroup.Trust, "/settings/export", typeof(OperationsTexts), "Export.Title", Permission.TenantDelete);
        services.AddSettingsPlace(SettingsGroup.Trust, "/settings/close", typeof(OperationsTexts), "Close.Title", Permission.TenantDelete);
        services.AddScoped<Exports>().AddScoped<CompanyClosing>().AddScoped<QueueActs>();
        services.AddJob<ExportWork>(ExportWork.Kind).AddJob<ExportExpiryWork>(ExportExpiryWork.Kind);
        return services.AddJob<ClosingNoticeWork>(ClosingNoticeWork.Kind).AddJob<EraseWork>(EraseWork.Kind);
    }

    /// <summary>Long work, and what owners do with the company as a whole.</summary>
    public static void MapOperations(this IEndpointRouteBuilder api)
    {
        api.MapJobs();
        api.MapExports();
    }

    /// <summary>Answers health questions before the door, on every host, bare addresses included.</summary>
    public static IApplicationBuilder UseOperations(this IApplicationBuilder app)
    {
        var live = new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Health.WriteAsync };
        return app.UseHealthChecks("/healthz/live", live).UseHealthChecks("/healthz/ready", new HealthCheckOptions { ResponseWriter = Health.WriteAsync });
    }
}
