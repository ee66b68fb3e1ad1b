using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Web.Data;

/// <summary>
/// Counts tries of one kind by one caller, for all instances together: so many in a span, coming back evenly. The database
/// keeps a keyed hash and a time, nothing of who it was.
/// </summary>
public sealed class Turns(NpgsqlDataSource source, MasterKey master)
{
    private readonly byte[] key = master.Derive("turns");

    /// <param name="what">Which limit: <c>sign-in by address</c>.</param>
    /// <param name="whose">Whom it is counted for, tenant included where it is one's.</param>
    /// <returns>Null: taken. Otherwise how long until there is one again.</returns>
    public async Task<TimeSpan?> TakeAsync(string what, string whose, int most, TimeSpan span, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select app.take_turn($1, $2, $3)");
        command.Parameters.Add(new() { Value = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{what}\n{whose}")) });
        command.Parameters.Add(new() { Value = most });
        command.Parameters.Add(new() { Value = span, NpgsqlDbType = NpgsqlDbType.Interval });
        return await command.ExecuteScalarAsync(cancellation) as TimeSpan?;
    }

    /// <summary>As <see cref="TakeAsync"/>, several at once and as many as there are: an instance gives them out by itself.</summary>
    public async Task<TurnLease> LeaseAsync(string what, string whose, int most, TimeSpan span, int want, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select granted, remaining, wait, full_in from app.lease_turns($1, $2, $3, $4)");
        command.Parameters.Add(new() { Value = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{what}\n{whose}")) });
        command.Parameters.Add(new() { Value = most });
        command.Parameters.Add(new() { Value = span, NpgsqlDbType = NpgsqlDbType.Interval });
        command.Parameters.Add(new() { Value = want });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new TurnLease(reader.GetInt32(0), reader.GetInt32(1), reader.GetTimeSpan(2), reader.GetTimeSpan(3));
    }
}

/// <summary>What an instance got of the turns that it asked for.</summary>
/// <param name="Remaining">How many are left for all instances.</param>
/// <param name="Wait">How long until there is one again; zero when there is one.</param>
/// <param name="FullIn">How long until all have come back.</param>
public sealed record TurnLease(int Granted, int Remaining, TimeSpan Wait, TimeSpan FullIn);
