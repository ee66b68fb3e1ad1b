using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using Web.Data;

namespace Web.Tenancy;

/// <summary>
/// Finds tenants by exact slug or id through one narrow definer function, before any tenant is entered. What it found it
/// remembers for half a minute, or until an instance tells that it changed (a suspension counts at once everywhere).
/// </summary>
public sealed class TenantDirectory(NpgsqlDataSource source, Caches caches) : IListens, IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RememberedAbsent = TimeSpan.FromSeconds(5);
    private readonly IMemoryCache known = caches.Make(20_000);
    private int era; // what was remembered in an earlier one is not found any more
    private int changes; // what was looked up while one came is not remembered
    private int births; // nor who was not there, once somebody unknown was told of

    public ValueTask<Tenant?> FindAsync(string slug, CancellationToken cancellation) => FindAsync(slug, null, slug, cancellation);

    public ValueTask<Tenant?> FindAsync(Guid id, CancellationToken cancellation) => FindAsync(null, id, id, cancellation);

    string IListens.Channel => "tenant_changed";

    void IListens.Heard(string message)
    {
        if (Guid.TryParse(message, out var id)) Forget(id);
    }

    void IListens.MayHaveMissed() => Interlocked.Increment(ref era);

    internal void Forget(Guid id)
    {
        Interlocked.Increment(ref changes);
        if (known.TryGetValue(KeyOf(id), out Tenant? tenant) && tenant is not null) known.Remove(KeyOf(tenant.Slug));
        else Interlocked.Increment(ref births);
        known.Remove(KeyOf(id));
    }

    public void Dispose() => known.Dispose();

    private ValueTask<Tenant?> FindAsync(string? slug, Guid? id, object key, CancellationToken cancellation) =>
        known.TryGetValue(KeyOf(key), out Tenant? tenant) || known.TryGetValue(AbsentKeyOf(key), out tenant) ? new(tenant) : new(LookUpAsync(slug, id, key, cancellation));

    private async Task<Tenant?> LookUpAsync(string? slug, Guid? id, object key, CancellationToken cancellation)
    {
        var before = Volatile.Read(ref changes);
        var absent = AbsentKeyOf(key); // made before it is looked up: who comes meanwhile is found under another
        await using var command = source.CreateCommand(
            """
            select tenant_id, slug, name, status, locale, time_zone, currency, fiscal_year_start, plan, brand_colour, demo, product_name, logo_hash, erase_at
            from app.find_tenant($1, $2)
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)slug ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return Remember<Tenant?>(absent, null, RememberedAbsent);
        var tenant = new Tenant(
            reader.GetGuid(0), reader.GetString(1), reader.GetString(2), Enum.Parse<TenantStatus>(reader.GetString(3), ignoreCase: true),
            reader.GetString(4), reader.GetString(5), reader.GetString(6), reader.GetInt16(7), reader.GetString(8), reader.GetString(9), reader.GetBoolean(10))
        {
            ProductName = Text(reader, 11), LogoHash = Text(reader, 12), EraseAt = reader.IsDBNull(13) ? null : reader.GetFieldValue<DateTimeOffset>(13),
        };
        if (before != Volatile.Read(ref changes)) return tenant;
        Remember(KeyOf(tenant.Slug), tenant, Remembered);
        return Remember(KeyOf(tenant.Id), tenant, Remembered);
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private (int, object) KeyOf(object key) => (era, key);

    private (int, int, object) AbsentKeyOf(object key) => (era, births, key);

    private T Remember<T>(object key, T value, TimeSpan time) =>
        known.Set(key, value, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = time, Size = 1 });
}
