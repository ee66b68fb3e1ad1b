using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Audit;
using Web.Crm.Accounts;
using Web.Crm.Contacts;
using Web.Crm.Deals;
using Web.Kernel;
using Web.Tests.Support;
using static Web.Tests.Crm.Ground;

namespace Web.Tests.Crm.Deals;

public sealed class DealTableTests(TestInstallation installation)
{
    [Fact]
    public async Task Steps_taken_later_are_added_and_told_in_the_log()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var pipeline = await tenant.PipelineAsync();
        var member = tenant.People[Role.Member];
        var deal = await tenant.WorkAsync(db => Task.FromResult(db.Deals.Add(Deal(pipeline, owner: member)).Entity), Role.Member);
        await tenant.WorkAsync(async db =>
        {
            var found = await db.FindDealAsync(deal.Id);
            found.MoveTo(await db.Stages.SingleAsync(stage => stage.Name == "Offer"), "W00000", Now(member, daysLater: 3));
            return 0;
        }, Role.Member);
        await tenant.WorkAsync(async db => { (await db.FindDealAsync(deal.Id)).Win(Now(member, daysLater: 4)); return 0; }, Role.Member);

        var (steps, log) = await tenant.WorkAsync(async db => (
            await db.StageHistory.Where(step => step.DealId == deal.Id).OrderBy(step => step.Id).ToListAsync(), await db.AuditEntries.Of(deal.Id).ToListAsync()));
        Assert.Equal([StepKind.Opened, StepKind.Moved, StepKind.Won], steps.Select(step => step.Step));
        Assert.Equal(member, steps[1].MemberId);
        Assert.Equal(["deal.won", "deal.stage_changed", "deal.created"], log.Select(entry => entry.EventType));
        Assert.All(log, entry => Assert.Equal(member, entry.MemberId));
        Assert.Contains(pipeline.Stages[1].Id.ToString(), log[1].Changes);
    }

    [Fact]
    public async Task People_and_lines_come_and_go_with_the_deal()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var pipeline = await tenant.PipelineAsync();
        var (deal, one, two) = await tenant.WorkAsync(db =>
        {
            var account = db.Accounts.Add(Account.Open(new AccountDetails { Name = "北斗精密工業" }, Now())).Entity;
            var one = db.Contacts.Add(Contact.Meet(new ContactDetails { FamilyName = "矢島", AccountId = account.Id }, Now())).Entity;
            var two = db.Contacts.Add(Contact.Meet(new ContactDetails { FamilyName = "武藤", AccountId = account.Id }, Now())).Entity;
            var deal = db.Deals.Add(Deal(pipeline)).Entity;
            deal.SellTo(account.Id, Now());
            deal.Involve([(one.Id, "決裁")], Now());
            deal.Quote([("三次元測定機", 1, new Money(15_800_000, "JPY"))], Now());
            return Task.FromResult((deal, one, two));
        });
        await tenant.WorkAsync(async db =>
        {
            var found = await db.Deals.WithEverything().SingleAsync(row => row.Id == deal.Id);
            found.Involve([(two.Id, "推進")], Now());
            found.Quote([("据付", 1, new Money(1_400_000, "JPY"))], Now());
            return 0;
        });
        var (after, log) = await tenant.WorkAsync(async db => (await db.Deals.WithEverything().SingleAsync(row => row.Id == deal.Id), await db.AuditEntries.Of(deal.Id).ToListAsync()));
        Assert.Equal(two.Id, Assert.Single(after.Contacts).ContactId);
        Assert.Equal("据付", Assert.Single(after.Lines).Name);
        Assert.Equal(1_400_000, after.AmountMinor);
        Assert.Contains(log, entry => entry.EventType == "deal.contact_removed" && entry.Changes!.Contains(one.Id.ToString()));
    }

    [Fact]
    public async Task The_board_keeps_the_order_that_people_give_it()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var pipeline = await tenant.PipelineAsync();
        var stage = pipeline.Stages[0];
        async Task<Deal> OpenAsync(string name, Guid? after) => await tenant.WorkAsync(async db =>
            db.Deals.Add(Deal(pipeline, name, rank: await db.PlaceAsync(stage, after, null, default))).Entity);
        var first = await OpenAsync("first", null);
        var second = await OpenAsync("second", first.Id);
        for (var i = 0; i < 150; i++) await OpenAsync($"between {i}", first.Id);
        var names = await tenant.WorkAsync(db => db.Deals.Open().In(stage).AsArranged().Select(deal => deal.Name).ToListAsync());
        Assert.Equal(["first", .. Enumerable.Range(0, 150).Select(i => $"between {149 - i}"), "second"], names);
        Assert.Equal("after", (await Assert.ThrowsAsync<RefusalException>(() => OpenAsync("nowhere", Guid.NewGuid()))).Faults.Single().Field);
        Assert.NotEqual(default, second.Id);
    }

    [Fact]
    public async Task Two_companies_see_their_own_only()
    {
        var (a, b) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var pipeline = await a.PipelineAsync();
        var deal = await a.WorkAsync(db => Task.FromResult(db.Deals.Add(Deal(pipeline)).Entity));
        Assert.False(await b.WorkAsync(db => db.Deals.AnyAsync(row => row.Id == deal.Id)));
        await Assert.ThrowsAsync<DbUpdateException>(() => b.WorkAsync(db => Task.FromResult(db.Deals.Add(Deal(pipeline)))));
    }

    [Fact]
    public async Task Queries_read_as_sentences()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var pipeline = await tenant.PipelineAsync();
        var owner = tenant.People[Role.Owner];
        await tenant.WorkAsync(db =>
        {
            var won = Deal(pipeline, "won", owner);
            won.Win(Now(), new DateOnly(2026, 11, 5));
            var binned = Deal(pipeline, "binned", owner);
            binned.PutInBin(Now());
            db.Deals.AddRange(won, binned, Deal(pipeline, "open", owner), Deal(pipeline, "another's"));
            return Task.FromResult(0);
        });
        var november = new Period(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));
        Assert.Equal(["won"], await tenant.WorkAsync(db => db.Deals.Won().ClosedWithin(november).Select(deal => deal.Name).ToListAsync()));
        Assert.Equal(["open"], await tenant.WorkAsync(db => db.Deals.Open().OwnedBy(owner).In(pipeline.Stages[0]).Select(deal => deal.Name).ToListAsync()));
    }
}
