using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Web.Audit;
using Web.Crm.Deals;
using Web.Data;

namespace Web.Tests.Audit;

/// <summary>
/// A company's log told again from its beginning. Each entry must go on from where the one before it left the record, and the last
/// must leave it as it is in its table: a change without an entry, or an entry without a change, breaks that.
/// </summary>
internal sealed class Retelling
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement<object?>(null);
    private readonly AppDb db;
    private readonly ILookup<(string Entity, Guid Record), (string EventType, JsonElement Changes)> told;
    private readonly List<string> differences = [];

    private Retelling(AppDb db, IEnumerable<AuditEntry> entries) => (this.db, told) = (db, entries
        .Where(entry => entry is { Entity: not null, EntityId: not null, Changes: not null })
        .ToLookup(entry => (entry.Entity!, entry.EntityId!.Value), entry => (entry.EventType, JsonSerializer.Deserialize<JsonElement>(entry.Changes!))));

    /// <summary>How many changes of how many records agree, and what does not.</summary>
    public int Changes { get; private set; }

    public int Records { get; private set; }

    public IReadOnlyList<string> Differences => differences;

    public static async Task<Retelling> OfAsync(AppDb db)
    {
        var retelling = new Retelling(db, await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync());
        foreach (var type in db.Model.GetEntityTypes().Where(type => typeof(IRecorded).IsAssignableFrom(type.ClrType) && type.ClrType != typeof(DealContact))) // told as part of its deal
            await (Task)typeof(Retelling).GetMethod(nameof(CompareAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.MakeGenericMethod(type.ClrType).Invoke(retelling, [type])!;
        return retelling;
    }

    private async Task CompareAsync<T>(IEntityType type) where T : class, IRecorded
    {
        var name = ((IRecorded)RuntimeHelpers.GetUninitializedObject(typeof(T))).EntityName;
        var fields = type.GetProperties().Where(IsRecorded).ToDictionary(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        var rows = await db.Set<T>().IgnoreQueryFilters([Fencing.BinFilter]).AsNoTracking().ToDictionaryAsync(row => row.Id);
        foreach (var id in rows.Keys.Concat(told.Select(record => record.Key).Where(key => key.Entity == name).Select(key => key.Record)).Distinct().Order())
            Compare($"{name} {id}", told[(name, id)], fields, rows.TryGetValue(id, out var row) ? db.Entry(row) : null);
    }

    private void Compare(string record, IEnumerable<(string EventType, JsonElement Changes)> entries, Dictionary<string, IProperty> fields, EntityEntry? row)
    {
        Records++;
        var state = fields.Keys.ToDictionary(field => field, _ => Nothing);
        foreach (var (type, changes) in entries)
        {
            Changes++;
            foreach (var change in changes.EnumerateObject().Where(change => fields.ContainsKey(change.Name)))
            {
                if (!Same(fields[change.Name], state[change.Name], change.Value[0])) differences.Add($"{record}: {type} found {change.Name} to be {change.Value[0]}, and nobody told how it became that from {state[change.Name]}");
                state[change.Name] = change.Value[1];
            }
        }
        foreach (var (field, property) in fields)
            if (Now(row, property) is var now && !Same(property, state[field], now)) differences.Add($"{record}: {field} is {now}, and the log leaves it at {state[field]}");
    }

    private static bool IsRecorded(IProperty property) =>
        !property.IsShadowProperty() && !property.IsPrimaryKey() && property.PropertyInfo?.IsDefined(typeof(NotRecordedAttribute), inherit: true) != true;

    private static JsonElement Now(EntityEntry? row, IProperty property)
    {
        var value = row?.Property(property).CurrentValue;
        return JsonSerializer.SerializeToElement(value is Enum word ? JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString()) : value);
    }

    /// <summary>The database keeps moments to the microsecond and JSON without its blanks; the log keeps what the app had.</summary>
    private static bool Same(IProperty property, JsonElement one, JsonElement other)
    {
        if (one.ValueKind == JsonValueKind.Null || other.ValueKind == JsonValueKind.Null) return one.ValueKind == other.ValueKind;
        if (Nullable.GetUnderlyingType(property.ClrType) is var inner && (inner ?? property.ClrType) == typeof(DateTimeOffset)) return (one.GetDateTimeOffset() - other.GetDateTimeOffset()).Duration() <= TimeSpan.FromMicroseconds(1);
        if (property.GetColumnType() == "jsonb" && (one.ValueKind, other.ValueKind) == (JsonValueKind.String, JsonValueKind.String))
            return JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(one.GetString()!), JsonSerializer.Deserialize<JsonElement>(other.GetString()!));
        return JsonElement.DeepEquals(one, other);
    }
}
