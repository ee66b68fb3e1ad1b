using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <param name="Labels">The values of the row fields, as people read them.</param>
/// <param name="Cells">A figure for each column and measure; null where there are no rows.</param>
/// <param name="Totals">For each measure that may be added up; null for the others.</param>
/// <param name="Of">A row of the result with the row fields' values.</param>
internal sealed record PivotRow(IReadOnlyList<string> Labels, IReadOnlyList<object?> Cells, IReadOnlyList<object?> Totals, IReadOnlyList<object?> Of);

/// <summary>
/// Grouped rows crossed: row fields down, column fields across, each measure side by side under them. Totals are sums of what is shown, and only of
/// measures whose parts add up (sums and counts): a sum of means would be wrong and is not there. A cut result has no totals.
/// </summary>
internal sealed class PivotTable
{
    private const char Between = '\u001f';

    private PivotTable(Picture picture) => Picture = picture;

    public Picture Picture { get; }
    /// <summary>The result's columns that go down and across; amounts in several currencies are rows of their own.</summary>
    public IReadOnlyList<int> Down { get; private init; } = [];
    public IReadOnlyList<int> Across { get; private init; } = [];
    /// <summary>The values of the column fields for each column; one without values where there are no column fields.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Columns { get; private init; } = [];
    /// <summary>For each column a row of the result with the column fields' values.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> ColumnsOf { get; private init; } = [];
    public IReadOnlyList<PivotRow> Rows { get; private init; } = [];
    /// <summary>The sum of every column and measure, then of every measure; empty where none adds up.</summary>
    public IReadOnlyList<object?> Totals { get; private init; } = [];
    public bool HasTotals { get; private init; }
    public int Measures => Picture.Measures;

    public static PivotTable Of(Picture picture)
    {
        var roles = picture.Query.Dimensions.Select(d => d.Role).ToList();
        int[] across = [.. Enumerable.Range(0, roles.Count).Where(i => roles[i] == DimensionRole.Column)];
        int[] down = [.. Enumerable.Range(0, roles.Count).Where(i => roles[i] != DimensionRole.Column), .. picture.CurrencyColumn is { } c ? [c] : Array.Empty<int>()];
        var adds = Enumerable.Range(0, picture.Measures).Select(m => Adds(picture, m)).ToArray();
        var rows = picture.Result.Rows;
        var columns = Sorted(picture, rows, across, adds);
        var places = columns.Select((c, i) => (Key: Key(c, across), i)).ToDictionary(c => c.Key, c => c.i, StringComparer.Ordinal);
        var lines = new Dictionary<string, (IReadOnlyList<object?> Row, object?[] Cells)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var key = Key(row, down);
            if (!lines.TryGetValue(key, out var line)) lines.Add(key, line = (row, new object?[Math.Max(1, columns.Count) * picture.Measures]));
            for (var m = 0; m < picture.Measures; m++) line.Cells[(places[Key(row, across)] * picture.Measures) + m] = row[picture.FirstMeasure + m];
        }
        object?[] Sums(object?[] cells) => [.. Enumerable.Range(0, picture.Measures).Select(m => adds[m] ? Sum(cells.Where((_, i) => i % picture.Measures == m)) : null)];
        var body = lines.Values.Select(l => new PivotRow([.. down.Select(i => picture.Label(i, l.Row[i]))], l.Cells, Sums(l.Cells), l.Row)).ToList();
        var foot = Enumerable.Range(0, columns.Count * picture.Measures).Select(i => adds[i % picture.Measures] ? Sum(body.Select(r => r.Cells[i])) : null);
        return new PivotTable(picture)
        {
            Down = down,
            Across = across,
            Columns = [.. columns.Select(c => (IReadOnlyList<string>)[.. across.Select(i => picture.Label(i, c[i]))])],
            ColumnsOf = columns,
            Rows = body,
            HasTotals = adds.Any(a => a),
            Totals = [.. foot, .. Enumerable.Range(0, picture.Measures).Select(m => adds[m] ? Sum(body.Select(r => r.Totals[m])) : null)],
        };
    }

    /// <summary>What a cell stands for: the values of its row and of its column; a total stands for any.</summary>
    public Mark MarkOf(IReadOnlyList<object?>? row, IReadOnlyList<object?>? column)
    {
        var keys = Enumerable.Repeat(MarkKey.Any, Picture.FirstMeasure).ToArray();
        if (row is not null) foreach (var i in Down) keys[i] = MarkKey.Of(row[i]);
        if (column is not null) foreach (var i in Across) keys[i] = MarkKey.Of(column[i]);
        return new Mark(keys);
    }

    private static bool Adds(Picture picture, int measure) =>
        picture is { CurrencyColumn: null, Result.TruncatedAt: null }
        && picture.Query.Measures[measure] is { Named: null, Transform: null or Transform.Share, Aggregate: Aggregates.Sum or Aggregates.Count };

    /// <summary>Time runs forward; names go from the greatest first figure down where it adds up, else by name.</summary>
    private static List<IReadOnlyList<object?>> Sorted(Picture picture, IReadOnlyList<IReadOnlyList<object?>> rows, int[] across, bool[] adds)
    {
        var found = rows.GroupBy(r => Key(r, across), StringComparer.Ordinal).Select(g => (Row: g.First(), Sum: adds[0] ? Sum(g.Select(r => r[picture.FirstMeasure])) : null)).ToList();
        if (across.Length == 0) return [.. found.Select(f => f.Row)];
        IOrderedEnumerable<(IReadOnlyList<object?> Row, object? Sum)>? order = null;
        foreach (var i in across)
        {
            var dimension = picture.Query.Dimensions[i];
            var byFigure = !dimension.IsOrdered && across.Length == 1 && adds[0] && !dimension.Column.Ordered;
            order = byFigure ? found.OrderByDescending(f => ResultCell.Number(f.Sum) ?? 0)
                : order is null ? found.OrderBy(f => f.Row[i], new ByValue(dimension)) : order.ThenBy(f => f.Row[i], new ByValue(dimension));
        }
        return [.. order!.ThenBy(f => Key(f.Row, across), StringComparer.Ordinal).Select(f => f.Row)];
    }

    private sealed class ByValue(CheckedDimension dimension) : IComparer<object?>
    {
        public int Compare(object? x, object? y)
        {
            if (x is null || y is null) return (x is null).CompareTo(y is null);
            if (dimension.Column is { Ordered: true, Values: { } values } && x is string a && y is string b) return Place(values, a).CompareTo(Place(values, b));
            return (x, y) switch
            {
                (BinEdges one, BinEdges other) => one.From.CompareTo(other.From),
                (string one, string other) => string.CompareOrdinal(one, other),
                (IComparable one, _) when x.GetType() == y.GetType() => one.CompareTo(y),
                _ => 0,
            };
        }

        private static int Place(IReadOnlyList<string> values, string value)
        {
            for (var i = 0; i < values.Count; i++)
                if (values[i] == value) return i;
            return int.MaxValue;
        }
    }

    private static string Key(IReadOnlyList<object?> row, IEnumerable<int> columns) => string.Join(Between, columns.Select(i => row[i] is null ? "\0" : ResultCell.Text(row[i])));

    private static object? Sum(IEnumerable<object?> cells)
    {
        var numbers = cells.Select(ResultCell.Number).OfType<decimal>().ToList();
        if (numbers.Count == 0) return null;
        var sum = numbers.Sum(n => (double)n);
        return Math.Abs(sum) < 1e27 ? numbers.Sum() : sum;
    }
}
