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
using Web.Language;
using Web.Semantics;
using Web.Ui;

namespace Web.Insights.Assistant.Chips;

/// <summary>The form of one part of a chart: a dialog beside the chart, a page of its own without script.</summary>
[Requires(Permission.ChartsAsk)]
[OwnWork]
internal sealed class ChipPage(
    PastAnswers past, Assistant assistant, Replies replies, TemplateGate gate, ChartTemplates templates, IStringLocalizer<AnswerTexts> texts) : PageModel
{
    public ChipForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid turn, string? slot, CancellationToken cancellation)
    {
        var (kept, query, reader) = await FindAsync(turn, cancellation);
        var chosen = new ChipInput(Request.Query);
        Form = await FormAsync(kept, query, reader, slot, chosen, [], cancellation);
        if (!Request.WantsFragment()) return Page();
        return Partial(chosen.Has("again") ? "_ChipForm" : "_ChipDialog", Form);
    }

    public async Task<IActionResult> OnPostAsync(Guid turn, string? slot, CancellationToken cancellation)
    {
        var (kept, query, reader) = await FindAsync(turn, cancellation);
        var input = new ChipInput(Request.HasFormContentType ? Request.Form : []);
        if (input.Has("again")) // without script, a button shows what the choice so far leaves
        {
            Form = await FormAsync(kept, query, reader, slot, input, [], cancellation);
            return Page();
        }
        if (ChipSlot.Of(slot) is not { } part || ChipEdit.Apply(query, part, input, reader.Catalog) is not { } changed) throw RefusalException.NotFound();
        var ask = new Ask(SaidOf(part, changed, reader), JsonSerializer.SerializeToElement(changed, ChartJson.Options), null, kept.ConversationId, Locales.Current)
        {
            Reading = QueryChange.Carry(kept.ReadReading(), kept.Utterance, "chip"),
            Changes = turn,
        };
        try
        {
            return await replies.ToAsync(this, ask, await assistant.AnswerAsync(ask, cancellation), inPanel: false, cancellation);
        }
        catch (RefusalException refusal) when (refusal.Status == 422)
        {
            Form = await FormAsync(kept, query, reader, slot, input, [.. refusal.Faults.Select(fault => fault.Message ?? fault.Code)], cancellation);
            return Refused();
        }
    }

    // What the log says: the chip as it is now.
    private string SaidOf(ChipSlot slot, ChartQuery changed, ChartReader reader)
    {
        var contract = reader.Catalog.Find(changed.Dataset)!.Contract;
        if (slot.Part == "dataset") return texts["Chip.Said", texts["Chip.Of.dataset"].Value, contract.TitleIn(reader.Locale)];
        var chips = Wording.Chips(changed, contract, reader.Locale, reader.Calendar, reader.Today);
        var chip = slot.IsNew ? chips.LastOrDefault(one => one.Slot.StartsWith($"/{slot.Part}/", StringComparison.Ordinal)) : chips.FirstOrDefault(one => one.Slot == slot.ToString());
        return chip is null ? texts["Chip.Said.Other", texts["Chip.Of." + slot.Part].Value] : texts["Chip.Said", chip.Role, chip.Value];
    }

    private IActionResult Refused()
    {
        Response.StatusCode = 422;
        if (!Request.WantsFragment()) return Page();
        (Response.Headers["HX-Retarget"], Response.Headers["HX-Reselect"], Response.Headers["HX-Reswap"]) = ("#chip-form", "#chip-form", "outerHTML");
        return Partial("_ChipForm", Form);
    }

    private async Task<ChipForm> FormAsync(Turn turn, ChartQuery query, ChartReader reader, string? slot, ChipInput input, IReadOnlyList<string> faults, CancellationToken cancellation)
    {
        if (ChipSlot.Of(slot) is not { } part) throw RefusalException.NotFound();
        // Where values are too many to list, those that hold what is being typed are offered.
        if (part.Part == "filters" && (input.One("subject") ?? part.In(query.Filters)?.Field) is { } field && reader.Catalog.Find(query.Dataset)!.Contract.Find(field) is { LookedUp: true, Values: null })
            reader = await past.WithSuggestionsAsync(reader, query.Dataset, field, input.One("find"), cancellation);
        return new ChipForms(query, reader, gate, templates, texts).Of(turn, part, input, faults) ?? throw RefusalException.NotFound();
    }

    /// <summary>A chart of one's own whose data one may still use.</summary>
    private async Task<(Turn Turn, ChartQuery Query, ChartReader Reader)> FindAsync(Guid turn, CancellationToken cancellation)
    {
        var kept = await past.TurnAsync(turn, cancellation);
        var reader = await past.ReaderOfTodayAsync(Locales.Current, cancellation);
        return kept.ReadQuery() is { } query && reader.Catalog.Find(query.Dataset) is not null ? (kept, query, reader) : throw RefusalException.NotFound();
    }
}
