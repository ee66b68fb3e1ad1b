using System.Text;
using Microsoft.Playwright;
using Web.Access;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>The list of settings on a phone: one button, one screen, with the keyboard too.</summary>
public sealed class SettingsListJourney(Installation site)
{
    [Theory]
    [InlineData("ja", false)]
    [InlineData("en", true)]
    public async Task On_a_phone_it_opens_in_one_screen_and_leads_on(string language, bool dark)
    {
        var email = await site.Aoba.HireAsync(Role.Owner, language);
        await using var visitor = await site.VisitAsync(site.Aoba, phone: true, dark);
        await visitor.SignInAsync(email, then: "/settings/branding");
        var (button, list) = (visitor.Page.Locator(".settings-open"), visitor.Page.Locator(".settings-list"));
        await Expect(list).ToBeHiddenAsync();
        await button.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(list).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        Assert.True(await list.EvaluateAsync<bool>("list => list.scrollHeight <= list.clientHeight && list.getBoundingClientRect().top >= 0"));
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(list.Locator("a").First).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(list).ToBeHiddenAsync();
        await Expect(button).ToBeFocusedAsync();
        await button.ClickAsync();
        await list.Locator("a[href='/settings/members']").ClickAsync();
        await visitor.Page.ShouldReachAsync("/settings/members");
        await Expect(list).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_picture_is_chosen_where_a_file_always_is(bool phone)
    {
        var email = await site.Halden.HireAsync(Role.Owner, "en");
        await using var visitor = await site.VisitAsync(site.Halden, phone);
        await visitor.SignInAsync(email, then: "/settings/branding");
        await visitor.Page.SetInputFilesAsync("#logo", new FilePayload { Name = "halden.png", MimeType = "image/png", Buffer = Encoding.UTF8.GetBytes("no picture") });
        await Expect(visitor.Page.Locator("[data-drop-name]")).ToHaveTextAsync("halden.png");
        await visitor.Page.ClickAsync(".brand-logo .form-acts .button:not(.danger)");
        await Expect(visitor.Page.Locator("#logo-error")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
    }
}
