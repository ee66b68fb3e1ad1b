using System.Text.Json.Nodes;
using NJsonSchema;
using Web.Insights.Charts;
using Web.Semantics;
using Web.Tests.Semantics;
using Web.Tests.Support;

namespace Web.Tests.Insights.Charts;

public sealed class ChartTemplatesTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "Web", "Insights", "Charts", "Templates");
    private static readonly string Definitions = File.ReadAllText(Path.Combine(Folder, "_definitions.json"));

    [Fact]
    public void Every_file_is_a_template_in_two_languages()
    {
        string[] known =
        [
            "bar", "big_number", "column", "line", "pie", "table",
            "area", "box", "bubble", "donut", "heatmap", "histogram", "scatter", "treemap",
            "forecast", "funnel", "gauge", "mixed", "pivot", "radar", "sankey", "waterfall",
        ];
        Assert.Equal(known.Order(StringComparer.Ordinal), Checks.Templates.All.Select(t => t.Id));
        foreach (var template in Checks.Templates.All)
        {
            foreach (var locale in new[] { "en", "ja" })
            {
                var entry = template.Describe(locale);
                Assert.Equal(["id", "title", "description", "chart_type", "parameters_schema", "examples"], entry.Select(p => p.Key));
                Assert.NotEmpty((JsonArray)entry["examples"]!);
            }
            Assert.NotEqual(template.Titles["en"], template.Titles["ja"]);
        }
    }

    [Theory]
    [InlineData("const", """{"const":1}""")]
    [InlineData("if", """{"if":{"type":"object"},"then":{"required":["limit"]}}""")]
    [InlineData("prefixItems", """{"type":"array","prefixItems":[{"type":"string"}]}""")]
    [InlineData("pattern", """{"properties":{"dataset":{"type":"string","pattern":"^a"}}}""")]
    [InlineData("dependentRequired", """{"properties":{"sort":{"anyOf":[{"type":"null"},{"dependentRequired":{}}]}}}""")]
    [InlineData("additionalProperties with a schema", """{"properties":{"x":{"type":"object","additionalProperties":{"const":1}}}}""")]
    [InlineData("maxItems of nothing", """{"properties":{"x":{"type":"array","maxItems":0}}}""")]
    [InlineData("unevaluatedProperties", """{"properties":{"x":{"items":{"unevaluatedProperties":false}}}}""")]
    [InlineData("$ref beside others or elsewhere", """{"properties":{"x":{"$ref":"https://example.com/schema.json"}}}""")]
    public void A_keyword_that_would_not_be_enforced_stops_the_start(string keyword, string schema)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "bar.json")))!;
        file["parameters_schema"] = JsonNode.Parse(schema);
        var refused = Assert.Throws<InvalidDataException>(() => ChartTemplate("bar.json", file));
        Assert.Contains(keyword, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_another_name_a_missing_language_or_an_unknown_property_stops_the_start()
    {
        JsonNode Bar() => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "bar.json")))!;
        Assert.Throws<InvalidDataException>(() => ChartTemplate("bars.json", Bar()));
        var mute = Bar();
        ((JsonObject)mute["titles"]!).Remove("ja");
        Assert.Throws<InvalidDataException>(() => ChartTemplate("bar.json", mute));
        var more = Bar();
        more["script"] = "x";
        Assert.Throws<InvalidDataException>(() => ChartTemplate("bar.json", more));
    }

    /// <summary>The allow-list is only as good as the validator: each keyword on it must turn something away.</summary>
    [Theory]
    [InlineData("""{"type":"string"}""", "1")]
    [InlineData("""{"type":["integer","null"]}""", "\"x\"")]
    [InlineData("""{"type":"integer"}""", "1.5")]
    [InlineData("""{"enum":["a",null]}""", "\"b\"")]
    [InlineData("""{"type":"object","required":["a"]}""", "{}")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"null"}}}""", """{"a":1}""")]
    [InlineData("""{"type":"object","properties":{"a":{}},"additionalProperties":false}""", """{"b":1}""")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "[1]")]
    [InlineData("""{"type":"array","minItems":1}""", "[]")]
    [InlineData("""{"type":"array","maxItems":1}""", "[1,2]")]
    [InlineData("""{"type":"string","minLength":1}""", "\"\"")]
    [InlineData("""{"type":"string","maxLength":1}""", "\"ab\"")]
    [InlineData("""{"type":"number","minimum":1}""", "0")]
    [InlineData("""{"type":"number","maximum":1}""", "2")]
    [InlineData("""{"anyOf":[{"type":"null"},{"type":"string"}]}""", "1")]
    [InlineData("""{"oneOf":[{"type":"number"},{"type":"integer"}]}""", "1")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"#/definitions/d"}},"definitions":{"d":{"enum":[1]}}}""", """{"a":2}""")]
    public async Task An_allowed_keyword_is_enforced(string schema, string instance) =>
        Assert.NotEmpty((await JsonSchema.FromJsonAsync(schema, TestContext.Current.CancellationToken)).Validate(instance));

    [Fact]
    public void What_the_checker_accepts_in_its_own_form_the_schema_accepts_too()
    {
        // The others have their own forms, tried in ShapeFaultsTests and GoldenShapes.
        foreach (var template in Checks.Templates.All.Where(t => t.Shape is { Points: false, Boxes: false, Bins: false } && !t.Shape.Requires.Contains(DimensionRole.Series)))
        {
            var query = new ChartQuery
            {
                ChartType = template.Shape.ChartType,
                Template = template.Id,
                Dataset = "sales",
                Dimensions = template.Shape switch
                {
                    { Forecasts: true } => [new ChartDimension("sold_on", Grain: Grain.Month)],
                    { MinDimensions: 2 } => [new ChartDimension("rep"), new ChartDimension("region", DimensionRole.Series)],
                    { Requires: [var role, ..] } => [new ChartDimension("rep", role, Grain: null, Bin: null)],
                    _ => [],
                },
                Measures = [.. Enumerable.Repeat(new ChartMeasure("amount", "sum", template.Shape.MeasureRoles[0]), Math.Max(1, template.Shape.MinMeasures))],
                Filters = [ChartFilter.On("rep", FilterOp.In, new[] { "a" }), new ChartFilter { Any = [ChartFilter.On("sold_on", FilterOp.InPeriod, "this_year")] }],
            };
            Assert.Empty(template.Misfits(query.ToJson()));
            Assert.IsType<CheckOutcome.Fits>(Checks.Check(query.ToJson()));
        }
    }

    private static ChartTemplate ChartTemplate(string name, JsonNode file) => ChartTemplates.Parse(name, file.ToJsonString(), Definitions);
}
