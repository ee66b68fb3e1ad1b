using Microsoft.Extensions.Caching.Memory;

namespace Web.Data;

/// <summary>Makes the bounded memories of this process. Whatever they hold of a company is keyed by its tenant first.</summary>
public class Caches
{
    /// <param name="size">In the units that the entries state.</param>
    public virtual IMemoryCache Make(long size) => new MemoryCache(new MemoryCacheOptions { SizeLimit = size });
}
