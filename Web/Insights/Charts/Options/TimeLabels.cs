using System.Globalization;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>Buckets of time as people write them.</summary>
internal static class TimeLabels
{
    public static string Of(Grain grain, object value, Picture picture) => value switch
    {
        DateOnly day => Bucket(grain, day, picture),
        DateTime hour => Format(picture.OneYear ? "format_hour" : "format_hour_year", hour, picture),
        long part => Part(grain, (int)part, picture),
        _ => ResultCell.Text(value),
    };

    private static string Bucket(Grain grain, DateOnly day, Picture picture)
    {
        var (year, fiscal) = (Text(day.Year), picture.Query.Calendar);
        string Get(string key, params object[] args) => ChartsTexts.Get(key, picture.Locale, args);
        return grain switch
        {
            Grain.Month => Format(picture.OneYear ? "format_month" : "format_month_year", day.ToDateTime(TimeOnly.MinValue), picture),
            Grain.Quarter => Get("quarter", year, (day.Month + 2) / 3),
            Grain.Half => Get("half", year, Get(day.Month <= 6 ? "half_1" : "half_2")),
            Grain.Year => Get("year", year),
            Grain.FiscalYear => Get("fiscal_year", Text(fiscal.FiscalYearOf(day))),
            Grain.FiscalQuarter => Get("fiscal_quarter", Text(fiscal.FiscalYearOf(day)), ((day.Month - fiscal.FiscalYearStart + 12) % 12 / 3) + 1),
            _ => Format(picture.OneYear ? "format_day" : "format_day_year", day.ToDateTime(TimeOnly.MinValue), picture),
        };
    }

    private static string Part(Grain grain, int part, Picture picture) => grain switch
    {
        Grain.Weekday => picture.Culture.DateTimeFormat.AbbreviatedDayNames[part % 7],
        Grain.MonthOfYear => picture.Culture.DateTimeFormat.AbbreviatedMonthNames[part - 1] is var name && picture.Locale == "ja" && !name.EndsWith('月') ? name + "月" : picture.Culture.DateTimeFormat.AbbreviatedMonthNames[part - 1],
        Grain.HourOfDay => ChartsTexts.Get("hour_of_day", picture.Locale, part),
        Grain.DayOfMonth => ChartsTexts.Get("day_of_month", picture.Locale, part),
        Grain.QuarterOfYear => ChartsTexts.Get("quarter_of_year", picture.Locale, part),
        _ => ChartsTexts.Get("year", picture.Locale, Text(part)),
    };

    private static string Format(string key, DateTime time, Picture picture) => time.ToString(ChartsTexts.Get(key, picture.Locale), picture.Culture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
