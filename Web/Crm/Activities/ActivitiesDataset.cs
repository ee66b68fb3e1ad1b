using Web.Semantics;
using static Web.Crm.CrmDatasets;

namespace Web.Crm.Activities;

/// <summary><c>crm_activities</c>: calls, mails, meetings, notes and tasks. A task counts on the day it was done.</summary>
internal static class ActivitiesDataset
{
    public static DatasetSource Source { get; } = new()
    {
        From = "app.activity_feed a",
        TenantColumn = "a.tenant_id",
        RowKey = ("a.id", "uuid"),
        Joins = new Dictionary<string, SourceJoin>
        {
            ["own"] = new("left join app.members own on own.tenant_id = a.tenant_id and own.id = a.owner_id"),
            ["d"] = new("left join app.deals d on d.tenant_id = a.tenant_id and d.id = a.entity_id and a.entity = 'deal'"),
            ["c"] = new("left join app.contacts c on c.tenant_id = a.tenant_id and c.id = a.entity_id and a.entity = 'contact'"),
            ["acc"] = new(
                "left join app.accounts acc on acc.tenant_id = a.tenant_id and acc.id = case a.entity when 'account' then a.entity_id when 'deal' then d.account_id else c.account_id end",
                "d", "c"),
        },
        Columns = new Dictionary<string, SourceColumn>
        {
            ["kind"] = new("a.kind"),
            ["subject"] = new("a.subject"),
            ["owner"] = new("own.name", "own"),
            ["account"] = new("acc.name", "acc") { Names = AccountNames },
            ["deal"] = new("d.name", "d") { Names = DealNames },
            ["happened_on"] = new("a.happened_on"),
            ["due_on"] = new("a.due_on"),
            ["done_on"] = new("a.done_on"),
            ["overdue"] = new("coalesce(a.due_on < @today and a.done_on is null, false)", Today: true),
        },
    };

    public static DatasetContract Contract { get; } = new()
    {
        Key = "crm_activities",
        Titles = Words("Activities", "活動"),
        Descriptions = Words("Calls, mails, meetings, notes and tasks, with who did them and for whom.", "電話・メール・訪問・メモ・タスクと、その担当・相手。"),
        Synonyms = ["activity", "interactions", "touches", "touchpoints", "actions", "活動履歴", "営業活動", "行動", "アクティビティ", "対応履歴", "コンタクト履歴"],
        DefaultTime = "happened_on",
        TimeChoices = [new("overdue", ["true", "false"], "due_on")],
        DefaultGrain = Grain.Week,
        CountOf = Words("activities", "活動"),
        Certified = true,
        Columns =
        [
            WithValues(Text("kind", ColumnRole.Dimension, "Kind", "種類", "type", "activity type", "kinds", "種別", "区分", "タイプ", "活動種別"),
                ("call", "Call", "電話", ["calls", "phone call", "phone calls", "架電", "通話", "コール", "テレアポ"]),
                ("mail", "Mail", "メール", ["mails", "email", "emails", "e-mail", "e-mails", "Eメール"]),
                ("meeting", "Meeting", "打ち合わせ", ["meetings", "visit", "visits", "appointment", "訪問", "商談", "会議", "面談", "打合せ", "ミーティング", "アポ"]),
                ("note", "Note", "メモ", ["notes", "memo", "memos", "記録", "ノート"]),
                ("task", "Task", "タスク", ["tasks", "to-do", "todo", "todos", "やること", "作業", "宿題"])),
            Text("subject", ColumnRole.Identity, "Subject", "件名", "title", "タイトル", "題名", "内容"),
            Text("owner", ColumnRole.Dimension, "Owner", "担当", "rep", "sales rep", "salesperson", "person", "assignee", "who", "担当者", "営業担当", "営業", "人"),
            Text("account", ColumnRole.Dimension, "Account", "取引先", "customer", "client", "company", "顧客", "お客様", "得意先", "会社", "企業", "客先") with { LookedUp = true },
            Text("deal", ColumnRole.Dimension, "Deal", "案件", "opportunity", "deal name", "商談名", "案件名") with { LookedUp = true },
            Time("happened_on", "Happened", "実施日", "date", "day", "when", "activity date", "happened", "日付", "活動日", "対応日", "日"),
            Time("due_on", "Due", "期限", "due date", "deadline", "due", "期日", "締切", "締め切り", "納期"),
            Time("done_on", "Done", "完了日", "done", "completed", "completion date", "finished", "完了", "終了日"),
            new Column
            {
                Name = "overdue", Titles = Words("Overdue", "期限切れ"), Type = ColumnType.Boolean, Role = ColumnRole.Dimension,
                Synonyms = ["late", "past due", "behind", "missed", "遅延", "遅れ", "超過", "期限超過", "遅れている"],
            },
        ],
    };

    private static Column Text(string name, ColumnRole role, string en, string ja, params string[] synonyms) =>
        new() { Name = name, Titles = Words(en, ja), Type = ColumnType.Text, Role = role, Synonyms = synonyms };

    private static Column Time(string name, string en, string ja, params string[] synonyms) =>
        new() { Name = name, Titles = Words(en, ja), Type = ColumnType.Date, Role = ColumnRole.Time, Synonyms = synonyms };
}
