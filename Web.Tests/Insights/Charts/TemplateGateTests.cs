using Web.Semantics;
using Web.Tests.Semantics;

namespace Web.Tests.Insights.Charts;

public sealed class TemplateGateTests
{
    [Theory]
    [InlineData("""{"chart_type":"bar","dataset":"sales","measures":[]}""", "/dimensions", "schema_property_required")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep","colour":"red"}],"measures":[{"aggregate":"count"}]}""", "/dimensions/0/colour", "schema_property_unknown")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep","role":"row"}],"measures":[{"aggregate":"count"}]}""", "/dimensions/0/role", "schema_not_in_enumeration")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":7}],"measures":[{"aggregate":"count"}]}""", "/dimensions/0/field", "schema_type")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"limit":5000}""", "/limit", "schema_range")]
    [InlineData("""{"chart_type":"scatter","dataset":"sales","measures":[{"field":"amount","aggregate":"none"}]}""", "/measures", "schema_too_few")]
    [InlineData("""{"chart_type":"donut","dataset":"sales","dimensions":[{"field":"rep"},{"field":"region"}],"measures":[{"aggregate":"count"}]}""", "/dimensions", "schema_too_many")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"compare":{"to":"yesterday"}}""", "/compare/to", "schema_not_in_enumeration")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"filters":[{"field":"rep","op":"like"}]}""", "/filters/0/op", "schema_not_in_enumeration")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"filters":[{"any":[{"field":"rep","op":"=","val":1}]}]}""", "/filters/0/any/0/val", "schema_property_unknown")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"quantity","bin":{"count":"ten"}}],"measures":[{"aggregate":"count"}]}""", "/dimensions/0/bin/count", "schema_type")]
    [InlineData("""{"chart_type":"big_number","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}]}""", "/dimensions/0", "schema_type")]
    [InlineData("""{"chart_type":"pie","template":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}]}""", "/chart_type", "schema_not_in_enumeration")]
    [InlineData("""{"chart_type":"sunburst","dataset":"sales"}""", "/chart_type", "json_invalid")]
    [InlineData("""{"chart_type":"bar","template":"bars","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}]}""", "/template", "schema_not_in_enumeration")]
    public void A_query_of_the_wrong_form_is_told_where(string json, string pointer, string code)
    {
        var faults = Assert.IsType<CheckOutcome.Faulty>(Checks.Check(json)).Faults;
        Assert.Contains(faults, f => f.Pointer == pointer && f.Code == code);
    }

    [Fact]
    public void An_unknown_dataset_is_not_found() =>
        Assert.IsType<CheckOutcome.NoDataset>(Checks.Check("""{"chart_type":"bar","dataset":"payroll","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}]}"""));
}
