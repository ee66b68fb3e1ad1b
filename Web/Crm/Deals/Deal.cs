using Web.Audit;
using Web.Kernel;

namespace Web.Crm.Deals;

public enum DealStatus { Open, Won, Lost }

/// <summary>Something we hope to sell: it moves from stage to stage until it is won or lost.</summary>
public sealed partial class Deal : CrmRecord
{
    private readonly List<StageStep> history = [];

    private Deal()
    {
    }

    public string Name { get; private set; } = "";
    public Guid? AccountId { get; private set; }
    public Guid PipelineId { get; private set; }
    public Guid StageId { get; private set; }
    public long? AmountMinor { get; private set; }
    public string Currency { get; private set; } = "";
    /// <summary>In percent: the stage's, unless somebody knows better.</summary>
    public short Probability { get; private set; }
    public DateOnly? ExpectedCloseOn { get; private set; }
    public DealStatus Status { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public string? LostReason { get; private set; }
    public string? NextStep { get; private set; }
    public DateOnly? NextStepOn { get; private set; }
    /// <summary>The place in its stage's column on the board.</summary>
    [NotRecorded] public string Rank { get; private set; } = "";
    [NotRecorded] public DateTimeOffset StageEnteredAt { get; private set; }
    [NotRecorded] public DateOnly CreatedOn { get; private init; }
    [NotRecorded] public string SortKey { get; private init; } = "";

    /// <summary>The steps taken in this unit of work; those before only once loaded.</summary>
    public IReadOnlyList<StageStep> History => history;

    public override string EntityName => "deal";

    public Money? Amount => AmountMinor is { } minor ? new Money(minor, Currency) : null;

    /// <summary>The amount times the probability.</summary>
    public Money? Weighted => AmountMinor is { } minor ? new Money((long)Math.Round(minor * Probability / 100m, MidpointRounding.AwayFromZero), Currency) : null;

    public bool IsOpen => Status == DealStatus.Open;

    /// <param name="rank">Its place in the column; see <see cref="Board"/>.</param>
    /// <param name="currency">The currency of all its money, now and later.</param>
    /// <exception cref="RefusalException">422: the name is missing or too long.</exception>
    public static Deal Open(string name, Stage stage, string rank, string currency, Guid? owner, Moment now)
    {
        var deal = new Deal
        {
            Id = Guid.CreateVersion7(now.At),
            CreatedAt = now.At,
            CreatedOn = now.Today,
            PipelineId = stage.PipelineId,
            StageId = stage.Id,
            Probability = stage.Probability,
            Rank = rank,
            StageEnteredAt = now.At,
            Currency = currency,
            OwnerId = owner,
        };
        deal.Rename(name, now);
        deal.Step(StepKind.Opened, null, now);
        return deal;
    }

    /// <exception cref="RefusalException">422: the name is missing or too long.</exception>
    public void Rename(string? name, Moment now)
    {
        new Check().Required("name", name).NoLonger("name", name, 200).Throw();
        Name = name!.Trim();
        Touch(now);
    }

    /// <summary>Stands the deal in a stage, at a place; within its own stage this only changes the order.</summary>
    /// <exception cref="RefusalException">409: the deal is closed.</exception>
    public void MoveTo(Stage stage, string rank, Moment now)
    {
        MustBeOpen();
        Rank = rank;
        if (stage.Id == StageId) return;
        var from = StageId;
        (PipelineId, StageId, Probability, StageEnteredAt) = (stage.PipelineId, stage.Id, stage.Probability, now.At);
        Step(StepKind.Moved, from, now);
        Touch(now, "stage_changed");
    }

    /// <param name="on">The day of the order, when it is not today.</param>
    /// <exception cref="RefusalException">409: it is closed already. 422: the day lies in the future.</exception>
    public void Win(Moment now, DateOnly? on = null)
    {
        Close(DealStatus.Won, 100, on, now);
        Step(StepKind.Won, StageId, now);
        Touch(now, "won");
    }

    /// <exception cref="RefusalException">409: it is closed already. 422: no reason is given, or the day lies in the future.</exception>
    public void Lose(string? reason, Moment now, DateOnly? on = null)
    {
        new Check().Required("lost_reason", reason).NoLonger("lost_reason", reason, 200).Throw();
        Close(DealStatus.Lost, 0, on, now);
        LostReason = reason!.Trim();
        Step(StepKind.Lost, StageId, now);
        Touch(now, "lost");
    }

    /// <summary>Puts a closed deal back where it stood.</summary>
    /// <exception cref="RefusalException">409: it is open.</exception>
    public void Reopen(Stage stage, string rank, Moment now)
    {
        if (IsOpen) throw new RefusalException(409, "deal_open_already");
        var from = StageId;
        (Status, ClosedOn, LostReason) = (DealStatus.Open, null, null);
        (PipelineId, StageId, Probability, Rank, StageEnteredAt) = (stage.PipelineId, stage.Id, stage.Probability, rank, now.At);
        Step(StepKind.Reopened, from, now);
        Touch(now, "reopened");
    }

    private void Close(DealStatus status, short probability, DateOnly? on, Moment now)
    {
        MustBeOpen();
        new Check().That(on is null || on <= now.Today, "closed_on", "not_in_the_future").Throw();
        (Status, Probability, ClosedOn) = (status, probability, on ?? now.Today);
        (NextStep, NextStepOn) = (null, null);
    }

    private void MustBeOpen()
    {
        if (!IsOpen) throw new RefusalException(409, "deal_closed");
    }

    private void Step(StepKind kind, Guid? from, Moment now) => history.Add(StageStep.Take(Id, kind, from, StageId, now));
}
