using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Npgsql;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Tenancy;

public sealed class TenantDoorTests(TestInstallation installation)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/deals")]
    [InlineData("/api/v1/tenant/auth/me")]
    [InlineData("/nothing/here")]
    public async Task An_unknown_company_is_the_same_404_for_every_path(string path)
    {
        var answer = await installation.App.At("nobody-here.localhost").GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("tenant_not_found", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_suspended_company_is_403_at_once_for_page_and_token()
    {
        var company = await TestTenant.MakeAsync(installation);
        var program = await company.ProgramAsync(Role.Owner);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
        await SetStatusAsync(company, "suspended");
        await Eventually.TrueAsync(async () => (await program.GetAsync("/api/v1/tenant/auth/me")).StatusCode == HttpStatusCode.Forbidden);
        var page = await company.Anonymous().GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Equal("tenant_suspended", (await page.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        await SetStatusAsync(company, "active");
        await Eventually.TrueAsync(async () => (await program.GetAsync("/api/v1/tenant/auth/me")).StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task X_Tenant_that_disagrees_with_the_address_is_400()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var client = a.Anonymous();
        client.DefaultRequestHeaders.Add("X-Tenant", b.Tenant.Slug);
        var answer = await client.GetAsync("/api/v1/tenant/auth/me");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("tenant_mismatch", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());

        var agreeing = a.Anonymous();
        agreeing.DefaultRequestHeaders.Add("X-Tenant", a.Id.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await agreeing.GetAsync("/api/v1/tenant/auth/me")).StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Host")]
    [InlineData("X-Original-Host")]
    [InlineData("Forwarded")]
    [InlineData("X-Original-URL")]
    public async Task No_other_header_names_the_company(string header)
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var client = a.Anonymous();
        client.DefaultRequestHeaders.Add(header, header == "Forwarded" ? $"host={b.Host}" : b.Host);
        Assert.Contains(a.Tenant.Slug, await client.GetStringAsync("/sign-in"));
    }

    [Theory]
    [InlineData("{0}", "200")]
    [InlineData("{0}:80", "200")]
    [InlineData("{0}.", "200")]
    [InlineData("{0}:99999999", "4")]
    [InlineData("xn--a.localhost", "4")]
    [InlineData("xn--ls8h.localhost", "4")]
    [InlineData("a@{0}", "4")]
    [InlineData("{0}, {0}", "4")]
    [InlineData("{0}\r\nHost: {0}", "4")]
    [InlineData("127.0.0.1", "4")]
    [InlineData("[::1]", "4")]
    [InlineData("[::1", "4")]
    [InlineData("", "4")]
    [InlineData("%00", "4")]
    [InlineData(" ", "4")]
    public async Task Raw_hosts_find_their_company_or_a_clean_4xx(string host, string status)
    {
        var company = await TestTenant.MakeAsync(installation);
        var answer = await RawAsync($"GET /sign-in HTTP/1.1\r\nHost: {string.Format(host, company.Host)}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {status}", answer);
        Assert.Equal(status == "200", answer.Contains(company.Tenant.Slug, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Upper_case_absent_and_absurd_hosts_too()
    {
        var company = await TestTenant.MakeAsync(installation);
        Assert.StartsWith("HTTP/1.1 200", await RawAsync($"GET /sign-in HTTP/1.1\r\nHost: {company.Host.ToUpperInvariant()}\r\nConnection: close\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 4", await RawAsync("GET /sign-in HTTP/1.0\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 4", await RawAsync("GET /sign-in HTTP/1.1\r\nConnection: close\r\n\r\n"));
        Assert.StartsWith("HTTP/1.1 4", await RawAsync($"GET /sign-in HTTP/1.1\r\nHost: {new string('a', 20_000)}.localhost\r\nConnection: close\r\n\r\n"));
    }

    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task Health_answers_on_every_host(string path)
    {
        foreach (var host in new[] { "localhost", "127.0.0.1", "nobody-here.localhost" })
            Assert.StartsWith("HTTP/1.1 200", await RawAsync($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    }

    private async Task<string> RawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, installation.ServedPort);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private async Task SetStatusAsync(TestTenant company, string status)
    {
        await using var platform = NpgsqlDataSource.Create(installation.Postgres.Platform);
        await using var command = platform.CreateCommand("update app.tenants set status = $1 where tenant_id = $2");
        command.Parameters.AddWithValue(status);
        command.Parameters.AddWithValue(company.Id);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
