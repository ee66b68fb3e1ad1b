using Web.Semantics;

namespace Web.Language;

/// <summary>The last query with the parts changed that the words name; all else stays.</summary>
internal static class Edits
{
    /// <param name="replaced">The column that gives its place to what is said.</param>
    public static ChartQuery Apply(ChartQuery previous, Candidate said, DatasetContract contract, Column? replaced = null)
    {
        var (scene, draft) = (said.Scene, said.Draft);
        if (Replacing.Renamed(previous, scene, draft) is { } renamed) return renamed;
        var query = EditedRows.AsksOfRows(previous, scene, draft) ? EditedRows.Counted(previous) : previous with { Template = null };
        query = Removed(query, scene, draft);
        query = EditedMeasures.Of(query, scene, draft, contract);
        query = Replacing.Placed(query, draft, replaced) ?? EditedGroups.Of(query, scene, draft, contract);
        query = EditedFilters.Of(query, said, contract);
        query = Charted(query, previous, draft, contract);
        if (ChartRule.SortOf(draft, query) is { } sort) query = query with { Sort = Retarget(sort, query, contract) };
        // The classes of a histogram stand in their own order.
        else if (query.X is { Bin: not null } && previous.X?.Bin is null) query = query with { Sort = null };
        if (draft.Limit is { } limit) query = query with { Limit = limit.Count, ChartType = query.ChartType == ChartType.Line ? ChartType.Bar : query.ChartType };
        else if (query.Limit is not null && ShowsAll(scene, draft)) query = query with { Limit = null };
        if (draft.Compare is { } compare) query = query with { Compare = compare };
        // 逆に少ない方から5つ: the order that was said is the other one already.
        if (draft.Sort is null && Enumerable.Range(0, scene.Count).FirstOrDefault(i => scene.Is(i, WordKind.Swap), -1) is >= 0 and var swap) query = scene.Word(swap)!.Value == "order" ? Turned(query) : Swapped(query);
        return UnusualRule.Edited(Tidy(query), said, contract);
    }

    /// <summary>"all of them, lowest first", やっぱり全部見せて: of what is ranked every one.</summary>
    private static bool ShowsAll(Scene scene, Draft draft) =>
        draft is { Filters.Count: 0, Measures.Count: 0, Groups.Count: 0 } && Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.All) && scene.Raw(i) is "all" or "everything" or "全部" or "すべて" or "全て" && scene.Value(scene.Next(i)) is null);

    /// <summary>"the other way round": the axes change places; with one axis only, the order turns.</summary>
    private static ChartQuery Swapped(ChartQuery query)
    {
        if (query.Dimensions.Count > 1)
        {
            var (first, second) = (query.Dimensions[0], query.Dimensions[1]);
            return query with { Dimensions = [second with { Role = first.Role }, first with { Role = second.Role }, .. query.Dimensions.Skip(2)] };
        }
        if (query.ChartType is ChartType.Scatter or ChartType.Bubble && query.Measures.Count > 1)
        {
            var (across, up) = (query.Measures[0], query.Measures[1]);
            return query with { Measures = [up with { Role = across.Role }, across with { Role = up.Role }, .. query.Measures.Skip(2)] };
        }
        return Turned(query);
    }

    private static ChartQuery Turned(ChartQuery query) =>
        query with { Sort = query.Sort is { } sort ? sort with { Order = sort.Order == SortOrder.Asc ? SortOrder.Desc : SortOrder.Asc } : query.X is { Grain: not null and < Grain.HourOfDay } ? new ChartSort(SortBy.X, SortOrder.Desc) : new ChartSort(SortBy.Y) };

    private static ChartQuery Removed(ChartQuery query, Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (!scene.Is(i, WordKind.Remove)) continue;
            var words = string.Concat(Enumerable.Range(0, scene.Count).Select(scene.Raw));
            if (words.Contains("limit", StringComparison.Ordinal) || words.Contains("上限", StringComparison.Ordinal)) query = query with { Limit = null };
            if (words.Contains("filter", StringComparison.Ordinal) || words.Contains('絞', StringComparison.Ordinal) || words.Contains("ふぃるた", StringComparison.Ordinal) || words.Contains("条件", StringComparison.Ordinal)) query = query with { Filters = [] };
            if (draft.Stack is not null) query = query with { Stack = Stack.None };
            if (draft.Compare is not null) query = query with { Compare = null };
        }
        return query;
    }

    private static ChartQuery Charted(ChartQuery query, ChartQuery previous, Draft draft, DatasetContract contract)
    {
        if (draft.Chart is { } chart)
        {
            query = Reshape.To(chart, ChartKinds.Cleared(query, chart), previous, contract);
            if (chart == ChartType.Forecast) query = Forecast(query, draft);
            if (chart == ChartType.Pivot) query = query with { Dimensions = ChartKinds.Crossed(query.Dimensions) };
            else if (chart == ChartType.Table) query = query with { Dimensions = [.. query.Dimensions.Select(d => d with { Role = DimensionRole.Detail })], Stack = null };
            else if (chart is not (ChartType.Scatter or ChartType.Bubble) && query.Dimensions.Any(d => d.Role is DimensionRole.Detail or DimensionRole.Row or DimensionRole.Column))
                query = query with { Dimensions = ChartKinds.OnAxes(query.Dimensions) };
        }
        if (draft.Target is { } target) query = query with { Target = target };
        if (draft.Stack is { } stack)
            query = query with { Stack = stack, ChartType = query.ChartType == ChartType.Line ? ChartType.Area : query.ChartType is ChartType.Pie or ChartType.Table ? ChartType.Bar : query.ChartType };
        return query;
    }

    /// <summary>The time that the chart shows already goes on; a chart without one gets the usual time.</summary>
    private static ChartQuery Forecast(ChartQuery query, Draft draft)
    {
        var time = query.Dimensions.FirstOrDefault(d => d.Grain is not null and < Grain.HourOfDay)
            ?? draft.Groups.Where(g => g.Column.IsTemporal).Select(g => EditedGroups.Dimension(g, DimensionRole.X)).FirstOrDefault();
        return query with
        {
            Dimensions = time is null ? query.Dimensions : [time with { Role = DimensionRole.X, Grain = draft.TrendGrain ?? time.Grain }],
            Forecast = draft.Periods is { } periods ? new Forecasting(periods) : null,
        };
    }

    private static ChartSort Retarget(ChartSort sort, ChartQuery query, DatasetContract contract)
    {
        // 値の高い順に, of rows that are held against a bound: the figure that is bound.
        if (query is { ChartType: ChartType.Table, Dimensions: [{ Role: DimensionRole.Detail }, ..] } && sort.By == SortBy.Y && EditedRows.RowFigure(query, contract) is { } figure) return sort with { By = new SortBy(figure) };
        if (sort.By.Aggregate is null && query.X is { } x)
        {
            if (sort.By.Field == x.Field) return sort with { By = SortBy.X };
            // "sort by name": of what is on the axis.
            if (contract.Find(sort.By.Field) is { Role: ColumnRole.Identity }) return sort with { By = SortBy.X };
        }
        return query.Measures.Any(m => m.Field == sort.By.Field) ? sort with { By = SortBy.Y } : sort;
    }

    private static ChartQuery Tidy(ChartQuery query)
    {
        if (query.ChartType is ChartType.Pie or ChartType.Donut or ChartType.BigNumber) query = query with { Stack = null };
        return query.Dimensions.Count < 2 && query.Stack is Stack.Percent ? query with { Stack = Stack.Stacked } : query;
    }
}
