using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Access;
using Web.Insights.Datasets;
using Web.Insights.Datasets.Loading;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets;

/// <summary>Rows come in whole: replaced, added, in a job, and never more of them than are allowed.</summary>
public sealed class LoadTests(TestInstallation installation)
{
    [Fact]
    public async Task Readers_see_the_old_rows_or_the_new_ones_and_never_some_of_them()
    {
        var analyst = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Analyst);
        await analyst.UploadedAsync("numbers", Numbers(2000, 1));
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            HashSet<string> seen = [];
            while (!stop.IsCancellationRequested) seen.Add(await analyst.ChartAsync("numbers", "label", "figure"));
            return seen;
        });
        for (var round = 2; round <= 5; round++) await analyst.UploadedAsync("numbers", Numbers(2000 * round, round), ("mode", "replace"));
        await stop.CancelAsync();
        var allowed = Enumerable.Range(1, 5).Select(round => $"""[["all",{(2000 * round * round).ToString(CultureInfo.InvariantCulture)}]]""").ToHashSet();
        Assert.Subset(allowed, await reading);
        Assert.Equal("""[["all",50000]]""", await analyst.ChartAsync("numbers", "label", "figure"));
    }

    [Fact]
    public async Task Added_rows_join_those_that_are_there_by_their_headers()
    {
        var company = await TestTenant.MakeAsync(installation);
        var analyst = await company.ProgramAsync(Role.Analyst);
        await analyst.UploadedAsync("sales", Uploading.Sales);
        await analyst.PatchAsync("sales", new { title = "Ours" });
        var grown = await analyst.UploadedAsync("sales", "Amount,Region,Order,Day,Express,Quantity\n100,South,B-1,2024-03-01,no,7\n", ("mode", "append"));
        Assert.Equal((5L, "Ours"), (grown.GetProperty("row_count").GetInt64(), grown.GetProperty("title").GetString()));
        Assert.Equal("""[["East",1650.75],["West",800],["South",100],["North",null]]""", await analyst.ChartAsync("sales", "region", "amount"));
        Assert.Contains("South", grown.Column("region").GetProperty("values").EnumerateArray().Select(value => value.GetString()));

        var wrong = await Uploading.JsonAsync(await analyst.UploadAsync("sales", "Amount,Region,Order,Day,Express,Colour\n1,South,B-2,2024-03-01,no,red\n", ("mode", "append")), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("columns_do_not_fit", wrong.Code());
        Assert.Equal(["column_missing Quantity", "column_unexpected Colour"], wrong.GetProperty("details").EnumerateArray().Select(detail => $"{detail.GetProperty("code").GetString()} {detail.GetProperty("column").GetString()}"));
        var unfit = await Uploading.JsonAsync(await analyst.UploadAsync("sales", Uploading.Sales.Replace("1200.50", "much", StringComparison.Ordinal), ("mode", "append")), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("rows_faulty", unfit.Code());
        Assert.Equal("""[["East",1650.75],["West",800],["South",100],["North",null]]""", await analyst.ChartAsync("sales", "region", "amount"));
    }

    [Fact]
    public async Task What_people_wrote_stays_when_rows_are_replaced_and_so_does_who_may_see_them()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, analyst) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Analyst));
        await owner.UploadedAsync("sales", Uploading.Sales);
        await owner.PatchAsync("sales", new { columns = new[] { new { name = "region", title = "Area" } }, row_filter = new { field = "region", op = "=", value = "West" } });
        await owner.UploadedAsync("sales", Uploading.Sales.Replace("800", "900", StringComparison.Ordinal), ("mode", "replace"));
        Assert.Equal("""[["West",900]]""", await analyst.ChartAsync("sales", "region", "amount"));
        Assert.Equal("Area", (await analyst.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).Column("region").GetProperty("title").GetString());
        await owner.UploadedAsync("sales", "Colour,Amount\nred,1\n", ("mode", "replace"));
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync("/api/v1/datasets/sales")).StatusCode);
        Assert.False((await analyst.GetAsync("/api/v1/datasets/sales", HttpStatusCode.OK)).Column("colour").TryGetProperty("values", out _));
        await Assert.ThrowsAnyAsync<Exception>(() => analyst.ChartAsync("sales", "colour", "amount")); // the filter no longer fits: closed, not open
    }

    [Fact]
    public async Task Nothing_can_be_replaced_that_is_not_there()
    {
        var analyst = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Analyst);
        foreach (var mode in new[] { "replace", "append" })
        {
            var refused = await Uploading.JsonAsync(await analyst.UploadAsync("sales", Uploading.Sales, ("mode", mode)), HttpStatusCode.NotFound);
            Assert.Equal("dataset_not_found", refused.Code());
            Assert.Contains("without mode", refused.GetProperty("message").GetString());
        }
    }

    [Fact]
    public async Task A_larger_file_is_loaded_by_a_job_whose_result_is_the_contract()
    {
        var company = await TestTenant.MakeAsync(installation);
        var analyst = await company.ProgramAsync(Role.Analyst);
        var (state, accepted) = await ByJobAsync(analyst, "many", Wide(90_000));
        Assert.Equal("done", state.GetProperty("status").GetString());
        Assert.Equal(90_000, state.GetProperty("result").GetProperty("row_count").GetInt64());
        Assert.Equal("many", accepted.GetProperty("key").GetString());
        Assert.Equal("""[["g0",30000],["g1",30000],["g2",30000]]""", await analyst.ChartAsync("many", "kind"));
        Assert.Equal(0, await company.WorkAsync(db => db.Uploads.CountAsync()));

        var (failed, _) = await ByJobAsync(analyst, "others", Wide(90_000) + "x,g1,much,2024-01-01,y\n");
        Assert.Equal("failed", failed.GetProperty("status").GetString());
        var detail = Assert.Single(failed.GetProperty("error").GetProperty("details").EnumerateArray());
        Assert.Equal((90_001L, "Amount"), (detail.GetProperty("row").GetInt64(), detail.GetProperty("column").GetString()));
        Assert.Contains("much", detail.GetProperty("message").GetString());
        await analyst.UploadedAsync("others", Uploading.Sales); // the key is free again
        Assert.Equal(0, await company.WorkAsync(db => db.Uploads.CountAsync()));
    }

    [Fact]
    public async Task While_one_load_is_under_way_another_is_refused()
    {
        var company = await TestTenant.MakeAsync(installation);
        var analyst = await company.ProgramAsync(Role.Analyst);
        await analyst.UploadedAsync("sales", Uploading.Sales);
        await company.WorkAsync(async db =>
        {
            var dataset = await db.UploadedDatasets.SingleAsync();
            var load = DatasetLoad.Begin(new LoadOrder("sales", null, LoadMode.Replace, OnError.Refuse, "x.csv", null), dataset.Id, null, DateTimeOffset.UtcNow);
            db.DatasetLoads.Add(load);
            dataset.Await(load);
            return 0;
        });
        Assert.Equal("dataset_loading", (await Uploading.JsonAsync(await analyst.UploadAsync("sales", Uploading.Sales, ("mode", "replace")), HttpStatusCode.Conflict)).Code());
        Assert.Equal("""[["East",1650.75],["West",800],["North",null]]""", await analyst.ChartAsync("sales", "region", "amount"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_over_the_limit_is_refused_whatever_its_length_was_said_to_be(bool told)
    {
        var company = await TestTenant.MakeAsync(installation);
        var analyst = await company.ProgramAsync(Role.Analyst);
        using var form = new MultipartFormDataContent { { new StringContent("huge"), "key" } };
        form.Add(new Endless(told ? 210_000_000 : 201_000_000, told), "file", "huge.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/datasets") { Content = form };
        request.Headers.TransferEncodingChunked = !told;
        var refused = await Uploading.JsonAsync(await analyst.SendAsync(request), HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal(("payload_too_large", 200_000_000L), (refused.Code(), refused.GetProperty("limit").GetInt64()));
        Assert.True(refused.GetProperty("used").GetInt64() > 200_000_000);
        Assert.Contains("200 MB", refused.GetProperty("message").GetString());
        Assert.Equal(0, await company.WorkAsync(db => db.Uploads.CountAsync()));
    }

    [Fact]
    public async Task Too_many_columns_are_refused()
    {
        var analyst = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Analyst);
        var header = string.Join(',', Enumerable.Range(1, 301).Select(n => $"c{n}"));
        Assert.Equal("too_many_columns", (await Uploading.JsonAsync(await analyst.UploadAsync("wide", $"{header}\n"), HttpStatusCode.UnprocessableEntity)).Code());
        var most = await analyst.UploadedAsync("wide", $"{string.Join(',', Enumerable.Range(1, 300).Select(n => $"c{n}"))}\n{string.Join(',', Enumerable.Range(1, 300))}\n");
        Assert.Equal(300, most.GetProperty("columns").GetArrayLength());
    }

    [Fact]
    public async Task A_sweep_takes_away_what_nobody_needs_and_nothing_else()
    {
        var company = await TestTenant.MakeAsync(installation);
        var analyst = await company.ProgramAsync(Role.Analyst);
        await analyst.UploadedAsync("kept", Uploading.Sales);
        await analyst.UploadedAsync("gone", Uploading.Sales);
        await analyst.UploadedAsync("kept", Uploading.Sales, ("mode", "replace"));
        await analyst.DeleteAsync("/api/v1/datasets/gone");
        Assert.Equal(3, await TablesAsync(company));
        await Later.RunAsync<DatasetSweep>(installation, company, DateTimeOffset.UtcNow);
        Assert.Equal(3, await TablesAsync(company));
        await Later.RunAsync<DatasetSweep>(installation, company, DateTimeOffset.UtcNow.AddMinutes(11));
        Assert.Equal(2, await TablesAsync(company));
        await Later.RunAsync<DatasetSweep>(installation, company, DateTimeOffset.UtcNow.AddDays(31));
        Assert.Equal(1, await TablesAsync(company));
        Assert.Equal("""[["East",1650.75],["West",800],["North",null]]""", await analyst.ChartAsync("kept", "region", "amount"));
        Assert.Equal(1, await company.WorkAsync(db => db.UploadedDatasets.IgnoreQueryFilters(["bin"]).CountAsync()));
    }

    private async Task<long> TablesAsync(TestTenant company)
    {
        await using var source = NpgsqlDataSource.Create(installation.Postgres.Superuser());
        await using var count = source.CreateCommand("select count(*) from pg_class where relnamespace = 'app_data'::regnamespace and relkind = 'r' and relname like 'd_' || $1 || '%'");
        count.Parameters.Add(new() { Value = company.Id.ToString("N") });
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static async Task<(JsonElement State, JsonElement Accepted)> ByJobAsync(HttpClient client, string key, string csv)
    {
        var answer = await client.UploadAsync(key, csv);
        var location = answer.Headers.Location!.ToString();
        var accepted = await Uploading.JsonAsync(answer, HttpStatusCode.Accepted);
        JsonElement state = default;
        await Eventually.TrueAsync(async () => (state = await client.GetAsync(location, HttpStatusCode.OK)).GetProperty("status").GetString() is "done" or "failed");
        return (state, accepted);
    }

    private static string Numbers(int rows, int figure) => "Label,Figure\n" + string.Concat(Enumerable.Repeat($"all,{figure}\n", rows));

    /// <summary>About 80 bytes a row.</summary>
    internal static string Wide(int rows)
    {
        var text = new StringBuilder("Id,Kind,Amount,Day,Note\n");
        for (var n = 0; n < rows; n++) text.Append(CultureInfo.InvariantCulture, $"id-{n},g{n % 3},{n % 1000}.25,2024-{1 + n % 12:00}-{1 + n % 28:00},a note of some length about row number {n}\n");
        return text.ToString();
    }

    /// <summary>So many bytes, made while they are sent.</summary>
    private sealed class Endless(long bytes, bool told) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var line = Encoding.ASCII.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 16_000)));
            for (var left = bytes; left > 0; left -= line.Length) await stream.WriteAsync(line.AsMemory(0, (int)Math.Min(left, line.Length)));
        }

        protected override bool TryComputeLength(out long length) => (length = bytes) >= 0 && told;
    }
}
