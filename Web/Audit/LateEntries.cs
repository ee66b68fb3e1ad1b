using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Caching.Memory;
using Web.Data;

namespace Web.Audit;

/// <summary>
/// What a request leaves behind outside its own unit of work, such as a credential shown at another tenant's door:
/// written afterwards, in the tenant that it belongs to, at most once in ten seconds for the same thing from the same place.
/// </summary>
public sealed partial class LateEntries(IServiceScopeFactory scopes, TimeProvider time, ILogger<LateEntries> logger) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);
    private readonly Channel<LateEntry> waiting = Channel.CreateBounded<LateEntry>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly MemoryCache recent = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public void Add(LateEntry entry)
    {
        var key = (entry.TenantId, entry.EventType, entry.MemberId, entry.Address, entry.Description);
        if (recent.TryGetValue(key, out _)) return;
        recent.Set(key, true, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Quiet, Size = 1 });
        waiting.Writer.TryWrite(entry);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var entry in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(entry, stoppingToken);
            }
            catch (Exception cause) when (cause is not OperationCanceledException)
            {
                LogLost(cause, entry.EventType, entry.TenantId);
            }
        }
    }

    private async Task WriteAsync(LateEntry entry, CancellationToken cancellation)
    {
        await using var services = scopes.CreateAsyncScope();
        var scope = services.ServiceProvider.GetRequiredService<TenantScope>();
        scope.Enter(entry.TenantId);
        (scope.Address, scope.UserAgent) = (entry.Address, entry.UserAgent);
        await using var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        db.Note(time.GetUtcNow(), entry.EventType, entry.Category, entry.MemberId, entry.Description, entry.Risk, entry.Detail);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
    }

    public override void Dispose()
    {
        recent.Dispose();
        base.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "The entry {EventType} of tenant {Tenant} could not be written")]
    private partial void LogLost(Exception cause, string eventType, Guid tenant);
}

/// <summary>An entry to be written after its request.</summary>
public sealed record LateEntry(Guid TenantId, string EventType, Guid? MemberId, string? Description, string Risk, IPAddress? Address, string? UserAgent)
{
    public string Category { get; init; } = "security";

    public NoteDetail? Detail { get; init; }

    /// <summary>Of the request that <paramref name="scope"/> is for, by whoever is signed in.</summary>
    public static LateEntry Of(TenantScope scope, string eventType, string? description = null, string risk = "low") =>
        new(scope.TenantId, eventType, scope.MemberId, description, risk, scope.Address, scope.UserAgent);
}
