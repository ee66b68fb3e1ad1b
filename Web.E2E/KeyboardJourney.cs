using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

public sealed class KeyboardJourney(Installation site)
{
    [Fact]
    public async Task From_the_door_to_a_changed_chart_without_a_mouse()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        var keys = visitor.Page.Keyboard;
        await visitor.Page.GotoAsync("/ask");
        await Expect(visitor.Page.Locator("#email")).ToBeFocusedAsync();
        await keys.TypeAsync("ortiz@example.com");
        await keys.PressAsync("Tab");
        await keys.TypeAsync(Company.Password);
        await keys.PressAsync("Enter");
        await Expect(visitor.Composer).ToBeFocusedAsync();
        await keys.TypeAsync("amount by owner");
        await keys.PressAsync("Enter");
        await Expect(visitor.Chart).ToBeVisibleAsync();
        await Expect(visitor.Composer).ToBeFocusedAsync();
        await Expect(visitor.Composer).ToHaveValueAsync("");

        // On to the first chip that opens, down to another aggregate.
        var chip = visitor.Answer.Locator(".reading-chip summary").First;
        for (var i = 0; i < 12 && !await chip.EvaluateAsync<bool>("e => e === document.activeElement"); i++) await keys.PressAsync("Tab");
        await Expect(chip).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Expect(visitor.Page.Locator("#talk > .turn")).ToHaveCountAsync(2);
        visitor.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Enter_that_ends_a_conversion_does_not_ask()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("saeki@example.com");
        await visitor.Composer.FocusAsync();
        var method = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        await method.SendAsync("Input.imeSetComposition", new() { ["text"] = "たんとうべつのきんがく", ["selectionStart"] = 11, ["selectionEnd"] = 11 });
        await method.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "rawKeyDown", ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 229 });
        await method.SendAsync("Input.insertText", new() { ["text"] = "担当別の金額" });
        await Expect(visitor.Composer).ToHaveValueAsync("担当別の金額");
        await Expect(visitor.Page.Locator("#talk > .turn")).ToHaveCountAsync(0);
        await visitor.Composer.PressAsync("Shift+Enter");
        await Expect(visitor.Composer).ToHaveValueAsync("担当別の金額\n");
        await visitor.Composer.PressAsync("Enter");
        await Expect(visitor.Chart).ToBeVisibleAsync();
    }
}
