using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using Web.Semantics;

namespace Web.Insights.Charts;

/// <summary>A kind of chart as data: what it is called, what it asks of a query, and how it is drawn.</summary>
public sealed class ChartTemplate
{
    private readonly JsonSchema schema;

    internal ChartTemplate(TemplateFile file, JsonObject parametersSchema, JsonSchema schema)
    {
        this.schema = schema;
        (Id, Titles, Descriptions, Examples, Drawing) = (file.Id, file.Titles, file.Descriptions, file.Examples, file.Option);
        Shape = file.Shape with { Template = file.Id, ChartType = file.ChartType };
        ParametersSchema = parametersSchema;
    }

    public string Id { get; }
    public IReadOnlyDictionary<string, string> Titles { get; }
    public IReadOnlyDictionary<string, string> Descriptions { get; }
    /// <summary>Requests that this chart answers, by language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Examples { get; }
    public ChartShape Shape { get; }
    /// <summary>How it is drawn; several templates may share a drawing.</summary>
    public Drawing Drawing { get; }
    /// <summary>The JSON Schema of a QUERY for this chart, complete in itself.</summary>
    public JsonObject ParametersSchema { get; }

    /// <summary>The template's entry in the catalogue of <c>/charts/templates</c>, in <paramref name="locale"/>.</summary>
    public JsonObject Describe(string locale) => new()
    {
        ["id"] = Id,
        ["title"] = Titles[locale],
        ["description"] = Descriptions[locale],
        ["chart_type"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(Shape.ChartType.ToString()),
        ["parameters_schema"] = ParametersSchema.DeepClone(),
        ["examples"] = new JsonArray([.. Examples[locale].Select(e => (JsonNode)e)]),
    };

    /// <summary>Where a query does not have the form of this chart; empty when it does.</summary>
    public IReadOnlyList<Fault> Misfits(string queryJson) => SchemaFaults.Of(schema, queryJson);
}

/// <summary>The drawings that options are built for.</summary>
public enum Drawing
{
    Bars, Columns, Lines, Pie, Figure, Table,
    Funnel, Gauge, Pivot, Waterfall, Radar, Sankey, Mixed, Forecast,
    Areas, Donut, Points, Bins, Boxes, Cells, Tiles,
}

/// <summary>A template as its file writes it.</summary>
internal sealed record TemplateFile
{
    public required string Id { get; init; }
    public required IReadOnlyDictionary<string, string> Titles { get; init; }
    public required IReadOnlyDictionary<string, string> Descriptions { get; init; }
    public required ChartType ChartType { get; init; }
    public required Drawing Option { get; init; }
    public required ChartShape Shape { get; init; }
    public required JsonObject ParametersSchema { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Examples { get; init; }
}
