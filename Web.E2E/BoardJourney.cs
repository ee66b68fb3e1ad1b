using Microsoft.EntityFrameworkCore;
using Web.Crm.Deals;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

public sealed class BoardJourney(Installation site)
{
    [Fact]
    public async Task A_deal_is_carried_on_and_asked_about_without_a_mouse()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        var keys = visitor.Page.Keyboard;
        await visitor.Page.GotoAsync("/deals/board");
        await Expect(visitor.Page.Locator("#email")).ToBeFocusedAsync();
        await keys.TypeAsync("takanashi@example.com");
        await keys.PressAsync("Tab");
        await keys.TypeAsync(Company.Password);
        await keys.PressAsync("Enter");

        var columns = visitor.Page.Locator("section.column");
        var card = columns.First.Locator("[data-card]").First;
        await Expect(card).ToBeVisibleAsync();
        var id = Guid.Parse((await card.GetAttributeAsync("data-id"))!);
        for (var i = 0; i < 60 && !await card.Locator(".card-name").EvaluateAsync<bool>("e => e === document.activeElement"); i++) await keys.PressAsync("Tab");
        await Expect(card.Locator(".card-name")).ToBeFocusedAsync();
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("Space");

        await Expect(columns.Nth(1).Locator($"[data-id='{id}']")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("[data-board-live]")).Not.ToBeEmptyAsync();
        await Expect(visitor.Page.Locator(".toast")).ToBeVisibleAsync();
        var stage = Guid.Parse((await columns.Nth(1).GetAttributeAsync("data-stage"))!);
        Assert.Equal(stage, await site.Aoba.WorkAsync(db => db.Deals.Where(deal => deal.Id == id).Select(deal => deal.StageId).SingleAsync()));

        await keys.PressAsync("Control+j");
        var words = visitor.Page.Locator("[data-assistant] textarea");
        await Expect(words).ToBeFocusedAsync();
        await keys.TypeAsync("段階別の進行中の案件数");
        await keys.PressAsync("Enter");
        await Expect(visitor.Page.Locator("[data-assistant] [data-chart] svg")).ToBeVisibleAsync();
        visitor.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Two_people_see_the_same_board_as_soon_as_one_of_them_moves_a_deal()
    {
        await using var one = await site.VisitAsync(site.Aoba);
        await using var other = await site.VisitAsync(site.Aoba);
        await using var stranger = await site.VisitAsync(site.Halden);
        await one.SignInAsync("takanashi@example.com", then: "/deals/board");
        await other.Page.RunAndWaitForResponseAsync(() => other.SignInAsync("ortiz@example.com", then: "/deals/board"), answer => answer.Url.EndsWith("/events", StringComparison.Ordinal));
        await stranger.SignInAsync("nora@example.com", then: "/deals/board");
        var theirs = await stranger.Page.Locator("[data-card]").EvaluateAllAsync<string[]>("cards => cards.map(card => card.dataset.id)");

        var card = one.Page.Locator("section.column").Nth(1).Locator("[data-card]").First;
        await Expect(card).ToBeVisibleAsync();
        var id = await card.GetAttributeAsync("data-id");
        await Expect(other.Page.Locator($"[data-id='{id}']")).ToBeVisibleAsync();
        await other.Page.EvaluateAsync("window.sameDocument = true");
        await card.Locator("[data-card-menu]").ClickAsync();
        var last = one.Page.Locator("[data-board-menu] [data-move-stage]:not(:disabled)").Last;
        var stage = await last.GetAttributeAsync("data-move-stage");
        await last.ClickAsync();
        await Expect(one.Page.Locator($"#column-{stage} [data-id='{id}']")).ToBeVisibleAsync();

        await Expect(other.Page.Locator($"#column-{stage} [data-id='{id}']")).ToBeVisibleAsync();
        await Expect(other.Page.Locator($"[data-id='{id}']")).ToHaveCountAsync(1);
        Assert.True(await other.Page.EvaluateAsync<bool>("window.sameDocument === true")); // it came to the page that was open
        Assert.Equal(theirs, await stranger.Page.Locator("[data-card]").EvaluateAllAsync<string[]>("cards => cards.map(card => card.dataset.id)"));
        one.ShouldHaveNoComplaints();
        other.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task A_menu_moves_a_deal_too_and_a_loss_asks_why()
    {
        await using var visitor = await site.VisitAsync(site.Halden);
        await visitor.SignInAsync("nora@example.com", then: "/deals/board");
        var card = visitor.Page.Locator("[data-card]").First;
        var (id, version) = (await card.GetAttributeAsync("data-id"), await card.GetAttributeAsync("data-version"));
        await card.Locator("[data-card-menu]").ClickAsync();
        var last = visitor.Page.Locator("[data-board-menu] [data-move-stage]:not(:disabled)").Last;
        var stage = await last.GetAttributeAsync("data-move-stage");
        await last.ClickAsync();
        var moved = visitor.Page.Locator($"#column-{stage} [data-id='{id}']");
        await Expect(moved).Not.ToHaveAttributeAsync("data-version", version!); // the server's own card, not the one that was carried there

        await moved.Locator("[data-card-menu]").ClickAsync();
        await visitor.Page.Locator("[data-board-menu] [data-mark=lost]").ClickAsync();
        var dialog = visitor.Page.Locator("dialog[open]");
        await Expect(dialog).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await dialog.Locator("input[name=reason], select[name=reason] option").Nth(1).EvaluateAsync("e => e.tagName === 'OPTION' ? (e.selected = true) : e.click()");
        await dialog.Locator(".button.primary, .button.danger").Last.ClickAsync();
        await Expect(moved).ToHaveCountAsync(0);
    }
}
