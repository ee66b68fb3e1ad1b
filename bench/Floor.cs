using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Bench;

/// <summary>The least that could do the same work: bare Kestrel, hand-written SQL, hand-written output.</summary>
internal sealed class Floor(WebApplication app, NpgsqlDataSource source, HttpClient client, Guid tenant) : IAsyncDisposable
{
    /// <summary>The rows are chosen before they are joined: asked at once, the planner joins all and sorts.</summary>
    private static string Rows(string which) =>
        $"""
        select d.id, d.name, a.name, s.name, d.amount_minor, d.probability, d.expected_close_on, d.next_step, d.next_step_on, m.name, d.updated_at
        from (select * from app.deals where tenant_id = $1 and status = 'open' and deleted_at is null {which}) d left join app.accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id
        join app.stages s on s.tenant_id = d.tenant_id and s.id = d.stage_id left join app.members m on m.tenant_id = d.tenant_id and m.id = d.owner_id
        """;

    public static async Task<Floor> StartAsync(World world)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(world.Bare) { MaxPoolSize = 16, MaxAutoPrepare = 200, NoResetOnClose = true, Options = "-c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0" }.ConnectionString);
        var floor = new Floor(app, source, new HttpClient(), world.Big);
        app.MapGet("/list", floor.ListAsync);
        app.MapGet("/board", floor.BoardAsync);
        app.MapGet("/json", floor.JsonAsync);
        app.MapGet("/chart", floor.ChartAsync);
        await app.StartAsync();
        var address = app.Services.GetService(typeof(Microsoft.AspNetCore.Hosting.Server.IServer)) as Microsoft.AspNetCore.Hosting.Server.IServer;
        floor.Address(new Uri(address!.Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        return floor;
    }

    public Func<Task> CallerOf(string path) => async () => await World.ReadAsync(await client.GetAsync(path));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        await source.DisposeAsync();
    }

    private void Address(Uri uri) => client.BaseAddress = uri;

    /// <summary>50 rows and the foot (count, sum and mean of at most 1 001).</summary>
    private async Task ListAsync(HttpContext context)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command(Rows("order by updated_at desc, id desc limit 51")));
        batch.BatchCommands.Add(Command("select count(*), sum(amount_minor), avg(probability) from (select amount_minor, probability from app.deals where tenant_id = $1 and status = 'open' and deleted_at is null limit 1001) d"));
        await using var reader = await batch.ExecuteReaderAsync();
        var page = new StringBuilder("<!doctype html><html><body><table>");
        while (await reader.ReadAsync()) Row(page, reader);
        await reader.NextResultAsync();
        await reader.ReadAsync();
        page.Append(CultureInfo.InvariantCulture, $"<tr><td>{reader.GetInt64(0)}<td>{reader.GetDecimal(1):N0}<td>{reader.GetDecimal(2):N0}</table>");
        await HtmlAsync(context, page);
    }

    /// <summary>Sums of five columns and 50 cards in each.</summary>
    private async Task BoardAsync(HttpContext context)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command("select stage_id, count(*), sum(amount_minor), sum(amount_minor * probability / 100) from app.deals where tenant_id = $1 and status = 'open' and deleted_at is null group by stage_id"));
        batch.BatchCommands.Add(Command($"select c.* from app.stages st cross join lateral ({Rows("and stage_id = st.id order by rank, id limit 50")}) c where st.tenant_id = $1"));
        await using var reader = await batch.ExecuteReaderAsync();
        var page = new StringBuilder("<!doctype html><html><body>");
        while (await reader.ReadAsync()) page.Append(CultureInfo.InvariantCulture, $"<h2>{reader.GetGuid(0)} {reader.GetInt64(1)} {reader.GetDecimal(2):N0} {reader.GetDecimal(3):N0}</h2>");
        await reader.NextResultAsync();
        while (await reader.ReadAsync()) Row(page, reader);
        await HtmlAsync(context, page);
    }

    private async Task JsonAsync(HttpContext context)
    {
        await using var command = source.CreateCommand("select * from app.deals where tenant_id = $1 and deleted_at is null order by updated_at desc, id desc limit 51");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = tenant });
        await using var reader = await command.ExecuteReaderAsync();
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartArray();
        while (await reader.ReadAsync())
        {
            json.WriteStartObject();
            for (var i = 1; i < reader.FieldCount; i++)
                if (!await reader.IsDBNullAsync(i) && reader.GetValue(i) is not Array) json.WriteString(reader.GetName(i), Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        await json.FlushAsync();
    }

    private async Task ChartAsync(HttpContext context)
    {
        await using var command = source.CreateCommand(
            "select date_trunc('month', closed_on::timestamp)::date, sum(amount_minor) from app.deals where tenant_id = $1 and status = 'won' and deleted_at is null group by 1 order by 1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = tenant });
        await using var reader = await command.ExecuteReaderAsync();
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartArray();
        while (await reader.ReadAsync())
        {
            json.WriteStringValue(reader.GetFieldValue<DateOnly>(0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumberValue(reader.GetDecimal(1));
        }
        json.WriteEndArray();
        await json.FlushAsync();
    }

    private NpgsqlBatchCommand Command(string sql) => new(sql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = tenant } } };

    private static void Row(StringBuilder page, NpgsqlDataReader row) => page.Append(CultureInfo.InvariantCulture,
        $"<tr><td><a href=\"/deals/{row.GetGuid(0)}\">{Text(row, 1)}</a><td>{Text(row, 2)}<td>{Text(row, 3)}<td>{row.GetInt64(4):N0}<td>{row.GetInt16(5)}%<td>{row.GetFieldValue<DateOnly>(6):MM/dd}<td>{Text(row, 7)}<td>{row.GetFieldValue<DateOnly>(8):MM/dd}<td>{Text(row, 9)}<td>{row.GetDateTime(10):MM/dd HH:mm}");

    private static string Text(NpgsqlDataReader row, int column) => HtmlEncoder.Default.Encode(row.GetString(column));

    private static Task HtmlAsync(HttpContext context, StringBuilder page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page.ToString());
    }
}
