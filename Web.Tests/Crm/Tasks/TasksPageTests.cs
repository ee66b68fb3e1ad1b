using System.Net;
using Web.Access;
using Web.Crm.Tasks;
using Web.Tests.Support;

namespace Web.Tests.Crm.Tasks;

public sealed class TasksPageTests(TestInstallation installation)
{
    [Fact]
    public async Task The_most_urgent_come_first_through_all_pages_and_those_without_a_day_last()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.Company.WorkAsync(db =>
        {
            var now = Selling.NowOf(selling.Company);
            for (var i = 0; i < 60; i++)
                db.Tasks.Add(TaskItem.Plan(new TaskDetails { Title = $"Task {i:00}", DueOn = i < 55 ? now.Today.AddDays(i - 5) : null, AssigneeId = selling.Company.People[Role.Member] }, now));
            return Task.FromResult(0);
        });
        var browser = await selling.Company.BrowserAsync(Role.Member);
        var page = await browser.OpenAsync("/tasks?owner=me");
        List<string> titles = [.. page.QuerySelectorAll(".task .title").Select(title => title.TextContent)];
        titles.AddRange((await browser.OpenAsync(page.QuerySelector(".pages a")!.GetAttribute("href")!)).QuerySelectorAll(".task .title").Select(title => title.TextContent));
        Assert.Equal(Enumerable.Range(0, 55).Select(i => $"Task {i:00}"), titles.Take(55));
        Assert.Equal(Enumerable.Range(55, 5).Select(i => $"Task {i:00}"), titles.Skip(55).Order());
        Assert.Equal(["Task 07"], (await browser.OpenAsync("/tasks?q=task 07")).QuerySelectorAll(".task .title").Select(title => title.TextContent));
    }

    [Fact]
    public async Task Viewers_look_and_members_add()
    {
        var selling = await Selling.MakeAsync(installation);
        Assert.Equal(HttpStatusCode.Redirect, (await (await selling.Company.BrowserAsync(Role.Member)).PostAsync("/tasks", "/tasks", false, ("title", "Call them"))).StatusCode);
        var viewer = await selling.Company.BrowserAsync(Role.Viewer);
        var page = await viewer.OpenAsync("/tasks");
        Assert.Contains("Call them", page.QuerySelector(".task-list")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".task .check, input[name=title]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync("/tasks", "/tasks", false, ("title", "Mine"))).StatusCode);
        var id = page.QuerySelector(".task")!.Id!["task-".Length..];
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync("/tasks", $"/tasks/{id}/done", true)).StatusCode);
    }
}
