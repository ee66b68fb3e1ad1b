using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Superset.Forms;

/// <summary>
/// A chart in Superset's words: the controls of its explore page, and the queries that the page would make of them. Both are stored;
/// without the queries an embedded chart is refused.
/// </summary>
public sealed record SupersetForm(string VizType, JsonObject Controls, JsonArray Queries)
{
    /// <exception cref="CannotShowException">A part of the chart has no honest form there.</exception>
    public static SupersetForm Of(CheckedQuery query, string locale)
    {
        var words = new FormWords(query, locale);
        return query.Query.ChartType switch
        {
            ChartType.BigNumber or ChartType.Gauge => FigureForm.Of(words),
            ChartType.Line or ChartType.Area or ChartType.Bar or ChartType.Column => AxisForm.Of(words),
            ChartType.Pie or ChartType.Donut or ChartType.Funnel or ChartType.Treemap => ShareForm.Of(words),
            ChartType.Table or ChartType.Pivot => TableForm.Of(words),
            ChartType.Heatmap or ChartType.Sankey or ChartType.Radar or ChartType.Bubble => CrossForm.Of(words),
            ChartType.Waterfall => AxisForm.Waterfall(words),
            _ => throw new CannotShowException("chart_type"),
        };
    }

    /// <summary><c>params</c> and <c>query_context</c> for a dataset, and for the chart itself once it has an id.</summary>
    public (string Params, string QueryContext) Write(long dataset, long? chart)
    {
        var controls = (JsonObject)Controls.DeepClone();
        (controls["datasource"], controls["viz_type"]) = (FormattableString.Invariant($"{dataset}__table"), VizType);
        if (chart is not null) controls["slice_id"] = chart;
        var context = new JsonObject
        {
            ["datasource"] = new JsonObject { ["id"] = dataset, ["type"] = "table" },
            ["force"] = false,
            ["queries"] = Queries.DeepClone(),
            ["form_data"] = controls.DeepClone(),
            ["result_format"] = "json",
            ["result_type"] = "full",
        };
        return (controls.ToJsonString(), context.ToJsonString());
    }
}
