using NpgsqlTypes;

namespace Web.Semantics.Sql;

/// <summary>
/// The statement of a grouped query, in layers that each read the one before:
/// grouped → filled (gaps) → compared (earlier period) → placed (which x stay) → changed (transforms) → the rows in order.
/// A layer that has nothing to do is not written.
/// </summary>
internal sealed class GroupedRows
{
    private readonly CheckedQuery query;
    private readonly Parameters parameters;
    private readonly Keys keys;
    private readonly Grouping grouping;
    private readonly IReadOnlyList<Foremost> tops;
    private readonly List<Named> with = [];

    public GroupedRows(CheckedQuery query, Parameters parameters)
    {
        (this.query, this.parameters) = (query, parameters);
        keys = new Keys(query);
        grouping = new Grouping(query, keys, parameters);
        tops = Foremost();
    }

    /// <summary>What the rows of a mark stand on as the figures do: bounds of bins, and which keys are the foremost.</summary>
    public (IReadOnlyList<Named> With, IReadOnlyList<Foremost> Tops) Ground()
    {
        AddBounds();
        foreach (var top in tops) AddTop(top);
        return (with, tops);
    }

    public SqlText Compile()
    {
        Ground();
        with.Add(new Named("grouped", Grouped(query.Conditions, having: true)));
        var layers = new Layers(query, keys, tops, grouping.Measures);
        if (layers.Spine() is { } spine)
        {
            with.Add(new Named("spine", spine));
            with.Add(new Named("filled", layers.Filled()));
        }
        if (query.Comparison is { } comparison)
        {
            if (comparison.Condition is not null) with.Add(new Named("earlier", Grouped(EarlierKeys.Conditions(query, comparison), having: false)));
            with.Add(new Named("compared", layers.Compared(comparison)));
        }
        var ranking = new Ranking(query, keys, tops, grouping);
        if (ranking.Needed)
        {
            if (ranking.Totals() is { } totals) with.Add(new Named("totals", totals));
            with.AddRange(layers.Placed(ranking));
        }
        if (layers.Changed(ranking.Needed) is { } changed) with.Add(new Named("changed", changed));
        return new Answer(query, keys, tops, parameters, ranking, layers).Write([.. with]);
    }

    private IReadOnlyList<Foremost> Foremost()
    {
        var others = query.Query.Others == true;
        if (query.Query.SeriesLimit is not null) return [new Foremost(query.Dimensions.ToList().IndexOf(query.Series!), others)];
        return others && query.Query.Limit is not null ? [new Foremost(0, Others: true)] : [];
    }

    private void AddTop(Foremost top)
    {
        var count = query.Dimensions[top.Index].Role == DimensionRole.X ? query.Query.Limit!.Value : query.Query.SeriesLimit!.Value;
        var (by, order) = top.Index == 0
            ? (query.Sort.By, query.Sort.Order)
            : (grouping.Measures.Count > 0 ? new SortTarget.Measure(0) : (SortTarget)new SortTarget.Dimension(top.Index), SortOrder.Desc);
        with.Add(new Named(Keys.TopName(top.Index), grouping.Top(top.Index, parameters.Add((long)count, NpgsqlDbType.Bigint), by, order)));
    }

    private void AddBounds()
    {
        for (var i = 0; i < query.Dimensions.Count; i++)
            if (query.Dimensions[i].Bin is { Width: null })
                with.Add(new Named(Keys.BinsName(i), BinSql.Bounds(query.Dimensions[i], new Rows(query, parameters), query.Conditions)));
    }

    private Select Grouped(IReadOnlyList<Condition> conditions, bool having) => grouping.Select(
        [.. Enumerable.Range(0, query.Dimensions.Count)], Enumerable.Range(0, grouping.Measures.Count), conditions, having, tops);
}
