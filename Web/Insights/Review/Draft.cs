using System.Text.Json;
using Microsoft.Extensions.Localization;
using Web.Insights.Assistant;
using Web.Insights.Charts;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Review;

/// <summary>One chip of the query that is being put right.</summary>
public sealed record DraftChip(string Role, string Value, string? Remove, IReadOnlyList<ChartChoice> Choices);

/// <summary>The query that words shall mean, as it stands in the form.</summary>
/// <param name="Json">It travels with the form; the gate looks at it each time.</param>
public sealed record Draft(string Json, string Sentence, IReadOnlyList<DraftChip> Chips, IReadOnlyList<ChartChoice> More, IReadOnlyList<ChartChoice> Drawings)
{
    internal static Draft Of(CheckedQuery fitting, ChartQuery query, ChartReader reader, TemplateGate gate, IStringLocalizer<InsightsTexts> texts)
    {
        var contract = fitting.Dataset.Contract;
        var choices = new ChartChoices(query, fitting, reader, gate, texts);
        var chips = Wording.Chips(query, contract, reader.Locale, reader.Calendar, reader.Today)
            .Select(chip => new DraftChip(chip.Role, chip.Value, choices.Fits($"remove {chip.Slot}") ? $"remove {chip.Slot}" : null, choices.Of(chip.Slot)));
        return new Draft(query.ToJson(), Wording.Explain(query, contract, reader.Locale, reader.Calendar, reader.Today), [.. chips], choices.More(), choices.Drawings());
    }

    /// <summary>Null when it is no query.</summary>
    internal static ChartQuery? Read(string? json, TemplateGate gate)
    {
        if (string.IsNullOrEmpty(json) || json.Length > 20_000) return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            return gate.Read(document.RootElement.Clone()).Query;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A query that somebody may have meant, and where it comes from.</summary>
/// <param name="Origin">The last part of a text's key.</param>
public sealed record Proposal(string Origin, string Label, string Json);
