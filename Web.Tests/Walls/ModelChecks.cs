using Microsoft.Extensions.DependencyInjection;
using Web.Data;

namespace Web.Tests.Walls;

internal static class ModelChecks
{
    /// <summary>Every query names its tenant: each entity has the named filter, on the tenant of the context that asks.</summary>
    public static async Task EveryEntityIsFilteredAsync(Plot plot)
    {
        await using var services = plot.App.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(plot.People.A.Company.Id);
        var model = services.ServiceProvider.GetRequiredService<AppDb>().Model;
        Assert.All(model.GetEntityTypes().Where(entity => !entity.IsOwned()), entity =>
            Assert.Contains(entity.GetDeclaredQueryFilters(), filter => filter.Key == "tenant" && filter.Expression!.ToString().Contains(".TenantId", StringComparison.Ordinal)));
    }
}
