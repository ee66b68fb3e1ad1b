using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Access.SignIn;
using Web.Data;

namespace Bench;

/// <summary>
/// How the floor gets at its rows: past every wall, or (<c>--peer</c>) as anything that did the app's work by hand would have to, with
/// the token's signature and its session checked, the company entered in the same trip, and row-level security on every table.
/// </summary>
internal sealed class FloorDoor : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly Guid tenant;
    private readonly bool peer;
    private readonly AccessToken tokens;
    private readonly TenantProof proof;
    private readonly ConcurrentDictionary<Guid, Guid> sessions = new();

    /// <param name="kept">Plans are made once for companies of any size, instead of for this one each time.</param>
    public FloorDoor(World world, Visitor visitor, bool peer, bool kept)
    {
        (tenant, this.peer) = (visitor.Tenant, peer);
        (tokens, proof) = (world.Services.GetRequiredService<AccessToken>(), world.Services.GetRequiredService<TenantProof>());
        var claims = tokens.Verify(visitor.Client.DefaultRequestHeaders.Authorization!.Parameter!)!;
        sessions[claims.SessionId] = claims.Subject;
        source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(peer ? world.Walled : world.Bare)
        {
            MaxPoolSize = 16,
            MaxAutoPrepare = 200,
            NoResetOnClose = true,
            Options = $"-c plan_cache_mode={(kept ? "force_generic_plan" : "force_custom_plan")} -c random_page_cost=1.1 -c max_parallel_workers_per_gather=0",
        }.ConnectionString);
    }

    public bool Admits(HttpRequest request) => !peer
        || tokens.Verify(request.Headers.Authorization.ToString()["Bearer ".Length..]) is { } claims && claims.Audience == tenant && sessions.TryGetValue(claims.SessionId, out var member) && member == claims.Subject;

    public NpgsqlBatch Batch()
    {
        var batch = source.CreateBatch();
        if (peer) batch.BatchCommands.Add(Command("select app.enter($1, $2, $3)", new NpgsqlParameter<byte[]> { TypedValue = proof.For(tenant) }, new NpgsqlParameter<bool> { TypedValue = true }));
        return batch;
    }

    public async Task<NpgsqlDataReader> ReadAsync(NpgsqlBatch batch)
    {
        var reader = await batch.ExecuteReaderAsync();
        if (peer) await reader.NextResultAsync();
        return reader;
    }

    /// <summary>A command whose first value is the company.</summary>
    public NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] more)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = tenant } } };
        foreach (var value in more) command.Parameters.Add(value);
        return command;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
