using System.Diagnostics;
using System.Globalization;
using Web.Language;
using Web.Tests.Support;

namespace Bench;

/// <summary>Makes the weights of <c>Web/Language/Weighing</c> anew from the corpora, and says how well weights do on tables that they were not learnt from.</summary>
internal static class Learning
{
    private const int Parts = 5;
    // How much of the vocabulary is forgotten: a table that is new is read as one whose words were never written down.
    private static readonly double[] Forgotten = [0, 0.3, 0.5, 0.7];

    public static async Task RunAsync(bool onlyLook)
    {
        List<Weighed> all = [];
        foreach (var share in Forgotten) all.AddRange(await GatherAsync(share));
        Say(all.FindAll(one => one.Kind == Examples.Sureness), Examples.Sureness, SayCalibration);
        Say(all.FindAll(one => one.Kind == Examples.Settling), Examples.Settling, SaySettled);
        if (onlyLook) return;
        foreach (var kind in new[] { Examples.Sureness, Examples.Settling })
        {
            var weights = Fit.Of(all.FindAll(one => one.Kind == kind)).OrderBy(weight => weight.Key, StringComparer.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(SourceTree.Root, "Web", "Language", "Weighing", $"{kind}.txt"), string.Concat(weights.Select(weight => string.Create(CultureInfo.InvariantCulture, $"{weight.Key}\t{weight.Value:0.00}\n"))));
        }
    }

    /// <summary>What is forgotten is forgotten by a whole process.</summary>
    private static async Task<List<Weighed>> GatherAsync(double share)
    {
        var file = Path.GetTempFileName();
        using (var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Learning).Assembly.Location, "gather", "--into", file, "--forget", share.ToString(CultureInfo.InvariantCulture)]))!)
        {
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) throw new InvalidOperationException($"Nothing was gathered with {share:P0} forgotten.");
        }
        List<Weighed> read = [.. Examples.Read(file)];
        File.Delete(file);
        return read;
    }

    private static void Say(List<Weighed> examples, string kind, Action<List<(double Share, bool Right)>> say)
    {
        List<string> tables = [.. examples.Select(one => one.Table).Distinct().Order(StringComparer.Ordinal)];
        var judged = new List<(double, bool)>();
        for (var part = 0; part < Parts; part++)
        {
            var apart = tables.Where((_, i) => i % Parts == part).ToHashSet(StringComparer.Ordinal);
            var weights = new Weights(Fit.Of(examples.FindAll(one => !apart.Contains(one.Table))));
            judged.AddRange(examples.Where(one => apart.Contains(one.Table)).Select(one => Judged(one, weights)));
        }
        Console.WriteLine($"\n{kind}: {judged.Count} over {tables.Count} tables, weighed by what the other tables taught\n");
        say(judged);
    }

    private static (double Share, bool Right) Judged(Weighed one, Weights weights)
    {
        var shares = Weights.SharesOf([.. one.Ways.Select(way => weights.Of(way.Traits))]);
        var best = one.Ways.Zip(shares).GroupBy(pair => pair.First.Chart, StringComparer.Ordinal).Select(same => (Share: same.Sum(pair => pair.Second), same.First().First.Right)).MaxBy(chart => chart.Share);
        return best;
    }

    private static void SayCalibration(List<(double Share, bool Right)> judged)
    {
        foreach (var (from, to) in new[] { (0, 0.5), (0.5, 0.75), (0.75, 0.9), (0.9, 1.01) })
        {
            var within = judged.FindAll(one => one.Share >= from && one.Share < to);
            Console.WriteLine(FormattableString.Invariant($"sure {from:0.00} to {Math.Min(1, to):0.00}: {within.Count,6} readings, {(double)within.Count(one => one.Right) / Math.Max(1, within.Count):P0} right"));
        }
    }

    private static void SaySettled(List<(double Share, bool Right)> judged)
    {
        foreach (var least in new[] { 0.3, 0.4, 0.5, 0.6 })
        {
            var settled = judged.FindAll(one => one.Share >= least);
            Console.WriteLine(FormattableString.Invariant($"settled from {least:0.0}: {settled.Count(one => one.Right),5} right, {settled.Count(one => !one.Right),5} wrong, {judged.Count - settled.Count,5} asked"));
        }
    }
}
