using System.Text.RegularExpressions;
using Npgsql;
using Web.Data;

namespace Web.Tests.Walls;

/// <summary>What must hold of the database itself, whatever the app does.</summary>
internal static partial class DatabaseChecks
{
    /// <summary>Tables to which the process may only add.</summary>
    private static readonly string[] OnlyAddedTo = ["audit_entries", "audit_seals"];

    public static async Task CatalogueFindsNoFaultAsync(Plot plot)
    {
        await using var process = plot.Open();
        Assert.Equal([], await Wall.FaultsAsync(process, TestContext.Current.CancellationToken));
    }

    public static async Task OnlyTheProofOpensAsync(Plot plot)
    {
        var (a, b) = plot.People.Full;
        await using var process = plot.Open();
        await using var connection = await process.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var proof in new object[] { plot.Proof.For(b), new byte[32], Array.Empty<byte>(), DBNull.Value })
        {
            await using var enter = new NpgsqlCommand("select app.enter($1, $2, false)", connection)
            {
                Parameters = { new() { Value = a }, new() { Value = proof, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea } },
            };
            Assert.Equal("28000", (await Assert.ThrowsAsync<PostgresException>(() => enter.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))).SqlState);
        }
        Assert.Equal("42501", await connection.RefusalAsync("select secret from app.entrance"));
    }

    public static async Task OnlyTheWayInSetsTheTenantAsync(Plot plot)
    {
        await using var process = plot.Open();
        await using var connection = await plot.EnterAsync(process, plot.People.Full.A);
        Assert.Equal("42501", await connection.RefusalAsync($"select count(*) from app.members where set_config('app.tenant_id', '{plot.People.Full.B}', true) is not null"));
    }

    public static async Task TheTenantEndsWithItsTransactionAsync(Plot plot)
    {
        await using var process = plot.Open(most: 1);
        foreach (var end in new[] { "commit", "rollback" })
        {
            await using (var connection = await plot.EnterAsync(process, plot.People.Full.A))
            {
                Assert.NotEqual(0L, await connection.AsksAsync("select count(*) from app.members"));
                await connection.AsksAsync(end);
            }
            await using var next = await process.OpenConnectionAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0L, await next.AsksAsync("select count(*) from app.members"));
        }
    }

    public static async Task WhatIsReadOnlyCannotWriteAsync(Plot plot)
    {
        await using var process = plot.Open();
        await using var connection = await plot.EnterAsync(process, plot.People.Full.A, readOnly: true);
        Assert.Equal("25006", await connection.RefusalAsync("update app.members set name = 'x' returning 1"));
    }

    public static async Task WhatIsOnlyAddedToStaysAsync(Plot plot)
    {
        await using var process = plot.Open();
        foreach (var table in OnlyAddedTo)
            foreach (var sql in new[] { $"delete from app.{table}", $"update app.{table} set tenant_id = tenant_id" })
            {
                await using var connection = await plot.EnterAsync(process, plot.People.Full.A);
                Assert.True(await connection.RefusalAsync(sql) == "42501", $"{sql} was done");
            }
    }

    /// <summary>The functions that answer before a tenant is known tell nothing to whoever asks without a key, or with a pattern.</summary>
    public static async Task NoLookUpListsAsync(Plot plot)
    {
        await using var process = plot.Open();
        await using var connection = await process.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var all = new NpgsqlCommand(
            """
            select p.oid::regproc::text, (select array_agg(format_type(t, null)) from unnest(p.proargtypes) t) from pg_proc p
            where p.pronamespace = 'app'::regnamespace and p.prosecdef and p.proretset and has_function_privilege(p.oid, 'execute')
            """, connection);
        List<(string Name, string[] Types)> functions = [];
        await using (var reader = await all.ExecuteReaderAsync(TestContext.Current.CancellationToken))
            while (await reader.ReadAsync(TestContext.Current.CancellationToken)) functions.Add((reader.GetString(0), reader.IsDBNull(1) ? [] : reader.GetFieldValue<string[]>(1)));
        Assert.Contains(functions, function => function.Name == "app.find_tenant");
        foreach (var (name, types) in functions)
            foreach (var text in new[] { "null", "''", "'%'", "'_'", "'.*'" })
            {
                var call = $"select count(*) from {name}({string.Join(", ", types.Select(type => (type == "text" ? text : "null") + "::" + type))})";
                await connection.AsksAsync("begin");
                var told = await connection.AsksAsync(call);
                await connection.AsksAsync("rollback");
                Assert.True(told is 0L, $"{call} told of {told}");
            }
    }

    /// <summary>LISTEN is fenced by nothing, so what is told is ids and a topic, of the tenant that tells.</summary>
    public static async Task NoticesCarryIdsOnlyAsync(Plot plot)
    {
        var (tenant, record) = (plot.People.Full.A, Guid.CreateVersion7());
        await using var superuser = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(plot.Superuser) { Pooling = false }.ConnectionString);
        await using var listening = await superuser.OpenConnectionAsync(TestContext.Current.CancellationToken);
        List<string> heard = [];
        listening.Notification += (_, notice) => heard.Add(notice.Payload);
        await listening.AsksAsync("listen tenant_changed");
        await listening.AsksAsync("listen live");
        await listening.AsksAsync("listen job_waits");
        await plot.AsSuperuserAsync($"update app.tenants set name = name where tenant_id = '{tenant}'");
        await using (var process = plot.Open())
        {
            await using var connection = await plot.EnterAsync(process, tenant);
            await connection.AsksAsync($"select app.tell('deal', '{record}', null)");
            await connection.AsksAsync("commit");
            Assert.NotNull(await connection.RefusalAsync($"select app.tell('deal', '{record}', null)")); // nobody has been entered
            await using var other = await plot.EnterAsync(process, tenant);
            Assert.NotNull(await other.RefusalAsync($"select app.tell('deal {plot.People.Full.B}', '{record}', null)"));
        }
        var patience = DateTime.UtcNow.AddSeconds(20);
        while (!(heard.Exists(payload => payload.Contains(record.ToString(), StringComparison.Ordinal)) && heard.Exists(payload => payload.StartsWith(tenant.ToString(), StringComparison.Ordinal)))
               && DateTime.UtcNow < patience) await listening.WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.Contains($"{tenant} deal {record}", heard);
        Assert.Contains(tenant.ToString(), heard);
        Assert.All(heard, payload => Assert.Matches(IdsOnly(), payload));
    }

    [GeneratedRegex(@"^([0-9a-f-]{36}( [a-z_]{1,40} [0-9a-f-]{36}( [0-9a-f-]{36})?)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdsOnly();
}
