using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
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
    public const string Password = "a password for measuring";

    private readonly EmbeddedPostgres postgres;
    private readonly string folder;
    private readonly bool kept;
    private readonly App app;
    private readonly Uri address;

    private World(EmbeddedPostgres postgres, string folder, bool kept)
    {
        (this.postgres, this.folder, this.kept) = (postgres, folder, kept);
        app = new App(postgres, folder);
        app.UseKestrel(0);
        app.StartServer();
        address = new Uri($"http://127.0.0.1:{new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port}/");
    }

    /// <summary>A connection that row-level security does not touch.</summary>
    public string Bare => postgres.Superuser();

    /// <summary>The connection of the app's own process, behind every wall.</summary>
    public string Walled => postgres.Process;

    public IServiceProvider Services => app.Services;

    /// <summary>What an app of its own needs to stand on this database.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("ConnectionStrings__Database", postgres.Process), ("ConnectionStrings__Owner", postgres.Owner), ("Security__MasterKey", postgres.MasterKey),
        ("Data__Directory", folder), ("Tenancy__BaseDomain", "localhost"), ("Logging__LogLevel__Default", "Warning"),
        ("RateLimits__Demo", "1000000000"), ("RateLimits__Tenant", "1000000000"), ("RateLimits__Member", "1000000000"), ("RateLimits__Address", "1000000000"), // counted as ever, never used up
    ];

    /// <param name="folder">Where a world is kept between runs; null for one that is thrown away.</param>
    public static async Task<World> MakeAsync(int tenants, int deals, string? folder)
    {
        var place = Path.GetFullPath(folder is null ? Path.Combine(Path.GetTempPath(), $"tsumugi-bench-{Guid.NewGuid():N}") : $"{folder}-{tenants}-{deals}");
        var world = new World(await EmbeddedPostgres.StartAsync(place, AppContext.BaseDirectory), place, folder is not null);
        await world.FillAsync(tenants, deals);
        return world;
    }

    /// <summary>Nobody yet, at the address of a company.</summary>
    public HttpClient Knock(string slug)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Host = $"{slug}.localhost";
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return client;
    }

    /// <summary>The owner of a company, signed in; pages take the program's token as they take the cookie.</summary>
    public async Task<Visitor> VisitAsync(string slug)
    {
        var client = Knock(slug);
        var answer = await client.PostAsJsonAsync("api/v1/tenant/auth/login", new { email = $"owner@{slug}.example", password = Password });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.GetProperty("access_token").GetString());
        await using var source = NpgsqlDataSource.Create(Bare);
        await using var find = source.CreateCommand("select tenant_id from app.tenants where slug = $1");
        find.Parameters.Add(new NpgsqlParameter<string> { TypedValue = slug });
        return new Visitor(client, (Guid)(await find.ExecuteScalarAsync())!);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await postgres.DisposeAsync();
        if (!kept) Directory.Delete(folder, recursive: true);
    }

    private async Task FillAsync(int tenants, int deals)
    {
        await using var source = NpgsqlDataSource.Create(Bare);
        await using var there = source.CreateCommand("select exists (select from app.tenants)");
        if ((bool)(await there.ExecuteScalarAsync())!) return;
        await using var command = source.CreateCommand(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "world.sql")));
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("tenants", tenants);
        command.Parameters.AddWithValue("deals", deals);
        command.Parameters.AddWithValue("hash", new PasswordHash().HashPassword(null!, Password));
        await command.ExecuteNonQueryAsync();
        await using var analyze = source.CreateCommand("vacuum analyze");
        analyze.CommandTimeout = 0;
        await analyze.ExecuteNonQueryAsync();
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

/// <summary>Somebody of one company, and the calls they make; each fails loudly when it is refused.</summary>
internal sealed partial record Visitor(HttpClient Client, Guid Tenant)
{
    public Func<Task> Get(string path) => async () => await ReadAsync(await Client.GetAsync(path));

    public Func<Task> Post(string path, string json) => async () => await ReadAsync(await Client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json")));

    /// <summary>Where the first button of a page that fetches more leads.</summary>
    public async Task<string> MoreAsync(string path) => WebUtility.HtmlDecode(More().Match(await Client.GetStringAsync(path)).Groups["more"].Value).TrimStart('/');

    public static async Task<byte[]> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsByteArrayAsync();
            return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{(int)answer.StatusCode}: {Encoding.UTF8.GetString(text)}");
        }
    }

    [GeneratedRegex("hx-get=\"(?<more>[^\"]*handler=(rows|more)[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex More();
}
