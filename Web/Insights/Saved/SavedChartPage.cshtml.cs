using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Audit;
using Web.Data;
using Web.Insights.Assistant;
using Web.Insights.Assistant.Answers;
using Web.Insights.Charts;
using Web.Insights.Superset;
using Web.Kernel;
using Web.Language;
using Web.Ui;

namespace Web.Insights.Saved;

/// <summary>One saved chart, drawn with what its reader may see now.</summary>
[Requires(Permission.ChartsRead)]
internal sealed class SavedChartPage(
    AppDb db, SavedCharts saved, AnswerViews views, Assistant.Assistant assistant, CurrentMember member, SupersetPush superset, LateEntries late, TimeProvider time,
    IStringLocalizer<SavedTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public SavedChart Chart { get; private set; } = null!;

    /// <summary>The picture with everything around it; null when it cannot be drawn.</summary>
    public AnswerView? Answer { get; private set; }

    /// <summary>Why it cannot be drawn, fault by fault.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];
    public string Kind { get; private set; } = "";
    public string Data { get; private set; } = "";
    public string? Owner { get; private set; }
    public Days Days { get; private set; } = null!;
    public Toast? Toast { get; private set; }
    public PushView? Push { get; private set; }
    public bool MayAsk => member.Can(Permission.ChartsAsk);
    public bool MayChange => saved.MayChange(Chart);

    public async Task<IActionResult> OnGetAsync(Guid id, string? done, CancellationToken cancellation)
    {
        if (RouteData.Values["handler"] is not null) return NotFound(); // no handler of ours has that name
        Chart = await saved.FindAsync(id, cancellation);
        var reader = await saved.ReaderAsync(cancellation);
        Owner = await db.Members.Where(one => one.Id == Chart.OwnerId).Select(one => one.Name).SingleOrDefaultAsync(cancellation);
        Days = new Days(reader.Calendar, time.GetUtcNow());
        (Kind, Data) = (Wording.ChartName(Chart.ChartType, reader.Locale), reader.Catalog.Find(Chart.Dataset)!.Contract.TitleIn(reader.Locale));
        Toast = done is not null && texts["Done." + done] is { ResourceNotFound: false } said ? new Toast(said) : null;
        Push = await PushedAsync(cancellation);
        switch (await saved.DrawAsync(Chart, cancellation))
        {
            case RenderOutcome.Drawn drawn: Answer = views.Pane(AnswerOf(drawn, reader)); break;
            case RenderOutcome.Faulty faulty: Faults = [.. faulty.Faults.Select(fault => fault.MessageIn(reader.Locale))]; break;
        }
        return Page();
    }

    /// <summary>The rows as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken cancellation)
    {
        Chart = await saved.FindAsync(id, cancellation);
        if (await saved.DrawAsync(Chart, cancellation) is not RenderOutcome.Drawn drawn) throw RefusalException.NotFound();
        var (content, name) = views.Csv(AnswerOf(drawn, await saved.ReaderAsync(cancellation)), called: Chart.Title);
        if (drawn.Result.TruncatedAt is { } cut) Response.Headers["X-Truncated-At"] = FormattableString.Invariant($"{cut}");
        late.NoteExport(db.Scope, id, drawn.Result.Rows.Count);
        return File(content, "text/csv; charset=utf-8", name);
    }

    /// <summary>Begins a conversation with this chart, in which it can be changed.</summary>
    [OwnWork]
    public async Task<IActionResult> OnPostAskAsync(Guid id, CancellationToken cancellation)
    {
        member.MustHave(Permission.ChartsAsk);
        await using (var work = await db.BeginAsync(readOnly: true, cancellation))
        {
            Chart = await saved.FindAsync(id, cancellation);
            await work.CommitAsync(cancellation);
        }
        var query = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(Chart.Query);
        return Redirect(AskPage.AddressOf(await assistant.AnswerAsync(new Ask(Chart.Title, query, null, null, Locales.Current) { Chart = id }, cancellation)));
    }

    public async Task<IActionResult> OnPostBinAsync(Guid id, CancellationToken cancellation)
    {
        (await saved.FindToChangeAsync(id, cancellation)).PutInBin(time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return Redirect($"/charts?binned={id}");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation)
    {
        (await saved.FindToRestoreAsync(id, cancellation)).Restore(time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return Gone.To(this, $"/charts/{id}?done=restored");
    }

    /// <summary>Puts the chart into Superset; how that went stands on the page afterwards.</summary>
    [OwnWork]
    public async Task<IActionResult> OnPostPushAsync(Guid id, CancellationToken cancellation)
    {
        member.MustHave(Permission.SupersetPush);
        string? refused = null;
        try
        {
            await superset.PushAsync(id, cancellation);
        }
        catch (RefusalException refusal) when (refusal.Status is not 404 && Request.WantsFragment())
        {
            refused = Problem.Say(sentences, refusal.Code, refusal.Arguments);
        }
        if (!Request.WantsFragment()) return Redirect($"/charts/{id}?done=pushed");
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        Chart = await saved.FindAsync(id, cancellation);
        Days = new Days((await saved.ReaderAsync(cancellation)).Calendar, time.GetUtcNow());
        return Partial("_Superset", (await PushedAsync(cancellation))! with { Refused = refused });
    }

    private async Task<PushView?> PushedAsync(CancellationToken cancellation)
    {
        if (!superset.IsConfigured || !member.Can(Permission.SupersetPush)) return null;
        var push = await db.ChartPushes.AsNoTracking().SingleOrDefaultAsync(one => one.Id == Chart.Id, cancellation);
        return PushView.Of(Chart, push, Days, time.GetUtcNow(), texts);
    }

    private ChartAnswer AnswerOf(RenderOutcome.Drawn drawn, ChartReader reader) =>
        Assistant.Assistant.Chart(KeptQuery.Of(Chart.Query).Form, KeptReading.None, drawn, Chart.Title, reader, Assistant.Assistant.Embedded);
}
