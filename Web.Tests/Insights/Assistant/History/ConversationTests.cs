using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Insights.Assistant.Feedback;
using Web.Insights.Assistant.History;
using Web.Insights.Assistant.Talk;
using Web.Jobs;
using Web.Kernel;
using Web.Tests.Crm;
using Web.Tests.Insights.Datasets;
using Web.Tests.Support;

namespace Web.Tests.Insights.Assistant.History;

/// <summary>Back and forth in a conversation, the list of them, what people say of answers, and links for colleagues.</summary>
public sealed class ConversationTests(TestInstallation installation)
{
    [Fact]
    public async Task A_change_is_taken_back_and_brought_again_and_counts_as_a_correction()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var analyst = await selling.Company.BrowserAsync(Role.Analyst);
        var first = await AskAsync(analyst, "number of deals by stage");
        Assert.Null(first.QuerySelector("form[action='/ask/undo']"));
        var turn = TurnOf(first);
        var second = await FollowAsync(analyst, await analyst.SubmitAsync(first, "/ask/change", ("change", "chart pie")));
        var corrections = await selling.Company.WorkAsync(db => db.AnswerFeedback.Where(one => one.TurnId == Guid.Parse(turn)).ToListAsync());
        Assert.Contains("pie", Assert.Single(corrections, one => one.Verdict == Verdict.Changed).CorrectedQuery);

        var back = await FollowAsync(analyst, await analyst.SubmitAsync(second, "/ask/undo"));
        Assert.Equal(turn, TurnOf(back));
        Assert.Single(back.QuerySelectorAll("#talk > .turn"));
        var redo = back.QuerySelector("[data-toast]")!.GetAttribute("data-url")!;
        var again = await analyst.PostAsync("/ask", redo, fragment: true);
        Assert.Contains(TurnOf(second), again.Headers.GetValues("HX-Redirect").Single());
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.PostAsync("/ask", redo, fragment: true)).StatusCode);
    }

    [Fact]
    public async Task Conversations_are_found_named_deleted_and_restored_by_their_person_alone()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var (analyst, admin) = (await selling.Company.BrowserAsync(Role.Analyst), await selling.Company.BrowserAsync(Role.Admin));
        await AskAsync(analyst, "number of deals by stage");
        await AskAsync(analyst, "amount by owner");
        var list = await analyst.OpenAsync("/ask/history?q=ＳＴＡＧＥ");
        var path = Assert.Single(list.QuerySelectorAll("tbody tr")).QuerySelector(".acts a")!.GetAttribute("href")!;
        Assert.Equal("/ask/history", (await analyst.SubmitAsync(await analyst.OpenAsync(path), path, ("title", "Monday"))).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await analyst.SubmitAsync(await analyst.OpenAsync(path), path, ("title", " "))).StatusCode);
        Assert.Equal(2, (await analyst.OpenAsync("/ask/history?q=%00")).QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Monday", (await analyst.OpenAsync("/ask/history")).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Client.GetAsync(path)).StatusCode);
        Assert.DoesNotContain("Monday", (await admin.OpenAsync("/ask/history")).Body!.TextContent);

        var binned = await FollowAsync(analyst, await analyst.SubmitAsync(await analyst.OpenAsync("/ask/history"), path + "/bin"));
        Assert.Single(binned.QuerySelectorAll("tbody tr"));
        await analyst.PostAsync("/ask/history", binned.QuerySelector("[data-toast]")!.GetAttribute("data-url")!, fragment: true);
        Assert.Equal(2, (await analyst.OpenAsync("/ask/history")).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task What_was_thrown_away_is_erased_after_thirty_days_unless_it_came_back()
    {
        var selling = await Selling.MakeAsync(installation);
        var analyst = await selling.Company.BrowserAsync(Role.Analyst);
        await AskAsync(analyst, "number of deals by stage");
        await AskAsync(analyst, "amount by owner");
        var history = await analyst.OpenAsync("/ask/history");
        var paths = history.QuerySelectorAll("tbody tr .acts a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(2, paths.Count);
        foreach (var path in paths) await analyst.SubmitAsync(await analyst.OpenAsync("/ask/history"), path + "/bin");
        var orders = await selling.Company.WorkAsync(db => db.Jobs.AsNoTracking().Where(job => job.Kind == ConversationErasure.Kind).OrderBy(job => job.Id).ToListAsync());
        Assert.Equal(2, orders.Count);
        Assert.All(orders, order => Assert.Null(order.MemberId)); // whoever threw it away may have left by then
        Assert.All(orders, order => Assert.InRange(order.DueAt - order.CreatedAt, TimeSpan.FromDays(30), TimeSpan.FromDays(31)));
        await analyst.PostAsync("/ask/history", paths[0] + "/restore", fragment: true);
        await analyst.SubmitAsync(await analyst.OpenAsync("/ask/history"), paths[0] + "/bin"); // it begins anew
        foreach (var order in orders) await Later.RunAsync<ConversationErasure>(installation, selling.Company, order.DueAt, order.Payload);

        var left = await selling.Company.WorkAsync(db => db.Conversations.IgnoreQueryFilters([Fencing.BinFilter]).Select(one => one.Id).ToListAsync());
        Assert.Equal(paths[0].Split('/')[^1], Assert.Single(left).ToString());
        Assert.True(await selling.Company.WorkAsync(db => db.Turns.AllAsync(turn => turn.ConversationId == left[0])));
    }

    [Fact]
    public async Task A_link_shows_each_colleague_their_own_rows_and_tells_others_nothing()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.UploadedAsync("regions", "Region,Amount\nEast,10\nWest,40\n");
        await owner.PatchAsync("regions", new { access = new { roles = new[] { "owner", "analyst", "manager" }, all_rows_roles = new[] { "analyst" } }, row_filter = new { field = "region", op = "=", value = "East" } });
        var analyst = await company.BrowserAsync(Role.Analyst);
        var page = await AskAsync(analyst, "amount by region in regions");
        var turn = TurnOf(page);
        var (manager, viewer) = (await company.BrowserAsync(Role.Manager), await company.BrowserAsync(Role.Viewer));
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Client.GetAsync($"/ask/shared/{turn}")).StatusCode);
        var shared = await (await analyst.SubmitAsync(page, "/ask/share")).ReadAsync(HttpStatusCode.OK);
        var link = new Uri(shared.QuerySelector("#share-link")!.GetAttribute("value")!).AbsolutePath;

        Assert.Contains("West", (await analyst.OpenAsync(link)).QuerySelector(".rows")!.TextContent);
        var own = await manager.OpenAsync(link);
        Assert.Contains("East", own.QuerySelector(".rows")!.TextContent);
        Assert.DoesNotContain("West", own.Body!.TextContent);
        var taken = await FollowAsync(manager, await manager.SubmitAsync(own, link + "/take"));
        Assert.DoesNotContain("West", taken.Body!.TextContent);

        var closed = await (await viewer.Client.GetAsync(link)).ReadAsync(HttpStatusCode.Forbidden);
        Assert.Contains("no right", closed.QuerySelector("main")!.TextContent);
        Assert.DoesNotContain("egion", closed.QuerySelector("main")!.TextContent);
        var elsewhere = await (await TestTenant.MakeAsync(installation)).BrowserAsync(Role.Owner);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Client.GetAsync(link)).StatusCode);

        await analyst.SubmitAsync(shared, "/ask/share/stop");
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Client.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_thumb_is_one_opinion_with_its_reason_and_can_change()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var (analyst, admin) = (await selling.Company.BrowserAsync(Role.Analyst), await selling.Company.BrowserAsync(Role.Admin));
        var page = await AskAsync(analyst, "number of deals by stage");
        await analyst.SubmitAsync(page, "/ask/feedback", ("verdict", "up"));
        var asked = await (await analyst.SubmitAsync(page, "/ask/feedback", ("verdict", "down"))).ReadAsync(HttpStatusCode.OK);
        await analyst.SubmitAsync(asked, "/ask/feedback", ("verdict", "down"), ("reason", "groups"), ("words", "by owner"));
        var said = Assert.Single(await selling.Company.WorkAsync(db => db.AnswerFeedback.ToListAsync()));
        Assert.Equal((Verdict.Down, WrongPart.Groups, "by owner"), (said.Verdict, said.Reason, said.Words));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync("/ask", "/ask/feedback", fragment: true, ("turn", TurnOf(page)), ("verdict", "up"))).StatusCode);
    }

    [Fact]
    public void What_cannot_be_kept_is_no_name_and_no_opinion()
    {
        var (id, now) = (Guid.NewGuid(), DateTimeOffset.UtcNow);
        var name = Assert.Throws<RefusalException>(() => Conversation.Begin(id, "deals", now).Rename("Mon\0day"));
        Assert.Equal(("/title", "text_invalid"), (name.Faults[0].Field, name.Faults[0].Code));
        var words = Assert.Throws<RefusalException>(() => AnswerFeedback.Of(id, id, now).Say(Verdict.Down, null, "by\0owner", now));
        Assert.Equal(("/words", "text_invalid"), (words.Faults[0].Field, words.Faults[0].Code));
    }

    [Fact]
    public async Task The_statement_is_for_those_who_look_after_data_and_holds_no_values()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var analyst = await selling.Company.BrowserAsync(Role.Analyst);
        var page = await AskAsync(analyst, "open deals by owner");
        var sql = await analyst.OpenAsync(page.QuerySelector(".about-figures a")!.GetAttribute("href")!);
        Assert.Contains("@tenant", sql.QuerySelector("pre")!.TextContent);
        Assert.DoesNotContain("'open'", sql.QuerySelector("pre")!.TextContent);
        Assert.Contains("open", sql.QuerySelector("main dl")!.TextContent);
        var member = await selling.Company.BrowserAsync(Role.Member);
        var own = await AskAsync(member, "open deals by owner");
        Assert.Null(own.QuerySelector(".about-figures a"));
        Assert.Contains("Asia/Tokyo", own.QuerySelector(".about-figures dl")!.TextContent);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Client.GetAsync($"/ask/sql?turn={TurnOf(own)}")).StatusCode);
    }

    private static async Task<IHtmlDocument> AskAsync(Browser browser, string words) => await FollowAsync(browser, await browser.PostAsync("/ask", "/ask", fragment: false, ("utterance", words)));

    private static string TurnOf(IHtmlDocument page) => page.QuerySelector("#change input[name=turn]")!.GetAttribute("value")!;

    private static async Task<IHtmlDocument> FollowAsync(Browser browser, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await browser.OpenAsync(answer.Headers.Location!.OriginalString);
    }
}
