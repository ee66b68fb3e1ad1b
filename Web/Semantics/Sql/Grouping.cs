using System.Collections.Immutable;

namespace Web.Semantics.Sql;

/// <summary>Writes "group the dataset's rows by these keys": once for the figures, again for an earlier period, a ranking or a total.</summary>
internal sealed class Grouping(CheckedQuery query, Keys keys, Parameters parameters)
{
    public IReadOnlyList<CheckedMeasure> Measures { get; } = [.. query.Measures, .. query.Hidden];

    /// <param name="indexes">The dimensions to group by.</param>
    /// <param name="measures">Which of <see cref="Measures"/> to work out.</param>
    /// <param name="tops">Dimensions of which only the foremost keys stay; see <see cref="Top"/>.</param>
    public Select Select(IReadOnlyList<int> indexes, IEnumerable<int> measures, IReadOnlyList<Condition> conditions, bool having, IReadOnlyList<Foremost> tops)
    {
        var rows = new Rows(query, parameters);
        var terms = ImmutableArray.CreateBuilder<Term>();
        var joins = ImmutableArray.CreateBuilder<string>();
        foreach (var i in indexes)
        {
            var key = keys.Write(i, rows);
            if (tops.FirstOrDefault(t => t.Index == i) is not { } top)
            {
                terms.Add(new Term(key, Keys.Alias(i)));
                continue;
            }
            joins.Add($"{(top.Others ? "left join" : "join")} {Keys.TopName(i)} on {Keys.TopName(i)}.k is not distinct from {key}");
            terms.Add(new Term($"{Keys.TopName(i)}.k", Keys.Alias(i)));
            if (top.Others) terms.Add(new Term($"{Keys.TopName(i)}.kept is null", Keys.OthersAlias(i)));
        }
        if (keys.Mixed is { } mixed) terms.Add(new Term(rows.Currency(mixed), Keys.CurrencyAlias));
        var groupBy = terms.Count;
        foreach (var i in measures) terms.Add(new Term(MeasureSql.Write(Measures[i], rows), MeasureSql.Alias(i)));
        ImmutableArray<string> where = [.. rows.Where(conditions), .. keys.Present(indexes, rows)];
        return new Select
        {
            Terms = terms.ToImmutable(),
            From = rows.From,
            Where = where,
            GroupBy = groupBy,
            Having = having ? [.. query.GroupConditions.Select(g => MeasureSql.Test(g, rows))] : [],
            Joins = [.. rows.Joins, .. keys.BinJoins(indexes), .. joins],
        };
    }

    /// <summary>The foremost <paramref name="count"/> keys of one dimension. Currencies are never added, so where they mix, rows are counted.</summary>
    public Select Top(int index, string count, SortTarget by, SortOrder order)
    {
        var rows = new Rows(query, parameters);
        var key = keys.Write(index, rows);
        var sort = by is SortTarget.Measure m ? keys.Mixed is null ? MeasureSql.Write(Measures[m.Index], rows) : "count(*)" : keys.Sortable(index, key);
        ImmutableArray<string> where = [.. rows.Where(query.Conditions), .. keys.Present(query.Dimensions.Select((_, i) => i), rows)];
        return new Select
        {
            Terms = [new Term(key, "k"), new Term("true", "kept")],
            From = rows.From,
            Where = where,
            GroupBy = 1,
            OrderBy = [$"{sort} {(order == SortOrder.Desc ? "desc" : "asc")} nulls last", $"{keys.Sortable(index, key)} nulls last"],
            Limit = count,
            Joins = [.. rows.Joins, .. keys.BinJoins([index])],
        };
    }
}

/// <summary>A dimension cut to its foremost keys, with or without the others in one group.</summary>
internal sealed record Foremost(int Index, bool Others);
