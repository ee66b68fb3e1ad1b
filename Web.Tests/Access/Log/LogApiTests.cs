using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Audit;
using Web.Tests.Support;

namespace Web.Tests.Access.Log;

public sealed class LogApiTests(TestInstallation installation)
{
    private const string Api = "/api/v1/tenant/audit-logs";

    [Theory]
    [InlineData(Role.Owner, true)]
    [InlineData(Role.Admin, true)]
    [InlineData(Role.Compliance, true)]
    [InlineData(Role.Manager, false)]
    [InlineData(Role.Analyst, false)]
    [InlineData(Role.Member, false)]
    [InlineData(Role.Viewer, false)]
    public async Task The_permission_alone_opens_it_by_token_and_by_cookie(Role role, bool may)
    {
        var company = await TestTenant.MakeAsync(installation);
        var wanted = may ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
        Assert.Equal(wanted, (await (await company.ProgramAsync(role)).GetAsync(Api)).StatusCode);
        Assert.Equal(wanted, (await (await company.BrowserAsync(role)).Client.GetAsync(Api)).StatusCode);
    }

    [Fact]
    public async Task An_entry_has_the_shape_of_the_contract()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        var member = company.People[Role.Member];
        Assert.Equal(HttpStatusCode.OK, (await owner.PatchAsJsonAsync($"/api/v1/tenant/users/{member}", new { role = "viewer" })).StatusCode);
        var entry = Assert.Single(await ItemsAsync(owner, "?event_type=member.role_changed"));
        Assert.Equal(company.Id, entry.GetProperty("organization_id").GetGuid());
        Assert.Equal(company.People[Role.Owner], entry.GetProperty("user_id").GetGuid());
        Assert.Equal(("access", "medium", "member"), (entry.GetProperty("event_category").GetString(), entry.GetProperty("risk_level").GetString(), entry.GetProperty("entity").GetString()));
        Assert.Equal(["member", "viewer"], entry.GetProperty("changes").GetProperty("role").EnumerateArray().Select(side => side.GetString()));
        foreach (var name in new[] { "id", "description", "ip_address", "user_agent", "timestamp", "risk_reasons" }) Assert.True(entry.TryGetProperty(name, out _), name);
    }

    [Fact]
    public async Task Filters_limit_and_the_unknown_is_refused()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, when) = (await company.ProgramAsync(Role.Owner), DateTimeOffset.UtcNow);
        await NoteAsync(company, when.AddDays(-2), "test.old", Role.Member);
        await NoteAsync(company, when.AddDays(-1), "test.new", Role.Viewer);
        async Task<IEnumerable<string?>> Types(string query) => (await ItemsAsync(owner, query)).Select(entry => entry.GetProperty("event_type").GetString()).Where(type => type!.StartsWith("test.", StringComparison.Ordinal));
        Assert.Equal(["test.new", "test.old"], await Types("?category=crm"));
        Assert.Equal(["test.old"], await Types($"?user={company.People[Role.Member]}"));
        Assert.Equal(["test.new"], await Types("?event_type=test.new"));
        var between = when.AddHours(-36).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(["test.new"], await Types($"?from={Uri.EscapeDataString(between)}"));
        Assert.Equal(["test.old"], await Types($"?to={Uri.EscapeDataString(between)}"));
        foreach (var wrong in new[] { "?colour=red", "?category=weather", "?from=yesterday", "?user=me", "?sort=name", "?cursor=x", "?page_size=0" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.GetAsync(Api + wrong)).StatusCode);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        for (var i = 0; i < 7; i++) await NoteAsync(company, DateTimeOffset.UtcNow.AddMinutes(-i), $"test.p{i}", Role.Owner);
        List<string?> seen = [];
        string? cursor = null;
        do
        {
            var page = await owner.GetFromJsonAsync<JsonElement>($"{Api}?page_size=3&category=crm{(cursor is null ? "" : "&cursor=" + cursor)}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("event_type").GetString()));
            cursor = page.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"test.p{i}"), seen);
    }

    [Fact]
    public async Task Another_company_sees_none_of_it()
    {
        var (mine, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        await NoteAsync(mine, DateTimeOffset.UtcNow, "test.mine", Role.Owner);
        Assert.Empty(await ItemsAsync(await other.ProgramAsync(Role.Owner), "?event_type=test.mine"));
        Assert.Empty(await ItemsAsync(await other.ProgramAsync(Role.Owner), $"?user={mine.People[Role.Owner]}"));
    }

    [Fact]
    public async Task What_a_role_may_not_do_is_noted_when_it_is_tried()
    {
        var company = await TestTenant.MakeAsync(installation);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await company.ProgramAsync(Role.Analyst)).GetAsync(Api)).StatusCode);
        await Eventually.TrueAsync(() => company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "security.permission_denied" && entry.Description == "audit.read")));
    }

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(HttpClient client, string query) =>
        [.. (await client.GetFromJsonAsync<JsonElement>(Api + query)).GetProperty("items").EnumerateArray()];

    private static Task NoteAsync(TestTenant company, DateTimeOffset at, string type, Role by) => company.WorkAsync(db =>
    {
        db.Note(at, type, "crm");
        return Task.FromResult(true);
    }, by);
}
