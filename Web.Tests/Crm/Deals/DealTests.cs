using Web.Crm.Deals;
using Web.Kernel;
using static Web.Tests.Crm.Ground;

namespace Web.Tests.Crm.Deals;

public sealed class DealTests
{
    private readonly Pipeline pipeline = Pipeline();

    [Fact]
    public void Opens_in_its_first_stage_with_its_probability()
    {
        var deal = Deal(pipeline);
        Assert.Equal((DealStatus.Open, pipeline.Stages[0].Id, 10), (deal.Status, deal.StageId, deal.Probability));
        Assert.Equal(StepKind.Opened, Assert.Single(deal.History).Step);
    }

    [Fact]
    public void Moving_notes_the_step_and_takes_the_stages_probability()
    {
        var deal = Deal(pipeline);
        deal.Estimate(33, Now());
        deal.MoveTo(pipeline.Stages[1], "W00000", Now(daysLater: 3));
        Assert.Equal((50, "W00000", Morning.AddDays(3)), (deal.Probability, deal.Rank, deal.StageEnteredAt));
        var step = deal.History[^1];
        Assert.Equal((StepKind.Moved, pipeline.Stages[0].Id, pipeline.Stages[1].Id), (step.Step, step.FromStageId!.Value, step.StageId));
        Assert.Equal("stage_changed", deal.TakeHappening());
        Assert.Null(deal.TakeHappening());
    }

    [Fact]
    public void Moving_within_its_stage_is_no_step()
    {
        var deal = Deal(pipeline);
        deal.MoveTo(pipeline.Stages[0], "W00000", Now());
        Assert.Single(deal.History);
        Assert.Null(deal.TakeHappening());
    }

    [Fact]
    public void Won_today_for_certain()
    {
        var deal = Deal(pipeline);
        deal.PlanNextStep("Call", Now().Today, Now());
        deal.Win(Now());
        Assert.Equal((DealStatus.Won, 100, (DateOnly?)new DateOnly(2026, 11, 20), null), (deal.Status, deal.Probability, deal.ClosedOn, deal.NextStep));
        Assert.Equal("won", deal.TakeHappening());
    }

    [Fact]
    public void Lost_for_a_reason()
    {
        var deal = Deal(pipeline);
        Assert.Equal("required", Faults(() => deal.Lose(" ", Now())).Single().Code);
        Assert.True(deal.IsOpen);
        deal.Lose(LostReason.Price, Now());
        Assert.Equal((DealStatus.Lost, 0, "price"), (deal.Status, deal.Probability, deal.LostReason));
    }

    [Fact]
    public void Closed_means_closed_until_reopened()
    {
        var deal = Deal(pipeline);
        deal.Win(Now());
        Assert.Equal("deal_closed", Assert.Throws<RefusalException>(() => deal.Win(Now())).Code);
        Assert.Equal("deal_closed", Assert.Throws<RefusalException>(() => deal.Lose("price", Now())).Code);
        Assert.Equal("deal_closed", Assert.Throws<RefusalException>(() => deal.MoveTo(pipeline.Stages[1], Rank.First, Now())).Code);
        deal.Reopen(pipeline.Stages[1], Rank.First, Now());
        Assert.Equal((DealStatus.Open, null, 50), (deal.Status, deal.ClosedOn, deal.Probability));
        Assert.Equal("deal_open_already", Assert.Throws<RefusalException>(() => deal.Reopen(pipeline.Stages[1], Rank.First, Now())).Code);
    }

    [Fact]
    public void Nothing_closes_in_the_future() =>
        Assert.Equal("closed_on", Faults(() => Deal(pipeline).Win(Now(), Now().Today.AddDays(1))).Single().Field);

    [Fact]
    public void Money_keeps_its_currency()
    {
        var deal = Deal(pipeline);
        Assert.Equal("currency_differs", Faults(() => deal.Revalue(new Money(100, "USD"), Now())).Single().Code);
        deal.Revalue(new Money(1_840_000, "JPY"), Now());
        Assert.Equal(new Money(184_000, "JPY"), deal.Weighted);
        deal.Revalue(null, Now());
        Assert.Null(deal.Weighted);
    }

    [Fact]
    public void The_lines_make_the_amount()
    {
        var deal = Deal(pipeline);
        deal.Quote([("CX-9", 2, new Money(1_000, "JPY")), ("Setting up", 1.5m, new Money(100, "JPY"))], Now());
        Assert.Equal(new Money(2_150, "JPY"), deal.Amount);
        Assert.Equal(["lines/0/name", "lines/0/quantity", "lines/0/unit_price"],
            Faults(() => deal.Quote([("", 0, new Money(1, "USD"))], Now())).Select(fault => fault.Field));
    }

    [Fact]
    public void A_day_for_the_next_step_needs_a_step() =>
        Assert.Equal("next_step", Faults(() => Deal(pipeline).PlanNextStep(null, Now().Today, Now())).Single().Field);

    private static IReadOnlyList<Fault> Faults(Action act) => Assert.Throws<RefusalException>(act).Faults;
}
