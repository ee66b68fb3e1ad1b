using System.Text.Json;
using Web.Insights.Datasets.Csv;
using Web.Insights.Datasets.Loading;
using Web.Semantics;
using Web.Tests.Support;

namespace Web.Tests.Language.Domains;

/// <summary>A file that nobody has described, and what people ask of it. Every third request is held out, it is only ever scored; unless a file <c>seen</c> says that all were looked at.</summary>
internal sealed record Domain(string Key, string File, DatasetContract Contract, IReadOnlyList<(Example Example, bool HeldOut)> Requests)
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    private static string Folder => Path.Combine(SourceTree.Root, "Web.Tests", "Language", "Corpus", "domains");

    /// <summary>The part of a contract that somebody wrote later, if anybody did.</summary>
    public string? Written => Path.Combine(Path.GetDirectoryName(File)!, "contract.json") is var path && System.IO.File.Exists(path) ? path : null;

    /// <param name="from">A folder of tables kept elsewhere, instead of the repository's own.</param>
    public static async Task<List<Domain>> AllAsync(string? from = null)
    {
        List<Domain> all = [];
        foreach (var folder in Directory.GetDirectories(from ?? Folder).Order(StringComparer.Ordinal)) all.Add(await ReadAsync(folder));
        return all;
    }

    public static Task<Domain> OfAsync(string key) => ReadAsync(Path.Combine(Folder, key));

    private static async Task<Domain> ReadAsync(string folder)
    {
        var (key, file) = (Path.GetFileName(folder), Path.Combine(folder, "data.csv"));
        var contract = await ContractAsync(key, file);
        var seen = System.IO.File.Exists(Path.Combine(folder, "seen"));
        var requests = System.IO.File.ReadLines(Path.Combine(folder, "requests.jsonl")).Where(line => line.Length > 0)
            .Select((line, number) => (Expected.Named(JsonSerializer.Deserialize<Example>(line, Options)!, contract), number % 3 == 2 && !seen));
        return new Domain(key, file, contract, [.. requests]);
    }

    /// <summary>As an upload of the bare file infers it, with every value of its texts.</summary>
    private static async Task<DatasetContract> ContractAsync(string key, string file)
    {
        var plan = await CsvInference.ReadAsync(() => System.IO.File.OpenRead(file), Tokyo, CancellationToken.None);
        var values = plan.Columns.Select(_ => new SortedSet<string>(StringComparer.Ordinal)).ToList();
        await using var rows = System.IO.File.OpenRead(file);
        await foreach (var batch in new CsvRows(plan, Tokyo).ReadAsync(rows, 0, 1000, CancellationToken.None))
        {
            for (var i = 0; i < values.Count; i++) values[i].UnionWith(batch.Cells[i].OfType<string>());
        }
        var contract = DatasetShape.ToAsk(plan, key, key);
        return contract with { Columns = [.. contract.Columns.Select((column, i) => column.Type == ColumnType.Text ? column with { Values = [.. values[i]] } : column)] };
    }
}
