using Web.Semantics;

namespace Web.Language;

/// <summary>"electricity and gas bills", 電気・ガス・水道の料金: one head for several figures, each of which is called by its own word and the head.</summary>
internal static class SharedHeads
{
    private const int Most = 4;

    public static List<Item> In(Sheet sheet, List<Item> items, Lexicon lexicon)
    {
        for (var last = items.Count - 1; last > 1; last--)
        {
            if (HeadAt(sheet, items, last) is { Count: > 0 } head && Named(sheet, items, FirstBefore(sheet, items, last), head, lexicon) is { Count: > 1 } named) return Rewritten(items, named, last);
            if (items[last].Meanings.OfType<FieldMeaning>().Where(f => f.Column.Role == ColumnRole.Measure).MaxBy(f => f.Quality) is { Quality: >= 0.85 } whole && Joins(sheet, items[last - 1]) && BesideWhole(sheet, items, last, lexicon) is { Count: > 0 } others && others.TrueForAll(one => one.Meaning.Column != whole.Column))
                return Rewritten(items, [(last, whole), .. others], last);
        }
        return items;
    }

    private static List<(int Item, FieldMeaning Meaning)> Named(Sheet sheet, List<Item> items, int from, IReadOnlyList<Token> head, Lexicon lexicon)
    {
        var named = new List<(int Item, FieldMeaning Meaning)>();
        for (var i = from; i >= 0 && named.Count < Most; i -= 2)
        {
            if (Called(sheet, items[i], head, lexicon) is not { } meaning || named.Exists(one => one.Meaning.Column == meaning.Column)) break;
            named.Add((i, meaning));
            if (i < 2 || !Joins(sheet, items[i - 1])) break;
        }
        return named;
    }

    /// <summary>電気・ガス・水道の料金, where the last of them was read with its head.</summary>
    private static List<(int Item, FieldMeaning Meaning)> BesideWhole(Sheet sheet, List<Item> items, int last, Lexicon lexicon)
    {
        Token[] written = [.. sheet.Tokens.Skip(items[last].First).Take(items[last].End - items[last].First)];
        for (var cut = 1; cut < written.Length; cut++)
        {
            if (written[cut].Raw is not "の" && items[last - 2].Meanings.All(m => m is not FieldMeaning { Own: true, Column.Role: ColumnRole.Measure }) && Named(sheet, items, last - 2, written[cut..], lexicon) is { Count: > 0 } others) return others;
        }
        return [];
    }

    /// <summary>The head stands in an item of its own, behind の or at once.</summary>
    private static IReadOnlyList<Token> HeadAt(Sheet sheet, List<Item> items, int last)
    {
        if (items[last].Meanings.Any(m => m is FieldMeaning { Own: true } or ValueMeaning)) return [];
        Token[] head = [.. sheet.Tokens.Skip(items[last].First).Take(items[last].End - items[last].First)];
        return head.Length <= Most && head[0].Script is Script.Word or Script.Kanji or Script.Katakana ? head : [];
    }

    private static int FirstBefore(Sheet sheet, List<Item> items, int last) =>
        sheet.Tokens[items[last - 1].First].Raw is "の" && items[last - 1].End == items[last - 1].First + 1 ? last - 2 : last - 1;

    private static FieldMeaning? Called(Sheet sheet, Item item, IReadOnlyList<Token> head, Lexicon lexicon)
    {
        List<Token> whole = [.. sheet.Tokens.Skip(item.First).Take(item.End - item.First), .. head];
        if (whole[0].IsJapanese != head[0].IsJapanese) return null;
        var fields = lexicon.Exactly(whole).OfType<FieldMeaning>().Where(f => f is { Weak: false, Quality: >= 0.7, Column.Role: ColumnRole.Measure }).ToList();
        return fields.MaxBy(f => f.Quality);
    }

    private static bool Joins(Sheet sheet, Item item) =>
        item.Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.And }) || string.Concat(sheet.Tokens.Skip(item.First).Take(item.End - item.First).Select(t => t.Raw)) is "," or "、" or "・" or "&" or "/";

    /// <summary>Every figure by its own word; the last takes the head with it.</summary>
    private static List<Item> Rewritten(List<Item> items, List<(int Item, FieldMeaning Meaning)> named, int last)
    {
        List<Item> left = [.. items];
        foreach (var (item, meaning) in named) left[item] = left[item] with { Meanings = [meaning] };
        var end = named[0].Item;
        left[end] = left[end] with { End = items[last].End };
        left.RemoveRange(end + 1, last - end);
        return left;
    }
}
