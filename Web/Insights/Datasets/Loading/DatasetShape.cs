using Web.Insights.Datasets.Csv;
using Web.Insights.Datasets.Values;
using Web.Semantics;
using Web.Tenancy;

namespace Web.Insights.Datasets.Loading;

/// <summary>What a dataset is once a file's rows are in: its contract, what its columns are stored as, the values that were seen.</summary>
internal sealed class DatasetShape
{
    private DatasetShape(DatasetContract contract, string[] kinds, ValueCollector values) => (Contract, Kinds, Values) = (contract, kinds, values);

    public DatasetContract Contract { get; }
    public string[] Kinds { get; }
    public ValueCollector Values { get; }

    public static DatasetShape Of(UploadedDataset dataset, DatasetLoad load, CsvPlan plan, Tenant tenant)
    {
        if (load.Mode == LoadMode.Append) return new(dataset.Contract, dataset.Kinds, new ValueCollector(TextsOf(dataset.Kinds), dataset.KnownValues));
        var contract = Inferred(dataset, load, plan, tenant);
        string[] kinds = [.. contract.Columns.Select(column => DatasetRows.KindOf(column.Type))];
        return new(contract, kinds, new ValueCollector(TextsOf(kinds), null));
    }

    /// <summary>The contract as it is now that the rows are in; people may have edited the old one meanwhile.</summary>
    public DatasetContract Settled(UploadedDataset dataset, KnownValues values)
    {
        var contract = dataset.LoadId is null ? Contract : Kept(dataset.Contract, Contract);
        return contract with { Columns = [.. contract.Columns.Select((column, place) => ValueWords.Added(column, values.At(place)))] };
    }

    public void Collect(List<Array> cells)
    {
        for (var i = 0; i < cells.Count; i++)
            if (cells[i] is string?[] texts) Values.Add(i, texts);
    }

    private static IEnumerable<int> TextsOf(string[] kinds) => Enumerable.Range(0, kinds.Length).Where(i => kinds[i] == "text");

    /// <summary>The contract that a file would have.</summary>
    public static DatasetContract ToAsk(CsvPlan plan, string key, string title) => new()
    {
        Key = key,
        Titles = new Dictionary<string, string> { ["en"] = title },
        DefaultTime = plan.DefaultTime,
        DefaultGrain = plan.DefaultGrain,
        DefaultMeasure = plan.DefaultMeasure,
        CountOf = plan.CountOf["en"] == CountWord.Rows["en"] ? CountWord.OfTitle(title) ?? CountWord.OfTitle(key) ?? plan.CountOf : plan.CountOf,
        Columns = [.. plan.Columns.Select(column => column.Column)],
    };

    private static DatasetContract Inferred(UploadedDataset dataset, DatasetLoad load, CsvPlan plan, Tenant tenant)
    {
        var contract = ToAsk(plan, dataset.Key, load.Title ?? TitleOf(load.FileName) ?? NaturalTitle.Of(new Header(dataset.Key)).GetValueOrDefault("en", dataset.Key));
        return contract with { Columns = [.. contract.Columns.Select(column => column is { Type: ColumnType.Money, Currency: null } ? column with { Currency = tenant.Currency } : column)] };
    }

    /// <summary>New rows, the same dataset: what people wrote about it and about the columns that are still there stays.</summary>
    private static DatasetContract Kept(DatasetContract before, DatasetContract fresh)
    {
        var known = before.Columns.GroupBy(column => column.SourceName ?? column.Name).ToDictionary(group => group.Key, group => group.First());
        var columns = fresh.Columns.Select(column => known.TryGetValue(column.SourceName ?? column.Name, out var old) && DatasetRows.CanShow(DatasetRows.KindOf(column.Type), old.Type) && old.Currency == column.Currency
            ? old with { Name = column.Name } : column).ToList();
        string? Still(string? name) => name is not null && columns.Exists(column => column.Name == name) ? name : null;
        return before with
        {
            Columns = columns,
            DefaultTime = Still(before.DefaultTime) ?? fresh.DefaultTime,
            DefaultMeasure = Still(before.DefaultMeasure) ?? fresh.DefaultMeasure,
            DefaultGrain = before.DefaultGrain ?? fresh.DefaultGrain,
        };
    }

    private static string? TitleOf(string fileName) => Path.GetFileNameWithoutExtension(fileName).Trim() is { Length: > 0 } name && !Nameless.Contains(name) ? name : null;

    /// <summary>What programs call a file that nobody has named.</summary>
    private static readonly HashSet<string> Nameless = new(StringComparer.OrdinalIgnoreCase) { "data", "export", "download", "untitled", "file", "upload", "dataset", "output", "result", "results", "sheet1", "book1", "query", "report", "無題", "データ", "エクスポート", "ダウンロード" };
}
