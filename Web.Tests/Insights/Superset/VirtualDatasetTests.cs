using Npgsql;
using Web.Crm;
using Web.Insights.Superset;
using Web.Semantics;
using Web.Tenancy;
using Web.Tests.Support;

namespace Web.Tests.Insights.Superset;

/// <summary>The operator's script and our own select, with a real login each for two real companies.</summary>
public sealed class VirtualDatasetTests(TestInstallation installation)
{
    [Fact]
    public async Task A_companys_login_reads_its_own_rows_and_nothing_else()
    {
        var (ours, theirs) = (await FullCompany.MakeAsync(installation.App), await FullCompany.MakeAsync(installation.App));
        await ConnectAsync(ours);
        await ConnectAsync(theirs);
        await using var login = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(installation.Postgres.Process) { Username = NameOf(ours), Password = "reader", Pooling = false }.ConnectionString);
        foreach (var offered in new CrmDatasets().Offer("JPY").Where(offered => offered.StandsAlone))
        {
            var sql = VirtualDataset.Sql(offered.Dataset, ours.Id, NameOf(ours), ours.Calendar);
            var own = await CountAsync(login, $"select count(*) from ({sql}) rows");
            Assert.True(own > 0);
            Assert.Equal(await TrueCountAsync(offered.Dataset, ours.Id), own);
            // Whatever is asked in this connection, and however: other companies are not in it.
            Assert.Equal(0, await CountAsync(login, $"select count(*) from ({VirtualDataset.Sql(offered.Dataset, theirs.Id, NameOf(ours), ours.Calendar)}) rows"));
            await RefusedAsync(login, $"select count(*) from ({VirtualDataset.Sql(offered.Dataset, theirs.Id, NameOf(theirs), ours.Calendar)}) rows");
        }
        await RefusedAsync(login, "select count(*) from app.deals");
        await RefusedAsync(login, "select app.enter(gen_random_uuid(), ''::bytea, true)");
        await RefusedAsync(login, $"select password_hash from {NameOf(ours)}.members");
        await RefusedAsync(login, $"set role platform_console");
        await RefusedAsync(login, "create table public.mine (a int)");
        Assert.Equal(0, await CountAsync(login, $"select count(*) from {NameOf(ours)}.deals where tenant_id <> '{ours.Id}'"));
    }

    [Fact]
    public void Rows_that_depend_on_their_reader_are_not_given_away()
    {
        var deals = new CrmDatasets().Offer("JPY")[0].Dataset with { RowFilters = [ChartFilter.On("status", FilterOp.Equal, "won")] };
        var tenant = new Tenant(Guid.CreateVersion7(), "x", "X", TenantStatus.Active, "en", "Asia/Tokyo", "JPY", 4, "trial", "#23498a", Demo: true);
        Assert.Equal("row_filter", Assert.Throws<CannotShowException>(() => VirtualDataset.Sql(deals, tenant.Id, "s", tenant.Calendar)).Why);
    }

    private static string NameOf(Tenant tenant) => $"tenant_{tenant.Id:N}";

    private async Task ConnectAsync(Tenant tenant)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "deploy", "superset", "company.sql"), TestContext.Current.CancellationToken);
        script = script.Replace(":\"login\"", NameOf(tenant), StringComparison.Ordinal).Replace(":'tenant'", $"'{tenant.Id}'", StringComparison.Ordinal).Replace(":'password'", "'reader'", StringComparison.Ordinal);
        await using var superuser = NpgsqlDataSource.Create(installation.Postgres.Superuser());
        await using var command = superuser.CreateCommand(script);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<long> TrueCountAsync(Dataset dataset, Guid tenant)
    {
        await using var superuser = NpgsqlDataSource.Create(installation.Postgres.Superuser());
        return await CountAsync(superuser, $"select count(*) from {dataset.Source.From} where {dataset.Source.TenantColumn} = '{tenant}'{(dataset.Source.Where is { } always ? $" and {always}" : "")}");
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task RefusedAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.True(refused.SqlState is "42501" or "25006" or "42703" or "42883", refused.MessageText);
    }
}
