using Web.Semantics;

namespace Web.Insights.Charts;

internal static class ChartIcon
{
    /// <summary>The drawing that stands for a kind of chart.</summary>
    public static string Of(ChartType type) => type switch
    {
        ChartType.Line or ChartType.Area => "line",
        ChartType.Pie or ChartType.Donut => "pie",
        ChartType.Table => "data",
        ChartType.BigNumber => "number",
        _ => "insights",
    };
}
