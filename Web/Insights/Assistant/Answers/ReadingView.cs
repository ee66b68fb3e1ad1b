using Microsoft.Extensions.Localization;
using Web.Insights.Assistant.Chips;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Answers;

/// <summary>A stretch of the words: with a slot it hangs on a chip by a thread, dotted when nothing explains it.</summary>
public sealed record WordPart(string Text, string? Slot, bool Unexplained);

/// <summary>One part of the chart as a chip. <paramref name="Remove"/> is the change behind its ×.</summary>
/// <param name="Form">Where all that it can be set to is; null where nobody can change it by hand.</param>
public sealed record ChipView(string Slot, string Role, string Value, bool Assumed, string? Remove, IReadOnlyList<ChartChoice> Choices, string? Form);

/// <summary>A part that the chart could have besides its own, and the form to make it in.</summary>
public sealed record ChipToAdd(string Text, string Form);

/// <summary>How the words were read: the words, and the chips that they became.</summary>
public sealed record ReadingView(string Language, IReadOnlyList<WordPart> Words, IReadOnlyList<ChipView> Chips, IReadOnlyList<ChartChoice> More, IReadOnlyList<ChipToAdd> Parts)
{
    internal static ReadingView Of(ChartAnswer answer, ChartChoices choices, DatasetContract contract, ChipForms forms, IStringLocalizer<AnswerTexts> texts)
    {
        var (kept, reader, query) = (answer.Reading, answer.Reader, answer.Query);
        var reading = new Reading(query, kept.Confidence, kept.Threads, kept.Assumptions, kept.Unexplained, "");
        var clicked = kept.Threads.Count == 0;
        string FormOf(string slot) => $"/ask/chip?turn={answer.TurnId}&slot={Uri.EscapeDataString(slot)}";
        var chips = (clicked
            ? Wording.Chips(query, contract, reader.Locale, reader.Calendar, reader.Today)
            : Wording.Chips(reading, contract, reader.Locale, reader.Calendar, reader.Today))
            .Select(chip => View(chip.Slot == "/chart_type" ? chip with { Assumed = false } : chip, query, choices) with { Form = FormOf(chip.Slot) }).ToList();
        if (query.SeriesLimit is { } most) chips.Insert(chips.Count - 1, new ChipView("/series_limit", texts["Chip.Of.series_limit"], texts[query.Others == true ? "Chip.SeriesLimit.Others" : "Chip.SeriesLimit.Value", most], false, null, [], FormOf("/series_limit")));
        var assumed = kept.Assumptions.Any(assumption => assumption.Slot == "/dataset");
        chips.Insert(0, new ChipView("/dataset", texts["Chip.Of.dataset"], contract.TitleIn(reader.Locale), assumed, null, [], reader.Catalog.Datasets.Count > 1 ? FormOf("/dataset") : null));
        var words = kept.Words ?? answer.Utterance;
        return new ReadingView(LanguageOf(words), WordsOf(words, kept, chips), chips, choices.More(), [.. forms.More().Select(part => new ChipToAdd(part.Text, FormOf(part.Slot)))]);
    }

    /// <summary>By script: one Japanese letter makes it Japanese.</summary>
    internal static string LanguageOf(string words) => words.Any(c => c is >= '\u3040' and <= '\u30ff' or >= '\u4e00' and <= '\u9fff') ? "ja" : "en";

    private static ChipView View(Chip chip, ChartQuery query, ChartChoices choices)
    {
        var filter = chip.Slot.StartsWith("/filters/", StringComparison.Ordinal) ? query.Filters[int.Parse(chip.Slot[9..], System.Globalization.CultureInfo.InvariantCulture)] : null;
        var value = filter is null ? chip.Value : choices.PeriodWord(filter) ?? chip.Value;
        var remove = $"remove {chip.Slot}";
        return new ChipView(chip.Slot, chip.Role, value, chip.Assumed, chip.Slot != "/chart_type" && choices.Fits(remove) ? remove : null, choices.Of(chip.Slot), null);
    }

    private static List<WordPart> WordsOf(string words, KeptReading kept, List<ChipView> chips)
    {
        var spans = kept.Threads.Where(t => t.Start >= 0 && t.Length > 0 && t.Start + t.Length <= words.Length)
            .Select(t => (t.Start, t.Length, Slot: chips.Find(c => t.Slot == c.Slot || t.Slot.StartsWith(c.Slot + "/", StringComparison.Ordinal))?.Slot, Unexplained: false)).ToList();
        foreach (var word in kept.Unexplained)
        {
            var at = words.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && !spans.Exists(s => at < s.Start + s.Length && s.Start < at + word.Length)) spans.Add((at, word.Length, null, true));
        }
        List<WordPart> parts = [];
        var end = 0;
        foreach (var (start, length, slot, unexplained) in spans.OrderBy(s => s.Start))
        {
            if (start < end) continue;
            if (start > end) parts.Add(new WordPart(words[end..start], null, false));
            parts.Add(new WordPart(words.Substring(start, length), slot, unexplained));
            end = start + length;
        }
        if (end < words.Length) parts.Add(new WordPart(words[end..], null, false));
        return parts;
    }
}
