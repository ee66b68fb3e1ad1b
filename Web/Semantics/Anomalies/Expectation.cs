namespace Web.Semantics.Anomalies;

/// <summary>What one figure was expected to be, and whether it lies outside.</summary>
/// <param name="Score">How many robust standard deviations the figure is away from what was expected; NaN where it was not judged.</param>
public readonly record struct Expected(double Lower, double Upper, double Score)
{
    public bool IsUnusual => Math.Abs(Score) > Expectation.Threshold;
}

/// <summary>
/// Which figures of a series stand out from the others. Each is held against what the <em>others</em> lead one to expect: a level (the median of the figures around
/// it, corrected for the slope there) and, where it explains the series better, the median of the same place in the other rounds of a season. What is left is judged
/// by its robust z: the distance from the median of all distances over 1.4826 times their median absolute deviation, beyond 3.5 unusual (Iglewicz and Hoaglin, How to
/// Detect and Handle Outliers, 1993). What is found is taken out and the rest judged again, so that one great outlier hides no other and stains no neighbour (after
/// the seasonal hybrid ESD of Hochenbaum, Vallis and Kejariwal, "Automatic Anomaly Detection in the Cloud Via Statistical Learning", 2017), up to a tenth of the
/// series. A series above zero whose level grows more than threefold is judged in proportions (logarithms). On normal noise about one figure of a thousand is marked.
/// </summary>
internal sealed class Expectation
{
    /// <summary>Robust standard deviations beyond which a figure is unusual.</summary>
    public const double Threshold = 3.5;

    /// <summary>With fewer known figures nobody can tell what is usual.</summary>
    public const int Fewest = 12;

    /// <summary>With fewer rounds the place in a season says nothing.</summary>
    public const int FewestRounds = 3;

    private const double Growth = 3, Gain = 0.85, Consistent = 1.4826, MeanConsistent = 1.2533;
    private const int MostPasses = 12, Around = 10;

    private readonly double[] figures;
    private readonly bool[] odd;
    private readonly bool proportions;
    private readonly double least;

    /// <param name="series">The figures without gaps in time; NaN where one is not known or shall not be judged.</param>
    /// <param name="season">How many make a round; 1 for none.</param>
    /// <param name="whole">Whether figures are whole numbers, which differ by one at least.</param>
    public Expectation(IReadOnlyList<double> series, int season, bool whole)
    {
        var known = series.Where(y => !double.IsNaN(y)).ToList();
        (Known, odd) = (known.Count, new bool[series.Count]);
        IsSparse = known.Count(y => y == 0) * 2 > known.Count;
        proportions = known.Count > 0 && known.Min() > 0 && Levels(known) > Growth;
        (figures, least) = ([.. series.Select(y => proportions ? Math.Log(y) : y)], whole && !proportions ? 1 : 0);
        (All, var scale) = Find(1);
        if (season < 2 || known.Count < FewestRounds * season) return;
        // The season has to earn its place: it leaves less unexplained than none does.
        var seasonal = Find(season);
        if (seasonal.Scale < Gain * scale) (All, Season) = (seasonal.All, season);
    }

    public IReadOnlyList<Expected> All { get; }

    /// <summary>How many figures make a round where a season explains the series; else 1.</summary>
    public int Season { get; } = 1;
    public bool IsSeasonal => Season > 1;
    public int Known { get; }

    /// <summary>Most periods are empty, so that nothing can be expected of them.</summary>
    public bool IsSparse { get; }

    // By how much the later figures exceed the earlier ones, or the reverse: medians of the outer quarters.
    private static double Levels(List<double> known)
    {
        var quarter = Math.Max(1, known.Count / 4);
        var (first, last) = (Robust.Median([.. known.Take(quarter)]), Robust.Median([.. known.TakeLast(quarter)]));
        return Math.Max(first, last) / Math.Min(first, last);
    }

    private (Expected[] All, double Scale) Find(int season)
    {
        Array.Clear(odd);
        var most = Math.Max(1, Known / 10);
        for (var pass = 0; ; pass++)
        {
            var (all, scale) = Judge(season);
            var found = Enumerable.Range(0, all.Length).Where(t => !odd[t] && all[t].IsUnusual).OrderByDescending(t => Math.Abs(all[t].Score)).ToList();
            var room = most - odd.Count(taken => taken);
            if (pass == MostPasses || found.Count == 0 || room <= 0) return (Kept(all, most), scale);
            // The strongest only, and what is nearly as strong: the others may be its shadows.
            foreach (var t in found.Where(t => Math.Abs(all[t].Score) >= Math.Abs(all[found[0]].Score) / 2).Take(room)) odd[t] = true;
        }
    }

    /// <summary>No more than so many, the strongest.</summary>
    private static Expected[] Kept(Expected[] all, int most)
    {
        var marked = Enumerable.Range(0, all.Length).Where(t => all[t].IsUnusual).OrderByDescending(t => Math.Abs(all[t].Score)).Skip(most).ToHashSet();
        return marked.Count == 0 ? all : [.. all.Select((one, t) => marked.Contains(t) ? one with { Score = Math.CopySign(Threshold, one.Score) } : one)];
    }

    private (Expected[] All, double Scale) Judge(int season)
    {
        var level = new double[figures.Length];
        for (var t = 0; t < figures.Length; t++) level[t] = LevelAt(t, season);
        var centre = new double[figures.Length];
        for (var t = 0; t < figures.Length; t++) centre[t] = level[t];
        for (var place = 0; place < season && season > 1; place++) AddPlace(centre, level, place, season);
        var left = Enumerable.Range(0, figures.Length).Where(t => Usable(t) && !double.IsNaN(centre[t])).Select(t => figures[t] - centre[t]).ToArray();
        if (left.Length < Fewest / 2) return ([.. figures.Select(_ => new Expected(double.NaN, double.NaN, double.NaN))], double.PositiveInfinity);
        var middle = Robust.Median(left);
        double[] away = [.. left.Select(r => Math.Abs(r - middle))];
        var scale = Consistent * Robust.Median([.. away]);
        if (scale == 0) scale = Math.Max(MeanConsistent * away.Average(), least); // more than half are just as expected
        return ([.. figures.Select((y, t) => One(y, centre[t] + middle, scale))], scale);
    }

    private Expected One(double y, double centre, double scale)
    {
        if (double.IsNaN(y) || double.IsNaN(centre)) return new Expected(double.NaN, double.NaN, double.NaN);
        var (lower, upper) = (centre - (Threshold * scale), centre + (Threshold * scale));
        var score = scale > 0 ? (y - centre) / scale : Math.Abs(y - centre) > 1e-9 * Math.Max(1, Math.Abs(centre)) ? Math.CopySign(2 * Threshold, y - centre) : 0;
        return proportions ? new Expected(Math.Exp(lower), Math.Exp(upper), score) : new Expected(lower, upper, score);
    }

    private bool Usable(int t) => !odd[t] && !double.IsNaN(figures[t]);

    /// <summary>The level at a place, of the figures around it without its own: their median after the slope is taken out.</summary>
    private double LevelAt(int t, int season)
    {
        // A whole round and no more, so that each place of the season has one voice.
        var width = season > 1 ? season : Math.Min(Around + 1, figures.Length);
        var first = Math.Clamp(t - (width / 2), 0, Math.Max(0, figures.Length - width));
        var around = Enumerable.Range(first, Math.Min(width, figures.Length)).Where(u => u != t && Usable(u)).ToList();
        if (around.Count == 0) return double.NaN;
        var slope = season > 1 ? SeasonalSlope(t, season) : Slope(around);
        return Robust.Median([.. around.Select(u => figures[u] - (slope * (u - t)))]);
    }

    /// <summary>The median slope between pairs (Theil and Sen).</summary>
    private double Slope(List<int> around)
    {
        var slopes = new List<double>(around.Count * around.Count / 2);
        for (var i = 0; i < around.Count; i++)
            for (var j = i + 1; j < around.Count; j++) slopes.Add((figures[around[j]] - figures[around[i]]) / (around[j] - around[i]));
        return slopes.Count == 0 ? 0 : Robust.Median([.. slopes]);
    }

    /// <summary>The median step from one round to the next around a place.</summary>
    private double SeasonalSlope(int t, int season)
    {
        var steps = new List<double>();
        for (var u = Math.Max(0, t - (2 * season)); u + season < figures.Length && u <= t + season; u++)
            if (u != t && u + season != t && Usable(u) && Usable(u + season)) steps.Add((figures[u + season] - figures[u]) / season);
        return steps.Count == 0 ? 0 : Robust.Median([.. steps]);
    }

    /// <summary>How far a place of the season lies from its level as a rule: for each figure the median of the same place in the other rounds.</summary>
    private void AddPlace(double[] centre, double[] level, int place, int season)
    {
        var rounds = new List<(double Off, int At)>();
        for (var t = place; t < figures.Length; t += season)
            if (Usable(t) && !double.IsNaN(level[t])) rounds.Add((figures[t] - level[t], t));
        rounds.Sort();
        var ranks = rounds.Select((one, rank) => (one.At, rank)).ToDictionary(pair => pair.At, pair => pair.rank);
        for (var t = place; t < figures.Length; t += season)
        {
            var own = ranks.TryGetValue(t, out var rank) ? rank : rounds.Count;
            var others = rounds.Count - (own < rounds.Count ? 1 : 0);
            double Other(int i) => rounds[i < own ? i : i + 1].Off;
            centre[t] += others < 2 ? double.NaN : others % 2 == 1 ? Other(others / 2) : (Other((others / 2) - 1) + Other(others / 2)) / 2;
        }
    }
}
