namespace Web.Language;

/// <summary>How people put a request to a colleague: orders and bounds in everyday words, and what is said around them.</summary>
internal static class PlainTalk
{
    public const string Words = """
        Swap order: 並び順を逆に, 並び順を逆にして, 並びを逆に, 並びを逆にして, 順番を逆に, 順番を逆にして, 順序を逆に, 順序を逆にして, 逆の順に, 逆の順番に, 逆の順番で, 逆の順で, reverse the order, reverse order, in reverse order, flip the order, turn the order around, the other order
        Order desc: from many to few, many to few, from most to fewest, from the most to the fewest, from the most to the least, from most to least, 良い順, 良い順に, よい順, よい順に, いい順, いい順に, 良いほうから, 良い方から, 上から多い順, highest at the left, the highest at the left, biggest number first, highest number first, the biggest number first, from far to near, far to near, oldest at the bottom, biggest at first, largest at first, highest at first, most at first, the most at first, biggest ones first, highest ones first
        Order asc: from the low to the high, from the low to high, from few to many, few to many, from fewest to most, from the fewest to the most, from the least to the most, from least to most, 悪い順, 悪い順に, わるい順, 悪いほうから, 悪い方から, from near to far, near to far, smallest at first, lowest at first, fewest at first, poorest first, weakest first
        Order time: oldest first, earliest first, in date order, in order of date, by date order, listed in date order, in time order, 日付の早い順, 日付の早い順に, 日付が古い順, 日付が古い順に, 古い日付から, 古いほうから, 古い方から, 日付の若い順
        Order newest: most recent at the top, most recent on top, most recent at top, latest at top, newest at top, 日付が新しい順, 日付が新しい順に, 新しい日付から, 新しい方から, 新しい順番, 新しい順番に, 新しい月から, 新しい月が上, 新しいものが上, 新しい日が上
        Superlative asc ?price/cost/fee/fare/rent/amount: いちばん安い
        Superlative desc: いちばん大きい, いちばん長い
        Superlative asc: いちばん小さい, いちばん短い, 最下位の, weakest
        Contrast contrast: separately, seperately, kept apart, taken separately, each separately, a line for, one line for
        Grain month_of_year: seasonality, the seasonality, seasonal pattern, seasonal patterns
        Filler season: !who asked for, !that asked for, !inside
        Superlative best: 最も優れた, 一番いい, いちばんいい, 最もいい, 最もよい, 一番よい, いちばんよい
        Superlative worst: 一番わるい, いちばんわるい
        Superlative desc price/cost/fee/fare/amount: the dearest
        Superlative desc deaths/fatalities/casualties/killed/victims/dead/lives lost: deadliest
        Compare >: !topped, !topping, !tops, beyond, upward of, surpassing, surpasses, surpassed, north of, is more than, was over, were over, was above, came to more than
        Compare >= : min., no smaller than, at the least, 最低
        Compare <: short of, south of, is less than, was under, was below, came to less than
        Compare <= : max., no bigger than, no larger than, no higher than, no longer than, at the most, up to and including, at the very most, 最高でも
        CompareAfter >= : or upwards, or upward, and beyond, を下回らない, を割らない, 以上にのぼる, 以上に上る, 以上となる, 以上となった, 以上になる
        CompareAfter <= : を上回らない, 以下におさまる, 以下に収まる, 以下となる, 以下となった, 以下にとどまる
        CompareAfter >: を突破した, を突破, 超えの, 超えた, より後の, を上まわる, を上まわった
        CompareAfter <: を下まわる, を下まわった, より前の, に届かないもの
        Contains contains: mentioning, that mention, that mentions, mentions, と書いてある, と書かれている, と書かれた, と記載のある, と記載がある, と付く, と付いた, とつく, とついた, の字が入っている, の字が入った, の字を含む, という字が入っている, という字が入った, が入っている名前, と入っている, と入った, が名前に入る
        Distinct distinct: counting each once, each counted once, counted once, no duplicates, without duplicates
        Contrast contrast: one line each, a line each, each on a line of its own, as two lines, as separate lines, with a line each, 2本の線で, 2本の線に, 二本の線で, 2本の折れ線で, 3本の線で, 三本の線で, 3本の折れ線で, 1本ずつの線で, 線を1本ずつ
        Chart pie: 円にして, 円にしてみて, 円で見せて
        Chart table: tbl, tbl:, 1つの表に, 一つの表に, 1つの表で, 一つの表で, ひとつの表に, 1つの表, 一つの表, ひとつの表
        Chart scatter: dots, dots:, dot plot
        Share share: as percentages of the whole, in percent of the total, percent of the total, in percent of total, 全体に占める割合, 全体に対する割合
        Cumulative cumulative: adding up month after month, pile up, piled up, piling up, summed up over time, 足し上げて, 足し上げた, 足し上げていった, 足し上げていく, 積み上がり, 積み上げていった
        Change mom: 前月から何%増減, 前月から何%増えた, 前月から何%減った, 前月から何パーセント増減, 前の月から何%増減, 前の月から何%, 前月から何%, 前月から何パーセント, 前月に比べて何%
        Change yoy: 前年から何%増減, 前年から何%, 前年から何パーセント, 去年から何%, 昨年から何%, 前年に比べて何%
        Change change_percent: % change on the quarter before, % change on the month before, % change on the year before, % change on the previous quarter, % change on the previous month, % change on the previous year, percent change on the quarter before, percent change on the month before, percent change on the year before, by how many percent did, by how many per cent did, by what percent did, by what percentage did, by how much percent did
        Grain year: from one year to the next, one year to the next
        Grain quarter: from one quarter to the next, one quarter to the next
        Grain month: from one month to the next, one month to the next
        Grain week: from one week to the next
        Grain day: from one day to the next
        Change change_percent: 何%増減, 何%増えた, 何%減った, 何パーセント増減, growth in percent, change in per cent
        Grain weekday: !what weekdays, !which weekdays, !on what weekdays, !on which weekdays
        Grain month: over the months, over all the months, over all months, across the months, across all months, month after month, month to month, from month to month, 月ベース, 月次ベース, 月ベースで, 月単位ベース
        Grain year: through the years, along the years
        Grain month: through the months, along the months
        Grain week: through the weeks, along the weeks
        Grain quarter: through the quarters, along the quarters, over the quarters, over all quarters, across the quarters, quarter after quarter, quarter to quarter, from quarter to quarter, 四半期ベース, 四半期ベースで, 四半期で
        Grain week: over the weeks, over all weeks, across the weeks, week after week, week to week, from week to week, 週ベース, 週ベースで
        Grain day: day after day, day to day, from day to day, 日別で
        Grain year: year after year, year to year, from year to year, 年ベース
        Bin beside: 帯ごと, 帯ごとに, 帯別
        ByAfter by: ごとに見た, 別に見た, が変わると, それぞれの, それぞれで, それぞれについて
        List list: retrieve, fetch, give the records of, the records of, pull up, pulling up, bring up, dig out, dig up, one row per record, row by row, one line per record, one row each, as single rows, as individual rows, single rows, the individual rows, record by record, ピックアップ, ピックアップして, ピックアップしたい, 拾い出す, 拾い出して, 拾い出したい, 拾い上げて, 洗い出す, 洗い出したい, 洗い出し, 抜き出す, 全件出して
        Previous previous_period: 先月と比べて, 先月と比べると, 先月と比べ, 先月に比べて, 先月に比べると, 前月と比べて, 前月と比べると, 前月に比べて, 前の月と比べて, 前の月と比べると, 前の月との差, 前月との差, 前月との比較, 先月との比較, 先月対比, 前月対比, 先週と比べて, 先週と比べると, 先週に比べて, 前週と比べて, 前の週と比べて, 前の週と比べると, 前四半期と比べて, 前の四半期と比べて, 前の四半期と比べると, 前四半期との比較, 前期と比べて, compare with last month, compared with last month, compared to last month, compare to last month, than last month, compare with last week, compared with last week, compared to last week, than last week, compare with last quarter, compared with last quarter, compared to last quarter, than last quarter
        Previous previous_year: 昨年対比, 昨年対比で, 昨年の同じ時期に比べて, 昨年の同じ時期と比べて, 去年の同じ時期に比べて, 去年の同じ時期と比べて, 前年の同じ時期に比べて, 前年の同じ時期と比べて, 昨年同時期, 前年同時期, 昨年同時期と比べて, 前年同時期と比べて, 前年対比で, 去年対比, 去年と比べて, 去年と比べると, 去年に比べて, 去年に比べると, 去年より, 昨年と比べて, 昨年と比べると, 昨年に比べて, 昨年に比べると, 昨年より, 昨年度と比べて, 昨年度と比べると, 昨年度に比べて, 昨年度と比較して, 昨年度との比較, 昨年度と重ねて, 前年度と比べて, 前年度と比べると, 前年度と比較して, 前年度との比較, 前年度と重ねて, 前年度比, 昨年度比, 去年と重ねて, 昨年と重ねて, 前年と重ねて, 前年と比べて, 前年と比べると, 前年に比べて, 前年に比べると, 前年より, 前年の同じ月との差, 前年同月との差, 前年同期との差, 前年との差, 前年の同じ月と比べて, 前年同月と並べて, 前年同期と並べて, 前年と並べて, compare with last year, compared with last year, compared to last year, than last year, and the same quarter a year earlier, and the same month a year earlier, and the year before that
        All years: 年は問わず, 年を問わず, 年は問わない, 年はまたいで, 年をまたいで, 年は関係なく, 年に関係なく, 年は無視して, 年を無視して, どの年も合わせて, 全年通算, 全年合算, 年をならして, all years combined, all years together, all years taken together, taking all years together, across years, across all years, over all years, over the years combined, whatever the year, whichever year, regardless of year, regardless of the year, irrespective of year, ignoring the year
        Contrast contrast: どっちが多い, どちらが多い, どっちの方が多い, どちらの方が多い, どちらのほうが多い, どっちが高い, どちらが高い, どっちの方が高い, どちらの方が高い, どっちが上, どちらが上, どっちが大きい, どちらが大きい, どっちが少ない, どちらが少ない, どっちが低い, どちらが低い, どっちが安い, どちらが安い
        Aggregate sum: sum up to, sums up to, summing up to, adds up to, 全部合わせて, ひっくるめて, 足し合わせて, 足し合わせた, 足し合わせ
        NotAfter not: を除いたうえで, を除いた上で, を除外したうえで, を除外した上で, は除いたうえで, を外したうえで, を外した上で, を抜いて, を省いて, は省いて, には入れず, は入れず, は含めず, は含めないで, を含めず, を含めないで
        Superlative desc: lead on, leads on, lead in, leads in, come first in, comes first in, rank highest in, ranks highest in, rank first in, ranks first in
        Versus versus: against its, against their, against his, set against
        Share share: what slice of, what slice of the, what slice of all, what slice of all the, slice of, what part of, what part of the, what part of all, what part of all the, what fraction, what share, fraction, in per cent, per cent, per cent of
        Stack percent: stretched to 100%, bars stretched to 100%, as 100% bars, 100% bars, as 100 percent bars, scaled to 100%, scaled to 100 %, scaled to 100 percent, everything scaled to 100%, adding up to 100%, each adding up to 100%, normalised to 100%, normalized to 100%, 合計100%の積み上げ, 合計100%になる積み上げ, 積み上げを100%に, 100%にした積み上げ
        Not not: hide, hiding, don't count, do not count, not counting, without counting, leaving aside, leave aside, leaving aside the, setting aside, set aside, disregarding, disregard, ignoring, ignore, not including, don't include, do not include
        Distribution distribution: into bins, into buckets, into intervals, cut into intervals, cut into bins, put into buckets, divided into bins, divided into ranges, spread over, shared out among, how spread out, in classes, into classes, into ranges, into brackets, put in classes, into a few classes, いくつかの階級に区切り, 階級に区切って, 階級に分けて
        Filler places: across the top, down the side, along the side, along the bottom, across the bottom, up the side, in the cells, along the top, on the left, down the left, along the x axis, along the y axis, on the x axis, on the y axis, inside each, within that
        Superlative desc time: いちばん最近, 一番最近, 最も最近, いちばん新しい, 最も直近
        Superlative worst: 一番悪かった, いちばん悪かった
        Series series: further separated by, separated by, further divided by, further split by, further broken down by, and further by, separated out by
        Stack none: 横並びに, 並べた棒グラフ, 並べた棒, 並べて棒グラフ
        Top top: 上から
        Top bottom: 下から
        Superlative desc: もっとも多い, もっとも多かった, 一番多かった, いちばん多かった, 最も多かった, 一番多くなった, 最も多くなった, もっとも高い, もっとも高かった, 一番高かった, 最も高かった, もっとも大きい, 一番大きかった
        Superlative asc: もっとも少ない, もっとも少なかった, 一番少なかった, いちばん少なかった, 最も少なかった, もっとも低い, もっとも低かった, 一番低かった, 最も低かった
        Superlative desc duration/length/distance/time/wait/delay: 一番長くかかった, 最も長くかかった, 一番時間のかかった, 最も時間のかかった, 一番時間がかかった, 最も時間がかかった
        Superlative asc units sold/copies sold/quantity sold/quantity/copies/数量/sales/revenue: 一番売れていない, 最も売れていない, 一番売れなかった, 最も売れなかった, 一番売れてない
        Aggregate median: !med, med.
        NotNull not_null: が書かれている, が書かれた, が書いてある, が記入された, が記載されている, に何か書いてある, に何か書かれている, に何か記載がある, に書き込みがある, に記入がある, に何か入っている
        Count count: how common, how common is, how common are, how often, how often is, how often are, how often does, how often do, how often did, caseload, 延べ件数, のべ件数
        Superlative desc occupancy/utilisation/utilization/稼働率: fullest
        Superlative asc occupancy/utilisation/utilization/稼働率: emptiest
        Grain hour_of_day: 何時ごろ, 何時頃, 何時くらい, 何時ぐらい, 何時台, 何時台に
        ByAfter by: の組み合わせで, の組合せで
        Filler ask: divide, nothing else, and nothing else, on the axis, ever found, ever seen, ever recorded, ever measured, on record, get a feel for how, get a feel for, a feel for, get a sense of, a sense of, get an idea of, !break, !alone, kindly, prepare, kindly prepare, gimme, lemme, lol, haha, yo, hmm, sooo, soo, soooo, doing, how is it doing, !note, memo, note to self, fyi, btw, by the way, grateful, would be grateful, mind, would you mind, i'd be grateful for, i'd be grateful, if it isn't too much trouble, if it's not too much trouble, if it is not too much trouble, when you have a minute, whenever you have time, wonder whether, i wonder whether you could, i wonder if you could, i was wondering, wondering if you could, just the counts, just the count, single, anybody got, anybody, anyone, everywhere that, lies, lie, we see, taken together, taking all together, drew, drawn, plotted, make me, i need one chart, one chart, in one chart, with no more than bars, it is about, pattern, the pattern, separate colour, separate color, i need, business year
        Filler 敬: どのあたりに集中してる, どのあたりに集中している, どこに集中している, に集中している, 発生状況, の発生状況, 発生状況を, 偏りがあるか, 偏りはあるか, 偏りを, の高さで, 高さで, の多さで, を使い, を使って, を用いて, を用い, だけを使い, だけを使って, のみを使い, のみを使って, のみを用いて, メモ, 中身は, 中身, の範囲で, の範囲, 範囲で, の範囲内, の範囲内で, 範囲内で, 重ねて, 重ねた, 比べられる, 比べられるように, 上がるのか, 下がるのか, 増えるのか, 減るのか, 伸びると, 伸びるほど, 増えると, 増えるほど, 掛け合わせた, 掛け合わせて, 掛け合わせ, かけ合わせた, 棒を2本に分けた, 棒を2本に分けて, 追いかけて, 追いかけたい, 追って, 追いたい, 集まりやすい, 季節性, 季節性を見たい, どんな季節性, 願います, 作成願います, 願いたい, 十分です, で十分です, いやー, いや, 気がする, 気がします, 気がするんですよね, 気がするんだけど, 気がしていて, そういう, そうした, そのような, 取り扱いのある, 取扱のある, 扱いのある, 1枚の, 一枚の, 1枚に, 一枚に, 1枚で, 2段階で, 2段階に, 二段階で, 当てはまる, 当てはまるもの, 迎えた, 迎える, 済ませた, 運んだ, 運ばれた, 届けた, 払われた, 払われて, 払われている, 払われてる, 支払われた, 繁忙期, 閑散期, 検証したい, 検証する, 確認できますか, 確認できる, 見ると, 見た場合, 並べておいて, 並べておいてください, まとめておいて, 出しておいて, 用意して, 用意してください, 用意しておいて, だけでいい, だけでよい, はどうなっていますか, どうなっていますか, どうなってますか, どうなってる, どうなっている, どうなってるか, 助かります, 助かる
        """;
}
