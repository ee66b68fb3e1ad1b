using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Tenancy;

/// <summary>What a company has bought: seats, a trial's end, and how much of anything else.</summary>
public sealed class Plan
{
    /// <summary>What a new company may try, and for how long.</summary>
    public const int TrialSeats = 10, TrialDays = 14;

    private Plan()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>As prices know it: <c>trial</c>, <c>enterprise</c>. The door hears of a change by itself.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How many people may work at once; null when there is no limit.</summary>
    public int? Seats { get; private set; }

    public DateTimeOffset? TrialEndsAt { get; private set; }

    /// <summary>Numbers by name, a JSON object: <c>{"api_calls":20000}</c>. What is not named has no limit.</summary>
    public string Entitlements { get; private set; } = "{}";

    public static Plan Of(Tenant tenant, DateTimeOffset now)
    {
        var trial = tenant is { Demo: false, Plan: "trial" };
        return new Plan
        {
            Id = Guid.CreateVersion7(now), Name = tenant.Plan, Seats = tenant.Demo ? null : TrialSeats, TrialEndsAt = trial ? now.AddDays(TrialDays) : null,
        };
    }

    /// <summary>What was bought counts from now on.</summary>
    public void Change(string name, int? seats, DateTimeOffset? trialEndsAt = null) => (Name, Seats, TrialEndsAt) = (name, seats, trialEndsAt);

    /// <summary>How much of something the plan allows; null when there is no limit.</summary>
    public long? Allows(string entitlement)
    {
        using var numbers = JsonDocument.Parse(Entitlements);
        return numbers.RootElement.TryGetProperty(entitlement, out var number) ? number.GetInt64() : null;
    }
}

internal sealed class PlanTable : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.KeyedInTenant("plans");
        builder.Property(plan => plan.Entitlements).HasColumnType("jsonb");
    }
}

public static class PlanOfCompany
{
    extension(AppDb db)
    {
        public DbSet<Plan> Plans => db.Set<Plan>();

        /// <summary>
        /// The plan, its row locked until the unit of work ends: whoever gives or takes a seat, or changes who is who, waits here first
        /// and so decides by what is committed.
        /// </summary>
        public Task<Plan> HoldPlanAsync(CancellationToken cancellation) =>
            db.Plans.FromSql($"select * from app.plans where tenant_id = {db.TenantId} for update").SingleAsync(cancellation);
    }
}
