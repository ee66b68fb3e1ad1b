using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Superset.Forms;

/// <summary>Parts of a whole: pies, funnels, treemaps.</summary>
internal static class ShareForm
{
    private static readonly JsonObject Numbers = new() { ["number_format"] = "SMART_NUMBER", ["show_labels"] = true };

    public static SupersetForm Of(FormWords words)
    {
        var query = words.Query;
        if (query.Dimensions.Count == 0 || query.Measures.Count != 1 || query.Raw) throw new CannotShowException("grouping");
        // They order by the figure, the greatest first, and by nothing else.
        if (query.Query.Sort is not null && query.Sort is not { By: SortTarget.Measure { Index: 0 }, Order: SortOrder.Desc }) throw new CannotShowException("sort");
        JsonArray columns = [.. query.Dimensions.Select(dimension => (JsonNode)FormWords.Plain(dimension))];
        var controls = (JsonObject)Numbers.DeepClone();
        (controls["groupby"], controls["metric"], controls["row_limit"]) = (columns.DeepClone(), words.Metric(), words.RowLimit);
        var asked = words.QueryOf(columns, words.Metrics, words.RowLimit);
        asked["orderby"] = new JsonArray(new JsonArray(words.Metric(), false));
        return query.Query.ChartType switch
        {
            ChartType.Treemap => Treemap(words, controls, asked),
            ChartType.Funnel => Funnel(words, controls, asked),
            _ => Pie(words, controls, asked),
        };
    }

    private static SupersetForm Pie(FormWords words, JsonObject controls, JsonObject query)
    {
        if (words.Query.Dimensions.Count > 1) throw new CannotShowException("grouping");
        (controls["sort_by_metric"], controls["label_type"], controls["show_legend"]) = (true, "key", true);
        (controls["donut"], controls["innerRadius"], controls["outerRadius"], controls["show_labels_threshold"]) = (words.Query.Query.ChartType == ChartType.Donut, 30, 70, 5);
        query["post_processing"] = new JsonArray(new JsonObject
        {
            ["operation"] = "contribution",
            ["options"] = new JsonObject { ["columns"] = new JsonArray(words.LabelOf(0)), ["rename_columns"] = new JsonArray(words.LabelOf(0) + "__contribution") },
        });
        return words.Form("pie", controls, query);
    }

    private static SupersetForm Funnel(FormWords words, JsonObject controls, JsonObject query)
    {
        if (words.Query.Dimensions.Count > 1) throw new CannotShowException("grouping");
        (controls["sort_by_metric"], controls["percent_calculation_type"], controls["show_legend"]) = (true, "first_step", true);
        return words.Form("funnel", controls, query);
    }

    private static SupersetForm Treemap(FormWords words, JsonObject controls, JsonObject query)
    {
        (controls["label_type"], controls["show_upper_labels"], controls["sort_by_metric"]) = ("key_value", true, true);
        return words.Form("treemap_v2", controls, query);
    }
}
