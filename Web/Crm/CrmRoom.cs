using Microsoft.EntityFrameworkCore.Diagnostics;
using Web.Access.Start;
using Web.Crm.Accounts;
using Web.Crm.Bin;
using Web.Crm.Contacts;
using Web.Crm.Deals;
using Web.Crm.Notes;
using Web.Crm.Tasks;
using Web.Crm.Timeline;
using Web.Jobs;
using Web.Semantics;
using Web.Tenancy;
using Web.Ui;

namespace Web.Crm;

public static class CrmRoom
{
    /// <summary>Accounts, contacts, deals, tasks, notes.</summary>
    public static IServiceCollection AddCrm(this IServiceCollection services)
    {
        services.AddScoped(Moment.OfRequest);
        services.AddScoped<Deals.BoardAnswer>();
        services.AddSingleton<IDatasetProvider, CrmDatasets>();
        services.AddSingleton<ISaveChangesInterceptor, DealNews>();
        services.AddSingleton(DealNews.Topic);
        services.AddScoped<RecordBin>().AddJob<RecordSweep>(RecordSweep.Kind);
        services.AddSingleton<Access.Members.IHandsOver, RecordHandover>();
        services.AddSettingsPlace(SettingsGroup.Work, "/settings/pipelines", typeof(CrmTexts), "Pipelines.Title", Kernel.Permission.SettingsManage);
        services.AddSingleton<IFurnishes, FirstPipeline>().AddSingleton<IStartStep, PipelineStep>();
        return services;
    }

    public static void MapCrm(this IEndpointRouteBuilder api)
    {
        api.MapAccounts();
        api.MapContacts();
        api.MapPipelines();
        api.MapDeals();
        api.MapTasks();
        api.MapNotes();
        api.MapTimelines();
        api.MapBin();
    }
}
