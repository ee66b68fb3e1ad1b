using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

/// <summary>A request that is refused, taught by an analyst, and answered.</summary>
public sealed class ReviewJourney(Installation site)
{
    [Fact]
    public async Task What_was_refused_is_taught_and_answered()
    {
        await using var visitor = await site.VisitAsync(site.Aoba, false, false);
        await visitor.SignInAsync("saeki@example.com", then: "/ask");
        const string Words = "いつものやつをお願い";
        await visitor.AskAsync(Words);
        await Expect(visitor.Page.Locator("#talk > .turn:last-child .answer:is(.question, .refused)")).ToBeVisibleAsync();
        await visitor.Page.GotoAsync("/settings/assistant/review");
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = Words }).First.ClickAsync();
        await visitor.Page.Locator("#say").FillAsync("段階別の案件数");
        await visitor.Page.Locator("#say").PressAsync("Enter");
        await Expect(visitor.Page.Locator("#draft-sentence")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.Locator("form[action$='handler=example'] button").ClickAsync();
        await Expect(visitor.Page.Locator(".toasts .toast")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.GotoAsync("/ask");
        await visitor.AskAsync(Words);
        await Expect(visitor.Chart).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator(".chart-foot").First).ToContainTextAsync("担当者が確認済み");
    }
}
