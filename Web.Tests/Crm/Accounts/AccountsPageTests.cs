using System.Net;
using Web.Access;
using Web.Crm.Accounts;
using Web.Crm.Contacts;
using Web.Tests.Support;

namespace Web.Tests.Crm.Accounts;

public sealed class AccountsPageTests(TestInstallation installation)
{
    [Fact]
    public async Task Accounts_go_by_their_reading_through_all_pages()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.Company.WorkAsync(db =>
        {
            for (var i = 0; i < 60; i++) db.Accounts.Add(Account.Open(new AccountDetails { Name = $"Account {i * 37 % 60:00}" }, Selling.NowOf(selling.Company)));
            return Task.FromResult(0);
        });
        var browser = await selling.Company.BrowserAsync(Role.Viewer);
        var page = await browser.OpenAsync("/accounts");
        List<string> names = [.. page.QuerySelectorAll("td.name").Select(cell => cell.TextContent)];
        var rows = await browser.OpenAsync(page.QuerySelector("#more-rows a")!.GetAttribute("hx-get")!);
        Assert.Null(rows.QuerySelector("main"));
        page = await browser.OpenAsync(page.QuerySelector("#more-rows a")!.GetAttribute("href")!);
        names.AddRange(page.QuerySelectorAll("td.name").Select(cell => cell.TextContent));
        Assert.Equal([.. Enumerable.Range(0, 60).Select(i => $"Account {i:00}"), "Hokuto Seimitsu"], names);
        Assert.Single((await browser.OpenAsync("/accounts?q=ＨＯＫＵＴＯ")).QuerySelectorAll("td.name"));
    }

    [Fact]
    public async Task An_account_shows_its_deals_and_people_to_its_own_company_only()
    {
        var (selling, other) = (await Selling.MakeAsync(installation), await Selling.MakeAsync(installation));
        var deal = await selling.OpenAsync("Line 3", 4_000);
        await selling.Company.WorkAsync(db => Task.FromResult(db.Contacts.Add(Contact.Meet(
            new ContactDetails { FamilyName = "Yajima", GivenName = "Kaoru", AccountId = selling.Account.Id }, Selling.NowOf(selling.Company))).Entity));
        var browser = await selling.Company.BrowserAsync(Role.Viewer);
        var page = await browser.OpenAsync($"/accounts/{selling.Account.Id}");
        Assert.NotNull(page.QuerySelector($"a[href='/deals/{deal.Id}']"));
        Assert.Contains("Kaoru Yajima", page.QuerySelector("aside")!.TextContent);
        Assert.Contains("Kaoru Yajima", (await browser.OpenAsync("/contacts?q=yajima")).QuerySelector("tbody")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, await (await other.Company.BrowserAsync(Role.Owner)).StatusAsync($"/accounts/{selling.Account.Id}"));
    }
}
