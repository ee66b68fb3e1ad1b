namespace Web.Semantics.Forecasts;

/// <summary>How a series is continued.</summary>
public enum ForecastMethod
{
    /// <summary>Fewer than <see cref="Forecaster.FewestForTrend"/> figures: their mean.</summary>
    Mean,
    /// <summary>Holt's linear trend.</summary>
    Trend,
    /// <summary>Additive Holt–Winters; the series holds at least two rounds of the season.</summary>
    Season,
}

/// <summary>One figure to come, with the ranges that hold it 80 and 95 times of 100 if the series goes on as it was.</summary>
public readonly record struct ForecastPoint(double Value, double Lower80, double Upper80, double Lower95, double Upper95);

/// <summary>
/// Continues a series without gaps, the oldest figure first. The method follows from the length alone (<see cref="MethodOf"/>); the weights are those with
/// the least squared one-step error, searched on a grid and then refined. The ranges are the one-step errors' standard deviation times the
/// square root of the method's spread, as if errors were normal. The same series always gives the same figures.
/// </summary>
public static class Forecaster
{
    /// <summary>With fewer figures than these there is no forecast at all.</summary>
    public const int Fewest = 3;

    /// <summary>With fewer figures than these a trend would be an accident.</summary>
    public const int FewestForTrend = 6;

    private const double Z80 = 1.2815515655446004, Z95 = 1.959963984540054;
    private static readonly double[] Levels = [0.05, 0.15, 0.3, 0.5, 0.7, 0.9], Trends = [0, 0.05, 0.15, 0.4], Seasons = [0, 0.05, 0.15, 0.4, 0.8];

    /// <param name="season">How many figures make one round; 1 where there is none.</param>
    public static ForecastMethod MethodOf(int figures, int season) =>
        season > 1 && figures >= Math.Max(2 * season, FewestForTrend) ? ForecastMethod.Season
        : figures >= FewestForTrend ? ForecastMethod.Trend : ForecastMethod.Mean;

    /// <exception cref="ArgumentException">There are fewer than <see cref="Fewest"/> figures.</exception>
    public static IReadOnlyList<ForecastPoint> Continue(IReadOnlyList<double> series, int season, int periods)
    {
        if (series.Count < Fewest) throw new ArgumentException("Too few figures.", nameof(series));
        var method = MethodOf(series.Count, season);
        if (method == ForecastMethod.Mean) return Mean(series, periods);
        var round = method == ForecastMethod.Season ? season : 1;
        var fitted = new Smoothing(series, round, Fit(series, round));
        var freedom = Math.Max(1, series.Count - (round > 1 ? 3 : 2));
        var deviation = Math.Sqrt(fitted.Squares / freedom);
        return [.. Enumerable.Range(1, periods).Select(h => Point(fitted.Ahead(h), deviation * Math.Sqrt(fitted.Spread(h))))];
    }

    private static ForecastPoint[] Mean(IReadOnlyList<double> series, int periods)
    {
        var mean = series.Average();
        var deviation = Math.Sqrt(series.Sum(y => (y - mean) * (y - mean)) / (series.Count - 1));
        return [.. Enumerable.Repeat(Point(mean, deviation * Math.Sqrt(1 + (1.0 / series.Count))), periods)];
    }

    private static ForecastPoint Point(double value, double deviation) =>
        new(value, value - (Z80 * deviation), value + (Z80 * deviation), value - (Z95 * deviation), value + (Z95 * deviation));

    internal static Weights Fit(IReadOnlyList<double> series, int season)
    {
        double Squares(Weights weights) => new Smoothing(series, season, weights).Squares;
        var candidates = from level in Levels from trend in Trends from round in season > 1 ? Seasons : [0] select new Weights(level, trend, round);
        var best = candidates.MinBy(Squares);
        var least = Squares(best);
        for (var step = 0.1; step > 0.005; step /= 2)
        {
            foreach (var near in Near(best, step, season > 1))
            {
                if (Squares(near) is var squares && squares < least) (best, least) = (near, squares);
            }
        }
        return best;
    }

    private static IEnumerable<Weights> Near(Weights at, double step, bool seasonal)
    {
        static double Within(double weight, double least) => Math.Clamp(weight, least, 0.99);
        foreach (var by in new[] { -step, step })
        {
            yield return at with { Level = Within(at.Level + by, 0.01) };
            yield return at with { Trend = Within(at.Trend + by, 0) };
            if (seasonal) yield return at with { Season = Within(at.Season + by, 0) };
        }
    }
}
