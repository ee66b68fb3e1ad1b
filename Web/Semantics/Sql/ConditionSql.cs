using System.Text;
using NpgsqlTypes;

namespace Web.Semantics.Sql;

/// <summary>Conditions on rows as SQL. Time is compared as plain ranges on the raw column, so that an index can serve it.</summary>
internal static class ConditionSql
{
    public static string Write(Condition condition, Rows rows) => condition switch
    {
        Condition.Compares compares => $"{Left(compares.Column, compares.Grain, rows)} {Sign(compares.By)} {Right(compares, rows)}",
        Condition.Between between => Between(between, rows),
        Condition.Among among => $"{Left(among.Column, among.Grain, rows)} {(among.Not ? "<> all" : "= any")} ({List(among, rows)})",
        Condition.Matches matches => Matches(matches, rows),
        Condition.Missing missing => $"{rows.Stored(missing.Column)} is {(missing.Not ? "not " : "")}null",
        Condition.Within within => Within(within, rows),
        Condition.AnyOf any => $"({string.Join(" or ", any.Conditions.Select(c => Write(c, rows)))})",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "Not a condition."),
    };

    public static string Sign(Comparator by) => by switch
    {
        Comparator.Equal => "=",
        Comparator.NotEqual => "<>",
        Comparator.Less => "<",
        Comparator.LessOrEqual => "<=",
        Comparator.Greater => ">",
        _ => ">=",
    };

    private static string Left(Column column, Grain? grain, Rows rows) =>
        grain is { } part && column.IsTemporal ? TimeSql.Bucket(column, part, rows) : rows.Stored(column);

    private static string Right(Condition.Compares compares, Rows rows) => compares.Value switch
    {
        decimal number => Number(compares.Column, number, rows),
        bool flag => rows.Parameters.Add(flag, NpgsqlDbType.Boolean),
        _ => rows.Parameters.Add((string)compares.Value, NpgsqlDbType.Text),
    };

    private static string Between(Condition.Between between, Rows rows)
    {
        var left = Left(between.Column, between.Grain, rows);
        return $"{left} between {Number(between.Column, between.From, rows)} and {Number(between.Column, between.To, rows)}";
    }

    /// <summary>A number in the unit the column is stored in; whole numbers as bigint, which an index on integers can use.</summary>
    private static string Number(Column column, decimal number, Rows rows)
    {
        if (column is { Type: ColumnType.Money, Currency: null })
            return $"{rows.Parameters.Add(number, NpgsqlDbType.Numeric)} * {MoneySql.Factor(rows.Currency(column))}";
        var stored = Stored(column, number);
        return column.Type != ColumnType.Number && IsLong(stored)
            ? rows.Parameters.Add((long)stored, NpgsqlDbType.Bigint)
            : rows.Parameters.Add(stored, NpgsqlDbType.Numeric);
    }

    private static string List(Condition.Among among, Rows rows)
    {
        if (among.Values[0] is string) return rows.Parameters.Add(among.Values.Cast<string>().ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        if (among.Column is { Type: ColumnType.Money, Currency: null })
            return $"array[{string.Join(", ", among.Values.Select(v => Number(among.Column, (decimal)v, rows)))}]";
        var numbers = among.Values.Select(v => Stored(among.Column, (decimal)v)).ToArray();
        return among.Column.Type != ColumnType.Number && numbers.All(IsLong)
            ? rows.Parameters.Add(numbers.Select(n => (long)n).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bigint)
            : rows.Parameters.Add(numbers, NpgsqlDbType.Array | NpgsqlDbType.Numeric);
    }

    private static decimal Stored(Column column, decimal number) =>
        column is { Type: ColumnType.Money, Currency: { } currency } ? number * Web.Kernel.Money.Factor(currency) : number;

    private static bool IsLong(decimal number) => number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue;

    // Width and case are folded on both sides; the wildcards of LIKE are escaped after folding, since ％ folds to %.
    private static string Matches(Condition.Matches matches, Rows rows)
    {
        var folded = new StringBuilder(matches.Text.Normalize(NormalizationForm.FormKC))
            .Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
        if (matches.At != MatchAt.Start) folded.Insert(0, '%');
        if (matches.At != MatchAt.End) folded.Append('%');
        var pattern = rows.Parameters.Add(folded.ToString(), NpgsqlDbType.Text);
        return $"lower(normalize({rows.Stored(matches.Column)}, NFKC)) {(matches.Not ? "not " : "")}like lower({pattern})";
    }

    private static string Within(Condition.Within within, Rows rows)
    {
        var column = rows.Stored(within.Column);
        var ranges = within.Ranges.Select(range => Range(column, range, within.Column, rows)).ToList();
        var any = ranges.Count == 1 ? ranges[0] : $"({string.Join(" or ", ranges)})";
        return within.Not ? $"not ({any})" : any;
    }

    private static string Range(string column, TimeRange range, Column of, Rows rows)
    {
        var from = range.From is { } start ? $"{column} >= {Edge(start, of, rows)}" : null;
        var until = range.Until is { } end ? $"{column} < {Edge(end, of, rows)}" : null;
        return from is null ? until! : until is null ? from : $"({from} and {until})";
    }

    private static string Edge(TimeEdge edge, Column of, Rows rows) => of.Type == ColumnType.Date
        ? rows.Parameters.Add(edge.Day!.Value, NpgsqlDbType.Date)
        : rows.Parameters.Add((edge.Instant ?? rows.Calendar.StartOf(edge.Day!.Value)).UtcDateTime, NpgsqlDbType.TimestampTz);
}
