using System.Text.Json;
using System.Text.RegularExpressions;
using Web.Semantics;

namespace Web.Insights.Charts;

/// <summary>
/// Whether two queries are the same answer to the same words. Bars stand or lie, lines may be filled, a series may be a small multiple,
/// and an order may be said or be the usual one; another aggregate, filter, limit or grain is another answer.
/// </summary>
public static partial class SameChart
{
    /// <summary>Whether they show the same figures, however drawn.</summary>
    /// <param name="words">What was said; where it names neither sum nor mean, the two are not told apart.</param>
    public static bool InFigures(CheckedQuery one, CheckedQuery other, string words) => Figures(one, words) == Figures(other, words);

    /// <summary>Whether they show the same figures in the same kind of chart.</summary>
    public static bool AsDrawn(CheckedQuery one, CheckedQuery other, string words) => KindOf(one) == KindOf(other) && InFigures(one, other, words);

    private static string KindOf(CheckedQuery query)
    {
        var percent = query.Stack == Stack.Percent ? " percent" : "";
        return percent + query.Query.ChartType switch
        {
            ChartType.Bar or ChartType.Column or ChartType.Histogram => "bars",
            ChartType.Line or ChartType.Area => "line",
            ChartType.Pie or ChartType.Donut => "pie",
            var other => other.ToString(),
        };
    }

    private static string Figures(CheckedQuery checkedQuery, string words)
    {
        var query = checkedQuery.Query;
        var named = NamesAggregate().IsMatch(words);
        string NameOf(CheckedMeasure measure) => MeasureOf(measure, named);
        var splits = checkedQuery.Dimensions.Select((dimension, i) => (i == 0 ? "x " : "by ") + DimensionOf(dimension)).Order(StringComparer.Ordinal);
        var measures = checkedQuery.Measures.Select(NameOf).Order(StringComparer.Ordinal);
        var filters = query.Filters.Select(filter => FilterOf(filter, checkedQuery.Dataset.Contract)).Distinct().Order(StringComparer.Ordinal);
        string[] parts =
        [
            query.Dataset, string.Join(',', splits), string.Join(',', measures), string.Join(',', filters),
            checkedQuery.Dimensions.Count == 0 || (checkedQuery.Raw && query.Sort is null) ? "" : SortOf(checkedQuery, NameOf),
            $"{query.Limit} {query.LimitPer} {query.SeriesLimit} {query.Others == true}", $"{query.Compare?.To} {query.Forecast?.Periods} {query.Target}",
        ];
        return string.Join('\n', parts);
    }

    private static string DimensionOf(CheckedDimension dimension) => $"{dimension.Column.Name} {dimension.Grain} {dimension.Bin}";

    private static string MeasureOf(CheckedMeasure measure, bool named)
    {
        var what = measure.Named?.Name
            ?? (measure.IsCount && measure.Column is null or { Role: ColumnRole.Identity } ? Aggregates.Count
            : $"{(!named && measure.Aggregate is Aggregates.Sum or Aggregates.Mean ? "usual" : measure.Aggregate)} {measure.Column?.Name}");
        return $"{what} {measure.Transform}";
    }

    private static string SortOf(CheckedQuery query, Func<CheckedMeasure, string> nameOf) => query.Sort.By switch
    {
        SortTarget.Dimension by => $"{query.Dimensions[by.Index].Column.Name} {query.Sort.Order}",
        SortTarget.Measure by => $"{nameOf(by.Index < query.Measures.Count ? query.Measures[by.Index] : query.Hidden[by.Index - query.Measures.Count])} {query.Sort.Order}",
        _ => "",
    };

    private static string FilterOf(ChartFilter filter, DatasetContract contract)
    {
        if (filter.Any is { } any) return "any(" + string.Join('|', any.Select(one => FilterOf(one, contract)).Order(StringComparer.Ordinal)) + ")";
        var (op, value) = (filter.Op, filter.Value);
        if (op is FilterOp.In or FilterOp.NotIn && value is { ValueKind: JsonValueKind.Array } list)
        {
            var values = list.EnumerateArray().Select(one => one.GetRawText()).Distinct().Order(StringComparer.Ordinal).ToList();
            if (values.Count == 1) return FilterText(filter, contract, op == FilterOp.In ? FilterOp.Equal : FilterOp.NotEqual, values[0]);
            return FilterText(filter, contract, op, string.Join(',', values));
        }
        return FilterText(filter, contract, op, value?.GetRawText());
    }

    private static string FilterText(ChartFilter filter, DatasetContract contract, FilterOp? op, string? value) =>
        $"{(filter.Field is { } field ? contract.Find(field)?.Name ?? field : "")} {op} {value} {filter.Grain} {filter.Aggregate}";

    [GeneratedRegex(@"\b(average|avg|mean|sum|total|totals|altogether)\b|平均|合計|総|トータル|計", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamesAggregate();
}
