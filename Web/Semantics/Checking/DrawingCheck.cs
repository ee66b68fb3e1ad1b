using System.Text.Json;

namespace Web.Semantics.Checking;

/// <summary>What concerns the picture rather than the rows: stacking, forecast, target, and transforms that need an x to run along.</summary>
internal sealed class DrawingCheck(CheckScope scope, ChartShape shape, IReadOnlyList<CheckedDimension> dimensions, bool raw)
{
    private readonly FaultList faults = scope.Faults;

    public void Check(ChartQuery query)
    {
        if (query.Stack is { } stack and not Stack.None && !shape.Stacks)
            faults.Add("/stack", "stack_not_for_chart", JsonNamingPolicy.SnakeCaseLower.ConvertName(stack.ToString()), shape.Template);
        if (query.Forecast is { } forecast)
        {
            if (!shape.Forecasts) faults.Add("/forecast", "forecast_not_for_chart", shape.Template);
            else if (forecast.Periods is < 1 or > 100) faults.Add("/forecast/periods", "out_of_range", "1", "100");
        }
        if (query.Target is { } target && Math.Abs(target) > 1_000_000_000_000_000_000m) faults.Add("/target", "number_out_of_range");
        if (raw) return;
        for (var i = 0; i < query.Measures.Count; i++)
        {
            var needsX = query.Measures[i]?.Transform is { } transform && (transform != Transform.Share || query.Dimensions.Count == 0);
            if (needsX && !dimensions.Any(d => d.Role == DimensionRole.X) && !faults.Any)
                faults.Add($"/measures/{i}/transform", "transform_needs_x");
        }
    }
}
