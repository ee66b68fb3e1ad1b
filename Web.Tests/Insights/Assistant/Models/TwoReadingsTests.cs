using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Insights.Assistant.Models;
using Web.Insights.Review;
using Web.Semantics;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Insights.Assistant.Models;

/// <summary>The model's reading beside the rules', what is kept of it, what it cost, and what reviewed examples do to both.</summary>
[Collection(ModelHouse.Collection)]
public sealed class TwoReadingsTests(TestInstallation installation, ModelHouse house)
{
    private static string Bar(string field, string type = "bar", string dataset = "crm_deals") =>
        $$$"""{"query":{"chart_type":"{{{type}}}","dataset":"{{{dataset}}}","dimensions":[{"field":"{{{field}}}","role":"x"}],"measures":[{"field":null,"aggregate":"count"}]}}""";

    private static ChartQuery By(string field, string dataset = "crm_deals") =>
        new() { ChartType = ChartType.Bar, Dataset = dataset, Dimensions = [new ChartDimension(field)], Measures = [new ChartMeasure(null, Aggregates.Count)] };

    [Fact]
    public async Task Where_both_agree_it_is_surer()
    {
        var (company, client) = await CompanyAsync();
        await house.UseAsync(company, house.Model.Says(Bar("owner", "column")));
        var answer = await ModelHouse.AskAsync(client, "deals by owner");
        Assert.Equal(("chart", "compatible", 0), (Status(answer), answer.GetProperty("interpreter").GetString(), answer.GetProperty("alternatives").EnumerateArray().Count(other => XOf(other.GetProperty("query")) == "owner")));
        Assert.InRange(answer.GetProperty("confidence").GetDouble(), 0.95, 1);
    }

    [Fact]
    public async Task Where_both_are_strong_and_the_figures_differ_the_person_is_asked()
    {
        var (company, client) = await CompanyAsync();
        await house.UseAsync(company, house.Model.Says(Bar("stage")));
        var answer = await ModelHouse.AskAsync(client, "deals by owner");
        Assert.Equal("question", Status(answer));
        Assert.Equal(["stage", "owner"], answer.GetProperty("choices").EnumerateArray().Select(choice => XOf(choice.GetProperty("query"))));
        Assert.Equal(2, answer.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("label").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Where_only_the_drawing_differs_the_other_is_one_click_away()
    {
        var (company, client) = await CompanyAsync();
        await house.UseAsync(company, house.Model.Says(Bar("owner", "pie")));
        var answer = await ModelHouse.AskAsync(client, "deals by owner");
        Assert.Equal(("chart", "pie"), (Status(answer), answer.GetProperty("query").GetProperty("chart_type").GetString()));
        Assert.Equal("owner", XOf(answer.GetProperty("alternatives")[0].GetProperty("query")));
    }

    [Fact]
    public async Task Where_the_rules_are_not_sure_the_models_reading_stands_and_theirs_is_offered()
    {
        var (company, client) = await CompanyAsync();
        await house.UseAsync(company, house.Model.Says(Bar("stage")));
        var answer = await ModelHouse.AskAsync(client, "deals by owner, frobnicated");
        Assert.Equal(("chart", "stage"), (Status(answer), XOf(answer.GetProperty("query"))));
        Assert.Contains(answer.GetProperty("alternatives").EnumerateArray(), other => XOf(other.GetProperty("query")) == "owner");
    }

    [Fact]
    public async Task The_same_question_costs_once_and_only_for_the_same_rights()
    {
        var (company, client) = await CompanyAsync();
        var script = house.Model.Says(Bar("owner"));
        await house.UseAsync(company, script);
        foreach (var words in new[] { "deals by owner", "Deals  by owner?", "ＤＥＡＬＳ by owner" }) Assert.Equal("compatible", (await ModelHouse.AskAsync(client, words)).GetProperty("interpreter").GetString());
        Assert.Single(script.Heard);
        await ModelHouse.AskAsync(client, "", new { utterance = "deals by owner", locale = "ja" });
        Assert.Equal(2, script.Heard.Count);
        await ModelHouse.AskAsync(await house.ProgramAsync(company, Role.Manager), "deals by owner"); // the same rights
        Assert.Equal(2, script.Heard.Count);
        await ModelHouse.AskAsync(await house.ProgramAsync(company, Role.Owner), "deals by owner"); // the payroll besides
        Assert.Equal(3, script.Heard.Count);
        var (other, theirs) = await CompanyAsync();
        await house.UseAsync(other, script);
        await ModelHouse.AskAsync(theirs, "deals by owner");
        Assert.Equal(4, script.Heard.Count);
    }

    [Fact]
    public async Task A_reviewed_example_answers_equal_words_at_once_and_says_so()
    {
        var (company, client) = await CompanyAsync();
        var script = house.Model.Says(Bar("owner"));
        await house.UseAsync(company, script);
        await ReviewAsync(company, "How are we doing", By("stage"));
        var answer = await ModelHouse.AskAsync(client, "how are we doing?");
        Assert.Equal(("chart", "embedded", "stage", 1.0), (Status(answer), answer.GetProperty("interpreter").GetString(), XOf(answer.GetProperty("query")), answer.GetProperty("confidence").GetDouble()));
        Assert.Contains("analysts", answer.GetProperty("assumptions")[0].GetString(), StringComparison.Ordinal);
        Assert.Empty(script.Heard);
        var browser = await house.BrowserAsync(company, Role.Member);
        var asked = await browser.SubmitAsync(await browser.OpenAsync("/ask"), "/ask", ("utterance", "How are we doing"));
        Assert.Contains("Checked by your analysts", (await browser.OpenAsync(asked.Headers.Location!.ToString())).QuerySelector(".chart-foot")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_example_over_what_one_may_not_use_does_not_exist()
    {
        var (company, client) = await CompanyAsync();
        var script = house.Model.Says("""{"refuse":"no_matching_field"}""");
        await house.UseAsync(company, script);
        await ReviewAsync(company, "who gets what here", By("wage_earner", "payroll"));
        await ReviewAsync(company, "the secret stamps", By("hidden_stamp", "payroll"));
        Assert.NotEqual("chart", Status(await ModelHouse.AskAsync(client, "who gets what here")));
        Assert.DoesNotContain("wage_earner", script.Heard.Last().Words, StringComparison.Ordinal);
        Assert.DoesNotContain("\"who gets what here\",\"query\"", script.Heard.Last().Words, StringComparison.Ordinal);
        var owner = await house.ProgramAsync(company, Role.Owner);
        Assert.Equal(("chart", "wage_earner"), (Status(await ModelHouse.AskAsync(owner, "who gets what here")), "wage_earner"));
        Assert.NotEqual("chart", Status(await ModelHouse.AskAsync(owner, "the secret stamps"))); // hidden is hidden from all
    }

    [Fact]
    public async Task Examples_of_another_company_are_neither_answered_nor_shown_to_the_model()
    {
        var ((mine, client), (other, _)) = (await CompanyAsync(), await CompanyAsync());
        var script = house.Model.Says(Bar("owner"));
        await house.UseAsync(mine, script);
        await ReviewAsync(mine, "deals by each owner please", By("owner"));
        await ReviewAsync(other, "CANARY deals by owner", By("stage"));
        await ModelHouse.AskAsync(client, "deals by owner");
        Assert.Contains("deals by each owner please", script.Heard.Last().Words, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", script.Heard.Last().Words, StringComparison.Ordinal);
        await ModelHouse.AskAsync(client, "CANARY deals by owner");
        Assert.Equal(2, script.Heard.Count); // not answered from the other's
    }

    [Fact]
    public async Task A_change_to_the_last_chart_is_not_taken_for_the_example()
    {
        var (company, client) = await CompanyAsync();
        await ReviewAsync(company, "by stage instead", By("industry"));
        var first = await ModelHouse.AskAsync(client, "won deals by owner");
        var second = await ModelHouse.AskAsync(client, "", new { utterance = "by stage instead", locale = "en", conversation_id = first.GetProperty("conversation_id").GetGuid() });
        Assert.Equal(("stage", 1), (XOf(second.GetProperty("query")), second.GetProperty("query").GetProperty("filters").GetArrayLength()));
    }

    [Fact]
    public async Task What_an_answer_cost_is_kept_and_shown_to_those_who_answer_for_it()
    {
        var (company, _) = await CompanyAsync();
        var script = house.Model.Says(Bar("owner"));
        await house.UseAsync(company, script);
        await company.WorkAsync(async db =>
        {
            (await db.CompanyModels.SingleAsync()).SetPrice(new ModelPrice(3m, 15m, "USD"));
            return true;
        }, Role.Owner);
        var owner = await house.BrowserAsync(company, Role.Owner);
        var asked = await owner.SubmitAsync(await owner.OpenAsync("/ask"), "/ask", ("utterance", "deals by owner"));
        Assert.Contains("120 tokens, 0.0006 USD", (await owner.OpenAsync(asked.Headers.Location!.ToString())).QuerySelector(".chart-foot")!.TextContent, StringComparison.Ordinal); // 100 × 3 + 20 × 15, by the million
        Assert.Equal((0.0006m, "USD"), await company.WorkAsync(async db => (await db.ModelCalls.AsNoTracking().SingleAsync()) is var call ? (call.Cost!.Value, call.Currency!) : default));
        var settings = await owner.OpenAsync("/settings/assistant");
        Assert.Equal("Cost this month: 0.0006 USD", settings.QuerySelector("#cost")!.TextContent);
        Assert.Contains("The Owner", settings.QuerySelector("[aria-label='By person']")!.TextContent, StringComparison.Ordinal);
        var member = await house.BrowserAsync(company, Role.Member);
        var theirs = await member.SubmitAsync(await member.OpenAsync("/ask"), "/ask", ("utterance", "deals by stage, unusual"));
        Assert.DoesNotContain("tokens", (await member.OpenAsync(theirs.Headers.Location!.ToString())).DocumentElement.TextContent, StringComparison.Ordinal);
    }

    private static Task ReviewAsync(TestTenant company, string words, ChartQuery query) =>
        company.WorkAsync(db => Task.FromResult(db.ReviewedExamples.Add(ReviewedExample.Of(words, query, company.People[Role.Analyst], DateTimeOffset.UtcNow)).Entity), Role.Analyst);

    private static string Status(JsonElement answer) => answer.GetProperty("status").GetString()!;

    private static string? XOf(JsonElement query) => query.GetProperty("dimensions")[0].GetProperty("field").GetString();

    private async Task<(TestTenant Company, HttpClient Client)> CompanyAsync()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("A deal of ours", 1000);
        return (selling.Company, await house.ProgramAsync(selling.Company, Role.Analyst));
    }
}
