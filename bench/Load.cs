using System.Diagnostics;
using System.Runtime;

namespace Bench;

/// <summary>Eight callers in a closed loop, two sides in turns; what each costs in processor time and round trips besides.</summary>
internal sealed class Load(Meter meter, int seconds, int rounds)
{
    private const int Callers = 8;

    /// <param name="bytes">How long an answer of each side is.</param>
    public async Task CompareAsync(string name, Func<Task> app, Func<Task> floor, (int App, int Floor) bytes, string other = "floor")
    {
        var (trips, bare) = (await meter.TripsAsync(app), await meter.TripsAsync(floor));
        await WarmAsync(floor);
        await WarmAsync(app);
        List<(Run App, Run Floor)> pairs = [];
        for (var round = 0; round < rounds; round++)
        {
            var before = await RunAsync(floor, seconds);
            pairs.Add((await RunAsync(app, seconds), before));
        }
        Console.WriteLine(FormattableString.Invariant($"{name,-34} ratio {Median(pairs.Select(p => p.App.Rate / p.Floor.Rate)),5:0.00}   by processor time {Median(pairs.Select(p => p.Floor.Cost / p.App.Cost)),5:0.00}"));
        Print("app", pairs.Select(p => p.App), trips, bytes.App);
        Print(other, pairs.Select(p => p.Floor), bare, bytes.Floor);
    }

    /// <summary>One side for a while, for a profiler to look at; it may begin when the line is printed.</summary>
    public async Task RepeatAsync(Func<Task> call, int length)
    {
        await WarmAsync(call);
        Console.WriteLine(FormattableString.Invariant($"warm: process {Environment.ProcessId}, {length} s"));
        Print("alone", [await RunAsync(call, length)], 0, 0);
    }

    /// <summary>
    /// Until the just-in-time compiler has said what it has to say about this work. It speaks in turns, with pauses between:
    /// first it counts, then it compiles to find out more, and what it has found out it uses only the third time.
    /// </summary>
    private async Task WarmAsync(Func<Task> call)
    {
        var (turn, quiet) = (0, 0);
        while (quiet < 2 && turn++ < 30)
        {
            var before = JitInfo.GetCompiledMethodCount();
            await RunAsync(call, 2);
            quiet = JitInfo.GetCompiledMethodCount() - before < 15 ? quiet + 1 : 0;
        }
    }

    private static void Print(string side, IEnumerable<Run> runs, int trips, int bytes) => Console.WriteLine(FormattableString.Invariant(
        $"    {side,-12} {Median(runs.Select(r => r.Rate)),7:0} /s   {Median(runs.Select(r => r.App)),6:0.00} ms here   {Median(runs.Select(r => r.Database)),6:0.00} ms in the database   {trips,2} round trips   {bytes,7:#,##0} bytes"));

    private async Task<Run> RunAsync(Func<Task> call, int length)
    {
        var before = meter.Read();
        var (count, clock) = (0L, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            while (clock.Elapsed.TotalSeconds < length)
            {
                await call();
                Interlocked.Increment(ref count);
            }
        }));
        var elapsed = clock.Elapsed.TotalSeconds;
        var after = meter.Read();
        return new Run(count / elapsed, (after.Here - before.Here).TotalMilliseconds / count, (after.Database - before.Database).TotalMilliseconds / count);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <param name="App">Processor time of an answer in milliseconds: app or floor, the callers included.</param>
    private sealed record Run(double Rate, double App, double Database)
    {
        public double Cost => App + Database;
    }
}
