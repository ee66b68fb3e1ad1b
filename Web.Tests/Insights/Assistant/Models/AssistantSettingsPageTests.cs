using System.Net;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Audit;
using Web.Insights.Assistant.Models;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Insights.Assistant.Models;

[Collection(ModelHouse.Collection)]
public sealed class AssistantSettingsPageTests(TestInstallation installation, ModelHouse house)
{
    private const string Address = "/settings/assistant", Key = "sk-written-once-0123456789-wxyz";

    [Fact]
    public async Task A_model_is_plugged_in_tried_and_taken_out()
    {
        var company = (await Selling.MakeAsync(installation)).Company;
        var browser = await house.BrowserAsync(company, Role.Admin);
        var script = house.Model.Says("""{"refuse":"not_a_chart_request"}""");
        var saved = await browser.SubmitAsync(await browser.OpenAsync(Address), Address, ("source", "own"), ("provider", "openai"), ("endpoint", script.Endpoint), ("model", "the-model"), ("key", Key), ("budget", "1,000,000"), ("seconds", "8"), ("share", "true"));
        Assert.Equal((HttpStatusCode.Redirect, $"{Address}?saved=true"), (saved.StatusCode, saved.Headers.Location!.ToString()));
        var page = await browser.OpenAsync(Address);
        Assert.Contains("…wxyz", page.QuerySelector("#key-hint")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var tried = await (await browser.SubmitAsync(page, $"{Address}?handler=try")).Content.ReadAsStringAsync();
        Assert.Contains("It answered in", tried, StringComparison.Ordinal);
        Assert.Equal($"Bearer {Key}", Assert.Single(script.Heard).Authorization);
        page = await browser.OpenAsync(Address);
        Assert.Contains("120 of 1,000,000 tokens in 1 calls", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal("Answered", page.QuerySelectorAll("tbody td:last-child")[^1].TextContent);
        await browser.SubmitAsync(page, Address, ("source", "own"), ("provider", "openai"), ("endpoint", script.Endpoint), ("model", "another"), ("budget", ""), ("seconds", "9")); // the key is left as it is
        Assert.Equal(("another", true), await company.WorkAsync(async db => await db.CompanyModels.Select(m => new ValueTuple<string?, bool>(m.Model, m.WrappedKey != null)).SingleAsync()));
        await browser.SubmitAsync(await browser.OpenAsync(Address), Address, ("source", "none"), ("remove_key", "true"), ("seconds", "9"));
        Assert.False(await company.WorkAsync(db => db.CompanyModels.AnyAsync(m => m.WrappedKey != null)));
        var entries = await company.WorkAsync(db => db.AuditEntries.Where(e => e.Entity == "language_model").OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(["language_model.created", "language_model.updated", "language_model.updated"], entries.Select(e => e.EventType));
        Assert.All(entries, entry => Assert.DoesNotContain("wxyz", entry.Changes!, StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.DoesNotContain("wrapped", entry.Changes!, StringComparison.Ordinal));
        Assert.Contains("key_set_at", entries[0].Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_does_not_travel_to_another_address()
    {
        var company = (await Selling.MakeAsync(installation)).Company;
        var browser = await house.BrowserAsync(company, Role.Owner);
        await browser.SubmitAsync(await browser.OpenAsync(Address), Address, ("source", "own"), ("provider", "openai"), ("endpoint", "https://one.example.com/v1"), ("model", "m"), ("key", Key), ("seconds", "12"));
        var moved = await browser.SubmitAsync(await browser.OpenAsync(Address), Address, ("source", "own"), ("provider", "openai"), ("endpoint", "https://thief.example.com/v1"), ("model", "m"), ("seconds", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, moved.StatusCode);
        Assert.Contains("needs a key", await moved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("https://one.example.com/v1", await company.WorkAsync(db => db.CompanyModels.Select(m => m.Endpoint).SingleAsync()));
    }

    [Theory]
    [InlineData("endpoint", "not an address", "That is no address")]
    [InlineData("endpoint", "https://user:pw@example.com/v1", "no user name")]
    [InlineData("model", "", "Fill this in")]
    [InlineData("key", "two words", "no spaces")]
    [InlineData("key", "ｋｅｙ", "no spaces")]
    [InlineData("provider", "nobody", "Choose one")]
    [InlineData("source", "everything", "Choose one")]
    [InlineData("source", "installation", "Choose one")]
    [InlineData("budget", "-5", "whole number")]
    [InlineData("budget", "many", "whole number")]
    [InlineData("seconds", "90", "from 2 to 20")]
    public async Task What_does_not_fit_is_said_at_its_field_and_nothing_is_kept(string field, string value, string said)
    {
        var company = (await Selling.MakeAsync(installation)).Company;
        var browser = await house.BrowserAsync(company, Role.Owner);
        Dictionary<string, string> form = new() { ["source"] = "own", ["provider"] = "openai", ["endpoint"] = "https://api.example.com/v1", ["model"] = "m", ["key"] = Key, ["seconds"] = "12", [field] = value };
        var answer = await browser.SubmitAsync(await browser.OpenAsync(Address), Address, [.. form.Select(pair => (pair.Key, pair.Value))]);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, html, StringComparison.Ordinal);
        Assert.False(await company.WorkAsync(db => db.CompanyModels.AnyAsync()));
    }

    public static TheoryData<string, string> Tries => new()
    {
        { "wrong key", "the key is wrong" }, { "unknown", "does not know this model" }, { "slow", "did not answer within 2" }, { "down", "No language model can be reached" },
        { "metadata", "No language model can be reached" }, { "html", "not as a language model does" }, { "huge", "far more than was asked" }, { "busy", "too much to do" }, { "none", "No language model is chosen" },
    };

    [Theory]
    [MemberData(nameof(Tries))]
    public async Task Trying_it_says_in_words_what_is_wrong(string what, string said)
    {
        var company = (await Selling.MakeAsync(installation)).Company;
        var script = what switch
        {
            "wrong key" => house.Model.Plays(FakeModel.Status(401)),
            "unknown" => house.Model.Plays(FakeModel.Status(404)),
            "busy" => house.Model.Plays(FakeModel.Status(429)),
            "slow" => house.Model.Plays(FakeModel.HangAsync),
            "html" => house.Model.Plays(context => FakeModel.WriteAsync(context, "<p>hi</p>", "text/html")),
            "huge" => house.Model.Says(new string('x', 1_000_000)),
            _ => house.Model.Says(""),
        };
        var endpoint = what switch { "down" => new Uri("http://127.0.0.1:9/v1"), "metadata" => new Uri("http://169.254.169.254/latest"), _ => new Uri(script.Endpoint) };
        await house.UseAsync(company, endpoint, seconds: 2, source: what == "none" ? ModelSource.None : ModelSource.Own);
        var browser = await house.BrowserAsync(company, Role.Owner);
        var page = await browser.SubmitAsync(await browser.OpenAsync(Address), $"{Address}?handler=try");
        Assert.Contains(said, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_wrapped_for_another_company_stays_closed()
    {
        var (mine, other) = ((await Selling.MakeAsync(installation)).Company, (await Selling.MakeAsync(installation)).Company);
        await house.UseAsync(other, new Uri("https://one.example.com/v1"), key: Key);
        var stolen = await other.WorkAsync(db => db.CompanyModels.AsNoTracking().SingleAsync());
        await house.UseAsync(mine, new Uri("https://thief.example.com/v1"), key: "mine-0123456789abcdef");
        await mine.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.language_models set wrapped_key = {stolen.WrappedKey} where tenant_id = {mine.Id}"));
        var choice = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<ModelChoice>(house.Services);
        Assert.Null(choice.Of(await mine.WorkAsync(db => db.CompanyModels.AsNoTracking().SingleAsync()), mine.Id));
        Assert.Equal(Key, choice.Of(stolen, other.Id)!.Key);
        Assert.DoesNotContain(Key, choice.Of(stolen, other.Id)!.ToString(), StringComparison.Ordinal);
    }
}
