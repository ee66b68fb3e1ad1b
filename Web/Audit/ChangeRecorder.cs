using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Web.Data;

namespace Web.Audit;

/// <summary>Writes an audit entry for each record that a save creates, changes or removes.</summary>
internal sealed class ChangeRecorder(TimeProvider time) : ISaveChangesInterceptor
{
    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (AppDb)eventData.Context!;
        var changed = db.ChangeTracker.Entries<IRecorded>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in changed) Record(db, entry);
        return new(result);
    }

    private void Record(AppDb db, EntityEntry<IRecorded> entry)
    {
        var changes = ChangesOf(entry);
        var happening = entry.Entity.TakeHappening();
        if (entry.State == EntityState.Modified && changes.Count == 0 && happening is null) return;
        var (now, verb) = (time.GetUtcNow(), happening ?? Verb(entry.State));
        db.AuditEntries.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            EventType = $"{entry.Entity.EntityName}.{verb}",
            EventCategory = entry.Entity.EventCategory,
            RiskLevel = entry.Entity.RiskOf(verb),
            MemberId = db.Scope.MemberId,
            Entity = entry.Entity.EntityName,
            EntityId = entry.Entity.Id,
            Changes = changes.Count == 0 ? null : JsonSerializer.Serialize(changes, AuditLog.Json),
            IpAddress = db.Scope.Address,
            UserAgent = db.Scope.UserAgent,
        });
    }

    private static Dictionary<string, object?[]> ChangesOf(EntityEntry entry)
    {
        Dictionary<string, object?[]> changes = [];
        foreach (var property in entry.Properties)
        {
            if (property.Metadata.IsShadowProperty() || property.Metadata.IsPrimaryKey()) continue;
            if (property.Metadata.PropertyInfo?.IsDefined(typeof(NotRecordedAttribute)) == true) continue;
            var (before, after) = entry.State switch
            {
                EntityState.Added => (null, property.CurrentValue),
                EntityState.Deleted => (property.OriginalValue, null),
                _ => (property.OriginalValue, property.CurrentValue),
            };
            if (Same(property.Metadata, before, after)) continue;
            changes[JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Metadata.Name)] = [Plain(before), Plain(after)];
        }
        return changes;
    }

    private static bool Same(IProperty property, object? before, object? after) =>
        (before, after) is (null, null) || property.GetValueComparer().Equals(before, after);

    private static object? Plain(object? value) => value is Enum name ? JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString()) : value;

    private static string Verb(EntityState state) => state switch
    {
        EntityState.Added => "created",
        EntityState.Deleted => "deleted",
        _ => "updated",
    };
}
