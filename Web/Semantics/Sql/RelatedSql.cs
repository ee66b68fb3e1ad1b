using System.Globalization;

namespace Web.Semantics.Sql;

/// <summary>
/// The one row of a related dataset for each row here, as a join. It reads through the other dataset's own source, tenant, condition and row
/// filters of the same reader, and only the columns that were asked for. A key that two rows have names none, so nothing is counted twice.
/// </summary>
internal sealed class RelatedSql(CheckedQuery query, RelatedRows related, string alias, Parameters parameters)
{
    private readonly Rows rows = new(query with { Dataset = related.Dataset }, parameters);
    private readonly SortedDictionary<int, Column> asked = [];

    public void Ask(Column column)
    {
        var columns = related.Dataset.Contract.Columns;
        for (var i = 0; i < columns.Count; i++)
            if (columns[i].Name == column.Name) asked[i] = columns[i];
    }

    /// <param name="own">The SQL of the column here.</param>
    public string Write(string own)
    {
        var key = rows.Stored(related.Key);
        var unique = related.Dataset.Source.Keys.ContainsKey(related.Key); // an id of our own
        List<string> terms = [$"{key} as k", .. unique ? Array.Empty<string>() : [$"count(*) over (partition by {key}) as n"]];
        foreach (var (place, column) in asked)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"c{place + 1}");
            terms.Add($"{rows.Stored(column)} as {name}");
            if (column is { Type: ColumnType.Money, Currency: null }) terms.Add($"{rows.Currency(column)} as {name}_currency");
        }
        var conditions = QueryChecker.RowConditions(related.Dataset, query.Calendar, query.Today, out _);
        var where = string.Join(" and ", [.. rows.Where(conditions ?? []), $"{key} is not null", .. conditions is null ? ["false"] : Array.Empty<string>()]);
        return $"left join (select {string.Join(", ", terms)} from {string.Join(' ', [rows.From, .. rows.Joins])} where {where}) {alias} on {alias}.k = {own}{(unique ? "" : $" and {alias}.n = 1")}";
    }
}
