using System.Text;
using System.Text.RegularExpressions;
using Web.Kernel;
using Web.Semantics;
using Web.Semantics.Sql;

namespace Web.Insights.Superset;

/// <summary>
/// A dataset as Superset reads it: one select of our own making, a column for each of the contract's, in the units people see. It
/// names the company by its id, and reads from the company's own schema, the only one that the connection's login can see.
/// </summary>
internal static partial class VirtualDataset
{
    /// <exception cref="CannotShowException">Rows depend on who reads them, or on one currency for each row.</exception>
    public static string Sql(Dataset dataset, Guid tenant, string schema, Calendar calendar)
    {
        if (dataset.RowFilters.Count > 0) throw new CannotShowException("row_filter");
        var source = dataset.Source;
        var joins = new List<string>();
        var terms = dataset.Contract.Columns.Where(column => column is { Hidden: false, Related: null } && source.Columns.ContainsKey(column.Name)).Select(column => $"  {Term(column, source, joins, calendar)} as \"{column.Name}\"").ToList();
        var text = new StringBuilder("select\n").AppendJoin(",\n", terms).Append("\nfrom ").Append(Inside(source.From, schema));
        foreach (var alias in joins) text.Append('\n').Append(Inside(source.Joins[alias].Sql, schema));
        text.Append("\nwhere ").Append(source.TenantColumn).Append(" = '").Append(tenant).Append("'::uuid");
        if (source.Where is not null) text.Append("\n  and ").Append(source.Where);
        return text.ToString();
    }

    private static string Term(Column column, DatasetSource source, List<string> joins, Calendar calendar)
    {
        var found = source.Columns[column.Name];
        if (found.Join is not null) Need(found.Join, source, joins);
        var zone = calendar.Zone.Id.Replace("'", "''", StringComparison.Ordinal);
        var sql = found.Sql.Replace("@today", $"(now() at time zone '{zone}')::date", StringComparison.Ordinal);
        return column switch
        {
            { Type: ColumnType.Money } => MoneySql.Major(sql, column, found with { Sql = sql }),
            { Type: ColumnType.Timestamp } => $"({sql}) at time zone '{zone}'",
            _ => sql,
        };
    }

    private static void Need(string alias, DatasetSource source, List<string> joins)
    {
        if (joins.Contains(alias)) return;
        foreach (var earlier in source.Joins[alias].After) Need(earlier, source, joins);
        joins.Add(alias);
    }

    private static string Inside(string clause, string schema) => OurSchema().Replace(clause, schema + ".");

    [GeneratedRegex(@"\bapp\.", RegexOptions.None, 1000)]
    private static partial Regex OurSchema();
}
