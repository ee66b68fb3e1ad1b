using System.Globalization;

namespace Web.Language;

/// <summary>Something that holds of a reading, and how much of it.</summary>
internal readonly record struct Trait(string Name, double Value = 1);

/// <summary>
/// How much each trait says, learnt from requests whose answers are known (<c>bench -- learn</c>): a line holds a trait and its weight. What is
/// weighed sums up to the logarithm of its odds.
/// </summary>
internal sealed class Weights(IReadOnlyDictionary<string, double> weights)
{
    public static Weights OfSureness { get; } = Read("sureness");

    public static Weights OfSettling { get; } = Read("settling");

    public double Of(IEnumerable<Trait> traits) => traits.Sum(trait => weights.GetValueOrDefault(trait.Name) * trait.Value);

    /// <summary>The share of each of several ways, among which is none of them with the sum 0.</summary>
    public static double[] SharesOf(IReadOnlyList<double> sums)
    {
        var most = Math.Max(0, sums.DefaultIfEmpty(0).Max());
        var whole = Math.Exp(-most) + sums.Sum(sum => Math.Exp(sum - most));
        return [.. sums.Select(sum => Math.Exp(sum - most) / whole)];
    }

    private static Weights Read(string name)
    {
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream($"weights/{name}.txt") ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToDictionary(line => line[0], line => double.Parse(line[1], CultureInfo.InvariantCulture), StringComparer.Ordinal));
    }
}
