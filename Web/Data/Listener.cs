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
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly ILookup<string, IListens> byChannel = listening.ToLookup(one => one.Channel, StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = TimeSpan.FromSeconds(1); !stoppingToken.IsCancellationRequested; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
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
            foreach (var one in byChannel[message.Channel]) one.Heard(message.Payload);
        };
        await using (var listen = new NpgsqlCommand(string.Concat(byChannel.Select(channel => $"listen {channel.Key};")), connection)) await listen.ExecuteNonQueryAsync(cancellation);
        foreach (var one in byChannel.SelectMany(channel => channel)) one.MayHaveMissed();
        while (true) await connection.WaitAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Lost the line on which this instance hears the others; trying again in {Pause}")]
    private partial void LogLost(Exception cause, TimeSpan pause);
}
