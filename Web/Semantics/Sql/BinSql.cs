using NpgsqlTypes;

namespace Web.Semantics.Sql;

/// <summary>Numbers in bins. A bin is kept as its number; its edges are worked out last, in exact decimals.</summary>
internal static class BinSql
{
    /// <summary>The number of the bin that a value lies in. With a count, the greatest value belongs to the last bin.</summary>
    public static string Index(string value, Bin bin, string bins, Parameters parameters) => bin switch
    {
        { Width: { } width } => $"floor(({value})::numeric / {parameters.Add(width, NpgsqlDbType.Numeric)})::bigint",
        { Count: not null } => $"least(floor((({value})::numeric - {bins}.origin) / {bins}.width)::bigint, {bins}.last)",
        _ => $"floor((({value})::numeric - {bins}.origin) / {bins}.width)::bigint",
    };

    /// <summary>The lower edge of bin number <paramref name="index"/>.</summary>
    public static string Edge(string index, Bin bin, string bins, Parameters parameters) => bin.Width is { } width
        ? $"{index} * {parameters.Add(width, NpgsqlDbType.Numeric)}"
        : $"{bins}.origin + {index} * {bins}.width";

    /// <summary>Where the bins begin, how wide they are and the number of the last.</summary>
    public static Select Bounds(CheckedDimension dimension, Rows rows, IEnumerable<Condition> conditions)
    {
        var value = rows.Shown(dimension.Column);
        var where = rows.Where(conditions);
        var of = string.Join(' ', [rows.From, .. rows.Joins, $"where {string.Join(" and ", where)}"]);
        var extent = $"(select min({value})::numeric as lo, max({value})::numeric as hi from {of}) extent";
        return dimension.Bin!.Count is { } count
            ? Counted(extent, rows.Parameters.Add((long)count, NpgsqlDbType.Bigint))
            : Nice(extent, dimension.Column.Type == ColumnType.Integer);
    }

    private static Select Counted(string extent, string count) => new()
    {
        Terms =
        [
            new Term("lo", "origin"), new Term($"case when hi > lo then (hi - lo) / {count} else 1 end", "width"), new Term($"{count} - 1", "last"),
        ],
        From = extent,
    };

    // About ten bins whose width is 1, 2 or 5 times a power of ten and whose edges are its multiples.
    private static Select Nice(string extent, bool whole)
    {
        var scale = $"(select lo, tenth, power(10::numeric, floor(log(tenth))) as unit from (select lo, nullif(hi - lo, 0) / 10 as tenth from {extent}) part) scale";
        const string nice = "unit * (case when tenth <= unit then 1 when tenth <= 2 * unit then 2 when tenth <= 5 * unit then 5 else 10 end)";
        var step = $"(select lo, coalesce({(whole ? $"greatest({nice}, 1)" : nice)}, 1) as width from {scale}) step";
        return new Select
        {
            Terms = [new Term("floor(lo / width) * width", "origin"), new Term("width", "width"), new Term("null::bigint", "last")],
            From = step,
        };
    }
}
