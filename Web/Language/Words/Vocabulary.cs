namespace Web.Language;

/// <summary>
/// The words of the language itself, English and Japanese, whatever the data. Each line is <c>kind value: forms</c>;
/// a form that begins with ! must be written just so, others may be inflected.
/// </summary>
internal static class Vocabulary
{
    private static readonly string[] All = [Charts, Measures, Groups, Conditions, Conversation, Courtesy.Words, Denials.Words, TableTalk.Words, UnusualWords.Words, Arrangement.Words, Arrangement.Previous, PlainTalk.Words, Encodings.Words];

    public static PhraseTrie<Word> Words { get; } = Build();

    /// <summary>The English words of it, one by one.</summary>
    public static IReadOnlySet<string> Spoken { get; } = Phrases.Spoken(All.SelectMany(t => Phrases.Table(t)).SelectMany(line => line.Forms));

    private const string Charts = """
        Chart bar: bargraph, barchart, barplot, bar chart, bar graph, bar plot, bar, barchart, bar diagram, 棒グラフ, 棒チャート, 棒, バーチャート, 横棒グラフ, 横棒, 横向き棒グラフ, 横向きの棒グラフ, 横型棒グラフ, バーグラフ, horizontal bar chart, horizontal bar graph, horizontal bar plot, horizontal bar
        Chart column: column chart, column graph, vertical bar chart, vertical bar graph, vertical bar plot, vertical bar, vertical column chart, 縦棒グラフ, 縦向き棒グラフ, 縦型棒グラフ, 縦棒, カラムチャート
        Chart line: linegraph, linechart, lineplot, line chart, line graph, line plot, line, linechart, curve, 折れ線グラフ, 折れ線, 折線グラフ, 折線, ラインチャート, 線グラフ, 折れ線チャート
        Chart pie: pie chart, pie graph, pie, piechart, 円グラフ, パイチャート, パイ
        Chart donut: donut chart, donut, doughnut chart, doughnut, ring chart, ドーナツグラフ, ドーナツチャート, ドーナツ
        Chart table: table, tabular, tabular form, tabular format, in tabular form, in a tabular form, in tabular format, in table form, in table format, table view, spreadsheet, 表, 一覧表, テーブル, 表形式, 集計表, データ表
        Chart big_number: big number, kpi, kpi card, single number, number card, scorecard, ビッグナンバー, 数字だけ, 数値だけ, 数値カード, 数字カード
        Chart area: stacked area chart, stacked area, area chart, area graph, area plot, 面グラフ, エリアチャート, エリアグラフ, 面チャート
        Chart scatter: scatter plot, scatter chart, scatter graph, scatterplot, scatter, scatter diagram, 散布図, 散布
        Chart bubble: bubble chart, bubble plot, bubble, バブルチャート, バブル
        Chart histogram: histogram, ヒストグラム, 度数分布図, 度数分布, 度数分布表
        Chart box: box of, boxes of, box plots, box plot, boxplot, box and whisker, box chart, 箱ひげ図, 箱ひげ, ボックスプロット
        Chart heatmap: heatmap, heat map, ヒートマップ
        Chart treemap: treemap, tree map, ツリーマップ
        Chart funnel: funnel chart, funnel graph, funnel plot, funnel, ファネル, ファネルチャート, ファネル図, ファネルグラフ, ファネル分析, じょうごグラフ
        Chart gauge: gauge chart, gauge, speedometer, achievement rate, ゲージ, ゲージチャート, ゲージグラフ, メーター, 達成率, 達成度
        Chart pivot: pivot table, pivot, cross tab, crosstab, cross table, cross-tab, cross tabulation, crosstabulation, contingency table, ピボットテーブル, ピボット, ピボット表, クロス集計, クロス集計表, クロス表
        Chart waterfall: waterfall chart, waterfall graph, waterfall, bridge chart, ウォーターフォール, ウォーターフォール図, ウォーターフォールチャート, ウォーターフォールグラフ, 滝グラフ, 滝チャート
        Chart radar: radar chart, radar graph, radar plot, radar, spider chart, spider graph, web chart, レーダーチャート, レーダーグラフ, レーダー, クモの巣グラフ
        Chart sankey: sankey diagram, sankey chart, sankey, flow diagram, flow of, !flow, !flows, サンキー, サンキー図, サンキーダイアグラム, 流れ, の流れ, フロー図, 流れ図
        Chart mixed: combo chart, combo, combination chart, combined chart, mixed chart, combo graph, combination graph, mixed graph, bar and line chart, bars and lines, 複合グラフ, 複合チャート, 組み合わせグラフ, 組合せグラフ, コンボチャート, コンボグラフ, 複合
        Chart forecast: forecast, forecast of, forecast for, predict, prediction, prediction of, predicted, projection, projection of, 予測, の予測, を予測, 予測グラフ, 予想, 見通し
        Visual graph: chart, graph, plot, diagram, visual, visualize, visualise, visualization, visualisation, draw, グラフ, チャート, 図, 可視化, プロット, グラフ化, 図表
        """;

    private const string Measures = """
        Aggregate sum: totaling, totalling, that total, which total, grand total, overall total, combined total, sum total, running sum of, total, sum, sum of, summed, sum up, in total, 合計, 総, 総計, 合算, トータル, 合計値, 計
        Aggregate mean: average, on avg, mean, typical, on average, averaging, averaged, that average, which average, who average, 平均, 平均値, 平均的な, 平均の
        Aggregate median: median, p50, 50th percentile, 中央値, メジアン
        Aggregate min: minimum, minimal, 最小, 最小値, 最低, 最低値, 最低額, 最小額, の最短, の最短値, の最安, の最安値, lowest value of, smallest value of, minimum value of
        Aggregate max: maximum, maximal, 最大, 最大値, 最高, 最高値, 最高額, 最大額, の最長, の最長値, highest value of, largest value of, biggest value of, maximum value of
        Aggregate stddev: standard deviation, stddev, std dev, 標準偏差
        Aggregate p25: p25, 25 percentile, lower quartile, 25th percentile, first quartile, 第1四分位
        Aggregate p75: p75, 75 percentile, upper quartile, 75th percentile, third quartile, 第3四分位
        Aggregate p90: p90, 90th pct, 90 percentile, 90th percentile, 90パーセンタイル
        Aggregate p95: p95, 95th pct, 95 percentile, 95th percentile, 95パーセンタイル
        Count count: how many, number of, count of, !count, !counts, counting, total number of, total count of, total number, no of, # of, headcount, head count, frequency, occurrence, frequencies, tally, 件数, 何件, 個数, 人数, 本数, 回数, 社数, 台数, 何人, 何社, 何本, 何回, 何個, いくつ, 店数, 便数, 総数, 総件数, 全件数, 出品点数, 展示点数, 収蔵点数, 所蔵点数, 応募点数, 作品点数, 商品点数, 頭数, カウント, 数を数え, 何名, 何台, 何種類, 何校, 何店, 何店舗, 何便, 何冊, 何枚, 何軒, 何匹, 何頭, 何曲, 何通, 何杯, 何箱, 何試合, 何チーム, 何か所, 何ヶ所, 何カ国, 何か国, 何世帯, どれくらい, どのくらい, どれだけ, 日数, 枚数, 何作品, 何行, 何例
        CountAfter count: 数, の数, count, の件数, の人数, の本数, の回数, の個数
        Distinct distinct: 重複を除いて, 重複除く, 重複を除く, 重複無し, ユニークな, distinct, unique, different, ユニーク, 重複なし, 異なる, 種類数, 種類, 重複を除いた
        DefaultMeasure money: spend, spending, sales, revenue, takings, proceeds, 売り上げ, 売上げ, 売り上げ高, 売り上げ額, 売り上げ金額, amount, value, money, size, worth, how much, turnover, 金額, 額, 総額, 売上, 売上高, 売上額, 売上金額, いくら, 実績
        Target target: target line at, a target line at, with a target line at, with target line at, target line of, a target line of, with a target line of, target line, with a target line, goal line, a goal line at, with a goal line at, 目標線, 目標ライン, 目標の線, target of, a target of, against a target of, against the target of, with a target of, target, goal of, against a goal of, with a goal of, 目標, 目標値, 目標額, 目標金額, 目標件数, ターゲット
        Ahead ahead: next, coming, upcoming, following, ahead, in the future, into the future, from now, from now on, in advance, 今後, 向こう, 先, 先の, 先まで, 将来, 将来の, これから, 以降, 分
        Share share: share, share of, percentage, percentage of, percent of, percent, as a percentage of, as a percentage, as a percentage of total, % of, % of total, proportion, proportion of, fraction of, composition, makeup, part to whole, contribution, ratio, ratio of, 割合, の割合, 構成比, 比率, シェア, 構成, 構成割合, 占める割合, パーセンテージ, 内訳, 比, 占有率, 百分率, as a percentage of the whole, as a percentage of the total, as a share of the whole, as a share of total, as a share of the total, as share of total, as share of the total, as a share, share of total, share of the total, percentage of total, percentage of the total, as % of total, as percent of total, in percent, in percentages, 何割, 何割くらい, 何割ぐらい, 何パーセント, 何パーセントくらい, 何パーセントずつ, 何割ずつ, 何%, 何%くらい, 何%ずつ, as a fraction of the total, as part of the whole, pct of, pct of total, % share, percent share
        Rate rate: !rate, !rates, 率
        Cumulative cumulative: cumulative, running total, accumulated, cumulatively, cumulative sum, running sum, accumulate, 累計, 累積, 累積値
        Change change: growth, change in, difference from previous, increase, 増減, 増減額, 伸び, 増加数
        Change change_percent: growth rate, percent change, % change, percentage change, the percentage change, the percent change, percentage change from the previous period, percentage change from the previous month, percentage change from the previous quarter, percentage change from the previous year, percent change from the previous month, percent change from the previous quarter, percent change from the previous year, the percentage change from the previous month, the percentage change from the previous quarter, the percentage change from the previous year, percentage growth, rate of change, change percent, 増減率, 成長率, 伸び率, 変化率, 増加率, change %, % change, change in percent, change in %, change rate, percent growth
        Change yoy: 前年からの伸び率, 前年からの増加率, 前年からの増減率, 前年からの変化率, yoy change, yoy growth, year on year change, year over year change, year over year growth, year on year growth
        Change mom: 前月からの伸び率, 前月からの増加率, 前月からの増減率, 前月からの変化率, month over month, mom, month on month, 前月比, 先月比, 対前月比
        Change qoq: quarter over quarter, qoq, quarter on quarter, 前四半期比, 前期比
        Change wow: week over week, wow, week on week, 前週比, 先週比
        Change dod: day over day, 前日比
        Previous previous_year: with the same quarter a year ago, the same quarter a year ago, same quarter a year ago, with the same month a year ago, the same month a year ago, same month a year ago, the same period a year ago, same period a year ago, the same quarter last year, same quarter last year, with the same quarter last year, the same quarter of last year, the same quarter of the previous year, the same month of the previous year, the same period of the previous year, same period of the previous year, with the same month a year earlier, the same month a year earlier, same month a year earlier, with the same quarter a year earlier, the same quarter a year earlier, same quarter a year earlier, compared with a year earlier, compared to a year earlier, compared with a year ago, compared to a year ago, than a year ago, than a year earlier, year over year, year on year, yoy, compared to last year, compared with last year, versus last year, vs last year, compare to last year, compare with last year, compared to the previous year, compared with the previous year, vs previous year, vs the previous year, vs prior year, against last year, with last year, same period last year, 前年比, 前年同期比, 前年同月比, 昨対, 昨年比, 前年比較, 対前年比, 対前年, 前年と比較, 昨年と比較, 前年との比較, 昨年との比較, 去年と比較, 去年との比較, 前年対比, 前年同期, 前年同月, 前年同月と比べ, 前年同月と比べて, 前年同期と比べ, 前年同期と比べて, 前年同月と比較, 前年同期と比較, 前年同月との比較, 前年同期との比較, 昨年同月, 昨年同月比, 昨年同月と比べて, 昨年同期と比べて, 去年の同じ月と比べて, 前年の同じ月と比べて, same month last year, same month of last year, the same month last year, compared to the same month last year, compared with the same month last year, vs the same month last year, 前年と比べ, 去年と比べ, 昨年と比べ, with the previous year, with previous year, with the year before, with the prior year, with prior year, to the previous year, to last year, to the prior year, against the previous year, against the year before, versus the previous year, versus the year before, vs the year before, than last year, 前年と比べて, 去年と比べて, 昨年と比べて, 前の年と比べて, 前の年と比べ, 前の年と比較, 前の年と比較して, 前の年に比べて, 前の年に比べ, その前の年と比べて, その前の年と比べ, その前の年と比較, その前の年と比較して, その前の年に比べて, その前の年に比べ, 前年度と比べて, 前年度と比べ, 前年度と比較, 前年度と比較して, 前年度に比べて, 前年度に比べ, 前の年度と比べて, 前の年度と比べ, 前の年度と比較, 前の年度と比較して, 前の年度に比べて, 前の年度に比べ, その前の年度と比べて, その前の年度と比べ, その前の年度と比較, その前の年度と比較して, その前の年度に比べて, その前の年度に比べ, 一年前と比べて, 一年前と比べ, 一年前と比較, 一年前と比較して, 一年前に比べて, 一年前に比べ, 1年前と比べて, 1年前と比べ, 1年前と比較, 1年前と比較して, 1年前に比べて, 1年前に比べ, 去年と比較して, 去年に比べて, 去年に比べ, 昨年と比較して, 昨年に比べて, 昨年に比べ, 前年と比較して, 前年に比べて, 前年に比べ, 前年度比, 対前年度比, 前年度対比, 前年度との比較, 前の年との比較, 前年より, 去年より, 昨年より, 前年度より, 前の年より
        Previous previous_period: compared to the previous period, compared to the month before, compared with the month before, vs the month before, versus the month before, compared to the quarter before, compared with the quarter before, compared to the week before, compared with the week before, compared with the previous period, compared to previous period, vs previous period, versus previous period, vs the previous period, 前期間と比較, 前の期間と比較, 前期間比, 直前の期間と比較, 前期と比較
        MovingAverage moving: moving average, rolling average, moving average line, 移動平均, 移動平均線
        Distribution distribution: distribution, distributed, spread of, 分布, ばらつき
        Relation relation: relationship, relation, correlation, correlate, correlated with, correlate with, dependence, dependency, association, associated with, link between, linked to, linked with, linkage, connection, connected to, related to, tied to, depend on, depends on, dependent on, affect, affects, affected by, influence, influences, influenced by, impact, impacts, impact of, effect of, effect, have an effect on, have an impact on, has an effect on, has an impact on, have to do with, has to do with, go together, go hand in hand, 影響, 影響する, 影響を与え, 影響を受け, 影響している, 左右, 左右され, 連動, 連動して, つながり, 結びつき, 関係が, 関係する, 関係して, 関わり, によって違う, によって変わる, によって異なる, によって違い, によって差, 関係, 関係性, 相関, 相関関係, 関連, 関連性
        Trend trend: trend, over time, time series, evolution, through time, timeline, development of, historical, progression, the course of, 推移, 時系列, トレンド, 変化, 動き, 経過, 変遷, 動向, 移り変わり, どう変わった, どう変わってる, どう変わっている, どう変化した, どう変化している, !changed, change over time, evolve, evolved, grown over, how has, how have
        Stack stacked: stacked, stack, stacking, 積み上げ, 積上げ, 積上, 積み重ね, 積み上げる, スタック, 積み上げた
        Stack percent: 100% stacked, percent stacked, 100 percent stacked, normalized, normalised, 100%積み上げ, 100%積上げ, 100%の積み上げ, 100%の積上げ, 100パーセント積み上げ, 100パーセントの積み上げ
        Stack none bar: グループ棒グラフ, グループ化棒グラフ, グループ化した棒グラフ, 横並びの棒グラフ, 横に並べた棒グラフ, grouped bars, clustered bars, grouped columns, clustered columns, grouped bar chart, grouped bar graph, grouped column chart, grouped bar, grouped column, clustered bar chart, clustered column chart, clustered bar, clustered column, side by side bar chart, side by side bar, 集合棒グラフ, 集合縦棒グラフ, 集合縦棒
        Stack none: unstacked, side by side, clustered, 積み上げなし, 横並び, 横に並べて, 横に並べ, 横に並べた, 横並びで, 並列
        """;

    private const string Groups = """
        Grain hour: hourly, hour by hour, 時間ごと, 1時間ごと, 毎時, 時間単位, 時間毎
        Grain day: daily, day by day, 日別, 日次, 日ごと, 毎日, 日毎, 日単位, 1日ごと, 日にち別, デイリー, 日付別, 日付ごと
        Grain week: weekly, week by week, 週別, 週次, 週ごと, 毎週, 週毎, 週単位, 1週間ごと, ウィークリー
        Grain month: monthly, month by month, 月別, 月次, 月ごと, 毎月, 月毎, 月単位, 1か月ごと, 1ヶ月ごと, 月間, 各月, マンスリー
        Grain quarter: quarterly, quarter by quarter, 四半期別, 四半期ごと, 毎四半期, 四半期毎, 四半期単位, 各四半期
        Grain half: half yearly, half-yearly, semiannual, semi-annual, 半期別, 半期ごと, 半年ごと, 半年別, 半期毎
        Grain year: 年々, 年を追って, yearly, annual, annually, year by year, 年別, 年ごと, 年次, 毎年, 年毎, 年単位, 年間, 各年
        Grain fiscal_year: fiscal year by fiscal year, 年度別, 年度ごと, 年度毎, 年度単位, 会計年度別, 会計年度ごと
        Grain fiscal_quarter: 会計四半期別, 会計四半期ごと
        Grain hour_of_day: hour of day, hour of the day, hours of the day, time of day, time of the day, 時間帯別, 時間帯, 時間帯ごと, 時刻別, 時刻
        Grain weekday: day of week, day of the week, days of the week, !weekday, 曜日, 曜日別, 曜日ごと, 曜日毎
        Grain day_of_month: day of month, day of the month, 日にち
        Grain month_of_year: month of year, month of the year, months of the year, calendar month, 暦月, 月の季節性, 何月
        Grain quarter_of_year: quarter of year, quarter of the year
        GrainNoun hour: hour, 時間, 時
        GrainNoun day: day, date, 日, 日付
        GrainNoun week: week, 週, 週間
        GrainNoun month: month, 月
        GrainNoun quarter: quarter, 四半期
        GrainNoun half: half year, 半期, 半年
        GrainNoun year: year, 年
        GrainNoun fiscal_year: fiscal year, financial year, 年度, 会計年度
        GrainNoun fiscal_quarter: fiscal quarter, 会計四半期
        By by: by, per, based on, based on the, based upon, as per, for each, for each different, each different, of each different, have each, have each different, by different, by the different, across each, in every, from different, from the different, for every, each, every, in each, at each, of each, within each, across, across different, for different, across all, grouped by, split between, split between the, split among, split among the, divided between, group by, grouping by, broken down by, break down by, breakdown by, in terms of, according to, as a function of, depending on, segmented by, among, in different, of different, in various, for various, over different, across the different, for the different, of the different, in the different, by each, at every, with different, among different, among the different, between different, over the different, with each, from each, for each of the, of every, per each, on each, grouping by attribute, over each
        ByAfter about: について
        ByAfter by: 別, 別に, 別の, ごと, ごとに, ごとの, 毎, 毎に, 毎の, 単位で, 単位の, 単位, で集計, でグループ化, で分類, 軸で, 各位, で数えて, で数える, で数えると, で数えた, 別に数えて, ごとに数えて, で分けて集計, の組み合わせごと, の組み合わせごとに, の組み合わせごとの, の組み合わせ別, の組み合わせ別に, の組み合わせ別の, の組合せごと, の組合せごとに, の組合せごとの, の組合せ別, 組み合わせごと, 組み合わせごとに, 組み合わせごとの, でまとめて, でまとめた, でまとめると, でまとめ, 組み合わせ別
        Bin width: bin, bins, buckets, bucket, bracket, brackets, band, bands, interval, intervals, !ranges, !range, bin width, bin size, bins of, buckets of, intervals of, steps of, !steps, increments of, increments, 刻み, きざみ, 幅, 区切り, 区分, おき, 帯, 階級, 階級別, 層, 層別, 刻みで, 幅で
        Bin beside: group, class, 別に区切
        Bin count: equal bins, equal groups, 等分, 分割, 階級に, つの階級, 区間
        Series series: color =, break it out by, break them out by, broken out by, break out by, split it out by, colour =, hue =, coloured =, colored =, color:, colour:, split by, split that by, split it by, split this by, split them by, break it down by, break that down by, break this down by, break them down by, color it by, colored with, stack it by, divide it by, divide by, separate by, separate it by, separate them by, split out by, further by, and split by, then split by, split further by, coloured by, color by, colored by, color coded by, with color by, stacked by, stack by, split into, broken out by, with a line for each, one line per, one line for each, with one line per, with separate lines for each, with separate lines for, separate line for each, separated by, with different colors for each, as series, series by, legend by, divided by, with the colour showing, with the color showing, colour showing, color showing, with colour showing, with color showing, with colour for, with color for, colour representing, color representing, with colour representing, with color representing, coloured according to, colored according to, with a different colour for each, with a different color for each, with different colours for each, with different colors for, with different colours for, with one line for each, one bar for each, one color for each, one colour for each, one series per, one series for each, hue by, with hue, shaded by, stacked with, with stacks for, as lines for each, as separate lines for each, with colour by, colour by, color coded with, and group by color, with groups for, 色を, 色は, 系列を, 系列は, 凡例を, 凡例は
        SeriesAfter series: as legend, as a legend, to legend, to the legend, in the legend, in legend, で色分け, 色分け, で色分けして, を色分け, で塗り分け, を系列に, を系列, で分割, で分けて, に分けて, 分けて, を凡例に, に分割, 線を分けて, に線を分けて, で線を分けて, 線を分け, 線で分けて, の線で, 別の線で, で色を分けて, 色を分けて, で色を変えて, 色を変えて, で分けた, に分けた, 分けた, で積み上げて, で積み上げた, as the colour of the stack, as the color of the stack, as the colour of the bars, as the color of the bars, as the colour, as the color, as colour, as color, as the legend, as the series
        And and: nor, and, as well as, along with, together with, plus, と, および, 及び, ならびに, 並びに, や, かつ, そして
        Versus versus: vs, versus, v/s, v.s., against, compared to, compared with, 対
        Contrast contrast: compare, comparing, comparison, comparison of, 比較, 比較して, 比べて, 比べたい, 比べる, 比較したい, 対比
        Which which: which single, which, who, what, where, whose, どの, どこ, 誰, だれ, どれ, どんな
        Axis x: x axis, x-axis, xaxis, horizontal axis, x軸, 横軸, axis x, x-axes, x axes, the x, x values
        Axis y: y axis, y-axis, yaxis, vertical axis, y軸, 縦軸, axis y, y-axes, y axes, the y, y values
        """;

    private const string Conditions = """
        Not not: except, except for, !outside, outside of, excluding, exclude, excludes, without, !not, other than, but not, non, is not, are not, isn't, aren't, not in, apart from, besides, !no, leaving out, outside, outside of, wasn't, weren't, doesn't, don't, didn't, was not, were not, do not, does not, did not, hasn't, haven't
        NotAfter not: は除いて, は除く, は除外, は除外して, は抜いて, は抜きで, は外して, を除く, を除いて, を除いた, 除く, 除外, を除外, を除外して, 除いて, 除いた, 以外, 以外の, ではない, でない, じゃない, を含まない, 抜き, を抜いた
        Compare >: more than, greater than, over, above, exceeding, exceed, exceeds, larger than, higher than, bigger than, upwards of, >, in excess of, better than, is over, is above
        Compare >= : at least, no less than, not less than, >=, ≥, minimum of, no fewer than, 少なくとも, 少なくても, 最低でも, 低くても, 短くても, 安くても, with no fewer than, with no less than, with not less than, but no less than, but not less than, but at least, no lower than, no smaller than, from at least, more than or equal to, more than or equals, equal to or more than, equal or more than, greater than or equal to, greater than or equals, equal to or greater than, equal or greater than, higher than or equal to, higher than or equals, equal to or higher than, equal or higher than, larger than or equal to, larger than or equals, equal to or larger than, equal or larger than
        Compare <: less than, under, below, fewer than, smaller than, lower than, <, is under, is below, worse than
        Compare <= : at most, no more than, not more than, no greater than, not over, but not more than, but no more than, but not over, and no more than, and not more than, with no more than, with not more than, with at most, 最大でも, 多くても, 高くても, 長くても, 大きくても, 重くても, せいぜい, <=, ≤, up to, maximum of, not exceeding, less than or equal to, less than or equals, equal to or less than, equal or less than, fewer than or equal to, fewer than or equals, equal to or fewer than, equal or fewer than, lower than or equal to, lower than or equals, equal to or lower than, equal or lower than, smaller than or equal to, smaller than or equals, equal to or smaller than, equal or smaller than
        Compare =: ちょうど, きっかり, ぴったり, equal to, equals, exactly, =, is equal to
        Compare != : not equal to, !=, ≠, does not equal
        Compare > age: older than
        Compare < age: younger than
        Compare > distance/dist: farther than, further than, more distant than, farther away than, further away than
        Compare < distance/dist: closer than, nearer than, closer to us than
        Compare > duration/length/distance: longer than
        Compare < duration/length/distance: shorter than
        Compare > weight: heavier than
        Compare < weight: lighter than
        Compare > height: taller than
        Compare > distance/length: farther than, further than, farther away than, further away than, more distant than
        Compare < distance/length: closer than, nearer than, closer to us than
        Compare > depth: deeper than
        Compare < depth: shallower than
        Compare > temperature: hotter than, warmer than
        Compare < temperature: colder than, cooler than
        Compare > width: wider than
        Compare < width: narrower than
        Compare > price: more expensive than, pricier than
        Compare < price: cheaper than
        Compare > speed: faster than
        Compare < speed: slower than
        CompareAfter >= : 以上, 以上の, or more, or higher, or above, or greater, or over, or older, or longer, or better, and above, and over, and up, and more, or later, or larger, or taller
        CompareAfter <= : 以下, 以下の, 以内, or less, or fewer, or lower, or below, or under, or younger, or shorter, and below, and under, or smaller, or earlier
        CompareAfter <: 未満, 未満の, を下回る, より小さい, より少ない, より低い, より安い, より若い, より短い, より軽い, に満たない, に満たなかった, 満たなかった, に届かない, に届かなかった, を切る, 下回る, を下回ってる, を下回っている, を下回った, を下回って, 下回ってる, 下回っている, 下回った, を切った, を切っている, を切ってる, を割った, を割っている, を割り込んだ, に届かない, に届かなかった, に届いていない, に達しない, に達していない, に満たなかった, に届いてない, に届かず, に達してない, に満たず
        CompareAfter >: 超, 超の, を超え, を超える, 超える, 超え, を上回る, 上回る, より大きい, より多い, より高い, より長い, より上, より重い, より年上, を超えた, を超えている, を超えてる, 超えてる, を上回った, を上回っている, を上回ってる, 上回った, 上回っている, 上回ってる, よりも大きい, よりも多い, よりも高い, よりも長い, より遅い, よりも遅い, より遠い, よりも遠い
        CompareAfter decade: 代, 代の
        CompareAfter =: に等しい, ちょうど
        Sign <: negative, below zero, less than zero, in the red, loss making, loss-making, unprofitable, losing money, マイナス, 赤字, 負の値, マイナスになっている, マイナスだった
        Sign >: positive, above zero, greater than zero, in the black, profitable, making money, プラス, 黒字, 正の値
        Beyond other: 引いた, 差し引いた, 割った, 掛けた, 足した, 減っている, 増えている, 減った, 増えた, minus, divided by, multiplied by, difference between, per capita, 一人当たり, 1人当たり, 一人あたり, 1人あたり
        Between between: between, ranging from, in the range, ranging between, in the range of
        Top top: top, first, leading, 上位, トップ, ベスト, top ranked
        Top bottom: bottom, 下位, ワースト, 最下位, !lowest ranked
        Superlative desc: single highest, single largest, single biggest, 一番たくさん, 最もたくさん, いちばんたくさん, もっとも, もっともたくさん, most, highest, largest, biggest, greatest, 番目に, 最も多い, 一番多い, いちばん多い, 最も大きい, 一番大きい, 最多, 最も, 一番, いちばん, 最大の, 最高の
        Superlative desc ?price/cost/fee/fare/rent/amount: 最も高い, 一番高い, いちばん高い
        Superlative best: the best, best, 最良の, 最も良い, 一番良い, いちばん良い, ベストな
        Superlative worst: the worst, worst, 最悪の, 最も悪い, 一番悪い, いちばん悪い
        Superlative desc age|asc time: 最も古い, 一番古い, 最古の, 最年長の, oldest, eldest, earliest
        Superlative asc age|desc time: 最も新しい, 一番若い, 最も若い, 最年少の, 一番新しい, 最新, 最新の, youngest, newest, latest, most recent
        Superlative desc count: most times, the most times, most often, most frequently, oftenest, 最も頻繁に, 一番頻繁に, most common, most popular, most frequent, 最頻, busiest, topmost, most crowded, 一番混む, 最も混む, 一番混んでいる, 一番忙しい, 最も混雑する
        Count busy: how busy, how crowded, how many there are, 混み具合, 混雑具合, 混雑状況, 忙しさ
        Superlative asc count: fewest times, the fewest times, least times, least often, least frequently, quietest, least common, least popular, rarest
        Superlative desc height: tallest, 一番背の高い
        Superlative asc height: shortest in height
        Superlative desc duration/length/distance/time/wait/delay: longest, lengthiest, 最も長い, 一番長い, 最長の
        Superlative asc duration/length/distance/time/wait/delay: shortest, briefest, 最も短い, 一番短い, 最短の
        Superlative desc weight/mass/body mass/tonnage: heaviest, 最も重い, 一番重い
        Superlative asc weight/mass/body mass/tonnage: lightest, 最も軽い, 一番軽い
        Superlative desc price/cost/fee/fare: most expensive, priciest, dearest, costliest, 最も高価な
        Superlative asc price/cost/fee/fare: cheapest, least expensive, 最も安い, 一番安い, 最安の
        Superlative desc speed/velocity/tempo/bpm|asc duration/time/delay/hours: fastest, quickest, 最も速い, 一番速い, 最速の, 一番早い, 最も早い
        Superlative asc speed/velocity/tempo/bpm|desc duration/time/delay/hours: slowest, 最も遅い, 一番遅い
        Superlative desc temperature/heat/warmth: hottest, warmest, 最も暑い, 一番暑い
        Superlative asc temperature/heat/warmth: coldest, coolest, 最も寒い, 一番寒い
        Superlative desc precipitation/rainfall/rain: wettest, rainiest
        Superlative asc precipitation/rainfall/rain: driest
        Superlative desc wind/wind speed: windiest
        Superlative desc strength/power/alcohol/abv/horsepower: strongest, most powerful
        Superlative asc strength/power/alcohol/abv/horsepower: weakest, least powerful
        Superlative desc income/salary/wealth/revenue: richest, wealthiest
        Superlative asc income/salary/wealth/revenue: poorest
        Superlative desc score/rating: best rated, highest rated, top rated, best scoring, highest scoring
        Superlative asc score/rating: worst rated, lowest rated, lowest scoring
        Superlative desc salary/income/pay: highest paid, best paid
        Superlative asc salary/income/pay: lowest paid, worst paid
        Superlative desc population: most populous, most populated
        Superlative desc distance: farthest, furthest, most distant, 最も遠い, 一番遠い
        Superlative asc distance: nearest, closest, 最も近い, 一番近い
        Superlative desc size/radius/area/volume: 最も広い, 一番広い
        Superlative asc size/radius/area/volume: 最も狭い, 一番狭い
        Superlative desc depth: deepest, 最も深い, 一番深い
        Superlative desc profit: most profitable
        Superlative asc profit: least profitable
        Superlative desc units sold/copies sold/meals sold/quantity sold/quantity/copies/数量/sales/revenue: best selling, best-selling, bestselling, top selling, top-selling, hottest selling, 売れ筋の
        Superlative desc attendance/spectators: best attended, best-attended, most attended
        Superlative asc attendance/spectators: worst attended, worst-attended, least attended
        Superlative desc hours viewed/watch time/views/viewers/plays/audience: most watched, most viewed, most played
        Superlative asc units sold/meals sold/quantity sold/quantity/数量/sales/revenue: worst selling, worst-selling, slowest selling, least selling
        Superlative asc: least, lowest, smallest, fewest, 最も少ない, 一番少ない, 最も低い, 一番低い, いちばん少ない, いちばん低い, 最も小さい, 一番小さい, 最も安価な, 最少, 最小の, 最低の
        Adjective desc: たくさん, 多い, 高い, 大きい, 長い, 重い, 遠い, 広い, 深い, 厚い, 太い, 濃い, 強い, 遠く, 広く, 多く, 大きな, 高額な, 多かった, 高かった, 大きかった, 長かった, 重かった, 高く, 大きく, 長く, 速い, 明るい
        Adjective asc: 少ない, 低い, 小さい, 短い, 軽い, 安い, 若い, 近い, 狭い, 浅い, 薄い, 細い, 弱い, 近く, 小さな, 少なかった, 低かった, 小さかった, 短かった, 安かった, 少なく, 低く, 小さく, 短く, 遅い, 暗い, 狭く
        Sort sort: sort, sorted, sorting, sort by, sorted by, order by, ordered by, !ordered, rank by, ranked by, !rank, !ranked, arrange, arranged, arrange by, arranged by, ranking by, !ordering, put in order, !order, in order of, in order by, in the order of, 並べ替え, 並べ替えて, 並べて, 並び替え, 並び替えて, ソート, 並べる, 並び順, 並べ, ランキング, ranking, rank order
        SortAfter sort: 順, 順に, 順で, の順, の順に, 順位
        Order asc: ascending, asc, ascending order, in ascending order, in asc order, low to high, from low to high, from lowest to highest, lowest first, smallest first, lowest to highest, smallest to largest, from smallest to largest, least to most, increasing, increasing order, from small to large, small to large, from least to most, from bottom to top, from the lowest to the highest, 昇順, 小さい順, 少ない順, 低い順, 安い順, 短い順, 若い順, 軽い順, 近い順, 狭い順, 浅い順, 弱い順, 薄い順, 寒い順, 昇順に, nearest first, closest first, fewest to most, from fewest to most, low to high order, worst to best, from worst to best, from smallest, from lowest, from the lowest, from the smallest, smaller first, lower first, 小さいほうから, 小さい方から, 低いほうから, 低い方から, 少ないほうから, 少ない方から
        Order desc: descending, !desc, descending order, in descending order, in desc order, high to low, from high to low, from highest to lowest, highest first, largest first, biggest first, most first, highest to lowest, largest to smallest, from largest to smallest, from large to small, most to least, most to fewest, from most to fewest, from the most to the fewest, from biggest to smallest, biggest to smallest, from best to worst, best to worst, from greatest to least, biggest on top, highest on top, largest on top, biggest at the top, highest at the top, largest at the top, biggest on the left, largest on the left, highest on the left, the biggest on the left, the highest on the left, the largest on the left, decreasing, decreasing order, from most to least, from top to bottom, from the highest to the lowest, reverse order, 降順, 大きい順, 多い順, 高い順, 長い順, 重い順, 遠い順, 広い順, 深い順, 強い順, 濃い順, 太い順, 厚い順, 暑い順, 人気順, 降順に, farthest first, furthest first, ランキング, 上位順, 高額順, most to fewest, from most to fewest, high to low order, best to worst, from best to worst, from highest, from largest, from the highest, from the largest, from biggest to smallest, biggest to smallest, larger first, higher first, 大きいほうから, 大きい方から, 高いほうから, 高い方から, 多いほうから, 多い方から
        Order alpha: alphabetical, alphabetically, in alphabetical order, alphabetical order, a to z, from a to z, a-z, by alphabet, アルファベット順, 五十音順, あいうえお順, 名前順
        Order zeta: z to a, from z to a, z-a, reverse alphabetical, reverse alphabetical order, in reverse alphabetical order
        Order time: chronological, chronologically, in chronological order, oldest to newest, 古い順, 古いものから, 日付の古い順, 日付順, 時系列順, 月順
        Order newest: newest to oldest, from newest to oldest, newest first, latest first, most recent first, newest on top, latest on top, newest at the top, latest at the top, 新しい順, 新しいものから, 新しいほうから, 最新順, 新着順, 直近順, 日付の新しい順
        Contains contains: contains, containing, including the word, を含む, が含まれる, を含んだ
        Contains starts_with: starting with, beginning with, starts with, begins with, で始まる, から始まる
        Contains ends_with: ending with, ends with, で終わる
        Null null: を付けなかった, をつけなかった, を付けていない, をつけていない, を付けてない, をつけてない, を設置していない, を導入していない, missing, blank, empty, unknown, is null, null, 未入力, 空, 空欄, 未設定, 未登録, 不明, が空, 欠損, がない, のない, がなかった, が入っていない
        NotNull not_null: を付けた, をつけた, を設置した, を導入した, not null, not empty, not blank, non-null, filled in, 入力済み, 空でない, 設定済み, がある, のある, があった, がいる, のいる, がいた, が入っている
        Equals equals: =, ==, is, are, was, were, of, :
        """;

    private const string Conversation = """
        List list: やつ全部, もの全部, ものすべて, もの全て, やつを全部, ものを全部, 全部出して, 全部見せて, 全部表示, 全部表示して, 全部出す, すべて表示, すべて出して, 全て表示, 全て見せて, 全て出して, すべて見せて, 全件表示, 残らず, list, list of, rows where, rows that, records where, records that, entries where, all rows, all records, rows in which, listing, raw data, raw rows, records, details of, detail, show all, every row, 一覧, リスト, 明細, 詳細, 生データ, 一覧で, 全件
        Only only: only, just, only for, just for, only the, filter to, filtered to, restrict to, limit to, limited to, filter by, filter on, narrow to, keep, に絞って, に絞る, に絞り込, に絞り込んで, だけ, のみ, に限定, 限定, に限って, だけに, だけの, で絞り込, で絞って, だけ表示, しぼって
        Instead instead: instead, instead of that, rather, change to, change it to, switch to, make it, make that, make this, turn it into, convert to, change, swap, replace with, use, as, にして, に変えて, に変更, に切り替え, に切り替えて, 代わりに, かわりに, 変えて, 変更, してみて, に直して, で見せて, にしてください
        Instead of: instead of, rather than, in place of, in lieu of
        Instead before: ではなく, ではなくて, じゃなく, じゃなくて, でなく, でなくて, の代わりに, のかわりに, に代えて, に代わり
        Same same: same, same thing, the same, same but, do the same, 同じ, 同様, 同じもの, 同じ条件, 同様に, 同じ条件で, 同じで
        Also also: also, as well, add, too, additionally, include, including, in addition, and also, 追加, も, 加えて, さらに, 追加して, 足して, を追加, も追加
        Remove remove: remove, drop, clear, get rid of, take out, take away, leave out, reset, undo the, no more, lose, 外して, 消して, やめて, 解除, なくして, を外す, を解除, 取り消し, を外して, を消して
        Swap swap: the other way round, the other way around, other way round, swap axes, swap the axes, swap x and y, swap rows and columns, transpose, flip, flip it, flip the axes, reverse it, reversed, invert, vice versa, 逆に, 逆にして, 逆順, 逆順に, 反対に, 入れ替え, 入れ替えて, 軸を入れ替え, 軸を入れ替えて, 行と列を入れ替え, 行と列を入れ替えて, ひっくり返して
        All time: across all seasons, over all seasons, in all seasons, of all time, all time, entire period, whole period, full period, any year, 全期間, 全ての期間, すべての期間
        All all: all, everything, any, overall, entire, すべて, 全て, 全部, 全体, 全, 全部で, 全体で, 全員で, 世界全体, 世界全体で, 世界中, 世界中で, 全世界, 全世界で
        Rows rows: row, record, entry, entries, item, case, observation, line items, 件, 行, レコード, データ件数, 名, 社, 人, 個, 本, 台, 店, 便, 回, 冊, 校, 軒, つ, 位, 種, 点, 枚, 杯, 匹, 頭, 曲, 箱, 通, 例, か所, ヶ所, カ所, 箇所, 隻, 艘, 棟, 羽, 戸
        """;

    private static PhraseTrie<Word> Build()
    {
        var trie = new PhraseTrie<Word>();
        foreach (var table in All)
        {
            foreach (var (key, forms) in Phrases.Table(table))
            {
                var split = key.IndexOf(' ', StringComparison.Ordinal);
                var kind = Enum.Parse<WordKind>(key[..split]);
                foreach (var form in forms) Add(trie, kind, key[(split + 1)..], form);
            }
        }
        trie.Add(Tokens.Of("#"), new Word(WordKind.Filler, ""));
        return trie;
    }

    private static void Add(PhraseTrie<Word> trie, WordKind kind, string value, string form)
    {
        var exact = form.Length > 1 && form[0] == '!' && form[1] != '=';
        var tokens = Tokens.Of(exact ? form[1..] : form);
        var word = new Word(kind, value, exact ? tokens[^1].Raw : kind is WordKind.Alien or WordKind.Size || NeedsRaw(form) ? tokens[0].Raw : null);
        trie.Add(tokens, word);
    }

    /// <summary>"order by" must not be heard in "orders by".</summary>
    private static bool NeedsRaw(string form) => form.StartsWith("order", StringComparison.Ordinal) || form.StartsWith("change", StringComparison.Ordinal);
}
