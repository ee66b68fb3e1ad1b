using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace Bench;

/// <summary>Twenty people sign in at once, again and again, each in a company of their own: how long they wait, and what it takes.</summary>
internal static class SignIns
{
    private const int Callers = 20, Warm = 2;

    /// <param name="rounds">Sign-ins of each; an account has thirty in ten minutes.</param>
    public static async Task MeasureAsync(int rounds)
    {
        await using var world = await World.MakeAsync(Callers, 1000, null);
        using var process = Process.GetCurrentProcess();
        var people = Enumerable.Range(1, Callers).Select(n => (Client: world.Knock($"small-{n}"), Email: $"owner@small-{n}.example")).ToList();
        for (var i = 0; i < Warm; i++) await Task.WhenAll(people.Select(person => TryAsync(person.Client, person.Email)));
        GC.Collect();
        process.Refresh();
        var (before, cpu, most, clock) = (process.WorkingSet64, process.TotalProcessorTime, 0L, Stopwatch.StartNew());
        var tries = await Task.WhenAll(people.Select(async person =>
        {
            List<(double Milliseconds, HttpStatusCode Status)> own = [];
            for (var i = 0; i < rounds; i++)
            {
                own.Add(await TryAsync(person.Client, person.Email));
                InterlockedMax(ref most, Environment.WorkingSet);
            }
            return own;
        }));
        var elapsed = clock.Elapsed;
        process.Refresh();
        var all = tries.SelectMany(own => own).ToList();
        var times = all.Where(one => one.Status == HttpStatusCode.OK).Select(one => one.Milliseconds).Order().ToList();
        Console.WriteLine(FormattableString.Invariant($"sign-in, {Callers} at once, {all.Count} in {elapsed.TotalSeconds:0.0} s ({all.Count / elapsed.TotalSeconds:0} /s), {Environment.ProcessorCount} processors"));
        Console.WriteLine(FormattableString.Invariant($"    p50 {At(times, 0.5):0} ms   p95 {At(times, 0.95):0} ms   p99 {At(times, 0.99):0} ms   longest {times[^1]:0} ms   refused {all.Count - times.Count}"));
        Console.WriteLine(FormattableString.Invariant($"    {(process.TotalProcessorTime - cpu).TotalMilliseconds / all.Count:0.0} ms of processor time here for each, callers included"));
        Console.WriteLine(FormattableString.Invariant($"    working set {before / 1048576.0:0} MiB before, {most / 1048576.0:0} MiB at most meanwhile"));
    }

    private static async Task<(double, HttpStatusCode)> TryAsync(HttpClient client, string email)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsJsonAsync("api/v1/tenant/auth/login", new { email, password = World.Password });
        await answer.Content.ReadAsByteArrayAsync();
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, answer.StatusCode);
    }

    private static double At(List<double> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];

    private static void InterlockedMax(ref long most, long now)
    {
        for (var seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
            if (Interlocked.CompareExchange(ref most, now, seen) == seen) return;
    }
}
