using System.Data;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Web.Data;

/// <summary>
/// Work for one tenant. It opens around a handler's work and is committed before the first byte leaves; what is not
/// committed is rolled back. Never held across a call to an outside party. What writes is one transaction. What only reads
/// needs none that outlives a command: each carries the way in and is, with it, a transaction of its own, until
/// <see cref="AppDb.EnterAsync"/> opens one for what does not go through EF.
/// </summary>
public sealed class UnitOfWork : IAsyncDisposable
{
    private readonly AppDb db;
    private readonly News news = new();
    private IDbContextTransaction? transaction;

    private readonly IsolationLevel isolation;

    internal UnitOfWork(AppDb db, bool readOnly, IsolationLevel isolation = IsolationLevel.ReadCommitted) => (this.db, ReadOnly, this.isolation) = (db, readOnly, isolation);

    public bool ReadOnly { get; }

    /// <summary>A moment (of <see cref="Stopwatch"/>) before anything was read in it: it sees whatever was committed until then.</summary>
    internal long Began { get; } = Stopwatch.GetTimestamp();

    /// <summary>Whether the tenant has been entered for as long as the transaction lasts; until then a command carries the way in.</summary>
    internal bool Entered { get; private set; }

    /// <summary>Whether its commands share a transaction; otherwise each trip is one of its own.</summary>
    internal bool HasTransaction => transaction is not null;

    /// <summary>Opens the transaction, if there is none yet; nothing is sent before its first command.</summary>
    internal async Task OpenAsync(CancellationToken cancellation) =>
        transaction ??= await db.Database.BeginTransactionAsync(isolation, cancellation);

    /// <summary>A command is about to bring the tenant in.</summary>
    internal void Enters() => Entered = HasTransaction;

    internal void Tell(Topic topic, Guid record, Guid? onlyTo)
    {
        if (ReadOnly) throw new InvalidOperationException("What is only read is no news.");
        news.Add(topic.Name, record, onlyTo);
    }

    /// <summary>Whether this unit changed what instances remember; it then reads for itself, and what was known is forgotten after it.</summary>
    internal bool ChangesRemembered { get; set; }

    /// <summary>Whether, while something is saved that is given to another, the tables show all of the company's records.</summary>
    internal bool SeesAll { get; set; }

    public async Task CommitAsync(CancellationToken cancellation = default)
    {
        if (!news.IsEmpty) await news.TellAsync(await db.EnterAsync(cancellation), cancellation);
        if (Entered) await transaction!.CommitAsync(cancellation);
        if (ChangesRemembered) db.Forget();
    }

    public async ValueTask DisposeAsync()
    {
        db.Leave(this);
        if (transaction is not null) await transaction.DisposeAsync();
    }
}
