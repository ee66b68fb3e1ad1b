using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Audit;
using Web.Tests.Support;

namespace Web.Tests.Access.Company;

public sealed class OrganizationTests(TestInstallation installation)
{
    private const string Path = "/api/v1/tenant/organization", Page = "/settings/organisation";

    [Fact]
    public async Task A_program_reads_the_company_and_changes_a_part_of_it()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        var before = await program.GetFromJsonAsync<JsonElement>(Path, TestContext.Current.CancellationToken);
        Assert.Equal(("Test Company", "Asia/Tokyo", "JPY", 4), (before.GetProperty("name").GetString(), before.GetProperty("time_zone").GetString(), before.GetProperty("currency").GetString(), before.GetProperty("fiscal_year_start").GetInt32()));
        Assert.Equal("#23498a", before.GetProperty("branding").GetProperty("colour").GetString());
        Assert.Equal("all", before.GetProperty("security_policy").GetProperty("record_sight").GetString());
        var changed = await program.PatchAsJsonAsync(Path, new { name = " Halden Optics ", fiscal_year_start = 1, branding = new { product_name = "Loom" }, security_policy = new { idle_minutes = 60 } }, TestContext.Current.CancellationToken);
        var after = await changed.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(changed.StatusCode == HttpStatusCode.OK, after.ToString());
        Assert.Equal(("Halden Optics", "Asia/Tokyo", 1), (after.GetProperty("name").GetString(), after.GetProperty("time_zone").GetString(), after.GetProperty("fiscal_year_start").GetInt32()));
        Assert.Equal(("#23498a", "Loom"), (after.GetProperty("branding").GetProperty("colour").GetString(), after.GetProperty("branding").GetProperty("product_name").GetString()));
        Assert.Equal((60, 14), (after.GetProperty("security_policy").GetProperty("idle_minutes").GetInt32(), after.GetProperty("security_policy").GetProperty("grace_days").GetInt32()));
        var entry = await company.WorkAsync(db => db.AuditEntries.SingleAsync(one => one.EventType == "organization.updated"));
        Assert.Equal(["Test Company", "Halden Optics"], JsonDocument.Parse(entry.Changes!).RootElement.GetProperty("name").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task Every_wrong_field_is_named_and_nothing_changes()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Admin);
        var answer = await program.PatchAsJsonAsync(Path, new
        {
            name = "", locale = "fr", time_zone = "Tokyo Standard Time", currency = "YEN", fiscal_year_start = 13, slug = "other", tenant_id = Guid.NewGuid(),
            branding = new { colour = "#ffd100", logo_url = "http://203.0.113.1/x" }, security_policy = new { grace_days = 500, two_factor_required = true, record_sight = "none" },
        }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var details = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("details").EnumerateArray().Select(one => $"{one.GetProperty("field")} {one.GetProperty("code")}").Order();
        Assert.Equal(
        [
            "/branding/colour colour_contrast", "/branding/logo_url read_only", "/currency currency_not_known", "/fiscal_year_start out_of_range", "/locale not_one_of", "/name required",
            "/security_policy/grace_days out_of_range", "/security_policy/record_sight not_one_of", "/security_policy/two_factor_required second_factor_missing", "/slug read_only", "/tenant_id unknown_field", "/time_zone time_zone_unknown",
        ], details);
        Assert.Equal("Test Company", (await program.GetFromJsonAsync<JsonElement>(Path, TestContext.Current.CancellationToken)).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PatchAsJsonAsync(Path, new[] { 1 }, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_knew_the_same_state_the_second_is_told()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        var tag = (await program.GetAsync(Path, TestContext.Current.CancellationToken)).Headers.ETag!.ToString();
        Task<HttpResponseMessage> PatchAsync(string name)
        {
            var request = new HttpRequestMessage(HttpMethod.Patch, Path) { Content = JsonContent.Create(new { name }) };
            request.Headers.TryAddWithoutValidation("If-Match", tag);
            return program.SendAsync(request, TestContext.Current.CancellationToken);
        }
        var answers = await Task.WhenAll(PatchAsync("One"), PatchAsync("Two"), PatchAsync("Three"));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(2, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
        tag = answers.Single(answer => answer.StatusCode == HttpStatusCode.OK).Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.OK, (await PatchAsync("Four")).StatusCode);
    }

    [Fact]
    public async Task The_security_policy_needs_a_fresh_proof_and_the_rest_does_not()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        await company.WorkAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.ProvedAt, DateTimeOffset.UtcNow.AddHours(-1))));
        await Eventually.TrueAsync(async () => (await program.PatchAsJsonAsync(Path, new { security_policy = new { idle_minutes = 60 } })).StatusCode == HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.OK, (await program.PatchAsJsonAsync(Path, new { name = "Other" }, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task People_change_it_on_a_page_that_shows_what_it_means()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Owner);
        var page = await browser.OpenAsync(Page);
        Assert.Contains("UTC+09:00", page.QuerySelector("#calendar-view")!.TextContent);
        Assert.Contains("Tokyo · UTC+09:00", page.QuerySelector("#zones option[value='Asia/Tokyo']")!.TextContent);
        var preview = new HtmlParser().ParseDocument(await browser.Client.GetStringAsync($"{Page}?handler=preview&time_zone=Pacific/Auckland&fiscal_year_start=7", TestContext.Current.CancellationToken));
        Assert.Contains("-07-01", preview.Body!.TextContent);
        var refused = await browser.SubmitAsync(page, Page, ("name", ""), ("time_zone", "Nowhere/Here"), ("locale", "en"), ("currency", "JPY"), ("fiscal_year_start", "4"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var faults = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(faults.QuerySelector("#name-error"));
        Assert.Contains("Europe/Paris", faults.QuerySelector("#time_zone-error")!.TextContent);
        var saved = await browser.SubmitAsync(page, Page, ("name", "青葉 <計測>"), ("time_zone", "Europe/Paris"), ("locale", "ja"), ("currency", "eur"), ("fiscal_year_start", "10"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        page = await browser.OpenAsync(Page); // what the frame shows comes from the door, and it knows at once
        Assert.Contains("青葉 <計測>", page.QuerySelector(".crumbs")!.TextContent);
        Assert.Contains("-10-01", page.QuerySelector("#calendar-view")!.TextContent);
    }

    [Fact]
    public async Task Another_instance_counts_by_the_new_zone_as_soon_as_it_is_told()
    {
        var other = new TestApp(installation.Settings);
        try
        {
            var company = await TestTenant.MakeAsync(installation);
            var (here, there) = (await company.ProgramAsync(Role.Owner), await company.At(other).BrowserAsync(Role.Owner));
            Assert.Contains("Test Company", (await there.OpenAsync("/settings/preferences")).QuerySelector(".crumbs")!.TextContent);
            Assert.Equal(HttpStatusCode.OK, (await here.PatchAsJsonAsync(Path, new { name = "Moved", time_zone = "America/New_York" }, TestContext.Current.CancellationToken)).StatusCode);
            await Eventually.TrueAsync(async () => (await there.OpenAsync("/settings/preferences")).QuerySelector(".crumbs")!.TextContent.Contains("Moved", StringComparison.Ordinal));
        }
        finally
        {
            await other.StopAsync();
        }
    }
}
