using System.Globalization;
using Web.Language;

namespace Web.Tests.Language;

/// <summary>Today is Friday, 20 November 2026; fiscal years begin in April.</summary>
public sealed class TimeTests
{
    [Theory]
    [InlineData("this month", "this_month")]
    [InlineData("last quarter", "last_quarter")]
    [InlineData("next year", "next_year")]
    [InlineData("this fiscal year", "this_fiscal_year")]
    [InlineData("last 90 days", "last_90_days")]
    [InlineData("the past 6 months", "last_6_months")]
    [InlineData("in the last two years", "last_2_years")]
    [InlineData("2024", "2024")]
    [InlineData("in 2023", "2023")]
    [InlineData("Q3 2023", "2023-Q3")]
    [InlineData("third quarter of 2023", "2023-Q3")]
    [InlineData("2023 Q3", "2023-Q3")]
    [InlineData("H1 2024", "2024-H1")]
    [InlineData("first half of 2024", "2024-H1")]
    [InlineData("March 2024", "2024-03")]
    [InlineData("Mar. 2024", "2024-03")]
    [InlineData("in March", "2026-03")]
    [InlineData("in December", "2025-12")]
    [InlineData("March last year", "2025-03")]
    [InlineData("2024-03", "2024-03")]
    [InlineData("FY2024", "FY2024")]
    [InlineData("fiscal year 2024", "FY2024")]
    [InlineData("2 months ago", "2026-09")]
    [InlineData("3 years ago", "2023")]
    [InlineData("今月", "this_month")]
    [InlineData("先月", "last_month")]
    [InlineData("今四半期", "this_quarter")]
    [InlineData("昨年度", "last_fiscal_year")]
    [InlineData("今期", "this_fiscal_year")]
    [InlineData("直近6か月", "last_6_months")]
    [InlineData("過去30日間", "last_30_days")]
    [InlineData("直近3ヶ月", "last_3_months")]
    [InlineData("2024年", "2024")]
    [InlineData("２０２４年３月", "2024-03")]
    [InlineData("2024年度", "FY2024")]
    [InlineData("令和6年", "2024")]
    [InlineData("令和6年度", "FY2024")]
    [InlineData("令和元年", "2019")]
    [InlineData("平成30年", "2018")]
    [InlineData("R6年", "2024")]
    [InlineData("2023年第3四半期", "2023-Q3")]
    [InlineData("2024年上半期", "2024-H1")]
    [InlineData("昨年3月", "2025-03")]
    [InlineData("去年の12月", "2025-12")]
    [InlineData("一昨年", "2024")]
    [InlineData("3月", "2026-03")]
    public void A_period_is_a_word_of_the_contract(string text, string word) => Assert.Equal(word, Read(text).Word);

    [Theory]
    [InlineData("since 2024", "2024-01-01", null)]
    [InlineData("after 2020", "2021-01-01", null)]
    [InlineData("before 2000", null, "1999-12-31")]
    [InlineData("until March 2024", null, "2024-03-31")]
    [InlineData("from March to May 2024", "2024-03-01", "2024-05-31")]
    [InlineData("between 2010 and 2020", "2010-01-01", "2020-12-31")]
    [InlineData("2010 to 2015", "2010-01-01", "2015-12-31")]
    [InlineData("from 2024-03-05 to 2024-04-01", "2024-03-05", "2024-04-01")]
    [InlineData("Jan-Mar 2024", "2024-01-01", "2024-03-31")]
    [InlineData("yesterday", "2026-11-19", "2026-11-19")]
    [InlineData("March 5, 2024", "2024-03-05", "2024-03-05")]
    [InlineData("year to date", "2026-01-01", "2026-11-20")]
    [InlineData("the 1990s", "1990-01-01", "1999-12-31")]
    [InlineData("the nineties", "1990-01-01", "1999-12-31")]
    [InlineData("昨日", "2026-11-19", "2026-11-19")]
    [InlineData("2020年以降", "2020-01-01", null)]
    [InlineData("2020年以前", null, "2020-12-31")]
    [InlineData("2020年より前", null, "2019-12-31")]
    [InlineData("2024年3月まで", null, "2024-03-31")]
    [InlineData("2024年3月から", "2024-03-01", null)]
    [InlineData("2024年3月から5月まで", "2024-03-01", "2024-05-31")]
    [InlineData("3月から5月", "2026-03-01", "2026-05-31")]
    [InlineData("2020〜2023年", "2020-01-01", "2023-12-31")]
    [InlineData("2024年3月5日", "2024-03-05", "2024-03-05")]
    [InlineData("2024年度第1四半期", "2024-04-01", "2024-06-30")]
    [InlineData("今年度上期", "2026-04-01", "2026-09-30")]
    [InlineData("90年代", "1990-01-01", "1999-12-31")]
    [InlineData("3日前", "2026-11-17", "2026-11-17")]
    [InlineData("8月中旬", "2026-08-11", "2026-08-20")]
    [InlineData("先月の前半", "2026-10-01", "2026-10-15")]
    [InlineData("2024年2月下旬", "2024-02-21", "2024-02-29")]
    [InlineData("the second half of June", "2026-06-16", "2026-06-30")]
    [InlineData("early September 2025", "2025-09-01", "2025-09-10")]
    [InlineData("until the end of July", null, "2026-07-31")]
    [InlineData("since the beginning of May 2026", "2026-05-01", null)]
    public void A_stretch_of_days_has_its_ends(string text, string? from, string? to)
    {
        var phrase = Read(text);
        Assert.Null(phrase.Word);
        Assert.Equal((Date(from), Date(to)), (phrase.Days.From, phrase.Days.To));
    }

    [Theory]
    [InlineData("may")]
    [InlineData("march on")]
    [InlineData("second")]
    [InlineData("12345")]
    [InlineData("2024年99月99日")]
    [InlineData("Feb 31, 2024 to")]
    public void Other_words_are_no_time_or_a_part_that_exists(string text)
    {
        var found = new TimeGrammar(Tokens.Of(text), Corpus.Calendar, Corpus.Today).At(0);
        Assert.True(found is null || found.Value.End < Tokens.Of(text).Count || text.StartsWith("2024", StringComparison.Ordinal));
    }

    private static TimePhrase Read(string text)
    {
        var tokens = Tokens.Of(text);
        var found = new TimeGrammar(tokens, Corpus.Calendar, Corpus.Today).At(0);
        var inner = found ?? new TimeGrammar(tokens, Corpus.Calendar, Corpus.Today).At(1);
        Assert.NotNull(inner);
        Assert.Equal(tokens.Count, inner.Value.End);
        return inner.Value.Phrase;
    }

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
