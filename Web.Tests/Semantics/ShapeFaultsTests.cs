using System.Text.Json;
using Web.Semantics;

namespace Web.Tests.Semantics;

/// <summary>What each geometry asks of a query: one fault for each thing that is wrong, where its author wrote it, in both languages.</summary>
public sealed class ShapeFaultsTests
{
    [Theory]
    [InlineData("scatter", """ "measures":[{"field":"amount","aggregate":"none"}] """, "/measures", "too_few_measures")]
    [InlineData("scatter", """ "measures":[{"field":"amount","aggregate":"none"},{"field":"rep","aggregate":"none"}] """, "/measures/1/field", "figure_needs_number")]
    [InlineData("scatter", """ "measures":[{"field":"amount","aggregate":"none"},{"field":"sold_on","aggregate":"none"}] """, "/measures/1/field", "figure_needs_number")]
    [InlineData("scatter", """ "measures":[{"field":"amount","aggregate":"none","role":"x"},{"field":"cost","aggregate":"none","role":"x"}] """, "/measures/1/role", "role_taken_twice")]
    [InlineData("scatter", """ "measures":[{"field":"amount","aggregate":"none","role":"x"},{"field":"cost","aggregate":"none","role":"size"}] """, "/measures/1/role", "role_not_for_chart")]
    [InlineData("scatter", """ "measures":[{"field":"amount","aggregate":"sum"},{"field":"cost","aggregate":"mean"}] """, "/dimensions", "points_need_group")]
    [InlineData("scatter", """ "measures":[{"field":"amount","aggregate":"none"},{"field":"cost","aggregate":"mean"}] """, "/measures", "raw_and_grouped")]
    [InlineData("bubble", """ "measures":[{"field":"amount","aggregate":"none"},{"field":"cost","aggregate":"none"}] """, "/measures", "too_few_measures")]
    [InlineData("bubble", """ "dimensions":[{"field":"rep","role":"facet"}],"measures":[{"aggregate":"count"},{"field":"amount","aggregate":"sum"},{"field":"cost","aggregate":"sum"}] """, "/dimensions/0/role", "role_not_for_chart")]
    [InlineData("histogram", """ "dimensions":[{"field":"rep"}] """, "/dimensions/0/field", "bin_needs_number")]
    [InlineData("histogram", """ "dimensions":[{"field":"sold_on","grain":"month"}] """, "/dimensions/0/field", "bin_needs_number")]
    [InlineData("histogram", """ "measures":[{"field":"rep","aggregate":"none"}] """, "/measures/0/field", "bin_needs_number")]
    [InlineData("histogram", """ "measures":[{"field":"reps","aggregate":"none"}] """, "/measures/0/field", "field_not_found")]
    [InlineData("histogram", """ "dimensions":[{"field":"quantity"}],"measures":[{"field":"amount","aggregate":"sum"}] """, "/measures/0/aggregate", "histogram_counts")]
    [InlineData("histogram", """ "measures":[{"aggregate":"count"}] """, "/dimensions", "role_required")]
    [InlineData("box", """ "dimensions":[{"field":"rep"}],"measures":[{"field":"amount","aggregate":"sum"}] """, "/measures/0/aggregate", "box_needs_rows")]
    [InlineData("box", """ "dimensions":[{"field":"rep"}],"measures":[{"field":"region","aggregate":"none"}] """, "/measures/0/field", "figure_needs_number")]
    [InlineData("box", """ "measures":[{"field":"id","aggregate":"none"}] """, "/measures/0/field", "figure_needs_number")]
    [InlineData("box", """ "dimensions":[{"field":"rep"}] """, "/measures", "too_few_measures")]
    [InlineData("box", """ "dimensions":[{"field":"rep"},{"field":"region","role":"series"}],"measures":[{"field":"amount","aggregate":"none"}] """, "/dimensions/1/role", "role_not_for_chart")]
    [InlineData("heatmap", """ "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}] """, "/dimensions", "role_required")]
    [InlineData("heatmap", """ "dimensions":[{"field":"rep"},{"field":"region","role":"row"}],"measures":[{"field":"amount","aggregate":"none"}] """, "/measures/0/aggregate", "raw_not_for_chart")]
    [InlineData("heatmap", """ "dimensions":[{"field":"rep"},{"field":"region","role":"row"}],"measures":[{"field":"sold_on","aggregate":"max"}] """, "/measures/0/field", "figure_needs_number")]
    [InlineData("treemap", """ "dimensions":[{"field":"rep"}],"measures":[{"field":"amount","aggregate":"mean"}] """, "/measures/0/aggregate", "parts_need_sum")]
    [InlineData("treemap", """ "dimensions":[{"field":"rep"}],"measures":[{"aggregate":"rush_rate"}] """, "/measures/0/aggregate", "parts_need_sum")]
    [InlineData("treemap", """ "dimensions":[{"field":"rep"}],"measures":[{"field":"amount","aggregate":"none"}] """, "/measures/0/aggregate", "raw_not_for_chart")]
    [InlineData("area", """ "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"field":"sold_on","aggregate":"max"}] """, "/measures/0/field", "figure_needs_number")]
    [InlineData("donut", """ "dimensions":[{"field":"rep"},{"field":"region","role":"series"}],"measures":[{"aggregate":"count"}] """, "/dimensions/1/role", "role_not_for_chart")]
    public void One_fault_where_it_was_written(string chart, string rest, string pointer, string code)
    {
        var fault = Assert.Single(Assert.IsType<CheckOutcome.Faulty>(Checks.CheckForm($$"""{"chart_type":"{{chart}}","dataset":"sales",{{rest}}}""")).Faults);
        Assert.Equal((pointer, code), (fault.Pointer, fault.Code));
        Assert.NotEqual(fault.MessageIn("en"), fault.MessageIn("ja"));
        Assert.DoesNotContain("{", fault.MessageIn("en") + fault.MessageIn("ja"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("area")]
    [InlineData("donut")]
    [InlineData("scatter")]
    [InlineData("bubble")]
    [InlineData("histogram")]
    [InlineData("box")]
    [InlineData("heatmap")]
    [InlineData("treemap")]
    public void The_schema_refuses_what_the_chart_has_no_place_for(string chart)
    {
        var faults = Assert.IsType<CheckOutcome.Faulty>(Checks.Check(
            $$"""{"chart_type":"{{chart}}","dataset":"sales","dimensions":[{"field":"rep","role":"page"}],"measures":[{"aggregate":"count","role":"angle"}],"forecast":{"periods":3} }""")).Faults;
        Assert.Contains(faults, f => f is { Pointer: "/dimensions/0/role", Code: "schema_not_in_enumeration" });
        Assert.Contains(faults, f => f is { Pointer: "/measures/0/role", Code: "schema_not_in_enumeration" });
        Assert.Contains(faults, f => f.Pointer == "/forecast");
    }

    [Fact]
    public void Measures_take_the_roles_that_are_left_in_their_order()
    {
        var query = Checks.Fit("""{"chart_type":"bubble","dataset":"sales","measures":[{"field":"quantity","aggregate":"none"},{"field":"amount","aggregate":"none","role":"x"},{"field":"rating","aggregate":"none"}]}""");
        Assert.Equal(["y", "x", "size"], ResultColumns.Of(query, "en").Select(c => c.Role));
    }

    [Fact]
    public void A_box_is_five_figures_of_one_column()
    {
        var query = Checks.Fit("""{"chart_type":"box","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"field":"amount","aggregate":"none"}],"sort":{"by":"y","order":"asc"}}""");
        Assert.False(query.Raw);
        Assert.Equal(["rep", "min", "q1", "median", "q3", "max"], ResultColumns.Of(query, "en").Select(c => c.Name));
        Assert.Equal(2, Assert.IsType<SortTarget.Measure>(query.Sort.By).Index);
    }

    [Fact]
    public void A_kind_without_a_template_is_refused()
    {
        var bars = new QueryChecker([Checks.Templates.Find("bar")!.Shape]);
        var query = JsonSerializer.Deserialize<ChartQuery>("""{"chart_type":"scatter","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}]}""", ChartJson.Options)!;
        var fault = Assert.Single(Assert.IsType<CheckOutcome.Faulty>(bars.Check(query, Sales.Catalog, Sales.Tokyo, Sales.Today)).Faults);
        Assert.Equal(("/chart_type", "chart_type_not_available"), (fault.Pointer, fault.Code));
    }

    [Fact]
    public void An_area_is_stacked_unless_it_is_told_otherwise()
    {
        const string area = """{"chart_type":"area","dataset":"sales","dimensions":[{"field":"sold_on","grain":"month"},{"field":"rep","role":"series"}],"measures":[{"aggregate":"count"}]STACK}""";
        Assert.Equal(Stack.Stacked, Checks.Fit(area.Replace("STACK", "", StringComparison.Ordinal)).Stack);
        Assert.Equal(Stack.None, Checks.Fit(area.Replace("STACK", ""","stack":"none" """, StringComparison.Ordinal)).Stack);
        Assert.Equal(Stack.None, Checks.Fit(area.Replace("STACK", "", StringComparison.Ordinal).Replace("area", "line", StringComparison.Ordinal)).Stack);
    }
}
