using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.Company;

/// <summary>Whom a company lets begin a session or go on with one, as its own row says in the unit of work that would do so.</summary>
internal static class CompanyDoor
{
    /// <returns>The code of the sentence that says why not; null: they come in.</returns>
    public static async Task<string?> ShutForAsync(this AppDb db, Role role, DateTimeOffset now, CancellationToken cancellation)
    {
        var company = await db.CompanyAsync(hold: false, cancellation);
        if (company.Status == TenantStatus.Suspended) return "tenant_suspended";
        return Admits(company.Status, company.EraseAt, role, now) ? null : "tenant_closing";
    }

    /// <exception cref="RefusalException">403: the company is being closed, or suspended.</exception>
    public static async Task MustBeOpenForAsync(this AppDb db, Role role, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.ShutForAsync(role, now, cancellation) is { } code) throw new RefusalException(403, code);
    }

    /// <summary>Whether somebody who is in may stay.</summary>
    public static bool Keeps(this Tenant company, Role role, DateTimeOffset now) =>
        company.Status is TenantStatus.Active or TenantStatus.Closing && Admits(company.Status, company.EraseAt, role, now);

    private static bool Admits(TenantStatus status, DateTimeOffset? eraseAt, Role role, DateTimeOffset now) =>
        status != TenantStatus.Closing || (role == Role.Owner && eraseAt > now);
}
