using Npgsql;

namespace Web.Data;

/// <summary>Something that wants to hear what any instance tells on one of the database's channels.</summary>
public interface IListens
{
    /// <summary>A name of our own, never from outside.</summary>
    string Channel { get; }

    void Heard(string message);

    /// <summary>Messages may have been missed: the line was down, or has just come up.</summary>
    void MayHaveMissed();
}

/// <summary>The one line of an instance on which it hears the others: LISTEN on a connection of its own, without a pooler between.</summary>
internal sealed partial class Listener(Database database, IEnumerable<IListens> listening, ILogger<Listener> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(30);
    private TimeSpan pause = ShortestPause;
    private readonly ILookup<string, IListens> byChannel = listening.ToLookup(one => one.Channel, StringComparer.Ordinal);

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
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.Direct) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        connection.Notification += (_, message) => Tell(byChannel[message.Channel], one => one.Heard(message.Payload));
        await using (var listen = new NpgsqlCommand(string.Concat(byChannel.Select(channel => $"listen {channel.Key};")), connection)) await listen.ExecuteNonQueryAsync(cancellation);
        Tell(byChannel.SelectMany(channel => channel), one => one.MayHaveMissed());
        pause = ShortestPause;
        while (true) await connection.WaitAsync(cancellation);
    }

    private void Tell(IEnumerable<IListens> all, Action<IListens> tell)
    {
        foreach (var one in all)
        {
            try
            {
                tell(one);
            }
            catch (Exception cause)
            {
                LogStumbled(cause, one.Channel); // one that stumbles must not cut off the others
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "What was heard on {Channel} could not be taken in")]
    private partial void LogStumbled(Exception cause, string channel);

    [LoggerMessage(LogLevel.Warning, "Lost the line on which this instance hears the others; trying again in {Pause}")]
    private partial void LogLost(Exception cause, TimeSpan pause);
}
