using Web.Insights.Datasets.Access;
using Web.Kernel;
using Web.Semantics;
using Calendar = Web.Kernel.Calendar;

namespace Web.Insights.Datasets.History;

/// <summary>An earlier state of a contract over the rows of today: those may be others since, so a column that they do not fit stays as it is.</summary>
internal static class EarlierContract
{
    public static DatasetContract Over(UploadedDataset dataset, DatasetContract old)
    {
        var today = dataset.Contract;
        var known = old.Columns.GroupBy(column => column.SourceName ?? column.Name).ToDictionary(group => group.Key, group => group.First());
        List<Column> columns = [.. today.Columns.Select((column, place) =>
            known.TryGetValue(column.SourceName ?? column.Name, out var was) && DatasetRows.CanShow(dataset.Kinds[place], was.Type) && SameMoney(was, column) ? was with { Name = column.Name } : column)];
        if (columns.TrueForAll(column => column.Hidden)) columns = [.. columns.Zip(today.Columns, (column, now) => column with { Hidden = now.Hidden })];
        bool Holds(string name, ColumnRole role) => columns.Exists(column => column.Name == name && column.Role == role);
        string? Still(string? was, string? now, ColumnRole role) => was is null || Holds(was, role) ? was : now is not null && Holds(now, role) ? now : null;
        return old with
        {
            Columns = columns,
            DefaultTime = Still(old.DefaultTime, today.DefaultTime, ColumnRole.Time),
            DefaultMeasure = Still(old.DefaultMeasure, today.DefaultMeasure, ColumnRole.Measure),
        };
    }

    /// <summary>A filter that does not fit the columns would close the dataset.</summary>
    public static bool Fits(string filter, DatasetContract contract, DatasetSource source, Calendar calendar, DateOnly today) =>
        RowFilter.Misfits(RowFilter.Read(filter), new Dataset(contract, source), calendar, today).Count == 0;

    /// <summary>The stored figures are of the currency's smallest unit, which another currency may share.</summary>
    private static bool SameMoney(Column was, Column now) =>
        was.Currency == now.Currency || (was.Currency is { } old && now.Currency is { } today && Money.Decimals(old) == Money.Decimals(today));
}
