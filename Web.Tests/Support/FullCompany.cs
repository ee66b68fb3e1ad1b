using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Data;
using Web.Demo;
using Web.Insights.Saved;
using Web.Insights.Superset;
using Web.Jobs;
using Web.Tenancy;

namespace Web.Tests.Support;

/// <summary>A demo company in which everything has been used once, so that every table holds a row of it.</summary>
internal static class FullCompany
{
    public static async Task<Tenant> MakeAsync(TestInstallation installation)
    {
        var tenant = await installation.App.Services.GetRequiredService<DemoCompanies>().MakeSmallAsync(Aoba.Recipe, TestTenant.Password, TestContext.Current.CancellationToken);
        var client = installation.App.At($"{tenant.Slug}.{TestApp.BaseDomain}");
        var owner = (Aoba.Recipe with { Slug = tenant.Slug }).EmailOf(Aoba.Recipe.People.First(person => person.Role == Web.Access.Role.Owner));
        var login = await client.PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = owner, password = TestTenant.Password });
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
        var asked = await client.PostAsJsonAsync("/api/v1/charts/ask", new { utterance = "won deals by month this year", locale = "en" });
        Assert.Equal("chart", (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
        await QueueAsync(installation, tenant);
        await PushAsync(installation, tenant);
        return tenant;
    }

    /// <summary>A job that no instance knows how to do: it waits.</summary>
    private static async Task QueueAsync(TestInstallation installation, Tenant tenant)
    {
        await using var services = installation.App.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, TestContext.Current.CancellationToken);
        db.Enqueue("test.waits", new { word = "canary" }, DateTimeOffset.UtcNow);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await work.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A chart that was pushed to a Superset which is no longer there.</summary>
    private static async Task PushAsync(TestInstallation installation, Tenant tenant)
    {
        await using var services = installation.App.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, TestContext.Current.CancellationToken);
        var chart = await db.SavedCharts.Select(one => one.Id).FirstAsync(TestContext.Current.CancellationToken);
        var push = db.ChartPushes.Add(ChartPush.Of(chart)).Entity;
        push.Begin(DateTimeOffset.UtcNow);
        push.Succeed("https://superset.example.com/explore/?slice_id=7", DateTimeOffset.UtcNow);
        var thing = db.SupersetObjects.Add(SupersetObject.Of("https://superset.example.com", SupersetKind.Chart, chart.ToString(), Guid.CreateVersion7(), DateTimeOffset.UtcNow)).Entity;
        thing.Stands(7, SupersetObject.HashOf(""), DateTimeOffset.UtcNow);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await work.CommitAsync(TestContext.Current.CancellationToken);
    }
}
