using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Access;
using Web.Access.Sessions;
using Web.Data;
using Web.Insights.Datasets;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Values;
using Web.Language;
using Web.Tenancy;

namespace Bench;

/// <summary>How long a request is read among 20 uploaded datasets of 50 fields with a million distinct values, the look-up of values included.</summary>
internal sealed class ValueTimes(World world, Visitor big)
{
    private const int Datasets = 20, Labels = 25, Rounds = 25;

    private static readonly string[] Requests =
    [
        "sum of metric 3 by label 7 per month in 2024", "label 5 別の metric 2 の合計", "top 10 label 4 by metric 9 where label 2 is maker 1 2 1017 works",
        "show me the number of rows for each label 1 in a bar chart, and could you order by the y-axis from high to low?", "今年の月別の metric 12 の平均を折れ線で",
        "average metric 5 last 90 days by week for Maker 7 24 1500 Works", "第3の20の777工業の metric 1 の月別の推移", "metric 7 vs metric 8",
    ];

    public static async Task MeasureAsync(int values)
    {
        await using var world = await World.MakeAsync(1, 1000, null);
        await new ValueTimes(world, await world.VisitAsync("big")).RunAsync(values / Datasets / Labels);
    }

    private async Task RunAsync(int each)
    {
        var clock = Stopwatch.StartNew();
        for (var n = 0; n < Datasets; n++) await LoadAsync(n, each);
        Say("loaded", $"{Datasets} datasets, {clock.Elapsed.TotalSeconds:0.0} s");
        await using var source = NpgsqlDataSource.Create(world.Bare);
        await using (var size = source.CreateCommand("select count(*) || ' values, ' || pg_size_pretty(pg_total_relation_size('app.dataset_values')) from app.dataset_values"))
            Say("kept in the database", $"{await size.ExecuteScalarAsync()}");
        await FillAgainAsync();
        var before = Memory();
        clock.Restart();
        await ReadAsync(Requests[0]);
        Say("first request", $"{clock.Elapsed.TotalMilliseconds:0} ms");
        foreach (var words in Requests.Concat(Requests)) await ReadAsync(words);
        Say("memory", $"{before / 1e6:0} MB before, {Memory() / 1e6:0} MB with everything known");
        List<(double Catalogue, double LookUp, double Reading)> times = [];
        var lookUps = Requests.ToDictionary(words => words, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
            foreach (var words in Requests)
            {
                times.Add(await ReadAsync(words));
                lookUps[words].Add(times[^1].LookUp);
            }
        Print("catalogue and look-up", times.Select(time => time.LookUp));
        Print("of it the catalogue", times.Select(time => time.Catalogue));
        Print("reading", times.Select(time => time.Reading));
        foreach (var (words, took) in lookUps) Print("  " + words[..Math.Min(36, words.Length)], took);
        Print("1 000 fields, 1 000 000 values", times.Select(time => time.LookUp + time.Reading));
    }

    /// <summary>The catalogue alone, then with the look-up, then the reading.</summary>
    private async Task<(double Catalogue, double LookUp, double Reading)> ReadAsync(string words)
    {
        await using var services = world.Services.CreateAsyncScope();
        var scope = services.ServiceProvider.GetRequiredService<TenantScope>();
        await services.ServiceProvider.GetRequiredService<EnteredTenant>().EnterAsync(big.Tenant, services.ServiceProvider.GetRequiredService<TenantDirectory>(), scope, default);
        services.ServiceProvider.GetRequiredService<CurrentMember>().Be(new SignedIn(Guid.Empty, "", "", Role.Owner, "en", "", Guid.Empty, SessionKind.Program));
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        var datasets = services.ServiceProvider.GetRequiredService<PermittedDatasets>();
        await using var work = await db.BeginAsync(readOnly: true, default);
        var start = Stopwatch.GetTimestamp();
        await datasets.CatalogAsync(default);
        var catalogue = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        var catalog = await datasets.CatalogAsync(words, default);
        var lookUp = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await work.CommitAsync(default);
        start = Stopwatch.GetTimestamp();
        Interpreter.Read(new Request(words, "en", [.. catalog.Contracts], new Web.Kernel.Calendar(TimeZoneInfo.Utc, 4), new DateOnly(2026, 11, 20)) { Found = catalog.Found });
        return (catalogue, lookUp, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    /// <summary>The values of one dataset once more, alone.</summary>
    private async Task FillAgainAsync()
    {
        await using var services = world.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(big.Tenant);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, default);
        var dataset = await db.UploadedDatasets.FirstAsync(one => one.Key == "set_0");
        await ValueFilling.RemoveAsync(db, dataset.LoadId!.Value, default);
        var clock = Stopwatch.StartNew();
        await ValueFilling.FillAsync(db, dataset, dataset.LoadId!.Value, default);
        Say("filling one dataset", $"{dataset.LookedUp.Length} columns, {clock.Elapsed.TotalSeconds:0.00} s");
    }

    private async Task LoadAsync(int n, int each)
    {
        var text = new StringBuilder("made_on," + string.Join(',', Enumerable.Range(0, 24).Select(i => $"metric_{i}")) + "," + string.Join(',', Enumerable.Range(0, Labels).Select(i => $"label_{i}")) + "\n");
        for (var row = 0; row < each; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"2024-{1 + row % 12:00}-{1 + row % 28:00}");
            for (var i = 0; i < 24; i++) text.Append(CultureInfo.InvariantCulture, $",{row % 89 + i}.5");
            for (var i = 0; i < Labels; i++) text.Append(',').Append(row % 3 == 0 ? $"第{n}の{i}の{row}工業" : $"Maker {n} {i} {row} Works");
            text.Append('\n');
        }
        using var form = new MultipartFormDataContent { { new StringContent($"set_{n}"), "key" } };
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString())), "file", $"set_{n}.csv");
        var answer = await big.Client.PostAsync("api/v1/datasets", form);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        if (answer.Headers.Location is not { } job || answer.StatusCode != System.Net.HttpStatusCode.Accepted) return;
        while ((await big.Client.GetFromJsonAsync<JsonElement>(job)).GetProperty("status").GetString() is var status && status != "done")
        {
            if (status == "failed") throw new InvalidOperationException("A load failed.");
            await Task.Delay(50);
        }
    }

    private static long Memory()
    {
        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static void Print(string what, IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        Say(what, $"p50 {sorted[sorted.Length / 2]:0.0} ms   p95 {sorted[sorted.Length * 95 / 100]:0.0} ms   ({sorted.Length} requests)");
    }

    private static void Say(string what, FormattableString figures) => Console.WriteLine($"{what,-40} {figures.ToString(CultureInfo.InvariantCulture)}");
}
