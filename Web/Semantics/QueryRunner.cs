using System.Data;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using Web.Data;

namespace Web.Semantics;

/// <summary>
/// There are no figures to show. <see cref="Code"/> is <c>query_too_slow</c> or <c>figures_out_of_range</c>, and the transaction is over;
/// or the rows do not fit the chart (<c>series_too_short</c>, <c>radar_axes</c>).
/// </summary>
public sealed class NoFiguresException(string code, Exception? inner = null, string pointer = "", params IReadOnlyList<string> args) : Exception(code, inner)
{
    public string Code { get; } = code;

    /// <summary>Where in the query, as a JSON pointer.</summary>
    public string Pointer { get; } = pointer;

    public IReadOnlyList<string> Args { get; } = args;
}

/// <summary>
/// Runs a statement in a unit of work that has already entered its tenant, read only. It sets its time limit for that transaction
/// alone and reads no more rows than the cap.
/// </summary>
public sealed class QueryRunner(TimeProvider clock, TimeSpan? timeLimit = null)
{
    private readonly string limit = string.Create(
        CultureInfo.InvariantCulture, $"set local statement_timeout = {(int)(timeLimit ?? TimeSpan.FromSeconds(10)).TotalMilliseconds}");

    /// <summary>Runs for the tenant of <paramref name="db"/>: in its unit of work when one is open, else in a read-only one of its own.</summary>
    /// <exception cref="NoFiguresException">The time limit was reached, or a figure cannot be worked out.</exception>
    public async Task<ResultTable> RunAsync(CheckedQuery query, SqlText sql, AppDb db, string locale, CancellationToken cancellation)
    {
        await using var own = db.Work is null ? await db.BeginAsync(readOnly: true, cancellation) : null;
        var connection = await db.EnterAsync(cancellation);
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        var result = await RunAsync(query, sql, db.TenantId, connection, transaction, locale, cancellation);
        if (own is not null) await own.CommitAsync(cancellation);
        return result;
    }

    /// <summary>Runs in a transaction that is open already.</summary>
    /// <param name="tenant">The tenant that the transaction has entered; the statement also says so itself.</param>
    /// <param name="locale"><c>ja</c> or <c>en</c>, for the columns' titles.</param>
    /// <exception cref="NoFiguresException">The time limit was reached, or a figure cannot be worked out.</exception>
    public async Task<ResultTable> RunAsync(
        CheckedQuery query, SqlText sql, Guid tenant, NpgsqlConnection connection, NpgsqlTransaction transaction, string locale,
        CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(AnalyticPlan.Setting));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(limit));
        batch.BatchCommands.Add(Command(sql, tenant));
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.Default, cancellation);
            var (rows, truncated) = await ResultReader.ReadAsync(reader, sql, cancellation);
            var derived = DerivedFigures.Of(query, ResultColumns.Of(query, locale), rows, locale);
            return new ResultTable
            {
                Columns = derived.Columns,
                Rows = derived.Rows,
                Forecast = derived.Forecast,
                Anomalies = derived.Anomalies,
                TruncatedAt = truncated ? rows.Count : null,
                AsOf = clock.GetUtcNow(),
                TimeZone = query.Calendar.Zone.Id,
                ElapsedMs = Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            };
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled && !cancellation.IsCancellationRequested)
        {
            throw new NoFiguresException("query_too_slow", e);
        }
        catch (Exception e) when (e is OverflowException or PostgresException { SqlState: "22003" or "22012" or "2201E" or "2201F" })
        {
            throw new NoFiguresException("figures_out_of_range", e);
        }
    }

    private static NpgsqlBatchCommand Command(SqlText sql, Guid tenant)
    {
        var command = new NpgsqlBatchCommand(sql.Text);
        command.Parameters.Add(new NpgsqlParameter<Guid>("tenant", NpgsqlDbType.Uuid) { TypedValue = tenant });
        foreach (var parameter in sql.Parameters) command.Parameters.Add(new NpgsqlParameter(parameter.Name, parameter.Type) { Value = parameter.Value });
        return command;
    }
}
