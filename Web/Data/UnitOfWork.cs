using Microsoft.EntityFrameworkCore.Storage;

namespace Web.Data;

/// <summary>
/// One transaction for one tenant. It opens around a handler's work and is committed before the first byte leaves;
/// what is not committed is rolled back. Never held across a call to an outside party.
/// </summary>
public sealed class UnitOfWork : IAsyncDisposable
{
    private readonly AppDb db;
    private readonly IDbContextTransaction transaction;

    internal UnitOfWork(AppDb db, IDbContextTransaction transaction, bool readOnly) =>
        (this.db, this.transaction, ReadOnly) = (db, transaction, readOnly);

    public bool ReadOnly { get; }

    /// <summary>Whether the tenant has been entered in this transaction; the first command carries the way in.</summary>
    internal bool Entered { get; set; }

    public async Task CommitAsync(CancellationToken cancellation = default)
    {
        if (Entered) await transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        db.Leave(this);
        await transaction.DisposeAsync();
    }
}
