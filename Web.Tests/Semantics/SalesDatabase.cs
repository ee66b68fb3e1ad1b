using System.Data;
using Npgsql;
using Web.Semantics;
using Web.Tests.Support;

namespace Web.Tests.Semantics;

/// <summary>The known data in a database of its own.</summary>
public sealed class SalesDatabase(TestInstallation installation) : IAsyncLifetime
{
    private NpgsqlDataSource source = null!;

    public async ValueTask InitializeAsync()
    {
        source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(await installation.MakeDatabaseAsync()) { Pooling = true, MaxPoolSize = 8 }.ConnectionString);
        await using (var tables = source.CreateCommand(Sales.Tables)) await tables.ExecuteNonQueryAsync();
        await using var connection = await source.OpenConnectionAsync();
        await FillAsync(connection);
    }

    public async ValueTask DisposeAsync() => await source.DisposeAsync();

    /// <summary>Checks, compiles and runs a query the way the app does.</summary>
    public async Task<ResultTable> RunAsync(CheckedQuery query, Guid? tenant = null, TimeSpan? limit = null)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
        return await new QueryRunner(TimeProvider.System, limit).RunAsync(
            query, SqlCompiler.Compile(query), tenant ?? Sales.Tenant, connection, transaction, "en", TestContext.Current.CancellationToken);
    }

    /// <summary>How many rows are behind a mark, for the tenant.</summary>
    public async Task<long> BehindAsync(CheckedQuery query, Mark mark)
    {
        var sql = MarkStatement.Compile(query, mark, [query.Dataset.Contract.Columns[0]], null, 10_000);
        await using var count = source.CreateCommand($"select count(*) from ({sql.Text}) behind");
        count.Parameters.Add(new NpgsqlParameter("tenant", Sales.Tenant));
        foreach (var parameter in sql.Parameters) count.Parameters.Add(new NpgsqlParameter(parameter.Name, parameter.Type) { Value = parameter.Value });
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task FillAsync(NpgsqlConnection connection)
    {
        foreach (var tenant in new[] { Sales.Tenant, Sales.OtherTenant })
        {
            foreach (var (id, name) in Sales.Industries)
            {
                await using var insert = new NpgsqlCommand("insert into industries values ($1, $2, $3); ", connection) { Parameters = { new() { Value = tenant }, new() { Value = id }, new() { Value = name } } };
                await insert.ExecuteNonQueryAsync();
                await using var customer = new NpgsqlCommand("insert into customers values ($1, $2, $2)", connection) { Parameters = { new() { Value = tenant }, new() { Value = id } } };
                await customer.ExecuteNonQueryAsync();
            }
        }
        await using var copy = await connection.BeginBinaryImportAsync("copy sales from stdin (format binary)");
        foreach (var s in Sales.All)
        {
            await copy.StartRowAsync();
            foreach (var value in new object?[] { s.Tenant, s.Id, s.SoldOn, s.SoldAt.UtcDateTime, s.Rep, s.Region, s.Product, s.Quantity, s.Rating, s.Amount, s.Fee, s.Currency, s.Rush, s.Year, s.Customer, s.Deleted ? DateTime.UtcNow : null })
            {
                if (value is null) await copy.WriteNullAsync();
                else await copy.WriteAsync(value);
            }
        }
        await copy.CompleteAsync();
    }
}
