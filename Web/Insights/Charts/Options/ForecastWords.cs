using Web.Semantics;
using Web.Semantics.Forecasts;

namespace Web.Insights.Charts.Options;

/// <summary>How a forecast was made, and how far off it would have been before, in sentences.</summary>
internal static class ForecastWords
{
    public static IEnumerable<string> Of(Picture picture)
    {
        if (picture.Result.Forecast is not { } note) yield break;
        string Get(string key, params object[] args) => ChartsTexts.Get(key, picture.Locale, args);
        yield return Get("note_forecast_" + note.Method.ToString().ToLowerInvariant(), note.Periods, note.Season, Repeated(note, picture));
        if (note.BackTest is { } test) yield return Get("back_test", Get("span_" + Span(picture), test.Periods), Error(test.Error, picture), Name(test.RivalMethod, note, picture), Error(test.Rival, picture));
        else if (note.Method != ForecastMethod.Mean) yield return Get("back_test_none");
    }

    private static string Name(ForecastMethod method, ForecastNote note, Picture picture) =>
        method == ForecastMethod.Naive ? Repeated(note, picture) : ChartsTexts.Get("method_" + method.ToString().ToLowerInvariant(), picture.Locale);

    /// <summary>What is repeated: the year before where a whole one was known, else the last value.</summary>
    private static string Repeated(ForecastNote note, Picture picture) => ChartsTexts.Get(note.Season > 1 && note.Periods - (note.BackTest?.Periods ?? 0) > note.Season ? picture.Query.Dimensions[0].Grain switch
    {
        Grain.Hour => "naive_hour",
        Grain.Day => "naive_day",
        _ => "naive_year",
    } : "naive_last", picture.Locale);

    private static string Span(Picture picture) => picture.Query.Dimensions[0].Grain switch
    {
        Grain.Hour => "hour",
        Grain.Day => "day",
        Grain.Week => "week",
        Grain.Month => "month",
        Grain.Quarter or Grain.FiscalQuarter => "quarter",
        Grain.Half => "half",
        _ => "year",
    };

    private static string Error(ForecastError error, Picture picture) => error.Percent is { } percent
        ? percent.ToString(percent < 10 ? "0.#" : "0", picture.Culture) + "%" : picture.Figure(1, error.Mean);
}
