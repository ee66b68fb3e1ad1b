using Web.Semantics;

namespace Web.Language;

/// <summary>"coloured by how it was brought in", "split by where they came from": a clause in the place of a group. The one column that says how or where is meant; of several it is asked.</summary>
internal static class Clauses
{
    private static readonly (string Word, string[] Names, string[] Endings)[] Known =
    [
        ("how", ["method", "mode", "means", "way", "channel", "medium"], ["方法", "手段", "経路", "区分", "形態", "方式", "媒体"]),
        ("where", ["origin", "place", "location", "country", "region", "city", "site", "area", "venue", "district", "town"], ["産地", "地域", "地区", "場所", "会場", "都道府県", "市区町村", "拠点"]),
    ];

    /// <summary>Reads the clause behind the dividing word at <paramref name="by"/>; true where there is one.</summary>
    public static bool Read(Scene scene, Draft draft, int by, DimensionRole? role)
    {
        var first = by + 1;
        if (scene.IsJapanese(by) || scene.Count <= first + 1 || Array.Find(Known, k => k.Word == scene.FirstToken(first).Raw) is not { Word: not null } known) return false;
        // "by how many rows", "by where": no clause.
        if (scene.Item(first).End - scene.Item(first).First > 1 || scene.Raw(first + 1) is "many" or "much" or "often" or "long" or "old") return false;
        var words = new List<int> { by };
        for (var k = first; k < scene.Count && !scene.IsMark(k) && !scene.Is(k, WordKind.By, WordKind.Series); k++)
        {
            if (scene.Value(k) is not null || scene.Number(k) is not null || scene.Period(k) is not null || scene.Measure(k) is not null) break;
            words.Add(k);
        }
        if (ColumnOf(scene, words, known.Names, known.Endings) is not { } column)
        {
            draft.Gaps.Add(new Gap(GapKind.Group, first));
            return true;
        }
        var part = new GroupPart { Column = column, Role = role, Grouped = true };
        if (draft.Groups.Exists(g => g.Column == column)) return false;
        draft.Groups.Add(part);
        foreach (var word in words) scene.Use(word, part);
        return true;
    }

    /// <summary>The only way or place that there is; of several the one that the verb stands in: "how they paid" is the payment method.</summary>
    private static Column? ColumnOf(Scene scene, List<int> words, string[] names, string[] endings)
    {
        var called = scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Dimension, Type: ColumnType.Text } && IsCalled(c, names, endings)).ToList();
        if (called.FindAll(c => words.Skip(2).Any(k => scene.AnyField(k) == c || scene.TokensOf(k).Any(t => scene.Lexicon.StemsOf(c).Contains(t.Text)))) is [var told]) return told;
        return called is [var only] ? only : null;
    }

    private static bool IsCalled(Column column, string[] names, string[] endings) =>
        ColumnForms.NamesOf(column).Any(name => name.Count > 0 && names.Contains(name[^1].Raw, StringComparer.Ordinal))
        || column.Titles.Values.Append(column.SourceName ?? column.Name).Any(title => endings.Any(e => title.EndsWith(e, StringComparison.Ordinal)));
}
