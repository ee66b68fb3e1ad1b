using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Web.Data;

/// <summary>
/// The only place where a tenant is entered. The way in travels in front of a command and its one extra result set is
/// skipped: of the first command of a transaction, or of each where none is open. What is sent together ends together, so
/// such a command is a transaction that begins with the way in. Before SaveChanges it is a command of its own, because EF
/// reads results by position there. A command outside a unit of work is refused.
/// </summary>
internal sealed class TenantEntrance(TenantProof proof) : DbCommandInterceptor, ISaveChangesInterceptor
{
    private const string WayIn = "select app.enter(@app_tenant, @app_proof, @app_read_only)", WayInOfBatch = "select app.enter($1, $2, $3)";

    // A kept plan must not depend on how small the tables were when it was made, so it may not read a table whole.
    private static readonly string[] PlansAreKept = ["set local plan_cache_mode = force_generic_plan", "set local enable_seqscan = off"];

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (NeedsEntrance(eventData, out var db, out var work)) Prefix(command, db, work);
        return await base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith(WayIn, StringComparison.Ordinal)) await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (NeedsEntrance(eventData, out var db, out var work)) Prefix(command, db, work);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        if (NeedsEntrance(eventData, out var db, out _)) await db.EnterAsync(cancellationToken);
        return await base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => throw Synchronous();

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => throw Synchronous();

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => throw Synchronous();

    public async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (AppDb)eventData.Context!;
        await db.EnterAsync(cancellationToken);
        db.Work!.ChangesRemembered |= db.ChangeTracker.Entries<IRemembered>().Any(entry => entry.State is not EntityState.Unchanged);
        return result;
    }

    /// <summary>Enters the tenant on an open transaction as a command of its own.</summary>
    public async Task EnterAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, Guid tenant, bool readOnly, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { WayInFor(tenant, readOnly) } };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Sends statements together, in one trip and behind the way in, and gives what <paramref name="read"/> makes of their rows.</summary>
    public async Task<T> ReadAsync<T>(AppDb db, IReadOnlyList<Statement> statements, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellation)
    {
        var work = db.OpenWork;
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
            var enters = !work.Entered;
            if (enters) batch.BatchCommands.Add(WayInFor(db.TenantId, work.ReadOnly));
            if (!work.HasTransaction && statements.All(statement => statement.IsPlannedOnce)) // what it says holds to the end of the transaction
                foreach (var setting in PlansAreKept) batch.BatchCommands.Add(new NpgsqlBatchCommand(setting));
            foreach (var statement in statements) batch.BatchCommands.Add(statement.Command());
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            if (enters) await reader.NextResultAsync(cancellation);
            work.Enters();
            return await read(reader);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private void Prefix(DbCommand command, AppDb db, UnitOfWork work)
    {
        command.CommandText = $"{WayIn};\n{command.CommandText}";
        foreach (var value in Values(db.TenantId, work.ReadOnly, named: true)) command.Parameters.Add(value);
        work.Enters();
    }

    private NpgsqlBatchCommand WayInFor(Guid tenant, bool readOnly)
    {
        var command = new NpgsqlBatchCommand(WayInOfBatch);
        foreach (var value in Values(tenant, readOnly, named: false)) command.Parameters.Add(value);
        return command;
    }

    private NpgsqlParameter[] Values(Guid tenant, bool readOnly, bool named) =>
    [
        new NpgsqlParameter<Guid>(named ? "app_tenant" : "", NpgsqlDbType.Uuid) { TypedValue = tenant },
        new NpgsqlParameter<byte[]>(named ? "app_proof" : "", NpgsqlDbType.Bytea) { TypedValue = proof.For(tenant) },
        new NpgsqlParameter<bool>(named ? "app_read_only" : "", NpgsqlDbType.Boolean) { TypedValue = readOnly },
    ];

    private static bool NeedsEntrance(CommandEventData eventData, out AppDb db, out UnitOfWork work)
    {
        db = (AppDb)eventData.Context!;
        work = db.OpenWork;
        return !work.Entered;
    }

    private static InvalidOperationException Synchronous() => new("Commands are asynchronous here.");
}
