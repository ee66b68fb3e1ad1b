using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace Web.Data;

/// <summary>A record of which a company has few, changes them seldom and reads them on every page; see <see cref="Remembered"/>.</summary>
public interface IRemembered;

/// <summary>
/// What pages read again and again of a company (its stages, its people), kept for half a minute or until any instance
/// changes it. A change counts at once where it was made, and elsewhere as soon as the database has told of it.
/// </summary>
internal sealed class Remembered(Caches caches) : IListens, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private readonly IMemoryCache companies = caches.Make(5_000);
    private int era; // what was remembered in an earlier one is not found any more

    string IListens.Channel => "remembered_changed";

    /// <param name="read">Reads what is committed; asked only when nothing is known.</param>
    public async ValueTask<T> GetAsync<T>(Guid tenant, Func<CancellationToken, Task<T>> read, CancellationToken cancellation) where T : class
    {
        // Whoever began to read before a change puts what it read into a memory that nobody looks into any more.
        var memory = Of(tenant);
        if (memory.TryGetValue(typeof(T), out var known)) return (T)known;
        var value = await read(cancellation);
        memory[typeof(T)] = value;
        return value;
    }

    public void Forget(Guid tenant) => companies.Remove((era, tenant));

    void IListens.Heard(string message)
    {
        if (Guid.TryParse(message, out var tenant)) Forget(tenant);
    }

    void IListens.MayHaveMissed() => Interlocked.Increment(ref era);

    public void Dispose() => companies.Dispose();

    private ConcurrentDictionary<Type, object> Of(Guid tenant)
    {
        var key = (era, tenant);
        return companies.TryGetValue(key, out ConcurrentDictionary<Type, object>? memory) && memory is not null ? memory
            : companies.Set(key, new ConcurrentDictionary<Type, object>(), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 1 });
    }
}
