using Microsoft.Extensions.Caching.Memory;

namespace Web.Insights.Assistant.Models;

/// <summary>What is being done about a question.</summary>
public enum AskStep { Reading, Asking, Repairing, Checking, Drawing }

/// <summary>
/// How far questions are that take a while, for the page that waits. A courtesy of the instance that works on them: another one
/// knows nothing and the page keeps its last words.
/// </summary>
public sealed class AskSteps : IDisposable
{
    private static readonly TimeSpan Known = TimeSpan.FromSeconds(40);
    private readonly MemoryCache steps = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <param name="watch">What the page calls its question; null when nobody watches.</param>
    public void Tell(Guid tenant, Guid member, Guid? watch, AskStep step)
    {
        if (watch is { } id) steps.Set((tenant, member, id), step, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Known, Size = 1 });
    }

    public AskStep? Of(Guid tenant, Guid member, Guid watch) => steps.TryGetValue((tenant, member, watch), out AskStep step) ? step : null;

    public void Dispose() => steps.Dispose();
}
