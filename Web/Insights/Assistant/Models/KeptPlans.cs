using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using Web.Data;
using Web.Insights.Review;
using Web.Semantics;

namespace Web.Insights.Assistant.Models;

/// <summary>Everything that a model's answer stands on. Two people share an answer only where all of it is the same.</summary>
/// <param name="Rights">A digest of what they may ask about, of which rows, on which day, and of whom.</param>
/// <param name="Words">The words, made equal as <see cref="SameWords"/> does.</param>
/// <param name="Previous">The chart that the words may change.</param>
public readonly record struct PlanKey(Guid Tenant, string Rights, string Words, string Locale, string Previous)
{
    internal static PlanKey Of(Guid tenant, ModelRequest request)
    {
        var reader = request.Reader;
        var model = request.Model;
        string[] rights =
        [
            $"{model.Mark} {model.Endpoint} {model.Model} {model.ShareValues}", $"{reader.Today:O} {reader.Calendar.Zone.Id} {reader.Calendar.FiscalYearStart}",
            .. reader.Catalog.Datasets.OrderBy(dataset => dataset.Contract.Key, StringComparer.Ordinal).Select(DatasetMarks.Of),
            .. request.Examples.Select(example => $"{example.Words}\n{example.Query.ToJson()}"),
        ];
        var digest = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(rights)));
        return new PlanKey(tenant, digest, SameWords.KeyOf(request.Utterance), reader.Locale, request.Previous?.ToJson() ?? "");
    }
}

/// <summary>What models proposed and the gate let through, for a while: the same question costs once.</summary>
public sealed class KeptPlans(Caches caches) : IDisposable
{
    private static readonly TimeSpan Known = TimeSpan.FromHours(1);
    private readonly IMemoryCache plans = caches.Make(20_000);

    public ModelReading? Find(PlanKey key) => plans.TryGetValue(key, out ModelReading? reading) ? reading : null;

    public void Keep(PlanKey key, ModelReading reading)
    {
        if (reading is ModelReading.Nothing) return;
        plans.Set(key, reading, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Known, Size = 1 });
    }

    public void Dispose() => plans.Dispose();
}

/// <summary>A dataset as one reader may use it, as a digest: its words and rules and whose rows, but not the values in them.</summary>
internal static class DatasetMarks
{
    private static readonly ConditionalWeakTable<Dataset, string> Known = [];

    public static string Of(Dataset dataset) => Known.GetValue(dataset, static one =>
    {
        // Values come and go with every record; who may see which is in the row filters, and a kept plan passes the gate again.
        var contract = one.Contract with { RowCount = null, RefreshedAt = null, Columns = [.. one.Contract.Columns.Select(column => column with { Values = null })] };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes((object?[])[contract, one.EveryRowFilter], ChartJson.Options)));
    });
}
