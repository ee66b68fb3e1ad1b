using Web.Semantics;

namespace Web.Language;

/// <summary>血圧 where there are 最高血圧 and 最低血圧, "blood pressure" beside systolic and diastolic: what two columns have in common means both of them.</summary>
internal static class PairedColumns
{
    private static readonly string[][] Pairs =
    [
        ["最高", "最低"], ["最大", "最小"], ["上限", "下限"], ["収縮期", "拡張期"], ["左", "右"], ["往路", "復路"], ["入", "出"], ["max", "min"], ["maximum", "minimum"], ["high", "low"], ["highest", "lowest"], ["upper", "lower"], ["systolic", "diastolic"], ["left", "right"], ["inbound", "outbound"],
    ];

    public static void Apply(Scene scene, Draft draft)
    {
        if (draft.Relation || draft.Limit is not null || draft.Sort?.Column is not null || draft.Distribution || draft.Chart is ChartType.Histogram or ChartType.Box or ChartType.Scatter or ChartType.Bubble) return;
        foreach (var part in draft.Measures.Where(m => m is { Column: not null, Assumed: false } && (draft.Groups.Count > 0 || m.Aggregate is not null)).ToList())
        {
            var items = Enumerable.Range(0, scene.Count).Where(i => ReferenceEquals(scene.PartOf(i), part) && scene.AnyField(i) == part.Column).ToList();
            if (items is not [var said] || scene[said] is not FieldMeaning { Own: false } || scene.Number(said + 1) is not null || Pairs.Any(pair => pair.Any(side => scene.Raw(said).Contains(side, StringComparison.Ordinal))) || draft.Filters.Exists(f => f.Column == part.Column)) continue;
            List<Column> others = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && c != part.Column && AreOpposite(c, part.Column!) && Names(scene, said, c) && Names(scene, said, part.Column!))];
            if (others is not [var other] || draft.Measures.Exists(m => m.Column == other)) continue;
            var both = new MeasurePart { Column = other, Aggregate = part.Aggregate };
            var before = scene.Contract.Columns.ToList().IndexOf(other) < scene.Contract.Columns.ToList().IndexOf(part.Column!);
            draft.Measures.Insert(draft.Measures.IndexOf(part) + (before ? 0 : 1), both);
        }
    }

    private static bool AreOpposite(Column one, Column other) =>
        Pairs.Any(pair => NamesOf(one).Any(a => NamesOf(other).Any(b => Differ(a, b, pair[0], pair[1]) || Differ(a, b, pair[1], pair[0]))));

    /// <summary>What was said is a part of the name, or of one of the words for it.</summary>
    private static bool Names(Scene scene, int said, Column column) =>
        scene.Item(said).Meanings.OfType<FieldMeaning>().Any(f => f.Column == column) || NamesOf(column).Any(name => name != scene.Raw(said) && name.Contains(scene.Raw(said), StringComparison.Ordinal));

    /// <summary>One name is the other with the opposite word in it.</summary>
    private static bool Differ(string one, string other, string word, string opposite) =>
        one.Contains(word, StringComparison.Ordinal) && one.Replace(word, opposite, StringComparison.Ordinal) == other;

    private static IEnumerable<string> NamesOf(Column column) => ColumnForms.NamesOf(column).Select(name => string.Concat(name.Select(t => t.Raw)));
}
