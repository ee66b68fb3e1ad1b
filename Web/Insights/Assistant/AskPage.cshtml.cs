using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.History;
using Web.Insights.Assistant.Models;
using Web.Insights.Assistant.Talk;
using Web.Insights.Saved;
using Web.Kernel;
using Web.Semantics;
using Web.Ui;

namespace Web.Insights.Assistant;

/// <summary>The assistant: words on the left, the chart they became on the right. It works by links and forms alone.</summary>
[Requires(Permission.ChartsAsk)]
[OwnWork]
internal sealed class AskPage(
    Assistant assistant, PastAnswers past, ConversationHistory history, AnswerViews views, Replies replies, Samples samples, AskSteps steps, TenantScope scope, CurrentMember member,
    IStringLocalizer<InsightsTexts> texts, IStringLocalizer<ModelTexts> words, IStringLocalizer<AnswerTexts> around) : PageModel
{
    public TalkView Talk { get; private set; } = TalkView.None;

    public AnswerView? Answer { get; private set; }

    public IReadOnlyList<string> Ideas { get; private set; } = [];

    public Toast? Toast { get; private set; }

    public AboutDataset? About { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? q, Guid? c, Guid? turn, string? dataset, Guid? undone, CancellationToken cancellation)
    {
        if (RouteData.Values["handler"] is not null) return NotFound(); // no handler of ours has that name
        if (!string.IsNullOrWhiteSpace(q)) return await AskAsync(q, null, dataset, c, inPanel: false, cancellation);
        await ShowAsync(c, turn, cancellation);
        if (!string.IsNullOrEmpty(dataset)) await LookAtAsync(dataset, cancellation);
        if (undone is { } back) Toast = new Toast(around["History.Undone"], around["History.Redo"], $"/ask/redo?turn={back}");
        return Page();
    }

    /// <summary>Only what can be asked of one dataset; one that this person may not use does not exist.</summary>
    private async Task LookAtAsync(string dataset, CancellationToken cancellation)
    {
        var reader = await past.ReaderOfTodayAsync(Locales.Current, cancellation);
        var found = reader.Catalog.Find(dataset) ?? throw new RefusalException(404, "dataset_not_found");
        About = new AboutDataset(dataset, found.Contract.TitleIn(reader.Locale));
        Ideas = samples.For(reader with { Catalog = new Catalog([found]) });
    }

    /// <summary>The composer beside any page; its log is empty at first.</summary>
    public async Task<IActionResult> OnGetPanelAsync(CancellationToken cancellation) =>
        Partial("_Panel", samples.For(await past.ReaderOfTodayAsync(Locales.Current, cancellation), 3));

    /// <summary>The rows of one chart as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(Guid turn, CancellationToken cancellation)
    {
        var (content, name) = views.Csv(await past.RedrawAsync(turn, Locales.Current, cancellation));
        return File(content, "text/csv; charset=utf-8", name);
    }

    /// <summary>How far a question is, in one line; nothing new is 204.</summary>
    public IActionResult OnGetStep(Guid watch) =>
        steps.Of(scope.TenantId, member.Id, watch) is { } step ? Content(words["Model.Step." + step.ToString().ToLowerInvariant()], "text/plain; charset=utf-8") : StatusCode(StatusCodes.Status204NoContent);

    /// <param name="watch">By what name the page asks how far it is.</param>
    public Task<IActionResult> OnPostAsync(string? utterance, string? dataset, Guid? c, bool panel, Guid? watch, CancellationToken cancellation) =>
        AskAsync(utterance, null, dataset, c, panel, cancellation, watch: watch);

    /// <summary>One of a question's choices, or another reading of a chart's words.</summary>
    public async Task<IActionResult> OnPostChooseAsync(Guid turn, int n, bool panel, CancellationToken cancellation)
    {
        var kept = await past.TurnAsync(turn, cancellation);
        var choices = kept.ReadReading().Alternatives;
        if (n < 0 || n >= choices.Count) throw RefusalException.NotFound();
        return await AskAsync(choices[n].Label, Chosen(choices[n].Query), null, kept.ConversationId, panel, cancellation, changes: kept.Status == TurnStatus.Chart ? turn : null);
    }

    /// <summary>Back to the chart before; what came after it is taken back with it.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid c, CancellationToken cancellation)
    {
        var (undone, shown) = await history.UndoAsync(c, cancellation);
        return Gone.To(this, $"/ask?c={c}&turn={shown}&undone={undone}");
    }

    public async Task<IActionResult> OnPostRedoAsync(Guid turn, CancellationToken cancellation)
    {
        var conversation = await history.RedoAsync(turn, cancellation);
        return Gone.To(this, $"/ask?c={conversation}&turn={turn}");
    }

    /// <summary>A click on a chip or on another drawing.</summary>
    public async Task<IActionResult> OnPostChangeAsync(Guid turn, string? change, CancellationToken cancellation)
    {
        var kept = await past.TurnAsync(turn, cancellation);
        if (kept.ReadQuery() is not { } query || QueryChange.Apply(query, change) is not { } changed) throw RefusalException.NotFound();
        var carried = QueryChange.Carry(kept.ReadReading(), kept.Utterance, change!);
        return await AskAsync(SaidOf(change!), Chosen(changed), null, kept.ConversationId, inPanel: false, cancellation, carried, changes: turn);
    }

    // What the log says was asked for by a click.
    private string SaidOf(string change) => change.Split(' ') switch
    {
        ["chart" or "stack", ..] => texts["Ask.Changed.chart", texts["Ask.Drawing." + change.Replace(' ', '_')].Value],
        ["period" or "during", _, var word] => texts["Ask.Changed.period", texts["Ask.Period." + word].Value],
        ["grain", _, var word] => texts["Ask.Changed.grain", texts["Ask.Grain." + word].Value],
        ["remove", ..] => texts["Ask.Changed.remove"],
        _ => texts["Ask.Changed.other"],
    };

    private static Ask Chosen(ChartQuery query) => new(null, JsonSerializer.SerializeToElement(query, ChartJson.Options), null, null, "");

    private async Task<IActionResult> AskAsync(string? words, Ask? chosen, string? dataset, Guid? conversation, bool inPanel, CancellationToken cancellation, KeptReading? carried = null, Guid? watch = null, Guid? changes = null)
    {
        var ask = new Ask(words?.Trim(), chosen?.Query, dataset, conversation, Locales.Current) { Reading = carried ?? KeptReading.None, Watch = watch, Changes = changes };
        AskAnswer answer;
        try
        {
            answer = await assistant.AnswerAsync(ask, cancellation);
        }
        catch (RefusalException refusal) when (refusal.Status == 422)
        {
            return await RefuseAsync(words, conversation, inPanel, refusal, cancellation);
        }
        return await replies.ToAsync(this, ask, answer, inPanel, cancellation);
    }

    private async Task<IActionResult> RefuseAsync(string? words, Guid? conversation, bool inPanel, RefusalException refusal, CancellationToken cancellation)
    {
        var sentence = refusal.Faults is [{ Message: { } message }, ..] ? message
            : texts[string.IsNullOrWhiteSpace(words) ? "Ask.Nothing" : "Ask.TooLong", Assistant.LongestUtterance].Value;
        Response.StatusCode = refusal.Status;
        var turn = new TurnView(conversation ?? Guid.Empty, Guid.Empty, "", TurnStatus.Refused, sentence) { InPanel = inPanel, Fresh = true };
        if (Request.WantsFragment()) return Partial("Talk/_Turn", turn);
        await ShowAsync(conversation, null, cancellation);
        Talk = Talk with { Turns = [.. Talk.Turns, turn], Draft = words };
        return Page();
    }

    private async Task ShowAsync(Guid? conversation, Guid? turn, CancellationToken cancellation)
    {
        var recent = await past.RecentAsync(cancellation);
        if (conversation is null)
        {
            Ideas = samples.For(await past.ReaderOfTodayAsync(Locales.Current, cancellation));
            Talk = TalkView.None with { Recent = recent };
            return;
        }
        var opened = await past.OpenAsync(conversation.Value, turn, Locales.Current, cancellation);
        Answer = views.Pane(opened.Shown);
        if (Answer is null) Ideas = samples.For(opened.Reader);
        Talk = new TalkView(opened.Id, opened.Title, [.. opened.Turns.Select(t => views.Past(t, opened.Reader, Answer?.Turn))], recent, null);
    }

    internal static string AddressOf(AskAnswer answer) =>
        answer is ChartAnswer ? $"/ask?c={answer.ConversationId}&turn={answer.TurnId}" : $"/ask?c={answer.ConversationId}";
}
