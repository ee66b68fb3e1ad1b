using Web.Language;

namespace Bench;

/// <summary>
/// Weights for traits under which the right ways are likely: among the ways of a request and none of them, the share of each is the exponential of
/// its sum. Adaptive steps (Duchi, Hazan, Singer 2011), weights held small; the same examples give the same weights.
/// </summary>
internal static class Fit
{
    private const int Rounds = 30, Seed = 7;
    private const double Step = 0.12, Shrink = 0.004;
    /// <summary>What an invention costs more than another error.</summary>
    private const double Invention = 4;

    public static IReadOnlyDictionary<string, double> Of(IReadOnlyList<Weighed> examples)
    {
        var traits = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = examples.Select(example => (Ways: example.Ways.Select(way => (way.Right, Numbered: Numbered(way.Traits, traits))).ToList(), Cost: example is { MustAsk: true, Kind: Examples.Settling } ? Invention : 1)).ToList();
        var (weights, moved) = (new double[traits.Count], new double[traits.Count]);
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (ways, cost) in all.OrderBy(_ => random.Next()).ToList()) Learn(ways, cost, weights, moved);
        }
        return traits.ToDictionary(trait => trait.Key, trait => weights[trait.Value], StringComparer.Ordinal);
    }

    private static void Learn(List<(bool Right, (int Trait, double Value)[] Numbered)> ways, double cost, double[] weights, double[] moved)
    {
        var shares = Weights.SharesOf([.. ways.Select(way => way.Numbered.Sum(trait => weights[trait.Trait] * trait.Value))]);
        var right = ways.Zip(shares).Where(pair => pair.First.Right).Sum(pair => pair.Second);
        var slope = new Dictionary<int, double>();
        foreach (var (way, share) in ways.Zip(shares))
        {
            var wanted = way.Right ? share / Math.Max(right, 1e-9) : 0;
            foreach (var (trait, value) in way.Numbered) slope[trait] = slope.GetValueOrDefault(trait) + (cost * (share - wanted) * value);
        }
        foreach (var (trait, along) in slope)
        {
            var by = along + (Shrink * weights[trait]);
            moved[trait] += by * by;
            weights[trait] -= Step * by / Math.Sqrt(moved[trait] + 1e-6);
        }
    }

    private static (int, double)[] Numbered(IReadOnlyList<Trait> found, Dictionary<string, int> traits) =>
        [.. found.GroupBy(trait => trait.Name, StringComparer.Ordinal).Select(same =>
        {
            if (!traits.TryGetValue(same.Key, out var number)) traits[same.Key] = number = traits.Count;
            return (number, same.Sum(trait => trait.Value));
        })];
}
