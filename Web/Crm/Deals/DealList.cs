using Microsoft.Extensions.Localization;
using Web.Kernel;
using Web.Ui;

namespace Web.Crm.Deals;

/// <summary>A page of the list as its rows are written.</summary>
/// <param name="More">The address of the next page, when there is one.</param>
public sealed record DealList(
    IReadOnlyList<DealRow> Rows, string? More, StageMap Stages, People People, Days Days, string Currency, IReadOnlyDictionary<DealStatus, string> Statuses,
    string MoreText, string QuietText, Moment Now)
{
    public static DealList Of(
        IReadOnlyList<DealRow> rows, string? more, StageMap stages, People people, Days days, string currency, IStringLocalizer<CrmTexts> texts, Moment now) =>
        new(rows, more, stages, people, days, currency, Enum.GetValues<DealStatus>().ToDictionary(status => status, status => texts["Deals.Status." + status].Value),
            texts["More"], texts["Board.Quiet"], now);

    /// <summary>Whole numbers; their currency only where it is not the company's own.</summary>
    public string Money(Money? amount) => amount is not { } known ? "" : known.Currency == Currency ? Figures.Plain(known) : Figures.Whole(known);

    public StageState StateOf(DealRow row) => row.Status switch { DealStatus.Won => StageState.Won, DealStatus.Lost => StageState.Lost, _ => StageState.Open };

    public string StageText(DealRow row) => row.Status == DealStatus.Open ? Stages.Of(row.StageId).Stage.Name : Statuses[row.Status];

    /// <summary>What comes next, or that nothing has for long.</summary>
    public (string Text, bool Late) Next(DealRow row)
    {
        var stale = row.Status == DealStatus.Open && row.UpdatedAt < Now.At.AddDays(-DealFilter.StaleDays) && !(row.NextStepOn >= Now.Today);
        if (stale) return (string.Format(System.Globalization.CultureInfo.CurrentCulture, QuietText, Days.DaysSince(row.UpdatedAt)), true);
        return (row.NextStep ?? "", row.NextStep is not null && Days.IsLate(row.NextStepOn));
    }
}
