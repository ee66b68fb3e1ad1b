using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Web.Access;
using Web.Data;
using Web.Insights.Assistant.Answers;
using Web.Kernel;
using Web.Ui;

namespace Web.Insights.Assistant.Sharing;

/// <summary>A chart that a colleague gave a link to, drawn with the rights and the rows of whoever opens it.</summary>
[Requires(Permission.ChartsRead)]
internal sealed class SharedPage(AppDb db, PastAnswers past, AnswerViews views, Assistant assistant, CurrentMember member) : PageModel
{
    public Guid Id { get; private set; }

    /// <summary>Null where it cannot be drawn for this person; why is not said, so that nothing is told of the data.</summary>
    public AnswerView? Answer { get; private set; }

    public bool MayAsk => member.Can(Permission.ChartsAsk);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (RouteData.Values["handler"] is not null) return NotFound(); // no handler of ours has that name
        Id = id;
        Answer = views.Pane((await past.DrawSharedAsync(id, Locales.Current, cancellation)).Answer);
        if (Answer is null) Response.StatusCode = 403;
        return Page();
    }

    /// <summary>Begins a conversation of one's own with it.</summary>
    [OwnWork]
    public async Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancellation)
    {
        member.MustHave(Permission.ChartsAsk);
        ChartAnswer chart;
        await using (var work = await db.BeginAsync(readOnly: true, cancellation))
        {
            chart = (await past.DrawSharedAsync(id, Locales.Current, cancellation)).Answer as ChartAnswer ?? throw RefusalException.NotFound();
            await work.CommitAsync(cancellation);
        }
        var ask = new Ask(chart.Explanation, JsonSerializer.SerializeToElement(chart.Query, Semantics.ChartJson.Options), null, null, Locales.Current);
        return Redirect(AskPage.AddressOf(await assistant.AnswerAsync(ask, cancellation)));
    }
}
