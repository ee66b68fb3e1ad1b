using System.Net;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Crm;

/// <summary>Lists that are written straight from their rows, beside the same lists as the serializer writes them.</summary>
public sealed class LatestRecordsTests(TestInstallation installation)
{
    private const string Odd = "A “縫製” \\ </b> \u2028 \ud83e\uddf5 \"&\"";

    [Fact]
    public async Task Accounts_are_written_as_any_list_writes_them()
    {
        var client = await ProgramAsync();
        await client.PostsAsync("accounts", new { name = "Bare" });
        await client.PostsAsync("accounts", new
        {
            name = Odd,
            name_kana = "ほくと",
            domain = "halden.example",
            website = "https://halden.example/?a=1&b=<2>",
            phones = new[] { "+81 3 0000 0000", Odd },
            industry = "Optics",
            employees = 10_000_000,
            address = new { postal_code = "100-0001", city = "東京" },
            tags = new[] { "急ぎ", "<b>" },
        });
        await client.PostsAsync("accounts", new { name = "Third", employees = 0 });
        await AreTheSameAsync(client, "accounts");
    }

    [Fact]
    public async Task Contacts_are_written_as_any_list_writes_them()
    {
        var client = await ProgramAsync();
        var account = (await client.PostsAsync("accounts", new { name = "Halden Optics AS" })).Text("id");
        await client.PostsAsync("contacts", new { family_name = "Bare" });
        await client.PostsAsync("contacts", new
        {
            family_name = Odd,
            given_name = "Lena",
            family_name_kana = "ブラント",
            given_name_kana = "レナ",
            account_id = account,
            emails = new[] { "lena@halden.example", "l+b@halden.example" },
            phones = new[] { "+47 00" },
            job_title = "Buyer",
            tags = new[] { "key" },
        });
        await client.PostsAsync("contacts", new { family_name = "Third" });
        await AreTheSameAsync(client, "contacts");
    }

    [Fact]
    public async Task Tasks_are_written_as_any_list_writes_them()
    {
        var client = await ProgramAsync();
        var account = (await client.PostsAsync("accounts", new { name = "Halden Optics AS" })).Text("id");
        await client.PostsAsync("tasks", new { title = "Bare" });
        var full = await client.PostsAsync("tasks", new { title = Odd, due_on = "2026-02-28", priority = "high", entity = "account", entity_id = account, tags = new[] { "a", "b" } });
        await client.PatchesAsync("tasks/" + full.Text("id"), new { done_at = "2026-11-20T01:00:00Z" });
        await client.PostsAsync("tasks", new { title = "Third", due_on = "9999-12-31", priority = "low" });
        await AreTheSameAsync(client, "tasks");
    }

    [Fact]
    public async Task Own_fields_and_odd_times_are_written_as_any_list_writes_them()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Owner);
        foreach (var name in new[] { "a", "b", "c" }) await client.PostsAsync("accounts", new { name });
        const string Own = """{"b": [1, 2.50, true, null], "a": {"縫製": "<&\"\u2028>", "e": 1e40}}""";
        await tenant.WorkAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            update app.accounts set updated_at = timestamptz '2026-11-20 01:02:03.1+09', created_at = '0001-01-02 00:00:00+00', custom = {Own}::jsonb
            where tenant_id = {tenant.Id} and name <> 'a'
            """));
        await AreTheSameAsync(client, "accounts");
    }

    [Fact]
    public async Task A_cursor_of_another_list_or_of_nothing_is_refused()
    {
        var client = await ProgramAsync();
        foreach (var name in new[] { "a", "b" }) await client.PostsAsync("accounts", new { name });
        var elsewhere = (await client.GetsAsync("accounts?page_size=1&sort=name")).Text("next_cursor");
        foreach (var cursor in new[] { elsewhere, "nothing" })
            Assert.Equal(["cursor cursor_invalid"], (await client.GetsAsync($"accounts?cursor={cursor}", HttpStatusCode.UnprocessableEntity)).Faults());
        Assert.Equal(["page_size page_size_out_of_range"], (await client.GetsAsync("accounts?page_size=201", HttpStatusCode.UnprocessableEntity)).Faults());
    }

    private async Task<HttpClient> ProgramAsync() => await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Owner);

    /// <summary>Page by page, byte by byte, beside the list that also counts: that one goes through EF and the serializer.</summary>
    private static async Task AreTheSameAsync(HttpClient client, string kind)
    {
        var (next, pages) = ("", 0);
        do
        {
            var counted = await client.GetStringAsync($"/api/v1/{kind}?page_size=2&count=true{next}");
            using var answer = await client.GetAsync($"/api/v1/{kind}?page_size=2{next}");
            Assert.Equal(counted.Replace(",\"total\":3}", "}", StringComparison.Ordinal), await answer.Content.ReadAsStringAsync());
            Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
            using var read = System.Text.Json.JsonDocument.Parse(counted);
            next = read.RootElement.GetProperty("next_cursor").GetString() is { } cursor ? "&cursor=" + cursor : null;
            pages++;
        } while (next is not null);
        Assert.Equal(2, pages);
    }
}
