using System.Text.Json;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>A deal as programs write it.</summary>
internal sealed record DealBody
{
    public string? Name { get; init; }
    public Guid? AccountId { get; init; }
    public IReadOnlyList<DealPerson>? Contacts { get; init; }
    public Guid? PipelineId { get; init; }
    public Guid? StageId { get; init; }
    public Money? Amount { get; init; }
    public int? Probability { get; init; }
    public DateOnly? ExpectedCloseOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public DealStatus? Status { get; init; }
    public string? LostReason { get; init; }
    public string? NextStep { get; init; }
    public DateOnly? NextStepOn { get; init; }
    public IReadOnlyList<QuoteLine>? Lines { get; init; }
    public Guid? OwnerId { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }

    internal static DealBody Of(Deal deal) => new()
    {
        Name = deal.Name,
        AccountId = deal.AccountId,
        Contacts = [.. deal.Contacts.Select(one => new DealPerson(one.ContactId, one.Role))],
        PipelineId = deal.PipelineId,
        StageId = deal.StageId,
        Amount = deal.Amount,
        Probability = deal.Probability,
        ExpectedCloseOn = deal.ExpectedCloseOn,
        ClosedOn = deal.ClosedOn,
        Status = deal.Status,
        LostReason = deal.LostReason,
        NextStep = deal.NextStep,
        NextStepOn = deal.NextStepOn,
        OwnerId = deal.OwnerId,
        Tags = deal.Tags,
        Lines = [.. deal.Lines.OrderBy(line => line.Position).Select(line => QuoteLine.Of(line.Name, line.Quantity, line.UnitPriceMinor, deal.Currency))],
    };
}

internal sealed record DealPerson(Guid ContactId, string? Role = null);

internal sealed record QuoteLine(string? Name, decimal Quantity, Money UnitPrice)
{
    /// <summary>The quantity without the zeros that its column adds.</summary>
    public static QuoteLine Of(string? name, decimal quantity, long priceMinor, string currency) => new(name, quantity / 1.000m, new Money(priceMinor, currency));
}

internal sealed record DealAnswer(
    Guid Id, string Name, Guid? AccountId, IReadOnlyList<DealPerson> Contacts, Guid PipelineId, Guid StageId, Money? Amount, int Probability, DateOnly? ExpectedCloseOn,
    DateOnly? ClosedOn, DealStatus Status, string? LostReason, string? NextStep, DateOnly? NextStepOn, IReadOnlyList<QuoteLine> Lines,
    Guid? OwnerId, IReadOnlyList<string> Tags, JsonElement Custom, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static DealAnswer Of(Deal deal)
    {
        var body = DealBody.Of(deal);
        return Of(deal, body.Contacts!, body.Lines!);
    }

    /// <summary>Of a deal whose people and lines were read beside it.</summary>
    public static DealAnswer Of(Deal deal, IReadOnlyList<DealPerson> contacts, IReadOnlyList<QuoteLine> lines) => new(
        deal.Id, deal.Name, deal.AccountId, contacts, deal.PipelineId, deal.StageId, deal.Amount, deal.Probability, deal.ExpectedCloseOn,
        deal.ClosedOn, deal.Status, deal.LostReason, deal.NextStep, deal.NextStepOn, lines,
        deal.OwnerId, deal.Tags, CustomJson.Of(deal.Custom), deal.CreatedAt, deal.UpdatedAt);
}
