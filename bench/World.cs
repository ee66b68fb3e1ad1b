using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Access.SignIn;
using Web.Data;

namespace Bench;

/// <summary>One big company among many, in a PostgreSQL of its own, with the app in front of it.</summary>
internal sealed class World : IAsyncDisposable
{
    private const string Password = "a password for measuring";
    private const string Query =
        """
        {"query":{"version":1,"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"closed_on","role":"x","grain":"month"}],
         "measures":[{"field":"amount","aggregate":"sum"}],"filters":[{"field":"status","op":"=","value":"won"}]}}
        """;

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"tsumugi-bench-{Guid.NewGuid():N}");
    private readonly EmbeddedPostgres postgres;
    private readonly App app;
    private readonly HttpClient client;

    private World(EmbeddedPostgres postgres, string folder)
    {
        (this.postgres, this.folder) = (postgres, folder);
        app = new App(postgres, folder);
        app.UseKestrel(0);
        app.StartServer();
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        client.DefaultRequestHeaders.Host = "big.localhost";
    }

    /// <summary>A connection that row-level security does not touch.</summary>
    public string Bare => postgres.Superuser();

    public Guid Big { get; private set; }

    public static async Task<World> MakeAsync(int tenants, int deals)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"tsumugi-bench-{Guid.NewGuid():N}");
        var world = new World(await EmbeddedPostgres.StartAsync(folder, AppContext.BaseDirectory), folder);
        await world.FillAsync(tenants, deals);
        await world.SignInAsync();
        return world;
    }

    /// <summary>One request for a page or for the chart; it fails loudly when the answer is not 200.</summary>
    public Func<Task> CallerOf(string path) => path == "render"
        ? async () => await ReadAsync(await client.PostAsync("api/v1/charts/render", new StringContent(Query, Encoding.UTF8, "application/json")))
        : async () => await ReadAsync(await client.GetAsync(path));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    internal static async Task ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsByteArrayAsync();
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{(int)answer.StatusCode}: {Encoding.UTF8.GetString(text)}");
        }
    }

    private async Task FillAsync(int tenants, int deals)
    {
        await using var source = NpgsqlDataSource.Create(Bare);
        await using var command = source.CreateCommand(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "world.sql")));
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("tenants", tenants);
        command.Parameters.AddWithValue("deals", deals);
        command.Parameters.AddWithValue("hash", new PasswordHash().HashPassword(null!, Password));
        await command.ExecuteNonQueryAsync();
        await using var analyze = source.CreateCommand("vacuum analyze");
        analyze.CommandTimeout = 0;
        await analyze.ExecuteNonQueryAsync();
        await using var big = source.CreateCommand("select tenant_id from app.tenants where slug = 'big'");
        Big = (Guid)(await big.ExecuteScalarAsync())!;
    }

    /// <summary>The token signs the program in, and pages take it as they take the cookie.</summary>
    private async Task SignInAsync()
    {
        var answer = await client.PostAsJsonAsync("api/v1/tenant/auth/login", new { email = "owner@big.example", password = Password });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.GetProperty("access_token").GetString());
    }

    private sealed class App(EmbeddedPostgres postgres, string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.UseSetting("ConnectionStrings:Database", postgres.Process);
            builder.UseSetting("ConnectionStrings:Owner", postgres.Owner);
            builder.UseSetting("Security:MasterKey", postgres.MasterKey);
            builder.UseSetting("Data:Directory", folder);
            builder.UseSetting("Tenancy:BaseDomain", "localhost");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
        }
    }
}
