namespace Web.Crm.Deals;

/// <summary>What a step in a deal's life was.</summary>
public enum StepKind { Opened, Moved, Won, Lost, Reopened }

/// <summary>One step of a deal: where it stood before and after, who took it and when. Never changed.</summary>
public sealed class StageStep
{
    private StageStep()
    {
    }

    public Guid Id { get; private init; }
    public Guid DealId { get; private init; }
    public StepKind Step { get; private init; }
    public Guid? FromStageId { get; private init; }
    public Guid StageId { get; private init; }
    public Guid? MemberId { get; private init; }
    public DateTimeOffset At { get; private init; }

    internal static StageStep Take(Guid deal, StepKind step, Guid? from, Guid to, Moment now) => new()
    {
        Id = Guid.CreateVersion7(now.At),
        DealId = deal,
        Step = step,
        FromStageId = from,
        StageId = to,
        MemberId = now.By,
        At = now.At,
    };
}
