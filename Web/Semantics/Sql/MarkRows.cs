using System.Globalization;
using NpgsqlTypes;

namespace Web.Semantics.Sql;

/// <summary>The dataset's own rows behind one mark of a chart, in the order of their keys, page by page.</summary>
internal sealed class MarkRows(CheckedQuery query, Parameters parameters)
{
    private readonly Keys keys = new(query);

    public SqlText Compile(Mark behind, IReadOnlyList<Column> columns, string? after, int most)
    {
        var mark = behind.Keys;
        var earlier = behind.Earlier ? query.Comparison : null;
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
            if (Test(i, key, one, rows, earlier) is { } test) where.Add(test);
        }
        var figures = query.Dimensions.Count + (keys.Mixed is null ? 0 : 1);
        if (keys.Mixed is { } mixed && mark.Count >= figures && mark[figures - 1].Text is { } currency) where.Add($"{rows.Currency(mixed)} = {parameters.Add(currency, NpgsqlDbType.Text)}");
        if (query.Raw)
        {
            // A row as it is stands at its figures too.
            for (var i = 0; i < query.Measures.Count && figures + i < mark.Count; i++)
                if (Equal(query.Measures[i].Column!, rows.Shown(query.Measures[i].Column!), mark[figures + i]) is { } test) where.Add(test);
        }
        if (after is not null) where.Add($"{id} > {parameters.Add(after, NpgsqlDbType.Text)}::{type}");
        var shown = columns.Select((column, n) => new Term(Shown(column, rows), string.Create(CultureInfo.InvariantCulture, $"v{n + 1}"))).ToList();
        var present = keys.Present(query.Dimensions.Select((_, i) => i), rows).ToList();
        var conditions = rows.Where(earlier is null ? query.Conditions : EarlierKeys.Conditions(query, earlier));
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
    private string? Test(int index, string key, MarkKey one, Rows rows, CheckedComparison? earlier)
    {
        var dimension = query.Dimensions[index];
        if (one.Kind is MarkKind.Any or MarkKind.Others) return null;
        if (one.Text is not { } text) return $"{key} is null";
        if (earlier is not null && dimension.Role == DimensionRole.X && earlier is not { Months: 0, Days: 0 }) return Before(dimension, key, text, earlier);
        if (dimension.Bin is not null)
        {
            var value = $"({rows.Shown(dimension.Column)})::numeric";
            return one.Edges is { } bin
                ? $"{value} >= {parameters.Add(bin.From, NpgsqlDbType.Numeric)} and {value} {(bin.Closed ? "<=" : "<")} {parameters.Add(bin.To, NpgsqlDbType.Numeric)}" : "false";
        }
        if (dimension.Grain is null) return Equal(dimension.Column, key, one);
        if (dimension.Grain == Grain.Hour) text = text.Replace('T', ' ');
        return $"({key})::text = {parameters.Add(text, NpgsqlDbType.Text)}";
    }

    /// <summary>The bucket that stands beside the one of the text; as an address may carry any words, they are read here and not by the database.</summary>
    private string Before(CheckedDimension dimension, string key, string text, CheckedComparison earlier)
    {
        var now = dimension switch
        {
            { Column.IsTemporal: false } => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? parameters.Add(year, NpgsqlDbType.Bigint) : null,
            { Grain: Grain.Hour } => DateTime.TryParse(text, CultureInfo.InvariantCulture, out var hour) ? parameters.Add(DateTime.SpecifyKind(hour, DateTimeKind.Unspecified), NpgsqlDbType.Timestamp) : null,
            _ => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? parameters.Add(day, NpgsqlDbType.Date) : null,
        };
        return now is null ? "false" : $"{key} = {EarlierKeys.Before(query, earlier, now)}";
    }

    /// <summary>A column's own value against a text of the result.</summary>
    private string? Equal(Column column, string key, MarkKey one)
    {
        if (one.Kind is MarkKind.Any or MarkKind.Others) return null;
        if (one.Text is not { } text) return $"{key} is null";
        if (column.Type == ColumnType.Timestamp)
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? $"{key} = {parameters.Add(instant.ToUniversalTime(), NpgsqlDbType.TimestampTz)}" : "false";
        if (!column.IsNumeric) return $"({key})::text = {parameters.Add(text, NpgsqlDbType.Text)}";
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return "false";
        // A number may be stored with a binary point, which has more digits than a decimal made of it.
        return column.Type == ColumnType.Number && double.TryParse(text, CultureInfo.InvariantCulture, out var exact) ? $"({key})::float8 = {parameters.Add(exact, NpgsqlDbType.Double)}"
            : $"({key})::numeric = {parameters.Add(number, NpgsqlDbType.Numeric)}";
    }

    private static string Shown(Column column, Rows rows) => column is { Type: ColumnType.Money, Currency: null }
        ? $"trim_scale({rows.Shown(column)})::text || ' ' || {rows.Currency(column)}" : rows.Shown(column);
}
