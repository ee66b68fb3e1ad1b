using System.Net;
using Web.Access;
using Web.Insights.Saved;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Insights.Saved;

public sealed class SavedChartPagesTests(TestInstallation installation)
{
    [Fact]
    public async Task An_answer_is_saved_opened_renamed_binned_and_brought_back_by_forms_alone()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var analyst = await selling.Company.BrowserAsync(Role.Analyst);
        var answer = await analyst.PostAsync("/ask", "/ask", fragment: false, ("utterance", "number of deals by stage"));
        var asked = await analyst.OpenAsync(answer.Headers.Location!.OriginalString);
        var form = asked.QuerySelector(".save-slot a")!.GetAttribute("href")!;
        var typed = await analyst.OpenAsync(form);
        Assert.Equal("Number of deals by Stage", typed.QuerySelector("#title")!.GetAttribute("value"));

        var empty = await analyst.SubmitAsync(typed, form, ("title", " "));
        Assert.Contains("needed", (await empty.ReadAsync(HttpStatusCode.UnprocessableEntity)).QuerySelector("#title-error")!.TextContent);
        var saved = await analyst.SubmitAsync(typed, form, ("title", "Deals by stage"), ("description", "For Mondays"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var path = saved.Headers.Location!.OriginalString.Split('?')[0];

        var page = await analyst.OpenAsync(path);
        Assert.Equal("Deals by stage", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("For Mondays", page.QuerySelector(".kept-words")!.TextContent);
        Assert.NotNull(page.QuerySelector("[data-chart] script"));
        Assert.Contains("Asia/Tokyo", page.QuerySelector(".chart-foot")!.TextContent);
        Assert.Equal(["Lead", "1"], page.QuerySelectorAll(".rows tbody tr:first-child td").Select(cell => cell.TextContent.Trim()));

        var renamed = await analyst.SubmitAsync(await analyst.OpenAsync(path + "/edit"), path + "/edit", ("title", "Stages"), ("description", ""));
        Assert.Equal($"{path}?done=saved", renamed.Headers.Location!.OriginalString);
        Assert.Contains("Stages", (await analyst.OpenAsync("/charts")).QuerySelector("tbody")!.TextContent);

        var binned = await analyst.SubmitAsync(await analyst.OpenAsync(path), path + "/bin");
        var list = await analyst.OpenAsync(binned.Headers.Location!.OriginalString);
        Assert.Null(list.QuerySelector("tbody"));
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Client.GetAsync(path)).StatusCode);
        var back = await analyst.PostAsync("/charts", list.QuerySelector("[data-toast]")!.GetAttribute("data-url")!, fragment: true);
        Assert.Equal($"{path}?done=restored", back.Headers.GetValues("HX-Redirect").Single());
        Assert.Equal("Stages", (await analyst.OpenAsync(path)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task It_is_taken_up_in_the_assistant_changed_and_put_in_its_own_place()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var analyst = await selling.Company.BrowserAsync(Role.Analyst);
        var path = await KeepAsync(selling.Company, Role.Analyst);
        var taken = await analyst.SubmitAsync(await analyst.OpenAsync(path), path + "/ask");
        var conversation = await analyst.OpenAsync(taken.Headers.Location!.OriginalString);
        Assert.Contains("Kept", conversation.QuerySelector(".conversation-head h1")!.TextContent);

        var turn = conversation.QuerySelector("#change input[name=turn]")!.GetAttribute("value")!;
        var changed = await analyst.SubmitAsync(conversation, "/ask/change", ("turn", turn), ("change", "chart pie"));
        var form = (await analyst.OpenAsync(changed.Headers.Location!.OriginalString)).QuerySelector(".save-slot a")!.GetAttribute("href")!;
        var typed = await analyst.OpenAsync(form);
        var onto = typed.QuerySelector("button[name=onto]")!;
        Assert.Contains("Kept", onto.TextContent);
        var replaced = await analyst.SubmitAsync(typed, form, ("title", "not used"), ("onto", onto.GetAttribute("value")!));
        Assert.Equal($"{path}?done=replaced", replaced.Headers.Location!.OriginalString);
        var page = await analyst.OpenAsync(path);
        Assert.Equal("Kept", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("Pie", page.QuerySelector(".page-head .meta")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_dialog_saves_beside_the_answer_and_the_button_then_leads_there()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var owner = await selling.Company.BrowserAsync(Role.Owner);
        var answer = await owner.PostAsync("/ask", "/ask", fragment: false, ("utterance", "number of deals by stage"));
        var slot = (await owner.OpenAsync(answer.Headers.Location!.OriginalString)).QuerySelector(".save-slot")!;
        var form = slot.QuerySelector("a")!.GetAttribute("hx-get")!;
        var saved = await owner.PostAsync("/ask", form, fragment: true, ("title", "Beside"));
        Assert.Equal("none", saved.Headers.GetValues("HX-Reswap").Single());
        Assert.Contains("Beside", saved.Headers.GetValues("HX-Trigger").Single());
        var fragment = (await saved.ReadAsync(HttpStatusCode.OK)).QuerySelector("#" + slot.Id)!;
        Assert.Equal("true", fragment.GetAttribute("hx-swap-oob"));
        Assert.StartsWith("/charts/", fragment.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Readers_see_it_and_change_nothing()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var path = await KeepAsync(selling.Company, Role.Manager);
        var viewer = await selling.Company.BrowserAsync(Role.Viewer);
        var page = await viewer.OpenAsync(path);
        Assert.NotNull(page.QuerySelector("[data-chart]"));
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Null((await viewer.OpenAsync("/charts")).QuerySelector("main .button.primary"));
        foreach (var act in new[] { "/bin", "/restore", "/ask" })
            Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync("/charts", path + act, fragment: true)).StatusCode);

        var member = await selling.Company.BrowserAsync(Role.Member);
        var answer = await member.PostAsync("/ask", "/ask", fragment: false, ("utterance", "number of deals by stage"));
        Assert.Null((await member.OpenAsync(answer.Headers.Location!.OriginalString)).QuerySelector(".save-slot"));
        var analyst = await selling.Company.BrowserAsync(Role.Analyst);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsync("/charts", path + "/bin", fragment: true)).StatusCode);
    }

    [Fact]
    public async Task Nobody_saves_from_another_persons_conversation()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var owner = await selling.Company.BrowserAsync(Role.Owner);
        var answer = await owner.PostAsync("/ask", "/ask", fragment: false, ("utterance", "number of deals by stage"));
        var form = (await owner.OpenAsync(answer.Headers.Location!.OriginalString)).QuerySelector(".save-slot a")!.GetAttribute("href")!;
        var analyst = await selling.Company.BrowserAsync(Role.Analyst);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Client.GetAsync(form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.PostAsync("/charts", form, fragment: true, ("title", "x"))).StatusCode);
    }

    [Fact]
    public async Task A_chart_that_can_no_longer_be_drawn_says_so()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var path = await KeepAsync(tenant, Role.Owner, """{"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"gone"}],"measures":[{"aggregate":"count"}]}""");
        var page = await (await tenant.BrowserAsync(Role.Owner)).OpenAsync(path);
        Assert.Contains("cannot be drawn", page.QuerySelector(".notice.error")!.TextContent);
        Assert.Contains("gone", page.QuerySelector(".notice.error")!.TextContent);
    }

    [Fact]
    public async Task Its_file_holds_its_rows_and_nothing_else()
    {
        var selling = await Selling.MakeAsync(installation);
        await selling.OpenAsync("Press line", 1_000_000);
        var path = await KeepAsync(selling.Company, Role.Owner);
        var text = await (await selling.Company.BrowserAsync(Role.Owner)).Client.GetStringAsync(path + "/csv");
        Assert.Equal("Stage,Number of deals\r\nLead,1\r\n", text);
    }

    private static async Task<string> KeepAsync(TestTenant tenant, Role owner, string? query = null)
    {
        var kept = KeptQuery.Of(query ?? """{"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"stage"}],"measures":[{"aggregate":"count"}]}""");
        var id = await tenant.WorkAsync(db => Task.FromResult(db.SavedCharts.Add(SavedChart.Keep("Kept", null, kept, tenant.People[owner], DateTimeOffset.UtcNow)).Entity.Id));
        return $"/charts/{id}";
    }
}
