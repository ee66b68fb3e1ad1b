using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Web.Access;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Insights.Assistant.Models;

/// <summary>The assistant's page while a language model works, and after it failed.</summary>
[Collection(ModelHouse.Collection)]
public sealed class ModelPageTests(TestInstallation installation, ModelHouse house)
{
    private const string Right = """{"query":{"chart_type":"bar","dataset":"crm_deals","dimensions":[{"field":"owner","role":"x"}],"measures":[{"field":null,"aggregate":"count"}]}}""";

    [Fact]
    public async Task Who_waits_is_told_the_step_and_nobody_else()
    {
        var company = (await Selling.MakeAsync(installation)).Company;
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        await house.UseAsync(company, house.Model.Plays(async context => { entered.SetResult(); await leave.Task; await FakeModel.SayAsync(context, Right); }));
        var (browser, colleague) = (await house.BrowserAsync(company, Role.Member), await house.BrowserAsync(company, Role.Owner));
        var watch = Guid.NewGuid().ToString("N");
        var asking = browser.SubmitAsync(await browser.OpenAsync("/ask"), "/ask", ("utterance", "deals by owner"), ("watch", watch));
        await entered.Task;
        Assert.Equal("Asking the language model…", await browser.Client.GetStringAsync($"/ask/step?watch={watch}"));
        Assert.Equal(HttpStatusCode.NoContent, (await colleague.Client.GetAsync($"/ask/step?watch={watch}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.Client.GetAsync($"/ask/step?watch={Guid.NewGuid()}")).StatusCode);
        leave.SetResult();
        var answered = await asking; // and without a script it is a page like any other
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        var page = await browser.OpenAsync(answered.Headers.Location!.ToString());
        Assert.Contains("Read by OpenAI-compatible", page.QuerySelector(".chart-foot")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deals by stage", ".answer")]
    [InlineData("what is the meaning of life", ".answer.refused")]
    public async Task Why_the_rules_read_instead_is_said_in_the_log_and_stays_there(string words, string place)
    {
        var company = (await Selling.MakeAsync(installation)).Company;
        await house.UseAsync(company, house.Model.Plays(FakeModel.Status(401)));
        var browser = await house.BrowserAsync(company, Role.Member);
        var answered = await browser.SubmitAsync(await browser.OpenAsync("/ask"), "/ask", ("utterance", words));
        var page = await browser.OpenAsync(answered.Headers.Location!.ToString());
        Assert.Contains("did not accept its key", page.QuerySelector($".turn {place} .meta")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_installations_model_reads_for_everybody_who_did_not_say_otherwise()
    {
        await using var app = new TestApp(new Dictionary<string, string?>(installation.Settings)
        {
            ["LanguageModel:Provider"] = "ollama", ["LanguageModel:Endpoint"] = house.Model.Says(Right) is var script ? script.Endpoint : "", ["LanguageModel:Model"] = "installed",
            ["LanguageModel:MonthlyTokensPerCompany"] = "120",
        });
        var company = (await Selling.MakeAsync(installation)).Company;
        var program = await company.ProgramAsync(Role.Analyst);
        using var client = app.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri($"http://{company.Host}/") });
        client.DefaultRequestHeaders.Authorization = program.DefaultRequestHeaders.Authorization;
        Assert.Equal("ollama", (await ModelHouse.AskAsync(client, "deals by owner")).GetProperty("interpreter").GetString()); // it may be on this machine: the operator chose it
        Assert.Equal("embedded", (await ModelHouse.AskAsync(client, "deals by stage")).GetProperty("interpreter").GetString()); // and the company's share is used up
        await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Microsoft.Extensions.Hosting.IHost>(app.Services).StopAsync();
    }

    [Fact]
    public async Task A_company_that_wants_none_is_left_alone()
    {
        var company = (await Selling.MakeAsync(installation)).Company;
        var script = house.Model.Says(Right);
        await house.UseAsync(company, script, source: Web.Insights.Assistant.Models.ModelSource.None);
        var answer = await ModelHouse.AskAsync(await house.ProgramAsync(company, Role.Analyst), "deals by stage");
        Assert.Equal(("embedded", 0), (answer.GetProperty("interpreter").GetString(), script.Heard.Count));
    }
}
