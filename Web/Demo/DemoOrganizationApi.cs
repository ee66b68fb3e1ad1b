using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Demo;

/// <summary>A new company with sample data for whoever tries the API.</summary>
internal static class DemoOrganizationApi
{
    public static void MapDemoOrganization(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/dev/create-demo-organization", MakeAsync).AllowAnonymous().DisableAntiforgery().WithTags("Development")
            .WithSummary("Make a demo company with sample data");

    private static async Task<Ok<DemoOrganization>> MakeAsync(EnteredTenant entered, DemoCompanies companies, PublicData.DemoDatasets datasets, IServiceScopeFactory scopes, CancellationToken cancellation)
    {
        if (!entered.OnApex) throw RefusalException.NotFound();
        var password = $"demo-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
        var tenant = await companies.MakeSmallAsync(Aoba.Recipe, password, cancellation);
        var loaded = await datasets.LoadAsync(tenant, cancellation);
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var members = await db.Members.AsNoTracking().OrderBy(member => member.Id).ToListAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(new DemoOrganization(
            $"The demo company {tenant.Slug} is ready, with {loaded} public datasets.",
            new DemoTenant(tenant.Id, tenant.Name, tenant.Slug, tenant.Plan),
            [.. members.Select(member => new DemoUser(member.Id, member.Email, member.Role))],
            Enum.GetValues<Role>().ToDictionary(role => role.ToString().ToLowerInvariant(), role => new DemoCredential(members.First(member => member.Role == role).Email, password))));
    }

    internal sealed record DemoOrganization(string Message, DemoTenant Organization, IReadOnlyList<DemoUser> Users, IReadOnlyDictionary<string, DemoCredential> LoginCredentials);

    internal sealed record DemoTenant(Guid Id, string Name, string Slug, string PlanType);

    internal sealed record DemoUser(Guid Id, string Email, Role Role);

    internal sealed record DemoCredential(string Email, string Password);
}
