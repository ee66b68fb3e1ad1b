using System.Globalization;
using NpgsqlTypes;

namespace Web.Semantics.Sql;

/// <summary>Figures: aggregates in the unit that people see, and conditions on them.</summary>
internal static class MeasureSql
{
    public static string Write(CheckedMeasure measure, Rows rows)
    {
        if (measure.Expression is { } expression) return ExpressionSql.Write(expression, rows);
        if (measure.Column is not { } column) return "count(*)";
        var stored = rows.Stored(column);
        return measure.Aggregate switch
        {
            Aggregates.Count => $"count({stored})",
            Aggregates.CountDistinct => $"count(distinct {stored})",
            Aggregates.Sum => Exact($"sum({stored})", column, rows),
            Aggregates.Min => Exact($"min({stored})", column, rows),
            Aggregates.Max => Exact($"max({stored})", column, rows),
            Aggregates.Mean when measure.IsRate => $"(100.0 * avg(({stored})::int))::float8",
            Aggregates.Mean => Float($"avg({stored})", column, rows),
            Aggregates.StdDev => Float($"stddev_samp({stored})", column, rows),
            Aggregates.Median => Percentile("0.5", stored, column, rows),
            Aggregates.P25 => Percentile("0.25", stored, column, rows),
            Aggregates.P75 => Percentile("0.75", stored, column, rows),
            Aggregates.P90 => Percentile("0.9", stored, column, rows),
            _ => Percentile("0.95", stored, column, rows),
        };
    }

    public static string Test(GroupCondition condition, Rows rows)
    {
        var left = Write(condition.Measure, rows);
        string Number(int i) => rows.Parameters.Add(condition.Numbers[i], NpgsqlDbType.Numeric);
        string List() => rows.Parameters.Add(condition.Numbers.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Numeric);
        return condition.Test switch
        {
            GroupTest.IsNull => $"{left} is null",
            GroupTest.NotNull => $"{left} is not null",
            GroupTest.Between => $"{left} between {Number(0)} and {Number(1)}",
            GroupTest.In => $"{left} = any ({List()})",
            GroupTest.NotIn => $"{left} <> all ({List()})",
            _ => $"{left} {ConditionSql.Sign(Enum.Parse<Comparator>(condition.Test.ToString()))} {Number(0)}",
        };
    }

    // Sums of integers and of money stay exact; a plain number is a float in the result anyway.
    private static string Exact(string sql, Column column, Rows rows) => column.Type switch
    {
        ColumnType.Money => Money(sql, column, rows),
        ColumnType.Number => $"{sql}::float8",
        _ => sql,
    };

    private static string Float(string sql, Column column, Rows rows) =>
        column.Type == ColumnType.Money ? $"({Money(sql, column, rows)})::float8" : $"{sql}::float8";

    private static string Percentile(string fraction, string stored, Column column, Rows rows) =>
        Float($"percentile_cont({fraction}) within group (order by {stored})", column, rows);

    private static string Money(string sql, Column column, Rows rows)
    {
        var source = new SourceColumn(sql, CurrencySql: column.Currency is null ? rows.Currency(column) : null);
        return MoneySql.Major(sql, column, source);
    }

    public static string Alias(int index) => "m" + (index + 1).ToString(CultureInfo.InvariantCulture);
}
