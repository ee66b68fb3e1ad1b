using Web.Semantics;

namespace Web.Tests.Semantics;

/// <summary>Each fault at its place. The queries skip the templates' schemas, so that the checker stands alone.</summary>
public sealed class QueryCheckerTests
{
    private const string Count = """ "measures":[{"aggregate":"count"}] """;
    private const string ByRep = """ "dimensions":[{"field":"rep"}] """;
    private const string Bar = $"{ByRep},{Count}";

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "bar", Bar + ""","version":2""", "/version", "version_not_supported" },
        { "bar", Bar + ""","template":"nothing" """, "/template", "template_not_found" },
        { "bar", Bar + ""","template":"pie" """, "/chart_type", "chart_type_contradicts_template" },
        { "table", """ "dimensions":[],"measures":[] """, "", "nothing_to_show" },
        // dimensions
        { "bar", $$""" "dimensions":[{"field":"reps"}],{{Count}} """, "/dimensions/0/field", "field_not_found" },
        { "bar", $$""" "dimensions":[{"field":""}],{{Count}} """, "/dimensions/0/field", "field_missing" },
        { "bar", $$""" "dimensions":[{"field":"secret"}],{{Count}} """, "/dimensions/0/field", "field_not_found" },
        { "bar", $$""" "dimensions":[null],{{Count}} """, "/dimensions/0", "item_missing" },
        { "bar", $$""" "dimensions":[],{{Count}} """, "/dimensions", "role_required" },
        { "bar", $$""" "dimensions":[{"field":"rep"},{"field":"region","role":"detail"}],{{Count}} """, "/dimensions/1/role", "role_not_for_chart" },
        { "bar", $$""" "dimensions":[{"field":"rep"},{"field":"region"}],{{Count}} """, "/dimensions/1/role", "role_taken_twice" },
        { "bar", $$""" "dimensions":[{"field":"rep"},{"field":"rep","role":"series"}],{{Count}} """, "/dimensions/1/field", "duplicate_dimension" },
        { "bar", $$""" "dimensions":[{"field":"rep","grain":"month"}],{{Count}} """, "/dimensions/0/grain", "grain_needs_time" },
        { "bar", $$""" "dimensions":[{"field":"sold_on","grain":"hour"}],{{Count}} """, "/dimensions/0/grain", "grain_too_fine" },
        { "bar", $$""" "dimensions":[{"field":"sold_on","grain":"hour_of_day"}],{{Count}} """, "/dimensions/0/grain", "grain_too_fine" },
        { "bar", $$""" "dimensions":[{"field":"year","grain":"month"}],{{Count}} """, "/dimensions/0/grain", "grain_too_fine" },
        { "bar", """ "dimensions":[{"field":"sold_on","grain":"month"}],"measures":[{"field":"amount","aggregate":"none"}] """, "/dimensions/0/grain", "grain_on_raw_rows" },
        { "bar", """ "dimensions":[{"field":"quantity","bin":"auto"}],"measures":[{"field":"amount","aggregate":"none"}] """, "/dimensions/0/bin", "bin_on_raw_rows" },
        { "bar", $$""" "dimensions":[{"field":"rep","bin":"auto"}],{{Count}} """, "/dimensions/0/bin", "bin_needs_number" },
        { "bar", $$""" "dimensions":[{"field":"id","bin":"auto"}],{{Count}} """, "/dimensions/0/bin", "bin_needs_number" },
        { "bar", $$""" "dimensions":[{"field":"quantity","bin":{"count":0} }],{{Count}} """, "/dimensions/0/bin/count", "out_of_range" },
        { "bar", $$""" "dimensions":[{"field":"quantity","bin":{"width":-1} }],{{Count}} """, "/dimensions/0/bin/width", "out_of_range" },
        { "bar", $$""" "dimensions":[{"field":"sold_on","grain":"month","bin":"auto"}],{{Count}} """, "/dimensions/0/bin", "grain_and_bin" },
        { "table", $$""" "dimensions":[{{string.Join(',', Enumerable.Repeat("""{"field":"rep","role":"detail"}""", 21))}}] """, "/dimensions", "too_many_dimensions" },
        // measures
        { "bar", ByRep, "/measures", "too_few_measures" },
        { "pie", $$"""{{ByRep}},"measures":[{"aggregate":"count"},{"field":"amount","aggregate":"sum"}] """, "/measures", "too_many_measures" },
        { "bar", $$"""{{ByRep}},"measures":[null] """, "/measures/0", "item_missing" },
        { "bar", $$"""{{ByRep}},"measures":[{"field":"amount"}] """, "/measures/0/aggregate", "aggregate_missing" },
        { "bar", $$"""{{ByRep}},"measures":[{"field":"amount","aggregate":"total"}] """, "/measures/0/aggregate", "aggregate_not_found" },
        { "bar", $$"""{{ByRep}},"measures":[{"aggregate":"sum"}] """, "/measures/0/field", "field_missing" },
        { "bar", $$"""{{ByRep}},"measures":[{"field":"rep","aggregate":"sum"}] """, "/measures/0/aggregate", "aggregate_needs_number" },
        { "bar", $$"""{{ByRep}},"measures":[{"field":"rep","aggregate":"max"}] """, "/measures/0/aggregate", "aggregate_needs_number" },
        { "bar", $$"""{{ByRep}},"measures":[{"field":"year","aggregate":"sum"}] """, "/measures/0/aggregate", "aggregate_not_for_role" },
        { "bar", $$"""{{ByRep}},"measures":[{"field":"year","aggregate":"mean"}] """, "/measures/0/aggregate", "aggregate_not_for_role" },
        { "bar", $$"""{{ByRep}},"measures":[{"field":"id","aggregate":"median"}] """, "/measures/0/aggregate", "aggregate_not_for_role" },
        { "bar", $$"""{{ByRep}},"measures":[{"field":"amount","aggregate":"rush_rate"}] """, "/measures/0/field", "named_measure_takes_no_field" },
        { "bar", $$"""{{ByRep}},"measures":[{"field":"amount","aggregate":"none"},{"aggregate":"count"}] """, "/measures", "raw_and_grouped" },
        { "big_number", """ "measures":[{"field":"amount","aggregate":"none"}] """, "/measures/0/aggregate", "raw_not_for_chart" },
        { "bar", $$"""{{ByRep}},"measures":[{"aggregate":"count","role":"size"}] """, "/measures/0/role", "role_not_for_chart" },
        { "bar", $$"""{{ByRep}},"measures":[{"aggregate":"count","mark":"line"}] """, "/measures/0/mark", "mark_not_for_chart" },
        { "bar", $$"""{{ByRep}},"measures":[{"aggregate":"count","axis":"right"}] """, "/measures/0/axis", "axis_not_for_chart" },
        { "big_number", """ "measures":[{"aggregate":"count","transform":"share"}] """, "/measures/0/transform", "transform_not_for_chart" },
        { "bar", $$"""{{ByRep}},"measures":[{"field":"amount","aggregate":"none","transform":"share"}] """, "/measures/0/transform", "transform_on_raw_rows" },
        { "bar", $$"""{{ByRep}},"measures":[{"field":"sold_on","aggregate":"max","transform":"share"}] """, "/measures/0/transform", "transform_needs_number" },
        { "table", """ "dimensions":[{"field":"rep","role":"detail"}],"measures":[{"aggregate":"count","transform":"cumulative"}] """, "/measures/0/transform", "transform_needs_x" },
        // drawing
        { "pie", Bar + ""","stack":"stacked" """, "/stack", "stack_not_for_chart" },
        { "bar", Bar + ""","forecast":{"periods":3} """, "/forecast", "forecast_not_for_chart" },
        { "bar", Bar + ""","target":9999999999999999999999 """, "/target", "number_out_of_range" },
        // sort and limits
        { "bar", Bar + ""","sort":{"by":"nope"} """, "/sort/by", "field_not_found" },
        { "bar", Bar + ""","sort":{} """, "/sort/by", "field_missing" },
        { "table", """ "dimensions":[{"field":"rep","role":"detail"}],"sort":{"by":"y"} """, "/sort/by", "sort_target_missing" },
        { "bar", Bar + ""","sort":{"by":"product"} """, "/sort/by", "sort_field_not_in_query" },
        { "bar", Bar + ""","sort":{"by":{"field":"rep","aggregate":"sum"}} """, "/sort/by/aggregate", "aggregate_needs_number" },
        { "bar", Bar + ""","sort":{"by":{"field":"amount","aggregate":"none"}} """, "/sort/by/aggregate", "raw_and_grouped" },
        { "table", """ "dimensions":[{"field":"rep","role":"detail"}],"sort":{"by":{"field":"amount","aggregate":"sum"}} """, "/sort/by", "sort_aggregate_on_raw_rows" },
        { "bar", Bar + ""","limit":0""", "/limit", "out_of_range" },
        { "bar", Bar + ""","limit":1001""", "/limit", "out_of_range" },
        { "big_number", Count + ""","limit":5""", "/limit", "limit_needs_x" },
        { "bar", Bar + ""","series_limit":2""", "/series_limit", "series_limit_needs_series" },
        { "bar", Bar + ""","limit_per":"rep" """, "/limit_per", "limit_per_needs_limit" },
        { "bar", Bar + ""","limit":1,"limit_per":"region" """, "/limit_per", "limit_per_not_in_query" },
        { "bar", Bar + ""","others":true""", "/others", "others_needs_limit" },
        { "bar", $$""" "dimensions":[{"field":"sold_on","grain":"month"}],{{Count}},"limit":3,"others":true""", "/others", "others_needs_category" },
        // comparison
        { "bar", Bar + ""","compare":{"to":"previous_year"} """, "/compare", "compare_needs_period" },
        { "pie", Bar + ""","compare":{"to":"previous_year"} """, "/compare", "compare_not_for_chart" },
        { "bar", $$"""{{ByRep}},"measures":[{"field":"amount","aggregate":"none"}],"compare":{"to":"previous_year"} """, "/compare", "compare_on_raw_rows" },
        { "bar", $$""" "dimensions":[{"field":"sold_at","grain":"month"}],{{Count}},"filters":[{"field":"sold_on","op":"in_period","value":"2025"}],"compare":{"to":"previous_year"} """, "/compare", "compare_period_not_on_x" },
        { "bar", Bar + ""","filters":[{"field":"sold_on","op":"in_period","value":{"from":"1000-01-01","to":"9000-01-01"}}],"compare":{"to":"previous_period"} """, "/compare", "date_out_of_range" },
    };

    public static TheoryData<string, string, string> FilterFaults => new()
    {
        { "null", "/filters/0", "item_missing" },
        { """{"field":"rep","value":"a"}""", "/filters/0/op", "op_missing" },
        { """{"op":"=","value":"a"}""", "/filters/0/field", "field_missing" },
        { """{"field":"rep","op":"="}""", "/filters/0/value", "value_missing" },
        { """{"field":"rep","op":"=","value":3}""", "/filters/0/value", "value_needs_text" },
        { """{"field":"rep","op":"contains","value":""}""", "/filters/0/value", "value_missing" },
        { """{"field":"rep","op":"=","value":"a\u0000b"}""", "/filters/0/value", "text_invalid" },
        { """{"field":"rep","op":"=","value":"\ud800"}""", "/filters/0/value", "text_invalid" },
        { $$"""{"field":"rep","op":"=","value":"{{new string('x', 501)}}"}""", "/filters/0/value", "text_too_long" },
        { """{"field":"rep","op":"<","value":"a"}""", "/filters/0/op", "op_not_for_type" },
        { """{"field":"rep","op":"in_period","value":"2025"}""", "/filters/0/op", "op_not_for_type" },
        { """{"field":"rep","op":"in","value":"a"}""", "/filters/0/value", "value_needs_list" },
        { """{"field":"rep","op":"in","value":[]}""", "/filters/0/value", "list_length" },
        { $$"""{"field":"quantity","op":"in","value":[{{string.Join(',', Enumerable.Range(0, 1001))}}]}""", "/filters/0/value", "list_length" },
        { """{"field":"rep","op":"in","value":["a",1]}""", "/filters/0/value/1", "value_needs_text" },
        { """{"field":"rep","op":"is_null","value":1}""", "/filters/0/value", "value_not_expected" },
        { """{"field":"quantity","op":"=","value":"3"}""", "/filters/0/value", "value_needs_number" },
        { """{"field":"quantity","op":"=","value":1e400}""", "/filters/0/value", "number_out_of_range" },
        { """{"field":"quantity","op":"contains","value":"3"}""", "/filters/0/op", "op_not_for_type" },
        { """{"field":"quantity","op":"between","value":[3]}""", "/filters/0/value", "between_needs_two" },
        { """{"field":"quantity","op":"between","value":[3,1]}""", "/filters/0/value", "range_backwards" },
        { """{"field":"rush","op":"=","value":"true"}""", "/filters/0/value", "value_needs_boolean" },
        { """{"field":"rush","op":">","value":true}""", "/filters/0/op", "op_not_for_type" },
        { """{"field":"sold_on","op":"=","value":"20.11.2026"}""", "/filters/0/value", "date_invalid" },
        { """{"field":"sold_on","op":"=","value":"2026-02-30"}""", "/filters/0/value", "date_invalid" },
        { """{"field":"sold_on","op":"=","value":"2026-02-03T10:00:00Z"}""", "/filters/0/value", "date_invalid" },
        { """{"field":"sold_on","op":">","value":"0001-01-01"}""", "/filters/0/value", "date_out_of_range" },
        { """{"field":"sold_on","op":"starts_with","value":"2026"}""", "/filters/0/op", "op_not_for_type" },
        { """{"field":"sold_on","op":"between","value":["2026-02-01","2026-01-01"]}""", "/filters/0/value", "range_backwards" },
        { """{"field":"sold_on","op":"=","value":"2026-02","grain":"quarter"}""", "/filters/0/value", "period_invalid" },
        { """{"field":"sold_on","op":"=","value":8,"grain":"weekday"}""", "/filters/0/value", "out_of_range" },
        { """{"field":"sold_on","op":"=","value":9,"grain":"hour_of_day"}""", "/filters/0/grain", "grain_too_fine" },
        { """{"field":"rep","op":"=","value":"a","grain":"month"}""", "/filters/0/grain", "grain_needs_time" },
        { """{"field":"sold_on","op":"in_period"}""", "/filters/0/value", "value_missing" },
        { """{"field":"sold_on","op":"in_period","value":"yesterdayish"}""", "/filters/0/value", "period_not_known" },
        { """{"field":"sold_on","op":"in_period","value":["2026"]}""", "/filters/0/value", "period_invalid" },
        { """{"field":"sold_on","op":"in_period","value":{"from":null}}""", "/filters/0/value", "period_invalid" },
        { """{"field":"sold_on","op":"in_period","value":{"since":"2026-01-01"}}""", "/filters/0/value", "period_invalid" },
        { """{"field":"sold_on","op":"in_period","value":{"from":"soon"}}""", "/filters/0/value", "date_invalid" },
        { """{"field":"sold_on","op":"in_period","value":{"from":"2026-02-01","to":"2026-01-01"}}""", "/filters/0/value", "range_backwards" },
        { """{"field":"sold_on","op":"in_period","value":"last_99999_years"}""", "/filters/0/value", "period_not_known" },
        { """{"field":"sold_on","op":"in_period","value":"0500"}""", "/filters/0/value", "date_out_of_range" },
        { """{"field":"year","op":"in_period","value":"this_month"}""", "/filters/0/value", "period_not_whole_years" },
        { """{"any":[]}""", "/filters/0/any", "any_count" },
        { """{"any":[{"any":[{"field":"rep","op":"=","value":"a"}]}]}""", "/filters/0/any/0/any", "any_in_any" },
        { """{"any":[null]}""", "/filters/0/any/0", "item_missing" },
        { """{"any":[{"field":"amount","op":">","value":1,"aggregate":"sum"}]}""", "/filters/0/any/0/aggregate", "aggregate_in_any" },
        { """{"field":"rep","any":[{"field":"rep","op":"=","value":"a"}]}""", "/filters/0", "any_stands_alone" },
        { """{"field":"rep","op":">","value":1,"aggregate":"sum"}""", "/filters/0/aggregate", "aggregate_needs_number" },
        { """{"field":"sold_on","op":">","value":1,"aggregate":"max"}""", "/filters/0/op", "op_not_for_type" },
        { """{"field":"amount","op":">","value":1,"aggregate":"sum","grain":"month"}""", "/filters/0/grain", "grain_on_aggregate" },
        { """{"field":"amount","op":">","value":1,"aggregate":"none"}""", "/filters/0/aggregate", "aggregate_filter_on_raw_rows" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_at_its_place(string chart, string rest, string pointer, string code) => MustFault(chart, rest, pointer, code);

    [Theory]
    [MemberData(nameof(FilterFaults))]
    public void A_faulty_filter_is_named_at_its_place(string filter, string pointer, string code) => MustFault("bar", $"{Bar},\"filters\":[{filter}]", pointer, code);

    [Fact]
    public void Too_many_filters_are_one_fault() =>
        MustFault("bar", $"{Bar},\"filters\":[{string.Join(',', Enumerable.Repeat("""{"field":"rep","op":"not_null"}""", 51))}]", "/filters", "too_many_filters");

    [Fact]
    public void Every_fault_is_reported_not_only_the_first()
    {
        var faults = Faulty("bar", """ "dimensions":[{"field":"a"}],"measures":[{"field":"b","aggregate":"sum"}],"filters":[{"field":"c","op":"=","value":1}],"limit":0 """);
        Assert.Equal(["/dimensions/0/field", "/filters/0/field", "/limit", "/measures/0/field"], faults.Select(f => f.Pointer).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_unknown_dataset_is_not_found_and_nothing_else_is_said()
    {
        var outcome = Checks.CheckForm("""{"chart_type":"scatter","dataset":"payroll","dimensions":[{"field":"x"}]}""");
        Assert.Equal("payroll", Assert.IsType<CheckOutcome.NoDataset>(outcome).Key);
    }

    [Fact]
    public void A_row_filter_that_no_longer_fits_closes_the_dataset()
    {
        var catalog = new Catalog([Sales.Dataset with { RowFilters = [ChartFilter.On("gone", FilterOp.Equal, "x")] }]);
        var outcome = Checks.CheckForm($$"""{"chart_type":"bar","dataset":"sales",{{Bar}}}""", catalog);
        Assert.Equal("row_filter_invalid", Assert.Single(Assert.IsType<CheckOutcome.Faulty>(outcome).Faults).Code);
    }

    [Fact]
    public void Amounts_with_their_currency_in_different_places_are_refused()
    {
        var source = Sales.Source with { Columns = new Dictionary<string, SourceColumn>(Sales.Source.Columns) { ["amount"] = new("s.amount", CurrencySql: "s.other_currency") } };
        var contract = Sales.Contract with { Columns = [.. Sales.Contract.Columns.Select(c => c.Name == "amount" ? c with { Currency = null } : c)] };
        var outcome = Checks.CheckForm(
            $$"""{"chart_type":"bar","dataset":"sales",{{ByRep}},"measures":[{"field":"amount","aggregate":"sum"},{"field":"fee","aggregate":"sum"}]}""", new Catalog([new Dataset(contract, source)]));
        Assert.Equal("currencies_apart", Assert.Single(Assert.IsType<CheckOutcome.Faulty>(outcome).Faults).Code);
    }

    [Fact]
    public void An_amount_that_says_nowhere_what_currency_it_is_in_cannot_be_compared()
    {
        var source = Sales.Source with { Columns = new Dictionary<string, SourceColumn>(Sales.Source.Columns) { ["fee"] = new("s.fee") } };
        var outcome = Checks.CheckForm(
            $$"""{"chart_type":"bar","dataset":"sales",{{Bar}},"filters":[{"any":[{"field":"fee","op":">","value":1}]}]}""", new Catalog([new Dataset(Sales.Contract, source)]));
        Assert.Equal("currencies_apart", Assert.Single(Assert.IsType<CheckOutcome.Faulty>(outcome).Faults).Code);
    }

    [Fact]
    public void A_field_may_be_named_by_its_source_name() =>
        Assert.Equal("rep", Checks.Fit($$"""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"Sales Rep"}],{{Count}}}""").Dimensions[0].Column.Name);

    private static void MustFault(string chart, string rest, string pointer, string code)
    {
        var faults = Faulty(chart, rest);
        Assert.Contains(faults, f => f.Pointer == pointer && f.Code == code);
        foreach (var fault in faults)
        {
            Assert.NotEqual(fault.Code, fault.MessageIn("en"));
            Assert.NotEqual(fault.MessageIn("en"), fault.MessageIn("ja"));
        }
    }

    private static IReadOnlyList<Fault> Faulty(string chart, string rest)
    {
        var outcome = Checks.CheckForm($$"""{"chart_type":"{{chart}}","dataset":"sales",{{rest}}}""");
        return Assert.IsType<CheckOutcome.Faulty>(outcome).Faults;
    }
}
