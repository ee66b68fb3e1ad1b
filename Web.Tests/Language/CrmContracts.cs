using Web.Crm.Activities;
using Web.Crm.Deals;
using Web.Semantics;

namespace Web.Tests.Language;

/// <summary>The contracts as the CRM publishes them, with values of a small company.</summary>
internal static class CrmContracts
{
    public static DatasetContract Deals { get; } = new()
    {
        Key = "crm_deals",
        Titles = Title("Deals", "案件"),
        Synonyms = ["deals", "opportunities", "案件", "商談"],
        CountOf = Title("deals", "案件"),
        DefaultTime = "created_on",
        DefaultMeasure = "amount",
        TimeChoices = [new TimeChoice("status", ["won", "lost"], "closed_on")],
        Columns =
        [
            Text("name", "Deal name", "案件名", ["title", "opportunity name"]) with { Role = ColumnRole.Identity },
            Text("account", "Account", "取引先", ["company", "customer", "会社", "顧客"], "青葉工業", "Northwind", "北斗商事"),
            Text("industry", "Industry", "業種", ["sector", "業界"], "製造業", "小売業", "IT", "金融"),
            Text("owner", "Owner", "担当者", ["sales rep", "担当", "営業担当"], "佐伯 美咲", "高梨 亮", "中村 遥", "Daniel Ortiz"),
            Text("team", "Team", "チーム", [], "東日本", "西日本", "Global"),
            Text("pipeline", "Pipeline", "パイプライン", [], "新規", "更新"),
            Text("stage", "Stage", "ステージ", ["phase", "段階"], "初回面談", "提案", "見積", "交渉"),
            Text("status", "Status", "状態", ["ステータス"], "open", "won", "lost") with
            {
                ValueSynonyms = new Dictionary<string, IReadOnlyList<string>>
                {
                    ["won"] = ["受注", "成約", "closed won"], ["lost"] = ["失注", "closed lost"], ["open"] = ["進行中", "商談中"],
                },
                ValueTitles = new Dictionary<string, IReadOnlyDictionary<string, string>>
                {
                    ["ja"] = new Dictionary<string, string> { ["open"] = "進行中", ["won"] = "受注", ["lost"] = "失注" },
                },
            },
            Number("amount", "Amount", "金額", ColumnType.Money, "sum", ["deal size", "deal value", "revenue", "sales", "売上"]) with { Currency = "JPY" },
            Number("weighted_amount", "Weighted amount", "加重金額", ColumnType.Money, "sum", []) with { Currency = "JPY" },
            Number("probability", "Probability", "確度", ColumnType.Number, "mean", ["確率"]) with { Unit = "%" },
            Text("lost_reason", "Lost reason", "失注理由", [], "価格", "時期", "競合"),
            Date("created_on", "Created on", "作成日", []),
            Date("expected_close_on", "Expected close", "完了予定日", ["予定日"]),
            Date("closed_on", "Closed on", "完了日", ["closing date", "close date", "受注日"]),
            Number("days_open", "Days open", "商談日数", ColumnType.Integer, "mean", ["経過日数"]) with { Unit = "days" },
        ],
    };

    /// <summary>Deals and activities as the product publishes them, both open to the person.</summary>
    public static DatasetContract[] Published { get; } =
    [
        WithPeople(DealsDataset.Contract("JPY")), WithPeople(ActivitiesDataset.Contract),
    ];

    private static DatasetContract WithPeople(DatasetContract contract) => contract with
    {
        Columns = [.. contract.Columns.Select(c => c.Name switch
        {
            "owner" => c with { Values = ["佐伯 美咲", "高梨 亮", "佐藤 健", "佐藤 花子", "Daniel Ortiz", "Emma Reyes"] },
            "account" => c with { Values = ["青葉工業", "Northwind", "北斗商事"] },
            "team" => c with { Values = ["東日本営業部", "西日本営業部"] },
            "stage" => c with { Values = ["引き合い", "提案", "見積"] },
            _ => c.ValueSynonyms.Count > 0 ? c with { Values = [.. c.ValueSynonyms.Keys] } : c,
        })],
    };

    public static DatasetContract Activities { get; } = new()
    {
        Key = "crm_activities",
        Titles = Title("Activities", "活動"),
        Synonyms = ["activities", "活動", "行動"],
        CountOf = Title("activities", "活動"),
        DefaultTime = "happened_on",
        Columns =
        [
            Text("kind", "Kind", "種別", ["type"], "call", "meeting", "email", "task"),
            Text("subject", "Subject", "件名", []) with { Role = ColumnRole.Identity },
            Text("owner", "Owner", "担当者", ["担当"], "佐伯 美咲", "高梨 亮", "中村 遥", "Daniel Ortiz"),
            Text("account", "Account", "取引先", ["会社"], "青葉工業", "Northwind", "北斗商事"),
            Text("deal", "Deal", "案件", []),
            Date("happened_on", "Happened on", "実施日", []),
            Date("due_on", "Due on", "期限日", ["deadline"]),
            Date("done_on", "Done on", "完了日", []),
            new Column { Name = "overdue", Titles = Title("Overdue", "期限切れ"), Type = ColumnType.Boolean, Role = ColumnRole.Dimension },
        ],
    };

    private static Dictionary<string, string> Title(string en, string ja) => new() { ["en"] = en, ["ja"] = ja };

    private static Column Text(string name, string en, string ja, string[] synonyms, params string[] values) => new()
    {
        Name = name,
        Titles = Title(en, ja),
        Type = ColumnType.Text,
        Role = ColumnRole.Dimension,
        Synonyms = synonyms,
        Values = values.Length == 0 ? null : values,
    };

    private static Column Number(string name, string en, string ja, ColumnType type, string aggregate, string[] synonyms) => new()
    {
        Name = name,
        Titles = Title(en, ja),
        Type = type,
        Role = ColumnRole.Measure,
        DefaultAggregate = aggregate,
        Synonyms = synonyms,
    };

    private static Column Date(string name, string en, string ja, string[] synonyms) => new()
    {
        Name = name,
        Titles = Title(en, ja),
        Type = ColumnType.Date,
        Role = ColumnRole.Time,
        Synonyms = synonyms,
    };
}
