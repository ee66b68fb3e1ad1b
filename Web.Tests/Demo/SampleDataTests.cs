using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Crm.Deals;
using Web.Demo.Sample;
using Web.Tests.Operations;
using Web.Tests.Support;

namespace Web.Tests.Demo;

public sealed class SampleDataTests(TestInstallation installation)
{
    private const string Page = "/settings/sample";

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task It_comes_and_goes_and_what_people_added_stays(string locale)
    {
        var company = await TestTenant.MakeAsync(installation, locale: locale);
        await company.WorkAsync(db =>
        {
            new FirstPipeline().Furnish(db, company.Tenant, DateTimeOffset.UtcNow);
            return Task.FromResult(true);
        });
        await using var all = Rows.All(installation);
        var before = await Rows.OfAsync(all, company.Id);
        var browser = await company.BrowserAsync(Role.Owner);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(await browser.OpenAsync(Page), Page)).StatusCode);
        await Eventually.TrueAsync(async () => await company.WorkAsync(db => db.SampleRecords.AnyAsync()));
        var laid = await Rows.OfAsync(all, company.Id);
        Assert.Equal((24, 48, 70), (laid["app.accounts"], laid["app.contacts"], laid["app.deals"]));
        Assert.Equal(laid["app.sample_records"], new[] { "accounts", "contacts", "deals", "tasks", "notes", "activities" }.Sum(table => laid["app." + table]));
        Assert.Equal(laid["app.deals"], (long)(await Rows.ScalarAsync(all, $"select count(*) from app.deals where tenant_id = '{company.Id}' and owner_id = '{company.People[Role.Owner]}'"))!);

        var program = await company.ProgramAsync(Role.Owner);
        var own = await MakeAsync(program, "/api/v1/accounts", new { name = "Ours" });
        var theirs = (await Rows.TextsAsync(all, $"select d.account_id::text from app.deals d where d.tenant_id = '{company.Id}' and d.account_id is not null limit 1"))[0];
        var stage = (await Rows.TextsAsync(all, $"select id::text from app.stages where tenant_id = '{company.Id}' order by rank limit 1"))[0];
        var deal = await MakeAsync(program, "/api/v1/deals", new { name = "Our deal with a sample", account_id = theirs, stage_id = stage });
        var noted = (await Rows.TextsAsync(all, $"select id::text from app.deals where tenant_id = '{company.Id}' and account_id <> '{theirs}' limit 1"))[0];
        await MakeAsync(program, $"/api/v1/deals/{noted}/notes", new { body = "Our note" });

        var removed = await browser.SubmitAsync(await browser.OpenAsync(Page), $"{Page}?handler=remove");
        Assert.Contains("done=removed", removed.Headers.Location!.OriginalString);
        var after = await Rows.OfAsync(all, company.Id);
        Assert.Equal((0, 2, 1), (after["app.sample_records"], after["app.deals"], after["app.notes"]));
        foreach (var id in new[] { own, theirs }) Assert.Equal(HttpStatusCode.OK, (await program.GetAsync($"/api/v1/accounts/{id}", TestContext.Current.CancellationToken)).StatusCode);
        foreach (var id in new[] { deal, noted }) Assert.Equal(HttpStatusCode.OK, (await program.GetAsync($"/api/v1/deals/{id}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal((before["app.activities"], before["app.tasks"], before["app.stages"]), (after["app.activities"], after["app.tasks"], after["app.stages"]));
    }

    [Fact]
    public async Task It_is_laid_once_and_nobody_elses_goes()
    {
        var (company, neighbour) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        foreach (var one in new[] { company, neighbour })
            await one.WorkAsync(async db =>
            {
                new FirstPipeline().Furnish(db, one.Tenant, DateTimeOffset.UtcNow);
                await db.SaveChangesAsync();
                for (var twice = 0; twice < 2; twice++) await new SampleData().LayAsync(db, one.Tenant, DateTimeOffset.UtcNow, default);
                return true;
            });
        await using var all = Rows.All(installation);
        var before = await Rows.OfAsync(all, neighbour.Id);
        Assert.Equal(70, (await Rows.OfAsync(all, company.Id))["app.deals"]);
        var (gone, kept) = await company.WorkAsync(db => new SampleData().RemoveAsync(db, DateTimeOffset.UtcNow, default));
        Assert.True(gone > 200 && kept == 0);
        Assert.Equal((0, 0), ((await Rows.OfAsync(all, company.Id))["app.deals"], (await Rows.OfAsync(all, company.Id))["app.accounts"]));
        var after = await Rows.OfAsync(all, neighbour.Id);
        Assert.Equal([], before.Where(pair => after.GetValueOrDefault(pair.Key) < pair.Value).Select(pair => pair.Key)); // its log may be sealed meanwhile
    }

    private static async Task<string> MakeAsync(HttpClient program, string path, object body)
    {
        var answer = await program.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!;
    }
}
