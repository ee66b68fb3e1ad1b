using System.Net;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Crm.Deals;
using Web.Tests.Support;

namespace Web.Tests.Crm.Deals;

public sealed class BoardPageTests(TestInstallation installation)
{
    [Fact]
    public async Task Columns_say_count_sum_and_weighted_sum()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Tester", 1_000_000);
        await selling.OpenAsync("Scale", 2_000_000);
        await selling.OpenAsync("Scope", 500_000, selling.Second);
        var board = await (await selling.Company.BrowserAsync(Role.Member)).OpenAsync("/deals/board");
        var first = board.QuerySelector($"#column-{selling.First.Id}")!;
        Assert.Equal("2", first.QuerySelector("[data-count]")!.TextContent);
        Assert.Equal("¥3,000,000", first.QuerySelector("[data-sum]")!.TextContent);
        Assert.Equal("¥300,000", first.QuerySelector("[data-weighted]")!.TextContent);
        Assert.Equal(["Tester", "Scale"], first.QuerySelectorAll(".card-name").Select(name => name.TextContent));
        Assert.Contains("3 deals · ¥3,500,000 · Weighted ¥550,000", board.QuerySelector("#board-total")!.TextContent);
    }

    [Fact]
    public async Task Two_currencies_stand_beside_each_other()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Home", 1_000);
        await selling.OpenAsync("Abroad", 2_050, currency: "USD");
        var sum = (await (await selling.Company.BrowserAsync(Role.Viewer)).OpenAsync("/deals/board")).QuerySelector($"#column-{selling.First.Id} .sum span")!;
        Assert.Contains("¥1,000", sum.TextContent);
        Assert.Contains("$20.50", sum.TextContent);
        Assert.False(sum.HasAttribute("data-sum"));
    }

    [Fact]
    public async Task A_move_keeps_the_order_and_answers_both_columns_with_a_way_back()
    {
        var selling = await Selling.MakeAsync(installation);
        var moving = await selling.OpenAsync("Moving", 100);
        var above = await selling.OpenAsync("Above", 100, selling.Second);
        var below = await selling.OpenAsync("Below", 100, selling.Second);
        var browser = await selling.Company.BrowserAsync(Role.Member);
        var answer = await browser.PostAsync("/deals/board", $"/deals/{moving.Id}/move?on=board", true, ("stage", selling.Second.Id.ToString()), ("after", above.Id.ToString()), ("version", await VersionAsync(selling, moving)));
        var columns = await answer.ReadAsync(HttpStatusCode.OK);
        Assert.Equal(2, columns.QuerySelectorAll("section[hx-swap-oob]").Length);
        Assert.Equal(["Above", "Moving", "Below"], columns.QuerySelectorAll($"#column-{selling.Second.Id} .card-name").Select(name => name.TextContent));
        var toast = System.Text.Json.JsonDocument.Parse(answer.Headers.GetValues("HX-Trigger").Single()).RootElement.GetProperty("toast");
        await (await browser.PostAsync("/deals/board", toast.GetProperty("url").GetString()!, true)).ReadAsync(HttpStatusCode.OK);
        Assert.Equal(["Moving"], (await browser.OpenAsync("/deals/board")).QuerySelectorAll($"#column-{selling.First.Id} .card-name").Select(name => name.TextContent));
        Assert.NotNull(below);
    }

    [Fact]
    public async Task Who_saw_an_older_deal_moves_nothing()
    {
        var selling = await Selling.MakeAsync(installation);
        var deal = await selling.OpenAsync("Contested", 100);
        var version = await VersionAsync(selling, deal);
        var browser = await selling.Company.BrowserAsync(Role.Member);
        Task<HttpResponseMessage> MoveAsync(Stage to) => browser.PostAsync("/deals/board", $"/deals/{deal.Id}/move?on=board", true, ("stage", to.Id.ToString()), ("after", ""), ("version", version));
        await (await MoveAsync(selling.Second)).ReadAsync(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Conflict, (await MoveAsync(selling.Pipeline.Stages[2])).StatusCode);
    }

    [Fact]
    public async Task Losing_asks_for_the_reason_and_undoing_brings_the_next_step_back()
    {
        var selling = await Selling.MakeAsync(installation);
        var deal = await selling.OpenAsync("Slipping", 100, more: (deal, now) => deal.PlanNextStep("Call them", now.Today, now));
        var browser = await selling.Company.BrowserAsync(Role.Member);
        var asked = await (await browser.PostAsync("/deals/board", $"/deals/{deal.Id}/lost?on=board", true)).ReadAsync(HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(asked.QuerySelector("dialog[data-open] .field-error"));
        var answer = await browser.PostAsync("/deals/board", $"/deals/{deal.Id}/lost?on=board", true, ("reason", "price"));
        Assert.Empty((await answer.ReadAsync(HttpStatusCode.OK)).QuerySelectorAll(".card"));
        var url = System.Text.Json.JsonDocument.Parse(answer.Headers.GetValues("HX-Trigger").Single()).RootElement.GetProperty("toast").GetProperty("url").GetString()!;
        await (await browser.PostAsync("/deals/board", url, true)).ReadAsync(HttpStatusCode.OK);
        var again = await selling.Company.WorkAsync(db => db.Deals.SingleAsync(one => one.Id == deal.Id));
        Assert.Equal((DealStatus.Open, "Call them"), (again.Status, again.NextStep));
    }

    [Fact]
    public async Task Viewers_see_no_way_to_change_and_have_none()
    {
        var selling = await Selling.MakeAsync(installation);
        var deal = await selling.OpenAsync("Looked at", 100);
        var viewer = await selling.Company.BrowserAsync(Role.Viewer);
        var board = await viewer.OpenAsync("/deals/board");
        Assert.Empty(board.QuerySelectorAll("[data-board], [data-card], [data-card-menu], [data-move-bar], a[href='/deals/new']"));
        Assert.Empty((await viewer.OpenAsync($"/deals/{deal.Id}")).QuerySelectorAll("main form[method=post] button, a[href$='/edit']"));
        foreach (var (path, values) in new (string, (string, string)[])[]
        {
            ("move", [("stage", selling.Second.Id.ToString())]), ("won", []), ("lost", [("reason", "price")]), ("reopen", []), ("assign", []), ("bin", []), ("edit", []),
        }) Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync("/deals/board", $"/deals/{deal.Id}/{path}", false, values)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await viewer.StatusAsync("/deals/new"));
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync("/deals/board", $"/deals/{deal.Id}?handler=note", true, ("body", "Hello"))).StatusCode);
    }

    [Fact]
    public async Task A_long_column_shows_fifty_and_fetches_the_rest()
    {
        var selling = await Selling.MakeAsync(installation);
        for (var i = 0; i < 53; i++) await selling.OpenAsync($"Deal {i:00}", i);
        var browser = await selling.Company.BrowserAsync(Role.Member);
        var column = (await browser.OpenAsync("/deals/board")).QuerySelector($"#column-{selling.First.Id}")!;
        Assert.Equal(50, column.QuerySelectorAll(".card").Length);
        var rest = await browser.OpenAsync(column.QuerySelector(".column-more")!.GetAttribute("hx-get")!);
        Assert.Equal(["Deal 50", "Deal 51", "Deal 52"], rest.QuerySelectorAll(".card-name").Select(name => name.TextContent));
        Assert.Null(rest.QuerySelector(".column-more"));
    }

    [Fact]
    public async Task Conditions_narrow_the_board_and_go_along_to_the_list()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Mine", 100);
        await selling.OpenAsync("Theirs", 100, more: (deal, now) => deal.Assign(selling.Company.People[Role.Manager], now));
        var board = await (await selling.Company.BrowserAsync(Role.Member)).OpenAsync("/deals/board?owner=me&pipeline=nonsense");
        Assert.Equal(["Mine"], board.QuerySelectorAll(".card-name").Select(name => name.TextContent));
        Assert.Equal("/deals?owner=me&status=open", board.QuerySelectorAll(".segments a")[1].GetAttribute("href"));
    }

    private static async Task<string> VersionAsync(Selling selling, Deal deal) => (await selling.Company.WorkAsync(db => db.Deals.Where(one => one.Id == deal.Id).Select(one => one.Version).SingleAsync())).ToString();

    [Fact]
    public async Task Whatever_a_name_holds_is_written_as_text()
    {
        var selling = await Selling.MakeAsync(installation);
        var account = await selling.Company.WorkAsync(db => Task.FromResult(db.Add(Web.Crm.Accounts.Account.Open(new() { Name = Nasty.Name }, Selling.NowOf(selling.Company))).Entity), Role.Member);
        await selling.Company.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.members set name = {Nasty.Name} where tenant_id = {db.TenantId}"));
        await selling.OpenAsync(Nasty.Name, 1_000, more: (deal, now) => { deal.SellTo(account.Id, now); deal.PlanNextStep(Nasty.Name, now.Today.AddDays(2), now); });
        var page = await (await selling.Company.BrowserAsync(Role.Member)).OpenAsync("/deals/board");
        foreach (var place in new[] { ".card-name", ".card .account", ".card .next" }) Nasty.IsText(page, place);
        Assert.Equal(Nasty.Name, page.QuerySelector(".card .avatar")!.GetAttribute("aria-label"));
    }
}
