using System.Diagnostics;
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
    private readonly News news = new();

    internal UnitOfWork(AppDb db, IDbContextTransaction transaction, bool readOnly) =>
        (this.db, this.transaction, ReadOnly) = (db, transaction, readOnly);

    public bool ReadOnly { get; }

    /// <summary>A moment (of <see cref="Stopwatch"/>) before anything was read in it: it sees whatever was committed until then.</summary>
    internal long Began { get; } = Stopwatch.GetTimestamp();

    /// <summary>Whether the tenant has been entered in this transaction; the first command carries the way in.</summary>
    internal bool Entered { get; set; }

    internal void Tell(Topic topic, Guid record, Guid? onlyTo)
    {
        if (ReadOnly) throw new InvalidOperationException("What is only read is no news.");
        news.Add(topic.Name, record, onlyTo);
    }

    /// <summary>Whether this unit changed what instances remember; it then reads for itself, and what was known is forgotten after it.</summary>
    internal bool ChangesRemembered { get; set; }

    public async Task CommitAsync(CancellationToken cancellation = default)
    {
        if (!news.IsEmpty) await news.TellAsync(await db.EnterAsync(cancellation), cancellation);
        if (Entered) await transaction.CommitAsync(cancellation);
        if (ChangesRemembered) db.Forget();
    }

    public async ValueTask DisposeAsync()
    {
        db.Leave(this);
        await transaction.DisposeAsync();
    }
}
