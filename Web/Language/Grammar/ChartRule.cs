using Web.Semantics;

namespace Web.Language;

/// <summary>Which chart, and who is on which axis. A chart that was named binds; otherwise the data's roles and the intent decide.</summary>
internal static class ChartRule
{
    public static ChartQuery Apply(DatasetContract contract, Draft draft) => NamedColumn.Written(UnusualRule.Marked(Read(contract, draft), draft, contract), contract);

    private static ChartQuery Read(DatasetContract contract, Draft draft)
    {
        if (IsRows(draft) || ListsRows(draft) || AreRows(draft)) return Rows(contract, draft);
        if (IsScatter(draft)) return Scatter(contract, draft);
        if (Histogrammed(draft) is { } measured) return Histogram(contract, draft, measured);
        if (IsBox(draft)) return Box(contract, draft);
        var groups = Ordered(draft);
        var per = draft.Limit?.Of is { } ranked && groups.Count == 2 && groups.Find(g => g.Column == ranked) is { } within ? within : null;
        if (per is not null) groups = [per, groups[0] == per ? groups[1] : groups[0]];
        var chart = draft.Chart ?? Choose(draft, groups);
        if (chart == ChartType.Line && draft.Stack is Stack.Stacked or Stack.Percent) chart = ChartType.Area;
        var query = new ChartQuery
        {
            ChartType = chart,
            Dataset = contract.Key,
            Dimensions = Dimensions(draft, groups, chart),
            Measures = Measures(draft, chart, groups),
            Filters = Filters(draft),
            Limit = draft.Limit?.Count,
            LimitPer = per is null ? null : groups[1].Column.Name,
            Compare = draft.Compare,
            Stack = StackOf(draft, groups, chart),
            Target = draft.Target,
            Forecast = chart == ChartType.Forecast && draft.Periods is { } periods ? new Forecasting(periods) : null,
        };
        if (chart == ChartType.Pivot) return Crossed(draft, query);
        return query with { Sort = Sort(draft, query) };
    }

    private static ChartQuery Crossed(Draft draft, ChartQuery query)
    {
        var crossed = query with { Dimensions = ChartKinds.Crossed(query.Dimensions) };
        // The threads follow the groups to their new places.
        draft.Groups.Sort((a, b) => Place(crossed, a).CompareTo(Place(crossed, b)));
        return crossed with { Sort = SortOf(draft, crossed) };
    }

    private static int Place(ChartQuery query, GroupPart group) => query.Dimensions.ToList().FindIndex(d => d.Field == group.Column.Name && d.Grain == group.Grain);

    private static bool IsRows(Draft draft) =>
        (draft.List || draft.Chart == ChartType.Table) && draft.Chart is null or ChartType.Table && !draft.Counts && !draft.Groups.Any(g => g.Grouped)
        && draft.Measures.All(m => m.Aggregate is null) && !draft.Share && draft.Transform is null && (draft.List || (draft.Groups.Count == 0 && draft.Measures.Count == 0));

    private static bool ListsRows(Draft draft) =>
        draft is { Lists: true, NamesRows: true, Chart: null, Counts: false, Share: false, Trend: false, Distribution: false, Relation: false, Versus: false, Contrast: false, Transform: null, Compare: null, Limit: null }
        && draft.Groups.Count == 0 && draft.Measures.TrueForAll(m => m.Aggregate is null && m.Column is not null && m.Column == draft.Sort?.Column);

    /// <summary>"orders heavier than 2000 kg to Germany", "oldest patients first": the rows that fulfil a condition or stand in an order, and nothing is asked of them.</summary>
    private static bool AreRows(Draft draft) =>
        draft is { Chart: null, Counts: false, Share: false, Trend: false, Distribution: false, Relation: false, Versus: false, Contrast: false, Transform: null, Compare: null, Limit: null, Target: null }
        && draft.Groups.Count == 0 && draft.Measures.TrueForAll(m => m.Assumed && m.Column is not null && m.Column == draft.Sort?.Column)
        && (draft.Sort is null ? (draft.ListsRows || draft.Filters.Exists(f => f.Op is FilterOp.Contains or FilterOp.StartsWith or FilterOp.EndsWith)) && IsConditional(draft) && (draft.NamesRows || draft.Filters.Exists(f => f.Value is string or string[])) : draft.NamesRows && (draft.Sort.Column is not null || draft.Sort.Dated));

    private static bool IsConditional(Draft draft) => draft.Filters.Exists(f => f.Aggregate is null && f.Phrase is null && f.Op is FilterOp.Greater or FilterOp.GreaterOrEqual or FilterOp.Less
        or FilterOp.LessOrEqual or FilterOp.Between or FilterOp.Contains or FilterOp.StartsWith or FilterOp.EndsWith or FilterOp.IsNull or FilterOp.NotNull || f is { Aggregate: null, Op: FilterOp.Equal, Column.Role: ColumnRole.Measure });

    private static ChartQuery Rows(DatasetContract contract, Draft draft)
    {
        var said = draft.Groups.Count > 0 || draft.Measures.Any(m => !m.Assumed && m.Column != draft.Sort?.Column);
        Column[] shown = [.. contract.Columns.Where(c => c is { Hidden: false, Related: null })];
        var details = said ? draft.Groups.Select(g => g.Column) : shown.Where(c => c.Role != ColumnRole.Measure);
        var numbers = said ? draft.Measures.Select(m => m.Column!) : shown.Where(c => c.Role == ColumnRole.Measure);
        var query = new ChartQuery
        {
            ChartType = ChartType.Table,
            Dataset = contract.Key,
            Dimensions = [.. details.Distinct().Take(20).Select(c => new ChartDimension(c.Name, DimensionRole.Detail))],
            Measures = [.. numbers.Distinct().Take(20).Select(c => new ChartMeasure(c.Name, Aggregates.None))],
            Filters = Filters(draft),
            Limit = draft.Limit?.Count,
        };
        return draft.Sort is { } sort
            ? query with { Sort = new ChartSort((sort.Column ?? (sort.Dated ? PeriodRule.DefaultTime(contract, draft) : null)) is { } column ? new SortBy(column.Name) : sort.Axis == "x" ? SortBy.X : SortBy.Y, sort.Order ?? SortOrder.Desc) }
            : query;
    }

    private static bool IsScatter(Draft draft) =>
        draft.Chart is ChartType.Scatter or ChartType.Bubble
        || (draft.Chart is null && (draft.Relation || draft.Versus) && draft.Measures.Count(m => m.Column is not null) >= 2
            && draft.Measures.All(m => m.Aggregate is null) && !draft.Groups.Any(g => g.Column.Role == ColumnRole.Time) && (!draft.Groups.Any(g => g.Grouped && g.Role != DimensionRole.Series) || (draft.Groups.Count == 1 && draft.Relation) || (draft.Groups.Count == 1 && draft.Versus && draft.Measures.TrueForAll(IsMean))));

    /// <summary>Lengths and rates are set against each other point by point; sums are compared side by side.</summary>
    private static bool IsMean(MeasurePart measure) => measure.Column?.DefaultAggregate is Aggregates.Mean or Aggregates.Median;

    /// <summary>"A vs B" is read y against x, "between A and B" x and y. Raw rows unless an aggregate was said.</summary>
    private static ChartQuery Scatter(DatasetContract contract, Draft draft)
    {
        var counts = draft.Groups.Count > 0 && draft.Measures.Exists(m => m.Column is not null && m.Aggregate is not null);
        var measures = draft.Measures.Where(m => m.Column is not null || counts).ToList();
        var binned = draft.Groups.Where(g => g.Bin is not null).ToList();
        foreach (var group in binned) measures.Insert(0, new MeasurePart { Column = group.Column });
        if (draft.Versus && !draft.Relation && measures.Count == 2) measures.Reverse();
        var raw = measures.All(m => m.Aggregate is null);
        MeasureRole[] roles = [MeasureRole.X, MeasureRole.Y, MeasureRole.Size];
        draft.Measures.Clear();
        draft.Measures.AddRange(measures);
        draft.Groups.RemoveAll(g => g.Bin is not null);
        return new ChartQuery
        {
            ChartType = draft.Chart ?? ChartType.Scatter,
            Dataset = contract.Key,
            Dimensions = [.. draft.Groups.Take(raw ? 1 : 2).Select((g, i) => new ChartDimension(g.Column.Name, raw || i > 0 ? DimensionRole.Series : DimensionRole.Detail, g.Grain))],
            Measures = [.. measures.Take(draft.Chart == ChartType.Bubble ? 3 : 2).Select((m, i) => new ChartMeasure(m.Column?.Name, raw ? Aggregates.None : AggregateOf(m), measures.Count == 1 ? MeasureRole.Y : roles[i]))],
            Filters = Filters(draft),
            Limit = draft.Limit?.Count,
        };
    }

    private static MeasurePart? Histogrammed(Draft draft)
    {
        if (draft.Groups.Count > 0 || draft.Measures.Count != 1 || draft.Measures[0].Column is null || draft.Measures[0].Aggregate is not null) return null;
        return draft.Chart == ChartType.Histogram || (draft.Distribution && draft.Chart is null or ChartType.Bar or ChartType.Column) ? draft.Measures[0] : null;
    }

    private static ChartQuery Histogram(DatasetContract contract, Draft draft, MeasurePart measured)
    {
        var group = new GroupPart { Column = measured.Column!, Bin = Bin.Auto };
        draft.Groups.Add(group);
        draft.Binned = (measured, group);
        draft.Measures.Clear();
        return new ChartQuery
        {
            ChartType = ChartType.Histogram,
            Dataset = contract.Key,
            Filters = Filters(draft),
            Dimensions = [new ChartDimension(measured.Column!.Name, Bin: Bin.Auto)],
            Measures = [new ChartMeasure(null, Aggregates.Count)],
        };
    }

    private static bool IsBox(Draft draft) =>
        draft.Chart == ChartType.Box || (draft.Chart is null && draft.Distribution && draft.Groups.Count == 1 && draft.Groups[0].Column.Role == ColumnRole.Dimension
            && draft.Measures.Count == 1 && draft.Measures[0] is { Column: not null, Aggregate: null });

    private static ChartQuery Box(DatasetContract contract, Draft draft)
    {
        // "monthly fee by service type, boxplot": a box stands on what is said behind "by".
        if (draft.Groups.Count > 1 && draft.Groups.Exists(g => g.Grouped && g.Column.Role != ColumnRole.Time)) draft.Groups.RemoveAll(g => g is { DefaultTime: true });
        var groups = Ordered(draft);
        return new ChartQuery
        {
            ChartType = ChartType.Box,
            Dataset = contract.Key,
            Filters = Filters(draft),
            Dimensions = Dimensions(draft, [.. groups.Take(1)], ChartType.Box),
            Measures = [.. draft.Measures.Where(m => m.Column is not null).Take(1).Select(m => new ChartMeasure(m.Column!.Name, Aggregates.None))],
        };
    }

    private static ChartType Choose(Draft draft, List<GroupPart> groups)
    {
        if (groups.Count == 0 && draft.Target is not null && draft.Measures.Count <= 1) return ChartType.Gauge;
        if (groups.Count == 0) return draft.Measures.Count > 1 ? ChartType.Table : ChartType.BigNumber;
        var x = groups[0];
        var overTime = x.Column.Role == ColumnRole.Time && x.Grain is null or Grain.Hour or Grain.Day or Grain.Week or Grain.Month or Grain.Quarter
            or Grain.Half or Grain.Year or Grain.FiscalQuarter or Grain.FiscalYear && x.Column.Role == ColumnRole.Time;
        if (draft.Share && groups.Count == 1 && !overTime && draft.Measures.Count <= 1 && draft.Limit is null && draft.Sort is null) return ChartType.Pie;
        if (x.Bin is not null && draft.Measures.All(m => m.Column is null)) return ChartType.Histogram;
        if (groups.Count == 2 && draft.Measures.Count <= 1 && groups.Exists(g => g.Grain == Grain.Weekday) && groups.Exists(g => g.Grain == Grain.HourOfDay)) return ChartType.Heatmap;
        return overTime && !(draft.Share && groups.Count > 1) && draft.Stack is not (Stack.Stacked or Stack.Percent) && draft.Limit is null && draft.Sort is not { Axis: "y", Assumed: false } ? ChartType.Line : ChartType.Bar;
    }

    /// <summary>The x axis first: where it was said, or time, or what was said first.</summary>
    private static List<GroupPart> Ordered(Draft draft)
    {
        var groups = draft.Groups;
        // The levels of a flow follow one another as they were said.
        if (draft.Chart == ChartType.Sankey) return [.. groups.Take(3)];
        var x = groups.FirstOrDefault(g => g.Role == DimensionRole.X)
            ?? groups.FirstOrDefault(g => g.Column.Role == ColumnRole.Time && g.Role != DimensionRole.Series)
            ?? (draft.Share || draft.Stack == Stack.Percent ? groups.FirstOrDefault(g => g is { Whole: true, Role: null }) ?? groups.FirstOrDefault(g => g is { Each: true, Role: null }) : null)
            ?? groups.FirstOrDefault(g => g.Role != DimensionRole.Series && g is { Assumed: false, Sides: false })
            ?? groups.FirstOrDefault(g => g.Role != DimensionRole.Series && !g.Assumed)
            ?? groups.FirstOrDefault(g => g.Role != DimensionRole.Series)
            ?? groups.FirstOrDefault();
        return x is null ? [] : [x, .. groups.Where(g => g != x).Take(2)];
    }

    private static ChartDimension[] Dimensions(Draft draft, List<GroupPart> groups, ChartType chart)
    {
        draft.Groups.Clear();
        draft.Groups.AddRange(groups);
        DimensionRole[] roles = chart switch
        {
            ChartType.Table => [DimensionRole.Detail, DimensionRole.Detail, DimensionRole.Detail],
            _ => [DimensionRole.X, DimensionRole.Series, DimensionRole.Facet],
        };
        return [.. groups.Select((g, i) => new ChartDimension(g.Column.Name, roles[i], g.Grain, g.Bin))];
    }

    private static ChartMeasure[] Measures(Draft draft, ChartType chart, List<GroupPart> groups)
    {
        var transform = draft.Transform;
        var pie = chart is ChartType.Pie or ChartType.Donut or ChartType.Treemap or ChartType.Funnel;
        if (draft.Share && !pie && groups.Count < 2 && groups.Count > 0) transform ??= Transform.Share;
        if (draft.Measures.Count == 0) return [new ChartMeasure(null, Aggregates.Count, Transform: transform)];
        // "share of the price", "running total of fees": only sums are parts of a whole.
        var adds = draft.Share || transform == Transform.Cumulative;
        return [.. draft.Measures.Take(6).Select((m, i) => new ChartMeasure(m.Column?.Name, adds && m is { Aggregate: null, Column: { DefaultAggregate: Aggregates.Mean } averaged } && (averaged.Type == ColumnType.Money || draft.Share && averaged.Unit is "kg" or "t" or "L" or "m3" or "h" or "km") ? Aggregates.Sum : AggregateOf(m), Transform: i == 0 || transform != Transform.Share ? transform : null))];
    }

    public static string AggregateOf(MeasurePart measure) =>
        measure.Aggregate ?? (measure.Column is null ? Aggregates.Count : measure.Column.DefaultAggregate ?? Aggregates.Sum);

    private static Stack? StackOf(Draft draft, List<GroupPart> groups, ChartType chart)
    {
        if (chart is not (ChartType.Bar or ChartType.Column or ChartType.Line or ChartType.Area or ChartType.Mixed or ChartType.Histogram)) return null;
        if (draft.Stack is Stack.Stacked && draft.Share && groups.Count > 1) return Stack.Percent; // "stacked, as percentages"
        if (draft.Stack is { } said) return said;
        return draft.Share && groups.Count > 1 && chart is ChartType.Bar or ChartType.Column or ChartType.Area ? Stack.Percent : null;
    }

    private static ChartFilter[] Filters(Draft draft)
    {
        var filters = new List<ChartFilter>();
        draft.FilterPlaces.Clear();
        List<FilterPart> periods = [.. draft.Filters.Where(f => f is { Phrase.Part: null, Phrase: not null })];
        foreach (var part in draft.Filters)
        {
            if (draft.FilterPlaces.ContainsKey(part) || draft.Filters.Exists(first => first.Or == part)) continue;
            draft.FilterPlaces[part] = filters.Count;
            var together = periods.Where(p => p.Column == part.Column).ToList();
            if (part.Or is { } other)
            {
                draft.FilterPlaces[other] = filters.Count;
                filters.Add(new ChartFilter { Any = [On(part), On(other)] });
            }
            else if (part.Phrase is null) filters.Add(On(part));
            else if (together.Count > 1 && together.Contains(part) && Disjoint(together))
            {
                // "2023 and 2024": either, since no day is in both.
                foreach (var period in together) draft.FilterPlaces[period] = filters.Count;
                filters.Add(new ChartFilter { Any = [.. together.SelectMany(p => PeriodRule.FiltersOf(p, p.Column!))] });
            }
            else filters.AddRange(PeriodRule.FiltersOf(part, part.Column!));
        }
        return Once(draft, filters);
    }

    /// <summary>解約した契約(churned=Yes): said twice, it is one condition.</summary>
    private static ChartFilter[] Once(Draft draft, List<ChartFilter> filters)
    {
        List<string> keys = [.. filters.Select((filter, i) => filter.Any is null ? filter.ToString() : i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        List<string> once = [.. keys.Distinct(StringComparer.Ordinal)];
        if (once.Count == keys.Count) return [.. filters];
        foreach (var (part, place) in draft.FilterPlaces.ToList()) draft.FilterPlaces[part] = once.IndexOf(keys[place]);
        return [.. once.Select(key => filters[keys.IndexOf(key)])];
    }

    private static ChartFilter On(FilterPart part) => ChartFilter.On(part.Column?.Name!, part.Op, part.Value, part.Grain, part.Aggregate);

    private static bool Disjoint(List<FilterPart> periods) =>
        periods.TrueForAll(a => periods.TrueForAll(b => a == b || a.Phrase!.Days.To < b.Phrase!.Days.From || b.Phrase!.Days.To < a.Phrase.Days.From));

    private static ChartSort? Sort(Draft draft, ChartQuery query)
    {
        if (query.Dimensions.Count == 0) return null;
        return SortOf(draft, query);
    }

    /// <summary>"by country, sorted by name", where names are not shown: what stands along the axis is what has a name. A line runs along its axis.</summary>
    private static bool IsBesideChart(SortPart sort, ChartQuery query) =>
        query.Dimensions.Count > 0 && (sort is { Called: true, Column: { } column } && !query.Dimensions.Any(d => d.Field == column.Name) || sort is { Column: null, Unnamed: true, Order: SortOrder.Asc } && query.ChartType == ChartType.Line);

    public static ChartSort? SortOf(Draft draft, ChartQuery query)
    {
        if (draft.Sort is not { } sort) return null;
        if (IsBesideChart(sort, query)) return new ChartSort(SortBy.X, sort.Order ?? SortOrder.Asc);
        if (sort.Axis is { } axis) return new ChartSort(axis == "x" ? SortBy.X : SortBy.Y, sort.Order ?? (axis == "x" ? SortOrder.Asc : SortOrder.Desc));
        if (sort.Column is not { } column) return new ChartSort(SortBy.Y, sort.Order ?? SortOrder.Desc);
        if (query.X?.Field == column.Name) return new ChartSort(SortBy.X, sort.Order ?? SortOrder.Asc);
        var measure = query.Measures.Count > 0 ? query.Measures[0] : null;
        var aggregate = sort.Aggregate ?? column.DefaultAggregate ?? Aggregates.Sum;
        if (measure?.Field == column.Name && (sort.Aggregate is null || measure.Aggregate == sort.Aggregate)) return new ChartSort(SortBy.Y, sort.Order ?? SortOrder.Desc);
        if (column.Role == ColumnRole.Measure) return new ChartSort(new SortBy(column.Name, aggregate), sort.Order ?? SortOrder.Desc);
        return new ChartSort(new SortBy(column.Name), sort.Order ?? SortOrder.Asc);
    }
}
