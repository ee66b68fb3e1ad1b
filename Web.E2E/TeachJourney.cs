using System.Text;
using Microsoft.Playwright;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>A word that was not known is taught beside the question, by the keyboard alone, and answered.</summary>
public sealed class TeachJourney(Installation site)
{
    private const string Herds = "Farm,Pasture,Herd size\nAsh,Hill,20\nBirch,Fen,30\nCedar,Hill,40\nDale,Moor,25\nElm,Fen,35\n";

    [Fact]
    public async Task A_word_that_was_not_known_is_taught_where_it_was_missed()
    {
        await using var visitor = await site.VisitAsync(site.Halden);
        var page = visitor.Page;
        await visitor.SignInAsync("nora@example.com", then: "/data/new");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "herds.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Herds) });
        await page.Locator("[data-send]").ClickAsync();
        await Expect(page.Locator("#preview")).ToBeVisibleAsync();
        await page.Locator("#key").FillAsync("herds");
        await page.Locator(".act-bar .primary").ClickAsync();
        await Expect(page.Locator("#dataset")).ToBeVisibleAsync(new() { Timeout = 30_000 });

        await page.GotoAsync("/ask?dataset=herds");
        await visitor.AskAsync("herd size by bailiwick");
        var link = page.Locator("#talk .question .unknown-words a");
        await link.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var place = page.Locator("#word-dialog #taught-place");
        await Expect(place).ToBeFocusedAsync();
        await Expect(page.Locator("#taught-word")).ToHaveValueAsync("bailiwick");
        await visitor.ShouldBeAccessibleAsync();

        // Without a place it says so, and keeps the word.
        await page.Locator("#taught-word").PressAsync("Enter");
        await Expect(page.Locator("#taught-place-error")).ToBeVisibleAsync();
        await Expect(page.Locator("#taught-word")).ToHaveValueAsync("bailiwick");
        await page.Locator("#taught-place").SelectOptionAsync("herds/pasture/");
        await page.Locator("#taught-word").PressAsync("Enter");
        await Expect(page.Locator("#word-dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator("#talk > .turn")).ToHaveCountAsync(2);
        await Expect(visitor.Chart).ToBeVisibleAsync();
        Assert.Equal(["Fen", "Hill", "Moor"], (await visitor.RowsAsync()).Select(row => row.Name).Order(StringComparer.Ordinal));
        await visitor.ShouldBeAccessibleAsync();
    }
}
