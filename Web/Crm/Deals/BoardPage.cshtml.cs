using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Crm.Deals;

/// <summary>The open deals of a pipeline, a column for each stage.</summary>
[Requires(Permission.CrmRead)]
internal sealed class BoardPage(AppDb db, CurrentMember member, EnteredTenant entered, Moment now, IStringLocalizer<CrmTexts> texts) : PageModel
{
    public DealFilter Filter { get; private set; } = new();
    public Pipeline? Pipeline { get; private set; }
    public BoardView Board { get; private set; } = null!;
    public DealChips Chips { get; private set; } = null!;
    public string Currency => entered.Required.Currency;
    public bool MayWrite => member.Can(Permission.CrmWrite);

    /// <summary>The stage that a phone shows.</summary>
    public Guid? Shown { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = DealFilter.Of(Request.Query);
        var stages = await db.StagesAsync(cancellation);
        var people = await db.PeopleAsync(cancellation);
        Pipeline = stages.Choose(Filter.Pipeline);
        Chips = new DealChips(Filter, "/deals/board", texts, stages, people, entered.Required);
        if (Pipeline is null) return;
        Shown = Pipeline.Stages.FirstOrDefault(stage => stage.Id == Filter.Stage)?.Id ?? Pipeline.Stages[0].Id;
        var columns = await db.ColumnsAsync(Pipeline, Narrow, null, cancellation);
        Board = View(people).With(columns, BoardSum.Add(columns.SelectMany(column => column.Sums)), swapped: false, Shown);
    }

    /// <summary>Every column anew, when somebody else changed a deal.</summary>
    public async Task<IActionResult> OnGetFreshAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return Pipeline is null ? new EmptyResult() : Partial("_BoardChange", Board.With(Board.Columns, Board.Total, swapped: true, Shown));
    }

    /// <summary>More cards of one column, below the last that is shown.</summary>
    public async Task<IActionResult> OnGetMoreAsync([FromQuery(Name = "in")] Guid stage, Guid after, int left, CancellationToken cancellation)
    {
        Filter = DealFilter.Of(Request.Query);
        var (stages, people) = (await db.StagesAsync(cancellation), await db.PeopleAsync(cancellation));
        var place = stages.Find(stage) ?? throw RefusalException.NotFound();
        var cards = await db.CardsBelowAsync(Narrow, stage, after, cancellation);
        var column = new BoardColumn(place.Stage, [], cards, 0, cards.Count < BoardReading.Cap ? 0 : Math.Max(0, left - cards.Count));
        return Partial("_MoreCards", (View(people), column, true));
    }

    private void Narrow(Statement sql) => Filter.NarrowBoard(sql, db, now, entered.Required);

    private BoardView View(People people) => new(texts, new Days(entered.Required.Calendar, now.At), now, people, Filter, Currency, MayWrite);
}
