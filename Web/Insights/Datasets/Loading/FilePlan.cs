using Web.Insights.Datasets.Csv;
using Web.Kernel;
using Web.Semantics;

namespace Web.Insights.Datasets.Loading;

/// <summary>How a file's columns become those of a dataset.</summary>
/// <param name="Places">For each column of the dataset, where it is in the file.</param>
internal sealed record FilePlan(CsvPlan Csv, IReadOnlyList<int> Places)
{
    public static async Task<FilePlan> NewAsync(Func<Stream> open, TimeZoneInfo zone, CancellationToken cancellation)
    {
        return Of(await CsvInference.ReadAsync(open, zone, cancellation));
    }

    /// <summary>As somebody has looked at it and said.</summary>
    public static FilePlan Of(CsvPlan csv) => new(csv, [.. Enumerable.Range(0, csv.Columns.Count)]);

    /// <summary>A file whose rows join those of a dataset: the same columns by their headers, read as the types that are there.</summary>
    /// <exception cref="RefusalException">422: a column is missing, unknown, or of another currency.</exception>
    public static async Task<FilePlan> JoiningAsync(DatasetContract contract, IReadOnlyList<string> kinds, Func<Stream> open, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var csv = await CsvInference.ReadAsync(open, zone, cancellation);
        var places = contract.Columns.Select(column => PlaceOf(csv, column)).ToList();
        MustFit(contract, csv, places);
        var changed = false;
        for (var i = 0; i < places.Count; i++)
        {
            var (found, kind) = (csv.Columns[places[i]], Enum.Parse<ColumnType>(kinds[i], ignoreCase: true));
            if (found.Column.Type == kind && (kind != ColumnType.Money || found.Column.Currency == contract.Columns[i].Currency)) continue;
            csv = csv.WithType(found.Column.Name, kind, kind == ColumnType.Money ? contract.Columns[i].Currency : null);
            changed = true;
        }
        return new FilePlan(changed ? await CsvInference.RecountAsync(csv, open, zone, cancellation) : csv, places);
    }

    private static int PlaceOf(CsvPlan csv, Column column)
    {
        for (var i = 0; i < csv.Columns.Count; i++)
            if (csv.Columns[i].Column.SourceName == column.SourceName) return i;
        return -1;
    }

    private static void MustFit(DatasetContract contract, CsvPlan csv, List<int> places)
    {
        var missing = contract.Columns.Where((_, i) => places[i] < 0)
            .Select(column => new Kernel.Fault("file", "column_missing", column.SourceName ?? column.Name) { Column = column.SourceName ?? column.Name });
        var unknown = csv.Columns.Where((_, i) => !places.Contains(i))
            .Select(column => new Kernel.Fault("file", "column_unexpected", column.Column.SourceName ?? column.Column.Name) { Column = column.Column.SourceName ?? column.Column.Name });
        List<Kernel.Fault> faults = [.. missing, .. unknown];
        if (faults.Count > 0) throw new RefusalException(422, "columns_do_not_fit") { Faults = faults };
    }
}
