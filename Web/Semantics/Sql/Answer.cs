using System.Collections.Immutable;
using NpgsqlTypes;

namespace Web.Semantics.Sql;

/// <summary>The outermost select: the columns of the result, the rows that stay, their order.</summary>
internal sealed class Answer(CheckedQuery query, Keys keys, IReadOnlyList<Foremost> tops, Parameters parameters, Ranking ranking, Layers layers)
{
    private readonly List<SqlCell> cells = [];

    public SqlText Write(ImmutableArray<Named> with)
    {
        var source = layers.Current;
        var terms = Terms(source);
        var limited = query.Query.Limit is not null && !tops.Any(t => t.Index == 0);
        var limit = limited ? parameters.Add((long)query.Query.Limit!.Value, NpgsqlDbType.Bigint) : null;
        var text = new Select
        {
            With = with,
            Terms = terms,
            From = source,
            Joins = keys.BinJoins(Enumerable.Range(0, query.Dimensions.Count)),
            Where = ranking.Needed && limit is not null ? [$"{source}.{Ranking.PlaceAlias} <= {limit}"] : [],
            OrderBy = Order(source),
            Limit = limit is not null && !ranking.Needed ? limit : (SqlCompiler.GroupedCap + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
        }.Write();
        return new SqlText(text, parameters.All, cells, SqlCompiler.GroupedCap);
    }

    private ImmutableArray<Term> Terms(string source)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        for (var i = 0; i < query.Dimensions.Count; i++)
        {
            var key = $"{source}.{Keys.Alias(i)}";
            terms.Add(new Term(key, Keys.Alias(i)));
            if (query.Dimensions[i].Bin is { } bin)
            {
                terms.Add(new Term(BinSql.Edge(key, bin, Keys.BinsName(i), parameters), Keys.Alias(i) + "_from"));
                terms.Add(new Term(BinSql.Edge($"({key} + 1)", bin, Keys.BinsName(i), parameters), Keys.Alias(i) + "_to"));
                terms.Add(new Term(bin.Count is null ? "false" : $"{key} = {Keys.BinsName(i)}.last", Keys.Alias(i) + "_closed"));
            }
            cells.Add(query.Dimensions[i].Bin is null ? SqlCell.Value : SqlCell.Bin);
            if (!tops.Any(t => t.Index == i && t.Others)) continue;
            terms.Add(new Term($"{source}.{Keys.OthersAlias(i)}", Keys.OthersAlias(i)));
            cells.Add(SqlCell.Others);
        }
        if (keys.Mixed is not null) Value(terms, $"{source}.{Keys.CurrencyAlias}", Keys.CurrencyAlias);
        for (var i = 0; i < query.Measures.Count; i++) Value(terms, $"{source}.{MeasureSql.Alias(i)}", MeasureSql.Alias(i));
        if (query.Comparison is not null)
            for (var i = 0; i < query.Measures.Count; i++) Value(terms, $"{source}.{Layers.Earlier(i)}", Layers.Earlier(i));
        return terms.ToImmutable();
    }

    private void Value(ImmutableArray<Term>.Builder terms, string sql, string alias)
    {
        terms.Add(new Term(sql, alias));
        cells.Add(SqlCell.Value);
    }

    // The others come last; every key breaks ties, so that the same rows always come in the same order.
    private ImmutableArray<string> Order(string source)
    {
        var order = query.Sort.Order == SortOrder.Desc ? "desc" : "asc";
        var terms = ImmutableArray.CreateBuilder<string>();
        if (tops.Any(t => t is { Index: 0, Others: true })) terms.Add($"{source}.{Keys.OthersAlias(0)}");
        if (ranking.Needed)
        {
            terms.AddRange(ranking.Within.Select(k => Sorted(source, k)));
            terms.Add($"{source}.{Ranking.PlaceAlias}");
        }
        if (query.Sort.By is SortTarget.Dimension(var index)) terms.Add($"{keys.Sortable(index, $"{source}.{Keys.Alias(index)}")} {order} nulls last");
        else if (!ranking.Needed) terms.Add($"{source}.{MeasureSql.Alias(((SortTarget.Measure)query.Sort.By).Index)} {order} nulls last");
        foreach (var top in tops.Where(t => t.Others && t.Index > 0)) terms.Add($"{source}.{Keys.OthersAlias(top.Index)}");
        for (var i = 0; i < query.Dimensions.Count; i++)
            if (query.Sort.By is not SortTarget.Dimension(var sorted) || sorted != i) terms.Add($"{keys.Sortable(i, $"{source}.{Keys.Alias(i)}")} nulls last");
        if (keys.Mixed is not null) terms.Add($"{source}.{Keys.CurrencyAlias} collate \"C\"");
        return terms.ToImmutable();
    }

    private string Sorted(string source, string alias)
    {
        var index = Enumerable.Range(0, query.Dimensions.Count).FirstOrDefault(i => Keys.Alias(i) == alias, -1);
        return index >= 0 ? $"{keys.Sortable(index, $"{source}.{alias}")} nulls last" : alias == Keys.CurrencyAlias ? $"{source}.{alias} collate \"C\"" : $"{source}.{alias}";
    }
}
