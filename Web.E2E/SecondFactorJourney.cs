using Microsoft.Playwright;
using Web.Access;
using Web.Access.TwoFactor;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

public sealed class SecondFactorJourney(Installation site)
{
    [Theory]
    [InlineData("ja", false, false)]
    [InlineData("en", true, false)]
    [InlineData("ja", true, true)]
    public async Task Somebody_sets_an_authenticator_up_and_signs_in_with_it_and_with_a_code_on_paper(string language, bool phone, bool dark)
    {
        var email = await site.Aoba.HireAsync(Role.Member, language);
        await using var visitor = await site.VisitAsync(site.Aoba, phone, dark);
        var page = visitor.Page;
        await visitor.SignInAsync(email, then: "/settings/security");
        await visitor.ShouldBeAccessibleAsync();
        await page.ClickAsync("form[action$='handler=begin'] button");

        await Expect(page.Locator("svg.qr")).ToBeVisibleAsync();
        await page.ClickAsync(".fold summary");
        var key = Base32.Decode((await page.InnerTextAsync("#manual-key")).Replace(" ", "", StringComparison.Ordinal));
        await visitor.ShouldBeAccessibleAsync();
        await page.FillAsync("#code", "000000");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await page.FillAsync("#code", CodeOf(key, 0));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".codes code")).ToHaveCountAsync(10);
        await visitor.ShouldBeAccessibleAsync();
        var codes = await page.Locator(".codes code").AllInnerTextsAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[download]"));
        Assert.Contains(codes[9], await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);

        await using var elsewhere = await site.VisitAsync(site.Aoba, phone, dark);
        await elsewhere.Page.GotoAsync("/sign-in?return_url=/settings/security");
        await elsewhere.TrySignInAsync(email, Company.Password);
        await elsewhere.Page.ShouldReachAsync("/sign-in/second-factor");
        await elsewhere.ShouldBeAccessibleAsync();
        await elsewhere.Page.FillAsync("#code", CodeOf(key, 1)); // the one before is used
        await elsewhere.Page.Keyboard.PressAsync("Enter");
        await elsewhere.Page.ShouldReachAsync("/settings/security");

        await using var third = await site.VisitAsync(site.Aoba, phone, dark);
        await third.Page.GotoAsync("/sign-in?return_url=/settings/security");
        await third.TrySignInAsync(email, Company.Password);
        await third.Page.ClickAsync(".fold summary");
        await third.Page.FillAsync("#recovery_code", codes[0]);
        await third.ShouldBeAccessibleAsync();
        await third.Page.Keyboard.PressAsync("Enter");
        await third.Page.ShouldReachAsync("/settings/security");
        await Expect(third.Page.Locator("main")).ToContainTextAsync("9");

        // What matters asks for the factor, not for the password; afterwards the other sessions are ended with one click.
        await site.Aoba.AgeProofsAsync(email);
        await third.Page.ClickAsync("form[action$='handler=off'] button");
        await third.Page.ShouldReachAsync("/settings/confirm");
        await Expect(third.Page.Locator("#password")).ToHaveCountAsync(0);
        await third.ShouldBeAccessibleAsync();
        await third.Page.ClickAsync(".fold summary");
        await third.Page.FillAsync("#recovery_code", codes[0]); // it is used
        await third.Page.Keyboard.PressAsync("Enter");
        await Expect(third.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await third.ShouldBeAccessibleAsync();
        await third.Page.FillAsync("#recovery_code", codes[1]);
        await third.Page.Keyboard.PressAsync("Enter");
        await third.Page.ShouldReachAsync("/settings/security");
        await third.Page.ClickAsync("form[action$='handler=off'] button");
        await Expect(third.Page.Locator("#other-sessions")).ToBeVisibleAsync();
        await third.ShouldBeAccessibleAsync();
        await third.Page.ClickAsync("#other-sessions button");
        await Expect(third.Page.Locator(".sessions li")).ToHaveCountAsync(1);
        third.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task What_matters_asks_for_the_password_once_more_when_the_sign_in_is_old()
    {
        var email = await site.Aoba.HireAsync(Role.Member, "en");
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync(email, then: "/settings/security");
        await site.Aoba.AgeProofsAsync(email);
        await visitor.Page.ClickAsync("form[action$='handler=begin'] button");
        await visitor.Page.ShouldReachAsync("/settings/confirm");
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.FillAsync("#password", Company.Password);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.ShouldReachAsync("/settings/security");
        await visitor.Page.ClickAsync("form[action$='handler=begin'] button");
        await Expect(visitor.Page.Locator("svg.qr")).ToBeVisibleAsync();
        visitor.ShouldHaveNoComplaints();
    }

    private static string CodeOf(byte[] key, int later) => TimeCode.At(key, TimeCode.StepOf(DateTimeOffset.UtcNow) + later);
}
