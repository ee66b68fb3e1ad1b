using Web.Semantics;

namespace Web.Tests.Semantics.Checking;

/// <summary>What the kinds ask beyond roles and numbers. The queries skip the templates' schemas, so that the checker stands alone.</summary>
public sealed class KindCheckTests
{
    private const string Count = """ "measures":[{"aggregate":"count"}] """;
    private const string ByRep = """ "dimensions":[{"field":"rep"}] """;
    private const string ByMonth = """ "dimensions":[{"field":"sold_on","grain":"month"}] """;
    private const string TwoLevels = """ "dimensions":[{"field":"rep"},{"field":"region","role":"series"}] """;

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "funnel", Count, "/dimensions", "role_required" },
        { "funnel", $$"""{{TwoLevels}},{{Count}}""", "/dimensions/1/role", "role_not_for_chart" },
        { "funnel", $$"""{{ByRep}},"measures":[{"field":"rating","aggregate":"mean"}] """, "/measures/0/aggregate", "measure_not_additive" },
        { "funnel", $$"""{{ByRep}},"measures":[{"aggregate":"rush_rate"}] """, "/measures/0/aggregate", "measure_not_additive" },
        { "funnel", $$"""{{ByRep}},"measures":[{"field":"region","aggregate":"count_distinct"}] """, "/measures/0/aggregate", "measure_not_additive" },
        { "funnel", $$"""{{ByRep}},"measures":[{"field":"fee","aggregate":"sum"}] """, "/measures/0/field", "one_currency_only" },
        { "funnel", $$""" "dimensions":[{"field":"fee"}],{{Count}} """, "/dimensions/0/field", "one_currency_only" },
        { "funnel", $$"""{{ByRep}},{{Count}},"sort":{"by":{"field":"fee","aggregate":"max"} } """, "/sort/by", "one_currency_only" },
        { "funnel", $$"""{{ByRep}},"measures":[{"aggregate":"count"},{"field":"amount","aggregate":"sum"}] """, "/measures", "too_many_measures" },
        { "gauge", $$"""{{ByRep}},{{Count}}""", "/dimensions/0/role", "role_not_for_chart" },
        { "gauge", "\"dimensions\":[]", "/measures", "too_few_measures" },
        { "gauge", """ "measures":[{"field":"sold_on","aggregate":"max"}] """, "/measures/0/field", "measure_needs_number" },
        { "gauge", Count + ""","target":9999999999999999999999 """, "/target", "number_out_of_range" },
        { "pivot", """ "dimensions":[{"field":"rep","role":"column"}], """ + Count, "/dimensions", "role_required" },
        { "pivot", $$"""{{ByRep}},{{Count}}""", "/dimensions/0/role", "role_not_for_chart" },
        { "pivot", """ "dimensions":[{"field":"rep","role":"row"}],"measures":[{"aggregate":"count","transform":"cumulative"}] """, "/measures/0/transform", "transform_needs_x" },
        { "pivot", """ "dimensions":[{"field":"rep","role":"row"}],"measures":[] """, "/measures", "too_few_measures" },
        { "waterfall", $$"""{{ByRep}},"measures":[{"aggregate":"count","transform":"cumulative"}] """, "/measures/0/transform", "transform_not_for_chart" },
        { "waterfall", $$"""{{ByRep}},"measures":[{"field":"amount","aggregate":"max"}] """, "/measures/0/aggregate", "measure_not_additive" },
        { "radar", $$"""{{ByRep}},"measures":[{"aggregate":"count"},{"field":"amount","aggregate":"sum"}] """, "/measures", "too_many_measures" },
        { "radar", $$"""{{ByRep}},"measures":[{"field":"fee","aggregate":"mean"}] """, "/measures/0/field", "one_currency_only" },
        { "sankey", $$"""{{ByRep}},{{Count}}""", "/dimensions", "too_few_dimensions" },
        { "sankey", $$""" "dimensions":[{"field":"rep"},{"field":"sold_on","role":"series","grain":"month"}],{{Count}} """, "/dimensions/1/field", "dimension_needs_names" },
        { "sankey", $$"""{{TwoLevels}},"measures":[{"field":"rating","aggregate":"median"}] """, "/measures/0/aggregate", "measure_not_additive" },
        { "mixed", $$"""{{ByRep}},{{Count}}""", "/measures", "too_few_measures" },
        { "mixed", $$"""{{TwoLevels}},"measures":[{"aggregate":"count"},{"field":"amount","aggregate":"sum"}] """, "/dimensions/1/role", "role_not_for_chart" },
        { "mixed", $$"""{{ByRep}},"measures":[{"aggregate":"count"},{"field":"fee","aggregate":"sum"}] """, "/measures/1/field", "one_currency_only" },
        { "forecast", $$"""{{ByRep}},{{Count}}""", "/dimensions/0/grain", "forecast_needs_time" },
        { "forecast", $$""" "dimensions":[{"field":"sold_on","grain":"weekday"}],{{Count}} """, "/dimensions/0/grain", "forecast_needs_time" },
        { "forecast", $$"""{{ByMonth}},{{Count}},"forecast":{"periods":0} """, "/forecast/periods", "out_of_range" },
        { "forecast", $$"""{{ByMonth}},{{Count}},"forecast":{"periods":101} """, "/forecast/periods", "out_of_range" },
        { "forecast", $$"""{{ByMonth}},{{Count}},"sort":{"by":"y"} """, "/sort", "forecast_runs_forward" },
        { "forecast", $$"""{{ByMonth}},{{Count}},"sort":{"by":"x","order":"desc"} """, "/sort", "forecast_runs_forward" },
        { "forecast", $$"""{{ByMonth}},{{Count}},"limit":3""", "/limit", "forecast_runs_forward" },
        { "forecast", $$"""{{ByMonth}},"measures":[{"field":"fee","aggregate":"sum"}] """, "/measures/0/field", "one_currency_only" },
        { "forecast", $$"""{{ByMonth}},"measures":[{"field":"amount","aggregate":"none"}] """, "/measures/0/aggregate", "raw_not_for_chart" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_at_its_place(string chart, string rest, string pointer, string code)
    {
        var faults = Assert.IsType<CheckOutcome.Faulty>(Checks.CheckForm($$"""{"chart_type":"{{chart}}","dataset":"sales",{{rest}}}""")).Faults;
        var fault = Assert.Single(faults, f => f.Pointer == pointer && f.Code == code);
        Assert.NotEqual(fault.MessageIn("en"), fault.MessageIn("ja"));
        Assert.DoesNotContain("{", fault.MessageIn("ja"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"chart_type":"sankey","dataset":"sales","dimensions":[{"field":"rep"},{"field":"region"}],"measures":[{"aggregate":"count"}]}""")]
    [InlineData("""{"chart_type":"sankey","dataset":"sales","dimensions":[{"field":"rep","role":"x"},{"field":"rush","role":"series"},{"field":"region","role":"detail"}],"measures":[{"field":"quantity","aggregate":"sum"}]}""")]
    [InlineData("""{"chart_type":"forecast","dataset":"sales","dimensions":[{"field":"sold_on"}],"measures":[{"aggregate":"count"}],"sort":{"by":"sold_on"}}""")]
    [InlineData("""{"chart_type":"forecast","dataset":"sales","dimensions":[{"field":"year"}],"measures":[{"field":"rating","aggregate":"mean"}]}""")]
    [InlineData("""{"chart_type":"funnel","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"field":"fee","aggregate":"count"}]}""")]
    [InlineData("""{"chart_type":"mixed","dataset":"sales","dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"field":"amount","aggregate":"sum"},{"field":"amount","aggregate":"sum","transform":"cumulative","mark":"line","axis":"right"}],"target":5}""")]
    [InlineData("""{"chart_type":"pivot","dataset":"sales","dimensions":[{"field":"rep","role":"row"},{"field":"region","role":"row"},{"field":"sold_on","role":"column","grain":"year"}],"measures":[{"field":"fee","aggregate":"sum"},{"field":"rating","aggregate":"mean"},{"aggregate":"count","transform":"share"}],"limit":5}""")]
    public void What_fits_is_accepted_by_schema_and_checker(string query) => Assert.IsType<CheckOutcome.Fits>(Checks.Check(query));

    [Theory]
    [InlineData("""{"chart_type":"funnel","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"stack":"stacked"}""", "/stack")]
    [InlineData("""{"chart_type":"gauge","dataset":"sales","measures":[{"aggregate":"count"}],"target":"much"}""", "/target")]
    [InlineData("""{"chart_type":"pivot","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}]}""", "/dimensions/0/role")]
    [InlineData("""{"chart_type":"mixed","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count","mark":"dots"},{"aggregate":"count"}]}""", "/measures/0/mark")]
    [InlineData("""{"chart_type":"forecast","dataset":"sales","dimensions":[{"field":"sold_on"}],"measures":[{"aggregate":"count"}],"forecast":{"periods":1.5}}""", "/forecast/periods")]
    [InlineData("""{"chart_type":"forecast","dataset":"sales","dimensions":[{"field":"sold_on"}],"measures":[{"aggregate":"count"}],"forecast":{"steps":1}}""", "/forecast")]
    [InlineData("""{"chart_type":"radar","dataset":"sales","dimensions":[{"field":"rep","role":"facet"}],"measures":[{"aggregate":"count"}]}""", "/dimensions/0/role")]
    [InlineData("""{"chart_type":"sankey","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}]}""", "/dimensions")]
    public void A_wrong_form_is_told_where(string query, string pointer) =>
        Assert.Contains(Assert.IsType<CheckOutcome.Faulty>(Checks.Check(query)).Faults, f => f.Pointer.StartsWith(pointer, StringComparison.Ordinal));
}
