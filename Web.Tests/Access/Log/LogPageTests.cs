using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Audit;
using Web.Tests.Support;

namespace Web.Tests.Access.Log;

public sealed class LogPageTests(TestInstallation installation)
{
    private const string Page = "/settings/audit";

    [Theory]
    [InlineData("en", "signed in", "changed somebody's role")]
    [InlineData("ja", "サインインしました", "メンバーの役割を変更しました")]
    public async Task It_says_what_happened_in_sentences(string locale, string signedIn, string roleChanged)
    {
        var company = await TestTenant.MakeAsync(installation, locale: locale);
        var browser = await company.BrowserAsync(Role.Owner);
        await (await company.ProgramAsync(Role.Owner)).PatchAsync($"/api/v1/tenant/users/{company.People[Role.Member]}", JsonContentOf(new { role = "viewer" }));
        browser.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(locale);
        var page = await browser.OpenAsync(Page);
        var said = page.QuerySelectorAll(".log-what").Select(one => one.TextContent).ToList();
        Assert.Contains(signedIn, said);
        Assert.Contains(roleChanged, said);
        var changed = page.QuerySelectorAll(".log-entry").First(one => one.QuerySelector(".log-what")!.TextContent == roleChanged);
        Assert.Equal(3, changed.QuerySelectorAll(".log-detail tbody tr").First(row => row.TextContent.Contains(locale == "ja" ? "閲覧者" : "viewer", StringComparison.Ordinal)).Children.Length);
        Assert.Contains("The Owner", changed.QuerySelector(".log-who")!.TextContent);
    }

    [Fact]
    public async Task It_is_searched_by_person_event_risk_day_and_words()
    {
        var company = await TestTenant.MakeAsync(installation);
        await NoteAsync(company, DateTimeOffset.UtcNow.AddDays(-3), "test.orange", Role.Member, "50% off_");
        await NoteAsync(company, DateTimeOffset.UtcNow, "test.apple", Role.Viewer, "green", "high");
        var browser = await company.BrowserAsync(Role.Compliance);
        async Task<IEnumerable<string>> Found(string query) => (await browser.OpenAsync($"{Page}?{query}")).QuerySelectorAll(".log-entry code").Select(code => code.TextContent).Where(text => text.StartsWith("test.", StringComparison.Ordinal));
        Assert.Equal(["test.apple", "test.orange"], await Found("category=crm"));
        Assert.Equal(["test.orange"], await Found($"user={company.People[Role.Member]}"));
        Assert.Equal(["test.apple"], await Found("event=test.apple"));
        Assert.Equal(["test.apple"], await Found("risk=high"));
        Assert.Equal(["test.orange"], await Found("q=" + Uri.EscapeDataString("50% off_")));
        Assert.Empty(await Found("q=" + Uri.EscapeDataString("5_%")));
        Assert.Equal(["test.apple"], await Found("q=the+viewer"));
        Assert.Equal(["test.orange"], await Found($"to={Tokyo(-2)}&category=crm"));
        Assert.Equal(["test.apple"], await Found($"from={Tokyo(-1)}&category=crm"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Client.GetAsync(Page + "?from=yesterday")).StatusCode);
    }

    [Fact]
    public async Task More_than_a_page_is_read_on()
    {
        var company = await TestTenant.MakeAsync(installation);
        for (var i = 0; i < 60; i++) await NoteAsync(company, DateTimeOffset.UtcNow.AddSeconds(-i), "test.many", Role.Owner, $"n{i}");
        var browser = await company.BrowserAsync(Role.Owner);
        var page = await browser.OpenAsync(Page + "?event=test.many");
        Assert.Equal(50, page.QuerySelectorAll(".log-entry").Length);
        var next = await browser.OpenAsync(page.QuerySelector("#more-log a")!.GetAttribute("href")!);
        Assert.Equal(10, next.QuerySelectorAll(".log-entry").Length);
        Assert.Null(next.QuerySelector("#more-log"));
    }

    [Fact]
    public async Task Whoever_watches_over_it_lands_there_and_is_led_to_nothing_else()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Compliance);
        var home = await browser.Client.GetAsync("/");
        Assert.Equal((HttpStatusCode.Redirect, Page), (home.StatusCode, home.Headers.Location!.OriginalString));
        var page = await browser.OpenAsync(Page);
        Assert.Equal(["/", "/settings", "/settings", "/settings/audit", "/settings/password", "/settings/preferences", "/settings/security", "/settings/sessions"],
            page.QuerySelectorAll(".rail a, .settings-list a").Select(link => link.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.Null(page.QuerySelector("form[action$='handler=keep']"));
        Assert.NotNull(page.QuerySelector("form[action*='handler=export']"));
    }

    [Fact]
    public async Task An_export_holds_what_was_found_cannot_become_a_formula_and_is_noted()
    {
        var company = await TestTenant.MakeAsync(installation);
        await NoteAsync(company, DateTimeOffset.UtcNow, "test.sheet", Role.Owner, "=cmd|'/c calc'!A1");
        await NoteAsync(company, DateTimeOffset.UtcNow, "test.other", Role.Owner, "not asked for");
        var browser = await company.BrowserAsync(Role.Compliance);
        var form = await browser.OpenAsync(Page + "?event=test.sheet");
        var action = form.QuerySelector("form[action*='handler=export']")!.GetAttribute("action")!;
        var csv = await browser.SubmitAsync(form, action, ("format", "csv"));
        var lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains(",'=cmd|'/c calc'!A1,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("attachment; filename=\"audit-", csv.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        var json = await browser.SubmitAsync(form, action, ("format", "json"));
        Assert.Equal("=cmd|'/c calc'!A1", Assert.Single(JsonDocument.Parse(await json.Content.ReadAsStringAsync()).RootElement.EnumerateArray()).GetProperty("description").GetString());
        Assert.Equal(2, await company.WorkAsync(db => db.AuditEntries.CountAsync(entry => entry.EventType == "export.audit_log" && entry.MemberId == company.People[Role.Compliance])));
    }

    [Fact]
    public async Task The_owner_says_how_long_it_is_kept_and_others_do_not()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.BrowserAsync(Role.Owner);
        var action = Page + "?handler=keep";
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SubmitAsync(await owner.OpenAsync(Page), action, ("days", "365"))).StatusCode);
        Assert.Contains("365 days", (await owner.OpenAsync(Page)).QuerySelector(".log-rule")!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.SubmitAsync(await owner.OpenAsync(Page), action, ("days", "89"))).StatusCode);
        var compliance = await company.BrowserAsync(Role.Compliance);
        var export = (await compliance.OpenAsync(Page)).QuerySelector("form[action*='handler=export']")!.GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.Forbidden, (await compliance.SubmitToAsync(await compliance.OpenAsync(Page), export, action, ("days", "100"))).StatusCode);
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "audit_rules.created")));
    }

    private static System.Net.Http.Json.JsonContent JsonContentOf(object body) => System.Net.Http.Json.JsonContent.Create(body);

    private static string Tokyo(int days) => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Task NoteAsync(TestTenant company, DateTimeOffset at, string type, Role by, string description, string risk = "low") => company.WorkAsync(db =>
    {
        db.Note(at, type, "crm", description: description, risk: risk);
        return Task.FromResult(true);
    }, by);
}
