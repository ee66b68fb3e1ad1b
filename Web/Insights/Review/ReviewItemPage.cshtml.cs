using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Insights.Assistant;
using Web.Insights.Charts;
using Web.Kernel;
using Web.Language;
using Web.Semantics;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Review;

/// <summary>One request and what can be done about it: an example, another name, a named measure, or nothing.</summary>
[Requires(Permission.DatasetsManage)]
internal sealed class ReviewItemPage(
    ReviewQueue queue, ReviewActs acts, Proposals proposals, ExampleRights rights, TemplateGate gate, AppDb db, EnteredTenant entered, TimeProvider time,
    IStringLocalizer<ReviewTexts> texts, IStringLocalizer<InsightsTexts> insights, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public FlagGroup Group { get; private set; } = null!;
    public ChartReader Reader { get; private set; } = null!;
    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];
    public Draft? Draft { get; private set; }
    public IReadOnlyList<(string Value, string Label, string Group)> Places { get; private set; } = [];
    public Days Days { get; private set; } = null!;
    public string? Refused { get; private set; }
    public string Typed { get; private set; } = "";

    public async Task OnGetAsync(Guid turn, CancellationToken cancellation) => await ShowAsync(turn, null, cancellation);

    /// <summary>Takes one of the proposals, or changes the draft by a chip.</summary>
    public async Task<IActionResult> OnPostDraftAsync(Guid turn, string? query, string? change, CancellationToken cancellation)
    {
        var drafted = Review.Draft.Read(query, gate);
        await ShowAsync(turn, drafted is not null && change is not null ? QueryChange.Apply(drafted, change) : drafted, cancellation);
        return Page();
    }

    /// <summary>The draft is what the built-in rules make of other words.</summary>
    public async Task<IActionResult> OnPostSayAsync(Guid turn, string? words, CancellationToken cancellation)
    {
        var reader = await queue.ReaderAsync(cancellation);
        Typed = (words ?? "").Trim();
        if (Typed.Length > Assistant.Assistant.LongestUtterance) Typed = Typed[..Assistant.Assistant.LongestUtterance];
        reader = await queue.HearingAsync(Typed, reader, cancellation);
        var read = Interpreter.Read(new Request(Typed, reader.Locale, [.. reader.Catalog.Contracts], reader.Calendar, reader.Today) { Found = reader.Catalog.Found });
        await ShowAsync(turn, read is Understood { Readings: [var best, ..] } ? best.Query : null, cancellation);
        if (Draft is null) Refused = read switch { Unsure unsure => unsure.Question, Refused refused => refused.Message, _ => texts["Review.Unread"] };
        return Page();
    }

    public Task<IActionResult> OnPostExampleAsync(Guid turn, string? query, CancellationToken cancellation) => DoAsync(turn, query, async () =>
        await acts.PromoteAsync(Group.Latest.Words, Review.Draft.Read(query, gate) ?? throw RefusalException.NotFound(), Reader, cancellation), cancellation);

    public Task<IActionResult> OnPostSynonymAsync(Guid turn, string? word, string? place, CancellationToken cancellation) => DoAsync(turn, null, async () =>
        await acts.NameAsync(Group.Latest.Words, word ?? "", SynonymPlace.Read(place) ?? throw RefusalException.Invalid(new Kernel.Fault("/place", "required")), cancellation), cancellation);

    public Task<IActionResult> OnPostMeasureAsync(Guid turn, string? dataset, CancellationToken cancellation) => DoAsync(turn, null, async () =>
        await acts.DecideAsync(Group.Latest.Words, DecisionKind.Measure, Reader.Catalog.Find(dataset ?? "")?.Contract.Key ?? throw RefusalException.NotFound(), null, cancellation), cancellation);

    public Task<IActionResult> OnPostDismissAsync(Guid turn, string? reason, CancellationToken cancellation) => DoAsync(turn, null, async () =>
        await acts.DecideAsync(Group.Latest.Words, DecisionKind.Dismissed, Group.Latest.Queries.FirstOrDefault()?.Dataset, reason, cancellation), cancellation);

    private async Task<IActionResult> DoAsync(Guid turn, string? query, Func<Task<ReviewDecision>> act, CancellationToken cancellation)
    {
        await ShowAsync(turn, Review.Draft.Read(query, gate), cancellation);
        try
        {
            return Redirect($"/settings/assistant/review?done={(await act()).Id}");
        }
        catch (RefusalException refusal) when (refusal.Status is 404 or 409 or 422)
        {
            db.ChangeTracker.Clear();
            var first = refusal.Faults.Count > 0 ? refusal.Faults[0] : null;
            (Response.StatusCode, Refused) = (422, first is null ? sentences[refusal.Code, refusal.Arguments] : first.Message ?? sentences[first.Code, [.. first.Arguments]]);
            return Page();
        }
    }

    private async Task ShowAsync(Guid turn, ChartQuery? drafted, CancellationToken cancellation)
    {
        Reader = await queue.ReaderAsync(cancellation);
        Group = await queue.FindAsync(turn, Reader, cancellation) ?? throw RefusalException.NotFound();
        Days = new Days(entered.Required.Calendar, time.GetUtcNow());
        Proposals = await proposals.OfAsync(Group, Reader, cancellation);
        Places = await proposals.PlacesAsync(Group, Reader, cancellation);
        var query = drafted ?? (Proposals is [var first, ..] ? Review.Draft.Read(first.Json, gate) : null);
        if (query is not null && rights.Fit(query, Reader, Group.Latest.Words) is { } fitting) Draft = Review.Draft.Of(fitting, query, Reader, gate, insights);
    }
}
