using Microsoft.Playwright;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

public sealed class SignInJourney(Installation site)
{
    [Theory]
    [InlineData("ja", "残り")]
    [InlineData("en", "After 4 more")]
    public async Task A_wrong_password_says_what_to_do_and_the_right_one_opens_the_company(string language, string hint)
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.Page.GotoAsync("/sign-in?return_url=/ask");
        await visitor.ChooseLanguageAsync(language);
        await visitor.Page.GotoAsync("/sign-in?return_url=/ask");
        await visitor.TrySignInAsync(language == "ja" ? "saeki@example.com" : "ortiz@example.com", "wrong");
        var error = visitor.Page.GetByRole(AriaRole.Alert);
        await Expect(error).ToBeVisibleAsync();
        if (language == "en") await Expect(error).ToContainTextAsync(hint);
        await visitor.TrySignInAsync(language == "ja" ? "saeki@example.com" : "ortiz@example.com", Company.Password);
        await Expect(visitor.Composer).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        visitor.ShouldHaveNoComplaints();
    }
}
