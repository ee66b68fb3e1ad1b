using Web.Language;
using Web.Semantics;
using Web.Tests.Semantics;

namespace Web.Tests.Language;

/// <summary>What the words choose must be a chart of that very kind, and one that the checker lets through.</summary>
public sealed class ShapesTests
{
    public static TheoryData<string> Lines => [.. Corpus.Load("shapes.jsonl").Where(e => e.Example.Dataset is null && !e.HeldOut).Select(e => (e.Example.Before is { } before ? before + " → " : "") + e.Example.Utterance)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_kind_that_is_said_is_drawn(string words)
    {
        var example = Corpus.Load("shapes.jsonl").Single(e => (e.Example.Before is { } before ? before + " → " : "") + e.Example.Utterance == words).Example;
        var query = Assert.IsType<Understood>(Corpus.Ask(example, "shapes.jsonl")).Readings[0].Query;
        Assert.Equal(example.Chart, System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(query.ChartType.ToString()));
        if (Check(query) is CheckOutcome.Faulty faulty) Assert.Fail(string.Join("; ", faulty.Faults.Select(f => $"{f.Pointer} {f.MessageIn("en")}")) + "\n" + query.ToJson());
        foreach (var locale in new[] { "en", "ja" })
        {
            Assert.NotEmpty(Wording.Title(query, CrmContracts.Deals, locale));
            Assert.NotEmpty(Wording.Explain(query, CrmContracts.Deals, locale, Corpus.Calendar, Corpus.Today));
        }
    }

    [Theory]
    [InlineData("heatmap of deals by stage", "en")]
    [InlineData("案件数のヒートマップ", "ja")]
    [InlineData("散布図で金額", "ja")]
    [InlineData("scatter plot of amount by owner", "en")]
    public void What_a_chart_lacks_is_asked_for_and_every_choice_can_be_drawn(string words, string locale)
    {
        var unsure = Assert.IsType<Unsure>(Interpreter.Read(new Request(words, locale, [CrmContracts.Deals], Corpus.Calendar, Corpus.Today)));
        Assert.NotEmpty(unsure.Choices);
        Assert.All(unsure.Choices, choice => Assert.IsType<CheckOutcome.Fits>(Check(choice.Query)));
    }

    private static CheckOutcome Check(ChartQuery query)
    {
        var deals = new Dataset(CrmContracts.Deals, new DatasetSource { From = "deals d", TenantColumn = "d.tenant_id", Columns = CrmContracts.Deals.Columns.ToDictionary(c => c.Name, c => new SourceColumn("d." + c.Name)) });
        return Checks.Gate.Check(System.Text.Json.JsonSerializer.SerializeToElement(query, ChartJson.Options), new Catalog([deals]), Corpus.Calendar, Corpus.Today);
    }

    [Theory]
    [InlineData("deals by weekday and month of year", "en")]
    [InlineData("曜日と月別の案件数を比較", "ja")]
    public void Time_by_a_cycle_may_be_a_heat_map(string words, string locale)
    {
        var understood = Assert.IsType<Understood>(Interpreter.Read(new Request(words, locale, [CrmContracts.Deals], Corpus.Calendar, Corpus.Today)));
        Assert.Equal([true, true], understood.Readings[0].Query.Dimensions.Select(d => d.Grain is not null));
        Assert.Contains(understood.Readings, r => r.Query.ChartType == ChartType.Heatmap);
        Assert.Equal(understood.Readings.Count, understood.Readings.Select(r => r.Label).Distinct().Count());
    }
}
