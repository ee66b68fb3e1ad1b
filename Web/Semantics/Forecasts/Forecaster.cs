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
    /// <summary>The figure of the same place one round before, or the last figure where there is no season.</summary>
    Naive,
}

/// <summary>One figure to come, with the ranges that hold it 80 and 95 times of 100 if the series goes on as it was.</summary>
public readonly record struct ForecastPoint(double Value, double Lower80, double Upper80, double Lower95, double Upper95);

/// <summary>The figures to come, how they were found, and how well that would have done before.</summary>
/// <param name="Test">Null where the series is too short to be tried on its own past.</param>
public sealed record Forecast(ForecastMethod Method, IReadOnlyList<ForecastPoint> Points, BackTest? Test);

/// <summary>
/// Continues a series without gaps, the oldest figure first. Which methods there are follows from the length (<see cref="MethodOf"/>), which of them is
/// used from a back-test (<see cref="BackTest"/>). The weights of a smoothing are those with the least squared one-step error, searched on a grid and then
/// refined. The ranges are the one-step errors' standard deviation times the square root of the method's spread, as if errors were normal; its degrees of
/// freedom leave out weights and first states, which were fitted too (a season of twelve costs sixteen figures), and the variance of a seasonal forecast has that
/// of its place in the season added. The same series always gives the same figures.
/// </summary>
public static class Forecaster
{
    /// <summary>With fewer figures than these there is no forecast at all.</summary>
    public const int Fewest = 3;

    /// <summary>With fewer figures than these a trend would be an accident.</summary>
    public const int FewestForTrend = 6;

    private const double Z80 = 1.2815515655446004, Z95 = 1.959963984540054;
    private static readonly double[] Levels = [0.05, 0.15, 0.3, 0.5, 0.7, 0.9], Trends = [0, 0.05, 0.15, 0.4], Seasons = [0, 0.05, 0.15, 0.4, 0.8];

    /// <summary>The richest method that so many figures allow.</summary>
    /// <param name="season">How many figures make one round; 1 where there is none.</param>
    public static ForecastMethod MethodOf(int figures, int season) =>
        season > 1 && figures >= LeastFor(ForecastMethod.Season, season) ? ForecastMethod.Season
        : figures >= FewestForTrend ? ForecastMethod.Trend : ForecastMethod.Mean;

    internal static int LeastFor(ForecastMethod method, int season) => method switch
    {
        ForecastMethod.Season => Math.Max(2 * season, FewestForTrend),
        ForecastMethod.Trend => FewestForTrend,
        _ => Fewest,
    };

    /// <summary>The series continued by the method that did best on its own past.</summary>
    /// <param name="tested">How many of the last figures the methods are tried on.</param>
    /// <exception cref="ArgumentException">There are fewer than <see cref="Fewest"/> figures.</exception>
    public static Forecast Make(IReadOnlyList<double> series, int season, int periods, int tested)
    {
        if (series.Count < Fewest) throw new ArgumentException("Too few figures.", nameof(series));
        var test = BackTest.Of(series, season, tested);
        var method = test?.Method ?? MethodOf(series.Count, season);
        return new Forecast(method, Continue(series, season, periods, method), test);
    }

    /// <exception cref="ArgumentException">There are fewer figures than the method needs.</exception>
    public static IReadOnlyList<ForecastPoint> Continue(IReadOnlyList<double> series, int season, int periods, ForecastMethod? by = null)
    {
        var method = by ?? MethodOf(series.Count, season);
        if (series.Count < LeastFor(method, season)) throw new ArgumentException("Too few figures.", nameof(series));
        if (method == ForecastMethod.Mean) return Mean(series, periods);
        if (method == ForecastMethod.Naive) return Repeated(series, season, periods);
        var round = method == ForecastMethod.Season ? season : 1;
        var fitted = new Smoothing(series, round, Fit(series, round));
        var (weights, states) = round > 1 ? (3, round + 1) : (2, 1);
        var freedom = Math.Max(1, series.Count - weights - states);
        var deviation = Math.Sqrt(fitted.Squares / freedom);
        // Each place of a season is itself known from as many figures as there are rounds.
        var unsure = round > 1 ? (double)round / series.Count : 0;
        return [.. Enumerable.Range(1, periods).Select(h => Point(fitted.Ahead(h), deviation * Math.Sqrt(fitted.Spread(h) + unsure)))];
    }

    private static ForecastPoint[] Mean(IReadOnlyList<double> series, int periods)
    {
        var mean = series.Average();
        var deviation = Math.Sqrt(series.Sum(y => (y - mean) * (y - mean)) / (series.Count - 1));
        return [.. Enumerable.Repeat(Point(mean, deviation * Math.Sqrt(1 + (1.0 / series.Count))), periods)];
    }

    // Each further round adds one more error of the same size (Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.5).
    private static ForecastPoint[] Repeated(IReadOnlyList<double> series, int season, int periods)
    {
        var back = Naive.RoundOf(series.Count, season);
        var squares = 0.0;
        for (var t = back; t < series.Count; t++) squares += (series[t] - series[t - back]) * (series[t] - series[t - back]);
        var deviation = Math.Sqrt(squares / Math.Max(1, series.Count - back));
        return [.. Enumerable.Range(1, periods).Select(h => Point(Naive.Ahead(series, series.Count, back, h), deviation * Math.Sqrt(1 + ((h - 1) / back))))];
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
