using System.Net;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Crm.Accounts;

public sealed class AccountsApiTests(TestInstallation installation)
{
    [Fact]
    public async Task An_account_is_made_read_changed_and_binned()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Manager);
        var made = await client.PostsAsync("accounts", new { name = "北斗精密工業", name_kana = "ホクト", phones = new[] { "03-5550-1234" }, employees = 280, address = new { city = "諏訪市" } });
        Assert.Equal(tenant.People[Role.Manager].ToString(), made.Text("owner_id"));
        var path = $"accounts/{made.Text("id")}";
        var changed = await client.PatchesAsync(path, new { industry = "精密加工", employees = (int?)null });
        Assert.Equal(("精密加工", "ホクト", "諏訪市"), (changed.Text("industry"), changed.Text("name_kana"), changed.GetProperty("address").Text("city")));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, changed.GetProperty("employees").ValueKind);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("/api/v1/" + path)).StatusCode);
        await client.GetsAsync(path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Owner);
        var problem = await client.PostsAsync("accounts", new
        {
            name = " ",
            employees = "many",
            website = "nowhere",
            owner_id = Guid.NewGuid(),
            colour = "red",
            id = Guid.NewGuid(),
            phones = new[] { "" },
            custom = new { x = 1 },
        }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(
            ["/colour unknown_field", "/custom/x unknown_field", "/employees not_a_number", "/id read_only", "/name required", "/owner_id reference_not_found", "/phones/0 required", "/website not_a_web_address"],
            problem.Faults().Order());
    }

    [Fact]
    public async Task Lists_are_read_page_by_page_in_any_order()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Owner);
        string[] names = ["delta", "Alpha", "charlie", "bravo", "echo"];
        foreach (var name in names) await client.PostsAsync("accounts", new { name, industry = name.Length == 5 ? "five" : "more" });
        foreach (var (sort, expected) in new[]
        {
            ("name", names.Order(StringComparer.OrdinalIgnoreCase)), ("-name", names.OrderDescending(StringComparer.OrdinalIgnoreCase)), ("-updated_at", names.Reverse()), ("created_at,-name", names),
        })
        {
            List<string> read = [];
            var cursor = "";
            do
            {
                var page = await client.GetsAsync($"accounts?sort={sort}&page_size=2{cursor}&count=true");
                read.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.Text("name")));
                Assert.Equal(5, page.GetProperty("total").GetInt32());
                cursor = page.GetProperty("next_cursor").GetString() is { } next ? $"&cursor={next}" : "";
            }
            while (cursor is not "");
            Assert.Equal(expected, read);
        }
        Assert.Equal(["Alpha"], (await client.GetsAsync("accounts?q=ＬＰ&industry=five")).GetProperty("items").EnumerateArray().Select(item => item.Text("name")));
    }

    [Theory]
    [InlineData("sort=colour", "sort sort_invalid")]
    [InlineData("cursor=nonsense", "cursor cursor_invalid")]
    [InlineData("cursor=WyJuYW1lIiwiMSIsIjIiXQ", "cursor cursor_invalid")]
    [InlineData("page_size=0", "page_size page_size_out_of_range")]
    [InlineData("owner=me&colour=red", "owner not_an_id;colour unknown_filter")]
    [InlineData("created_at[near]=2026-01-01", "created_at[near] unknown_filter")]
    public async Task What_a_list_does_not_take_is_refused(string query, string faults)
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Owner);
        Assert.Equal(faults.Split(';'), (await client.GetsAsync("accounts?" + query, HttpStatusCode.UnprocessableEntity)).Faults());
    }

    [Fact]
    public async Task Another_companys_records_are_not_there()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var (ours, theirs) = (await a.ProgramAsync(Role.Owner), await b.ProgramAsync(Role.Owner));
        var id = (await ours.PostsAsync("accounts", new { name = "Ours" })).Text("id");
        await theirs.GetsAsync($"accounts/{id}", HttpStatusCode.NotFound);
        await theirs.PatchesAsync($"accounts/{id}", new { name = "Theirs" }, HttpStatusCode.NotFound);
        await theirs.PostsAsync($"accounts/{id}/notes", new { body = "psst" }, HttpStatusCode.NotFound);
        Assert.Equal(["/account_id reference_not_found"], (await theirs.PostsAsync("contacts", new { family_name = "X", account_id = id }, HttpStatusCode.UnprocessableEntity)).Faults());
        Assert.Equal(0, (await theirs.GetsAsync("accounts")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_stale_stamp_is_refused()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Owner);
        var path = $"accounts/{(await client.PostsAsync("accounts", new { name = "Once" })).Text("id")}";
        var stamp = (await client.GetAsync("/api/v1/" + path)).Headers.ETag!;
        await client.PatchesAsync(path, new { name = "Twice" });
        client.DefaultRequestHeaders.IfMatch.Add(stamp);
        Assert.Equal("changed_meanwhile", (await client.PatchesAsync(path, new { name = "Thrice" }, HttpStatusCode.PreconditionFailed)).Text("code"));
    }

    [Fact]
    public async Task Those_who_may_read_only_may_not_write()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Analyst);
        await client.GetsAsync("accounts");
        Assert.Equal("crm.write", (await client.PostsAsync("accounts", new { name = "No" }, HttpStatusCode.Forbidden)).Text("permission"));
    }
}
