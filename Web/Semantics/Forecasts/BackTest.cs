namespace Web.Semantics.Forecasts;

/// <summary>How far off forecasts were on average.</summary>
/// <param name="Mean">The mean absolute error (MAE), in the figures' own unit.</param>
/// <param name="Percent">
/// The same as a percentage of the mean absolute figure of the stretch (Kolassa and Schütz, "Advantages of the MAD/Mean ratio over the MAPE", Foresight 6, 2007):
/// unlike MAPE and sMAPE it stands figures near zero. Null where all figures are zero.
/// </param>
/// <param name="Scaled">The mean absolute scaled error (MASE; Hyndman and Koehler, "Another look at measures of forecast accuracy", International Journal of
/// Forecasting 22, 2006): 1 is as good as repeating the round before inside the first known stretch. Null where that never erred.</param>
public sealed record ForecastError(double Mean, double? Percent, double? Scaled);

/// <summary>
/// A trial on the series' own past with rolling origin (Tashman, "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting 16, 2000):
/// from before the last <see cref="Periods"/> figures on, each origin sees only what came before it and forecasts all that is left of them. The method with the
/// least mean absolute error is used; at equal errors the richer one.
/// </summary>
/// <param name="Periods">How many of the last figures were forecast.</param>
/// <param name="Method">The method that did best.</param>
/// <param name="Rival">The yardstick's error; where the yardstick won, that of the best other method.</param>
/// <param name="RivalMethod">Whose error <paramref name="Rival"/> is.</param>
public sealed record BackTest(int Periods, ForecastMethod Method, ForecastError Error, ForecastMethod RivalMethod, ForecastError Rival)
{
    private const int FewestPeriods = 3, MostPeriods = 24;

    internal static BackTest? Of(IReadOnlyList<double> series, int season, int tested)
    {
        var richest = Forecaster.MethodOf(series.Count, season);
        if (richest == ForecastMethod.Mean) return null;
        var periods = Math.Min(Math.Min(Math.Max(tested, FewestPeriods), MostPeriods), series.Count - Forecaster.LeastFor(richest, season));
        if (periods < FewestPeriods) return null;
        ForecastMethod[] methods = richest == ForecastMethod.Season ? [ForecastMethod.Season, ForecastMethod.Trend, ForecastMethod.Naive] : [ForecastMethod.Trend, ForecastMethod.Naive];
        var errors = methods.Select(method => (Method: method, Error: ErrorOf(series, season, periods, method))).ToList();
        var (best, least) = errors[0];
        // What differs in the last digits only is equal.
        foreach (var (method, error) in errors.Skip(1))
            if (error.Mean < least.Mean * (1 - 1e-9) - 1e-9) (best, least) = (method, error);
        var rival = best == ForecastMethod.Naive ? errors.Where(e => e.Method != best).MinBy(e => e.Error.Mean) : errors[^1];
        return new BackTest(periods, best, least, rival.Method, rival.Error);
    }

    private static ForecastError ErrorOf(IReadOnlyList<double> series, int season, int periods, ForecastMethod method)
    {
        double off = 0, size = 0;
        var pairs = 0;
        for (var origin = series.Count - periods; origin < series.Count; origin++)
        {
            var ahead = Ahead(series, season, origin, series.Count - origin, method);
            for (var h = 0; h < ahead.Count; h++, pairs++)
            {
                off += Math.Abs(series[origin + h] - ahead[h]);
                size += Math.Abs(series[origin + h]);
            }
        }
        var unit = UnitOf(series, season, series.Count - periods);
        return new ForecastError(off / pairs, size > 0 ? 100 * off / size : null, unit > 0 ? off / pairs / unit : null);
    }

    private static List<double> Ahead(IReadOnlyList<double> series, int season, int origin, int periods, ForecastMethod method)
    {
        if (method == ForecastMethod.Naive) return [.. Enumerable.Range(1, periods).Select(h => Naive.Ahead(series, origin, Naive.RoundOf(origin, season), h))];
        var round = method == ForecastMethod.Season ? season : 1;
        double[] known = [.. series.Take(origin)];
        var fitted = new Smoothing(known, round, Forecaster.Fit(known, round));
        return [.. Enumerable.Range(1, periods).Select(fitted.Ahead)];
    }

    private static double UnitOf(IReadOnlyList<double> series, int season, int known)
    {
        var round = Naive.RoundOf(known, season);
        return Enumerable.Range(round, known - round).Average(t => Math.Abs(series[t] - series[t - round]));
    }
}
