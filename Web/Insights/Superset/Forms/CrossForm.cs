using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Superset.Forms;

/// <summary>Two things against each other: heat maps, flows, nets, bubbles.</summary>
internal static class CrossForm
{
    public static SupersetForm Of(FormWords words)
    {
        var query = words.Query;
        if (query.Query.Limit is not null || query.Raw) throw new CannotShowException("limit");
        return query.Query.ChartType switch
        {
            ChartType.Heatmap => Heatmap(words, Two(query)),
            ChartType.Sankey => Sankey(words, Two(query)),
            ChartType.Bubble => Bubble(words),
            _ => Radar(words),
        };
    }

    private static (CheckedDimension First, CheckedDimension Second) Two(CheckedQuery query) =>
        query is { Dimensions: [var first, var second], Measures.Count: 1 } ? (first, second) : throw new CannotShowException("grouping");

    private static SupersetForm Heatmap(FormWords words, (CheckedDimension X, CheckedDimension Y) of)
    {
        var (grain, y) = (FormWords.Grain(of.X), FormWords.Plain(of.Y));
        var controls = new JsonObject { ["x_axis"] = of.X.Column.Name };
        if (grain is not null) controls["time_grain_sqla"] = grain;
        (controls["groupby"], controls["metric"], controls["row_limit"], controls["sort_x_axis"], controls["sort_y_axis"]) = (y, words.Metric(), words.RowLimit, "alpha_asc", "alpha_asc");
        (controls["normalize_across"], controls["legend_type"], controls["linear_color_scheme"], controls["xscale_interval"], controls["yscale_interval"]) = ("heatmap", "continuous", "superset_seq_1", -1, -1);
        (controls["value_bounds"], controls["show_legend"], controls["show_percentage"]) = (new JsonArray(null, null), true, true);
        var query = words.QueryOf([FormWords.Axis(of.X), y], words.Metrics, words.RowLimit, grain);
        query["orderby"] = new JsonArray(new JsonArray(of.X.Column.Name, true), new JsonArray(y, true));
        query["post_processing"] = new JsonArray(new JsonObject { ["operation"] = "rank", ["options"] = new JsonObject { ["metric"] = words.LabelOf(0) } });
        return words.Form("heatmap_v2", controls, query);
    }

    private static SupersetForm Sankey(FormWords words, (CheckedDimension From, CheckedDimension To) of)
    {
        var (from, to) = (FormWords.Plain(of.From), FormWords.Plain(of.To));
        var query = words.QueryOf([], words.Metrics, words.RowLimit);
        query["groupby"] = new JsonArray(from, to);
        return words.Form("sankey_v2", new JsonObject { ["source"] = from, ["target"] = to, ["metric"] = words.Metric(), ["row_limit"] = words.RowLimit }, query);
    }

    private static SupersetForm Radar(FormWords words)
    {
        JsonArray columns = [.. words.Query.Dimensions.Select(dimension => (JsonNode)FormWords.Plain(dimension))];
        if (words.Query.Measures.Count < 3 || columns.Count != 1) throw new CannotShowException("grouping"); // a spoke there is a measure
        var controls = new JsonObject { ["groupby"] = columns, ["metrics"] = words.Metrics, ["row_limit"] = 10, ["is_circle"] = false, ["show_labels"] = false, ["label_type"] = "value", ["number_format"] = "SMART_NUMBER", ["show_legend"] = true };
        var query = words.QueryOf((JsonArray)columns.DeepClone(), words.Metrics, 10);
        query["orderby"] = new JsonArray(new JsonArray(words.Metric(), false));
        return words.Form("radar", controls, query);
    }

    private static SupersetForm Bubble(FormWords words)
    {
        if (words.Query is not { Dimensions: [var entity, ..], Dimensions.Count: <= 2, Measures.Count: 3 }) throw new CannotShowException("grouping");
        var controls = new JsonObject { ["entity"] = FormWords.Plain(entity), ["x"] = words.Metric(), ["y"] = words.Metric(1), ["size"] = words.Metric(2) };
        JsonArray columns = [FormWords.Plain(entity)];
        if (words.Query.Dimensions is [_, var series])
        {
            controls["series"] = FormWords.Plain(series);
            columns.Add(series.Column.Name);
        }
        (controls["order_desc"], controls["row_limit"], controls["max_bubble_size"], controls["show_legend"], controls["opacity"]) = (true, words.RowLimit, "25", true, 0.6);
        (controls["xAxisFormat"], controls["y_axis_format"], controls["tooltipSizeFormat"]) = ("SMART_NUMBER", "SMART_NUMBER", "SMART_NUMBER");
        return words.Form("bubble_v2", controls, words.QueryOf(columns, words.Metrics, words.RowLimit));
    }
}
