using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Crm.Deals;

/// <summary>The columns of the board that a step changed, as whoever took it sees the board.</summary>
internal sealed class BoardAnswer(AppDb db, CurrentMember member, EnteredTenant entered, Moment now, IStringLocalizer<CrmTexts> texts)
{
    public static bool IsWanted(HttpRequest request) => request.Query["on"] == "board";

    public async Task<BoardView> ChangedAsync(HttpRequest request, Guid pipelineId, Guid[] stages, CancellationToken cancellation)
    {
        var filter = DealFilter.Of(request.Query);
        var (map, people) = (await db.StagesAsync(cancellation), await db.PeopleAsync(cancellation));
        var pipeline = map.Choose(pipelineId) ?? throw RefusalException.NotFound();
        var columns = await db.ColumnsAsync(pipeline, sql => filter.NarrowBoard(sql, db, now, entered.Required), stages, cancellation);
        var view = new BoardView(texts, new Days(entered.Required.Calendar, now.At), now, people, filter, entered.Required.Currency, member.Can(Permission.CrmWrite));
        return view.With([.. columns.Where(column => stages.Contains(column.Stage.Id))], BoardSum.Add(columns.SelectMany(column => column.Sums)), swapped: true);
    }

    /// <summary>An address that keeps the board's filter.</summary>
    public string Url(HttpRequest request, string path, params (string Name, string? Value)[] values) => IsWanted(request)
        ? DealFilter.Of(request.Query).Url(path, [("on", "board"), .. values])
        : QueryHelpers.AddQueryString(path, values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Name, value.Value)));

    /// <summary>Undoes closing a deal: it stands again where it stood, with what it was going to do next.</summary>
    public string Reopening(HttpRequest request, Deal deal) => Url(request, $"/deals/{deal.Id}/reopen", ("next", deal.NextStep),
        ("on_day", deal.NextStepOn is { } day ? Days.Iso(day) : null), ("probability", deal.Probability.ToString(CultureInfo.InvariantCulture)));
}
