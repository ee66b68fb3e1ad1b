using Web.Semantics;

namespace Web.Language;

/// <summary>"launch method", 検出方法 of a column Launch, Detection: a head that any kind of thing has says nothing new of a column of kinds, nor does "city" of a destination.</summary>
internal static class KindNouns
{
    private static readonly HashSet<string> Nouns = [.. new[]
    {
        "method", "methods", "mode", "modes", "way", "type", "types", "kind", "kinds", "form", "forms", "style", "styles", "class", "classes", "category", "categories", "group", "groups", "status", "state", "outcome", "outcomes", "result", "results", "source", "channel", "route", "technique", "platform",
        "方法", "手段", "手法", "方式", "形式", "形態", "種別", "種類", "区分", "分類", "状態", "状況", "結果", "経路", "技法", "系統", "グループ", "タイプ", "カテゴリ", "クラス", "モード",
    }.Select(Folded)];

    private const int FewKinds = 15;

    /// <summary>"membership tier", "billing cycle": heads of kinds alone, never of people or of things by their names.</summary>
    private static readonly HashSet<string> Ranks = new(new[] { "tier", "tiers", "cycle", "cycles", "segment", "segments", "frequency", "interval", "level", "levels", "等級", "階級", "ランク", "レベル", "周期", "サイクル", "頻度", "セグメント" }.Select(Folded), StringComparer.Ordinal);

    /// <summary>Words for one sort of division: what is asked for by the one is called by any of them.</summary>
    private static readonly string[][] Sorts = Read(
    [
        ["type", "types", "kind", "kinds", "sort", "sorts", "style", "styles", "スタイル", "様式", "種別", "種類", "種", "類型", "タイプ", "形式", "型"],
        ["category", "categories", "class", "classes", "group", "groups", "区分", "分類", "カテゴリ", "カテゴリー", "グループ"],
        ["method", "methods", "way", "mode", "方法", "方式", "手段", "手法"],
        ["status", "state", "condition", "状態", "状況", "ステータス"],
    ]);

    private static string[][] Read(string[][] sorts) => [.. sorts.Select(words => words.Select(Folded).ToArray())];

    /// <summary>As it is read: without case, in one kana.</summary>
    private static string Folded(string noun) => string.Concat(Tokens.Of(noun).Select(t => t.Raw));

    public static bool Are(string word) => Nouns.Contains(word);

    /// <summary>種別ごと, "by type" where one column alone is a type of something.</summary>
    public static bool Name(Unknowns unknowns, int i)
    {
        var ofRows = i > 0 && unknowns.First(i) is { Glued: true, IsJapanese: true } && unknowns.Means(i - 1, m => m is EntityMeaning);
        if (unknowns.PlaceOf(i) != Place.Grouped && !ofRows || Array.Find(Sorts, words => words.Contains(unknowns.Written(i), StringComparer.Ordinal)) is not { } sort) return false;
        // 作品タイプ: of what the rows are
        var first = ofRows ? i - 1 : i;
        return Called(unknowns.Lexicon.Contract.Columns, sort) is { } only && unknowns.Guess(first, i, [new FieldMeaning(only, 0.8, Written: unknowns.Written(i))]);
    }

    /// <summary>種別 would be cut before its last character, which divides.</summary>
    public static Form? Whole(IEnumerable<Column> columns, out Column? column)
    {
        column = Called(columns, Sorts[0]);
        return column is null ? null : new Form(Tokens.Of("種別"), 0.7);
    }

    private static Column? Called(IEnumerable<Column> columns, string[] sort) =>
        columns.Where(column => column is { Hidden: false, Related: null, Role: ColumnRole.Dimension, Type: ColumnType.Text } && HeadOf(column) is { } head && sort.Contains(head, StringComparer.Ordinal)).ToList() is [var only] ? only : null;

    /// <summary>入札方式, "Incident Type": it is called after the things that it divides.</summary>
    public static bool Heads(Column column) => HeadOf(column) is not null;

    private static string? HeadOf(Column column)
    {
        foreach (var name in ColumnForms.NamesOf(column).Where(name => name.Count > 1))
        {
            var written = string.Concat(name.Select(t => t.Raw));
            if (Sorts.SelectMany(words => words).Where(word => name[^1].IsJapanese ? written.Length > word.Length && written.EndsWith(word, StringComparison.Ordinal) : name[^1].Raw == word).MaxBy(word => word.Length) is { } head) return head;
        }
        return null;
    }

    /// <summary>支払い状況 of the one column Status: which state it is was not said there.</summary>
    public static bool IsOfHead(Unknowns unknowns, int i) =>
        unknowns.First(i).IsJapanese && i + 1 < unknowns.Count && unknowns.First(i + 1).Glued && Nouns.Contains(unknowns.Written(i + 1)) && Heads(unknowns[i + 1]) is { } only
        && unknowns.Guess(i, i + 1, [new FieldMeaning(only, 0.8, Written: unknowns.Written(i, i + 1))]);

    private static Column? Heads(Item noun) =>
        noun.Meanings.OfType<FieldMeaning>().Where(f => f is { Weak: false, Quality: >= 0.85 }).Select(f => f.Column).Distinct().ToList() is [{ Role: ColumnRole.Dimension, Type: ColumnType.Text } only] ? only : null;

    public static bool Join(Unknowns unknowns, int i)
    {
        var ranks = Ranks.Contains(unknowns.Written(i));
        if (i > 0 && unknowns.Written(i) is "time" or "times" or "時刻" or "時間" && unknowns[i - 1].Meanings.OfType<FieldMeaning>().Where(f => f is { Own: true, Column: { Type: ColumnType.Text, Role: ColumnRole.Dimension } }).Select(f => f.Column).Distinct().ToList() is [var moment] && ColumnForms.NamesOf(moment).Any(name => name is [{ Text: "arriv" or "arrival" or "departur" or "depart" or "start" or "end" or "open" or "close" or "opening" or "closing" }])) return unknowns.Guess(i - 1, i, [new FieldMeaning(moment, 0.9, Written: unknowns.Written(i - 1, i))]);
        if (i == 0 || !ranks && !Nouns.Contains(unknowns.Written(i)) && !SortNouns.Are(unknowns.Written(i)) || unknowns[i - 1].English == unknowns.First(i).IsJapanese || (unknowns.First(i).IsJapanese && !unknowns.First(i).Glued)) return false;
        var columns = unknowns[i - 1].Meanings.OfType<FieldMeaning>().Where(f => f is { Weak: false, Quality: >= 0.75 }).Select(f => f.Column).Distinct().ToList();
        return columns is [{ Role: ColumnRole.Dimension, Type: ColumnType.Text } column] && (ranks || Nouns.Contains(unknowns.Written(i)) || SortNouns.IsPlaceOf(unknowns.Written(i), column)) && !(ranks && (RowNames.IsName(column) || column.Values is not { Count: <= FewKinds })) && unknowns.Guess(i - 1, i, [new FieldMeaning(column, 0.85, Written: unknowns.Written(i - 1, i))]);
    }
}
