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
             insert into app.tenants (tenant_id, slug, name, locale, time_zone, currency, fiscal_year_start, plan, brand_colour, demo)
             values ({tenant.Id}, {tenant.Slug}, {tenant.Name}, {tenant.Locale}, {tenant.TimeZone}, {tenant.Currency},
                     {(short)tenant.FiscalYearStart}, {tenant.Plan}, {tenant.BrandColour}, {tenant.Demo})
             """, cancellation);
        var plan = Plan.Of(tenant, DateTimeOffset.UtcNow);
        await db.Database.ExecuteSqlAsync(
            $"insert into app.plans (tenant_id, id, name, seats, trial_ends_at) values ({tenant.Id}, {plan.Id}, {plan.Name}, {plan.Seats}, {plan.TrialEndsAt})", cancellation);
    }
}
