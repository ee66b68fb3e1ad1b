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
        foreach (var part in draft.Measures.Where(m => m is { Column: not null, Assumed: false }).ToList())
        {
            var items = Enumerable.Range(0, scene.Count).Where(i => ReferenceEquals(scene.PartOf(i), part) && scene.AnyField(i) == part.Column).ToList();
            if (items is not [var said] || scene[said] is not FieldMeaning { Own: false, Quality: < 0.85 } || draft.Filters.Exists(f => f.Column == part.Column)) continue;
            List<Column> others = [.. scene.Item(said).Meanings.OfType<FieldMeaning>().Where(f => !f.Weak).Select(f => f.Column).Where(c => c != part.Column && c.Role == ColumnRole.Measure && AreOpposite(c, part.Column!)).Distinct()];
            if (others is not [var other] || draft.Measures.Exists(m => m.Column == other)) continue;
            var both = new MeasurePart { Column = other, Aggregate = part.Aggregate };
            var before = scene.Contract.Columns.ToList().IndexOf(other) < scene.Contract.Columns.ToList().IndexOf(part.Column!);
            draft.Measures.Insert(draft.Measures.IndexOf(part) + (before ? 0 : 1), both);
        }
    }

    private static bool AreOpposite(Column one, Column other) =>
        Pairs.Any(pair => NamesOf(one).Any(a => NamesOf(other).Any(b => Differ(a, b, pair[0], pair[1]) || Differ(a, b, pair[1], pair[0]))));

    /// <summary>One name is the other with the opposite word in it.</summary>
    private static bool Differ(string one, string other, string word, string opposite) =>
        one.Contains(word, StringComparison.Ordinal) && one.Replace(word, opposite, StringComparison.Ordinal) == other;

    private static IEnumerable<string> NamesOf(Column column) => ColumnForms.NamesOf(column).Select(name => string.Concat(name.Select(t => t.Raw)));
}
