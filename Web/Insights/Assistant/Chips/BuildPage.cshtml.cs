using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Insights.Assistant.Answers;
using Web.Insights.Assistant.Talk;
using Web.Insights.Charts;
using Web.Kernel;
using Web.Semantics;
using Web.Ui;

namespace Web.Insights.Assistant.Chips;

/// <summary>A chart without a sentence: some data gives its first chart, and every part of that is a chip.</summary>
[Requires(Permission.ChartsAsk)]
[OwnWork]
internal sealed class BuildPage(PastAnswers past, Assistant assistant, Replies replies, TemplateGate gate, IStringLocalizer<AnswerTexts> texts) : PageModel
{
    public IReadOnlyList<(string Key, string Title, string? Description)> Datasets { get; private set; } = [];

    /// <summary>The conversation that goes on; null for a new one.</summary>
    public Guid? Conversation { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? c, CancellationToken cancellation)
    {
        var reader = await past.ReaderOfTodayAsync(Locales.Current, cancellation);
        Conversation = c;
        Datasets = [.. reader.Catalog.Contracts.Select(one => (one.Key, one.TitleIn(reader.Locale), one.Descriptions.GetValueOrDefault(reader.Locale))).OrderBy(one => one.Item2, StringComparer.CurrentCulture)];
        return Request.WantsFragment() ? Partial("_BuildDialog", this) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? dataset, Guid? c, CancellationToken cancellation)
    {
        var reader = await past.ReaderOfTodayAsync(Locales.Current, cancellation);
        if (reader.Catalog.Find(dataset ?? "")?.Contract is not { } contract) throw new RefusalException(404, "dataset_not_found");
        var first = FirstChart.Tries(contract).SkipWhile(one => gate.Check(one, reader.Catalog, reader.Calendar, reader.Today) is not CheckOutcome.Fits).FirstOrDefault(FirstChart.Of(contract));
        var ask = new Ask(texts["Build.Said", contract.TitleIn(reader.Locale)], JsonSerializer.SerializeToElement(first, ChartJson.Options), null, c, reader.Locale);
        return await replies.ToAsync(this, ask, await assistant.AnswerAsync(ask, cancellation), inPanel: false, cancellation);
    }
}
