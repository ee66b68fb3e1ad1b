using System.Text.Json;
using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Superset.Forms;

/// <summary>Rows as a table: records, groups, or groups across groups.</summary>
internal static class TableForm
{
    public static SupersetForm Of(FormWords words)
    {
        var query = words.Query;
        if (query.Query.ChartType == ChartType.Pivot) return Pivot(words);
        var lookup = new JsonObject(query.Dimensions.Select(dimension => dimension.Column).Where(column => column.IsTemporal).DistinctBy(column => column.Name).Select(column => KeyValuePair.Create(column.Name, (JsonNode?)true)));
        var limit = query.Query.Limit ?? 1000;
        var controls = new JsonObject { ["row_limit"] = limit, ["server_page_length"] = 10, ["order_desc"] = true, ["table_timestamp_format"] = "smart_date", ["show_cell_bars"] = true, ["color_pn"] = true, ["show_totals"] = false, ["temporal_columns_lookup"] = lookup };
        return query.Raw ? Records(words, controls, limit) : Groups(words, controls, limit);
    }

    private static SupersetForm Records(FormWords words, JsonObject controls, int limit)
    {
        var query = words.Query;
        var names = query.Dimensions.Select(FormWords.Plain).Concat(query.Measures.Select(measure => measure.Column!.Name)).Distinct().ToList();
        JsonArray columns = [.. names.Select(name => (JsonNode)name)], order = [], controlOrder = [];
        if (query.Query.Sort is not null)
        {
            var by = query.Sort.By switch { SortTarget.Dimension { Index: var i } => query.Dimensions[i].Column.Name, SortTarget.Measure { Index: var i } => query.Measures[i].Column!.Name, _ => throw new CannotShowException("sort") };
            order.Add(new JsonArray(by, query.Sort.Order == SortOrder.Asc));
            controlOrder.Add(JsonSerializer.Serialize(new object[] { by, query.Sort.Order == SortOrder.Asc }));
        }
        (controls["query_mode"], controls["groupby"], controls["metrics"], controls["all_columns"], controls["percent_metrics"], controls["order_by_cols"]) = ("raw", new JsonArray(), new JsonArray(), columns.DeepClone(), new JsonArray(), controlOrder);
        var asked = words.QueryOf(columns, null, limit);
        (asked["orderby"], asked["post_processing"], asked["time_offsets"]) = (order, new JsonArray(), new JsonArray());
        return words.Form("table", controls, asked);
    }

    private static SupersetForm Groups(FormWords words, JsonObject controls, int limit)
    {
        JsonArray columns = [.. words.Query.Dimensions.Select(dimension => (JsonNode)FormWords.Plain(dimension))];
        (controls["query_mode"], controls["groupby"], controls["metrics"], controls["all_columns"], controls["percent_metrics"], controls["order_by_cols"]) = ("aggregate", columns.DeepClone(), words.Metrics, new JsonArray(), new JsonArray(), new JsonArray());
        var asked = words.QueryOf(columns, words.Metrics, limit);
        (asked["orderby"], asked["post_processing"], asked["time_offsets"]) = (words.OrderBy(), new JsonArray(), new JsonArray());
        return words.Form("table", controls, asked);
    }

    private static SupersetForm Pivot(FormWords words)
    {
        var query = words.Query;
        // Its totals are added up from the cells, which only sums and counts bear.
        if (query.Query.Limit is not null || query.Raw || query.Measures.Any(measure => measure.Aggregate is not (Aggregates.Sum or Aggregates.Count))) throw new CannotShowException("measures");
        var across = query.Dimensions.Where(dimension => dimension.Role is DimensionRole.Column or DimensionRole.Series).ToList();
        JsonArray rows = [.. query.Dimensions.Except(across).Select(dimension => (JsonNode)FormWords.Plain(dimension))], columns = [.. across.Select(dimension => (JsonNode)FormWords.Plain(dimension))];
        var controls = new JsonObject
        {
            ["groupbyRows"] = rows, ["groupbyColumns"] = columns, ["metrics"] = words.Metrics, ["metricsLayout"] = "COLUMNS", ["row_limit"] = words.RowLimit, ["order_desc"] = true, ["aggregateFunction"] = "Sum",
            ["valueFormat"] = "SMART_NUMBER", ["date_format"] = "smart_date", ["rowOrder"] = "key_a_to_z", ["colOrder"] = "key_a_to_z", ["rowTotals"] = true, ["colTotals"] = true, ["temporal_columns_lookup"] = new JsonObject(),
        };
        var asked = words.QueryOf([.. columns.Concat(rows).Select(name => name!.DeepClone())], words.Metrics, words.RowLimit);
        asked["orderby"] = new JsonArray(new JsonArray(words.Metric(), false));
        return words.Form("pivot_table_v2", controls, asked);
    }
}
