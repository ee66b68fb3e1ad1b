using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Web.Insights.Assistant.Answers;
using Web.Ui;

namespace Web.Insights.Assistant.Talk;

/// <summary>An answer as a page's reply: the parts that changed when the page stays, else the way to the conversation.</summary>
public sealed class Replies(PastAnswers past, AnswerViews views)
{
    public async Task<IActionResult> ToAsync(PageModel page, Ask ask, AskAnswer answer, bool inPanel, CancellationToken cancellation)
    {
        if (!page.Request.WantsFragment()) return new RedirectResult(AskPage.AddressOf(answer));
        var reader = answer is RefusedAnswer ? await past.ReaderOfTodayAsync(Locales.Current, cancellation) : null;
        var recent = ask.ConversationId is null && !inPanel ? await past.RecentAsync(cancellation) : null;
        if (!inPanel) page.Response.Headers["HX-Push-Url"] = AskPage.AddressOf(answer);
        return new PartialViewResult
        {
            ViewName = "/Insights/Assistant/Talk/_Stay.cshtml",
            ViewData = new ViewDataDictionary<StayView>(page.ViewData, new StayView(views.Fresh(ask.Utterance, answer, reader, inPanel), inPanel ? null : views.Pane(answer), recent)),
            TempData = page.TempData,
        };
    }
}
