using System.Text.Json.Nodes;

namespace Web.Tests.Insights.Superset;

/// <summary>What each kind of chart needs in its controls and its queries to be drawn at all.</summary>
internal static class VizTypes
{
    /// <summary>Controls by kind: <c>*</c> a list with something in it, <c>[</c> a list, <c>=</c> one name, <c>#</c> one figure.</summary>
    private static readonly Dictionary<string, string> Required = new()
    {
        ["big_number_total"] = "#metric", ["gauge_chart"] = "#metric [groupby", ["echarts_timeseries_line"] = "=x_axis *metrics [groupby", ["echarts_timeseries_bar"] = "=x_axis *metrics [groupby =orientation",
        ["echarts_area"] = "=x_axis *metrics [groupby", ["pie"] = "*groupby #metric", ["funnel"] = "*groupby #metric", ["treemap_v2"] = "*groupby #metric", ["heatmap_v2"] = "=x_axis =groupby #metric",
        ["table"] = "=query_mode", ["pivot_table_v2"] = "*metrics [groupbyRows [groupbyColumns", ["bubble_v2"] = "=entity #x #y #size", ["sankey_v2"] = "=source =target #metric", ["radar"] = "*groupby *metrics", ["waterfall"] = "=x_axis #metric",
    };

    private static readonly string[] Operators = ["==", "!=", ">", "<", ">=", "<=", "LIKE", "NOT LIKE", "ILIKE", "IS NULL", "IS NOT NULL", "IN", "NOT IN", "IS TRUE", "IS FALSE", "TEMPORAL_RANGE"];
    private static readonly string[] Grains = ["PT1H", "P1D", "P1W", "P1M", "P3M", "P1Y"];
    private static readonly string[] Common = ["filters", "extras", "applied_time_extras", "columns", "annotation_layers", "series_limit", "order_desc", "url_params", "custom_params", "custom_form_data"];

    /// <returns>What is wrong, or null.</returns>
    public static string? Fault(string? type, string parameters, string context, long dataset)
    {
        var (form, asked) = (JsonNode.Parse(parameters)!.AsObject(), JsonNode.Parse(context)!.AsObject());
        if (type is null || !Required.TryGetValue(type, out var required)) return $"no such viz_type: {type}";
        if ((string?)form["viz_type"] != type) return "params must repeat viz_type";
        if ((string?)form["datasource"] != $"{dataset}__table") return "params must repeat datasource";
        if (!JsonNode.DeepEquals(asked["form_data"], form)) return "query_context.form_data must be the params";
        if ((long?)asked["datasource"]?["id"] != dataset || (string?)asked["datasource"]?["type"] != "table") return "query_context.datasource must be {id, type: table}";
        foreach (var control in required.Split(' ')) if (!Fits(form[control[1..]], control[0])) return $"control {control[1..]} is missing or of the wrong kind";
        if (asked["queries"] is not JsonArray { Count: > 0 } queries) return "query_context has no queries";
        return FilterFault(form) ?? queries.Select(query => QueryFault(type, form, query!.AsObject())).FirstOrDefault(fault => fault is not null);
    }

    private static bool Fits(JsonNode? control, char kind) => kind switch
    {
        '*' => control is JsonArray { Count: > 0 } list && list.All(one => one is JsonValue || MetricFault(one) is null),
        '[' => control is JsonArray,
        '=' => control is JsonValue value && value.TryGetValue<string>(out var name) && name.Length > 0,
        _ => MetricFault(control) is null,
    };

    private static string? MetricFault(JsonNode? metric)
    {
        if (metric is not JsonObject) return "a metric is an object";
        if ((string?)metric["label"] is not { Length: > 0 }) return "a metric needs a label";
        return (string?)metric["expressionType"] switch
        {
            "SIMPLE" => (string?)metric["column"]?["column_name"] is not null && (string?)metric["aggregate"] is "AVG" or "COUNT" or "COUNT_DISTINCT" or "MAX" or "MIN" or "SUM" ? null : "a simple metric needs a column and an aggregate",
            "SQL" => (string?)metric["sqlExpression"] is { Length: > 0 } ? null : "an SQL metric needs its expression",
            _ => "a metric is SIMPLE or SQL",
        };
    }

    private static string? FilterFault(JsonObject form)
    {
        if (form["adhoc_filters"] is not JsonArray filters) return "adhoc_filters is missing";
        foreach (var filter in filters)
        {
            if ((string?)filter!["expressionType"] == "SIMPLE" && ((string?)filter["clause"] != "WHERE" || !Operators.Contains((string?)filter["operator"]))) return "a simple filter is a WHERE with a known operator";
            if ((string?)filter["expressionType"] == "SQL" && (string?)filter["sqlExpression"] is not { Length: > 0 }) return "an SQL filter needs its expression";
        }
        return null;
    }

    private static string? QueryFault(string type, JsonObject form, JsonObject query)
    {
        if (Common.FirstOrDefault(name => !query.ContainsKey(name)) is { } missing) return $"the query lacks {missing}";
        var simple = form["adhoc_filters"]!.AsArray().Where(filter => (string?)filter!["expressionType"] == "SIMPLE").Select(filter => Same((string?)filter!["subject"], (string?)filter["operator"], filter["comparator"]));
        if (!simple.SequenceEqual(query["filters"]!.AsArray().Select(filter => Same((string?)filter!["col"], (string?)filter["op"], filter["val"])))) return "filters must say what adhoc_filters say";
        var having = form["adhoc_filters"]!.AsArray().Where(filter => (string?)filter!["clause"] == "HAVING").Select(filter => $"({filter!["sqlExpression"]})");
        if ((string?)query["extras"]!["having"] != string.Join(" AND ", having)) return "extras.having must say what adhoc_filters say";
        if (MetricsFault(form, query) is { } wrong) return wrong;
        return type is "sankey_v2" ? JsonNode.DeepEquals(query["groupby"], new JsonArray((string)form["source"]!, (string)form["target"]!)) ? null : "groupby must be source and target" : AxisFault(form, query);
    }

    private static string Same(string? column, string? op, JsonNode? value) => $"{column} {op} {value?.ToJsonString()}";

    private static string? MetricsFault(JsonObject form, JsonObject query)
    {
        if ((string?)form["query_mode"] == "raw") return query.ContainsKey("metrics") || !JsonNode.DeepEquals(query["columns"], form["all_columns"]) ? "raw mode has columns and no metrics" : null;
        JsonArray wanted = form["metrics"] is JsonArray many ? (JsonArray)many.DeepClone() : form["metric"] is { } one ? [one.DeepClone()] : [form["x"]!.DeepClone(), form["y"]!.DeepClone(), form["size"]!.DeepClone()];
        return JsonNode.DeepEquals(query["metrics"], wanted) ? null : "metrics must be the controls' own, to the letter";
    }

    private static string? AxisFault(JsonObject form, JsonObject query)
    {
        if ((string?)form["x_axis"] is not { } x) return null;
        var axis = query["columns"]![0] as JsonObject;
        if ((string?)axis?["columnType"] != "BASE_AXIS" || (string?)axis["sqlExpression"] != x || (string?)axis["label"] != x || (string?)axis["expressionType"] != "SQL" || (bool?)axis["isColumnReference"] != true) return "x_axis must be a BASE_AXIS column";
        var grain = (string?)form["time_grain_sqla"];
        if (grain is not null && !Grains.Contains(grain)) return $"unknown grain {grain}";
        return (string?)axis["timeGrain"] == grain && (string?)query["extras"]!["time_grain_sqla"] == grain ? null : "timeGrain, extras.time_grain_sqla and time_grain_sqla must agree";
    }
}
