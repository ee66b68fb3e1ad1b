using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Web.Demo;
using Web.Tests.Support;

namespace Web.Tests.Demo;

public sealed class DemoOrganizationTests(TestInstallation installation)
{
    [Fact]
    public async Task Makes_a_new_company_with_data_each_time()
    {
        var apex = installation.App.At(TestApp.BaseDomain);
        var first = await MakeAsync(apex);
        var second = await MakeAsync(apex);
        Assert.NotEqual(Slug(first), Slug(second));
        Assert.Equal(["admin", "analyst", "compliance", "manager", "member", "owner", "viewer"], first.GetProperty("login_credentials").EnumerateObject().Select(one => one.Name).Order());
        Assert.Equal(11, first.GetProperty("users").GetArrayLength());

        var owner = first.GetProperty("login_credentials").GetProperty("owner");
        var client = installation.App.At($"{Slug(first)}.{TestApp.BaseDomain}");
        var login = await client.PostAsJsonAsync("/api/v1/tenant/auth/login", owner);
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
        Assert.Equal(400, (await client.GetFromJsonAsync<JsonElement>("/api/v1/deals?count=true&page_size=1")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Is_not_at_a_companys_address()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        Assert.Equal(HttpStatusCode.NotFound, (await tenant.Anonymous().PostAsync("/dev/create-demo-organization", null)).StatusCode);
    }

    [Fact]
    public async Task Two_starts_at_once_seed_once()
    {
        var companies = installation.App.Services.GetRequiredService<DemoCompanies>();
        var recipe = Kurosawa.Recipe with { Slug = $"twice-{Guid.NewGuid():N}"[..20], Size = new DemoSize(5, 9, 20) };
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => companies.SeedAsync(recipe, "a password of ours", default)));
        Assert.Single(made, true);
    }

    private static async Task<JsonElement> MakeAsync(HttpClient apex)
    {
        var answer = await apex.PostAsync("/dev/create-demo-organization", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string Slug(JsonElement made) => made.GetProperty("organization").GetProperty("slug").GetString()!;
}
