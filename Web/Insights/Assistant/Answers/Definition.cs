using System.Globalization;
using Microsoft.Extensions.Localization;
using Web.Insights.Charts;
using Web.Insights.Charts.Options;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Answers;

/// <summary>What the figures of a chart are: how each is worked out, of which rows, in whose time, as of when, and whether these are all.</summary>
internal static class Definition
{
    public static IReadOnlyList<(string Term, IReadOnlyList<string> Texts)> Of(ChartAnswer answer, Picture picture, IStringLocalizer<AnswerTexts> texts)
    {
        var (reader, result, contract) = (answer.Reader, answer.Result, picture.Query.Dataset.Contract);
        var names = new Names(contract, reader.Locale, reader.Calendar, reader.Today);
        var asOf = TimeZoneInfo.ConvertTime(result.AsOf, reader.Calendar.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var count = result.RowCount.ToString("#,##0", ChartsTexts.Culture(reader.Locale));
        return
        [
            (texts["About.Data"], [contract.TitleIn(reader.Locale)]),
            (texts["About.Measure"], [.. answer.Query.Measures.Select(measure => Measure(measure, contract, names, texts))]),
            (texts["About.Filters"], answer.Query.Filters.Count == 0 ? [texts["About.Filters.None"]] : [.. answer.Query.Filters.Select(names.Filter)]),
            (texts["About.Zone"], [reader.Calendar.Zone.Id]),
            (texts["About.AsOf"], result.Cached ? [asOf, texts["About.Cached"]] : [asOf]),
            (texts["About.Rows"], [result.TruncatedAt is null ? count : texts["About.Cut", count].Value]),
        ];
    }

    private static string Measure(ChartMeasure measure, DatasetContract contract, Names names, IStringLocalizer<AnswerTexts> texts)
    {
        var unit = measure.Field is { } field && contract.Find(field) is { } column ? column.Currency ?? column.Unit : null;
        var said = names.Measure(measure) + (unit is null || measure.Aggregate is Aggregates.Count or Aggregates.CountDistinct ? "" : $" ({unit})");
        return contract.FindMeasure(measure.Aggregate)?.Expression is { } expression ? texts["About.Named", said, expression] : said;
    }
}
