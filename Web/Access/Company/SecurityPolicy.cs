using Web.Access.Teams;
using Web.Access.TwoFactor;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Company;

/// <summary>What a company asks of everybody's sign-in, and whose records members see.</summary>
public sealed record SecurityPolicy
{
    public bool TwoFactorRequired { get; set; }

    /// <summary>How many days people have to set one up, 0 to 90.</summary>
    public int GraceDays { get; set; }

    /// <summary>How long a sign-in may last; null: as long as the product lets it.</summary>
    public int? SessionHours { get; set; }

    /// <summary>How long it may lie idle.</summary>
    public int? IdleMinutes { get; set; }

    /// <summary>Whose records members see: <c>all</c>, <c>team</c> or <c>own</c>.</summary>
    public string? RecordSight { get; set; }

    internal static SecurityPolicy Of(SecurityRules rules, string sight) => new()
    {
        TwoFactorRequired = rules.TwoFactorRequired, GraceDays = rules.GraceDays, SessionHours = rules.SessionHours, IdleMinutes = rules.IdleMinutes, RecordSight = sight,
    };

    internal async Task<IReadOnlyList<Fault>> FaultsAsync(string prefix, AppDb db, Guid member, CancellationToken cancellation)
    {
        List<Fault> faults = [];
        void Within(string field, int? number, int least, int most)
        {
            if (number is { } n && (n < least || n > most)) faults.Add(new Fault(prefix + field, "out_of_range", least, most));
        }
        Within("grace_days", GraceDays, 0, SecurityRules.MostGraceDays);
        Within("session_hours", SessionHours, 1, SecurityRules.MostSessionHours);
        Within("idle_minutes", IdleMinutes, SecurityRules.LeastIdleMinutes, SecurityRules.MostIdleMinutes);
        if (!TeamsPage.Sights.Contains(RecordSight)) faults.Add(new Fault(prefix + "record_sight", "not_one_of", string.Join(", ", TeamsPage.Sights)));
        if (TwoFactorRequired && !await db.HasSecondFactorAsync(member, cancellation)) faults.Add(new Fault(prefix + "two_factor_required", "second_factor_missing"));
        return faults;
    }

    internal async Task ApplyAsync(AppDb db, SecurityRules? rules, string sight, DateTimeOffset now, CancellationToken cancellation)
    {
        rules ??= db.SecurityRules.Add(SecurityRules.Begin(now)).Entity;
        rules.RequireTwoFactor(TwoFactorRequired, (short)GraceDays, now);
        rules.LimitSessions(SessionHours, IdleMinutes, now);
        await db.SaveChangesAsync(cancellation);
        if (sight != RecordSight) await db.ChangeRecordSightAsync(sight, RecordSight!, now, cancellation);
    }
}
