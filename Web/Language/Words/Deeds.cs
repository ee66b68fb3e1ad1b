using Web.Semantics;

namespace Web.Language;

/// <summary>
/// "which dish is thrown away the most", いちばん売れた品: where something is ranked by what was done, the figure that the deed speaks of.
/// Two figures that are equally near stay two readings; a deed that no figure tells is left as it was.
/// </summary>
internal static class Deeds
{
    private const double Quality = 0.8, Meant = 0.6, Surely = 0.72;
    private const int Beside = 5;
    private const string Rows = "#";
    private static readonly PhraseTrie<string[]> Known = Build();

    public static List<Item> In(Sheet sheet, List<Item> items, Lexicon lexicon)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (Longest(sheet, items, i) is not { } deed || !IsRanked(items, i, deed.Last) || IsNamed(items[i])) continue;
            List<Item> left = [.. items];
            left.RemoveRange(i, deed.Last - i + 1);
            if (left.FindIndex(IsFigure) is >= 0 and var named)
            {
                // 一番食数が出ている: of several figures called so the one that the deed speaks of.
                if (ColumnsOf(deed.Hints, lexicon) is [var told] && left[named].Meanings.OfType<FieldMeaning>().Count(f => f.Column.Role == ColumnRole.Measure) > 1 && left[named].Meanings.OfType<FieldMeaning>().FirstOrDefault(f => f.Column == told) is { } one)
                    left[named] = left[named] with { Meanings = [one] };
                if (!items.GetRange(i, deed.Last - i + 1).TrueForAll(IsOpen)) return left.Count == items.Count ? items : Replaced(items, left, i, deed.Last, null);
                return Replaced(items, left, i, deed.Last, new WordMeaning(new Word(WordKind.Filler, "")));
            }
            if (IsDenied(sheet, items[deed.Last].End)) Turn(left);
            if (MeaningsOf(deed.Hints, lexicon, sheet, items[i], items[deed.Last]) is not { Count: > 0 } meanings) continue;
            left.Insert(i, new Item(items[i].First, items[deed.Last].End, meanings, items[i].English));
            return left;
        }
        return items;
    }

    private static List<Item> Replaced(List<Item> items, List<Item> left, int first, int last, Meaning? instead)
    {
        if (instead is null) left.InsertRange(first, items.GetRange(first, last - first + 1));
        else left.Insert(first, new Item(items[first].First, items[last].End, [instead], items[first].English));
        return left;
    }

    /// <summary>最も売れなかった: what was not done.</summary>
    private static bool IsDenied(Sheet sheet, int end) => end + 1 < sheet.Tokens.Count && sheet.Tokens[end].Raw is "な" && sheet.Tokens[end + 1].Raw is "い" or "か" or "く";

    private static void Turn(List<Item> left)
    {
        for (var k = 0; k < left.Count; k++)
        {
            if (left[k].Meanings.Any(m => m is WordMeaning { Word: { Kind: WordKind.Superlative, Value: "desc" } })) left[k] = left[k] with { Meanings = [new WordMeaning(new Word(WordKind.Superlative, "asc"))] };
        }
    }

    private static List<Meaning> MeaningsOf(string[] hints, Lexicon lexicon, Sheet sheet, Item first, Item last)
    {
        var written = string.Concat(Enumerable.Range(first.First, last.End - first.First).Select(t => sheet.Tokens[t].Raw));
        List<Meaning> fields = [.. ColumnsOf(hints, lexicon).Select(column => new FieldMeaning(column, Quality, Written: written, Done: true))];
        return fields.Count > 0 || !hints.Contains(Rows) ? fields : [new WordMeaning(new Word(WordKind.Count, "count"))];
    }

    /// <summary>The columns called as the first of the hints that any is called by.</summary>
    private static List<Column> ColumnsOf(string[] hints, Lexicon lexicon) =>
        hints.Where(hint => hint != Rows).Select(hint => lexicon.ColumnsCalled(hint, Surely).Where(c => c.Role == ColumnRole.Measure).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];

    private static (int Last, string[] Hints)? Longest(Sheet sheet, List<Item> items, int i)
    {
        (int Last, string[] Hints)? best = null;
        foreach (var (end, hints) in Known.At(sheet.Tokens, items[i].First))
        {
            var last = i;
            while (last + 1 < items.Count && items[last].End < end) last++;
            // What stands behind the phrase in the same stretch must be grammar.
            if (items[last].End == end || (items[last].End > end && sheet.Tokens[end].Script == Script.Hiragana && items[last].Meanings.All(m => m is UnknownMeaning or WordMeaning { Word.Kind: WordKind.Filler }))) best = (last, hints[0]);
        }
        return best;
    }

    /// <summary>A superlative stands close by: "sold the most", 最も売れた.</summary>
    private static bool IsRanked(List<Item> items, int first, int last)
    {
        for (var k = Math.Max(0, first - Beside); k < Math.Min(items.Count, last + 1 + Beside); k++)
        {
            if ((k < first || k > last) && items[k].Meanings.Any(m => m is WordMeaning { Word: { Kind: WordKind.Superlative, Value: "desc" or "asc" } })) return true;
        }
        return false;
    }

    /// <summary>It is a word of the data itself.</summary>
    private static bool IsNamed(Item item) => item.Meanings.Any(m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Measure } or ValueMeaning { Quality: >= 0.95 } or EntityMeaning { Quality: >= 0.9 });

    private static bool IsOpen(Item item) => item.Meanings.All(m => m is UnknownMeaning or WordMeaning { Word.Kind: WordKind.Filler });

    private static bool IsFigure(Item item) => item.Meanings.Any(m => m is FieldMeaning { Quality: >= Meant, Weak: false, Column.Role: ColumnRole.Measure });

    private static PhraseTrie<string[]> Build()
    {
        var trie = new PhraseTrie<string[]>();
        foreach (var (key, forms) in Phrases.Table(LifeTexts.Of("deeds")))
        {
            var hints = key.Split('/');
            foreach (var form in forms) trie.Add(Tokens.Of(form), hints);
        }
        return trie;
    }
}
