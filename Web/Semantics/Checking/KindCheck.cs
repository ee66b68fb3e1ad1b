using System.Globalization;

namespace Web.Semantics.Checking;

/// <summary>What some kinds of chart ask beyond roles and numbers of fields: levels of a flow, figures on one scale, parts that add up, a running time.</summary>
internal sealed class KindCheck(CheckScope scope, ChartShape shape, IReadOnlyList<CheckedDimension> dimensions)
{
    private readonly FaultList faults = scope.Faults;

    public void Check(ChartQuery query, IReadOnlyList<CheckedMeasure> measures, IReadOnlyList<CheckedMeasure> hidden)
    {
        if (query.Dimensions.Count < shape.MinDimensions)
            faults.Add("/dimensions", "too_few_dimensions", shape.MinDimensions.ToString(CultureInfo.InvariantCulture), shape.Template);
        if (shape.Names) CheckNames(query);
        // A measure that is no measure has its fault already, and the places of those behind it are no longer known.
        if (measures.Count == query.Measures.Count)
            for (var i = 0; i < measures.Count; i++) CheckMeasure(measures[i], $"/measures/{i.ToString(CultureInfo.InvariantCulture)}");
        if (shape.OneScale) CheckCurrencies(query, hidden);
        if (shape.Forecasts) CheckForecast(query);
    }

    private void CheckNames(ChartQuery query)
    {
        for (var i = 0; i < query.Dimensions.Count; i++)
        {
            if (query.Dimensions[i]?.Field is { } field && scope.Contract.Find(field) is { Type: not (ColumnType.Text or ColumnType.Boolean) } column)
                faults.Add($"/dimensions/{i.ToString(CultureInfo.InvariantCulture)}/field", "dimension_needs_names", column.Name, shape.Template);
        }
    }

    private void CheckMeasure(CheckedMeasure measure, string pointer)
    {
        if (shape.Additive && (measure is not { Named: null, Transform: null } || measure.Aggregate is not (Aggregates.Sum or Aggregates.Count)))
            faults.Add($"{pointer}/aggregate", "measure_not_additive", shape.Template);
        if (!shape.OneScale) return;
        if (measure.Type is not (ColumnType.Integer or ColumnType.Number or ColumnType.Money)) faults.Add($"{pointer}/field", "measure_needs_number", measure.Column?.Name ?? measure.Name);
        else if (measure.IsMixed) faults.Add($"{pointer}/field", "one_currency_only", measure.Column!.Name, shape.Template);
    }

    // An amount on an axis or behind the order would split the rows by currency as well.
    private void CheckCurrencies(ChartQuery query, IReadOnlyList<CheckedMeasure> hidden)
    {
        for (var i = 0; i < query.Dimensions.Count; i++)
        {
            if (query.Dimensions[i]?.Field is { } field && scope.Contract.Find(field) is { Type: ColumnType.Money, Currency: null } column)
                faults.Add($"/dimensions/{i.ToString(CultureInfo.InvariantCulture)}/field", "one_currency_only", column.Name, shape.Template);
        }
        if (hidden.FirstOrDefault(m => m.IsMixed) is { } sorted) faults.Add("/sort/by", "one_currency_only", sorted.Column!.Name, shape.Template);
    }

    private void CheckForecast(ChartQuery query)
    {
        if (dimensions is [var x] && (x.Grain is not { } grain || Grains.IsCyclic(grain))) faults.Add("/dimensions/0/grain", "forecast_needs_time", x.Column.Name);
        if (query.Sort is { } sort && (sort.Order == SortOrder.Desc || (sort.By != SortBy.X && (dimensions is not [var time, ..] || sort.By?.Field != time.Column.Name))))
            faults.Add("/sort", "forecast_runs_forward");
        if (query.Limit is not null) faults.Add("/limit", "forecast_runs_forward");
    }
}
