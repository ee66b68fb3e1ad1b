using Npgsql;

namespace Web.Semantics;

/// <summary>Reads a statement's rows into cells.</summary>
internal static class ResultReader
{
    public static async Task<(List<IReadOnlyList<object?>> Rows, bool Truncated)> ReadAsync(NpgsqlDataReader reader, SqlText sql, CancellationToken cancellation)
    {
        var rows = new List<IReadOnlyList<object?>>();
        var width = sql.Cells.Count(c => c is SqlCell.Value or SqlCell.Bin);
        while (await reader.ReadAsync(cancellation))
        {
            if (rows.Count == sql.Cap) return (rows, true);
            var row = new object?[width];
            var seen = Fill(row, reader, sql.Cells);
            rows.Add(row);
            if (seen > sql.Cap && rows.Count == sql.Cap) return (rows, true);
        }
        return (rows, false);
    }

    /// <returns>How many rows there were to draw from, where the statement says so.</returns>
    private static long Fill(object?[] row, NpgsqlDataReader reader, IReadOnlyList<SqlCell> cells)
    {
        var (at, next, seen) = (0, 0, 0L);
        foreach (var cell in cells)
        {
            switch (cell)
            {
                case SqlCell.Value:
                    row[next++] = ResultCell.Of(reader.GetValue(at++));
                    break;
                case SqlCell.Bin:
                    row[next++] = reader.IsDBNull(at) ? null : new BinEdges(
                        (decimal)ResultCell.Of(reader.GetDecimal(at + 1))!, (decimal)ResultCell.Of(reader.GetDecimal(at + 2))!, Closed: reader.GetBoolean(at + 3));
                    at += 4;
                    break;
                case SqlCell.Others:
                    if (reader.GetBoolean(at++)) row[next - 1] = ResultTable.Others;
                    break;
                default:
                    seen = reader.GetInt64(at++);
                    break;
            }
        }
        return seen;
    }
}
