using System.Diagnostics;

namespace Bench;

/// <summary>Eight callers in a closed loop, the floor and the app in turns.</summary>
internal static class Load
{
    private const int Callers = 8;

    public static async Task CompareAsync(string name, Func<Task> app, Func<Task> floor, int seconds, int rounds)
    {
        await RunAsync(app, 2);
        await RunAsync(floor, 1);
        List<(double App, double Floor)> pairs = [];
        for (var round = 0; round < rounds; round++)
        {
            var bare = await RunAsync(floor, seconds);
            pairs.Add((await RunAsync(app, seconds), bare));
        }
        Console.WriteLine(FormattableString.Invariant(
            $"{name,-40} app {Median(pairs.Select(p => p.App)),8:0} /s   floor {Median(pairs.Select(p => p.Floor)),8:0} /s   ratio {Median(pairs.Select(p => p.App / p.Floor)),5:0.00}   ({rounds} rounds of {seconds} s)"));
    }

    private static async Task<double> RunAsync(Func<Task> call, int seconds)
    {
        var (count, clock) = (0L, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                await call();
                Interlocked.Increment(ref count);
            }
        }));
        return count / clock.Elapsed.TotalSeconds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
