using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Npgsql;
using Web.Data;
using Web.Tests.Support;

namespace Bench;

/// <summary>How long an upload takes, how much memory the app needs for it, what a kill costs, and how fast the rows answer afterwards.</summary>
internal sealed class Uploads(EmbeddedPostgres postgres, string folder)
{
    private readonly Dictionary<string, string?> settings = new()
    {
        ["ConnectionStrings:Database"] = postgres.Process, ["ConnectionStrings:Owner"] = postgres.Owner, ["Security:MasterKey"] = postgres.MasterKey, ["Data:Directory"] = folder,
    };

    public static async Task MeasureAsync(int rows)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"tsumugi-bench-{Guid.NewGuid():N}");
        await using (var postgres = await EmbeddedPostgres.StartAsync(folder, AppContext.BaseDirectory)) await new Uploads(postgres, folder).RunAsync(rows);
        Directory.Delete(folder, recursive: true);
    }

    private async Task RunAsync(int rows)
    {
        var (small, large) = (Write(rows / 10), Write(rows));
        var company = await LoadAsync("small_load", small);
        await LoadAsync("large_load", large, company);
        await KilledAsync("killed_load", large, company);
        await AskAsync(company, "large_load");
    }

    /// <summary>In a process of its own, so that its peak is of this file.</summary>
    private async Task<(string Slug, string Email, string Password)> LoadAsync(string key, string file, (string Slug, string Email, string Password)? known = null)
    {
        await using var app = await AppProcess.StartAsync(settings);
        var company = known ?? await app.MakeCompanyAsync();
        using var client = await app.ProgramAsync(company);
        var idle = app.PeakMemory;
        var clock = Stopwatch.StartNew();
        var job = await PostAsync(client, key, file);
        var sent = clock.Elapsed;
        await EndedAsync(client, job, _ => false);
        Say($"{key} ({new FileInfo(file).Length / 1e6:0} MB)", $"received {sent.TotalSeconds:0.0} s, loaded {clock.Elapsed.TotalSeconds:0.0} s, peak {app.PeakMemory / 1e6:0} MB (before {idle / 1e6:0} MB)");
        return company;
    }

    private async Task KilledAsync(string key, string file, (string Slug, string Email, string Password) company)
    {
        string job;
        var clock = Stopwatch.StartNew();
        await using (var first = await AppProcess.StartAsync(settings))
        {
            using var client = await first.ProgramAsync(company);
            job = await PostAsync(client, key, file);
            await EndedAsync(client, job, progress => progress > 0.6);
            await first.KillAsync();
        }
        var killed = clock.Elapsed;
        await using var second = await AppProcess.StartAsync(settings);
        using var again = await second.ProgramAsync(company);
        await EndedAsync(again, job, _ => false);
        Say(key, $"killed after {killed.TotalSeconds:0.0} s, done {(clock.Elapsed - killed).TotalSeconds:0.0} s later (15 s of it the dead one's lease), peak {second.PeakMemory / 1e6:0} MB");
    }

    private async Task AskAsync((string Slug, string Email, string Password) company, string key)
    {
        await using var app = await AppProcess.StartAsync(settings);
        using var client = await app.ProgramAsync(company);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres.Superuser()) { CommandTimeout = 0 }.ConnectionString);
        var columns = (await client.GetFromJsonAsync<JsonElement>($"api/v1/datasets/{key}")).GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()).ToList();
        int At(string name) => columns.IndexOf(name) + 1;
        var table = (string)(await ScalarAsync(source, $"select 'app_data.d_' || replace(tenant_id::text, '-', '') || '_' || right(replace(load_id::text, '-', ''), 20) from app.datasets where key = '{key}'"))!;
        await ScalarAsync(source, $"create table plain as select * from {table}; alter table plain drop tenant_id; analyze plain");
        var bare = $"select date_trunc('month', c{At("ordered_on")}::timestamp), c{At("category")}, sum(c{At("amount")}) from plain group by 1, 2";
        var query = new
        {
            version = 1, chart_type = "column", dataset = key, dimensions = new object[] { new { field = "ordered_on", role = "x", grain = "month" }, new { field = "category", role = "series" } },
            measures = new[] { new { field = "amount", aggregate = "sum" } },
        };
        List<(double Bare, double App)> pairs = [];
        for (var i = 0; i < 9; i++)
        {
            var one = await TimeAsync(() => ScalarAsync(source, bare));
            pairs.Add((one, await TimeAsync(async () => (object?)await (await client.PostAsJsonAsync("api/v1/charts/render", new { query })).EnsureSuccessStatusCode().Content.ReadAsStringAsync())));
        }
        double Median(Func<(double Bare, double App), double> of) => pairs.Skip(1).Select(of).Order().ElementAt(4);
        Say("month × category, sum, over the large load", $"bare SQL {Median(pair => pair.Bare):0} ms, POST /charts/render {Median(pair => pair.App):0} ms, ratio {Median(pair => pair.App / pair.Bare):0.00}");
    }

    private string Write(int rows)
    {
        var file = Path.Combine(folder, $"{rows}.csv");
        using var text = new StreamWriter(file, append: false, new UTF8Encoding(false), 1 << 20);
        text.Write("order,ordered_on,ordered_at,region,category,product,customer,quantity,unit_price,amount,discount,returned\n");
        var begin = new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 0L; i < rows; i++)
        {
            var n = i * 2654435761L % 4294967296L;
            text.Write(string.Create(CultureInfo.InvariantCulture,
                $"ORD-{i},{begin.AddDays(n % 1400):yyyy-MM-dd},{begin.AddMinutes(n % 2_000_000):yyyy-MM-ddTHH:mm:ssZ},Region {n % 5},Category {n % 20},Product number {n % 500},Customer {n % 20_000},{n % 90},{n % 90_000},{n % 9_000_000},{n % 40 / 100m},{(n % 13 == 0 ? "yes" : "no")}\n"));
        }
        return file;
    }

    private static async Task<string> PostAsync(HttpClient client, string key, string file)
    {
        using var form = new MultipartFormDataContent { { new StringContent(key), "key" } };
        form.Add(new StreamContent(File.OpenRead(file), 1 << 16), "file", Path.GetFileName(file));
        var answer = await client.PostAsync("api/v1/datasets", form);
        return answer.Headers.Location?.ToString() ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    private static async Task EndedAsync(HttpClient client, string job, Func<double, bool> enough)
    {
        while (true)
        {
            var state = await client.GetFromJsonAsync<JsonElement>(job);
            var status = state.GetProperty("status").GetString();
            if (status == "failed") throw new InvalidOperationException(state.GetRawText());
            if (status == "done" || enough(state.GetProperty("progress").GetDouble())) return;
            await Task.Delay(100);
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        object? first = null;
        while (await reader.ReadAsync()) first ??= reader.GetValue(0);
        return first;
    }

    private static async Task<double> TimeAsync(Func<Task<object?>> act)
    {
        var clock = Stopwatch.StartNew();
        await act();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static void Say(string what, FormattableString figures) => Console.WriteLine($"{what,-44} {figures.ToString(CultureInfo.InvariantCulture)}");
}
