using Npgsql;
using NpgsqlTypes;

namespace Web.Data;

/// <summary>What a unit of work will tell when it commits. Beyond a few records of one topic it says "several" once.</summary>
internal sealed class News
{
    /// <summary>The id that stands for several records.</summary>
    public static readonly Guid Several = Guid.Empty;

    private const int Most = 20;
    private readonly Dictionary<(string Topic, Guid? Member), HashSet<Guid>> told = [];

    public bool IsEmpty => told.Count == 0;

    public void Add(string topic, Guid record, Guid? member)
    {
        if (!told.TryGetValue((topic, member), out var records)) told[(topic, member)] = records = [];
        if (records.Count > Most) return;
        records.Add(record);
        if (records.Count > Most) records.Add(Several);
    }

    /// <summary>One statement in the transaction that caused it; the tenant is the one that was entered.</summary>
    public async Task TellAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var lines = told.SelectMany(pair => (pair.Value.Contains(Several) ? [Several] : pair.Value.AsEnumerable()).Select(record => (pair.Key.Topic, Record: record, pair.Key.Member))).ToList();
        await using var command = new NpgsqlCommand("select app.tell(topic, record, member) from unnest($1, $2, $3) told(topic, record, member)", connection)
        {
            Parameters =
            {
                new() { Value = lines.Select(line => line.Topic).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new() { Value = lines.Select(line => line.Record).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                new() { Value = lines.Select(line => line.Member).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            },
        };
        await command.ExecuteNonQueryAsync(cancellation);
        told.Clear();
    }
}
