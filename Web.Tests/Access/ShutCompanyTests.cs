using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Access;

/// <summary>Two more rows of the matrix: a company that is suspended lets nobody in anywhere; one that is being closed its owners alone, to what they need for that.</summary>
public sealed class ShutCompanyTests(TestInstallation installation)
{
    private const string Suspended = "tenant_suspended", Closing = "tenant_closing";

    /// <summary>What is left of the API to an owner who closes the company; to everybody else there is nothing.</summary>
    private static readonly string[] Left = ["GET /tenant/auth/me", "POST /tenant/auth/logout", "POST /tenant/exports", "GET /tenant/exports/{id}/archive", "GET /jobs/{id}"];

    private static readonly string[] LeftPages = ["/settings/close", "/settings/export", "/settings/confirm", "/sign-out", "/settings/security", "/settings/security/authenticator", "/settings/security/codes"];

    /// <summary>What nobody signs in for.</summary>
    private static readonly string[] Doors = ["POST /tenant/auth/login", "POST /tenant/auth/refresh", "POST /tenant/auth/forgot_password", "POST /tenant/auth/reset_password"];

    private static readonly string[] DoorPages = ["/sign-in", "/sign-in/second-factor", "/sign-in/mail", "/forgot-password", "/reset-password", "/language", "/dev/mailbox", "/docs/api"];

    private int cells;

    [Fact]
    public async Task A_suspended_company_answers_every_call_and_every_page_alike()
    {
        var company = await TestTenant.MakeAsync(installation);
        List<(string Who, HttpClient Caller)> callers = [("nobody", company.Anonymous()), .. await CallersAsync(company)];
        await SetAsync(company, "status = 'suspended'", Suspended);
        List<string> wrong = [];
        foreach (var (who, caller) in callers)
        {
            foreach (var (call, _) in installation.Calls()) await CheckAsync(caller, call, Suspended, who, wrong);
            foreach (var (path, _) in installation.Pages()) await CheckPageAsync(caller, path, Suspended, who, wrong);
        }
        Done(wrong);
    }

    [Fact]
    public async Task A_company_that_is_being_closed_lets_its_owners_in_alone_and_to_that_alone()
    {
        var company = await TestTenant.MakeAsync(installation);
        var callers = await CallersAsync(company);
        await SetAsync(company, "status = 'closing', closing_since = now(), erase_at = now() + interval '30 days'", Closing);
        List<string> wrong = [];
        foreach (var (who, caller) in callers.OrderBy(one => one.Who))
        {
            var isOwner = who.EndsWith("Owner", StringComparison.Ordinal);
            foreach (var (call, _) in installation.Calls().OrderBy(one => one.Call == "POST /tenant/auth/logout"))
                await CheckAsync(caller, call, Doors.Contains(call) || (isOwner && Left.Contains(call)) ? null : Closing, who, wrong);
            if (!who.StartsWith("cookie", StringComparison.Ordinal)) continue;
            var browser = isOwner ? (await company.BrowserAsync(Role.Owner)).Client : caller; // the other has signed out
            foreach (var (path, open) in installation.Pages().Where(page => page.Path is not "/sign-out"))
                await CheckPageAsync(browser, path, DoorPages.Contains(path) || (isOwner && LeftPages.Contains(path)) ? null : isOwner && !open ? "/settings/close" : Closing, who, wrong);
        }
        Done(wrong);
    }

    [Fact]
    public async Task When_its_time_is_over_not_even_they_come_in()
    {
        var company = await TestTenant.MakeAsync(installation);
        var callers = await CallersAsync(company);
        await SetAsync(company, "status = 'closing', closing_since = now() - interval '31 days', erase_at = now() - interval '1 minute'", Closing);
        List<string> wrong = [];
        foreach (var (who, caller) in callers)
            foreach (var (call, _) in installation.Calls()) await CheckAsync(caller, call, Closing, who, wrong);
        Done(wrong);
    }

    private async Task<List<(string Who, HttpClient Caller)>> CallersAsync(TestTenant company)
    {
        List<(string, HttpClient)> callers = [];
        foreach (var transport in RouteCallers.Transports)
            foreach (var role in Enum.GetValues<Role>()) callers.Add(($"{transport} {role}", await installation.CallerAsync(company, role, transport)));
        return callers;
    }

    /// <param name="expected">Null: it is not refused for what the company is.</param>
    private async Task CheckAsync(HttpClient caller, string call, string? expected, string who, List<string> wrong)
    {
        var (status, code) = await caller.CallAsync(call);
        cells++;
        var fits = expected is null ? code is not (Suspended or Closing) && (int)status < 500 : (status, code) == (HttpStatusCode.Forbidden, expected);
        if (!fits) wrong.Add($"{who}: {call} answered {(int)status} {code}, not {expected ?? "its own answer"}");
    }

    private async Task CheckPageAsync(HttpClient caller, string path, string? expected, string who, List<string> wrong)
    {
        using var answer = await caller.GetAsync(path);
        cells++;
        var found = answer.StatusCode == HttpStatusCode.Forbidden ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString() : answer.Headers.Location?.OriginalString;
        if (expected is null ? found is Suspended or Closing or "/settings/close" || (int)answer.StatusCode >= 500 : found != expected) wrong.Add($"{who}: {path} answered {(int)answer.StatusCode} {found}, not {expected ?? "its own answer"}");
    }

    private void Done(List<string> wrong)
    {
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        TestContext.Current.TestOutputHelper?.WriteLine($"{cells} cells");
    }

    private async Task SetAsync(TestTenant company, string set, string code)
    {
        await using var platform = NpgsqlDataSource.Create(installation.Postgres.Platform);
        await using var command = platform.CreateCommand($"update app.tenants set {set} where tenant_id = '{company.Id}'");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var analyst = new { email = TestTenant.EmailOf(Role.Analyst), password = TestTenant.Password };
        await Eventually.TrueAsync(async () =>
        {
            using var answer = await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", analyst);
            return answer.StatusCode == HttpStatusCode.Forbidden && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString() == code;
        });
    }
}
