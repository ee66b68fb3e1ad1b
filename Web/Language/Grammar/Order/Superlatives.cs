using Web.Semantics;

namespace Web.Language;

/// <summary>
/// What an adjective says of the order and of the figure: the oldest have the greatest age, the slowest the least speed or the longest time,
/// the worst the least of what is good and the most of what is bad.
/// </summary>
internal static class Superlatives
{
    private static readonly HashSet<string> Bad =
    [
        .. Tokens.Of("""
            delay error defect fault failure complaint absence absent accident injury death loss cost expense churn wait bounce return refund cancel crime unemployment emission
            pollution downtime debt overdue late miss penalty foul card conceded alarm incident latency mortality
            aqi pm pm10 pollutant ozone no2 so2 noise bug backlog scrap reject waste leak outage vacancy attrition rank ranking position place
            bounced churned fatality casualty victim infection case fraud tardy congestion traffic stress pain resit retake retest rework relapse dropout reoffend weight_loss shortage stockout spam violation infraction mortality deficit breach breached
            """).Select(t => t.Text),
    ];

    private static readonly string[] BadJapanese = ["遅延", "遅れ", "エラー", "不良", "故障", "苦情", "欠席", "欠勤", "事故", "損失", "コスト", "費用", "解約", "待ち", "返品", "キャンセル", "失業", "停止", "残業", "負債", "離職", "クレーム", "失点", "反則", "順位", "汚染", "騒音", "事件", "犯罪", "感染", "死亡", "赤字", "欠品", "廃棄", "違反", "滞納", "延滞", "待機", "不合格", "渋滞", "空き家", "空室", "リードタイム", "発送日数", "AQI", "濃度", "ストレス", "支出", "負担", "借金", "追試", "再試", "手戻り"];

    private static readonly string[] BadRaw = [.. BadJapanese.Select(word => string.Concat(Tokens.Of(word).Select(t => t.Raw)))];

    private const double Surely = 0.6;

    /// <param name="Hint">The figure that the adjective itself names, where the data have it.</param>
    /// <param name="Hinted">The adjective means some figure, which may not be here.</param>
    public readonly record struct Reading(SortOrder Order, Column? Hint, bool Hinted, bool OverTime, bool Dated = false);

    public static Reading Of(Scene scene, int i)
    {
        var ways = scene.Word(i)!.Value.Split('|').Select(w => w.Trim().Split(' ', 2)).ToList();
        var subject = Subject(scene, i);
        if (ways is [["best" or "worst"]]) return new Reading((ways[0][0] == "worst") == (subject is null ? AreBad(scene) : IsBad(subject)) ? SortOrder.Desc : SortOrder.Asc, null, false, false);
        if (ways is [[var plain]]) return new Reading(OrderOf(plain), null, false, false);
        if (ways is [[var counted, "count"]]) return new Reading(OrderOf(counted), null, false, false);
        if (ways is [[var dear, ['?', .. var dearest]]])
        {
            // 一番高い部屋 is the dearest; 平均点が一番高い what its figure says.
            var price = subject is null && !Enumerable.Range(0, scene.Count).Any(k => scene.Is(k, WordKind.Rate, WordKind.Share)) ? dearest.Split('/').Select(scene.Lexicon.ColumnCalled).FirstOrDefault(c => c is not null) : null;
            return new Reading(OrderOf(dear), price, price is not null, false);
        }
        foreach (var way in ways)
        {
            if (subject is not null && way[1].Split('/').Any(h => IsCalled(scene, subject, h))) return new Reading(OrderOf(way[0]), subject, true, false);
        }
        foreach (var way in ways)
        {
            if (way[1] == "time") return new Reading(OrderOf(way[0]), null, true, subject is null, Dated: true);
            if (way[1].Split('/').Select(hint => Extreme(scene.Lexicon.ColumnsCalled(hint, Surely), OrderOf(way[0]))).FirstOrDefault(c => c is not null) is { } called) return new Reading(OrderOf(way[0]), called, true, false);
        }
        // "the hottest day" of "High (°C)"
        if (ways.Find(way => way[1].Split('/').Contains("temperature")) is { } warm && Extreme([.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure, Unit: "°C" or "℃" or "°F" or "℉" })], OrderOf(warm[0])) is { } heat) return new Reading(OrderOf(warm[0]), heat, true, false);
        // "which contractor takes the longest": the only stretch of time that there is.
        if (ways.Find(way => way[1].Split('/').Contains("duration")) is { } lasting && Units.Durations(scene.Contract) is [var lasts]) return new Reading(OrderOf(lasting[0]), lasts, true, false);
        // "the most expensive runs": the only money that there is.
        if (ways.Find(way => way[1].Split('/').Any(hint => hint is "price" or "cost")) is { } dearer && (DefaultMeasure.OnlyMoney(scene.Contract) ?? UsualMoney(scene)) is { } money) return new Reading(OrderOf(dearer[0]), money, true, false);
        return new Reading(OrderOf(ways[0][0]), null, true, false);
    }

    /// <summary>"the most expensive rental ever": of several sums the one that is meant wherever none is named.</summary>
    private static Column? UsualMoney(Scene scene) => DefaultMeasure.Of(scene.Lexicon) is { } usual && Amounts.IsMoney(usual) && ColumnForms.NamesOf(usual).Any(name => name.Any(t => Charged.Contains(t.Raw)) || Array.Exists(ChargedJapanese, word => string.Concat(name.Select(t => t.Raw)).Contains(word, StringComparison.Ordinal))) ? usual : null;

    private static readonly HashSet<string> Charged = new(StringComparer.Ordinal) { "total", "amount", "price", "fee", "charge", "fare", "bill", "cost", "value", "rent", "paid", "payment" };
    private static readonly string[] ChargedJapanese = ["合計", "金額", "料金", "請求", "価格", "代金", "費用"];

    /// <summary>ワースト3: of complaints the most, of scores the least.</summary>
    public static SortOrder WorstFirst(Scene scene, int i) => (Subject(scene, i) is { } subject ? IsBad(subject) : AreBad(scene)) ? SortOrder.Desc : SortOrder.Asc;

    /// <summary>Rows that nobody wants more of: crashes, complaints, 事故.</summary>
    private static bool AreBad(Scene scene) =>
        Enumerable.Range(0, scene.Count).Any(k => (scene.IsEntity(k) || scene[k] is FieldMeaning { Weak: true } or FieldMeaning { Column.Type: ColumnType.Boolean } or ValueMeaning { Column.Type: ColumnType.Boolean }) && (Bad.Contains(scene.LastToken(k).Text) || scene.LastToken(k).Text is "crash" or "collision" || BadRaw.Any(b => scene.Raw(k).Contains(b, StringComparison.Ordinal))));

    /// <summary>Of the highest, the mean and the lowest temperature, the hottest is told by the highest, the coldest by the lowest.</summary>
    private static Column? Extreme(IReadOnlyList<Column> called, SortOrder order)
    {
        string[] ends = order == SortOrder.Desc ? ["max", "high", "peak"] : ["min", "low"];
        var japanese = order == SortOrder.Desc ? "最高" : "最低";
        return called.FirstOrDefault(c => Tokens.OfName(c.Name).Exists(t => ends.Any(e => t.Raw.StartsWith(e, StringComparison.Ordinal))) || c.Titles.Values.Append(c.Name).Any(n => n.Contains(japanese, StringComparison.Ordinal)))
            ?? (called.Count > 0 ? called[0] : null);
    }

    /// <summary>The figure that stands behind the adjective, or else the one that the sentence names.</summary>
    private static Column? Subject(Scene scene, int i)
    {
        for (var k = i + 1; k < scene.Count; k++)
        {
            if (scene.Measure(k) is { } behind) return behind;
        }
        for (var k = i - 1; k >= 0; k--)
        {
            if (scene.Measure(k) is { } before && scene.PartOf(k) is not FilterPart) return before;
        }
        return null;
    }

    private static bool IsCalled(Scene scene, Column column, string hint) =>
        scene.Lexicon.ColumnsCalled(hint).Contains(column) || scene.Lexicon.StemsOf(column).Contains(Stem.Of(hint), StringComparer.Ordinal) || (KindOf(hint) is { } kind && Units.KindOf(column) == kind);

    /// <summary>"heaviest first" of a load in kilograms: what is measured alike has the quality too.</summary>
    private static string? KindOf(string hint) => hint switch { "duration" or "time" or "wait" or "delay" or "hours" => "time", "weight" or "mass" => "mass", "length" or "height" or "distance" or "depth" => "length", _ => null };

    /// <summary>Of delays and defects less is better.</summary>
    public static bool IsBad(Column column) =>
        Tokens.OfName(column.Name).Exists(t => Bad.Contains(t.Text)) || column.Titles.Values.Append(column.Name).Any(n => BadJapanese.Any(b => n.Contains(b, StringComparison.Ordinal)));

    private static SortOrder OrderOf(string word) => word == "asc" ? SortOrder.Asc : SortOrder.Desc;
}
