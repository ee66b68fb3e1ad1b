using System.Globalization;
using System.Security.Cryptography;
using Npgsql;
using Web.Semantics;
using Web.Tests.Walls;

namespace Web.Tests.Support;

/// <summary>The row that each company has of itself, as a dataset whose statement waits until it is let go.</summary>
internal sealed class HeldRows : IAsyncDisposable
{
    private readonly int key = RandomNumberGenerator.GetInt32(int.MaxValue);
    private readonly NpgsqlDataSource source;
    private NpgsqlConnection connection = null!;

    private HeldRows(string superuser) => source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(superuser) { Pooling = false }.ConnectionString);

    public static async Task<HeldRows> HoldAsync(string superuser)
    {
        var held = new HeldRows(superuser);
        held.connection = await held.source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await held.connection.AsksAsync(string.Create(CultureInfo.InvariantCulture, $"select 1 from pg_advisory_lock({held.key})"));
        return held;
    }

    /// <param name="edition">Null: its rows may change at any time.</param>
    public Dataset Companies(string? edition, params IReadOnlyList<ChartFilter> filters) => new(
        new DatasetContract
        {
            Key = "companies",
            Columns = [new Column { Name = "name", Titles = new Dictionary<string, string> { ["en"] = "Name", ["ja"] = "名前" }, Type = ColumnType.Text, Role = ColumnRole.Dimension }],
        },
        new DatasetSource
        {
            Edition = edition, From = "app.tenants t", TenantColumn = "t.tenant_id",
            Where = string.Create(CultureInfo.InvariantCulture, $"(select 1 from pg_advisory_xact_lock_shared({key})) = 1"),
            Columns = new Dictionary<string, SourceColumn> { ["name"] = new("t.name") },
        })
    { RowFilters = filters };

    public async Task LetGoAsync() => await connection.AsksAsync(string.Create(CultureInfo.InvariantCulture, $"select pg_advisory_unlock({key})"));

    /// <summary>How many statements wait.</summary>
    public async Task<long> CountAsync() => (long)(await connection.AsksAsync(
        string.Create(CultureInfo.InvariantCulture, $"select count(*) from pg_locks where locktype = 'advisory' and objid = {key} and not granted")))!;

    public Task WaitForAsync(long statements) => Eventually.TrueAsync(async () => await CountAsync() == statements);

    /// <summary>Cuts the lines of those who wait.</summary>
    public async Task CutAsync() => await connection.AsksAsync(
        string.Create(CultureInfo.InvariantCulture, $"select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and objid = {key} and not granted"));

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await source.DisposeAsync();
    }
}
