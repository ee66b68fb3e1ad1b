using System.Collections.Frozen;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// The words of headers in both languages, Japanese first. The first line with a word is its translation; later ones are other ways
/// to write it. A name is made from the English, synonyms from the other language.
/// </summary>
internal static class HeaderWords
{
    private const string Table = """
        日付 date|年月日 date|日時 datetime|時刻 time|年月 month|年度 fiscal_year|会計年度 fiscal_year|年 year|月 month|日 day|週 week|曜日 weekday|四半期 quarter|時間 hours|分 minutes|期間 period
        売上 sales|売上高 sales|売上額 sales|売り上げ sales|販売 sales|金額 amount|額 amount|合計 total|総額 total|小計 subtotal|税 tax|税額 tax|消費税 tax
        利益 profit|粗利 gross_profit|粗利益 gross_profit|営業利益 operating_profit|経常利益 ordinary_profit|純利益 net_profit|原価 cost|費用 cost|経費 expense|予算 budget|実績 actual|目標 target|予測 forecast|見込 forecast|計画 plan
        価格 price|単価 unit_price|定価 list_price|値段 price|料金 fee|手数料 commission|運賃 fare|送料 shipping_cost|割引 discount|値引 discount|値引き discount|残高 balance|収入 income|支出 expenditure|収益 revenue|入金 payment|出金 withdrawal|支払 payment|請求 billing|請求書 invoice
        数量 quantity|個数 quantity|件数 count|回数 count|人数 people|数 count|在庫 stock|在庫数 stock|台数 units|本数 units|枚数 sheets|販売数 units_sold|販売数量 units_sold|日数 days|来客数 visitors|来店者数 visitors|客数 visitors|席数 seats|座席数 seats
        率 rate|割合 share|比率 ratio|構成比 share|利益率 profit_margin|粗利率 gross_margin|成長率 growth_rate|前年比 year_on_year|達成率 achievement_rate|平均 average|最大 max|最小 min|最高 max|最低 min|中央値 median|指数 index
        担当 owner|担当者 owner|営業担当 sales_rep|営業担当者 sales_rep|営業 sales_rep|名前 name|氏名 name|名称 name|名 name|姓 last_name|性別 gender|年齢 age|年代 age_group|生年月日 birth_date|誕生日 birthday|住所 address|電話 phone|電話番号 phone|メール email|メールアドレス email|郵便番号 postal_code|備考 note|メモ memo|コメント comment|内容 content|説明 description|理由 reason|件名 subject|題名 title|タイトル title
        顧客 customer|客 customer|お客様 customer|取引先 account|得意先 customer|会社 company|会社名 company|企業 company|企業名 company|法人 company|社員 employee|従業員 employee|社員数 employees|従業員数 employees|会員 member|利用者 user|ユーザー user|患者 patient|学生 student|生徒 student|仕入先 supplier|業者 vendor|者 person|人 person
        地域 region|エリア area|地方 region|地区 district|国 country|国名 country|都道府県 prefecture|県 prefecture|市 city|市区町村 city|都市 city|町 town|区 ward|店舗 store|店 store|支店 branch|支社 branch|拠点 site|場所 location|倉庫 warehouse|工場 plant|緯度 latitude|経度 longitude|標高 altitude
        商品 product|製品 product|品目 item|品名 product_name|品番 product_number|型番 model_number|型式 model|機種 model|分類 category|カテゴリ category|カテゴリー category|大分類 category|中分類 subcategory|小分類 subcategory|種類 type|種別 type|種 type|区分 class|クラス class|等級 grade|ランク rank|順位 rank|級 grade|ブランド brand|メーカー maker|色 color|サイズ size|規格 spec|単位 unit
        部署 department|部門 department|部 department|課 section|チーム team|役職 position|職種 job|業種 industry|業界 industry|給与 salary|給料 salary|賞与 bonus|年収 annual_income|勤続年数 years_of_service|入社 hire|退社 leave|入社日 hire_date|退職 retirement
        注文 order|受注 order|発注 purchase_order|納品 delivery|出荷 shipment|発送 shipment|配送 delivery|返品 return|仕入 purchase|購入 purchase|購買 purchase|契約 contract|案件 deal|商談 deal|見積 quote|取引 transaction|予約 booking|解約 churn|登録 registration|作成 created|更新 updated|開始 start|終了 end|完了 completed|締切 due|期限 due|期日 due|納期 due_date|注文日 order_date|受注日 order_date
        番号 number|コード code|ナンバー number|伝票 slip|行 row|連番 serial_number|通番 serial_number|キー key|管理 control
        状態 status|ステータス status|状況 status|段階 stage|ステージ stage|フェーズ phase|優先度 priority|確度 probability|確率 probability|有無 flag|フラグ flag|可否 flag|有効 active|無効 inactive|済 done|結果 result|評価 rating|点数 score|得点 score|スコア score|成績 score|点 score|満足度 satisfaction|レベル level
        気温 temperature|温度 temperature|最高気温 max_temperature|最低気温 min_temperature|湿度 humidity|降水量 precipitation|天気 weather|天候 weather|風速 wind_speed|気圧 pressure|速度 speed|距離 distance|重量 weight|重さ weight|体重 weight|身長 height|高さ height|長さ length|幅 width|面積 area|人口 population|世帯 household|世帯数 households
        始値 open|高値 high|安値 low|終値 close|株価 stock_price|出来高 volume|銘柄 symbol|通貨 currency|為替 exchange|金利 interest_rate|媒体 medium|経路 channel|チャネル channel|流入元 source|キャンペーン campaign|クリック click|クリック数 clicks|表示回数 impressions|訪問 visit|訪問数 visits|訪問者 visitor|サイト site|ページ page|端末 device|言語 language|職業 occupation|学校 school|学年 grade|科目 subject|試験 exam
        不良 defect|不良数 defects|生産 production|生産数 production|生産量 production|設備 equipment|機械 machine|ライン line|稼働 operation|停止 stop|停止時間 downtime|方法 method|手段 method|先 destination|元 source|前 previous|後 after|新規 new|既存 existing|全体 total|その他 other|累計 cumulative|月間 monthly|年間 annual|日次 daily|月次 monthly|第 no|回 time|内 inside|外 outside|税込 with_tax|税抜 without_tax|込 included|抜 excluded
        """;

    private static readonly (string Japanese, string English)[] Pairs =
        [.. Table.Split(['|', '\n'], StringSplitOptions.TrimEntries).Select(pair => pair.Split(' ')).Select(pair => (pair[0], pair[1]))];

    private static readonly FrozenDictionary<string, string> English = Pairs.DistinctBy(p => p.Japanese).ToFrozenDictionary(p => p.Japanese, p => p.English);
    private static readonly FrozenDictionary<string, string> Japanese = Pairs.DistinctBy(p => p.English).ToFrozenDictionary(p => p.English, p => p.Japanese);
    private static readonly int Longest = Pairs.Max(p => p.Japanese.Length);

    /// <summary>The Japanese run cut into known words, in English, or null when a part of it is unknown.</summary>
    public static List<string>? Translate(string japanese)
    {
        List<string> words = [];
        for (var i = 0; i < japanese.Length;)
        {
            if (japanese[i] is 'の' or '・' or '々')
            {
                i++;
                continue;
            }
            var length = Math.Min(Longest, japanese.Length - i);
            while (length > 0 && !English.ContainsKey(japanese.Substring(i, length))) length--;
            if (length == 0) return null;
            words.AddRange(English[japanese.Substring(i, length)].Split('_'));
            i += length;
        }
        return words.Count == 0 ? null : words;
    }

    /// <summary>English words as one Japanese header (<c>order, date</c> → 注文日), or null when one is unknown.</summary>
    public static string? ToJapanese(IReadOnlyList<string> english)
    {
        var japanese = "";
        for (var i = 0; i < english.Count;)
        {
            var length = Math.Min(3, english.Count - i);
            while (length > 0 && !Japanese.ContainsKey(string.Join('_', english.Skip(i).Take(length)))) length--;
            if (length == 0)
            {
                if (english[i] != "id") return null;
                japanese += "ID";
                i++;
                continue;
            }
            japanese += Japanese[string.Join('_', english.Skip(i).Take(length))];
            i += length;
        }
        return english.Count == 1 ? japanese : japanese.Replace("日付", "日", StringComparison.Ordinal).Replace("名前", "名", StringComparison.Ordinal);
    }
}
