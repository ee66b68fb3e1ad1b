using System.Collections.Frozen;

namespace Web.Insights.Datasets.Csv;

/// <summary>Words of headers by what they say of their figures. Japanese ones are ends of headers, since the words there stand unspaced.</summary>
internal sealed class KindWords(string english, string japanese)
{
    private readonly FrozenSet<string> words = Cut(english).ToFrozenSet(StringComparer.Ordinal);
    private readonly string[] ends = [.. Cut(japanese)];

    /// <summary>Ratios, averages, prices of one: never added up, whatever else the header says before its last word.</summary>
    public static KindWords Ratios { get; } = new(
        """
        rate ratio percent percentage pct per avg average mean median price margin yield density index share conversion utilization utilisation efficiency
        ctr cvr cpc cpa cpm cpl roas roi roe roa ebitda_margin apr apy interest discount_rate similarity confidence probability likelihood odds growth
        """,
        "率 比 平均 単価 価格 定価 値段 指数 割合 レート 偏差値 年齢 年数 心拍数 人口密度 密度 歩留 歩留まり 利回り 消化率 評点 株価 時価 時給 日給 月給 年収 年俸 給与 給料 家賃 賃料 倍率 確度 確率 中央値 標準偏差");

    /// <summary>Readings, marks, sizes and lengths of one thing.</summary>
    public static KindWords Readings { get; } = new(
        """
        age ages temperature temp temps score scores rating ratings stars satisfaction nps grade gpa level levels rank ranking height width length depth thickness diameter radius
        weight mass size carat speed velocity humidity pressure altitude elevation latitude lat longitude lon lng wind gust visibility uv aqi pm pm25 pm10 pm2 ph ibu abv og fg alcohol acidity
        mpg horsepower hp acceleration displacement torque rpm mileage voltage current resistance frequency vibration noise concentration viscosity hardness purity
        bmi bp systolic diastolic cholesterol glucose pulse heartrate spo2 heart iq sat gre expectancy fertility mortality unemployment inflation magnitude
        max min maximum minimum high low open close latency delay transit turnaround irradiance duration runtime wait lead response elapsed tempo bpm loudness popularity danceability energy valence acousticness
        speechiness liveness instrumentalness metascore tomatometer imdb experience years tenure seniority salary salaries wage wages rent fare_class quality sugar moisture brightness
        sepal petal beak bill flipper cylinders doors gears bedrooms bathrooms rooms difficulty importance skew kurtosis std stddev deviation variance z percentile quantile
        """,
        "度 温 気温 体温 室温 水温 湿度 気圧 風速 速度 身長 体重 身体 高さ 長さ 幅 厚さ 深さ 重さ 標高 緯度 経度 点 点数 スコア 得点 評価 順位 ランキング 満足度 血圧 血糖値 脈拍 寿命 燃費 電圧 電流 抵抗 周波数 振動 騒音 粘度 濃度 硬度 糖度 純度 酸度 明るさ リードタイム 所要時間 待ち時間 応答時間 処理時間 上映時間 再生時間 滞在時間 遅延 遅延時間 徒歩 徒歩分 間取り 難易度 重要度 値 始値 高値 安値 終値 気力 偏差 最高 最低 最大 最小 レベル 震度 年功 塩分 塩分相当量 脂質 糖質 たんぱく質 タンパク質 炭水化物 食物繊維 圧力 水圧 油圧 所要日数 輸送日数 配送日数 修理日数 日射強度 預かり日数 審議日数 滞在日数 待ち日数 待機日数 保管日数 遅延日数 延滞日数 貸出日数 対応日数 処理日数 審査日数 在院日数 入院日数 経過日数 対応時間 通話時間 保留時間 施術時間 診察時間 在館時間 築年数 透明度 濁度 照度 水位 流速");

    /// <summary>Amounts and counts: the sum of them is what people ask for.</summary>
    public static KindWords Amounts { get; } = new(
        """
        sales amount amounts amt revenue revenues total totals subtotal sum profit profits loss cost costs gross turnover expense expenses spend spending spent budget budgets payment payments paid fee fees
        billing billed earnings expenditure expenditures actual actuals target targets plan forecast tax taxes vat commission tip tips donation donations refund refunds deposit deposits withdrawal withdrawals charge charges
        quantity qty count counts cnt units unit_count volume visitors people persons population number numbers num orders clicks impressions visits views pageviews sessions users customers employees headcount staff
        passengers tickets bookings guests attendance enrollment enrolment capacity seats inventory stock shipped sold produced production output consumption usage emissions emission exports export imports import
        gdp gnp precipitation rainfall rain snowfall fare freight shipping likes shares comments followers votes downloads installs deaths death cases births injuries crashes accidents incidents fatalities
        goals assists points wins losses draws runs hits homers rbi steps calories miles hours overtime downtime crime crimes defects errors returns claims premium bonus income value worth debt loan balance allowance
        distance box_office kwh mwh
        tonnes tonne tons ton tonnage bushels barrels gallons litres liters kilograms kilos harvest harvested catch landings cargo freight_tonnes cargo_tonnes loads parcels packages pallets containers teu boxes cartons crates
        riders ridership boardings alightings trips rides journeys pax footfall visitor guest_count attendees participants spectators audience viewers viewership listeners readers subscribers subscriptions signups registrations renewals cancellations churned
        admissions discharges beds doses vaccinations vaccinated tests infections hospitalizations recoveries casualties injured killed arrests offences offenses fines penalties tickets_sold seats_sold ballots voters
        arrivals departures flights nights stays kilometres kilometers yards touchdowns rebounds steals blocks strikeouts innings saves tackles passes shots fouls cards medals gold silver bronze appearances caps starts
        streams plays watch reach opens bounces leads purchases transactions sessions hits views retweets upvotes reactions replies posts messages emails calls chats complaints requests issues bugs commits
        electricity water gas energy demand supply generation generated consumed used waste recycled co2 ghg output scrap rework throughput yield_tonnes acres hectares ha area households dwellings houses homes births_count marriages divorces migrants immigrants emigrants
        assets liabilities equity dividends dividend principal disbursed repaid outstanding invoiced collected owed wins_total hours_worked man_hours overtime_hours steps_total hrs
        """,
        "額 金額 金 高 費 代 代金 料 料金 税 予算 実績 目標 計画 見込 見込み 経費 原価 売上 売り上げ 利益 粗利 粗利益 収入 支出 収益 残高 数 量 数量 件数 回数 人数 人口 台数 本数 枚数 個数 在庫 降水量 雨量 雪量 残業時間 残業 労働時間 勤務時間 作業時間 停止時間 学習時間 視聴時間 走行距離 収 興収 本塁打 打点 安打 ゴール 入金 出金 盗塁 三振 得票 来場者 来館者 来店者 利用者 入場者 乗客 乗降客 乗車人員 降車人員 参加者 受講者 出席者 欠席者 死者 負傷者 感染者 患者 転入 転出 出生 死亡 入院 退院 輸出 輸入 生産 消費 需要 供給 出荷 入荷 販売 仕入 返品 廃棄 排出 発電 使用 収穫 漁獲 作付 面積 支払 売掛 買掛 負債 資産 資本 配当 補助金 交付金 寄附 寄付 募金 手当 賞与 罰金 泊 定員 収容 座席 席 枠");

    /// <summary>What the last of several readings says, not their sum.</summary>
    public static KindWords RunningTotals { get; } = new("cumulative cumul running odometer ytd mtd", "累計 累積 メーター 検針値");

    /// <summary>Numbers that sort into few kinds.</summary>
    public static KindWords Classes { get; } = new(
        """
        class grade rank tier category type segment group cluster month weekday hour quarter week dow status stage ward district floor cohort day priority severity zone shift batch lane track
        round half gate shelf rack platform terminal dock section phase wave arm fold room table desk aisle bay block period lap league division squad generation
        line floor storey booth court pitch cell furnace mould mold die spindle nozzle channel stand wing deck pier runway route precinct constituency region zone
        """,
        "区分 クラス 級 種別 種類 分類 組 月 曜日 学年 等級 ランク 号機 号車 優先度 優先順位 緊急度 ゾーン 班 課 便 階 層 期 節 四半期 時 時間帯 号棟 棟 番線 系統 棚 ライン 区 地区 学区 選挙区 ゲート フロア レーン コース 枠 ブース セル ブロック グループ ステージ ラウンド 窓口 号炉 金型");

    /// <summary>Amounts that are meant as a whole even where a word before them is a ratio's: total price, margin amount.</summary>
    private static readonly FrozenSet<string> Wholes = Cut("total totals amount amounts amt sum paid count cnt qty quantity cost costs loss losses fee fees").ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Singles = Cut("avg average mean median per pct percent percentage rate ratio").ToFrozenSet(StringComparer.Ordinal);

    public bool IsIn(Header header)
    {
        foreach (var word in header.Said)
            if (words.Contains(word)) return true;
        return EndsIn(header);
    }

    public bool EndsIn(Header header) => EndLength(header) > 0;

    /// <summary>How much of the header's end is one of these words; where two kinds claim it, the longer word is meant (燃費 is no 費).</summary>
    public int EndLength(Header header)
    {
        foreach (var word in header.LastWords)
            if (words.Contains(word)) return word.Length;
        var longest = 0;
        if (!header.IsJapanese) return longest;
        foreach (var end in ends)
            if (end.Length > longest && header.Ends(end)) longest = end.Length;
        return longest;
    }

    /// <summary>Whether a header names a whole: its last word does, or its first, and nothing in it is an average.</summary>
    public static bool IsWhole(Header header) => header.Words is [var first, .., var last]
        && !header.Words.Any(Singles.Contains) && (Wholes.Contains(last) || first is "total" or "sum" or "num" or "number" or "count");

    private static string[] Cut(string list) => list.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
