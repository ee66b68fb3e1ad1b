using System.Globalization;

namespace Bench;

internal static class Measurements
{
    private const string Chart =
        """
        {"query":{"version":1,"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"closed_on","role":"x","grain":"month"}],
         "measures":[{"field":"amount","aggregate":"sum"}],"filters":[{"field":"status","op":"=","value":"won"}]}}
        """;

    private static async Task Main(string[] args)
    {
        if (args.Contains("storage"))
        {
            await StorageDesigns.MeasureAsync(Option(args, "rows", 1_000_000), Option(args, "datasets", 20_000));
            return;
        }
        if (args.Contains("uploads"))
        {
            await Uploads.MeasureAsync(Option(args, "rows", 1_000_000));
            return;
        }
        if (args.Contains("assistant"))
        {
            await AssistantScores.MeasureAsync(args.Contains("--held-out"), Word(args, "from"));
            return;
        }
        if (args.Contains("learn"))
        {
            await Learning.RunAsync(args.Contains("--only-look"));
            return;
        }
        if (args.Contains("gather"))
        {
            await Examples.GatherAsync(Word(args, "into")!, double.Parse(Word(args, "forget")!, CultureInfo.InvariantCulture), Word(args, "from"));
            return;
        }
        if (args.Contains("signin"))
        {
            await SignIns.MeasureAsync(Option(args, "rounds", 25));
            return;
        }
        if (args.Contains("values"))
        {
            await ValueTimes.MeasureAsync(Option(args, "values", 1_000_000));
            return;
        }
        var only = Word(args, "only");
        if (only is null) InterpreterTimes.Measure();
        await using var world = await World.MakeAsync(Option(args, "tenants", 1000), Option(args, "deals", 200_000), Word(args, "world"));
        var big = await world.VisitAsync("big");
        await using var floor = await Floor.StartAsync(world, big, args.Contains("--peer"), args.Contains("--kept"));
        using var meter = await Meter.OfAsync(world.Bare);
        var load = new Load(meter, Option(args, "seconds", 4), Option(args, "rounds", 5));
        foreach (var (name, path, bare) in new[]
        {
            ("deals list, 50 rows", "deals?status=open", "list"), ("fragment, 50 rows", await big.MoreAsync("deals?status=open"), "rows"),
            ("board, 250 cards", "deals/board", "board"), ("cards, 50 of a column", await big.MoreAsync("deals/board"), "cards"), ("JSON list, 50 deals", "api/v1/deals", "json"),
        })
        {
            if (only is not null && !name.StartsWith(only, StringComparison.Ordinal)) continue;
            if (Option(args, "alone", 0) is > 0 and var alone) await load.RepeatAsync(big.Get(path), alone);
            else await load.CompareAsync(name, big.Get(path), floor.Get(bare), ((await big.Client.GetByteArrayAsync(path)).Length, (await floor.BytesAsync(bare)).Length));
        }
        if (only is null or "companies") await CompareCompaniesAsync(world, load, Option(args, "tenants", 1000));
        if (only is null or "chart") await load.CompareAsync("chart, won by month", big.Post("api/v1/charts/render", Chart), floor.Get("chart"), (0, (await floor.BytesAsync("chart")).Length));
    }

    /// <summary>The last company of many beside the first, of the same size.</summary>
    private static async Task CompareCompaniesAsync(World world, Load load, int tenants)
    {
        var (first, last) = (await world.VisitAsync("small-1"), await world.VisitAsync($"small-{tenants}"));
        foreach (var (name, path) in new[] { ("deals list", "deals?status=open"), ("JSON list", "api/v1/deals") })
            await load.CompareAsync($"{name}, company {tenants} and 1", last.Get(path), first.Get(path), ((await last.Client.GetByteArrayAsync(path)).Length, (await first.Client.GetByteArrayAsync(path)).Length), "company 1");
    }

    private static int Option(string[] args, string name, int otherwise) => Word(args, name) is { } word ? int.Parse(word, CultureInfo.InvariantCulture) : otherwise;

    private static string? Word(string[] args, string name)
    {
        var at = Array.IndexOf(args, "--" + name);
        return at >= 0 ? args[at + 1] : null;
    }
}
