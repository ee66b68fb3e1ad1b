using Web.Semantics;

namespace Web.Language;

/// <summary>Two numbers named beside each other: which of them stands along the axis, and when every row is a point.</summary>
internal static class Plotted
{
    public static void Apply(Scene scene, Draft draft)
    {
        Sizes.Settle(draft);
        Marked.Apply(scene, draft);
        TakeNumbers(scene, draft);
        DivideByClass(scene, draft);
        CountAlong(scene, draft);
        // "bar chart of weight": of a length or a mark, how it is spread
        if (draft is { Chart: ChartType.Bar or ChartType.Column, Groups.Count: 0, Filters.Count: 0, Limit: null, Sort: null, List: false, Counts: false, Trend: false, Compare: null, Share: false, Measures: [var bare] } && IsPlain(bare)) draft.Distribution = true;
        if (ArePoints(draft) && AreApart(scene, draft)) (draft.Relation, draft.Distribution) = (true, false);
        if (draft.Chart is ChartType.Scatter or ChartType.Bubble || draft.Relation) EveryRow(scene, draft);
        else if (draft is { Distribution: true, Limit: null, Measures: [{ Aggregate: null, Column: not null } spread], Sort: null, Groups: [{ Bin: null, Grouped: true } every] } && NamesRows(scene, every.Column))
        {
            // "the distribution of running times by movie"
            draft.Groups.Clear();
            scene.Move(every, spread);
        }
    }

    /// <summary>"scatter plot of school id vs team id": numbers that are no figures are still what is set against each other.</summary>
    private static void TakeNumbers(Scene scene, Draft draft)
    {
        if (draft.Chart is not (ChartType.Scatter or ChartType.Bubble) && !(draft.Chart is null && draft.Relation)) return;
        var missing = 2 - draft.Measures.Count(m => m.Column is not null);
        List<GroupPart> numbers = [.. draft.Groups.Where(g => (!g.Grouped || g.Role == DimensionRole.X) && g.Role != DimensionRole.Series && g.Bin is null && (g.Column is { IsNumeric: true, Role: ColumnRole.Identity or ColumnRole.Dimension } || g.Column is { Type: ColumnType.Integer, Role: ColumnRole.Time } year && !YearColumn.IsOfTable(year)))];
        if (missing <= 0 || numbers.Count != missing || draft.Measures.Exists(m => m.Column is null || m.Aggregate is not null)) return;
        foreach (var number in numbers)
        {
            var part = new MeasurePart { Column = number.Column };
            draft.Groups.Remove(number);
            scene.Move(number, part);
            draft.Measures.Add(part);
        }
        int Place(MeasurePart part) => Enumerable.Range(0, scene.Count).FirstOrDefault(i => ReferenceEquals(scene.PartOf(i), part), int.MaxValue);
        draft.Measures.Sort((a, b) => Place(a).CompareTo(Place(b)));
    }

    /// <summary>"average mpg against cylinders", "bar chart of mpg vs cylinders": a figure of each class, not two figures of all.</summary>
    private static void DivideByClass(Scene scene, Draft draft)
    {
        if (IsStack(draft) && draft.Measures.Find(IsClass) is { } stacked && IsNamed(scene, stacked) && !draft.Filters.Exists(f => f.Column == stacked.Column))
        {
            // "number of cylinders, stacked by origin", "distribution of cylinders by country": how many there are of each class.
            var bars = new GroupPart { Column = stacked.Column!, Grouped = true, Role = DimensionRole.X };
            draft.Measures.Remove(stacked);
            draft.Groups.Insert(0, bars);
            scene.Move(stacked, bars);
            draft.Distribution = false;
            return;
        }
        if (draft is { Groups.Count: 0, List: false, Distribution: false, Limit: null, Chart: ChartType.Bar or ChartType.Column or ChartType.Pie or ChartType.Donut, Measures: [var lone] } && IsClass(lone) && IsNamed(scene, lone))
        {
            // "pie chart of room count": how many there are of each
            var parts = new GroupPart { Column = lone.Column!, Grouped = true };
            draft.Measures.Clear();
            draft.Groups.Add(parts);
            scene.Move(lone, parts);
            return;
        }
        if (draft.Groups.Count > 0 || draft.List || draft.Distribution || draft.Limit is not null || draft.Measures is not [var one, var other] || draft.Chart is not (null or ChartType.Bar or ChartType.Column or ChartType.Line or ChartType.Pie or ChartType.Donut)) return;
        var (classes, figure) = IsClass(other) ? (other, one) : (one, other);
        if (!IsNamed(scene, classes) || !IsClass(classes) || IsClass(figure) || (draft.Chart is null && figure is { Aggregate: null, Column: not null })) return;
        var group = new GroupPart { Column = classes.Column!, Grouped = true };
        draft.Measures.Remove(classes);
        draft.Groups.Add(group);
        scene.Move(classes, group);
        (draft.Versus, draft.Relation) = (false, false);
    }

    public static bool IsNamed(Scene scene, MeasurePart part) => Enumerable.Range(0, scene.Count).Any(i => ReferenceEquals(scene.PartOf(i), part) && scene[i] is FieldMeaning { Quality: >= 0.85 });

    private static bool IsStack(Draft draft) =>
        draft is { List: false, Limit: null, Share: false, Transform: null, Compare: null, Groups: [{ Bin: null, Column: { Role: ColumnRole.Dimension } }], Measures: [var one, var other] } && (one.Column is null && IsClass(other) || other.Column is null && IsClass(one)) ||
        draft.Groups is [{ Bin: null, Column: { Role: ColumnRole.Dimension } } by] && draft.Measures.TrueForAll(m => IsClass(m) || m.Column is null) && draft.Measures.Count(IsClass) == 1 && draft is { List: false, Limit: null, Share: false, Transform: null, Compare: null }
        && (draft.Distribution && draft.Chart is null or ChartType.Bar or ChartType.Column or ChartType.Histogram || draft.Chart == ChartType.Histogram || draft.Chart is ChartType.Bar or ChartType.Column && (by.Role == DimensionRole.Series || draft.Stack == Stack.Stacked));

    public static bool IsClass(MeasurePart measure) => measure is { Aggregate: null, Column: { } column } && Classes.Has(column);

    /// <summary>"running times and their count in a bar chart", "order quantity vs count": how many rows there are along a figure.</summary>
    private static void CountAlong(Scene scene, Draft draft)
    {
        if (draft.Groups.Count > 0 || draft.List || draft.Relation || draft.Contrast || draft.Sort is not null && draft.Chart is null || draft.Limit is not null || draft.Measures.Count != 2 || draft.Measures.Find(m => m is { Column: { } column, Aggregate: null, Assumed: false } && column.Role == ColumnRole.Measure) is not { } along || !draft.Measures.Exists(m => m.Column is null)) return;
        if (draft.Chart is not (ChartType.Bar or ChartType.Column or ChartType.Histogram) && !(draft.Chart is null && IsPlain(along) && IsCountOf(scene, draft, along))) return;
        var bins = new GroupPart { Column = along.Column!, Bin = Classes.Has(along.Column!) ? null : Bin.Auto, Grouped = true };
        draft.Measures.Remove(along);
        draft.Groups.Add(bins);
        scene.Move(along, bins);
    }

    /// <summary>"count of running times", "running time vs count": the figure is what is counted along, no second answer.</summary>
    private static bool IsCountOf(Scene scene, Draft draft, MeasurePart along)
    {
        int Place(Func<object?, bool> of) => Enumerable.Range(0, scene.Count).FirstOrDefault(i => of(scene.PartOf(i)), int.MaxValue);
        var (figure, count) = (Place(part => ReferenceEquals(part, along)), Place(part => part is MeasurePart { Column: null }));
        return figure < count || !Enumerable.Range(count, Math.Max(0, figure - count)).Any(i => scene.IsJoin(i) || scene.Is(i, WordKind.Versus) || scene.Is(i, WordKind.Which));
    }

    /// <summary>"acceleration to horsepower", 馬力と加速: of lengths, rates and marks no one number of all the rows is meant.</summary>
    private static bool ArePoints(Draft draft) =>
        draft is { Chart: null, Distribution: true, List: false, Counts: false, Limit: null, Sort: null, Groups.Count: <= 1, Measures: [{ Aggregate: null, Column: not null }, { Aggregate: null, Column: not null }] } && draft.Groups.TrueForAll(g => g is { Bin: null, Column.Type: ColumnType.Text }) ||
        draft is { Chart: null, List: false, Counts: false, Share: false, Trend: false, Distribution: false, Transform: null, Compare: null, Limit: null, Target: null, Sort: null, Groups.Count: 0, Measures: [var one, var other] } && IsPlain(one) && IsPlain(other);

    /// <summary>Two figures with something between them: "book prices" are one.</summary>
    private static bool AreApart(Scene scene, Draft draft)
    {
        int[] places = [.. draft.Measures.Select(part => Enumerable.Range(0, scene.Count).FirstOrDefault(i => ReferenceEquals(scene.PartOf(i), part), -1)).Order()];
        return places is [>= 0, _] && (draft.Distribution ? Enumerable.Range(places[0] + 1, places[1] - places[0] - 1).Any(i => scene.IsJoin(i) || scene.Is(i, WordKind.Versus)) : places[1] > places[0] + 1);
    }

    private static bool IsPlain(MeasurePart measure) => measure is { Aggregate: null, Assumed: false, Column: { DefaultAggregate: Aggregates.Mean or Aggregates.Median } column } && !ColumnForms.NamesOf(column).Any(name => name.Any(t => t.Raw is "average" or "avg" or "mean") || string.Concat(name.Select(t => t.Raw)).StartsWith("平均", StringComparison.Ordinal));

    /// <summary>"for each movie, its budget and gross on a scatter plot with the genre": every point is a row, whatever rows are called.</summary>
    private static void EveryRow(Scene scene, Draft draft)
    {
        if (draft.Measures.Exists(m => m.Column is null || m.Aggregate is not null) || draft.Measures.Count < 2) return;
        foreach (var rows in draft.Groups.Where(g => g.Role != DimensionRole.Series && NamesRows(scene, g.Column)).ToList())
        {
            if (!draft.Points && draft.Groups.Count == 1 && (!rows.Grouped || IsAttribute(scene, rows))) return;
            draft.Groups.Remove(rows);
            scene.Move(rows, new Setting("/dataset"));
        }
    }

    /// <summary>"…, and group by team name": said of the points, not of what a row is.</summary>
    private static bool IsAttribute(Scene scene, GroupPart group) =>
        Enumerable.Range(0, scene.Count).Any(i => ReferenceEquals(scene.PartOf(i), group) && scene.Is(i, WordKind.By) && scene.FirstToken(i).Raw.StartsWith("group", StringComparison.Ordinal));

    public static bool NamesRows(Scene scene, Column column) => column.Role == ColumnRole.Identity || column == scene.Lexicon.Identity || scene.Lexicon.IsOncePerRow(column);
}
