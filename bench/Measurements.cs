using System.Globalization;

namespace Bench;

internal static class Measurements
{
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
            await AssistantScores.MeasureAsync(args.Contains("--held-out"));
            return;
        }
        InterpreterTimes.Measure();
        await using var world = await World.MakeAsync(Option(args, "tenants", 1000), Option(args, "deals", 200_000));
        await using var floor = await Floor.StartAsync(world);
        foreach (var (name, app, bare) in new[]
        {
            ("deals list, 50 rows", "/deals?status=open", "/list"),
            ("board", "/deals/board", "/board"),
            ("JSON list, 50 rows", "/api/v1/deals", "/json"),
            ("chart, won by month", "render", "/chart"),
        })
            await Load.CompareAsync(name, world.CallerOf(app), floor.CallerOf(bare), Option(args, "seconds", 4), Option(args, "rounds", 5));
    }

    private static int Option(string[] args, string name, int otherwise)
    {
        var at = Array.IndexOf(args, "--" + name);
        return at >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
