using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
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
    private const string Entering = "select app.enter(@app_tenant, @app_proof, @app_read_only";
    private const string WayIn = Entering + ")", WayInOfBatch = "select app.enter($1, $2, $3)";
    private const string WayInOfSome = Entering + ", @app_sees)", WayInOfSomeOfBatch = "select app.enter($1, $2, $3, $4)"; // who does not see all records

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
        if (command.CommandText.StartsWith(Entering, StringComparison.Ordinal)) await result.NextResultAsync(cancellationToken);
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
        if (db.Scope.Sees is { } sees && db.ChangeTracker.Entries().Any(entry => IsGivenAway(entry, sees))) await SeeAsync(db, all: true, cancellationToken);
        return result;
    }

    public async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await SeeAgainAsync((AppDb)eventData.Context!, cancellationToken);
        return result;
    }

    /// <summary>EF went back to before what it tried; a transaction that is lost altogether needs no sight.</summary>
    public async Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        try
        {
            await SeeAgainAsync((AppDb)eventData.Context!, cancellationToken);
        }
        catch (PostgresException lost) when (lost.SqlState == PostgresErrorCodes.InFailedSqlTransaction)
        {
            // nothing more can be read in it
        }
    }

    /// <summary>
    /// A record that goes to somebody whose records one does not see: PostgreSQL asks that the new row be seen as well. It was read
    /// with the person's own sight, which holds again as soon as it is saved.
    /// </summary>
    private static bool IsGivenAway(EntityEntry entry, IReadOnlyList<Guid> sees) => entry.State is EntityState.Added or EntityState.Modified
        && entry.Properties.Any(property => property.Metadata.Name is "OwnerId" or "AssigneeId"
            && (entry.State == EntityState.Added || property.IsModified) && property.CurrentValue is Guid owner && !sees.Contains(owner));

    private Task SeeAgainAsync(AppDb db, CancellationToken cancellation) => db.Work is { SeesAll: true } ? SeeAsync(db, all: false, cancellation) : Task.CompletedTask;

    private async Task SeeAsync(AppDb db, bool all, CancellationToken cancellation)
    {
        var (work, way) = (db.Work!, WayInFor(db.Scope, readOnly: false));
        if (all) ((NpgsqlParameter<Guid[]>)way.Parameters[^1]).TypedValue = null;
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction()) { BatchCommands = { way } };
        await batch.ExecuteNonQueryAsync(cancellation);
        work.SeesAll = all;
    }

    /// <summary>Enters the tenant on an open transaction as a command of its own.</summary>
    public async Task EnterAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, TenantScope scope, bool readOnly, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { WayInFor(scope, readOnly) } };
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
            if (enters) batch.BatchCommands.Add(WayInFor(db.Scope, work.ReadOnly));
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
        command.CommandText = $"{(db.Scope.Sees is null ? WayIn : WayInOfSome)};\n{command.CommandText}";
        foreach (var value in Values(db.Scope, work.ReadOnly, named: true)) command.Parameters.Add(value);
        work.Enters();
    }

    private NpgsqlBatchCommand WayInFor(TenantScope scope, bool readOnly)
    {
        var command = new NpgsqlBatchCommand(scope.Sees is null ? WayInOfBatch : WayInOfSomeOfBatch);
        foreach (var value in Values(scope, readOnly, named: false)) command.Parameters.Add(value);
        return command;
    }

    private IEnumerable<NpgsqlParameter> Values(TenantScope scope, bool readOnly, bool named)
    {
        var tenant = scope.TenantId;
        yield return new NpgsqlParameter<Guid>(named ? "app_tenant" : "", NpgsqlDbType.Uuid) { TypedValue = tenant };
        yield return new NpgsqlParameter<byte[]>(named ? "app_proof" : "", NpgsqlDbType.Bytea) { TypedValue = proof.For(tenant) };
        yield return new NpgsqlParameter<bool>(named ? "app_read_only" : "", NpgsqlDbType.Boolean) { TypedValue = readOnly };
        if (scope.Sees is { } sees) yield return new NpgsqlParameter<Guid[]>(named ? "app_sees" : "", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { TypedValue = [.. sees] };
    }

    private static bool NeedsEntrance(CommandEventData eventData, out AppDb db, out UnitOfWork work)
    {
        db = (AppDb)eventData.Context!;
        work = db.OpenWork;
        return !work.Entered;
    }

    private static InvalidOperationException Synchronous() => new("Commands are asynchronous here.");
}
