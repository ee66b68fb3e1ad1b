using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.Talk;
using Web.Insights.Datasets.Editing;
using Web.Insights.Review;
using Web.Kernel;
using Web.Ui;

namespace Web.Insights.Assistant.Teaching;

/// <summary>What a word means, told where it was not known: a dialog beside the answer, a page of its own without script.</summary>
[Requires(Permission.ChartsAsk)]
[Requires(Permission.DatasetsManage)]
[OwnWork]
internal sealed class WordPage(PastAnswers past, Lessons lessons, Replies replies, AppDb db, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public WordForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid turn, string? word, bool panel, CancellationToken cancellation)
    {
        if (RouteData.Values["handler"] is not null) return NotFound(); // no handler of ours has that name
        var kept = await past.TurnAsync(turn, cancellation);
        Form = WordForm.Of(kept, word, null, panel, await past.ReaderOfTodayAsync(Locales.Current, cancellation));
        if (Form.Places.Count == 0) return NotFound();
        return Request.WantsFragment() ? Partial("_WordDialog", Form) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid turn, string? word, string? place, bool panel, CancellationToken cancellation) =>
        await TeachAsync(await past.TurnAsync(turn, cancellation), word ?? "", SynonymPlace.Read(place), panel, inDialog: true, cancellation);

    /// <summary>It means what it was taken for.</summary>
    public async Task<IActionResult> OnPostRememberAsync(Guid turn, int n, bool panel, CancellationToken cancellation)
    {
        var kept = await past.TurnAsync(turn, cancellation);
        if (kept.ReadQuery() is not { } query || kept.ReadReading().Assumptions.ElementAtOrDefault(n)?.Guess is not { } guess) throw RefusalException.NotFound();
        return await TeachAsync(kept, guess.Word, new SynonymPlace(query.Dataset, guess.Column, guess.Value), panel, inDialog: false, cancellation);
    }

    private async Task<IActionResult> TeachAsync(Turn turn, string word, SynonymPlace? place, bool panel, bool inDialog, CancellationToken cancellation)
    {
        if (turn.ReadDataset() is not { } dataset || (place is not null && place.Dataset != dataset)) throw RefusalException.NotFound();
        try
        {
            var (ask, answer) = await lessons.TeachAsync(turn, word, place, cancellation);
            return await replies.ToAsync(this, ask, answer, panel, cancellation);
        }
        catch (RefusalException refusal) when (refusal.Status is 404 or 409 or 422)
        {
            db.ChangeTracker.Clear();
            var form = WordForm.Of(turn, word, place?.Write(), panel, await past.ReaderOfTodayAsync(Locales.Current, cancellation));
            return Refused(form, refusal, inDialog);
        }
    }

    private IActionResult Refused(WordForm form, RefusalException refusal, bool inDialog)
    {
        Response.StatusCode = 422;
        var sentence = DatasetViews.Sentences(refusal, sentences)[0];
        var field = refusal.Faults.Count == 0 ? null : refusal.Faults[0].Field;
        Form = field switch { null => form with { Error = sentence }, "/place" => form with { PlaceError = sentence }, _ => form with { WordError = sentence } };
        if (!Request.WantsFragment()) return Page();
        var (target, swap, partial) = inDialog ? ("#word-form", "outerHTML", "_WordForm") : ("#dialogs", "innerHTML", "_WordDialog");
        (Response.Headers["HX-Retarget"], Response.Headers["HX-Reswap"]) = (target, swap);
        return Partial(partial, Form);
    }
}
