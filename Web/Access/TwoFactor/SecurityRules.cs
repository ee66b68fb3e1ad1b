using Web.Audit;
using Web.Data;

namespace Web.Access.TwoFactor;

/// <summary>What a company asks of everybody's sign-in. Without a row: nothing beyond the password.</summary>
public sealed class SecurityRules : IRecorded, IRemembered
{
    public const int MostGraceDays = 90, MostSessionHours = 2160, LeastIdleMinutes = 15, MostIdleMinutes = 43_200;

    private SecurityRules()
    {
    }

    public Guid Id { get; private init; }
    public bool TwoFactorRequired { get; private set; }
    public short GraceDays { get; private set; } = 14;
    public DateTimeOffset? RequiredSince { get; private set; }
    /// <summary>How long a sign-in may last; null: as long as the product lets it.</summary>
    public int? SessionHours { get; private set; }
    /// <summary>How long it may lie idle.</summary>
    public int? IdleMinutes { get; private set; }
    [NotRecorded] public DateTimeOffset UpdatedAt { get; private set; }

    string IRecorded.EntityName => "security_rules";
    string IRecorded.EventCategory => "security";

    /// <summary>Of a company that has decided nothing.</summary>
    internal static SecurityRules None { get; } = new();

    public static SecurityRules Begin(DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), UpdatedAt = now };

    /// <summary>The days count from when the rule began, or from when somebody joined after that.</summary>
    public void RequireTwoFactor(bool required, short graceDays, DateTimeOffset now) =>
        (TwoFactorRequired, GraceDays, RequiredSince, UpdatedAt) = (required, graceDays, required ? RequiredSince ?? now : null, now);

    public void LimitSessions(int? hours, int? idleMinutes, DateTimeOffset now) => (SessionHours, IdleMinutes, UpdatedAt) = (hours, idleMinutes, now);

    /// <summary>Whether a session that began and was used last at these moments may go on.</summary>
    public bool Allow(DateTimeOffset began, DateTimeOffset lastUsed, DateTimeOffset now) =>
        (SessionHours is not { } hours || now < began.AddHours(hours)) && (IdleMinutes is not { } minutes || now < lastUsed.AddMinutes(minutes));

    /// <summary>When a member who has no second factor yet must have one; null: never.</summary>
    public DateTimeOffset? DueFor(DateTimeOffset joined) =>
        RequiredSince is { } since ? (since > joined ? since : joined).AddDays(GraceDays) : null;
}
