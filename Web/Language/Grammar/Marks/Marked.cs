using Web.Semantics;

namespace Web.Language;

/// <summary>What the marks that were spoken of leave of figures and divisions: classes are the axes of a heat map, colours part a histogram, points are rows.</summary>
internal static class Marked
{
    public static void Apply(Scene scene, Draft draft)
    {
        CellsByClass(scene, draft);
        CellsRanked(draft);
        BarsByClass(scene, draft);
        SpreadAmongRows(scene, draft);
        SpreadInColours(scene, draft);
        Compared(scene, draft);
        BoxOfNumber(scene, draft);
    }

    /// <summary>"year x cylinders heat map", "cylinders by origin, shaded by mpg": whole numbers that name classes are an axis, no second figure.</summary>
    private static void CellsByClass(Scene scene, Draft draft)
    {
        while (draft is { Chart: ChartType.Heatmap, Groups.Count: < 2 } && draft.Measures.Find(m => Plotted.IsClass(m) && !m.Assumed && !IsReckoned(scene, m)) is { } axis) Divide(scene, draft, axis);
    }

    private static bool IsReckoned(Scene scene, MeasurePart part) => !Plotted.IsNamed(scene, part);

    /// <summary>"which combinations are most common, as a heat map": all of them are seen at once.</summary>
    private static void CellsRanked(Draft draft)
    {
        if (draft is not { Chart: ChartType.Heatmap, Groups.Count: >= 2, Limit: { Count: 1, Of: null } }) return;
        (draft.Limit, draft.Sort) = (null, null);
    }

    /// <summary>"clustered bar: origin, cylinders, avg(horsepower)": beside a figure that is reckoned a class divides.</summary>
    private static void BarsByClass(Scene scene, Draft draft)
    {
        if (draft is not { Chart: null or ChartType.Bar or ChartType.Column or ChartType.Line or ChartType.Area, Groups: [{ Bin: null } by], Distribution: false, List: false, Limit: null, Measures: [var one, var other] }) return;
        if (draft.Chart is null && draft.Stack is null && by.Role != DimensionRole.Series) return;
        var (axis, figure) = Plotted.IsClass(one) ? (one, other) : (other, one);
        if (!Plotted.IsClass(axis) || !Plotted.IsNamed(scene, axis) || figure.Aggregate is null || figure.Column is null || figure.Column == axis.Column) return;
        Divide(scene, draft, axis);
    }

    private static void Divide(Scene scene, Draft draft, MeasurePart axis)
    {
        var group = new GroupPart { Column = axis.Column!, Grouped = true };
        draft.Measures.Remove(axis);
        draft.Groups.Add(group);
        scene.Move(axis, group);
        draft.Versus = false;
    }

    /// <summary>"how are profits distributed across orders": the orders are the rows.</summary>
    private static void SpreadAmongRows(Scene scene, Draft draft)
    {
        if (draft is not { Distribution: true, Limit: null, Sort: null, Chart: null or ChartType.Histogram, Measures: [{ Aggregate: null, Column: not null } spread] }) return;
        foreach (var rows in draft.Groups.Where(g => g is { Bin: null, Role: null } && (RowNames.IsKey(g.Column) || Plotted.NamesRows(scene, g.Column) || AreRows(scene, g))).ToList())
        {
            draft.Groups.Remove(rows);
            scene.Move(rows, spread);
        }
    }

    /// <summary>"across jobs", "age distribution of borrowers" beside a borrower's number</summary>
    private static bool AreRows(Scene scene, GroupPart group) =>
        !group.Grouped && (RowNames.IsNumber(group.Column) || RowNames.IsName(group.Column)) && Enumerable.Range(0, scene.Count).Any(i => ReferenceEquals(scene.PartOf(i), group) && scene.Raw(i - 1) is "of" or "ofthe" or "ofall" && scene.LastToken(i).Raw is [.., _, 's'])
        || Enumerable.Range(0, scene.Count).Any(i => ReferenceEquals(scene.PartOf(i), group) && scene.Raw(i - 1).StartsWith("across", StringComparison.Ordinal) && scene.Item(i).Meanings.Any(m => m is EntityMeaning));

    /// <summary>"distribution of weight coloured by origin": the bars of one histogram in colours, no boxes.</summary>
    private static void SpreadInColours(Scene scene, Draft draft)
    {
        if (draft is not { Coloured: true, Limit: null, Sort: null, Chart: null or ChartType.Histogram or ChartType.Bar or ChartType.Column, Groups: [{ Bin: null, Column: { Role: ColumnRole.Dimension } } by], Measures: [{ Aggregate: null, Column: { } column } spread] } || !draft.Distribution && draft.Chart != ChartType.Histogram) return;
        var bins = new GroupPart { Column = column, Bin = Bin.Auto, Grouped = true, Role = DimensionRole.X };
        by.Role = DimensionRole.Series;
        draft.Measures.Clear();
        draft.Groups.Insert(0, bins);
        draft.Distribution = false;
        draft.Chart ??= ChartType.Histogram;
        scene.Move(spread, bins);
    }

    /// <summary>"imdb rating compared with tomato rating, colored by genre", 売上と利益をプロットして: two figures and a colour are points.</summary>
    private static void Compared(Scene scene, Draft draft)
    {
        if (draft is not { Chart: null, Limit: null, Sort: null, Share: false, Trend: false, Counts: false, Distribution: false, Transform: null, Compare: null, Stack: null, Measures: [{ Aggregate: null, Column: { } one }, { Aggregate: null, Column: { } other }] } || one == other) return;
        if (!draft.Groups.TrueForAll(g => g is { Bin: null, Role: DimensionRole.Series, Column.Role: ColumnRole.Dimension }) || draft.Groups.Count > 1) return;
        var plotted = Enumerable.Range(0, scene.Count).Any(i => scene.Raw(i).StartsWith("ぷろっと", StringComparison.Ordinal));
        if (!plotted && !(draft.Coloured && draft.Groups.Count == 1 && (draft.Contrast || AreOnlyNamed(scene)))) return;
        draft.Chart = ChartType.Scatter;
        draft.List = false;
    }

    /// <summary>"tempo energy colour genre": nothing but two figures, and what colours them.</summary>
    private static bool AreOnlyNamed(Scene scene) =>
        scene.Count <= 6 && Enumerable.Range(0, scene.Count).All(i => scene.Measure(i) is not null || scene.Category(i) is not null || scene.Is(i, WordKind.Series, WordKind.And) || scene.IsMark(i) || scene.IsSmall(i));

    /// <summary>"using boxplots, show how the draft pick number varies by draft class": what is spread out is a number, whatever the data take it for.</summary>
    private static void BoxOfNumber(Scene scene, Draft draft)
    {
        if (draft.Chart != ChartType.Box) return;
        if (draft.Measures.Count == 0 && draft.Groups.Count > 1 && draft.Groups.FindAll(g => g is { Grouped: false, Bin: null, Column: { IsNumeric: true, Role: ColumnRole.Dimension or ColumnRole.Identity } }) is [var number])
        {
            var part = new MeasurePart { Column = number.Column };
            draft.Groups.Remove(number);
            draft.Measures.Add(part);
            scene.Move(number, part);
        }
        if (draft.Groups is [{ Bin: { Count: null, Width: null } } each] && Enumerable.Range(0, scene.Count).Any(i => scene.Raw(i).EndsWith("value", StringComparison.Ordinal) && scene.Raw(i).StartsWith("one", StringComparison.Ordinal))) each.Bin = null;
        // "for the basins Atlantic and Pacific": a box for each of them
        if (draft.Groups.Count == 0 && draft.Filters.FindAll(f => f is { Op: FilterOp.In, Listed: true, Grain: null, Column.Type: ColumnType.Text }) is [{ Column: { } listed }]) draft.Groups.Add(new GroupPart { Column = listed, Assumed = true });
    }
}
