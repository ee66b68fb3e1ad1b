using System.Globalization;
using Calendar = Web.Kernel.Calendar;

namespace Web.Ui;

/// <summary>Days and ages as people read them, in the language of the request and the zone of the company.</summary>
public sealed class Days(Calendar calendar, DateTimeOffset now)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private readonly bool japanese = Locales.Current == "ja";

    public DateOnly Today { get; } = calendar.DateOf(now);

    /// <summary>11/24, 24 Nov; with its year when that is far away.</summary>
    public string Short(DateOnly day) =>
        Math.Abs(day.DayNumber - Today.DayNumber) > 300 ? Iso(day) : japanese ? $"{day.Month}/{day.Day}" : day.ToString("d MMM", English);

    /// <summary>2026-11-24, for tables, facts and machines.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>11月20日, 20 November: the title of a day.</summary>
    public string Title(DateOnly day) => japanese ? $"{day.Month}月{day.Day}日" : day.ToString("d MMMM", English);

    /// <summary>金曜日, Friday.</summary>
    public string Weekday(DateOnly day) => japanese ? $"{Kanji(day)}曜日" : day.DayOfWeek.ToString();

    /// <summary>火, Tue.</summary>
    public string ShortWeekday(DateOnly day) => japanese ? Kanji(day).ToString() : day.ToString("ddd", English);

    /// <summary>When something is due: 2日超過, 昨日, 今日, 明日, 11/24 火.</summary>
    public string Due(DateOnly day, bool weekday = false) => (day.DayNumber - Today.DayNumber) switch
    {
        < -1 => japanese ? $"{Today.DayNumber - day.DayNumber}日超過" : $"{Today.DayNumber - day.DayNumber} days late",
        -1 => japanese ? "昨日" : "yesterday",
        0 => japanese ? "今日" : "today",
        1 when !weekday => japanese ? "明日" : "tomorrow",
        _ => weekday ? $"{Short(day)} {ShortWeekday(day)}" : Short(day),
    };

    public bool IsLate(DateOnly? day) => day < Today;

    /// <summary>How many days ago it was, by the company's calendar.</summary>
    public int DaysSince(DateTimeOffset instant) => Today.DayNumber - calendar.DateOf(instant).DayNumber;

    /// <summary>How long ago: 12分前, 09:12, 昨日, 火曜, 11/12.</summary>
    public string Ago(DateTimeOffset instant)
    {
        var day = calendar.DateOf(instant);
        var minutes = (int)(now - instant).TotalMinutes;
        return (Today.DayNumber - day.DayNumber) switch
        {
            <= 0 when minutes < 1 => japanese ? "たった今" : "just now",
            <= 0 when minutes < 60 => japanese ? $"{minutes}分前" : $"{minutes} min ago",
            <= 0 => Clock(instant),
            1 => japanese ? "昨日" : "yesterday",
            < 7 => japanese ? $"{Kanji(day)}曜" : day.ToString("dddd", English)[..3],
            _ => Short(day),
        };
    }

    /// <summary>The moment itself: 11:46, 昨日 17:20, 11/18 14:10.</summary>
    public string At(DateTimeOffset instant) => DaysSince(instant) switch
    {
        0 => Clock(instant),
        1 => $"{(japanese ? "昨日" : "yesterday")} {Clock(instant)}",
        _ => $"{Short(calendar.DateOf(instant))} {Clock(instant)}",
    };

    public DateOnly DateOf(DateTimeOffset instant) => calendar.DateOf(instant);

    private string Clock(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, calendar.Zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static char Kanji(DateOnly day) => "日月火水木金土"[(int)day.DayOfWeek];
}
