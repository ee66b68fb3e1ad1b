using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Web.Data;

/// <summary>
/// The database of one tenant, as seen by one piece of work. It knows no feature: each brings its mapping as an
/// <see cref="IEntityTypeConfiguration{TEntity}"/> and its set as an extension. Every query also says <c>tenant_id = @tenant</c>.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options) : DbContext(options)
{
    private TenantScope? scope;
    private TenantEntrance? entrance;
    private Remembered? remembered;

    /// <summary>Who this context works for; set when it is leased from the pool.</summary>
    public TenantScope Scope => scope ?? throw new InvalidOperationException("This context has no tenant scope.");

    /// <summary>The tenant that every query names.</summary>
    public Guid TenantId => Scope.TenantId;

    internal UnitOfWork? Work { get; private set; }

    internal UnitOfWork OpenWork => Work ?? throw new InvalidOperationException("Open a unit of work before the first command.");

    internal void LeaseTo(TenantScope holder, TenantEntrance door, Remembered memory) => (scope, entrance, remembered) = (holder, door, memory);

    internal void Leave(UnitOfWork work)
    {
        if (Work == work) Work = null;
    }

    /// <summary>Opens a unit of work; nothing is sent before its first command.</summary>
    /// <exception cref="InvalidOperationException">One is open already, or no tenant is set.</exception>
    public async Task<UnitOfWork> BeginAsync(bool readOnly, CancellationToken cancellation)
    {
        if (Work is not null) throw new InvalidOperationException("A unit of work is open already.");
        _ = TenantId;
        var work = new UnitOfWork(this, readOnly);
        if (!readOnly) await work.OpenAsync(cancellation);
        return Work = work;
    }

    /// <summary>Opens a unit of work that only reads, and sees one moment however long it lasts; for what must be of one piece.</summary>
    /// <inheritdoc cref="BeginAsync"/>
    internal async Task<UnitOfWork> BeginSnapshotAsync(CancellationToken cancellation)
    {
        if (Work is not null) throw new InvalidOperationException("A unit of work is open already.");
        var work = new UnitOfWork(this, readOnly: true, System.Data.IsolationLevel.RepeatableRead);
        await work.OpenAsync(cancellation);
        return Work = work;
    }

    /// <summary>What <paramref name="read"/> gives, or gave a moment ago: for what is made of <see cref="IRemembered"/> records alone, and never changed.</summary>
    public ValueTask<T> RememberedAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellation) where T : class =>
        Work is { ChangesRemembered: true } ? new(read(cancellation)) : remembered!.GetAsync(TenantId, read, cancellation);

    internal void Forget() => remembered!.Forget(TenantId);

    /// <summary>
    /// Enters the tenant now and until the unit ends, as a command of its own, for work that does not go through EF. Does nothing
    /// when that was done already.
    /// </summary>
    /// <returns>The open connection of this unit of work.</returns>
    public async Task<NpgsqlConnection> EnterAsync(CancellationToken cancellation)
    {
        var work = OpenWork;
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        if (work.Entered) return connection;
        await work.OpenAsync(cancellation);
        await entrance!.EnterAsync(connection, (NpgsqlTransaction)Database.CurrentTransaction!.GetDbTransaction(), Scope, work.ReadOnly, cancellation);
        work.Enters();
        return connection;
    }

    /// <summary>The rows of a statement written by hand.</summary>
    public Task<IReadOnlyList<TRow>> ReadAsync<TRow>(Statement<TRow> statement, CancellationToken cancellation) =>
        entrance!.ReadAsync(this, [statement], reader => statement.RowsAsync(reader, cancellation), cancellation);

    /// <summary>The rows of two statements that travel together.</summary>
    public Task<(IReadOnlyList<T1> First, IReadOnlyList<T2> Second)> ReadAsync<T1, T2>(Statement<T1> first, Statement<T2> second, CancellationToken cancellation) =>
        entrance!.ReadAsync(this, [first, second], async reader => (await first.RowsAsync(reader, cancellation), await second.RowsAsync(reader, cancellation)), cancellation);

    /// <summary>Tells whoever of this tenant has a page open, on every instance, once this unit of work has committed. The message is the id alone.</summary>
    /// <param name="onlyTo">The one member who may hear of it; everybody with the topic's permission when not given.</param>
    public void Tell(Topic topic, Guid record, Guid? onlyTo = null) =>
        (Work ?? throw new InvalidOperationException("Open a unit of work before telling anything.")).Tell(topic, record, onlyTo);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("app");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        modelBuilder.FenceEveryEntity(this);
        modelBuilder.NameInSnakeCase();
    }
}
