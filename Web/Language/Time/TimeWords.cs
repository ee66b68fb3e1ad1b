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
        this_quarter: this quarter, current quarter, 今の四半期, 今四半期, 当四半期, この四半期
        last_quarter: last quarter, previous quarter, prior quarter, 前四半期, 先四半期, 昨四半期, 前の四半期
        next_quarter: next quarter, coming quarter, 来四半期, 次の四半期, 次四半期, 翌四半期
        this_half: this half, current half, this half year, 今半期, 当半期, 今期の半期
        last_half: last half, previous half, last half year, 前半期
        next_half: next half, 来半期
        this_year: this year, current year, this calendar year, the calendar year, current calendar year, the year so far, 今年, 本年, ことし
        last_year: last year, previous year, last calendar year, prior year, the last year, 昨年, 去年, 前年, 昨年中
        next_year: next year, coming year, 来年, 翌年
        this_fiscal_year: this fiscal year, current fiscal year, this financial year, current financial year, 今年度, 本年度, 当年度, 今会計年度, 今期, 当期
        last_fiscal_year: last fiscal year, previous fiscal year, last financial year, prior fiscal year, 昨年度, 前年度, 前期, 去年度
        next_fiscal_year: next fiscal year, next financial year, 来年度, 次年度, 翌年度, 来期
        this_fiscal_quarter: this fiscal quarter, current fiscal quarter, 今会計四半期
        last_fiscal_quarter: last fiscal quarter, previous fiscal quarter, 前会計四半期
        next_fiscal_quarter: next fiscal quarter, 来会計四半期
        quarter_ago_2: quarter before last, 前々四半期, 先々四半期
        year_ago_2: year before last, 一昨年, おととし
        month_ago_2: month before last, 先々月, 前々月
        week_ago_2: week before last, 先々週, 前々週
        day_ago_2: day before yesterday, the day before yesterday, 一昨日, おととい
        fiscal_year_ago_2: fiscal year before last, 一昨年度
        ytd: since the start of the year, since the beginning of the year, since the start of this year, since the beginning of this year, from the start of the year, from the beginning of the year, since new year, year to date, ytd, 年初来, 年初から, 年初から今日まで, 年の初めから, 年初以来, 今年これまで, 今年に入って, 今年に入ってから
        qtd: quarter to date, qtd
        mtd: month to date, mtd, 月初から, 月初来
        fytd: fiscal year to date, fytd, 期初来, 年度初来, 期初から, 年度初めから, 年度初めから今日まで, 年度初めから今まで, 年度頭から, 期首から
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
        weekday 1: on monday, on mondays, monday, mondays, 月曜, 月曜日
        weekday 2: on tuesday, on tuesdays, tuesday, tuesdays, 火曜, 火曜日
        weekday 3: on wednesday, on wednesdays, wednesday, wednesdays, 水曜, 水曜日
        weekday 4: on thursday, on thursdays, thursday, thursdays, 木曜, 木曜日
        weekday 5: on friday, on fridays, friday, fridays, 金曜, 金曜日
        weekday 6: on saturday, on saturdays, saturday, saturdays, 土曜, 土曜日
        weekday 7: on sunday, on sundays, sunday, sundays, 日曜, 日曜日
        weekday 6 7: sat and sun, sat sun, saturday and sunday, saturday sunday, weekend, weekends, on weekends, at the weekend, at weekends, on the weekend, saturdays and sundays, 週末, 土日, 土曜と日曜, 土曜日と日曜日
        weekday 1 2 3 4 5: on weekdays, weekdays, during the week, on working days, 平日, working days, business days, 月曜から金曜, 月曜から金曜まで, 月曜日から金曜日, 月〜金
        month_of_year 3 4 5: in spring, in the spring, during spring, during the spring, spring months, springtime, spring season, 春, 春季, 春期, 春場
        month_of_year 6 7 8: summer, summers, in summer, in the summer, during summer, during the summer, summer months, summertime, summer season, 夏, 夏季, 夏期, 夏場
        month_of_year 9 10 11: autumn, in autumn, in the autumn, in fall, in the fall, during fall, during the fall, during autumn, during the autumn, autumn months, fall months, fall season, autumn season, 秋, 秋季, 秋期, 秋口
        month_of_year 12 1 2: winter, winters, in winter, in the winter, during winter, during the winter, winter months, wintertime, winter season, 冬, 冬季, 冬期, 冬場
        hour_of_day 0 1 2 3 4 5 6 7 8 9 10 11: before noon, before midday, 午前, 午前中, 正午前, 正午より前
        hour_of_day 12 13 14 15 16 17 18 19 20 21 22 23: after noon, since noon, 午後, 正午以降
        hour_of_day 6 7 8 9 10 11: morning, mornings, in the morning, in the mornings, during the morning
        hour_of_day 12 13 14 15 16 17: afternoon, afternoons, in the afternoon, in the afternoons, during the afternoon
        hour_of_day 18 19 20 21: evening, evenings, in the evening, in the evenings, during the evening
        hour_of_day 22 23 0 1 2 3 4 5: at night, at nighttime, nighttime, night time, overnight, during the night, in the night
        hour_of_day 0 1 2 3 4 5: after midnight, small hours, early hours, in the small hours, in the early hours
        hour_of_day 11 12 13: lunchtime, lunch time, at lunchtime, at lunch, lunch hours, 昼時, 昼どき, お昼時, ランチタイム, ランチ時
        hour_of_day 9 10 11 12 13 14 15 16 17: business hours, during business hours, office hours, working hours of the day, daytime, during the day, in the daytime, 日中, 営業時間内
        hour_of_day 6 7 8 9: 朝, 朝方, 朝の時間帯
        hour_of_day 4 5 6: 早朝, 明け方
        hour_of_day 11 12 13 14: 昼, 昼間, お昼, 昼の時間帯
        hour_of_day 15 16 17 18: 夕方, 夕刻, 夕方の時間帯
        hour_of_day 18 19 20 21 22 23: 夜, 夜間, 晩, 夜の時間帯
        hour_of_day 0 1 2 3 4: 深夜, 真夜中, 未明, 夜中, 深夜帯
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
