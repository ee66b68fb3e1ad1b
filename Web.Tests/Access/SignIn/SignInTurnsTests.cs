using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Data;
using Web.Tests.Support;

namespace Web.Tests.Access.SignIn;

public sealed class SignInTurnsTests(TestInstallation installation)
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    [InlineData("2001:db8:1:2::", "20010DB800010002")]
    public void A_network_is_an_address_or_the_half_that_its_owner_does_not_choose(string address, string network) => Assert.Equal(network, Web.Api.RateLimits.CallLimits.NetworkOf(IPAddress.Parse(address)));

    [Fact]
    public async Task Turns_are_counted_exactly_by_all_together_and_come_back_evenly()
    {
        var (one, two) = (installation.App.Services.GetRequiredService<Turns>(), new Turns(installation.Source, installation.Database.Key));
        var whose = Guid.NewGuid().ToString();
        var waits = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => (n % 2 == 0 ? one : two).TakeAsync("test", whose, 10, TimeSpan.FromHours(1), TestContext.Current.CancellationToken)));
        Assert.Equal(10, waits.Count(wait => wait is null));
        Assert.All(waits.Where(wait => wait is not null), wait => Assert.InRange(wait!.Value, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6)));
        Assert.Null(await one.TakeAsync("test", whose + "'s neighbour", 10, TimeSpan.FromHours(1), TestContext.Current.CancellationToken));
        Assert.Null(await one.TakeAsync("test", Guid.NewGuid().ToString(), 1, TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken));
    }

    /// <summary>On the account whoever asks from wherever, and by the network of the connection whatever its headers say.</summary>
    [Fact]
    public async Task Too_many_tries_are_put_off_whatever_headers_say()
    {
        var company = await TestTenant.MakeAsync(installation);
        await using (var all = NpgsqlDataSource.Create(installation.Postgres.Superuser()))
        await using (var change = all.CreateCommand($"update app.tenants set demo = false where tenant_id = '{company.Id}'")) await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => await installation.App.Services.GetRequiredService<Web.Tenancy.TenantDirectory>().FindAsync(company.Id, default) is { Demo: false });
        List<HttpStatusCode> answers = [];
        HttpResponseMessage last = null!;
        for (var i = 0; i < 40; i++)
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{installation.ServedPort}"), DefaultRequestHeaders = { Host = company.Host } };
            foreach (var name in new[] { "X-Forwarded-For", "X-Real-IP" }) client.DefaultRequestHeaders.Add(name, string.Create(CultureInfo.InvariantCulture, $"203.0.113.{i}"));
            client.DefaultRequestHeaders.Add("Forwarded", string.Create(CultureInfo.InvariantCulture, $"for=203.0.113.{i}"));
            last = await client.PostAsJsonAsync(i % 2 == 0 ? "/api/v1/tenant/auth/login" : "/api/v1/tenant/auth/login?x=1", new { email = i % 3 == 0 ? "NOBODY@example.com" : "nobody@example.com", password = "wrong" }, TestContext.Current.CancellationToken);
            answers.Add(last.StatusCode);
        }
        Assert.All(answers.Take(30), status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 21);
        var spread = await Task.WhenAll(Enumerable.Range(0, 130).Select(async i =>
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{installation.ServedPort}"), DefaultRequestHeaders = { Host = company.Host } };
            client.DefaultRequestHeaders.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"198.51.100.{i}"));
            return (await client.PostAsJsonAsync("/api/v1/tenant/auth/forgot_password", new { email = string.Create(CultureInfo.InvariantCulture, $"n{i}@example.com") }, TestContext.Current.CancellationToken)).StatusCode;
        }));
        Assert.InRange(spread.Count(status => status == HttpStatusCode.Accepted), 30, 33);
    }
}
