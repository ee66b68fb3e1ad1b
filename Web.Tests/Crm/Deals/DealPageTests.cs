using System.Net;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Crm.Deals;
using Web.Crm.Notes;
using Web.Kernel;
using Web.Tests.Support;

namespace Web.Tests.Crm.Deals;

public sealed class DealPageTests(TestInstallation installation)
{
    [Fact]
    public async Task Anothers_deal_is_as_absent_as_one_that_never_was()
    {
        var (ours, theirs) = (await Selling.MakeAsync(installation), await Selling.MakeAsync(installation));
        var deal = await theirs.OpenAsync("Secret", 100);
        var browser = await ours.Company.BrowserAsync(Role.Owner);
        foreach (var tail in new[] { "", "/edit", "/lost" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync($"/deals/{deal.Id}{tail}"));
            Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync($"/deals/{Guid.CreateVersion7()}{tail}"));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/deals", $"/deals/{deal.Id}/won", false)).StatusCode);
    }

    [Theory]
    [InlineData("en", "changed the amount:", "¥1.2M")]
    [InlineData("ja", "が金額を変更：", "120万")]
    public async Task The_timeline_tells_changes_in_words(string locale, string words, string amount)
    {
        var selling = await Selling.MakeAsync(installation, locale);
        var deal = await selling.OpenAsync("Grown", 1_000_000);
        await selling.Company.WorkAsync(async db =>
        {
            var now = Selling.NowOf(selling.Company);
            var loaded = await db.Deals.SingleAsync(one => one.Id == deal.Id);
            loaded.Revalue(new Money(1_200_000, "JPY"), now);
            loaded.MoveTo(await db.Stages.SingleAsync(stage => stage.Id == selling.Second.Id), Rank.First, now);
            return loaded;
        }, Role.Member);
        var timeline = (await (await selling.Company.BrowserAsync(Role.Viewer)).OpenAsync($"/deals/{deal.Id}")).QuerySelector(".timeline")!.TextContent;
        Assert.Contains(words, timeline);
        Assert.Contains(amount, timeline);
        Assert.Contains("Lead → Quote", timeline);
    }

    [Fact]
    public async Task A_note_appears_at_once_and_an_empty_one_says_what_is_missing()
    {
        var selling = await Selling.MakeAsync(installation);
        var deal = await selling.OpenAsync("Talked about", 100);
        var browser = await selling.Company.BrowserAsync(Role.Member);
        var talk = await (await browser.PostAsync($"/deals/{deal.Id}", $"/deals/{deal.Id}?handler=note", true, ("body", "They like <b>it</b>"))).ReadAsync(HttpStatusCode.OK);
        Assert.Contains("They like <b>it</b>", talk.QuerySelector(".timeline .note")!.TextContent);
        var empty = await (await browser.PostAsync($"/deals/{deal.Id}", $"/deals/{deal.Id}?handler=note", true, ("body", "  "))).ReadAsync(HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(empty.QuerySelector("#note-error"));
        Assert.Equal(1, await selling.Company.WorkAsync(db => db.Notes.CountAsync(note => note.EntityId == deal.Id)));
    }

    [Fact]
    public async Task What_was_typed_wrong_stays_in_the_form()
    {
        var selling = await Selling.MakeAsync(installation);
        var browser = await selling.Company.BrowserAsync(Role.Member);
        var form = await (await browser.PostAsync("/deals/new", "/deals/new", false, ("name", ""), ("amount", "a lot"), ("account", "Nobody Ltd"), ("expected_close_on", "2027-02-30"),
            ("probability", "110"), ("next_step", "Call"), ("stage", selling.Second.Id.ToString()))).ReadAsync(HttpStatusCode.UnprocessableEntity);
        foreach (var field in new[] { "name", "amount", "account", "expected_close_on", "probability" }) Assert.NotNull(form.GetElementById(field + "-error"));
        Assert.Equal("a lot", form.QuerySelector("#amount")!.GetAttribute("value"));
        Assert.Equal("Call", form.QuerySelector("#next_step")!.GetAttribute("value"));
        Assert.NotNull(form.QuerySelector($"#stage option[selected][value='{selling.Second.Id}']"));
        Assert.Equal(0, await selling.Company.WorkAsync(db => db.Deals.CountAsync()));
    }

    [Fact]
    public async Task A_deal_is_opened_and_changed_by_its_form()
    {
        var selling = await Selling.MakeAsync(installation);
        var browser = await selling.Company.BrowserAsync(Role.Member);
        var opened = await browser.PostAsync("/deals/new", "/deals/new", false, ("name", "Line 3"), ("amount", "１，８４０万"), ("account", "hokuto seimitsu"), ("stage", selling.First.Id.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        var deal = await selling.Company.WorkAsync(db => db.Deals.SingleAsync());
        Assert.Equal((18_400_000, selling.Account.Id, (short)10), (deal.AmountMinor!.Value, deal.AccountId!.Value, deal.Probability));
        (string, string)[] edit = [("name", "Line 4"), ("amount", "18,500,000"), ("stage", selling.Second.Id.ToString()), ("version", deal.Version.ToString())];
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync($"/deals/{deal.Id}/edit", $"/deals/{deal.Id}/edit", false, edit)).StatusCode);
        var stale = await (await browser.PostAsync($"/deals/{deal.Id}/edit", $"/deals/{deal.Id}/edit", false, edit)).ReadAsync(HttpStatusCode.Conflict);
        Assert.Contains("Somebody changed this deal", stale.QuerySelector(".error-summary")!.TextContent);
        var changed = await selling.Company.WorkAsync(db => db.Deals.SingleAsync());
        Assert.Equal(("Line 4", 18_500_000, selling.Second.Id), (changed.Name, changed.AmountMinor!.Value, changed.StageId));
    }

    [Fact]
    public async Task The_bin_gives_back()
    {
        var selling = await Selling.MakeAsync(installation);
        var deal = await selling.OpenAsync("Thrown away", 100);
        var browser = await selling.Company.BrowserAsync(Role.Member);
        var answer = await browser.PostAsync($"/deals/{deal.Id}", $"/deals/{deal.Id}/bin", false);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync($"/deals/{deal.Id}"));
        var undo = (await browser.OpenAsync(answer.Headers.Location!.ToString())).QuerySelector("[data-toast]")!.GetAttribute("data-url")!;
        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync("/deals", undo, true)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync($"/deals/{deal.Id}"));
    }

    [Fact]
    public async Task Members_put_only_their_own_deals_in_the_bin()
    {
        var selling = await Selling.MakeAsync(installation);
        var deal = await selling.OpenAsync("Not yours", 100, more: (deal, now) => deal.Assign(selling.Company.People[Role.Owner], now));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await selling.Company.BrowserAsync(Role.Member)).PostAsync($"/deals/{deal.Id}", $"/deals/{deal.Id}/bin", false)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await (await selling.Company.BrowserAsync(Role.Manager)).PostAsync($"/deals/{deal.Id}", $"/deals/{deal.Id}/bin", false)).StatusCode);
    }
}
