using System.Text.Json;
using Web.Semantics;

namespace Web.Tests.Semantics;

/// <summary>Whatever is sent, the answer is a fault or a chart, never a server error; and no text from outside is ever part of a statement.</summary>
public sealed class HostileQueryTests(SalesDatabase database) : IClassFixture<SalesDatabase>
{
    private static readonly string[] Nasty =
    [
        "rep\"; drop table sales; --", "rep' or '1'='1", "s.rep", "*", "count(*)", "rep\u0000", "@tenant", "@p1", "$1", "\\", "%", "_", "{0}", "🤷", "ﾗﾝﾌﾟ", "",
        "set_config('app.tenant_id','x',true)", "1; select pg_sleep(10)", "../../etc/passwd", "secret",
    ];

    [Fact]
    public void Names_from_outside_are_looked_up_and_never_written()
    {
        foreach (var text in Nasty)
        {
            var json = JsonSerializer.Serialize(text);
            foreach (var query in new[]
            {
                $$"""{"chart_type":"bar","dataset":{{json}},"dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}]}""",
                $$"""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":{{json}}}],"measures":[{"aggregate":"count"}]}""",
                $$"""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"field":{{json}},"aggregate":"sum"}]}""",
                $$"""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"field":"amount","aggregate":{{json}}}]}""",
                $$"""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"sort":{"by":{{json}} } }""",
                $$"""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"sort":{"by":{"field":"amount","aggregate":{{json}} } } }""",
                $$"""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"limit":1,"limit_per":{{json}}}""",
                $$"""{"chart_type":"bar","template":{{json}},"dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}]}""",
                $$"""{"chart_type":{{json}},"dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}]}""",
            })
            {
                Assert.IsNotType<CheckOutcome.Fits>(Checks.Check(query));
            }
        }
    }

    [Fact]
    public async Task Values_from_outside_are_parameters()
    {
        foreach (var text in Nasty.Where(t => t.Length > 0 && !t.Contains('\0')))
        {
            foreach (var op in new[] { "=", "!=", "contains", "not_contains", "starts_with", "ends_with" })
            {
                var query = Checks.Fit($$"""{"chart_type":"big_number","dataset":"sales","measures":[{"aggregate":"count"}],"filters":[{"field":"rep","op":"{{op}}","value":{{JsonSerializer.Serialize(text)}}}]}""");
                if (text.Length > 2) Assert.DoesNotContain(text == "s.rep" || text == "@tenant" || text == "@p1" || text == "count(*)" ? "\u0001" : text, SqlCompiler.Compile(query).Text, StringComparison.Ordinal);
                var all = op is "!=" or "not_contains";
                Assert.Equal(all ? Sales.Own.Count : 0L, (await database.RunAsync(query)).Rows[0][0]);
            }
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("\"bar\"")]
    [InlineData("{}")]
    [InlineData("""{"chart_type":"bar"}""")]
    [InlineData("""{"chart_type":1,"dataset":"sales"}""")]
    [InlineData("""{"chart_type":"bar","dataset":null}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":{},"measures":[]}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":null,"measures":null}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[[]],"measures":[{"aggregate":"count"}]}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"limit":1e999}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"limit":99999999999999999999999999999999999999999}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"limit":2.5}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"target":1e300}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"\ud800"}],"measures":[{"aggregate":"count"}]}""")]
    [InlineData("""{"chart_type":"\ud800","dataset":"sales"}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"quantity","bin":{"width":1e-300}}],"measures":[{"aggregate":"count"}]}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"quantity","bin":{"count":3,"width":2}}],"measures":[{"aggregate":"count"}]}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"sql":"select 1"}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"sort":{"by":[]}}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"filters":[{"field":"sold_on","op":"in_period","value":{"from":{"\ud800":1}}}]}""")]
    [InlineData("""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"filters":[{"field":"sold_on","op":"in_period","value":{"\ud800":null}}]}""")]
    public void Malformed_queries_are_faults(string json)
    {
        var faulty = Assert.IsType<CheckOutcome.Faulty>(Checks.Check(json));
        Assert.NotEmpty(faulty.Faults);
        Assert.All(faulty.Faults, f => Assert.NotEqual(f.Code, f.MessageIn("ja")));
    }

    [Fact]
    public void A_deep_query_is_a_fault()
    {
        var json = $$"""{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}],"filters":[{"field":"rep","op":"=","value":{{new string('[', 60)}}{{new string(']', 60)}}}]}""";
        Assert.IsType<CheckOutcome.Faulty>(Checks.Check(json));
    }

    [Fact]
    public async Task Extreme_values_run()
    {
        foreach (var filter in new[]
        {
            """{"field":"quantity","op":"<","value":1000000000000000000}""", """{"field":"amount","op":">","value":-0.000000000000000000000001}""",
            """{"field":"cost","op":"!=","value":999999999999999999.99}""", """{"field":"rating","op":"in","value":[0.1,1e-20]}""",
            """{"field":"sold_at","op":"between","value":["1000-01-01","9990-12-31"]}""", """{"field":"sold_on","op":"in_period","value":{"from":"1000-01-01"}}""",
            """{"field":"sold_at","op":"in_period","value":"last_9999_days"}""", """{"field":"year","op":"in_period","value":{"to":"9990-12-31"}}""",
        })
        {
            await database.RunAsync(Checks.Fit($$"""{"chart_type":"big_number","dataset":"sales","measures":[{"aggregate":"count"}],"filters":[{{filter}}]}"""));
        }
    }
}
