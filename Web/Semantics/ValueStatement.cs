using System.Collections.Immutable;
using System.Globalization;
using Web.Semantics.Sql;
using Calendar = Web.Kernel.Calendar;

namespace Web.Semantics;

/// <summary>The distinct values of some text columns, of the rows that a dataset's row filters leave.</summary>
public static class ValueStatement
{
    /// <param name="columns">Names of the contract; the statement's first column is the place in this list, its second the value.</param>
    /// <param name="most">At most so many of each column.</param>
    /// <returns>Null where a row filter does not fit the contract: then there are no values.</returns>
    public static SqlText? Compile(Dataset dataset, IReadOnlyList<string> columns, int most, Calendar calendar, DateOnly today)
    {
        if (columns.Count == 0 || QueryChecker.RowConditions(dataset, calendar, today, out _) is not { } conditions) return null;
        var query = new CheckedQuery
        {
            Query = new ChartQuery { ChartType = ChartType.Table, Dataset = dataset.Contract.Key },
            Shape = null!, // nothing is drawn
            Dataset = dataset, Calendar = calendar, Today = today, Dimensions = [], Measures = [], Hidden = [], Conditions = conditions, GroupConditions = [],
            Sort = new CheckedSort(new SortTarget.Dimension(0), SortOrder.Asc), Raw = true,
        };
        var parameters = new Parameters(query);
        var branches = columns.Select((name, place) => Branch(query, parameters, dataset.Contract.Columns.First(column => column.Name == name), place, most));
        return new SqlText(string.Join("\nunion all\n", branches.ToList()), parameters.All, [], most);
    }

    private static string Branch(CheckedQuery query, Parameters parameters, Column column, int place, int most)
    {
        var rows = new Rows(query, parameters);
        var value = rows.Stored(column);
        ImmutableArray<string> where = [.. rows.Where(query.Conditions), $"{value} is not null"];
        if (query.Dataset.Source.Columns[column.Name].OrderSql is { } order)
            return string.Create(CultureInfo.InvariantCulture, $"(select {place}, {value}::text from {string.Join(' ', [rows.From, .. rows.Joins])} where {string.Join(" and ", where)} group by 2 order by min({order}), 2 limit {most})");
        return string.Create(CultureInfo.InvariantCulture, $"(select distinct {place}, {value}::text from {string.Join(' ', [rows.From, .. rows.Joins])} where {string.Join(" and ", where)} limit {most})");
    }
}
