using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Superset.Forms;

/// <summary>One figure: large, or on a dial.</summary>
internal static class FigureForm
{
    public static SupersetForm Of(FormWords words)
    {
        if (words.Query.Dimensions.Count > 0) throw new CannotShowException("grouping");
        if (words.Query.Measures.Count > 1) throw new CannotShowException("measures");
        if (words.Query.Query.ChartType == ChartType.Gauge) return Gauge(words);
        var controls = new JsonObject { ["metric"] = words.Metric(), ["y_axis_format"] = "SMART_NUMBER", ["header_font_size"] = 0.4, ["subheader_font_size"] = 0.15 };
        return words.Form("big_number_total", controls, words.QueryOf([], words.Metrics, null));
    }

    private static SupersetForm Gauge(FormWords words)
    {
        var controls = new JsonObject
        {
            ["groupby"] = new JsonArray(), ["metric"] = words.Metric(), ["row_limit"] = 10, ["start_angle"] = 225, ["end_angle"] = -45, ["number_format"] = "SMART_NUMBER",
            ["value_formatter"] = "{value}", ["show_pointer"] = true, ["animation"] = true, ["show_progress"] = true, ["split_number"] = 10,
        };
        if (words.Query.Query.Target is { } target) controls["max_val"] = target;
        return words.Form("gauge_chart", controls, words.QueryOf([], words.Metrics, 10));
    }
}
