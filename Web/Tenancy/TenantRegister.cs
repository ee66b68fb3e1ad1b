using Microsoft.EntityFrameworkCore;
using Web.Data;

namespace Web.Tenancy;

public static class TenantRegister
{
    /// <summary>Writes the row of a new tenant and its plan's, inside that tenant's own unit of work.</summary>
    public static async Task AddTenantAsync(this AppDb db, Tenant tenant, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into app.tenants (tenant_id, slug, name, status, locale, time_zone, currency, fiscal_year_start, plan, brand_colour, demo)
             values ({tenant.Id}, {tenant.Slug}, {tenant.Name}, {tenant.Status.ToString().ToLowerInvariant()}, {tenant.Locale}, {tenant.TimeZone}, {tenant.Currency},
                     {(short)tenant.FiscalYearStart}, {tenant.Plan}, {tenant.BrandColour}, {tenant.Demo})
             """, cancellation);
        var plan = Plan.Of(tenant, DateTimeOffset.UtcNow);
        await db.Database.ExecuteSqlAsync(
            $"insert into app.plans (tenant_id, id, name, seats, trial_ends_at) values ({tenant.Id}, {plan.Id}, {plan.Name}, {plan.Seats}, {plan.TrialEndsAt})", cancellation);
    }

    /// <summary>Somebody opened the link in the letter: the entered company is there from now on.</summary>
    public static Task ProveTenantAsync(this AppDb db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"update app.tenants set status = 'active' where tenant_id = {db.TenantId} and status = 'unproven'", cancellation);

    /// <summary>Erases the entered company with everything in it, if it is unproven for seven days.</summary>
    public static Task EraseUnprovenAsync(this AppDb db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"select app.erase_unproven()", cancellation);
}

/// <summary>Gives a new company what it starts with; a room that has something to give provides it.</summary>
public interface IFurnishes
{
    /// <summary>In the unit of work that makes the company.</summary>
    void Furnish(AppDb db, Tenant tenant, DateTimeOffset now);
}
