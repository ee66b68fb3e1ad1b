using System.Text.Encodings.Web;
using System.Text.Json;
using Web.Audit;
using Web.Data;

namespace Web.Insights.Datasets;

/// <summary>What happened to a dataset, for the audit log: the parts of the contract that changed, each before and after.</summary>
internal static class DatasetLog
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="changes">By JSON pointer without its first slash.</param>
    public static void Note(this AppDb db, UploadedDataset dataset, string happening, DateTimeOffset now, IReadOnlyDictionary<string, object?[]>? changes = null) =>
        db.NoteDataset(dataset.Id, dataset.Key, happening, now, changes);

    public static void NoteDataset(this AppDb db, Guid id, string key, string happening, DateTimeOffset now, IReadOnlyDictionary<string, object?[]>? changes = null) =>
        db.AuditEntries.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            EventType = $"dataset.{happening}",
            EventCategory = "insights",
            MemberId = db.Scope.MemberId,
            Entity = "dataset",
            EntityId = id,
            Description = key,
            Changes = changes is null or { Count: 0 } ? null : JsonSerializer.Serialize(changes, Json),
            IpAddress = db.Scope.Address,
            UserAgent = db.Scope.UserAgent,
        });
}
