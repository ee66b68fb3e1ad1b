using Web.Semantics;
using static Web.Crm.CrmDatasets;

namespace Web.Crm.Accounts;

/// <summary><c>crm_accounts</c>: a row for each account that is not in the bin. Others are related to it.</summary>
internal static class AccountsDataset
{
    public const string Key = "crm_accounts";

    public static DatasetSource Source { get; } = new()
    {
        From = "app.accounts a",
        TenantColumn = "a.tenant_id",
        RowKey = ("a.id", "uuid"),
        Where = "a.deleted_at is null",
        Keys = new Dictionary<string, SourceColumn> { ["id"] = new("a.id") },
        Columns = new Dictionary<string, SourceColumn>
        {
            ["name"] = new("a.name"),
            ["industry"] = new("a.industry"),
            ["region"] = new("a.region"),
            ["city"] = new("a.city"),
            ["employees"] = new("a.employees"),
        },
    };

    public static DatasetContract Contract { get; } = new()
    {
        Key = Key,
        Titles = Words("Accounts", "取引先"),
        Descriptions = Words("Every account with its industry, place and size.", "取引先ごとの業種・所在地・規模。"),
        CountOf = Words("accounts", "取引先"),
        Certified = true,
        Columns =
        [
            Text("name", ColumnRole.Identity, "Name", "名称"),
            Text("industry", ColumnRole.Dimension, "Industry", "業種", "sector", "業界", "産業", "分野"),
            Text("region", ColumnRole.Dimension, "Region", "都道府県", "prefecture", "state", "province", "area", "地域", "県"),
            Text("city", ColumnRole.Dimension, "City", "市区町村", "town", "都市", "市町村"),
            new Column
            {
                Name = "employees", Titles = Words("Employees", "従業員数"), Type = ColumnType.Integer, Role = ColumnRole.Measure, DefaultAggregate = Aggregates.Mean,
                Synonyms = ["company size", "number of employees", "社員数", "会社規模", "従業員"],
            },
        ],
    };

    private static Column Text(string name, ColumnRole role, string en, string ja, params string[] synonyms) =>
        new() { Name = name, Titles = Words(en, ja), Type = ColumnType.Text, Role = role, Synonyms = synonyms };
}
