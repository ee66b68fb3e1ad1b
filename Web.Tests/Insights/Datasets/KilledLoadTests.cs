using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Npgsql;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets;

/// <summary>The app is killed in the middle of a load, as a real process; the next one ends the work.</summary>
public sealed class KilledLoadTests(TestInstallation installation)
{
    private const int Rows = 300_000;

    [Fact]
    public async Task A_killed_load_begins_anew_and_ends_right()
    {
        var settings = await DatabaseOfItsOwnAsync();
        var file = File300();
        (string Slug, string Email, string Password) company;
        string location;
        await using (var first = await AppProcess.StartAsync(settings))
        {
            company = await first.MakeCompanyAsync();
            using var client = await first.ProgramAsync(company);
            var answer = await client.UploadAsync("many", file);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            location = answer.Headers.Location!.ToString();
            // In the middle of the rows: the table is being filled and nobody can see it.
            await Eventually.TrueAsync(async () => (await client.GetAsync(location, HttpStatusCode.OK)).GetProperty("progress").GetDouble() > 0.35);
            await client.GetAsync("/api/v1/datasets/many", HttpStatusCode.NotFound);
            await first.KillAsync();
        }
        await using var second = await AppProcess.StartAsync(settings);
        using var again = await second.ProgramAsync(company);
        JsonElement state = default;
        await Eventually.TrueAsync(async () => (state = await again.GetAsync(location, HttpStatusCode.OK)).GetProperty("status").GetString() is "done" or "failed", 90); // the dead one's lease runs out first
        Assert.Equal("done", state.GetProperty("status").GetString());
        Assert.Equal(Rows, state.GetProperty("result").GetProperty("row_count").GetInt64());
        Assert.Equal("""[["g0",100000],["g1",100000],["g2",100000]]""", await again.ChartAsync("many", "kind"));
        Assert.Equal((9L, 0L, 0L), await LeftAsync(settings["Superuser"]!)); // the eight of the demo and this one
    }

    private static byte[] File300()
    {
        var text = new StringBuilder("Id,Kind,Amount,Day,Note\n");
        for (var n = 0; n < Rows; n++) text.Append(CultureInfo.InvariantCulture, $"id-{n},g{n % 3},{n % 1000}.25,2024-{1 + n % 12:00}-{1 + n % 28:00},row {n % 977}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static async Task<(long Tables, long Files, long Loading)> LeftAsync(string superuser)
    {
        await using var source = NpgsqlDataSource.Create(superuser);
        await using var command = source.CreateCommand(
            """
            select (select count(*) from pg_class where relnamespace = 'app_data'::regnamespace and relkind = 'r'),
                   (select count(*) from app.upload_chunks), (select count(*) from app.datasets where loading_id is not null)
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <summary>A database that no other test's app takes jobs from.</summary>
    private async Task<Dictionary<string, string?>> DatabaseOfItsOwnAsync()
    {
        var superuser = await installation.MakeDatabaseAsync();
        var name = new NpgsqlConnectionStringBuilder(superuser).Database;
        string On(string login) => new NpgsqlConnectionStringBuilder(login) { Database = name }.ConnectionString;
        await Web.Data.Roles.MakeAsync(superuser, new Dictionary<string, string>(), TestContext.Current.CancellationToken);
        return new Dictionary<string, string?>
        {
            ["Superuser"] = superuser,
            ["ConnectionStrings:Database"] = On(installation.Postgres.Process),
            ["ConnectionStrings:Owner"] = On(installation.Postgres.Owner),
            ["Security:MasterKey"] = installation.Postgres.MasterKey,
            ["Data:Directory"] = installation.Settings["Data:Directory"],
        };
    }
}
