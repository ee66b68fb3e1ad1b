using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Web.Data;

namespace Web.Api.RateLimits;

/// <summary>Adds up the calls of each company and writes the sums every few seconds, for its usage page.</summary>
public sealed partial class CallCounts(IServiceScopeFactory scopes, TimeProvider time, ILogger<CallCounts> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<(Guid Tenant, DateOnly Month), long> counted = new();

    public void Add(Guid tenant)
    {
        var today = time.GetUtcNow();
        counted.AddOrUpdate((tenant, new DateOnly(today.Year, today.Month, 1)), 1, (_, calls) => calls + 1);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await WriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await WriteAsync(CancellationToken.None);
        }
    }

    internal async Task WriteAsync(CancellationToken cancellation)
    {
        foreach (var key in counted.Keys)
            if (counted.TryRemove(key, out var calls) && !await TryWriteAsync(key.Tenant, key.Month, calls, cancellation)) counted.AddOrUpdate(key, calls, (_, since) => since + calls);
    }

    private async Task<bool> TryWriteAsync(Guid tenant, DateOnly month, long calls, CancellationToken cancellation)
    {
        try
        {
            await using var services = scopes.CreateAsyncScope();
            services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant);
            await using var db = services.ServiceProvider.GetRequiredService<AppDb>();
            await using var work = await db.BeginAsync(readOnly: false, cancellation);
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into app.api_calls as kept (tenant_id, id, month, calls) values ({tenant}, {Guid.CreateVersion7()}, {month}, {calls})
                on conflict (tenant_id, month) do update set calls = kept.calls + excluded.calls where kept.tenant_id = {tenant}
                """, cancellation);
            await work.CommitAsync(cancellation);
            return true;
        }
        catch (Exception cause) when (cause is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.ForeignKeyViolation })
        {
            return true; // the company has been erased meanwhile
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            LogLost(cause, tenant);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The calls of tenant {Tenant} could not be added up yet")]
    private partial void LogLost(Exception cause, Guid tenant);
}
