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
        var extent = $"(select min({value})::numeric as lo, max({value})::numeric as hi from {rows.From}";
        var where = rows.Where(conditions);
        extent = string.Join(' ', [extent, .. rows.Joins, $"where {string.Join(" and ", where)}) extent"]);
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
        const string power = "power(10::numeric, floor(log((hi - lo) / 10)))";
        const string nice = $"{power} * (case when (hi - lo) / 10 <= {power} then 1 when (hi - lo) / 10 <= 2 * {power} then 2 when (hi - lo) / 10 <= 5 * {power} then 5 else 10 end)";
        var width = $"case when hi > lo then {(whole ? $"greatest({nice}, 1)" : nice)} else 1 end";
        return new Select
        {
            Terms = [new Term("floor(lo / width) * width", "origin"), new Term("width", "width"), new Term("null::bigint", "last")],
            From = $"(select lo, {width} as width from {extent}) step",
        };
    }
}
