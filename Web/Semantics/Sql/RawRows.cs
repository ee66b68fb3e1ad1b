using System.Collections.Immutable;
using System.Globalization;
using NpgsqlTypes;

namespace Web.Semantics.Sql;

/// <summary>
/// Rows as they are. With a limit, the first so many; without, all of them up to the cap, and beyond it a sample whose choice depends on
/// the rows' values only, so that the same data always gives the same points.
/// </summary>
internal sealed class RawRows(CheckedQuery query, Parameters parameters)
{
    private const string Seed = "20";
    private readonly Keys keys = new(query);
    private readonly List<SqlCell> cells = [];

    public SqlText Compile()
    {
        var rows = new Rows(query, parameters);
        var terms = Terms(rows);
        var shown = terms[..cells.Count];
        var picked = new Select { Terms = terms, From = rows.From, Where = rows.Where(query.Conditions) };
        picked = picked with { Joins = rows.Joins };
        if (query.Query.Limit is { } limit)
        {
            var count = parameters.Add((long)limit, NpgsqlDbType.Bigint);
            var first = new Select { With = [new Named("picked", picked)], Terms = shown.Bare(), From = "picked", OrderBy = Order(), Limit = count };
            return new SqlText(first.Write(), parameters.All, cells, SqlCompiler.RawCap);
        }
        var hash = $"hashtextextended(concat_ws('|', {string.Join(", ", terms.Select(t => t.Sql))}), {Seed})";
        picked = picked with { Terms = terms.Add(new Term(hash, "drawn")), OrderBy = ["drawn"], Limit = Number(SqlCompiler.RawCap + 1) };
        var kept = new Select { Terms = terms.Bare(), From = "picked", OrderBy = ["drawn"], Limit = Number(SqlCompiler.RawCap) };
        cells.Add(SqlCell.Seen);
        var text = new Select
        {
            With = [new Named("picked", picked), new Named("kept", kept)],
            Terms = shown.Bare().Add(new Term("(select count(*) from picked)", "seen")),
            From = "kept",
            OrderBy = Order(),
        }.Write();
        return new SqlText(text, parameters.All, cells, SqlCompiler.RawCap);
    }

    /// <summary>The shown columns first, then those that only sort.</summary>
    private ImmutableArray<Term> Terms(Rows rows)
    {
        var terms = ImmutableArray.CreateBuilder<Term>();
        for (var i = 0; i < query.Dimensions.Count; i++) terms.Add(new Term(rows.Shown(query.Dimensions[i].Column), Keys.Alias(i)));
        if (keys.Mixed is { } mixed) terms.Add(new Term(rows.Currency(mixed), Keys.CurrencyAlias));
        for (var i = 0; i < query.Measures.Count; i++) terms.Add(new Term(rows.Shown(query.Measures[i].Column!), MeasureSql.Alias(i)));
        cells.AddRange(Enumerable.Repeat(SqlCell.Value, terms.Count));
        for (var i = 0; i < query.Hidden.Count; i++) terms.Add(new Term(rows.Shown(query.Hidden[i].Column!), MeasureSql.Alias(query.Measures.Count + i)));
        return terms.ToImmutable();
    }

    private ImmutableArray<string> Order()
    {
        var order = query.Sort.Order == SortOrder.Desc ? "desc" : "asc";
        var first = query.Sort.By switch
        {
            SortTarget.Dimension(var index) => keys.Sortable(index, Keys.Alias(index)),
            SortTarget.Measure(var index) => MeasureSql.Alias(index),
            _ => throw new InvalidOperationException("Not an order."),
        };
        var ties = query.Dimensions.Select((_, i) => keys.Sortable(i, Keys.Alias(i))).Concat(query.Measures.Select((_, i) => MeasureSql.Alias(i)));
        return [$"{first} {order} nulls last", .. ties.Where(t => t != first).Select(t => $"{t} nulls last")];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal static class BareTerms
{
    /// <summary>The same columns, read by their names from a statement that has them.</summary>
    public static ImmutableArray<Term> Bare(this ImmutableArray<Term> terms) => [.. terms.Select(t => new Term(t.Alias, t.Alias))];
}
