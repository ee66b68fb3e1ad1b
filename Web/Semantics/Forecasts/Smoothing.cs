namespace Web.Semantics.Forecasts;

/// <summary>How strongly each new figure corrects what was known: <paramref name="Level"/>, and as parts of it <paramref name="Trend"/> and <paramref name="Season"/>; all 0 to 1.</summary>
internal readonly record struct Weights(double Level, double Trend, double Season);

/// <summary>
/// Additive exponential smoothing (Holt–Winters; with a season of 1 it is Holt's): a level, a trend and a season are carried along the series
/// and corrected by each one-step error. In error form: level += α·e, trend += α·β·e, season += (1 − α)·γ·e.
/// </summary>
internal sealed class Smoothing
{
    /// <summary>The season at the beginning is the mean of so many rounds, where there are as many: two would be mostly noise.</summary>
    private const int MostFirstRounds = 4;

    private readonly IReadOnlyList<double> series;
    private readonly Weights weights;
    private readonly double[] seasons;
    private double level, trend;

    /// <param name="season">How many figures make one round; 1 for none. A season needs two rounds of figures.</param>
    public Smoothing(IReadOnlyList<double> series, int season, Weights weights)
    {
        (this.series, this.weights, seasons) = (series, weights, new double[season]);
        if (season > 1) BeginWithSeason();
        else BeginWithLine();
        for (var t = 0; t < series.Count; t++) Correct(t);
    }

    /// <summary>The sum of the squared one-step errors.</summary>
    public double Squares { get; private set; }

    /// <summary>The figure <paramref name="ahead"/> steps after the last, from 1.</summary>
    public double Ahead(int ahead) => level + (ahead * trend) + seasons[(series.Count + ahead - 1) % seasons.Length];

    /// <summary>By how much the variance of a one-step error grows until <paramref name="ahead"/> steps.</summary>
    public double Spread(int ahead)
    {
        var spread = 1.0;
        for (var j = 1; j < ahead; j++)
        {
            var carried = weights.Level + (weights.Level * weights.Trend * j) + (seasons.Length > 1 && j % seasons.Length == 0 ? (1 - weights.Level) * weights.Season : 0);
            spread += carried * carried;
        }
        return spread;
    }

    private void Correct(int t)
    {
        var place = t % seasons.Length;
        var error = series[t] - (level + trend + seasons[place]);
        level += trend + (weights.Level * error);
        trend += weights.Level * weights.Trend * error;
        if (seasons.Length > 1) seasons[place] += (1 - weights.Level) * weights.Season * error;
        Squares += error * error;
    }

    // From the first rounds: the line through their means is level and trend, what remains beside it on average the season.
    private void BeginWithSeason()
    {
        var round = seasons.Length;
        var rounds = Math.Min(series.Count / round, MostFirstRounds);
        double middle = (rounds - 1) / 2.0, mean = 0, top = 0, bottom = 0;
        for (var j = 0; j < rounds; j++)
        {
            var own = 0.0;
            for (var i = 0; i < round; i++) own += series[(j * round) + i] / round;
            (mean, top, bottom) = (mean + (own / rounds), top + ((j - middle) * own), bottom + ((j - middle) * (j - middle)));
        }
        trend = top / bottom / round;
        level = mean - (trend * ((rounds * round) + 1) / 2);
        for (var t = 0; t < rounds * round; t++) seasons[t % round] += (series[t] - level - (trend * (t + 1))) / rounds;
    }

    // The least-squares line through the first figures.
    private void BeginWithLine()
    {
        var n = Math.Min(series.Count, 10);
        double middle = (n + 1) / 2.0, mean = 0, top = 0, bottom = 0;
        for (var i = 0; i < n; i++) mean += series[i] / n;
        for (var i = 0; i < n; i++)
        {
            top += (i + 1 - middle) * (series[i] - mean);
            bottom += (i + 1 - middle) * (i + 1 - middle);
        }
        trend = bottom == 0 ? 0 : top / bottom;
        level = mean - (trend * middle);
    }
}
