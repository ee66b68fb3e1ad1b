using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Language;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets;

/// <summary>Accounts and deals are known by name from the moment they are there, however many there are.</summary>
public sealed class CrmNamesTests(TestInstallation installation)
{
    [Fact]
    public async Task An_account_among_thousands_is_known_as_soon_as_it_is_there()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, foreign) = (await company.ProgramAsync(Role.Owner), await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Owner));
        await company.WorkAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            insert into app.accounts (tenant_id, id, name, created_at, updated_at)
            select {company.Id}, gen_random_uuid(), 'Client ' || n || ' Holdings', now(), now() from generate_series(1, 6000) n
            """));
        Assert.Equal(["account = Client 4321 Holdings"], await FiltersAsync(owner, "number of deals for Client 4321 Holdings by stage"));
        Assert.Empty(await FiltersAsync(owner, "number of deals for 北都トレーディング by stage"));
        await company.WorkAsync(db => db.Database.ExecuteSqlAsync($"insert into app.accounts (tenant_id, id, name, created_at, updated_at) values ({company.Id}, gen_random_uuid(), '北都トレーディング', now(), now())"));
        foreach (var words in new[] { "number of deals for 北都トレーディング by stage", "北都ﾄﾚｰﾃﾞｨﾝｸﾞの案件数", "CLIENT 4321 holdings" })
            Assert.StartsWith("account = ", Assert.Single(await FiltersAsync(owner, words.StartsWith('C') ? $"number of deals for {words} by stage" : words)), StringComparison.Ordinal);
        Assert.Empty(await FiltersAsync(foreign, "number of deals for Client 4321 Holdings by stage"));
        await company.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.accounts set deleted_at = now() where tenant_id = {company.Id} and name = '北都トレーディング'"));
        Assert.Empty(await FiltersAsync(owner, "number of deals for 北都トレーディング by stage"));
    }

    [Theory]
    [InlineData("Hokuto Trading Co., Ltd.")]
    [InlineData("北都ﾄﾚｰﾃﾞｨﾝｸﾞ（株）")]
    [InlineData("サーバー・メーカー 3,000")]
    [InlineData("Ｃａｆé Ångström & Sons")]
    [InlineData("O'Brien's Pub")]
    [InlineData("株式会社さくら々ヴィラ")]
    public async Task The_database_writes_a_name_as_the_interpreter_does(string name)
    {
        await using var command = installation.Source.CreateCommand("select app.name_key($1)");
        command.Parameters.Add(new() { Value = name });
        var key = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Assert.Contains(key, ValueKeys.WrittenIn(name));
        Assert.Contains(key, ValueKeys.WrittenIn($"number of deals for {name}"));
    }

    private static async Task<IReadOnlyList<string>> FiltersAsync(HttpClient client, string words)
    {
        var asked = await Uploading.JsonAsync(await client.PostAsJsonAsync("/api/v1/charts/ask", new { utterance = words, dataset = "crm_deals", locale = "en" }), HttpStatusCode.OK);
        if (asked.GetProperty("status").GetString() != "chart") return [];
        return [.. asked.GetProperty("query").GetProperty("filters").EnumerateArray().Select(filter => $"{filter.GetProperty("field").GetString()} {filter.GetProperty("op").GetString()} {filter.GetProperty("value").GetString()}")];
    }
}
