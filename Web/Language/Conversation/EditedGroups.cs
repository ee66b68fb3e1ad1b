using Web.Semantics;

namespace Web.Language;

/// <summary>"by region", "split by owner", "per month instead": what a follow-up says of the divisions.</summary>
internal static class EditedGroups
{
    public static ChartQuery Of(ChartQuery query, Scene scene, Draft draft, DatasetContract contract)
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

    public static ChartDimension Dimension(GroupPart group, DimensionRole role) => new(group.Column.Name, role, group.Grain, group.Bin);

    public static List<(string, FilterOp, object?)> Known(ChartQuery query) =>
        [.. query.Filters.Where(f => f is { Field: not null, Op: not null }).Select(f => (f.Field!, f.Op!.Value, ValueOf(f)))];

    public static object? ValueOf(ChartFilter filter) => filter.Value?.ValueKind switch
    {
        System.Text.Json.JsonValueKind.String => filter.Value.Value.GetString(),
        System.Text.Json.JsonValueKind.Array => filter.Value.Value.EnumerateArray().Select(v => v.ToString()).ToArray(),
        _ => null,
    };
}
