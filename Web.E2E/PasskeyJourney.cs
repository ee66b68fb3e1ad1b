using Microsoft.Playwright;
using Web.Access;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>Passkeys with Chromium's own WebAuthn and its virtual authenticator.</summary>
public sealed class PasskeyJourney(Installation site)
{
    [Theory]
    [InlineData("ja", false)]
    [InlineData("en", true)]
    public async Task Somebody_adds_a_passkey_and_signs_in_with_nothing_else(string language, bool phone)
    {
        var email = await site.Aoba.HireAsync(Role.Member, language);
        await using var visitor = await site.VisitAsync(site.Aoba, phone);
        var page = visitor.Page;
        var device = await Device.PlugInAsync(visitor);
        await visitor.SignInAsync(email, then: "/settings/security");
        await page.FillAsync("#passkey-name", "MacBook");
        await page.ClickAsync("[data-passkey=create] button");
        await page.ShouldReachAsync("/settings/security/codes");
        await visitor.ShouldBeAccessibleAsync();
        await page.ClickAsync("form[action='/settings/security/codes'] button");
        await Expect(page.Locator(".codes code")).ToHaveCountAsync(10);
        await page.GotoAsync("/settings/security");
        await Expect(page.Locator(".passkeys li")).ToHaveCountAsync(1);
        await visitor.ShouldBeAccessibleAsync();

        // It is offered where the address is filled in; whoever takes it is in.
        await visitor.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in?return_url=/settings/security");
        await page.ShouldReachAsync("/settings/security");

        // Whoever does not signs in as ever, and the passkey is their second factor.
        await device.AnswersAsync(false);
        await visitor.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in?return_url=/settings/preferences");
        await visitor.ShouldBeAccessibleAsync();
        await visitor.TrySignInAsync(email, Company.Password);
        await page.ShouldReachAsync("/sign-in/second-factor");
        await device.AnswersAsync(true);
        await page.ClickAsync("[data-passkey=get] button");
        await page.ShouldReachAsync("/settings/preferences");

        await site.Aoba.AgeProofsAsync(email);
        await page.GotoAsync("/settings/security");
        await page.ClickAsync(".passkeys .danger");
        await page.ShouldReachAsync("/settings/confirm");
        await visitor.ShouldBeAccessibleAsync();
        await page.ClickAsync("[data-passkey=get] button");
        await page.ShouldReachAsync("/settings/security");
        await page.ClickAsync(".passkeys .danger");
        await Expect(page.Locator(".passkeys li")).ToHaveCountAsync(0);
        visitor.ShouldHaveNoComplaints();
    }

    /// <summary>Where the browser cannot offer it, the button does.</summary>
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task A_browser_that_cannot_offer_passkeys_has_the_button(string language)
    {
        var email = await site.Aoba.HireAsync(Role.Member, language);
        await using var visitor = await site.VisitAsync(site.Aoba);
        var page = visitor.Page;
        await page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = undefined");
        await Device.PlugInAsync(visitor);
        await visitor.SignInAsync(email, then: "/settings/security");
        await page.FillAsync("#passkey-name", "MacBook");
        await page.ClickAsync("[data-passkey=create] button");
        await page.ShouldReachAsync("/settings/security/codes");
        await visitor.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in?return_url=/settings/security");
        await Expect(page.Locator("#email")).ToHaveAttributeAsync("autocomplete", "username webauthn");
        await visitor.ShouldBeAccessibleAsync();
        await page.ClickAsync("[data-passkey=get] button");
        await page.ShouldReachAsync("/settings/security");
        visitor.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task A_device_without_a_passkey_of_this_company_is_told_so()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await Device.PlugInAsync(visitor);
        await visitor.Page.GotoAsync("/sign-in");
        await visitor.Page.ClickAsync("[data-passkey=get] button");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
    }

    /// <summary>Chromium's virtual authenticator, with somebody at it or not.</summary>
    private sealed class Device(ICDPSession devtools, string id)
    {
        public static async Task<Device> PlugInAsync(Visitor visitor)
        {
            var devtools = await visitor.Context.NewCDPSessionAsync(visitor.Page);
            await devtools.SendAsync("WebAuthn.enable");
            var added = await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                    ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
                },
            });
            return new Device(devtools, added!.Value.GetProperty("authenticatorId").GetString()!);
        }

        public Task AnswersAsync(bool answers) =>
            devtools.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new Dictionary<string, object> { ["authenticatorId"] = id, ["enabled"] = answers });
    }
}
