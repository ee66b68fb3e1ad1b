using Microsoft.Playwright;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

public sealed class SavedChartsJourney(Installation site)
{
    [Fact]
    public async Task A_chart_is_asked_for_saved_found_renamed_deleted_and_brought_back()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        var page = visitor.Page;
        await visitor.SignInAsync("saeki@example.com");
        await visitor.AskAsync("担当者別の受注金額");
        var rows = await visitor.RowsAsync();
        await visitor.Answer.GetByRole(AriaRole.Link, new() { Name = "保存" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "グラフを保存" });
        await Expect(dialog.GetByLabel("タイトル")).Not.ToHaveValueAsync("");
        await visitor.ShouldBeAccessibleAsync();
        await dialog.GetByLabel("タイトル").FillAsync("");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await dialog.GetByLabel("タイトル").FillAsync("だれがいくら");
        await dialog.GetByLabel("タイトル").PressAsync("Enter");
        await Expect(dialog).Not.ToBeVisibleAsync();
        await Expect(visitor.Answer.GetByRole(AriaRole.Link, new() { Name = "保存済み" })).ToBeVisibleAsync();

        await page.GotoAsync("/charts");
        await visitor.ShouldBeAccessibleAsync();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("いくら");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = "だれがいくら" }).ClickAsync();
        await Expect(page.Locator("main [data-chart] svg").First).ToBeVisibleAsync();
        Assert.Equal(rows.Select(row => row.Name), await page.Locator(".rows tbody td:first-child").AllInnerTextsAsync());

        await page.Locator("main summary[aria-label]").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "タイトルと説明を変える" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("タイトル").FillAsync("受注の内訳");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("受注の内訳");

        await page.Locator("main summary[aria-label]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "削除" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("保存したグラフ");
        await page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "元に戻す" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("受注の内訳");
        visitor.ShouldHaveNoComplaints();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Saved_charts_have_nothing_that_axe_minds(bool phone, bool dark)
    {
        await using var visitor = await site.VisitAsync(site.Aoba, phone, dark);
        await visitor.SignInAsync("saeki@example.com");
        await visitor.AskAsync("段階別の件数");
        var save = await visitor.Answer.GetByRole(AriaRole.Link, new() { Name = "保存" }).GetAttributeAsync("href");
        await visitor.Page.GotoAsync(save!);
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.Locator("#title").FillAsync($"段階別 {phone} {dark}");
        await visitor.Page.Locator("#chart-form .primary").ClickAsync();
        await Expect(visitor.Page.Locator("main [data-chart] svg").First).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.GotoAsync(new Uri(visitor.Page.Url).AbsolutePath + "/edit");
        await visitor.ShouldBeAccessibleAsync();
        await visitor.Page.GotoAsync("/charts");
        await visitor.ShouldBeAccessibleAsync();
    }
}
