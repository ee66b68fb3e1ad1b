using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Superset.Forms;

internal static class MetricWords
{
    public static JsonObject Of(CheckedMeasure measure, string label, int number)
    {
        var metric = Simple(measure) is { } aggregate
            ? new JsonObject { ["expressionType"] = "SIMPLE", ["column"] = new JsonObject { ["column_name"] = measure.Column!.Name }, ["aggregate"] = aggregate }
            : new JsonObject { ["expressionType"] = "SQL", ["sqlExpression"] = Sql(measure) };
        (metric["label"], metric["hasCustomLabel"], metric["optionName"]) = (label, true, FormattableString.Invariant($"metric_{number}"));
        return metric;
    }

    /// <summary>The figure as an expression over the virtual dataset's own columns.</summary>
    public static string Sql(CheckedMeasure measure)
    {
        if (measure.Named is not null) throw new CannotShowException("named_measure");
        if (measure.Column is null) return "COUNT(*)";
        var column = $"\"{measure.Column.Name}\"";
        return measure.Aggregate switch
        {
            Aggregates.Sum => $"SUM({column})",
            Aggregates.Mean when measure.IsRate => $"100.0 * AVG(CASE WHEN {column} THEN 1.0 WHEN NOT {column} THEN 0.0 END)",
            Aggregates.Mean => $"AVG({column})",
            Aggregates.Min => $"MIN({column})",
            Aggregates.Max => $"MAX({column})",
            Aggregates.Count => $"COUNT({column})",
            Aggregates.CountDistinct => $"COUNT(DISTINCT {column})",
            Aggregates.StdDev => $"STDDEV_SAMP({column})",
            Aggregates.Median => $"PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY {column})",
            Aggregates.P25 => $"PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY {column})",
            Aggregates.P75 => $"PERCENTILE_CONT(0.75) WITHIN GROUP (ORDER BY {column})",
            Aggregates.P90 => $"PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY {column})",
            Aggregates.P95 => $"PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY {column})",
            _ => throw new CannotShowException("measures"),
        };
    }

    private static string? Simple(CheckedMeasure measure) => measure is { Named: null, Column: not null, IsRate: false } ? measure.Aggregate switch
    {
        Aggregates.Sum => "SUM",
        Aggregates.Mean => "AVG",
        Aggregates.Min => "MIN",
        Aggregates.Max => "MAX",
        Aggregates.Count => "COUNT",
        Aggregates.CountDistinct => "COUNT_DISTINCT",
        _ => null,
    } : null;
}
