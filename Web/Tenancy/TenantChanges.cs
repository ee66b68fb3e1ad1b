using Npgsql;
using Web.Data;

namespace Web.Tenancy;

/// <summary>Listens for changed tenants, so that a suspension counts at once on every instance.</summary>
internal sealed partial class TenantChanges(Database database, TenantDirectory directory, ILogger<TenantChanges> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); !stoppingToken.IsCancellationRequested; pause = Longer(pause))
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (NpgsqlException cause)
            {
                LogLost(cause, pause);
                await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.Direct) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        connection.Notification += (_, message) =>
        {
            if (Guid.TryParse(message.Payload, out var id)) directory.Forget(id);
        };
        await using (var listen = new NpgsqlCommand("listen tenant_changed", connection)) await listen.ExecuteNonQueryAsync(cancellation);
        directory.ForgetAll(); // what changed while nobody listened
        while (true) await connection.WaitAsync(cancellation);
    }

    private static TimeSpan Longer(TimeSpan pause) => TimeSpan.FromSeconds(Math.Min(30, pause.TotalSeconds * 2));

    [LoggerMessage(LogLevel.Warning, "Lost the line that tells of changed tenants; trying again in {Pause}")]
    private partial void LogLost(Exception cause, TimeSpan pause);
}
