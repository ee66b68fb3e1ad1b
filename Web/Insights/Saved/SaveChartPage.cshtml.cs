using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.Talk;
using Web.Kernel;
using Web.Ui;

namespace Web.Insights.Saved;

/// <summary>Keeps the chart of an answer: a dialog beside the answer, a page of its own without script.</summary>
[Requires(Permission.ChartsSave)]
internal sealed class SaveChartPage(
    AppDb db, SavedCharts saved, PastAnswers past, CurrentMember member, TimeProvider time, IStringLocalizer<SavedTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public ChartForm Form { get; private set; } = null!;

    /// <param name="small">Asked for in the panel, where buttons are small.</param>
    public async Task<IActionResult> OnGetAsync(Guid turn, bool small, CancellationToken cancellation)
    {
        var (kept, query) = await AnswerAsync(turn, cancellation);
        await ShowAsync(kept, await saved.TitleOfAsync(query.Form, cancellation), null, small, cancellation);
        return Drawn();
    }

    /// <param name="onto">The saved chart that is to show this query from now on; a new one when none is named.</param>
    public async Task<IActionResult> OnPostAsync(Guid turn, bool small, string? title, string? description, Guid? onto, CancellationToken cancellation)
    {
        var (kept, query) = await AnswerAsync(turn, cancellation);
        SavedChart chart;
        try
        {
            chart = onto is { } id ? await saved.FindToChangeAsync(id, cancellation) : db.SavedCharts.Add(SavedChart.Keep(title, description, query, member.Id, time.GetUtcNow())).Entity;
        }
        catch (RefusalException refusal) when (refusal.Status == 422)
        {
            await ShowAsync(kept, title, description, small, cancellation);
            Form = Form.With(refusal, sentences);
            Response.StatusCode = refusal.Status;
            return Drawn();
        }
        if (onto is not null) chart.Draw(query, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await db.Conversations.Where(c => c.Id == kept.ConversationId).ExecuteUpdateAsync(set => set.SetProperty(c => c.ChartId, chart.Id), cancellation);
        return Saved(turn, chart, small, onto is not null);
    }

    private IActionResult Saved(Guid turn, SavedChart chart, bool small, bool replaced)
    {
        if (!Request.WantsFragment()) return Redirect($"/charts/{chart.Id}?done={(replaced ? "replaced" : "kept")}");
        new Toast(texts[replaced ? "Toast.Replaced" : "Toast.Saved", chart.Title]) { Act = texts["Toast.Open"], Href = $"/charts/{chart.Id}" }.Send(Response);
        Response.Headers["HX-Reswap"] = "none"; // the dialog closes itself and gives the focus back
        return Partial("_SaveSlot", (turn, (Guid?)chart.Id, small));
    }

    private async Task<(Turn Turn, KeptQuery Query)> AnswerAsync(Guid turn, CancellationToken cancellation)
    {
        var kept = await past.FindAsync(turn, cancellation);
        if (kept.Query is null) throw RefusalException.NotFound();
        return (kept, await saved.CheckAsync(JsonSerializer.Deserialize<JsonElement>(kept.Query), cancellation));
    }

    private async Task ShowAsync(Turn kept, string? title, string? description, bool small, CancellationToken cancellation)
    {
        var origin = await db.Conversations.Where(c => c.Id == kept.ConversationId).Select(c => c.ChartId).SingleAsync(cancellation);
        var before = origin is null ? null : await (await saved.AllAsync(cancellation)).SingleOrDefaultAsync(chart => chart.Id == origin, cancellation);
        Form = new ChartForm(
            texts["Save.Heading"], $"/charts/new?turn={kept.Id}" + (small ? "&small=true" : ""), $"/ask?c={kept.ConversationId}&turn={kept.Id}", title, description,
            before is not null && saved.MayChange(before) ? (before.Id, before.Title) : null);
    }

    private IActionResult Drawn() => Request.WantsFragment() ? Partial("_ChartDialog", Form) : Page();
}
