using Web.Audit;
using Web.Data;

namespace Web.Access.TwoFactor;

/// <summary>What a company asks of everybody's sign-in. Without a row: nothing beyond the password.</summary>
public sealed class SecurityRules : IRecorded, IRemembered
{
    public const int MostGraceDays = 90;

    private SecurityRules()
    {
    }

    public Guid Id { get; private init; }
    public bool TwoFactorRequired { get; private set; }
    public short GraceDays { get; private set; } = 14;
    public DateTimeOffset? RequiredSince { get; private set; }
    [NotRecorded] public DateTimeOffset UpdatedAt { get; private set; }

    string IRecorded.EntityName => "security_rules";
    string IRecorded.EventCategory => "security";

    public static SecurityRules Begin(DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), UpdatedAt = now };

    /// <summary>The days count from when the rule began, or from when somebody joined after that.</summary>
    public void RequireTwoFactor(bool required, short graceDays, DateTimeOffset now) =>
        (TwoFactorRequired, GraceDays, RequiredSince, UpdatedAt) = (required, graceDays, required ? RequiredSince ?? now : null, now);

    /// <summary>When a member who has no second factor yet must have one; null: never.</summary>
    public DateTimeOffset? DueFor(DateTimeOffset joined) =>
        RequiredSince is { } since ? (since > joined ? since : joined).AddDays(GraceDays) : null;
}
