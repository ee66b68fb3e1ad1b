using Microsoft.Playwright;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>An owner lets people in, and one of them out again, without help.</summary>
public sealed class MembersJourney(Installation site)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task An_owner_invites_three_by_keyboard_one_accepts_and_is_shown_out(bool phone, bool dark)
    {
        var tag = $"{(phone ? "p" : "d")}{Guid.NewGuid():N}"[..8];
        await using var owner = await site.VisitAsync(site.Halden, phone, dark);
        await owner.SignInAsync("nora@example.com", then: "/settings/members");
        var page = owner.Page;
        await owner.ShouldBeAccessibleAsync();

        // Three addresses at once, with the keyboard alone; one of them is none.
        await page.GetByRole(AriaRole.Link, new() { Name = "Invite people" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldReachAsync("/settings/members/invite");
        await page.Locator("#addresses").FocusAsync();
        await page.Keyboard.TypeAsync($"mika.{tag}@example.com\nnot an address\nJun Kato <jun.{tag}@example.com>");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#role")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send invitations" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("ul.list li")).ToHaveCountAsync(3);
        await Expect(page.Locator("ul.list .badge.won")).ToHaveCountAsync(2);
        await Expect(page.Locator("#addresses")).ToHaveValueAsync("not an address");
        await owner.ShouldBeAccessibleAsync();

        // The letter's link leads one of them in.
        await using var guest = await site.VisitAsync(site.Halden, phone, dark);
        await guest.Page.GotoAsync("/dev/mailbox");
        var letter = guest.Page.Locator("article", new() { HasText = $"mika.{tag}@example.com" });
        var link = new Uri((await letter.Locator("a.button").GetAttributeAsync("href"))!);
        Assert.Equal($"{site.Halden.Slug}.localhost", link.Host);
        await guest.Page.GotoAsync(link.AbsolutePath);
        await guest.ShouldBeAccessibleAsync();
        await guest.Page.FillAsync("#name", $"Mika {tag}");
        await guest.Page.FillAsync("#password", "short");
        await guest.Page.Keyboard.PressAsync("Enter");
        await Expect(guest.Page.Locator("#password-error")).ToBeVisibleAsync();
        await guest.ShouldBeAccessibleAsync();
        await guest.Page.FillAsync("#password", Company.Password);
        await guest.Page.Keyboard.PressAsync("Enter");
        await guest.Page.ShouldReachAsync("/");
        await guest.Page.GotoAsync("/deals/board");

        // The owner takes them out; their open page shows them the door by itself.
        await page.GotoAsync("/settings/members");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Mika {tag}" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync($"Mika {tag}");
        await owner.ShouldBeAccessibleAsync();
        var deactivate = page.GetByRole(AriaRole.Button, new() { Name = "Deactivate" });
        await deactivate.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldReachAsync("?done=deactivated");
        await guest.Page.ShouldReachAsync("/sign-in");

        // What was sent is taken back, and the matrix of roles can be read.
        await page.GotoAsync("/settings/members");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Revoke the invitation of jun.{tag}@example.com" }).ClickAsync();
        await Expect(page.GetByText($"jun.{tag}@example.com")).ToHaveCountAsync(0);
        await owner.ShouldBeAccessibleAsync();
        await page.GotoAsync("/settings/roles");
        await Expect(page.Locator("main h1")).ToBeVisibleAsync();
        await owner.ShouldBeAccessibleAsync();
    }
}
