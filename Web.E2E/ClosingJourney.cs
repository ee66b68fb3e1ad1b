using Web.Access;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>An owner takes everything away, closes the company, and thinks better of it; and looks after what goes on behind the pages.</summary>
public sealed class ClosingJourney(Installation site)
{
    [Theory]
    [InlineData("ja", true, false)]
    [InlineData("en", false, true)]
    public async Task Everything_is_taken_away_and_the_company_closed_and_kept(string language, bool phone, bool dark)
    {
        var company = await site.FoundAsync($"closing-{language}");
        var email = await company.HireAsync(Role.Owner, language);
        await using var visitor = await site.VisitAsync(company, phone, dark);
        var page = visitor.Page;
        await visitor.SignInAsync(email, then: "/settings/export");
        await visitor.ShouldBeAccessibleAsync();
        await page.ClickAsync("main .button.primary");
        var link = page.Locator("#export-states a.button");
        await Expect(link).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await visitor.ShouldBeAccessibleAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.EndsWith(".zip", download.SuggestedFilename);

        await page.GotoAsync("/settings/close");
        await visitor.ShouldBeAccessibleAsync();
        await page.FillAsync("#address", "something-else");
        await page.ClickAsync("main .button.danger");
        await Expect(page.Locator("#address-error")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await page.FillAsync("#address", company.Slug);
        await page.ClickAsync("main .button.danger");
        await Expect(page.Locator("main .notice.warn")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await page.GotoAsync("/deals");
        await page.ShouldReachAsync("/settings/close");
        await page.ClickAsync("main .button.primary");
        await Expect(page.Locator("#address")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("ja", false, true)]
    [InlineData("en", true, false)]
    public async Task What_goes_on_behind_the_pages_can_be_read(string language, bool phone, bool dark)
    {
        var email = await site.Aoba.HireAsync(Role.Owner, language);
        await using var visitor = await site.VisitAsync(site.Aoba, phone, dark);
        await visitor.SignInAsync(email, then: "/settings/jobs");
        foreach (var path in new[] { "/settings/jobs", "/settings/mail", "/settings/sample" })
        {
            await visitor.Page.GotoAsync(path);
            await Expect(visitor.Page.Locator("main h1")).ToBeVisibleAsync();
            await visitor.ShouldBeAccessibleAsync();
        }
    }
}
