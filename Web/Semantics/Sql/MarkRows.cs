using System.Globalization;
using NpgsqlTypes;

namespace Web.Semantics.Sql;

/// <summary>The dataset's own rows behind one mark of a grouped chart, in the order of their keys, page by page.</summary>
internal sealed class MarkRows(CheckedQuery query, Parameters parameters)
{
    private readonly Keys keys = new(query);

    public SqlText Compile(IReadOnlyList<MarkKey> mark, IReadOnlyList<Column> columns, string? after, int most)
    {
        var rows = new Rows(query, parameters);
        var (with, tops) = new GroupedRows(query, parameters).Ground();
        var (id, type) = query.Dataset.Source.RowKey ?? (rows.From.Split(' ')[^1] + ".ctid", "tid");
        List<string> joins = [], where = [];
        for (var i = 0; i < query.Dimensions.Count; i++)
        {
            var key = keys.Write(i, rows);
            var one = i < mark.Count ? mark[i] : MarkKey.Any;
            if (tops.FirstOrDefault(top => top.Index == i) is { } foremost)
            {
                joins.Add($"{(foremost.Others ? "left join" : "join")} {Keys.TopName(i)} on {Keys.TopName(i)}.k is not distinct from {key}");
                if (one.Kind == MarkKind.Others) where.Add($"{Keys.TopName(i)}.kept is null");
                else if (foremost.Others && one.Kind != MarkKind.Any) where.Add($"{Keys.TopName(i)}.kept");
            }
            if (Test(i, key, one, rows) is { } test) where.Add(test);
        }
        if (keys.Mixed is { } mixed && mark.Count > query.Dimensions.Count && mark[^1].Text is { } currency) where.Add($"{rows.Currency(mixed)} = {parameters.Add(currency, NpgsqlDbType.Text)}");
        if (after is not null) where.Add($"{id} > {parameters.Add(after, NpgsqlDbType.Text)}::{type}");
        var shown = columns.Select((column, n) => new Term(Shown(column, rows), string.Create(CultureInfo.InvariantCulture, $"v{n + 1}"))).ToList();
        var present = keys.Present(query.Dimensions.Select((_, i) => i), rows).ToList();
        var conditions = rows.Where(query.Conditions);
        var select = new Select
        {
            With = [.. with],
            Terms = [new Term($"{id}::text", "id"), .. shown],
            From = rows.From,
            Joins = [.. rows.Joins, .. keys.BinJoins(query.Dimensions.Select((_, i) => i)), .. joins],
            Where = [.. conditions, .. present, .. where],
            OrderBy = [id],
            Limit = parameters.Add((long)most + 1, NpgsqlDbType.Bigint),
        };
        return new SqlText(select.Write(), parameters.All, [.. Enumerable.Repeat(SqlCell.Value, shown.Count + 1)], most);
    }

    // Keys are compared as the text that the result gave them; a bin by its edges.
    private string? Test(int index, string key, MarkKey one, Rows rows)
    {
        var dimension = query.Dimensions[index];
        if (one.Kind is MarkKind.Any or MarkKind.Others) return null;
        if (one.Text is not { } text) return $"{key} is null";
        if (dimension.Bin is not null)
        {
            var value = $"({rows.Shown(dimension.Column)})::numeric";
            return one.Edges is { } bin
                ? $"{value} >= {parameters.Add(bin.From, NpgsqlDbType.Numeric)} and {value} {(bin.Closed ? "<=" : "<")} {parameters.Add(bin.To, NpgsqlDbType.Numeric)}" : "false";
        }
        var written = dimension.Grain is null && dimension.Column.IsNumeric ? $"trim_scale(({key})::numeric)::text" : $"({key})::text";
        if (dimension.Grain == Grain.Hour) text = text.Replace('T', ' ');
        return $"{written} = {parameters.Add(text, NpgsqlDbType.Text)}";
    }

    private static string Shown(Column column, Rows rows) => column is { Type: ColumnType.Money, Currency: null }
        ? $"trim_scale({rows.Shown(column)})::text || ' ' || {rows.Currency(column)}" : rows.Shown(column);
}
