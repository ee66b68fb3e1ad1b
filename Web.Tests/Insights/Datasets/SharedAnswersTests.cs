using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets;

/// <summary>Equal queries on an uploaded dataset, as programs send them.</summary>
public sealed class SharedAnswersTests(TestInstallation installation)
{
    private const string Regions = "Region,Product,Amount\nEast,Tea,10\nEast,Coffee,20\nWest,Cocoa,40\n";
    private static readonly object ByRegion = new
    {
        query = new { version = 1, chart_type = "column", dataset = "regions", dimensions = new[] { new { field = "region", role = "x" } }, measures = new[] { new { field = "amount", aggregate = "sum" } } },
    };

    [Fact]
    public async Task Twenty_programs_that_ask_alike_are_one_reading()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.UploadedAsync("regions", Regions);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ResultAsync(owner)));
        Assert.All(results, result => Assert.Equal("""[["West",40],["East",30]]""", result.GetProperty("rows").GetRawText()));
        Assert.Single(results, result => !result.GetProperty("cached").GetBoolean());
        Assert.Single(results.Select(result => result.GetProperty("as_of").GetString()).Distinct());
        await Eventually.TrueAsync(async () => await ScansAsync(company) > 0);
        Assert.Equal(1, await ScansAsync(company)); // the database says so too
    }

    [Fact]
    public async Task Whatever_changes_a_dataset_is_in_the_next_answer()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.UploadedAsync("regions", Regions);
        Assert.Equal("False [[\"West\",40],[\"East\",30]]", await AnswerAsync(owner));
        Assert.Equal("True [[\"West\",40],[\"East\",30]]", await AnswerAsync(owner));

        await Uploading.JsonAsync(await owner.UploadAsync("regions", "Region,Product,Amount\nNorth,Water,160\n", ("mode", "append")), HttpStatusCode.Created);
        Assert.Equal("False [[\"North\",160],[\"West\",40],[\"East\",30]]", await AnswerAsync(owner));
        await Uploading.JsonAsync(await owner.UploadAsync("regions", "Region,Product,Amount\nSouth,Water,5\n", ("mode", "replace")), HttpStatusCode.Created);
        Assert.Equal("False [[\"South\",5]]", await AnswerAsync(owner));
        Assert.Equal("True [[\"South\",5]]", await AnswerAsync(owner));
        await owner.PatchAsync("regions", new { row_filter = new { field = "region", op = "=", value = "East" } });
        Assert.Equal("False []", await AnswerAsync(owner));
        (await owner.DeleteAsync("/api/v1/datasets/regions")).EnsureSuccessStatusCode();
        await Uploading.JsonAsync(await owner.PostAsJsonAsync("/api/v1/charts/render", ByRegion), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task People_share_what_both_may_see_and_nothing_else()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, manager, analyst) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Manager), await company.ProgramAsync(Role.Analyst));
        await owner.UploadedAsync("regions", Regions);
        await owner.PatchAsync("regions", new { row_filter = new { field = "region", op = "=", value = new { member = "region" } }, access = new { all_rows_roles = new[] { "owner" } } });
        foreach (var (role, region) in new[] { (Role.Manager, "East"), (Role.Analyst, "West"), (Role.Admin, "West") })
            await Uploading.JsonAsync(await owner.PatchAsJsonAsync($"/api/v1/tenant/users/{company.People[role]}", new { attributes = new { region } }), HttpStatusCode.OK);

        Assert.Equal("False [[\"West\",40],[\"East\",30]]", await AnswerAsync(owner));
        Assert.Equal("False [[\"East\",30]]", await AnswerAsync(manager));
        Assert.Equal("False [[\"West\",40]]", await AnswerAsync(analyst));
        Assert.Equal("True [[\"West\",40]]", await AnswerAsync(await company.ProgramAsync(Role.Admin)));
        await owner.PatchAsync("regions", new { access = new { roles = new[] { "manager" }, all_rows_roles = Array.Empty<string>() } });
        await Uploading.JsonAsync(await analyst.PostAsJsonAsync("/api/v1/charts/render", ByRegion), HttpStatusCode.NotFound);
        Assert.Equal("[[\"East\",30]]", (await ResultAsync(manager)).GetProperty("rows").GetRawText());
    }

    private static async Task<string> AnswerAsync(HttpClient person)
    {
        var result = await ResultAsync(person);
        return $"{result.GetProperty("cached").GetBoolean()} {result.GetProperty("rows").GetRawText()}";
    }

    private static async Task<JsonElement> ResultAsync(HttpClient person) =>
        (await Uploading.JsonAsync(await person.PostAsJsonAsync("/api/v1/charts/render", ByRegion), HttpStatusCode.OK)).GetProperty("result");

    private async Task<long> ScansAsync(TestTenant company)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(installation.Postgres.Superuser());
        await using var ask = source.CreateCommand($"select coalesce(sum(seq_scan), 0)::bigint from pg_stat_all_tables where schemaname = 'app_data' and relname like 'd_{company.Id:N}_%'");
        return (long)(await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
