using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.Sessions;
using Web.Data;
using Web.Insights.Datasets;
using Web.Insights.Datasets.Loading;
using Web.Tenancy;

namespace Web.Demo.PublicData;

/// <summary>Brings the public datasets into a demo company the way anybody uploads theirs, on behalf of its analyst.</summary>
internal sealed class DemoDatasets(IServiceScopeFactory scopes, IHostEnvironment environment, TimeProvider time)
{
    /// <summary>Loads what has never been there; a dataset that somebody removed stays in the bin.</summary>
    /// <returns>How many were loaded.</returns>
    public async Task<int> LoadAsync(Tenant tenant, CancellationToken cancellation)
    {
        var loaded = 0;
        foreach (var sample in Samples.All)
            if (SampleFile.Read(sample.File, environment.ContentRootPath) is { } csv && await LoadAsync(sample, csv, tenant, cancellation)) loaded++;
        return loaded;
    }

    private async Task<bool> LoadAsync(Sample sample, byte[] csv, Tenant tenant, CancellationToken cancellation)
    {
        await using var services = scopes.CreateAsyncScope();
        var scope = services.ServiceProvider.GetRequiredService<TenantScope>();
        services.ServiceProvider.GetRequiredService<EnteredTenant>().Enter(tenant, scope);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        if (!await BecomeAnalystAsync(sample, db, services.ServiceProvider.GetRequiredService<CurrentMember>(), scope, cancellation)) return false;
        var order = new LoadOrder(sample.Key, sample.En, LoadMode.Create, OnError.Skip, sample.File, null);
        var (dataset, _) = await services.ServiceProvider.GetRequiredService<DatasetLoading>().LoadAsync(order, () => new MemoryStream(csv, writable: false), tenant, cancellation);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        dataset.Describe(sample.Dress(dataset.Contract), time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return true;
    }

    private static async Task<bool> BecomeAnalystAsync(Sample sample, AppDb db, CurrentMember member, TenantScope scope, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var analyst = await db.Members.AsNoTracking().Where(one => one.Role == Role.Analyst).OrderBy(one => one.Id).FirstOrDefaultAsync(cancellation);
        var known = analyst is null || await db.UploadedDatasets.IgnoreQueryFilters(["bin"]).AnyAsync(dataset => dataset.Key == sample.Key, cancellation);
        await work.CommitAsync(cancellation);
        if (known) return false;
        member.Be(new SignedIn(analyst!.Id, analyst.Email, analyst.Name, analyst.Role, analyst.Locale, analyst.Theme, Guid.Empty, SessionKind.Program));
        scope.ActAs(analyst.Id);
        return true;
    }
}
