using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Access.Seats;
using Web.Access.SignIn;
using Web.Data;
using Web.Tenancy;

namespace Web.Tests.Support;

/// <summary>A company of its own for one test, with one person of each role. Nothing is cleaned up.</summary>
public sealed class TestTenant
{
    public const string Password = "correct horse battery staple";
    private static string? passwordHash;
    private readonly TestApp app;

    private TestTenant(TestApp app, Tenant tenant, IReadOnlyDictionary<Role, Guid> people) =>
        (this.app, Tenant, People) = (app, tenant, people);

    public Tenant Tenant { get; }

    public Guid Id => Tenant.Id;

    public IReadOnlyDictionary<Role, Guid> People { get; }

    public string Host => $"{Tenant.Slug}.{TestApp.BaseDomain}";

    public static string EmailOf(Role role) => $"{role.ToString().ToLowerInvariant()}@example.com";

    public static Task<TestTenant> MakeAsync(TestInstallation installation, string currency = "JPY", string locale = "en") =>
        MakeAsync(installation.App, currency, locale);

    public static async Task<TestTenant> MakeAsync(TestApp app, string currency = "JPY", string locale = "en", string name = "Test Company")
    {
        var id = Guid.CreateVersion7();
        var tenant = new Tenant(id, $"t{id:N}"[..24], name, TenantStatus.Active, locale, "Asia/Tokyo", currency, 4, "trial", "#23498a", Demo: true);
        Dictionary<Role, Guid> people = [];
        await using var services = app.Services.CreateAsyncScope();
        passwordHash ??= services.ServiceProvider.GetRequiredService<PasswordHash>().HashPassword(null!, Password);
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, default);
        await db.AddTenantAsync(tenant, default);
        var seats = await Seating.HoldAsync(db, DateTimeOffset.UtcNow, default);
        foreach (var role in Enum.GetValues<Role>())
        {
            var member = Member.Join(EmailOf(role), $"The {role}", role, null, DateTimeOffset.UtcNow);
            member.PasswordHash = passwordHash;
            db.Members.Add(member);
            seats.Give(member);
            people[role] = member.Id;
        }
        await db.SaveChangesAsync();
        await work.CommitAsync();
        return new TestTenant(app, tenant, people);
    }

    /// <summary>Nobody, at this company's address.</summary>
    public HttpClient Anonymous() => app.At(Host);

    /// <summary>The same company, met at another instance.</summary>
    public TestTenant At(TestApp instance) => new(instance, Tenant, People);

    /// <summary>A program signed in as <paramref name="role"/>.</summary>
    public async Task<HttpClient> ProgramAsync(Role role)
    {
        var client = Anonymous();
        var answer = await client.PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = EmailOf(role), password = Password });
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.GetProperty("access_token").GetString());
        return client;
    }

    /// <summary>A browser signed in as <paramref name="role"/>.</summary>
    public async Task<Browser> BrowserAsync(Role role)
    {
        var browser = new Browser(Anonymous());
        await browser.SignInAsync(EmailOf(role), Password);
        return browser;
    }

    /// <summary>Does <paramref name="act"/> in one unit of work of this company, as one of its people if said.</summary>
    public async Task<T> WorkAsync<T>(Func<AppDb, Task<T>> act, Role? actor = null)
    {
        await using var services = app.Services.CreateAsyncScope();
        var scope = services.ServiceProvider.GetRequiredService<TenantScope>();
        scope.Enter(Id);
        if (actor is { } role) scope.ActAs(People[role]);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, default);
        var result = await act(db);
        await db.SaveChangesAsync();
        await work.CommitAsync();
        return result;
    }
}
