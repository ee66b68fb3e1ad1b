using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Web.Data;

/// <summary>
/// The only place where a tenant is entered. The way in travels in front of a unit's first read and its one extra
/// result set is skipped; before SaveChanges it is a command of its own, because EF reads results by position there.
/// A command outside a unit of work is refused.
/// </summary>
internal sealed class TenantEntrance(TenantProof proof) : DbCommandInterceptor, ISaveChangesInterceptor
{
    private const string WayIn = "select app.enter(@app_tenant, @app_proof, @app_read_only)";

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
        await using var command = new NpgsqlCommand(WayIn, connection, transaction);
        AddParameters(command, tenant, readOnly);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private void Prefix(DbCommand command, AppDb db, UnitOfWork work)
    {
        command.CommandText = $"{WayIn};\n{command.CommandText}";
        AddParameters((NpgsqlCommand)command, db.TenantId, work.ReadOnly);
        work.Entered = true;
    }

    private void AddParameters(NpgsqlCommand command, Guid tenant, bool readOnly)
    {
        command.Parameters.Add(new NpgsqlParameter<Guid>("app_tenant", NpgsqlDbType.Uuid) { TypedValue = tenant });
        command.Parameters.Add(new NpgsqlParameter<byte[]>("app_proof", NpgsqlDbType.Bytea) { TypedValue = proof.For(tenant) });
        command.Parameters.Add(new NpgsqlParameter<bool>("app_read_only", NpgsqlDbType.Boolean) { TypedValue = readOnly });
    }

    private static bool NeedsEntrance(CommandEventData eventData, out AppDb db, out UnitOfWork work)
    {
        db = (AppDb)eventData.Context!;
        work = db.Work ?? throw new InvalidOperationException("Open a unit of work before the first command.");
        return !work.Entered;
    }

    private static InvalidOperationException Synchronous() => new("Commands are asynchronous here.");
}
