using Microsoft.Playwright;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>An owner lays out the company's teams, says who leads them, and who is in them.</summary>
public sealed class TeamsJourney(Installation site)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Teams_are_made_renamed_moved_led_and_joined(bool phone, bool dark)
    {
        var tag = Guid.NewGuid().ToString("N")[..6];
        await using var owner = await site.VisitAsync(site.Halden, phone, dark);
        await owner.SignInAsync("nora@example.com", then: "/settings/teams");
        var page = owner.Page;
        await AddAsync(page, $"West {tag}", null);
        await AddAsync(page, $"North {tag}", $"West {tag}");
        await Expect(Team(page, $"North {tag}")).ToHaveAttributeAsync("data-depth", "1");
        await owner.ShouldBeAccessibleAsync();

        // Renamed, moved to the top and led by somebody, with the keyboard.
        var north = Team(page, $"North {tag}");
        await north.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await owner.ShouldBeAccessibleAsync();
        await north.GetByLabel("Name").FillAsync($"Far North {tag}");
        await north.Locator("select[name=parent]").SelectOptionAsync("");
        await north.Locator("select[name=manager]").SelectOptionAsync(new SelectOptionValue { Label = "Ivar Moe" });
        await north.Locator("button.primary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldReachAsync("?done=saved");
        north = Team(page, $"Far North {tag}");
        await Expect(north).ToHaveAttributeAsync("data-depth", "0");
        await Expect(north.Locator("summary")).ToContainTextAsync("Ivar Moe");

        // A team does not stand below itself, by whatever way.
        await MoveAsync(page, $"West {tag}", $"Far North {tag}");
        await page.ShouldReachAsync("?done=saved");
        await MoveAsync(page, $"Far North {tag}", $"West {tag}");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();
        await owner.ShouldBeAccessibleAsync();

        // Somebody joins one; the list counts them.
        await page.GotoAsync("/settings/members");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ivar Moe" }).ClickAsync();
        await page.Locator("#team").SelectOptionAsync(new SelectOptionValue { Label = $"West {tag}" });
        await page.Locator("form:has(#team) button.primary").ClickAsync();
        await page.ShouldReachAsync("?done=changed");
        await page.GotoAsync("/settings/teams");
        await Expect(Team(page, $"West {tag}").Locator("summary")).ToContainTextAsync("1");

        foreach (var name in new[] { $"West {tag}", $"Far North {tag}" })
        {
            await Team(page, name).Locator("summary").ClickAsync();
            await Team(page, name).Locator("button.danger").ClickAsync();
            await Expect(Team(page, name)).ToHaveCountAsync(0);
        }
        owner.ShouldHaveNoComplaints();
    }

    private static ILocator Team(IPage page, string name) => page.Locator("ul.tree > li", new() { Has = page.Locator($"summary:has-text(\"{name}\")") });

    private static async Task AddAsync(IPage page, string name, string? below)
    {
        await page.GotoAsync("/settings/teams");
        await page.FillAsync("#name-new", name);
        if (below is not null) await page.SelectOptionAsync("#parent-new", new SelectOptionValue { Label = below });
        await page.Locator("form:has(#name-new) button").ClickAsync();
        await page.ShouldReachAsync("?done=saved");
    }

    private static async Task MoveAsync(IPage page, string name, string below)
    {
        await page.GotoAsync("/settings/teams");
        await Team(page, name).Locator("summary").ClickAsync();
        await Team(page, name).Locator("select[name=parent]").SelectOptionAsync(new SelectOptionValue { Label = below });
        await Team(page, name).Locator("button.primary").ClickAsync();
    }
}
