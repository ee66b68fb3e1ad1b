using Web.Semantics;
using static Web.Crm.CrmDatasets;

namespace Web.Crm.Deals;

/// <summary><c>crm_deals</c>: a row for each deal that is not in the bin.</summary>
internal static class DealsDataset
{
    public static DatasetSource Source { get; } = new()
    {
        From = "app.deals d",
        TenantColumn = "d.tenant_id",
        RowKey = ("d.id", "uuid"),
        Where = "d.deleted_at is null",
        Joins = new Dictionary<string, SourceJoin>
        {
            ["acc"] = new("left join app.accounts acc on acc.tenant_id = d.tenant_id and acc.id = d.account_id"),
            ["own"] = new("left join app.members own on own.tenant_id = d.tenant_id and own.id = d.owner_id"),
            ["tm"] = new("left join app.teams tm on tm.tenant_id = own.tenant_id and tm.id = own.team_id", "own"),
            ["pl"] = new("join app.pipelines pl on pl.tenant_id = d.tenant_id and pl.id = d.pipeline_id"),
            ["st"] = new("join app.stages st on st.tenant_id = d.tenant_id and st.id = d.stage_id"),
        },
        Columns = new Dictionary<string, SourceColumn>
        {
            ["name"] = new("d.name") { Names = DealNames },
            ["account"] = new("acc.name", "acc") { Names = AccountNames },
            ["industry"] = new("acc.industry", "acc"),
            ["owner"] = new("own.name", "own"),
            ["team"] = new("tm.name", "tm"),
            ["pipeline"] = new("pl.name", "pl"),
            ["stage"] = new("st.name", "st", OrderSql: "st.rank"),
            ["status"] = new("d.status"),
            ["amount"] = new("d.amount_minor", CurrencySql: "d.currency"),
            ["weighted_amount"] = new("round(d.amount_minor * d.probability / 100.0)::bigint", CurrencySql: "d.currency"),
            ["probability"] = new("d.probability"),
            ["lost_reason"] = new("d.lost_reason"),
            ["created_on"] = new("d.created_on"),
            ["expected_close_on"] = new("d.expected_close_on"),
            ["closed_on"] = new("d.closed_on"),
            ["days_open"] = new("(coalesce(d.closed_on, @today) - d.created_on)", Today: true),
        },
    };

    public static DatasetContract Contract(string currency) => new()
    {
        Key = "crm_deals",
        Titles = Words("Deals", "案件"),
        Descriptions = Words("Every deal with its customer, owner, stage, amount and dates.", "案件ごとの取引先・担当・段階・金額・日付。"),
        Synonyms = ["deal", "opportunities", "opportunity", "pipeline deals", "sales", "orders", "crm", "商談", "ディール", "営業案件", "引き合い"],
        DefaultTime = "created_on",
        TimeChoices = [new("status", ["won", "lost"], "closed_on")],
        DefaultGrain = Grain.Month,
        DefaultMeasure = "amount",
        CountOf = Words("deals", "案件"),
        Certified = true,
        Measures =
        [
            new NamedMeasure
            {
                Name = "win_rate", Titles = Words("Win rate", "勝率"), Unit = "%", Expression = "100 * count(where status = \"won\") / count(where status in (\"won\", \"lost\"))",
                Synonyms = ["win ratio", "winning rate", "close rate", "conversion rate", "success rate", "hit rate", "受注率", "成約率", "勝ち率", "決定率"],
            },
            new NamedMeasure
            {
                Name = "average_deal_size", Titles = Words("Average deal size", "平均案件金額"), Type = ColumnType.Money, Currency = currency, Expression = "sum(amount) / count(amount)",
                Synonyms = ["mean deal size", "typical deal size", "平均商談金額", "平均案件規模", "案件単価", "商談単価"],
            },
            new NamedMeasure
            {
                Name = "win_rate_by_amount", Titles = Words("Win rate by amount", "金額ベースの勝率"), Unit = "%", Expression = "100 * sum(amount where status = \"won\") / sum(amount where status in (\"won\", \"lost\"))",
                Synonyms = ["value win rate", "win rate by value", "金額勝率", "金額ベースの受注率"],
            },
            new NamedMeasure
            {
                Name = "average_sales_cycle", Titles = Words("Average sales cycle", "平均商談期間"), Unit = "days", Expression = "avg(days_open where status in (\"won\", \"lost\"))",
                Synonyms = ["average time to close", "平均リードタイム", "平均営業日数"],
            },
        ],
        Columns =
        [
            Dimension("name", ColumnRole.Identity, "Deal name", "案件名", "title", "opportunity name", "商談名", "件名") with { LookedUp = true },
            Dimension("account", ColumnRole.Dimension, "Account", "取引先", "customer", "client", "company", "account name", "buyer", "顧客", "お客様", "得意先", "会社", "企業", "販売先", "取引先名", "客先") with { LookedUp = true },
            IndustryWords(Dimension("industry", ColumnRole.Dimension, "Industry", "業種", "sector", "vertical", "line of business", "業界", "産業", "分野")),
            Dimension("owner", ColumnRole.Dimension, "Owner", "担当", "rep", "sales rep", "salesperson", "seller", "account executive", "deal owner", "person", "who", "担当者", "営業担当", "営業", "営業マン", "担当営業", "所有者", "人"),
            Dimension("team", ColumnRole.Dimension, "Team", "チーム", "group", "department", "sales team", "部署", "部門", "課", "営業部", "営業チーム", "拠点"),
            Dimension("pipeline", ColumnRole.Dimension, "Pipeline", "パイプライン", "sales process", "販売プロセス", "商流"),
            Dimension("stage", ColumnRole.Dimension, "Stage", "段階", "phase", "step", "deal stage", "sales stage", "ステージ", "フェーズ", "フェイズ", "進捗", "営業段階"),
            WithValues(Dimension("status", ColumnRole.Dimension, "Status", "状態", "outcome", "result", "deal status", "ステータス", "結果", "勝敗", "受失注"),
                ("open", "Open", "進行中", ["in progress", "active", "ongoing", "in the pipeline", "not closed", "商談中", "継続中", "見込み", "未決", "未成約", "オープン", "進行"]),
                ("won", "Won", "受注", ["closed won", "closed-won", "win", "wins", "sold", "ordered", "signed", "成約", "獲得", "勝ち", "契約", "成立", "受注済み", "受注済"]),
                ("lost", "Lost", "失注", ["closed lost", "closed-lost", "loss", "losses", "lose", "敗け", "負け", "敗退", "失注済み", "失注済", "不成立"])),
            new Column
            {
                Name = "amount", Titles = Words("Amount", "金額"), Type = ColumnType.Money, Role = ColumnRole.Measure, Currency = currency, DefaultAggregate = Aggregates.Sum,
                Synonyms = ["value", "deal value", "deal size", "revenue", "sales", "sales amount", "turnover", "price", "money", "bookings", "how much", "売上", "売上高", "売り上げ", "案件金額", "商談金額", "額", "価格", "規模"],
            },
            new Column
            {
                Name = "weighted_amount", Titles = Words("Weighted amount", "加重金額"), Type = ColumnType.Money, Role = ColumnRole.Measure, Currency = currency, DefaultAggregate = Aggregates.Sum,
                Synonyms = ["weighted", "weighted value", "expected revenue", "expected value", "forecast amount", "weighted pipeline", "加重", "加重見込み", "見込み金額", "見込み額", "見込金額", "期待値", "期待金額", "確度加重"],
            },
            new Column
            {
                Name = "probability", Titles = Words("Probability", "確度"), Type = ColumnType.Integer, Role = ColumnRole.Measure, Unit = "%", DefaultAggregate = Aggregates.Mean,
                Synonyms = ["likelihood", "chance", "confidence", "win probability", "確率", "受注確度", "受注確率", "見込み度", "ヨミ"],
            },
            LostReasonWords(Dimension("lost_reason", ColumnRole.Dimension, "Lost reason", "失注理由", "loss reason", "reason", "why lost", "reason for loss", "reasons", "理由", "失注の理由", "失注要因", "敗因", "原因")),
            Time("created_on", "Created", "作成日", "created", "creation date", "created date", "entry date", "new", "登録日", "発生日", "起票日", "作成", "作られた", "登録された"),
            Time("expected_close_on", "Expected close", "見込み日", "expected close date", "expected", "close date", "forecast date", "due", "expected to close", "closing", "受注予定日", "見込日", "完了予定日", "予定日", "受注予定", "見込み"),
            Time("closed_on", "Closed", "完了日", "closed", "close", "closed date", "won date", "order date", "lost date", "closing date", "受注日", "成約日", "失注日", "クローズ日", "確定日", "決着日"),
            new Column
            {
                Name = "days_open", Titles = Words("Days open", "経過日数"), Type = ColumnType.Integer, Role = ColumnRole.Measure, Unit = "days", DefaultAggregate = Aggregates.Mean,
                Synonyms = ["age", "deal age", "sales cycle", "cycle time", "cycle length", "time to close", "duration", "days", "日数", "商談期間", "リードタイム", "営業日数", "滞留日数", "期間"],
            },
        ],
    };

    private static Column Dimension(string name, ColumnRole role, string en, string ja, params string[] synonyms) =>
        new() { Name = name, Titles = Words(en, ja), Type = ColumnType.Text, Role = role, Synonyms = synonyms };

    private static Column Time(string name, string en, string ja, params string[] synonyms) =>
        new() { Name = name, Titles = Words(en, ja), Type = ColumnType.Date, Role = ColumnRole.Time, Synonyms = synonyms };

    private static Column LostReasonWords(Column column) => WithValues(column,
        (LostReason.Price, "Price", "価格", ["too expensive", "cost", "expensive", "高い", "価格負け", "値段"]),
        (LostReason.Competitor, "Competitor", "競合", ["competition", "lost to competitor", "competitors", "他社", "競合負け", "他社決定", "ライバル"]),
        (LostReason.Budget, "No budget", "予算", ["budget", "budget freeze", "budget cut", "予算の凍結", "予算凍結", "予算なし", "予算不足"]),
        (LostReason.Timing, "Timing", "時期", ["bad timing", "postponed", "schedule", "時期尚早", "延期", "タイミング", "納期"]),
        (LostReason.NoDecision, "No decision", "見送り", ["undecided", "stalled", "no answer", "検討中止", "未決定", "立ち消え", "保留"]),
        (LostReason.Fit, "Poor fit", "要件不一致", ["features", "missing features", "fit", "requirements", "仕様", "要件", "機能不足", "仕様不一致"]),
        (LostReason.Other, "Other", "その他", ["others", "misc", "ほか"]));

    /// <summary>Industries are each company's own words; these are the ones that can be asked for in the other language.</summary>
    private static Column IndustryWords(Column column) => column with
    {
        ValueSynonyms = new Dictionary<string, IReadOnlyList<string>>
        {
            ["精密加工"] = ["precision machining", "machining", "加工"],
            ["自動車部品"] = ["automotive", "auto parts", "car parts", "自動車"],
            ["医療機器"] = ["medical", "medical devices", "healthcare", "医療"],
            ["食品"] = ["food", "food and beverage", "食品業界"],
            ["電子部品"] = ["electronics", "electronic components", "エレクトロニクス"],
            ["化学"] = ["chemicals", "chemical", "ケミカル"],
            ["製薬"] = ["pharma", "pharmaceuticals", "pharmaceutical", "医薬"],
            ["建設"] = ["construction", "building", "建築"],
            ["物流"] = ["logistics", "運輸"],
            ["研究機関"] = ["research", "universities", "laboratories", "大学"],
            ["Hotels"] = ["hotel", "ホテル", "宿泊"],
            ["Restaurants"] = ["restaurant", "dining", "飲食", "レストラン"],
            ["Cafés"] = ["cafe", "cafes", "café", "カフェ", "喫茶"],
            ["Retail"] = ["shops", "stores", "小売"],
            ["Wholesale"] = ["wholesaler", "distributors", "卸", "卸売"],
            ["E-commerce"] = ["ecommerce", "online shops", "通販", "EC"],
            ["Food manufacturing"] = ["food makers", "食品製造", "食品メーカー"],
            ["Corporate gifts"] = ["gifts", "gift", "ギフト", "贈答"],
        },
    };
}
