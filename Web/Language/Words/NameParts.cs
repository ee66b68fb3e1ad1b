namespace Web.Language;

/// <summary>Parts of a longer name that people use for the whole: "delay" for arrival_delay, 売上 for 売上金額.</summary>
internal static class NameParts
{
    public static IEnumerable<Form> Of(IReadOnlyList<Token> whole, HashSet<string> small)
    {
        var japanese = whole.Any(t => t.IsJapanese);
        var kinds = whole.Count > 1 && KindNouns.Are(whole[^1].Raw);
        var head = HeadEnd(whole);
        for (var start = 0; start < whole.Count && whole.Count is > 1 and <= 10; start++)
        {
            for (var end = start + 1; end <= whole.Count; end++)
            {
                // Days in Pipeline are days.
                if (start > 0 && IsSpanIn(whole)) continue;
                if (end - start == whole.Count || IsInside(whole, start) || IsInside(whole, end)) continue;
                Token[] part = [.. whole.Skip(start).Take(end - start)];
                if (Behind.Contains(part[^1].Raw)) continue;
                if (japanese ? !IsJapanesePart(whole, start, end) : part.All(t => small.Contains(t.Text) || t.Text.Length < 3 || t.Text is "number")) continue;
                // 支出 of an expense category is no division.
                if (kinds && end < whole.Count && (MoneyNouns.NeverRows(part[^1].Raw) || MoneyNouns.Are(part[^1].Raw))) continue;
                // The unit of a unit price is no number of them.
                if (part is [{ Text: "unit" }] && whole[^1].Raw is "price" or "cost" or "rate" or "fee" or "value" or "weight") continue;
                var quality = 0.55 + (0.2 * part.Length / whole.Count) + (end == head ? head == whole.Count ? 0.05 : 0.01 : start >= head ? -0.05 : 0) + (japanese && start == 0 ? 0.05 : 0);
                yield return new Form(part, quality);
                foreach (var alike in Translation.Of(part)) yield return new Form(alike, quality - 0.05);
            }
        }
    }

    /// <summary>Days in Pipeline, Years at Company: a stretch of time, and where it was spent.</summary>
    public static bool IsSpanIn(IReadOnlyList<Token> name) => name is [{ Raw: "days" or "hours" or "minutes" or "weeks" or "months" or "years" or "time" }, { Raw: "in" or "at" or "with" or "since" }, _, ..];

    private static readonly HashSet<string> Behind = new(StringComparer.Ordinal) { "of", "to", "per", "in", "at", "on", "for", "from", "with", "within", "during", "last", "this", "next", "previous", "prior" };

    /// <summary>Where the noun ends that a name is about: the visitors of "Visitors Last Season", not the visitors of "Open to Visitors".</summary>
    private static int HeadEnd(IReadOnlyList<Token> whole)
    {
        if (whole.Count == 0 || whole[0].Raw is "number" or "days" or "hours" or "minutes" or "weeks" or "months" or "years") return whole.Count;
        for (var i = 1; i < whole.Count - 1; i++)
        {
            if (Behind.Contains(whole[i].Raw)) return i;
        }
        return whole.Count;
    }

    /// <summary>CO2 and PM10 are one word.</summary>
    private static bool IsInside(IReadOnlyList<Token> whole, int cut) => cut > 0 && cut < whole.Count && whole[cut] is { Script: Script.Digit, Glued: true } && whole[cut - 1].Script == Script.Word;

    /// <summary>The beginning or the end, two characters or more, cut where a word may end.</summary>
    private static bool IsJapanesePart(IReadOnlyList<Token> whole, int start, int end)
    {
        if ((start != 0 && end != whole.Count) || end - start < 2) return false;
        var cut = start == 0 ? end : start;
        return whole[cut - 1].Script != whole[cut].Script || (whole[cut].Script == Script.Kanji && cut >= 2 && whole.Count - cut >= 2);
    }
}
