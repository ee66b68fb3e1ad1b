using Web.Semantics;

namespace Web.Crm;

public static class CrmRoom
{
    /// <summary>Accounts, contacts, deals, tasks, notes.</summary>
    public static IServiceCollection AddCrm(this IServiceCollection services)
    {
        services.AddScoped(Moment.OfRequest);
        services.AddSingleton<IDatasetProvider, CrmDatasets>();
        return services;
    }
}
