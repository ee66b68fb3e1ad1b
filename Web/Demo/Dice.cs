namespace Web.Demo;

/// <summary>Chance that falls the same way each time: the same seed, the same company.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) / (double)(1UL << 53);
    }

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + (int)(Next() * (most - least + 1));

    public bool Chance(double probability) => Next() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[Between(0, from.Count - 1)];

    public T Pick<T>(IReadOnlyList<T> from, Func<T, double> weight)
    {
        var left = Next() * from.Sum(weight);
        foreach (var one in from)
            if ((left -= weight(one)) < 0) return one;
        return from[^1];
    }

    /// <summary>Mostly small, sometimes large: between the two, on a logarithmic scale.</summary>
    public double Spread(double least, double most) => least * Math.Pow(most / least, (Next() + Next()) / 2);
}
