using Microsoft.Playwright;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>A company signs itself up, finds its letter, opens itself and begins; and its owner forgets the password.</summary>
public sealed class SignUpJourney(Installation site)
{
    private const string Password = "vermilion otter on a kite", Second = "ochre heron under a bridge";

    [Theory]
    [InlineData("en", "Kestrel Lenses Ltd.", "kestrel-lenses", "is free", false)]
    [InlineData("ja", "はやぶさ光学", "", "使えます", true)]
    public async Task From_the_landing_page_to_the_first_steps(string language, string company, string suggested, string free, bool phone)
    {
        await using var visitor = await site.ArriveAsync(phone);
        var page = visitor.Page;
        await page.GotoAsync("/");
        await visitor.ChooseLanguageAsync(language);
        await page.ClickAsync("a[href='/sign-up']");
        await page.FillAsync("#company", company);
        await page.Locator("#company").BlurAsync();
        await Expect(page.Locator("#slug")).ToHaveValueAsync(suggested);
        var slug = $"{(suggested is "" ? "hayabusa" : suggested)}-{Guid.NewGuid().ToString("N")[..6]}";
        await page.Locator("#slug").ClearAsync();
        await page.Locator("#slug").PressSequentiallyAsync("aoba");
        await Expect(page.Locator("#address-state .field-error")).ToBeVisibleAsync();
        await page.FillAsync("#slug", slug);
        await Expect(page.Locator("#address-state")).ToContainTextAsync(free);
        await page.FillAsync("#name", "Nora Lind");
        await page.FillAsync("#email", "nora@kestrel.example");
        await page.FillAsync("#password", "password123");
        await page.ClickAsync(".door-form .form button.primary");
        await Expect(page.Locator("#password-error")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await page.FillAsync("#password", Password);
        await page.ClickAsync(".door-form .form button.primary");
        await FollowAsync(page.Locator("a[href*='/dev/mailbox']"));
        await Expect(page.Locator("article a.button")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await FollowAsync(page.Locator("article a.button").First);
        await visitor.ShouldBeAccessibleAsync();
        await page.ClickAsync(".door-form button.brand");
        await Expect(page.Locator(".start-step")).ToHaveCountAsync(5);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await visitor.ShouldBeAccessibleAsync();
    }

    /// <summary>Our links lead to the configured domain, which has no port here.</summary>
    private async Task FollowAsync(ILocator link) =>
        await link.Page.GotoAsync(new UriBuilder((await link.GetAttributeAsync("href"))!) { Port = site.Port }.ToString());

    [Fact]
    public async Task What_was_typed_stays_when_the_idea_for_it_comes_late()
    {
        await using var visitor = await site.ArriveAsync();
        var (page, typed) = (visitor.Page, new TaskCompletionSource());
        await page.RouteAsync("**/sign-up/address?suggest=true*", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/sign-up");
        await page.FillAsync("#company", "Kestrel Lenses Ltd.");
        await page.Locator("#company").BlurAsync();
        await page.FillAsync("#slug", "own-words");
        await page.RunAndWaitForResponseAsync(() => Task.FromResult(typed.TrySetResult()), answer => answer.Url.Contains("suggest=true", StringComparison.Ordinal));
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
        await Expect(page.Locator("#slug")).ToHaveValueAsync("own-words");
    }

    [Fact]
    public async Task A_forgotten_password_is_set_anew_from_the_letter()
    {
        await using var visitor = await site.VisitAsync(site.Halden);
        var page = visitor.Page;
        await page.GotoAsync("/sign-in");
        await page.ClickAsync("a[href='/forgot-password']");
        await page.FillAsync("#email", "reset@example.com");
        await visitor.ShouldBeAccessibleAsync();
        await page.ClickAsync(".door-form button.brand");
        await Expect(page.Locator(".notice.won")).ToBeVisibleAsync();
        await page.GotoAsync("/dev/mailbox");
        var link = page.Locator("article a[href*='/reset-password']").First;
        for (var look = 0; look < 200 && await link.CountAsync() == 0; look++) await page.ReloadAsync();
        await FollowAsync(link);
        await visitor.ShouldBeAccessibleAsync();
        await page.FillAsync("#password", Second);
        await page.ClickAsync(".door-form .form button.brand");
        await Expect(page.Locator(".notice.won")).ToBeVisibleAsync();
        await visitor.TrySignInAsync("reset@example.com", Second);
        await Expect(page.Locator(".rail")).ToBeVisibleAsync();
        await page.GotoAsync("/settings/password");
        await visitor.ShouldBeAccessibleAsync();
    }
}
