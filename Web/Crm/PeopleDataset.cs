using Web.Semantics;
using static Web.Crm.CrmDatasets;

namespace Web.Crm;

/// <summary><c>crm_people</c>: who owns records, and their team. Others are related to it.</summary>
internal static class PeopleDataset
{
    public const string Key = "crm_people";

    public static DatasetSource Source { get; } = new()
    {
        From = "app.members m",
        TenantColumn = "m.tenant_id",
        RowKey = ("m.id", "uuid"),
        Joins = new Dictionary<string, SourceJoin> { ["tm"] = new("left join app.teams tm on tm.tenant_id = m.tenant_id and tm.id = m.team_id") },
        Keys = new Dictionary<string, SourceColumn> { ["id"] = new("m.id") },
        Columns = new Dictionary<string, SourceColumn> { ["name"] = new("m.name"), ["team"] = new("tm.name", "tm") },
    };

    public static DatasetContract Contract { get; } = new()
    {
        Key = Key,
        Titles = Words("People", "担当者"),
        CountOf = Words("people", "担当者"),
        Certified = true,
        Columns =
        [
            new Column { Name = "name", Titles = Words("Name", "氏名"), Type = ColumnType.Text, Role = ColumnRole.Identity },
            new Column
            {
                Name = "team", Titles = Words("Team", "チーム"), Type = ColumnType.Text, Role = ColumnRole.Dimension,
                Synonyms = ["group", "department", "sales team", "部署", "部門", "営業チーム"],
            },
        ],
    };
}
