using Microsoft.Playwright;
using Web.Access;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

public sealed class ApiKeysJourney(Installation site)
{
    [Theory]
    [InlineData("ja", false, true)]
    [InlineData("en", true, false)]
    public async Task Somebody_makes_a_key_uses_it_and_revokes_it(string language, bool phone, bool dark)
    {
        var email = await site.Aoba.HireAsync(Role.Analyst, language);
        await using var visitor = await site.VisitAsync(site.Aoba, phone, dark);
        var page = visitor.Page;
        await visitor.SignInAsync(email, then: "/settings/api-keys");
        await visitor.ShouldBeAccessibleAsync();
        await page.ClickAsync(".page-head .button.primary");
        await page.ShouldReachAsync("/settings/api-keys/new");
        await page.Keyboard.PressAsync("Enter"); // without a name
        await Expect(page.Locator("#name-error")).ToBeVisibleAsync();
        await page.ClickAsync(".fold summary");
        await visitor.ShouldBeAccessibleAsync();
        await page.CheckAsync("input[value='crm.read']");
        await page.FillAsync("#name", "Nightly export");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#key")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        var key = await page.InnerTextAsync("#key");
        Assert.Equal(200, await StatusAsync(page, key));
        await page.ClickAsync(".form-acts .button");
        await Expect(page.Locator("table.keys tbody tr")).ToHaveCountAsync(1);
        await visitor.ShouldBeAccessibleAsync();
        await page.ClickAsync("form[action$='handler=revoke'] button");
        await Expect(page.Locator("table.keys")).ToHaveCountAsync(0);
        await visitor.ShouldBeAccessibleAsync();
        Assert.Equal(401, await EndedAsync(page, key));
    }

    private static async Task<int> EndedAsync(IPage page, string key)
    {
        for (var tries = 0; tries < 100 && await StatusAsync(page, key) != 401; tries++) { }
        return await StatusAsync(page, key);
    }

    /// <summary>As a program beside the browser calls it.</summary>
    private static async Task<int> StatusAsync(IPage page, string key)
    {
        var site = new Uri(page.Url);
        using var program = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{site.Port}/"), DefaultRequestHeaders = { Host = site.Authority } };
        program.DefaultRequestHeaders.Add("X-API-Key", key);
        using var answer = await program.GetAsync("api/v1/deals");
        return (int)answer.StatusCode;
    }
}
