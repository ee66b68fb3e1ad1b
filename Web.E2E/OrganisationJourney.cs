using Web.Access;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>An owner says how the company counts and how it looks.</summary>
public sealed class OrganisationJourney(Installation site)
{
    [Theory]
    [InlineData("ja", false, true)]
    [InlineData("en", true, false)]
    public async Task What_is_chosen_is_shown_before_it_is_saved(string language, bool phone, bool dark)
    {
        var email = await site.Aoba.HireAsync(Role.Owner, language);
        await using var visitor = await site.VisitAsync(site.Aoba, phone, dark);
        await visitor.SignInAsync(email, then: "/settings/organisation");
        await visitor.ShouldBeAccessibleAsync();
        await Expect(visitor.Page.Locator("#calendar-view")).ToContainTextAsync("UTC+09:00");
        await visitor.Page.FillAsync("#time_zone", "Pacific/Honolulu");
        await Expect(visitor.Page.Locator("#calendar-view")).ToContainTextAsync("UTC-10:00");
        await visitor.Page.FillAsync("#time_zone", "Atlantis");
        await visitor.Page.ClickAsync("main .button.primary");
        await Expect(visitor.Page.Locator("#time_zone-error")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.FillAsync("#time_zone", "Asia/Tokyo");
        await visitor.Page.ClickAsync("main .button.primary");
        await Expect(visitor.Page.Locator(".toast")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("ja", true, false)]
    [InlineData("en", false, true)]
    public async Task A_colour_that_nobody_could_read_gives_way_to_the_nearest(string language, bool phone, bool dark)
    {
        var email = await site.Halden.HireAsync(Role.Owner, language);
        await using var visitor = await site.VisitAsync(site.Halden, phone, dark);
        await visitor.SignInAsync(email, then: "/settings/branding");
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.FillAsync("#colour", "#ffd100");
        await Expect(visitor.Page.Locator("button[name=nearest]")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.ClickAsync("button[name=nearest]");
        await Expect(visitor.Page.Locator(".toast")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("button[name=nearest]")).ToHaveCountAsync(0);
        await visitor.ShouldBeAccessibleAsync();
    }
}
