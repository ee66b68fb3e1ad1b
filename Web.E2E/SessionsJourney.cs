using Web.Access;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

public sealed class SessionsJourney(Installation site)
{
    [Theory]
    [InlineData("ja", false, true)]
    [InlineData("en", true, false)]
    public async Task Somebody_sees_where_they_are_signed_in_and_ends_the_others(string language, bool phone, bool dark)
    {
        var email = await site.Aoba.HireAsync(Role.Viewer, language);
        await using var elsewhere = await site.VisitAsync(site.Aoba);
        await elsewhere.SignInAsync(email, then: "/settings/sessions");
        await using var visitor = await site.VisitAsync(site.Aoba, phone, dark);
        await visitor.SignInAsync(email, then: "/settings/sessions");
        await Expect(visitor.Page.Locator(".sessions li")).ToHaveCountAsync(2);
        await Expect(visitor.Page.Locator(".sessions li").First).ToContainTextAsync("Chrome");
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.ClickAsync("form[action$='handler=others'] button");
        await Expect(visitor.Page.Locator(".sessions li")).ToHaveCountAsync(1);
        await elsewhere.Page.GotoAsync("/settings/sessions");
        await elsewhere.Page.ShouldReachAsync("/sign-in");
    }

    [Theory]
    [InlineData("ja", false, true)]
    [InlineData("en", true, false)]
    public async Task The_companys_rules_say_what_cannot_be(string language, bool phone, bool dark)
    {
        var email = await site.Aoba.HireAsync(Role.Owner, language);
        await using var visitor = await site.VisitAsync(site.Aoba, phone, dark);
        await visitor.SignInAsync(email, then: "/settings/security/rules");
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.CheckAsync("input[name=required]");
        await visitor.Page.FillAsync("#idle_minutes", "3");
        await visitor.Page.ClickAsync("main .button.primary");
        await Expect(visitor.Page.Locator("#required-error")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("#idle_minutes-error")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
    }
}
