using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Web.Access;
using Web.Crm.Deals;
using Web.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace Web.E2E;

public sealed class AskJourney(Installation site)
{
    [Fact]
    public async Task Won_deals_by_month_this_year_are_the_deals_that_were_won()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("ortiz@example.com");
        await visitor.AskAsync("won deals by month this year");
        await Expect(visitor.Chart).ToBeVisibleAsync();

        var rows = await visitor.RowsAsync();
        var won = await WonAsync(site.Aoba);
        var expected = Enumerable.Range(1, site.Aoba.Today.Month).Select(month => won.Count(deal => deal.ClosedOn!.Value.Month == month)).Reverse();
        Assert.Equal(expected, rows.Select(row => int.Parse(row.Figures[^1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
        await Expect(visitor.Answer.Locator("tfoot")).ToContainTextAsync(won.Count.ToString(CultureInfo.InvariantCulture));
        visitor.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task 担当者別の受注金額_is_each_owners_sum()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("saeki@example.com");
        await visitor.AskAsync("担当者別の受注金額");
        await Expect(visitor.Chart).ToBeVisibleAsync();

        var rows = await visitor.RowsAsync();
        var names = await site.Aoba.WorkAsync(db => db.Members.ToDictionaryAsync(member => member.Id, member => member.Name));
        var expected = (await WonAsync(site.Aoba)).GroupBy(deal => names[deal.OwnerId!.Value])
            .ToDictionary(of => of.Key, of => of.Sum(deal => deal.AmountMinor!.Value).ToString("#,##0", CultureInfo.InvariantCulture));
        Assert.Equal(expected.Count, rows.Count);
        foreach (var (name, figures) in rows) Assert.Equal(expected[name], figures[^1]);

        // Each underlined word hangs on its chip by a thread, and a click on a chip changes the chart.
        await Expect(visitor.Answer.Locator(".threads path").First).ToBeAttachedAsync();
        await visitor.Answer.GetByRole(AriaRole.Button, new() { Name = "表", Exact = true }).ClickAsync();
        await Expect(visitor.Answer.Locator(".segments [aria-pressed=true]")).ToHaveTextAsync("表");
        await Expect(visitor.Page.Locator("#talk > .turn")).ToHaveCountAsync(2);
        visitor.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task A_conversation_can_be_opened_again_and_its_rows_taken_along()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("ortiz@example.com");
        await visitor.AskAsync("amount by owner");
        var rows = await visitor.RowsAsync();
        await visitor.Page.ReloadAsync();
        Assert.Equal(rows.Select(row => row.Name), (await visitor.RowsAsync()).Select(row => row.Name));

        // Without scripts the link gives the whole file, with what it is about above the rows.
        var href = await visitor.Answer.Locator("[data-export-as=csv]").GetAttributeAsync("href");
        var text = await visitor.Page.EvaluateAsync<string>("href => fetch(href).then(answer => answer.text())", href);
        Assert.StartsWith("# ", text.TrimStart('\ufeff'));
        foreach (var (name, figures) in rows) Assert.Contains($"{name},{figures[^1].Replace(",", "", StringComparison.Ordinal)}", text);
    }

    [Fact]
    public async Task Without_scripts_a_form_asks_and_the_page_answers()
    {
        await using var signedIn = await site.VisitAsync(site.Aoba);
        await signedIn.SignInAsync("saeki@example.com");
        var context = await site.Browser.NewContextAsync(new() { JavaScriptEnabled = false, BaseURL = new Uri(signedIn.Page.Url).GetLeftPart(UriPartial.Authority), StorageState = await signedIn.Context.StorageStateAsync() });
        await using var plain = await Visitor.OpenAsync(context);
        await plain.Page.GotoAsync("/ask");
        await plain.Composer.FillAsync("段階別の件数");
        await plain.Page.Locator("#talk-form .send").ClickAsync();
        await Expect(plain.Answer.Locator(".rows tbody tr").First).ToBeVisibleAsync();
        await plain.Page.GotoAsync("/ask?q=" + Uri.EscapeDataString("担当者別の受注金額"));
        await Expect(plain.Answer.Locator(".rows")).ToContainTextAsync("佐伯 美咲");
    }

    [Fact]
    public async Task The_panel_answers_beside_any_page()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("saeki@example.com", then: "/settings/preferences");
        await visitor.Page.Keyboard.PressAsync("Control+j");
        var box = visitor.Page.Locator("#panel-talk-form textarea");
        await Expect(box).ToBeFocusedAsync();
        await box.FillAsync("担当者別の受注金額");
        await box.PressAsync("Enter");
        await Expect(visitor.Page.Locator("#panel-talk [data-chart] svg").First).ToBeVisibleAsync();
        await visitor.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_said_and_the_words_stay()
    {
        await using var visitor = await site.VisitAsync(site.Aoba);
        await visitor.SignInAsync("saeki@example.com");
        await visitor.Page.RouteAsync("**/ask", route => route.AbortAsync());
        await visitor.Composer.FillAsync("担当者別の受注金額");
        await visitor.Composer.PressAsync("Enter");
        await Expect(visitor.Page.Locator("#talk-form [role=alert]")).ToContainTextAsync("もう一度");
        await Expect(visitor.Composer).ToHaveValueAsync("担当者別の受注金額");
    }

    private static Task<List<Deal>> WonAsync(Company company)
    {
        var first = new DateOnly(company.Today.Year, 1, 1);
        return company.WorkAsync(db => db.Deals.AsNoTracking().Where(deal => deal.Status == DealStatus.Won && deal.ClosedOn >= first).ToListAsync());
    }
}
