using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access;
using Web.Access.Live;
using Web.Crm.Deals;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Access.Live;

public sealed class EventsTests(TestInstallation installation)
{
    [Fact]
    public async Task A_colleague_hears_of_a_deal_and_another_company_does_not()
    {
        var (a, b) = (await Selling.MakeAsync(installation), await Selling.MakeAsync(installation));
        await using var colleague = await EventReader.OpenAsync((await a.Company.BrowserAsync(Role.Viewer)).Client);
        var nosy = (await b.Company.BrowserAsync(Role.Owner)).Client;
        var deal = await a.OpenAsync("Line-scan retrofit", 1_000);
        nosy.DefaultRequestHeaders.Add("Last-Event-ID", deal.Id.ToString());
        await using var stranger = await EventReader.OpenAsync(nosy, $"/events?tenant={a.Company.Id}&id={deal.Id}&topic=deal");

        Assert.Equal(("deal", deal.Id), await colleague.NextAsync());
        await a.Company.WorkAsync(async db => { (await db.FindDealAsync(deal.Id)).Rename("Renamed", Selling.NowOf(a.Company)); return true; });
        Assert.Equal(("deal", deal.Id), await colleague.NextAsync());
        var theirs = await b.OpenAsync("Their own", 1_000);
        Assert.Equal([theirs.Id], await stranger.UntilAsync(theirs.Id)); // the first that they hear is their own
    }

    [Fact]
    public async Task Who_may_not_read_the_CRM_hears_nothing_of_it()
    {
        var a = await Selling.MakeAsync(installation);
        await using var compliance = await EventReader.OpenAsync((await a.Company.BrowserAsync(Role.Compliance)).Client);
        await using var viewer = await EventReader.OpenAsync((await a.Company.BrowserAsync(Role.Viewer)).Client);
        var deal = await a.OpenAsync("Line-scan retrofit", 1_000);
        await viewer.UntilAsync(deal.Id);
        await EndAllOfAsync(a.Company, Role.Compliance);
        await compliance.Ended.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<Exception>(compliance.NextAsync); // nothing was in it
    }

    [Fact]
    public async Task What_is_told_to_one_member_reaches_that_one_only()
    {
        var a = await Selling.MakeAsync(installation);
        await using var manager = await EventReader.OpenAsync((await a.Company.BrowserAsync(Role.Manager)).Client);
        await using var owner = await EventReader.OpenAsync((await a.Company.BrowserAsync(Role.Owner)).Client);
        var (secret, open) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await a.Company.WorkAsync(db => { db.Tell(DealNews.Topic, secret, a.Company.People[Role.Manager]); return Task.FromResult(true); });
        await a.Company.WorkAsync(db => { db.Tell(DealNews.Topic, open); return Task.FromResult(true); });
        Assert.Equal([secret, open], await manager.UntilAsync(open));
        Assert.Equal([open], await owner.UntilAsync(open));
    }

    [Fact]
    public async Task A_unit_that_is_rolled_back_tells_nothing_and_many_records_are_told_at_once()
    {
        var a = await Selling.MakeAsync(installation);
        await using var reader = await EventReader.OpenAsync((await a.Company.BrowserAsync(Role.Viewer)).Client);
        await Assert.ThrowsAsync<InvalidOperationException>(() => a.Company.WorkAsync<bool>(async db =>
        {
            db.Tell(DealNews.Topic, Guid.CreateVersion7());
            await db.EnterAsync(default);
            throw new InvalidOperationException("Thought better of it.");
        }));
        await a.Company.WorkAsync(db =>
        {
            for (var i = 0; i < 200; i++) db.Tell(DealNews.Topic, Guid.CreateVersion7());
            return Task.FromResult(true);
        });
        Assert.Equal(("deal", Guid.Empty), await reader.NextAsync());
    }

    [Fact]
    public async Task The_stream_ends_with_its_session_and_with_its_company()
    {
        var a = await Selling.MakeAsync(installation);
        var browser = await a.Company.BrowserAsync(Role.Member);
        await using var stream = await EventReader.OpenAsync(browser.Client);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/deals", "/sign-out", fragment: false)).StatusCode);
        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        await using var other = await EventReader.OpenAsync((await a.Company.BrowserAsync(Role.Viewer)).Client);
        await using var platform = NpgsqlDataSource.Create(installation.Postgres.Platform);
        await using var suspend = platform.CreateCommand($"update app.tenants set status = 'suspended' where tenant_id = '{a.Company.Id}'");
        await suspend.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await other.Ended.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Only_a_browser_that_is_signed_in_may_listen_and_not_in_too_many_pages()
    {
        var company = await TestTenant.MakeAsync(installation);
        using var stream = new HttpRequestMessage(HttpMethod.Get, "/events") { Headers = { Accept = { new("text/event-stream") } } };
        Assert.Equal(HttpStatusCode.Unauthorized, (await company.Anonymous().SendAsync(stream, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await (await company.ProgramAsync(Role.Owner)).GetAsync("/events", TestContext.Current.CancellationToken)).StatusCode);
        var browser = await company.BrowserAsync(Role.Owner);
        List<EventReader> open = [];
        for (var i = 0; i < LiveStreams.PerMember; i++) open.Add(await EventReader.OpenAsync(browser.Client));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Client.GetAsync("/events", TestContext.Current.CancellationToken)).StatusCode);
        await open[0].DisposeAsync();
        await Eventually.TrueAsync(async () =>
        {
            using var again = await browser.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            return again.StatusCode == HttpStatusCode.OK;
        });
        foreach (var reader in open.Skip(1)) await reader.DisposeAsync();
    }

    [Fact]
    public void A_reader_who_falls_behind_is_let_go_and_a_strange_payload_is_nobodys()
    {
        var streams = new LiveStreams([DealNews.Topic]);
        var tenant = Guid.CreateVersion7();
        using var slow = streams.Open(tenant, Guid.CreateVersion7())!;
        using var other = streams.Open(Guid.CreateVersion7(), Guid.CreateVersion7())!;
        foreach (var payload in new[] { "", "deal", $"{tenant} deal", $"{tenant} deal x", $"{tenant} unheard_of {tenant}", $"{tenant} deal {tenant} {tenant} {tenant}", "* deal *" }) streams.Heard(payload);
        Assert.False(slow.Waiting.TryRead(out _));
        for (var i = 0; i < 65; i++) streams.Heard($"{tenant} deal {Guid.CreateVersion7()}");
        Assert.True(slow.Ended.IsCancellationRequested);
        Assert.False(other.Waiting.TryRead(out _));
    }

    private static Task<bool> EndAllOfAsync(TestTenant company, Role role) => company.WorkAsync(async db =>
    {
        var person = company.People[role];
        foreach (var session in await db.Sessions.Where(session => session.MemberId == person).ToListAsync()) session.End(DateTimeOffset.UtcNow);
        await db.SaveChangesAsync();
        return true;
    });
}
