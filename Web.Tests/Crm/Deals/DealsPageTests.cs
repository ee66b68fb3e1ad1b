using System.Net;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Crm.Deals;

public sealed class DealsPageTests(TestInstallation installation)
{
    private static IEnumerable<string> Names(AngleSharp.Dom.IParentNode page) => page.QuerySelectorAll("td.name").Select(cell => cell.TextContent);

    [Theory]
    [InlineData("name")]
    [InlineData("-name")]
    [InlineData("amount")]
    [InlineData("-amount")]
    [InlineData("close")]
    [InlineData("-close")]
    [InlineData("updated")]
    [InlineData("-updated")]
    public async Task Every_order_goes_through_all_pages_once(string sort)
    {
        var selling = await Selling.MakeAsync(installation);
        for (var i = 0; i < 120; i++)
        {
            var (amount, day) = (i % 3 * 1000, i % 4);
            await selling.OpenAsync($"Deal {i % 7}-{i:000}", amount, more: (deal, now) => { if (day > 0) deal.Expect(now.Today.AddDays(day), now); });
        }
        var browser = await selling.Company.BrowserAsync(Role.Viewer);
        var page = await browser.OpenAsync($"/deals?sort={sort}");
        List<string> seen = [.. Names(page)];
        for (var more = page.QuerySelector("#more-deals a"); more is not null; more = page.QuerySelector("#more-deals a"))
        {
            page = await browser.OpenAsync(more.GetAttribute("href")!);
            seen.AddRange(Names(page));
        }
        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
        if (sort == "name") Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
        if (sort == "-name") Assert.Equal(seen.OrderDescending(StringComparer.Ordinal), seen);
        Assert.Equal("120", page.QuerySelector("tfoot td")!.LastChild!.TextContent);
    }

    [Fact]
    public async Task Each_condition_lets_through_what_it_says()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Small", 100);
        await selling.OpenAsync("ＬＡＲＧＥ", 5_000_000, selling.Second);
        await selling.OpenAsync("Sold", 900, more: (deal, now) => deal.Win(now));
        await selling.OpenAsync("Late", 200, more: (deal, now) => deal.Expect(now.Today.AddDays(-3), now));
        await selling.OpenAsync("Quiet", 300, at: DateTimeOffset.UtcNow.AddDays(-20));
        var browser = await selling.Company.BrowserAsync(Role.Viewer);
        Assert.Equal(["ＬＡＲＧＥ"], Names(await browser.OpenAsync("/deals?q=large")));
        Assert.DoesNotContain("&#xA;", await browser.Client.GetStringAsync("/deals"), StringComparison.Ordinal);
        Assert.Equal(5, Names(await browser.OpenAsync("/deals?q=hokuto")).Count());
        Assert.Equal(["ＬＡＲＧＥ"], Names(await browser.OpenAsync("/deals?least=100万")));
        Assert.Equal(["Sold"], Names(await browser.OpenAsync("/deals?status=won")));
        Assert.Equal(["ＬＡＲＧＥ"], Names(await browser.OpenAsync($"/deals?stage={selling.Second.Id}")));
        Assert.Equal(["Late"], Names(await browser.OpenAsync("/deals?close=overdue")));
        Assert.Equal(["Quiet"], Names(await browser.OpenAsync("/deals?stale=1")));
        Assert.Equal(5, Names(await browser.OpenAsync($"/deals?pipeline={selling.Pipeline.Id}&owner={selling.Company.People[Role.Member]}")).Count());
        Assert.Empty(Names(await browser.OpenAsync("/deals?owner=me")));
        Assert.Empty(Names(await browser.OpenAsync($"/deals?pipeline={selling.Company.Id}")));
        Assert.Empty(Names(await browser.OpenAsync("/deals?least=100万&close=overdue&q=' or true")));
        await selling.OpenAsync("Soon", 400, more: (deal, now) => deal.Expect(now.Today, now));
        Assert.Equal(["Soon"], Names(await browser.OpenAsync("/deals?close=this_month&q=soon")));
        Assert.Equal(6, Names(await browser.OpenAsync("/deals?status=x&owner=y&least=z&close=never&sort=drop")).Count());
        Assert.Contains("No deal matches", (await browser.OpenAsync("/deals?q=nothing")).QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public async Task The_foot_adds_each_currency_by_itself()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("One", 1_000);
        await selling.OpenAsync("Two", 2_001);
        await selling.OpenAsync("Abroad", 1_050, currency: "USD");
        var rows = (await (await selling.Company.BrowserAsync(Role.Viewer)).OpenAsync("/deals")).QuerySelectorAll("tfoot tr");
        Assert.Equal(2, rows.Length);
        Assert.Contains("3,001", rows[0].TextContent);
        Assert.Contains("1,501", rows[0].TextContent);
        Assert.Contains("$10.50", rows[1].TextContent);
    }

    [Fact]
    public async Task An_empty_company_is_told_what_will_be_here()
    {
        var company = await TestTenant.MakeAsync(installation, locale: "ja");
        var page = await (await company.BrowserAsync(Role.Member)).OpenAsync("/deals");
        Assert.Contains("まだ案件がありません", page.QuerySelector(".empty")!.TextContent);
        Assert.NotNull(page.QuerySelector(".empty a[href='/deals/new']"));
    }

    [Fact]
    public async Task A_cursor_of_somebody_elses_making_is_refused()
    {
        var selling = await Selling.MakeAsync(installation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await (await selling.Company.BrowserAsync(Role.Viewer)).StatusAsync("/deals?after=bm9uc2Vuc2U"));
    }

    [Fact]
    public async Task Whatever_a_name_holds_is_written_as_text()
    {
        var selling = await Selling.MakeAsync(installation);
        var account = await selling.Company.WorkAsync(db => Task.FromResult(db.Add(Web.Crm.Accounts.Account.Open(new() { Name = Nasty.Name }, Selling.NowOf(selling.Company))).Entity), Role.Member);
        await selling.Company.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.members set name = {Nasty.Name} where tenant_id = {db.TenantId}"));
        await selling.OpenAsync(Nasty.Name, 1_000, more: (deal, now) => { deal.SellTo(account.Id, now); deal.PlanNextStep(Nasty.Name, now.Today.AddDays(2), now); });
        var page = await (await selling.Company.BrowserAsync(Role.Member)).OpenAsync("/deals");
        foreach (var place in new[] { "td.name a", "td.name + td", "td.next-of .clip" }) Nasty.IsText(page, place);
        Assert.Equal(Nasty.Name, page.QuerySelector("tbody .avatar")!.GetAttribute("aria-label"));
    }
}
