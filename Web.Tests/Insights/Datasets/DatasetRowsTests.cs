using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access;
using Web.Insights.Datasets;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets;

/// <summary>A load's table is its company's alone, by SQL as well.</summary>
public sealed class DatasetRowsTests(TestInstallation installation)
{
    [Fact]
    public async Task Another_company_can_neither_read_nor_fill_nor_name_a_table()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        await (await a.ProgramAsync(Role.Analyst)).UploadedAsync("sales", Uploading.Sales);
        var load = await a.WorkAsync(db => db.UploadedDatasets.Select(dataset => dataset.LoadId!.Value).SingleAsync());
        var table = DatasetRows.NameOf(a.Id, load);
        Assert.Equal(4L, await AsAsync(a.Id, $"select count(*) from {table}"));
        Assert.Equal(0L, await AsAsync(b.Id, $"select count(*) from {table}"));
        Assert.Equal(0L, await AsAsync(b.Id, $"select count(*) from {table} where tenant_id = '{a.Id}'"));
        Assert.Equal(0L, await AsAsync(null, $"select count(*) from {table}"));
        foreach (var refused in new[] { $"insert into {table} (tenant_id, c1) values ('{a.Id}', 'x')", $"delete from {table}", $"update {table} set c1 = 'x'", $"truncate {table}", $"drop table {table}", "create table app_data.mine (x int)" })
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => AsAsync(b.Id, refused))).SqlState);
        Assert.Equal("23514", (await Assert.ThrowsAsync<PostgresException>(() => AsAsync(b.Id, $"insert into {table} (tenant_id, c1) values ('{b.Id}', 'x')"))).SqlState);
        await AsAsync(b.Id, $"select app.drop_dataset_table('{load}')");
        Assert.Equal(4L, await AsAsync(a.Id, $"select count(*) from {table}"));
        Assert.Equal("42P01", (await Assert.ThrowsAsync<PostgresException>(() => AsAsync(b.Id, $"select app.analyse_dataset_table('{load}')"))).SqlState);
    }

    [Theory]
    [InlineData("array['text', 'text; drop table app.tenants']")]
    [InlineData("array['regclass']")]
    [InlineData("array[null]")]
    [InlineData("array[]::text[]")]
    public async Task Only_listed_types_become_columns(string kinds)
    {
        var company = await TestTenant.MakeAsync(installation);
        Assert.Equal("22023", (await Assert.ThrowsAsync<PostgresException>(() => AsAsync(company.Id, $"select app.make_dataset_table('{Guid.CreateVersion7()}', {kinds}::text[])"))).SqlState);
    }

    [Fact]
    public async Task Without_a_company_nothing_is_made() =>
        Assert.Equal("28000", (await Assert.ThrowsAsync<PostgresException>(() => AsAsync(null, $"select app.make_dataset_table('{Guid.CreateVersion7()}', array['text'])"))).SqlState);

    private async Task<object?> AsAsync(Guid? tenant, string sql)
    {
        await using var connection = await installation.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (tenant is { } id)
            await using (var enter = new NpgsqlCommand("select app.enter($1, $2, false)", connection) { Parameters = { new() { Value = id }, new() { Value = installation.Proof.For(id) } } })
                await enter.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        var result = await command.ExecuteScalarAsync();
        await transaction.CommitAsync();
        return result;
    }
}
