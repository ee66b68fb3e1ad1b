using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace Web.Data;

/// <summary>A record of which a company has few, changes them seldom and reads them on every page; see <see cref="Remembered"/>.</summary>
public interface IRemembered;

/// <summary>
/// What pages read again and again of a company (its stages, its people), kept for half a minute or until any instance
/// changes it. A change counts at once where it was made, and elsewhere as soon as the database has told of it.
/// </summary>
internal sealed class Remembered : IListens, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private readonly MemoryCache companies = new(new MemoryCacheOptions { SizeLimit = 5_000 });

    string IListens.Channel => "remembered_changed";

    /// <param name="read">Reads what is committed; asked only when nothing is known.</param>
    public async ValueTask<T> GetAsync<T>(Guid tenant, Func<CancellationToken, Task<T>> read, CancellationToken cancellation) where T : class
    {
        // Whoever began to read before a change puts what it read into a memory that nobody looks into any more.
        if (!companies.TryGetValue(tenant, out ConcurrentDictionary<Type, object>? memory))
            companies.Set(tenant, memory = new(), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 1 });
        if (memory!.TryGetValue(typeof(T), out var known)) return (T)known;
        var value = await read(cancellation);
        memory[typeof(T)] = value;
        return value;
    }

    public void Forget(Guid tenant) => companies.Remove(tenant);

    void IListens.Heard(string message)
    {
        if (Guid.TryParse(message, out var tenant)) Forget(tenant);
    }

    void IListens.MayHaveMissed() => companies.Clear();

    public void Dispose() => companies.Dispose();
}
