using System.Net;
using Web.Access;
using Web.Crm.Tasks;
using Web.Tests.Support;

namespace Web.Tests.Crm.Home;

public sealed class HomePageTests(TestInstallation installation)
{
    [Theory]
    [InlineData("en", "Overdue", "My tasks")]
    [InlineData("ja", "期限切れ", "自分のタスク")]
    public async Task Tasks_stand_by_their_day_and_can_be_ticked_and_unticked(string locale, string overdue, string mine)
    {
        var selling = await Selling.MakeAsync(installation, locale);
        var task = await PlanAsync(selling, "Send the quote", -2);
        await PlanAsync(selling, "Call back", 0);
        var browser = await selling.Company.BrowserAsync(Role.Member);
        var home = await browser.OpenAsync("/");
        Assert.Contains(mine, home.QuerySelector("#tasks-head")!.TextContent);
        Assert.Contains(overdue, home.QuerySelector(".task-day")!.TextContent);
        Assert.NotNull(home.QuerySelector($"#task-{task.Id} .when.late"));
        var ticked = await (await browser.PostAsync("/", $"/tasks/{task.Id}/done", true)).ReadAsync(HttpStatusCode.OK);
        Assert.Equal("true", ticked.QuerySelector(".task.done .check")!.GetAttribute("aria-checked"));
        Assert.Null((await browser.OpenAsync("/")).GetElementById($"task-{task.Id}"));
        var back = await (await browser.PostAsync("/", $"/tasks/{task.Id}/reopen", true)).ReadAsync(HttpStatusCode.OK);
        Assert.Equal("true", back.GetElementById($"task-{task.Id}")!.GetAttribute("hx-swap-oob"));
    }

    [Fact]
    public async Task The_month_is_added_up_and_deals_say_what_changed()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Won one", 3_000, more: (deal, now) => deal.Win(now));
        await selling.OpenAsync("Lost one", 1_000, more: (deal, now) => deal.Lose("price", now));
        var home = await (await selling.Company.BrowserAsync(Role.Viewer)).OpenAsync("/");
        Assert.Equal(["¥3,000", "¥1,000"], home.QuerySelectorAll(".results .figure").Select(figure => figure.TextContent));
        Assert.Contains("win rate 50%", home.QuerySelector(".results")!.TextContent);
        Assert.Equal(2, home.QuerySelectorAll(".moved").Length);
    }

    [Fact]
    public async Task Compliance_is_led_to_the_log_and_sees_nothing_of_the_business()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Hidden", 3_000);
        var browser = await selling.Company.BrowserAsync(Role.Compliance);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/"));
        Assert.NotNull((await browser.OpenAsync("/settings/audit")).QuerySelector(".log-entry"));
        foreach (var path in new[] { "/deals", "/deals/board", "/accounts", "/contacts", "/tasks" }) Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync(path));
    }

    private static Task<TaskItem> PlanAsync(Selling selling, string title, int days) => selling.Company.WorkAsync(db =>
    {
        var now = Selling.NowOf(selling.Company);
        return Task.FromResult(db.Tasks.Add(TaskItem.Plan(new TaskDetails { Title = title, DueOn = now.Today.AddDays(days), AssigneeId = selling.Company.People[Role.Member], Priority = TaskPriority.High }, now)).Entity);
    });
}
