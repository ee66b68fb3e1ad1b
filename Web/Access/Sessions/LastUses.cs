using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Web.Access.ApiKeys;
using Web.Data;

namespace Web.Access.Sessions;

/// <summary>Keeps when sessions and keys were used last: each at most once a minute from this instance, written beside the requests.</summary>
internal sealed partial class LastUses(IServiceScopeFactory scopes, Caches caches, TimeProvider time, ILogger<LastUses> logger) : BackgroundService
{
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);
    private readonly Channel<Use> waiting = Channel.CreateBounded<Use>(new BoundedChannelOptions(5000) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly IMemoryCache noted = caches.Make(50_000);

    public void Note(Guid tenant, Guid session) => Note(new Use(tenant, session, time.GetUtcNow()));

    public void NoteKey(Guid tenant, Guid key) => Note(new Use(tenant, key, time.GetUtcNow(), OfKey: true));

    private void Note(Use use)
    {
        if (noted.TryGetValue((use.Tenant, use.Id), out _)) return;
        noted.Set((use.Tenant, use.Id), true, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Grain, Size = 1 });
        waiting.Writer.TryWrite(use);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            List<Use> uses = [];
            while (uses.Count < 500 && waiting.Reader.TryRead(out var use)) uses.Add(use);
            foreach (var ofTenant in uses.GroupBy(use => use.Tenant)) await TryWriteAsync(ofTenant.Key, [.. ofTenant], stoppingToken);
        }
    }

    private async Task TryWriteAsync(Guid tenant, IReadOnlyList<Use> uses, CancellationToken cancellation)
    {
        try
        {
            await using var services = scopes.CreateAsyncScope();
            services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant);
            await using var db = services.ServiceProvider.GetRequiredService<AppDb>();
            await using var work = await db.BeginAsync(readOnly: false, cancellation);
            foreach (var use in uses)
                await (use.OfKey
                    ? db.ApiKeys.Where(one => one.Id == use.Id && (one.LastUsedAt == null || one.LastUsedAt < use.At)).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, use.At), cancellation)
                    : db.Sessions.Where(one => one.Id == use.Id && one.LastUsedAt < use.At).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, use.At), cancellation));
            await work.CommitAsync(cancellation);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            LogLost(cause, tenant);
        }
    }

    public override void Dispose()
    {
        noted.Dispose();
        base.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "When sessions and keys of tenant {Tenant} were used last could not be kept")]
    private partial void LogLost(Exception cause, Guid tenant);

    private sealed record Use(Guid Tenant, Guid Id, DateTimeOffset At, bool OfKey = false);
}
