using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Superset.Forms;

/// <summary>The parts of a checked query as Superset's forms have them.</summary>
internal sealed class FormWords
{
    private const int MostRows = 10_000;
    private readonly JsonArray metrics = [];

    /// <exception cref="CannotShowException">The query has a part that no form there can hold.</exception>
    public FormWords(CheckedQuery query, string locale)
    {
        Query = query;
        var asked = query.Query;
        if (query.MixedColumn is not null) throw new CannotShowException("currencies");
        if (asked.Compare is not null) throw new CannotShowException("compare");
        if (asked.Forecast is not null || query.Measures.Any(measure => measure.Transform is not null)) throw new CannotShowException("transform");
        if (asked.Anomalies == true) throw new CannotShowException("anomalies");
        if (asked.LimitPer is not null || asked.SeriesLimit is not null || asked.Others == true || query.Hidden.Count > 0) throw new CannotShowException("limit");
        if (query.Dimensions.Any(dimension => dimension.Bin is not null || dimension.Role == DimensionRole.Facet)) throw new CannotShowException("grouping");
        var titles = ResultColumns.Of(query, locale).Skip(query.Dimensions.Count).Select(column => column.Title).ToList();
        for (var i = 0; i < query.Measures.Count && !query.Raw; i++)
        {
            var label = titles.IndexOf(titles[i]) == i ? titles[i] : $"{titles[i]} {i + 1}";
            metrics.Add(MetricWords.Of(query.Measures[i], label, i + 1));
        }
        (Filters, QueryFilters, Having) = FilterWords.Of(query);
    }

    public CheckedQuery Query { get; }
    public JsonArray Filters { get; }
    public JsonArray QueryFilters { get; }
    public string Having { get; }
    public JsonArray Metrics => (JsonArray)metrics.DeepClone();
    public int RowLimit => Query.Query.Limit ?? MostRows;

    public JsonNode Metric(int index = 0) => index < metrics.Count ? metrics[index]!.DeepClone() : throw new CannotShowException("measures");

    public string LabelOf(int index) => (string)metrics[index]!["label"]!;

    public static JsonArray Names(IEnumerable<CheckedDimension> dimensions) => [.. dimensions.Select(dimension => (JsonNode)dimension.Column.Name)];

    /// <summary>A dimension that stands as it is, without buckets of time.</summary>
    public static string Plain(CheckedDimension dimension) => dimension.Grain is null ? dimension.Column.Name : throw new CannotShowException("grain");

    /// <summary>What time is counted in there; weeks begin on Monday in both.</summary>
    public static string? Grain(CheckedDimension dimension) => dimension.Grain switch
    {
        null => dimension.Column.IsTemporal ? throw new CannotShowException("grain") : null,
        Semantics.Grain.Hour => "PT1H",
        Semantics.Grain.Day => "P1D",
        Semantics.Grain.Week => "P1W",
        Semantics.Grain.Month => "P1M",
        Semantics.Grain.Quarter => "P3M",
        Semantics.Grain.Year => "P1Y",
        _ => throw new CannotShowException("grain"),
    };

    public static JsonObject Axis(CheckedDimension dimension)
    {
        var axis = new JsonObject();
        if (Grain(dimension) is { } grain) axis["timeGrain"] = grain;
        (axis["columnType"], axis["sqlExpression"], axis["label"], axis["expressionType"], axis["isColumnReference"]) = ("BASE_AXIS", dimension.Column.Name, dimension.Column.Name, "SQL", true);
        return axis;
    }

    /// <summary>Order by what the query is sorted by; figures fall when it is not.</summary>
    public JsonArray OrderBy()
    {
        if (Query.Query.Sort is null) return [new JsonArray(Metric(), false)];
        var up = Query.Sort.Order == SortOrder.Asc;
        return Query.Sort.By switch
        {
            SortTarget.Measure { Index: var index } => [new JsonArray(Metric(index), up)],
            SortTarget.Dimension { Index: var index } => [new JsonArray((JsonNode)Query.Dimensions[index].Column.Name, up)],
            _ => throw new CannotShowException("sort"),
        };
    }

    /// <summary>A query object with what all of them carry.</summary>
    public JsonObject QueryOf(JsonArray columns, JsonArray? asked, int? limit, string? grain = null)
    {
        var extras = new JsonObject { ["having"] = Having, ["where"] = "" };
        if (grain is not null) extras["time_grain_sqla"] = grain;
        var query = new JsonObject { ["filters"] = QueryFilters.DeepClone(), ["extras"] = extras, ["applied_time_extras"] = new JsonObject(), ["columns"] = columns };
        if (asked is not null) query["metrics"] = asked;
        (query["annotation_layers"], query["series_limit"], query["group_others_when_limit_reached"], query["order_desc"]) = (new JsonArray(), 0, false, true);
        (query["url_params"], query["custom_params"], query["custom_form_data"]) = (new JsonObject(), new JsonObject(), new JsonObject());
        if (limit is not null) query["row_limit"] = limit;
        return query;
    }

    public SupersetForm Form(string type, JsonObject controls, params IEnumerable<JsonObject> queries)
    {
        controls["adhoc_filters"] = Filters.DeepClone();
        return new SupersetForm(type, controls, [.. queries]);
    }
}
