using Npgsql;

namespace Web.Data;

/// <summary>Hears what the database tells on one channel (LISTEN).</summary>
internal interface IHears
{
    string Channel { get; }

    /// <summary>Quick and without waiting: everybody on the line hears in turn.</summary>
    void Hear(string payload);

    /// <summary>The line was down: something may have been told meanwhile.</summary>
    void Missed();
}

/// <summary>The one connection of this instance without a pooler between, on which it hears what all instances tell.</summary>
internal sealed partial class DirectLine(Database database, IEnumerable<IHears> ears, ILogger<DirectLine> logger) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(30);
    private readonly ILookup<string, IHears> ears = ears.ToLookup(ear => ear.Channel, StringComparer.Ordinal);
    private TimeSpan pause = Shortest;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception cause) when (cause is NpgsqlException or IOException or TimeoutException or OperationCanceledException)
            {
                LogLost(cause, pause);
                await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = TimeSpan.FromTicks(Math.Min(Longest.Ticks, pause.Ticks * 2));
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.Direct) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        connection.Notification += (_, message) => Each(message.Channel, ear => ear.Hear(message.Payload));
        foreach (var channel in ears.Select(same => same.Key))
            await using (var listen = new NpgsqlCommand($"listen {channel}", connection)) await listen.ExecuteNonQueryAsync(cancellation);
        foreach (var channel in ears.Select(same => same.Key)) Each(channel, ear => ear.Missed());
        pause = Shortest;
        while (true) await connection.WaitAsync(cancellation);
    }

    private void Each(string channel, Action<IHears> act)
    {
        foreach (var ear in ears[channel])
        {
            try
            {
                act(ear);
            }
            catch (Exception cause)
            {
                LogDeaf(cause, channel); // one that fails must not cut off the others
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Lost the line on which the database tells of changes; trying again in {Pause}")]
    private partial void LogLost(Exception cause, TimeSpan pause);

    [LoggerMessage(LogLevel.Error, "What was heard on {Channel} could not be taken in")]
    private partial void LogDeaf(Exception cause, string channel);
}
