using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using Web.Kernel;
using Web.Ui;

namespace Web.Crm.Deals;

/// <summary>What the board's fragments need beside their columns; every text is fetched before the cards are written.</summary>
public sealed class BoardView(IStringLocalizer<CrmTexts> texts, Days days, Moment now, People people, DealFilter filter, string currency, bool mayWrite)
{
    private readonly string quiet = texts["Board.Quiet"];

    public IReadOnlyList<BoardColumn> Columns { get; init; } = [];
    /// <summary>For every column of the board, also where only some are drawn.</summary>
    public IReadOnlyList<BoardSum> Total { get; init; } = [];
    /// <summary>The stage that a phone shows first.</summary>
    public Guid? Shown { get; init; }
    /// <summary>The columns take the places of those with their ids.</summary>
    public bool Swapped { get; init; }

    public string Unit { get; } = texts["Count"];
    public string Weighted { get; } = texts["Deals.Weighted"];
    public string More { get; } = texts["Board.More"];
    public string MoveLabel { get; } = texts["Board.Move"];
    public string NoAmount { get; } = texts["Deals.NoAmount"];
    public bool MayWrite => mayWrite;

    public string Sums(BoardColumn column) => column.Sums.Count == 0 ? Figures.Whole(new Money(0, currency)) : string.Join(" · ", column.Sums.Select(sum => Figures.Whole(sum.Sum)));

    public string WeightedSums(BoardColumn column) => column.Sums.Count == 0 ? Figures.Whole(new Money(0, currency)) : string.Join(" · ", column.Sums.Select(sum => Figures.Whole(sum.Weighted)));

    /// <summary>The number that the script changes while a card is held; none where two currencies stand beside each other.</summary>
    public HtmlString? SumMark(BoardColumn column, string attribute) => column.Sums switch
    {
        [] => Mark(attribute, 0),
        [var only] when only.Currency == currency => Mark(attribute, (attribute == "data-sum" ? only.Sum : only.Weighted).Major),
        _ => null,
    };

    public string TotalWords => string.Join(" · ", [
        texts["Deals.Counted", Figures.Count(Total.Sum(sum => sum.Count))],
        .. Total.SelectMany(sum => new[] { Figures.Whole(sum.Sum), $"{Weighted} {Figures.Whole(sum.Weighted)}" })]);

    public string Amount(BoardCard card) => card.AmountMinor is { } minor ? Figures.Whole(new Money(minor, card.Currency)) : NoAmount;

    public decimal AmountMajor(BoardCard card) => card.AmountMinor is { } minor ? new Money(minor, card.Currency).Major : 0;

    public bool IsStale(BoardCard card) => card.IsStale(now);

    public string NextWords(BoardCard card, bool stale) => stale ? string.Format(CultureInfo.CurrentCulture, quiet, days.DaysSince(card.UpdatedAt)) : card.NextStep ?? "";

    public string? Due(BoardCard card) => card.NextStepOn is { } day ? days.Due(day) : null;

    public bool IsLate(BoardCard card) => days.IsLate(card.NextStepOn);

    public HtmlString? Owner(BoardCard card) => card.OwnerId is { } id ? people.AvatarOf(id) : null;

    /// <summary>Where the moves of cards are sent: with the filter, so that the answer shows the same board.</summary>
    public string Act(string what) => filter.Url($"/deals/{{id}}/{what}", ("on", "board"));

    /// <summary>Where the columns are read anew, under the same filter.</summary>
    public string FreshUrl => filter.Url("/deals/board", ("handler", "fresh"));

    public string MoreUrl(BoardColumn column) => filter.Url("/deals/board", ("handler", "more"), ("in", column.Stage.Id.ToString()), ("after", column.Cards[^1].Id.ToString()), ("left", column.Hidden.ToString(CultureInfo.InvariantCulture)));

    public string ListUrl(BoardColumn column) => filter.Url("/deals", ("status", "open"), ("pipeline", column.Stage.PipelineId.ToString()), ("stage", column.Stage.Id.ToString()));

    private static HtmlString Mark(string attribute, decimal number) => new($"{attribute}=\"{number.ToString(CultureInfo.InvariantCulture)}\"");

    /// <summary>The same for another set of columns.</summary>
    public BoardView With(IReadOnlyList<BoardColumn> columns, IReadOnlyList<BoardSum> total, bool swapped, Guid? shown = null) =>
        new(texts, days, now, people, filter, currency, mayWrite) { Columns = columns, Total = total, Swapped = swapped, Shown = shown };
}
