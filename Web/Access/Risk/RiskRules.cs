using Web.Audit;

namespace Web.Access.Risk;

/// <summary>What a company does about risk, each from a level on; null: never. Rules only add to what is asked anyway.</summary>
public sealed class RiskRules : IRecorded
{
    private RiskRules()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>A letter to the person and to the owners.</summary>
    public RiskLevel? NotifyFrom { get; private set; }

    /// <summary>More proof than the password.</summary>
    public RiskLevel? AskFrom { get; private set; }

    /// <summary>No sign-in; a session ends.</summary>
    public RiskLevel? RefuseFrom { get; private set; }

    [NotRecorded] public DateTimeOffset UpdatedAt { get; private set; }

    string IRecorded.EntityName => "risk_rules";
    string IRecorded.EventCategory => "security";

    internal static RiskRules None { get; } = new();

    public static RiskRules Begin(DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), UpdatedAt = now };

    public void Set(RiskLevel? notify, RiskLevel? ask, RiskLevel? refuse, DateTimeOffset now) => (NotifyFrom, AskFrom, RefuseFrom, UpdatedAt) = (notify, ask, refuse, now);

    public bool Notifies(RiskLevel level) => level >= NotifyFrom;

    public bool Asks(RiskLevel level) => level >= AskFrom;

    public bool Refuses(RiskLevel level) => level >= RefuseFrom;
}
