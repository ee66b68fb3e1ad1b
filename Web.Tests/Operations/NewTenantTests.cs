using System.Net;
using System.Net.Http.Json;
using Web.Operations;
using Web.Tests.Support;

namespace Web.Tests.Operations;

public sealed class NewTenantTests(TestInstallation installation)
{
    private static NewTenant Order(string slug = "acme-two") => new(slug, "Acme", "en", "Asia/Tokyo", "JPY", "owner@acme.example", "Chiyo", "a long enough password");

    [Fact]
    public async Task Its_owner_signs_in_and_it_is_made_once()
    {
        var order = Order($"n{Guid.NewGuid():N}"[..20]);
        Assert.True(await order.MakeAsync(installation.App.Services, TestContext.Current.CancellationToken));
        using var client = installation.App.At($"{order.Slug}.{TestApp.BaseDomain}");
        // The directory may remember for a moment that nobody was there.
        await Eventually.TrueAsync(async () => (await client.PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = order.OwnerEmail, password = order.Password })).StatusCode == HttpStatusCode.OK);
        var page = new Browser(installation.App.At($"{order.Slug}.{TestApp.BaseDomain}"));
        await page.SignInAsync(order.OwnerEmail, order.Password);
        Assert.Contains("Negotiation", (await page.OpenAsync("/deals/board")).Body!.TextContent); // it can sell at once
        Assert.False(await order.MakeAsync(installation.App.Services, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_orders_at_once_make_one()
    {
        var order = Order($"n{Guid.NewGuid():N}"[..20]);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => order.MakeAsync(installation.App.Services, TestContext.Current.CancellationToken)));
        Assert.Single(made, one => one);
    }

    [Fact]
    public void A_good_order_has_no_fault() => Assert.Null(Order().Fault());

    [Fact]
    public void What_does_not_fit_is_named() => Assert.Equal(
        ["--slug", "--slug", "--name", "--locale", "--time-zone", "--currency", "--owner-email", "--owner-name", "The first line"],
        new[]
        {
            Order("Not A Slug"), Order("api"), Order() with { Name = " " }, Order() with { Locale = "fr" }, Order() with { TimeZone = "Mars/Olympus" }, Order() with { Currency = "yen" },
            Order() with { OwnerEmail = "Chiyo <owner@acme.example>" }, Order() with { OwnerName = "" }, Order() with { Password = "short" },
        }.Select(order => order.Fault()!).Select(fault => fault.StartsWith("The first line", StringComparison.Ordinal) ? "The first line" : fault.Split(' ')[0]));
}
