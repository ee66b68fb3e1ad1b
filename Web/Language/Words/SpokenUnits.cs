using Web.Semantics;

namespace Web.Language;

/// <summary>
/// "the most hours", "hours worked", 時間が長い: a word for a stretch of time that divides nothing is the figure that is measured so. Several such
/// figures, none of them nearer, are several readings.
/// </summary>
internal static class SpokenUnits
{
    private const double Quality = 0.8;
    private static readonly HashSet<string> Deeds = new(StringComparer.Ordinal) { "worked", "spent", "played", "logged", "taken", "needed", "flown", "driven", "lost", "billed", "slept", "studied", "booked", "stayed", "trained", "watched", "used", "run", "missed", "waited" };
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal) { "by", "per", "each", "every", "last", "past", "this", "next", "previous", "in", "within", "of", "ofthe", "business", "opening", "office", "rush", "peak", "between", "all", "and", "or", "for", "what", "which", "over" };
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "が", "を", "は", "の" };

    public static List<Item> In(Sheet sheet, List<Item> items, Lexicon lexicon)
    {
        List<Item>? changed = null;
        for (var i = 0; i < items.Count; i++)
        {
            if (!items[i].Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.GrainNoun }) || items[i].Meanings.Any(m => m is FieldMeaning { Own: true })) continue;
            var word = sheet.Tokens[items[i].First].Raw;
            var columns = items[i].English ? English(sheet, items, i, word) ? Called(items[i]) is { Count: > 0 } called ? called : Units.MeasuredIn(lexicon.Contract, word) : [] : IsJapanese(sheet, items, i) ? Units.Durations(lexicon.Contract) : [];
            if (columns.Count == 0) continue;
            changed ??= [.. items];
            changed[i] = items[i] with { Meanings = [.. columns.Select(column => new FieldMeaning(column, Quality, Written: word))] };
        }
        return changed ?? items;
    }

    /// <summary>shift_hours says itself that hours are meant.</summary>
    private static List<Column> Called(Item item) => [.. item.Meanings.OfType<FieldMeaning>().Where(f => f is { Weak: false, Column: { Role: ColumnRole.Measure, IsNumeric: true } }).Select(f => f.Column).Distinct()];

    private static bool English(Sheet sheet, List<Item> items, int i, string word)
    {
        if (word is not ("hours" or "days" or "minutes" or "seconds" or "nights" or "weeks" or "months" or "years") || (items.Exists(item => item != items[i] && IsMeasure(item)) && !(i + 1 < items.Count && items[i + 1].Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.Versus })))) return false;
        var worked = i + 1 < items.Count && Deeds.Contains(Raw(sheet, items[i + 1]));
        if (i > 0 && ((Before.Contains(Raw(sheet, items[i - 1])) && !(worked && Raw(sheet, items[i - 1]) is "of" or "ofthe" or "all")) || items[i - 1].Meanings.Any(m => m is NumberMeaning))) return false;
        if (IsShown(sheet, items, i)) return true;
        return worked || (i > 0 && items[i - 1].Meanings.Any(m => m is WordMeaning { Word: { Kind: WordKind.Superlative or WordKind.Aggregate or WordKind.Count } }) && !items[i - 1].Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.Compare }));
    }

    /// <summary>"hours by project", "show the hours for each department", "hours vs cost": the figure that is shown.</summary>
    private static bool IsShown(Sheet sheet, List<Item> items, int i)
    {
        var begins = i == 0 || Raw(sheet, items[i - 1]) is "the" or "total" or "of" or "ofthe" or "showthe" or "show" || items[i - 1].Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.Visual or WordKind.List or WordKind.Chart or WordKind.Share } or ValueMeaning) || sheet.Tokens[items[i - 1].First].Script == Script.Mark;
        return begins && i + 1 < items.Count && items[i + 1].Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.By or WordKind.Series or WordKind.Grain or WordKind.Versus });
    }

    /// <summary>時間を, 時間が長い; 時間別 and 2時間 are none.</summary>
    private static bool IsJapanese(Sheet sheet, List<Item> items, int i)
    {
        if (sheet.Tokens[items[i].First] is not { Raw: "時" } first || items[i].End != items[i].First + 2 || items.Exists(IsMeasure)) return false;
        if (items[i].First > 0 && first.Glued && sheet.Tokens[items[i].First - 1] is { Script: not (Script.Hiragana or Script.Mark) }) return false;
        return i + 1 < items.Count && Particles.Contains(sheet.Tokens[items[i + 1].First].Raw);
    }

    private static bool IsMeasure(Item item) => item.Meanings.Any(m => m is FieldMeaning { Quality: >= 0.6, Column.Role: ColumnRole.Measure }) && !item.Meanings.Any(m => m is FieldMeaning { Own: true, Column.Role: not ColumnRole.Measure });

    private static string Raw(Sheet sheet, Item item) => string.Concat(sheet.Tokens.Skip(item.First).Take(item.End - item.First).Select(t => t.Raw));
}
