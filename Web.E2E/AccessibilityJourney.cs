using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

public sealed class AccessibilityJourney(Installation site)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Door_and_assistant_have_nothing_that_axe_minds(bool phone, bool dark)
    {
        await using var visitor = await site.VisitAsync(site.Aoba, phone, dark);
        await visitor.Page.GotoAsync("/ask");
        await visitor.ShouldBeAccessibleAsync();
        await visitor.TrySignInAsync("saeki@example.com", Company.Password);
        await Expect(visitor.Composer).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();

        await visitor.AskAsync("今年の担当者別の受注金額を月ごとに");
        await Expect(visitor.Chart).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();

        await visitor.AskAsync("ゾウアザラシ商会の案件を段階別に");
        await Expect(visitor.Page.Locator("#talk > .turn:last-child .answer:is(.question, .refused)")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();

        await visitor.AskAsync("こんにちは");
        await Expect(visitor.Page.Locator("#talk > .turn:last-child .answer.refused")).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Daily_screens_have_nothing_that_axe_minds(bool phone, bool dark)
    {
        await using var visitor = await site.VisitAsync(site.Aoba, phone, dark);
        await visitor.SignInAsync("saeki@example.com", then: "/deals");
        var deal = await visitor.Page.Locator("main a[href^='/deals/0']").First.GetAttributeAsync("href");
        foreach (var path in new[] { "/", "/deals/board", "/deals", deal!, deal + "/edit", "/deals/new", "/accounts", "/contacts", "/tasks", "/charts", "/data", "/data/new", "/data/crm_deals", "/settings/preferences", "/settings/members", "/settings/members/invite", "/settings/roles", "/settings/assistant/review", "/settings/assistant/review?state=done", "/settings/assistant/examples", "/docs/api" })
        {
            await visitor.Page.GotoAsync(path);
            await Expect(visitor.Page.Locator("main h1")).ToBeVisibleAsync();
            await visitor.ShouldBeAccessibleAsync();
        }
    }
}
