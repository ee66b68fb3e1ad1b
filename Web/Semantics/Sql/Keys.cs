using System.Collections.Immutable;
using System.Globalization;

namespace Web.Semantics.Sql;

/// <summary>What rows are grouped by: the dimensions, and the currency where a money column mixes several.</summary>
internal sealed class Keys(CheckedQuery query)
{
    public const string CurrencyAlias = "c";

    public Column? Mixed { get; } = query.MixedColumn;

    public IReadOnlyList<CheckedDimension> Dimensions => query.Dimensions;

    public static string Alias(int index) => "k" + Number(index);

    /// <summary>Tells the group of all others from a group whose key is null.</summary>
    public static string OthersAlias(int index) => "o" + Number(index);

    /// <summary>The name of the statement that holds a counted bin's bounds.</summary>
    public static string BinsName(int index) => "bins" + Number(index);

    public static string TopName(int index) => "top" + Number(index);

    /// <summary>The key's SQL over the dataset's rows; a bin is the number of the bin.</summary>
    public string Write(int index, Rows rows)
    {
        var dimension = Dimensions[index];
        if (dimension.Bin is { } bin) return BinSql.Index(rows.Shown(dimension.Column), bin, BinsName(index), rows.Parameters);
        return dimension.Grain is { } grain ? TimeSql.Bucket(dimension.Column, grain, rows) : rows.Shown(dimension.Column);
    }

    /// <summary>How the key sorts: text by code point, the same on every server.</summary>
    public string Sortable(int index, string sql) =>
        Dimensions[index].Column.Type == ColumnType.Text ? $"{sql} collate \"C\"" : sql;

    /// <summary>Joins of the bounds that bins among <paramref name="indexes"/> are counted from.</summary>
    public ImmutableArray<string> BinJoins(IEnumerable<int> indexes) =>
        [.. indexes.Where(i => Dimensions[i].Bin is { Width: null }).Select(i => $"cross join {BinsName(i)}")];

    /// <summary>Rows without a place on a running x are left out: a time axis and a histogram have none for them.</summary>
    public IEnumerable<string> Present(IEnumerable<int> indexes, Rows rows) =>
        indexes.Where(i => Dimensions[i] is { Role: DimensionRole.X, HasBuckets: true } or { Bin: not null })
            .Select(i => $"{rows.Stored(Dimensions[i].Column)} is not null");

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
