using System.Globalization;
using Web.Ui;
using Calendar = Web.Kernel.Calendar;

namespace Web.Tests.Ui;

public sealed class DaysTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero); // noon in Tokyo
    private static readonly Calendar Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), 4);

    private static Days In(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return new Days(Tokyo, Now);
    }

    [Theory]
    [InlineData("ja", -2, "2日超過")]
    [InlineData("ja", -1, "昨日")]
    [InlineData("ja", 0, "今日")]
    [InlineData("ja", 1, "明日")]
    [InlineData("ja", 4, "11/24")]
    [InlineData("ja", 400, "2027-12-25")]
    [InlineData("en", -2, "2 days late")]
    [InlineData("en", 4, "24 Nov")]
    public void Due_days_say_how_near_they_are(string language, int days, string words)
    {
        var said = In(language);
        Assert.Equal(words, said.Due(said.Today.AddDays(days)));
    }

    [Theory]
    [InlineData("ja", 0, "たった今")]
    [InlineData("ja", 12, "12分前")]
    [InlineData("ja", 168, "09:12")]
    [InlineData("ja", 24 * 60, "昨日")]
    [InlineData("ja", 3 * 24 * 60, "火曜")]
    [InlineData("ja", 8 * 24 * 60, "11/12")]
    [InlineData("en", 12, "12 min ago")]
    public void Ages_are_counted_in_the_companys_zone(string language, int minutes, string words) => Assert.Equal(words, In(language).Ago(Now.AddMinutes(-minutes)));

    [Fact]
    public void A_day_has_its_title()
    {
        var said = In("ja");
        Assert.Equal(("11月20日", "金曜日", "火"), (said.Title(said.Today), said.Weekday(said.Today), said.ShortWeekday(said.Today.AddDays(4))));
        Assert.Equal("昨日 23:30", said.At(new DateTimeOffset(2026, 11, 19, 14, 30, 0, TimeSpan.Zero)));
        Assert.Equal("12/20 09:30", said.At(new DateTimeOffset(2026, 12, 20, 0, 30, 0, TimeSpan.Zero)));
    }
}
