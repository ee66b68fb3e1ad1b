namespace Web.Language;

/// <summary>The fixed expressions of time. A value is a period word, or one that <see cref="TimePieces"/> works out.</summary>
internal static class TimeWords
{
    public static PhraseTrie<string> Relative { get; } = Build(RelativeTable);

    public static PhraseTrie<string> Units { get; } = Build(UnitTable);

    /// <summary>1–12 for January–December in English.</summary>
    public static IReadOnlyDictionary<string, int> Months { get; } = BuildMonths();

    public static PhraseTrie<string> Parts { get; } = Build(PartTable);

    private const string RelativeTable = """
        today: today, 今日, 本日, きょう
        yesterday: yesterday, 昨日, きのう, 前日
        tomorrow: tomorrow, 明日, あした
        this_week: this week, current week, 今週
        last_week: last week, previous week, the last week, prior week, 先週, 前週, 前の週
        next_week: next week, coming week, 来週, 翌週
        this_month: this month, current month, 今月, 当月, 本月
        last_month: last month, previous month, the last month, prior month, 先月, 前月, 前の月
        next_month: next month, coming month, 来月, 翌月
        this_quarter: this quarter, current quarter, 今四半期, 当四半期, この四半期
        last_quarter: last quarter, previous quarter, prior quarter, 前四半期, 先四半期, 昨四半期, 前の四半期
        next_quarter: next quarter, coming quarter, 来四半期, 次の四半期, 次四半期, 翌四半期
        this_half: this half, current half, this half year, 今半期, 当半期, 今期の半期
        last_half: last half, previous half, last half year, 前半期
        next_half: next half, 来半期
        this_year: this year, current year, the year so far, 今年, 本年, ことし
        last_year: last year, previous year, prior year, the last year, 昨年, 去年, 前年, 昨年中
        next_year: next year, coming year, 来年, 翌年
        this_fiscal_year: this fiscal year, current fiscal year, this financial year, 今年度, 本年度, 当年度, 今会計年度, 今期, 当期
        last_fiscal_year: last fiscal year, previous fiscal year, last financial year, prior fiscal year, 昨年度, 前年度, 前期, 去年度
        next_fiscal_year: next fiscal year, next financial year, 来年度, 次年度, 翌年度, 来期
        this_fiscal_quarter: this fiscal quarter, current fiscal quarter, 今会計四半期
        last_fiscal_quarter: last fiscal quarter, previous fiscal quarter, 前会計四半期
        next_fiscal_quarter: next fiscal quarter, 来会計四半期
        year_ago_2: year before last, 一昨年, おととし
        month_ago_2: month before last, 先々月, 前々月
        week_ago_2: week before last, 先々週, 前々週
        day_ago_2: day before yesterday, the day before yesterday, 一昨日, おととい
        fiscal_year_ago_2: fiscal year before last, 一昨年度
        ytd: year to date, ytd, 年初来, 年初から, 今年これまで, 今年に入って
        qtd: quarter to date, qtd
        mtd: month to date, mtd, 月初から, 月初来
        fytd: fiscal year to date, fytd, 期初来, 年度初来, 期初から
        last_6_months: past half year, last half a year, 直近半年, 過去半年, この半年, ここ半年, 直近の半年
        last_1_years: past year, the past year, last twelve months, 直近一年, 過去一年, この一年, ここ一年
        last_1_months: past month, the past month
        last_1_weeks: past week, the past week
        fiscal_first_half: 上期, 年度上期, 今年度上期, 今期上期, 今年度の上期
        fiscal_second_half: 下期, 年度下期, 今年度下期, 今期下期, 今年度の下期
        first_half: first half of the year, first half of this year, 上半期, 今年上半期, 今年の上半期
        second_half: second half of the year, second half of this year, 下半期, 今年下半期, 今年の下半期
        last_first_half: first half of last year, 昨年上半期, 昨年の上半期, 去年の上半期
        last_second_half: second half of last year, 昨年下半期, 昨年の下半期, 去年の下半期
        """;

    private const string UnitTable = """
        day: day, 日, 日間, 日分
        week: week, 週, 週間, 週間分
        month: month, か月, ヶ月, カ月, ヵ月, ケ月, 箇月, か月間, ヶ月間, カ月間, ヵ月間, ヶ月分, か月分, 月間
        quarter: quarter, 四半期, 四半期間
        year: year, 年, 年間, 年分, か年, ヶ年, カ年
        """;

    private const string PartTable = """
        weekday 1: on monday, on mondays, 月曜, 月曜日
        weekday 2: on tuesday, on tuesdays, 火曜, 火曜日
        weekday 3: on wednesday, on wednesdays, 水曜, 水曜日
        weekday 4: on thursday, on thursdays, 木曜, 木曜日
        weekday 5: on friday, on fridays, 金曜, 金曜日
        weekday 6: on saturday, on saturdays, 土曜, 土曜日
        weekday 7: on sunday, on sundays, 日曜, 日曜日
        weekday 6 7: weekend, weekends, on weekends, 週末, 土日
        weekday 1 2 3 4 5: on weekdays, 平日, working days, business days
        """;

    private static PhraseTrie<string> Build(string table)
    {
        var trie = new PhraseTrie<string>();
        foreach (var (key, forms) in Phrases.Table(table))
        {
            foreach (var form in forms) trie.Add(Tokens.Of(form), key);
        }
        return trie;
    }

    private static Dictionary<string, int> BuildMonths()
    {
        string[] names = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
        var months = new Dictionary<string, int>(StringComparer.Ordinal) { ["sept"] = 9 };
        for (var i = 0; i < 12; i++)
        {
            months[names[i]] = i + 1;
            months[names[i][..3]] = i + 1;
        }
        return months;
    }
}
