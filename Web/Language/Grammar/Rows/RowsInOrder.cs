using Web.Semantics;

namespace Web.Language;

/// <summary>配送距離の長い配送20件をリストで, "everything over 20 kg, newest first": rows stand in the order of a figure or a time of theirs.</summary>
internal static class RowsInOrder
{
    public static void Apply(Scene scene, Draft draft)
    {
        draft.List |= AreAskedFor(scene, draft);
        if (draft is not { List: true, Sort: { Column: null } sort } || draft.Groups.Exists(g => g.Grouped || g.Grain is not null || g.Column.Role != ColumnRole.Time)) return;
        if (sort.Dated)
        {
            if ((draft.Groups.Select(g => g.Column).FirstOrDefault() ?? Bounded(draft) ?? PeriodRule.DefaultTime(scene.Contract, draft)) is not { Role: ColumnRole.Time } time) return;
            foreach (var group in draft.Groups) scene.Move(group, sort);
            draft.Groups.Clear();
            (sort.Axis, sort.Column) = (null, time);
        }
        else if (sort.Axis is "y" && draft.Groups.Count == 0 && FigureOf(draft) is { } figure) (sort.Axis, sort.Column) = (null, figure);
    }

    /// <summary>直近30日に入荷したものを新しい順に: the day that was spoken of.</summary>
    private static Column? Bounded(Draft draft) => draft.Filters.Where(f => f is { Op: FilterOp.InPeriod, Assumed: false, Column.IsTemporal: true }).Select(f => f.Column).Distinct().ToList() is [var only] ? only : null;

    /// <summary>The one figure that was named, shown or held against something: "over 450 km, longest first".</summary>
    private static Column? FigureOf(Draft draft) =>
        draft.Measures.Select(m => m.Column).Concat(draft.Filters.Where(f => f.Aggregate is null).Select(f => f.Column)).OfType<Column>().Where(c => c.Role == ColumnRole.Measure).Distinct().ToList() is [var only] ? only : null;

    /// <summary>"cases with blood loss above 1,000 ml, highest first", 10名を超える予約を人数の多いものから: of rows that a bound narrows nothing is asked but an order.</summary>
    private static bool AreAskedFor(Scene scene, Draft draft) =>
        draft is { List: false, Chart: null, Counts: false, Share: false, Trend: false, Distribution: false, Relation: false, Versus: false, Contrast: false, Transform: null, Compare: null, Limit: null, Groups.Count: 0, Sort: { Assumed: false, Order: not null } sort }
        && draft.Measures.TrueForAll(m => m.Aggregate is null && (m.Assumed || draft.Filters.Exists(f => f.Column == m.Column)))
        && draft.Filters.Exists(f => f.Aggregate is null && (f.Column?.Role == ColumnRole.Measure && f.Op is FilterOp.Greater or FilterOp.GreaterOrEqual or FilterOp.Less or FilterOp.LessOrEqual or FilterOp.Between || sort.Dated))
        && !Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.By, WordKind.ByAfter) || scene.Is(i, WordKind.Aggregate, WordKind.Grain) || scene.Is(i, WordKind.Which) && scene.Category(scene.Next(i)) is { Type: ColumnType.Text, Role: ColumnRole.Dimension });
}
