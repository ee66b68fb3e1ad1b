using Web.Insights.Assistant.Models;
using Web.Insights.Charts;
using Web.Kernel;
using Web.Language;
using Web.Semantics;

namespace Web.Tests.Insights.Assistant.Models;

public sealed class ModelPromptTests
{
    private static readonly ModelPrompt Prompt = new(ChartTemplates.Load());

    [Fact]
    public void However_much_data_there_is_the_prompt_stays_within_its_bounds_and_holds_what_was_named()
    {
        var datasets = Enumerable.Range(0, 40).Select(n => Wide($"upload_{n:00}"));
        var words = Words(Request("average of figure 299 by region", [.. datasets]));
        Assert.InRange(words.Length, 10_000, ModelPrompt.MostData + ModelPrompt.MostValues + 4_000);
        Assert.Contains("\"title\":\"figure 299\"", words, StringComparison.Ordinal);
        Assert.Contains("upload_00", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_under_a_row_filter_and_hidden_columns_do_not_go_along()
    {
        var open = Words(Request("rows by region", [Wide("open")]));
        Assert.Contains("Value 0001", open, StringComparison.Ordinal);
        var filtered = Words(Request("rows by region", [Wide("filtered") with { RowFilters = [ChartFilter.On("region", FilterOp.Equal, "Value 0002")] }]));
        Assert.Contains("region", filtered, StringComparison.Ordinal);
        Assert.DoesNotContain("Value 000", filtered, StringComparison.Ordinal);
        Assert.DoesNotContain("salary", open + filtered, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_said_of_an_answer_is_cut_too()
    {
        var asked = Prompt.Of(Request("rows by region", [Wide("open")]));
        var again = ModelPrompt.Again(asked, new string('x', 1_000_000), [.. Enumerable.Range(0, 100).Select(_ => new string('y', 10_000))]);
        Assert.InRange(again.Skip(asked.Count).Sum(message => message.Text.Length), 1_000, 12_000);
    }

    private static string Words(ModelRequest request) => Prompt.Of(request)[1].Text;

    private static ModelRequest Request(string words, IReadOnlyList<Dataset> datasets) => new(
        words, new ChartReader(new Catalog(datasets), Calendar.Utc, new DateOnly(2026, 11, 21), "en"), null, new Refused("not_a_chart_request", ""),
        new ChosenModel(ModelProvider.Compatible, new Uri("https://models.example.com/v1"), "m", null, true, TimeSpan.FromSeconds(12), true, "m"));

    private static Dataset Wide(string key) => new(
        new DatasetContract
        {
            Key = key,
            Columns =
            [
                .. Enumerable.Range(0, 300).Select(n => new Column { Name = $"c{n}", Titles = new Dictionary<string, string> { ["en"] = $"figure {n}" }, Type = ColumnType.Number, Role = ColumnRole.Measure }),
                new Column { Name = "region", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = [.. Enumerable.Range(0, 5000).Select(n => $"Value {n:0000}")] },
                new Column { Name = "salary", Type = ColumnType.Number, Role = ColumnRole.Measure, Hidden = true },
            ],
        },
        new DatasetSource { From = "x", TenantColumn = "x.tenant_id", Columns = new Dictionary<string, SourceColumn>() });
}
