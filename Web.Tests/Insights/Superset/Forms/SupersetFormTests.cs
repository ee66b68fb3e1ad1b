using System.Text.Json;
using System.Text.Json.Nodes;
using Web.Crm;
using Web.Insights.Superset;
using Web.Insights.Superset.Forms;
using Web.Kernel;
using Web.Semantics;

namespace Web.Tests.Insights.Superset.Forms;

public sealed class SupersetFormTests
{
    private static readonly Calendar Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), 4);
    private static readonly Dictionary<string, Dataset> Datasets = new CrmDatasets().Offer("JPY").ToDictionary(offered => offered.Dataset.Contract.Key, offered => offered.Dataset);
    private static readonly Catalog Catalog = new(Datasets.Values.Select(dataset => Relations.Join(dataset, key => Datasets.GetValueOrDefault(key))));

    /// <summary>Every kind of chart there may be, whatever templates there are today.</summary>
    private static readonly QueryChecker Checker = new(Enum.GetValues<ChartType>().Select(type => new ChartShape(type.ToString(), type)
    {
        Permits = Enum.GetValues<DimensionRole>(), Repeats = [DimensionRole.Detail, DimensionRole.Row, DimensionRole.Column], MeasureRoles = Enum.GetValues<MeasureRole>(),
        MinMeasures = 0, MaxMeasures = 5, Raw = type == ChartType.Table, Stacks = true, Transforms = true, Compares = true,
    }));

    private const string Sum = """{"field":"amount","aggregate":"sum"}""", Count = """{"aggregate":"count"}""";

    [Theory]
    [InlineData("big_number", "big_number_total", "", Sum)]
    [InlineData("gauge", "gauge_chart", "", Count)]
    [InlineData("line", "echarts_timeseries_line", """{"field":"closed_on","grain":"month"},{"field":"owner","role":"series"}""", Sum)]
    [InlineData("area", "echarts_area", """{"field":"closed_on","grain":"week"}""", Sum)]
    [InlineData("column", "echarts_timeseries_bar", """{"field":"closed_on","grain":"quarter"}""", Sum + "," + Count)]
    [InlineData("bar", "echarts_timeseries_bar", """{"field":"owner"}""", """{"field":"amount","aggregate":"median"}""")]
    [InlineData("pie", "pie", """{"field":"status"}""", Sum)]
    [InlineData("donut", "pie", """{"field":"status"}""", Count)]
    [InlineData("funnel", "funnel", """{"field":"stage"}""", Count)]
    [InlineData("treemap", "treemap_v2", """{"field":"industry"},{"field":"account","role":"detail"}""", Sum)]
    [InlineData("heatmap", "heatmap_v2", """{"field":"closed_on","grain":"month"},{"field":"owner","role":"series"}""", Count)]
    [InlineData("table", "table", """{"field":"owner","role":"detail"},{"field":"status","role":"detail"}""", Sum)]
    [InlineData("table", "table", """{"field":"name","role":"detail"},{"field":"owner","role":"detail"}""", "")]
    [InlineData("pivot", "pivot_table_v2", """{"field":"owner","role":"row"},{"field":"status","role":"column"}""", Sum)]
    [InlineData("bubble", "bubble_v2", """{"field":"owner"}""", Sum + "," + Count + """,{"field":"probability","aggregate":"mean"}""")]
    [InlineData("sankey", "sankey_v2", """{"field":"pipeline"},{"field":"status","role":"series"}""", Count)]
    [InlineData("radar", "radar", """{"field":"owner","role":"series"}""", Sum + "," + Count + """,{"field":"probability","aggregate":"mean"}""")]
    [InlineData("waterfall", "waterfall", """{"field":"closed_on","grain":"quarter"}""", Sum)]
    public void Each_kind_of_chart_has_the_controls_and_queries_that_draw_it(string type, string expected, string dimensions, string measures)
    {
        var form = Of($$"""{"chart_type":"{{type}}","dataset":"crm_deals","dimensions":[{{dimensions}}],"measures":[{{measures}}],"filters":[{"field":"status","op":"in","value":["won","lost"]},{"field":"closed_on","op":"in_period","value":"this_year"},{"field":"amount","op":"between","value":[1,5000000]},{"field":"industry","op":"not_null"}]}""");
        Assert.Equal(expected, form.VizType);
        foreach (var chart in new long?[] { null, 9 })
        {
            var (parameters, context) = form.Write(7, chart);
            Assert.Null(VizTypes.Fault(expected, parameters, context, 7));
            Assert.Equal(chart, (long?)JsonNode.Parse(parameters)!["slice_id"]);
        }
    }

    [Theory]
    [InlineData("this_year", "DATETRUNC(DATETIME(\"today\"), year) : DATEADD(DATETRUNC(DATETIME(\"today\"), year), 1, year)")]
    [InlineData("last_month", "DATEADD(DATETRUNC(DATETIME(\"today\"), month), -1, month) : DATETRUNC(DATETIME(\"today\"), month)")]
    [InlineData("last_90_days", "DATEADD(DATEADD(DATETIME(\"today\"), -90, day), 1, day) : DATEADD(DATETIME(\"today\"), 1, day)")]
    [InlineData("this_fiscal_year", "DATEADD(DATETRUNC(DATEADD(DATETIME(\"today\"), -3, month), year), 3, month) : DATEADD(DATEADD(DATETRUNC(DATEADD(DATETIME(\"today\"), -3, month), year), 3, month), 1, year)")]
    [InlineData("2026-Q1", "2026-01-01 : 2026-04-01")]
    [InlineData("FY2026", "2026-04-01 : 2027-04-01")]
    public void A_period_keeps_its_meaning(string word, string expected)
    {
        var form = Of($$"""{"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"status"}],"measures":[{"aggregate":"count"}],"filters":[{"field":"closed_on","op":"in_period","value":"{{word}}"}]}""");
        Assert.Equal(("TEMPORAL_RANGE", expected), ((string?)form.Queries[0]!["filters"]![0]!["op"], (string?)form.Queries[0]!["filters"]![0]!["val"]));
    }

    [Fact]
    public void A_condition_on_a_figure_becomes_a_having()
    {
        var form = Of("""{"chart_type":"bar","dataset":"crm_deals","dimensions":[{"field":"owner"}],"measures":[{"field":"amount","aggregate":"sum"}],"filters":[{"field":"amount","aggregate":"sum","op":">","value":1000}],"sort":{"by":"y","order":"desc"},"limit":5}""");
        Assert.Equal("(SUM(\"amount\") > 1000)", (string?)form.Queries[0]!["extras"]!["having"]);
        Assert.Equal((5, 5), ((int)form.Queries[0]!["row_limit"]!, (int)form.Controls["row_limit"]!));
        Assert.Null(VizTypes.Fault("echarts_timeseries_bar", form.Write(7, 9).Params, form.Write(7, 9).QueryContext, 7));
    }

    [Theory]
    [InlineData("scatter", """{"field":"owner"}""", "", "chart_type")]
    [InlineData("histogram", """{"field":"owner"}""", "", "chart_type")]
    [InlineData("column", """{"field":"closed_on","grain":"weekday"}""", "", "grain")]
    [InlineData("column", """{"field":"owner"},{"field":"status","role":"series"}""", ""","limit":5""", "limit")]
    [InlineData("column", """{"field":"amount","bin":"auto"}""", "", "grouping")]
    [InlineData("pie", """{"field":"owner"}""", ""","sort":{"by":"x","order":"asc"}""", "sort")]
    [InlineData("column", """{"field":"owner"}""", ""","filters":[{"any":[{"field":"status","op":"=","value":"won"},{"field":"status","op":"=","value":"lost"}]}]""", "filter")]
    [InlineData("column", """{"field":"owner"}""", ""","filters":[{"field":"closed_on","op":"in_period","value":"this_half"}]""", "period")]
    [InlineData("column", """{"field":"closed_on","grain":"month"}""", ""","compare":{"to":"previous_year"}""", "compare")]
    [InlineData("column", """{"field":"account.region"}""", "", "relation")]
    [InlineData("column", """{"field":"owner"}""", ""","filters":[{"any":[{"field":"account.city","op":"=","value":"Nagoya"}]}]""", "relation")]
    public void What_has_no_honest_form_says_so(string type, string dimensions, string more, string why) => Assert.Equal(why, Assert.Throws<CannotShowException>(() =>
        Of($$"""{"chart_type":"{{type}}","dataset":"crm_deals","dimensions":[{{dimensions}}],"measures":[{{Count}}]{{more}}}""")).Why);

    private static SupersetForm Of(string json)
    {
        var outcome = Checker.Check(JsonSerializer.Deserialize<ChartQuery>(json, ChartJson.Options)!, Catalog, Tokyo, new DateOnly(2026, 11, 20));
        Assert.True(outcome is CheckOutcome.Fits, outcome is CheckOutcome.Faulty faulty ? string.Join("; ", faulty.Faults) : outcome.ToString());
        return SupersetForm.Of(((CheckOutcome.Fits)outcome).Query, "en");
    }
}
