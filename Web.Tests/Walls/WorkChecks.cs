using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Access;
using Web.Data;

namespace Web.Tests.Walls;

/// <summary>A unit of work is of one company, says what it did, and leaves nothing behind.</summary>
internal static class WorkChecks
{
    public static async Task AUnitOfWorkLeavesNothingBehindAsync(Plot plot)
    {
        foreach (var company in new[] { plot.People.A, plot.People.B })
            foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 4).Select(n => company.Owner.GetAsync(plot.App, company.Host, n % 2 == 0 ? "/api/v1/deals" : "/api/v1/accounts")))) // by hand, and through EF
                Assert.True(answer.Status == 200, answer.Body);
        var pool = plot.App.Services.GetRequiredService<NpgsqlDataSource>();
        List<NpgsqlConnection> all = [];
        for (var i = 0; i < 6; i++) all.Add(await pool.OpenConnectionAsync(TestContext.Current.CancellationToken));
        List<object?> left = [];
        foreach (var connection in all)
        {
            left.Add(await connection.AsksAsync("select nullif(current_setting('app.tenant_id', true), '')"));
            left.Add(await connection.AsksAsync("select nullif(current_setting('transaction_read_only'), 'off')"));
            await connection.DisposeAsync();
        }
        Assert.All(left, value => Assert.Equal(DBNull.Value, value));
    }

    public static async Task AReadingUnitCannotWriteAsync(Plot plot)
    {
        await using var services = plot.App.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(plot.People.A.Company.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: true, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, await db.Members.CountAsync(TestContext.Current.CancellationToken));
        var refused = await Assert.ThrowsAnyAsync<PostgresException>(() =>
            db.Members.Where(member => member.Name == "nobody").ExecuteUpdateAsync(set => set.SetProperty(member => member.Name, "x"), TestContext.Current.CancellationToken));
        Assert.Equal("25006", refused.SqlState);
    }

    public static async Task AChangeIsNotedAsync(Plot plot)
    {
        var a = plot.People.A;
        var changed = await a.Program.SendAsync(plot.App, a.Host, "PATCH", $"/api/v1/tasks/{a.Task}", new { tags = new[] { Guid.CreateVersion7().ToString() } });
        Assert.True(changed.Status == 200, changed.Body);
        Assert.Equal(1L, await plot.AsSuperuserAsync(
            $"select count(*) from app.audit_entries where tenant_id = '{a.Company.Id}' and entity_id = '{a.Task}' and member_id = '{a.Company.People[Role.Owner]}' and changes ? 'tags' and at > now() - interval '1 minute' group by id order by id desc limit 1"));
    }

    public static async Task AnErrorTellsNothingOfTheDatabaseAsync(Plot plot)
    {
        var a = plot.People.A;
        var twice = await a.Program.SendAsync(plot.App, a.Host, "POST", "/api/v1/pipelines", new { name = $"{a.Canary} sales", stages = new[] { new { name = "One", probability = 10 } } });
        Assert.Equal(409, twice.Status);
        foreach (var word in new[] { "pipelines_", "tenant_id", "Key (", "23505", "Npgsql", a.Company.Id.ToString(), a.Canary })
            Assert.DoesNotContain(word, twice.Body);
    }
}
