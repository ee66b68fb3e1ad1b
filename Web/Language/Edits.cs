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
        var query = AsksOfRows(previous, scene, draft) ? Counted(previous) : previous with { Template = null };
        query = Removed(query, scene, draft);
        query = Measured(query, scene, draft, contract);
        query = Replacing.Placed(query, draft, replaced) ?? Grouped(query, scene, draft, contract);
        query = Filtered(query, said, contract);
        query = Charted(query, previous, draft, contract);
        if (ChartRule.SortOf(draft, query) is { } sort) query = query with { Sort = Retarget(sort, query, contract) };
        if (draft.Limit is { } limit) query = query with { Limit = limit.Count, ChartType = query.ChartType == ChartType.Line ? ChartType.Bar : query.ChartType };
        else if (query.Limit is not null && ShowsAll(scene, draft)) query = query with { Limit = null };
        if (draft.Compare is { } compare) query = query with { Compare = compare };
        // 逆に少ない方から5つ: the order that was said is the other one already.
        if (draft.Sort is null && Enumerable.Range(0, scene.Count).FirstOrDefault(i => scene.Is(i, WordKind.Swap), -1) is >= 0 and var swap) query = scene.Word(swap)!.Value == "order" ? Turned(query) : Swapped(query);
        return UnusualRule.Edited(Tidy(query), said, contract);
    }

    /// <summary>"by month", "as bars", 費用の合計 after a list of rows: those rows are reckoned with, and no longer listed.</summary>
    private static bool AsksOfRows(ChartQuery previous, Scene scene, Draft draft) =>
        previous is { ChartType: ChartType.Table, Dimensions: [{ Role: DimensionRole.Detail }, ..] } && previous.Measures.All(m => m.Aggregate == Aggregates.None) && !Adds(scene)
        && (draft.Groups.Exists(g => g is { Grouped: true, Assumed: false }) || draft.Counts || draft.Measures.Exists(m => m.Aggregate is not null) || draft.Chart is not (null or ChartType.Table));

    private static ChartQuery Counted(ChartQuery previous) =>
        previous with { Template = null, ChartType = ChartType.BigNumber, Dimensions = [], Measures = [new ChartMeasure(null, Aggregates.Count)], Sort = null, Limit = null };

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

    private static ChartQuery Measured(ChartQuery query, Scene scene, Draft draft, DatasetContract contract)
    {
        if (draft.Transform is { } transform) query = query with { Measures = [.. query.Measures.Select(m => m with { Transform = transform })] };
        if (draft.Share && draft.Chart is null)
        {
            query = query.Dimensions.Count > 1 ? query with { Stack = Stack.Percent, ChartType = query.ChartType is ChartType.Line ? ChartType.Area : query.ChartType }
                : query.X?.Grain is null ? query with { ChartType = ChartType.Pie } : query with { Measures = [.. query.Measures.Select(m => m with { Transform = Transform.Share })] };
        }
        if (draft.Counts && draft.Measures.Any(m => m.Aggregate is Aggregates.Count or Aggregates.CountDistinct))
            return query with { Measures = [.. draft.Measures.Select(m => new ChartMeasure(m.Column?.Name, m.Aggregate!))] };
        if (draft.Measures.Count == 0) return AggregateOnly(scene) is { } aggregate ? Aggregated(query, aggregate, contract) : query;
        if (draft.Measures.TrueForAll(m => m.Assumed) && draft.Measures[0].Aggregate is { } only)
        {
            var other = Aggregated(query, only, contract);
            return Adds(scene) ? other with { Measures = [.. query.Measures, .. other.Measures.Where(m => !query.Measures.Contains(m))] } : other;
        }
        ChartMeasure[] measures = [.. draft.Measures.Select(m => new ChartMeasure(m.Column?.Name, m.Aggregate is null && SaidOf(query, contract) is { } kept ? kept : ChartRule.AggregateOf(m)))];
        return query with { Measures = Adds(scene) ? [.. query.Measures, .. measures.Where(m => !query.Measures.Contains(m))] : measures };
    }

    /// <summary>The aggregate that was asked for of the figure shown, where it is not the usual one: "and the fibre?" goes on with means.</summary>
    private static string? SaidOf(ChartQuery query, DatasetContract contract) =>
        query.Measures is [{ Field: { } field, Aggregate: Aggregates.Mean or Aggregates.Median or Aggregates.Max or Aggregates.Min } shown] && contract.Find(field) is { Role: ColumnRole.Measure } column && (column.DefaultAggregate ?? Aggregates.Sum) != shown.Aggregate ? shown.Aggregate : null;

    /// <summary>大宮校も; 大宮校についても同じものを is the same chart of it alone.</summary>
    private static bool Adds(Scene scene) => Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Also)) && !Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Same) && scene.IsJapanese(i));

    private static string? AggregateOnly(Scene scene)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (!scene.Is(i, WordKind.Aggregate)) continue;
            scene.Use(i, new Setting("/measures/0"));
            return scene.Word(i)!.Value;
        }
        return null;
    }

    private static ChartQuery Aggregated(ChartQuery query, string aggregate, DatasetContract contract)
    {
        if (query.Measures.Any(m => m.Field is not null)) return query with { Measures = [.. query.Measures.Select(m => m.Field is null ? m : m with { Aggregate = aggregate })] };
        return contract.DefaultMeasure is { } usual ? query with { Measures = [new ChartMeasure(usual, aggregate)] } : query;
    }

    private static ChartQuery Grouped(ChartQuery query, Scene scene, Draft draft, DatasetContract contract)
    {
        var groups = draft.Groups.Where(g => !g.Assumed).ToList();
        // "by category instead of region": what is replaced is not a group.
        if (groups.Count == 2 && Enumerable.Range(0, scene.Count).Any(i => scene.Raw(i).StartsWith("instead", StringComparison.Ordinal))) groups.RemoveAll(g => !g.Grouped);
        if (groups.Count == 0) return query;
        foreach (var assumed in groups.Where(g => g.DefaultTime && PeriodRule.DefaultTime(contract, Known(query)) is { IsTemporal: true }))
            assumed.Column = PeriodRule.DefaultTime(contract, Known(query))!;
        if (groups.Count > 1)
        {
            groups = [.. groups.OrderByDescending(g => g.Column.Role == ColumnRole.Time)];
            var overTime = groups[0].Column.Role == ColumnRole.Time && query.ChartType is ChartType.Bar or ChartType.Pie or ChartType.BigNumber;
            return query with
            {
                ChartType = overTime ? ChartType.Line : query.ChartType,
                Sort = null,
                Dimensions = [.. groups.Take(3).Select((g, i) => Dimension(g, i == 0 ? DimensionRole.X : i == 1 ? DimensionRole.Series : DimensionRole.Facet))],
            };
        }
        var group = groups[0];
        // 結果別に積み上げて: what is stacked stands on what is shown.
        var stacks = draft.Stack is Stack.Stacked or Stack.Percent && query.X is { } shown && shown.Field != group.Column.Name && query.Series is null;
        // 店舗ごとに100%積み上げで: what a pie was cut into is stacked on what is named now.
        if (stacks && draft.Stack == Stack.Percent && query.ChartType is ChartType.Pie or ChartType.Donut && group is { Role: null, Column.Role: not ColumnRole.Time } && query.X is { } cut)
            return query with { ChartType = ChartType.Bar, Dimensions = [Dimension(group, DimensionRole.X), cut with { Role = DimensionRole.Series }] };
        var adds = group.Role == DimensionRole.Series || stacks || Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Also));
        var time = group.Column.Role == ColumnRole.Time;
        if (time && query.X is { Grain: not null } x)
        {
            var column = group.DefaultTime ? x.Field : group.Column.Name;
            return query with { Dimensions = [.. query.Dimensions.Select(d => d == x ? x with { Field = column, Grain = group.Grain } : d)] };
        }
        if (adds && query.X is not null)
            return query with { Dimensions = [.. query.Dimensions.Where(d => d.Role != DimensionRole.Series && d.Field != group.Column.Name), Dimension(group, DimensionRole.Series)] };
        // Over time, another division is a line for each; "instead" puts it in place of time.
        if (!time && query.X is { Grain: not null } && query.Series is null && query.ChartType is ChartType.Line or ChartType.Area && group.Grouped
            && !Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Instead)))
            return query with { Dimensions = [.. query.Dimensions, Dimension(group, DimensionRole.Series)] };
        // A series that is replaced stays a series; otherwise the x axis changes.
        if (!time && query.X is { Grain: not null } && query.Series is { } series)
            return query with { Dimensions = [.. query.Dimensions.Select(d => d == series ? Dimension(group, DimensionRole.Series) : d)] };
        var chart = time && query.ChartType is ChartType.Bar or ChartType.Pie or ChartType.BigNumber ? ChartType.Line
            : !time && query.ChartType is ChartType.Line or ChartType.BigNumber or ChartType.Area ? ChartType.Bar : query.ChartType;
        var role = query.ChartType == ChartType.Table ? DimensionRole.Detail : DimensionRole.X;
        return query with
        {
            ChartType = chart,
            Dimensions = [Dimension(group, role), .. query.Dimensions.Where(d => d.Role is not (DimensionRole.X or DimensionRole.Detail) && d.Field != group.Column.Name)],
        };
    }

    private static ChartDimension Dimension(GroupPart group, DimensionRole role) => new(group.Column.Name, role, group.Grain, group.Bin);

    private static List<(string, FilterOp, object?)> Known(ChartQuery query) =>
        [.. query.Filters.Where(f => f is { Field: not null, Op: not null }).Select(f => (f.Field!, f.Op!.Value, ValueOf(f)))];

    private static object? ValueOf(ChartFilter filter) => filter.Value?.ValueKind switch
    {
        System.Text.Json.JsonValueKind.String => filter.Value.Value.GetString(),
        System.Text.Json.JsonValueKind.Array => filter.Value.Value.EnumerateArray().Select(v => v.ToString()).ToArray(),
        _ => null,
    };

    private static ChartQuery Filtered(ChartQuery query, Candidate said, DatasetContract contract)
    {
        foreach (var (part, place) in said.Draft.FilterPlaces)
        {
            var filter = said.Query.Filters[place];
            if (part.Phrase is not null && part.Assumed && filter.Field is { } assumed)
            {
                // "only 2024" is about the time that the chart already shows.
                var time = query.Filters.FirstOrDefault(f => f.Op == FilterOp.InPeriod)?.Field ?? query.Dimensions.FirstOrDefault(d => d.Grain is not null)?.Field
                    ?? PeriodRule.DefaultTime(contract, Known(query))?.Name ?? assumed;
                if (filter.Op == FilterOp.InPeriod && contract.Find(time) is { IsTemporal: true }) filter = filter with { Field = time };
            }
            var isPeriod = filter.Op == FilterOp.InPeriod;
            var sides = said.Draft.Contrast || said.Draft.Versus;
            if ((sides || Adds(said.Scene)) && Joined(query, filter) is { } joined)
            {
                filter = joined;
                if (sides) query = Sided(query, filter.Field!);
            }
            query = query with { Filters = [.. query.Filters.Where(f => f.Field != filter.Field || (f.Op == FilterOp.InPeriod) != isPeriod || f.Aggregate != filter.Aggregate), filter] };
        }
        return query;
    }

    /// <summary>"compare with B": each of the values is seen by itself.</summary>
    private static ChartQuery Sided(ChartQuery query, string field) =>
        query.Dimensions.Any(d => d.Field == field) || query.Series is not null ? query
        : query.X is null ? query with { ChartType = query.ChartType == ChartType.BigNumber ? ChartType.Bar : query.ChartType, Dimensions = [new ChartDimension(field), .. query.Dimensions] }
        : query with { Dimensions = [.. query.Dimensions, new ChartDimension(field, DimensionRole.Series)] };

    /// <summary>「失注も」: the value joins those that are shown already.</summary>
    private static ChartFilter? Joined(ChartQuery query, ChartFilter filter)
    {
        if (filter.Op is not (FilterOp.Equal or FilterOp.In)) return null;
        if (query.Filters.FirstOrDefault(f => f.Field == filter.Field && f.Op is FilterOp.Equal or FilterOp.In) is not { } known) return null;
        string[] values = [.. Values(known), .. Values(filter)];
        return ChartFilter.On(filter.Field!, FilterOp.In, values.Distinct(StringComparer.Ordinal).ToArray());
    }

    private static string[] Values(ChartFilter filter) => ValueOf(filter) switch { string one => [one], string[] many => many, _ => [] };

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
            ?? draft.Groups.Where(g => g.Column.IsTemporal).Select(g => Dimension(g, DimensionRole.X)).FirstOrDefault();
        return query with
        {
            Dimensions = time is null ? query.Dimensions : [time with { Role = DimensionRole.X, Grain = draft.TrendGrain ?? time.Grain }],
            Forecast = draft.Periods is { } periods ? new Forecasting(periods) : null,
        };
    }

    private static ChartSort Retarget(ChartSort sort, ChartQuery query, DatasetContract contract)
    {
        // 値の高い順に, of rows that are held against a bound: the figure that is bound.
        if (query is { ChartType: ChartType.Table, Dimensions: [{ Role: DimensionRole.Detail }, ..] } && sort.By == SortBy.Y && RowFigure(query, contract) is { } figure) return sort with { By = new SortBy(figure) };
        if (sort.By.Aggregate is null && query.X is { } x)
        {
            if (sort.By.Field == x.Field) return sort with { By = SortBy.X };
            // "sort by name": of what is on the axis.
            if (contract.Find(sort.By.Field) is { Role: ColumnRole.Identity }) return sort with { By = SortBy.X };
        }
        return query.Measures.Any(m => m.Field == sort.By.Field) ? sort with { By = SortBy.Y } : sort;
    }

    private static string? RowFigure(ChartQuery query, DatasetContract contract) =>
        query.Measures.Any(m => m.Aggregate != Aggregates.None) ? null
        : query.Filters.Select(f => f.Field).OfType<string>().Where(field => contract.Find(field) is { Role: ColumnRole.Measure }).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : contract.DefaultMeasure;

    private static ChartQuery Tidy(ChartQuery query)
    {
        if (query.ChartType is ChartType.Pie or ChartType.Donut or ChartType.BigNumber) query = query with { Stack = null };
        return query.Dimensions.Count < 2 && query.Stack is Stack.Percent ? query with { Stack = Stack.Stacked } : query;
    }

    /// <summary>The threads again, with the places that the parts have in the edited query.</summary>
    public static IReadOnlyList<WordThread> Threads(Candidate said, ChartQuery edited, IReadOnlyList<WordThread> threads)
    {
        var moved = new List<WordThread>();
        foreach (var thread in threads)
        {
            var parts = thread.Slot.Split('/');
            if (parts.Length < 3 || !int.TryParse(parts[2], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at))
            {
                moved.Add(thread);
                continue;
            }
            var place = parts[1] switch
            {
                "filters" when at < said.Query.Filters.Count => Find(edited.Filters, f => f.Op == said.Query.Filters[at].Op && Equals(f.Value?.GetRawText(), said.Query.Filters[at].Value?.GetRawText())),
                "dimensions" when at < said.Query.Dimensions.Count => Find(edited.Dimensions, d => d.Grain == said.Query.Dimensions[at].Grain && (d.Field == said.Query.Dimensions[at].Field || d.Grain is not null)),
                "measures" => edited.Measures.Count > at ? at : -1,
                _ => -1,
            };
            if (place >= 0) moved.Add(thread with { Slot = $"/{parts[1]}/{place.ToString(System.Globalization.CultureInfo.InvariantCulture)}" });
        }
        return moved;
    }

    private static int Find<T>(IReadOnlyList<T> list, Func<T, bool> match)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (match(list[i])) return i;
        }
        return -1;
    }
}
