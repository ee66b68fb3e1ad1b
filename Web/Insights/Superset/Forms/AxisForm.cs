using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Superset.Forms;

/// <summary>Lines, areas, bars and columns over an axis of time or of names.</summary>
internal static class AxisForm
{
    public static SupersetForm Of(FormWords words)
    {
        var (query, asked) = (words.Query, words.Query.Query);
        if (query.X is not { } x || query.Raw || asked.Target is not null) throw new CannotShowException("grouping");
        var series = query.Dimensions.Where(dimension => dimension != x).ToList();
        foreach (var one in series) FormWords.Plain(one);
        var grain = FormWords.Grain(x);
        // There a limit counts rows, here values of x.
        if (asked.Limit is not null && (series.Count > 0 || grain is not null || query.Sort.By is not SortTarget.Measure { Index: 0 })) throw new CannotShowException("limit");
        var controls = new JsonObject { ["x_axis"] = x.Column.Name };
        if (grain is not null) controls["time_grain_sqla"] = grain;
        (controls["metrics"], controls["groupby"], controls["order_desc"], controls["row_limit"]) = (words.Metrics, FormWords.Names(series), true, words.RowLimit);
        (controls["truncate_metric"], controls["show_empty_columns"], controls["comparison_type"]) = (true, true, "values");
        (controls["x_axis_time_format"], controls["y_axis_format"], controls["rich_tooltip"], controls["show_legend"]) = ("smart_date", "SMART_NUMBER", true, true);
        controls["annotation_layers"] = new JsonArray();
        var type = Kind(words, x, controls);
        var steps = Steps(words, x, series, grain is null, controls);
        return words.Form(type, controls, Query(words, x, series, grain, steps));
    }

    /// <summary>How a figure grows step by step.</summary>
    public static SupersetForm Waterfall(FormWords words)
    {
        if (words.Query is not { X: { } x, Dimensions.Count: 1, Measures.Count: 1, Query: { Limit: null, Sort: null } }) throw new CannotShowException("grouping");
        var grain = FormWords.Grain(x);
        static JsonObject Colour(int r, int g, int b) => new() { ["r"] = r, ["g"] = g, ["b"] = b, ["a"] = 1 };
        var controls = new JsonObject { ["x_axis"] = x.Column.Name };
        if (grain is not null) controls["time_grain_sqla"] = grain;
        (controls["groupby"], controls["metric"], controls["row_limit"], controls["show_value"]) = (new JsonArray(), words.Metric(), words.RowLimit, true);
        (controls["x_axis_time_format"], controls["y_axis_format"]) = ("smart_date", "SMART_NUMBER");
        (controls["increase_color"], controls["decrease_color"], controls["total_color"]) = (Colour(90, 193, 137), Colour(224, 67, 85), Colour(102, 102, 102));
        var query = words.QueryOf([FormWords.Axis(x)], words.Metrics, words.RowLimit, grain);
        query["orderby"] = new JsonArray(new JsonArray(x.Column.Name, true));
        return words.Form("waterfall", controls, query);
    }

    private static string Kind(FormWords words, CheckedDimension x, JsonObject controls)
    {
        var stack = words.Query.Query.Stack;
        var type = words.Query.Query.ChartType;
        if (type == ChartType.Line)
        {
            (controls["seriesType"], controls["markerEnabled"]) = ("line", false);
            return "echarts_timeseries_line";
        }
        controls["stack"] = (stack, type) switch
        {
            (Stack.Percent, _) => "Expand",
            (Stack.Stacked, _) or (null, ChartType.Area) => "Stack",
            _ => null,
        };
        if (type == ChartType.Area)
        {
            controls["opacity"] = 0.2;
            return "echarts_area";
        }
        controls["orientation"] = type == ChartType.Bar && !x.IsOrdered ? "horizontal" : "vertical";
        return "echarts_timeseries_bar";
    }

    private static JsonArray Steps(FormWords words, CheckedDimension x, List<CheckedDimension> series, bool named, JsonObject controls)
    {
        var labels = Enumerable.Range(0, words.Query.Measures.Count).Select(words.LabelOf).ToList();
        var aggregates = new JsonObject(labels.Select(label => KeyValuePair.Create(label, (JsonNode?)new JsonObject { ["operator"] = "mean" })));
        var steps = new JsonArray(new JsonObject
        {
            ["operation"] = "pivot",
            ["options"] = new JsonObject { ["index"] = new JsonArray(x.Column.Name), ["columns"] = FormWords.Names(series), ["aggregates"] = aggregates, ["drop_missing_columns"] = false },
        });
        if (series.Count > 0 && labels.Count == 1)
            steps.Add(new JsonObject { ["operation"] = "rename", ["options"] = new JsonObject { ["columns"] = new JsonObject { [labels[0]] = null }, ["level"] = 0, ["inplace"] = true } });
        if (named)
        {
            var (by, up) = (words.Query.Query.Sort is null ? new SortTarget.Dimension(0) : words.Query.Sort.By, words.Query.Query.Sort is null || words.Query.Sort.Order == SortOrder.Asc);
            var byMeasure = by as SortTarget.Measure;
            if (by is SortTarget.Dimension { Index: > 0 }) throw new CannotShowException("sort");
            (controls["x_axis_sort"], controls["x_axis_sort_asc"]) = (byMeasure is null ? x.Column.Name : words.LabelOf(byMeasure.Index), up);
            if (series.Count == 0)
                steps.Add(new JsonObject { ["operation"] = "sort", ["options"] = byMeasure is null ? new JsonObject { ["is_sort_index"] = true, ["ascending"] = up } : new JsonObject { ["by"] = words.LabelOf(byMeasure.Index), ["ascending"] = up } });
        }
        steps.Add(new JsonObject { ["operation"] = "flatten" });
        return steps;
    }

    private static JsonObject Query(FormWords words, CheckedDimension x, List<CheckedDimension> series, string? grain, JsonArray steps)
    {
        var query = words.QueryOf([FormWords.Axis(x), .. series.Select(one => (JsonNode)one.Column.Name)], words.Metrics, words.RowLimit, grain);
        query["series_columns"] = FormWords.Names(series);
        query["orderby"] = words.Query.Query.Limit is null ? new JsonArray(new JsonArray(words.Metric(), false)) : words.OrderBy();
        (query["time_offsets"], query["post_processing"]) = (new JsonArray(), steps);
        return query;
    }
}
