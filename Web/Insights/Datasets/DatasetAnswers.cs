using System.Text.Json.Nodes;
using Web.Access;
using Web.Data;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Contracts;
using Web.Insights.Datasets.Csv;
using Web.Kernel;
using Web.Ui;

namespace Web.Insights.Datasets;

/// <summary>What the API says of a dataset to this reader.</summary>
internal sealed class DatasetAnswers(AppDb db, PermittedDatasets datasets, RelationKeys keys, CurrentMember member)
{
    public bool Manages => member.Can(Permission.DatasetsManage);

    public JsonObject Contract(PermittedDataset dataset) => ContractJson.Whole(dataset, Locales.Current, Manages);

    /// <summary>The contract; whoever edits it also hears which relations lead to a key that several rows have.</summary>
    public async Task<JsonObject> WholeAsync(PermittedDataset dataset, CancellationToken cancellation)
    {
        var json = Contract(dataset);
        if (!Manages || dataset.Relations.Count == 0 || dataset.Uploaded is null) return json;
        var repeated = await keys.RepeatedAsync(dataset.Relations, cancellation);
        foreach (var (relation, one) in dataset.Relations.Zip(json["relations"]!.AsArray()))
        {
            one!["unique"] = !repeated.TryGetValue(relation.Name, out var key);
            if (key is not null) one["repeated"] = new JsonObject { ["value"] = key.Value, ["rows"] = key.Rows };
        }
        return json;
    }

    /// <summary>The contract after a load, with what became of its rows. Opens a unit of work of its own.</summary>
    public async Task<JsonObject> LoadedAsync(UploadedDataset dataset, DatasetLoad load, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var json = await datasets.FindAsync(dataset.Key, cancellation) is { } found ? await WholeAsync(found, cancellation) : new JsonObject { ["key"] = dataset.Key };
        await work.CommitAsync(cancellation);
        json["load"] = Load(load, dataset.Key);
        return json;
    }

    public static JsonObject Load(DatasetLoad load, string key) => new()
    {
        ["id"] = load.Id,
        ["mode"] = load.Mode.ToString().ToLowerInvariant(),
        ["status"] = load.Status.ToString().ToLowerInvariant(),
        ["file_name"] = load.FileName,
        ["rows_loaded"] = load.RowsLoaded,
        ["rows_skipped"] = load.RowsSkipped,
        ["assumptions"] = new JsonArray([.. load.Assumptions.Select(Assumption)]),
        ["errors"] = load.FaultyRows is null ? null : $"/api/v1/datasets/{key}/loads/{load.Id}/errors",
    };

    private static JsonNode Assumption(string assumption)
    {
        var parts = assumption.Split(':', 2);
        return new JsonObject { ["code"] = parts[0], ["column"] = parts.ElementAtOrDefault(1), ["message"] = CsvTexts.Get(parts[0], Locales.Current) };
    }
}
