using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

public sealed class OtherCompanyJourney(Installation site)
{
    [Fact]
    public async Task A_person_of_another_company_sees_nothing_of_this_one()
    {
        await using var insider = await site.VisitAsync(site.Aoba);
        await insider.SignInAsync("saeki@example.com");
        await insider.AskAsync("担当者別の受注金額");
        await Expect(insider.Answer.Locator(".rows")).ToContainTextAsync("佐伯 美咲");
        var conversation = new Uri(insider.Page.Url).PathAndQuery;

        await using var outsider = await site.VisitAsync(site.Halden);
        await outsider.SignInAsync("nora@example.com");
        await outsider.AskAsync("amount of won deals by owner");
        var rows = await outsider.RowsAsync();
        Assert.Equal(["Ivar Moe", "Nora Lind"], rows.Select(row => row.Name).Order(StringComparer.Ordinal));
        await outsider.AskAsync("deals of 佐伯 美咲 by stage");
        await Expect(outsider.Answer).Not.ToContainTextAsync("青葉計測");
        var answer = await outsider.Page.GotoAsync(conversation);
        Assert.Equal(404, answer!.Status);
        await Expect(outsider.Page.Locator("body")).Not.ToContainTextAsync("佐伯");
    }
}
