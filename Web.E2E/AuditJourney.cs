using Web.Access;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

public sealed class AuditJourney(Installation site)
{
    [Theory]
    [InlineData("ja", false, true)]
    [InlineData("en", true, false)]
    public async Task Whoever_watches_over_the_company_lands_in_its_log_searches_and_exports(string language, bool phone, bool dark)
    {
        var email = await site.Aoba.HireAsync(Role.Compliance, language);
        await using var visitor = await site.VisitAsync(site.Aoba, phone, dark);
        await visitor.SignInAsync(email, then: "/settings/audit");
        await Expect(visitor.Page.Locator(".log-entry")).Not.ToHaveCountAsync(0);
        await visitor.ShouldBeAccessibleAsync();
        var first = visitor.Page.Locator(".log-entry").First;
        await first.Locator("summary").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(first.Locator(".facts")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.SelectOptionAsync("#category", "auth");
        await visitor.Page.ClickAsync(".log-filter button");
        await visitor.Page.ShouldReachAsync("category=auth");
        await Expect(visitor.Page.Locator(".log-entry")).Not.ToHaveCountAsync(0);
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.ClickAsync("button[value=csv]"));
        Assert.EndsWith(".csv", file.SuggestedFilename, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.All(lines.Skip(1), line => Assert.Contains(",auth,", line, StringComparison.Ordinal));
    }
}
