using Web.Crm.Deals;
using Web.Demo;
using Web.Tenancy;

namespace Web.Tests.Demo;

public sealed class DemoBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);
    private static readonly DemoBook Book = Write(Aoba.Recipe);

    [Fact]
    public void Has_the_size_that_was_promised() =>
        Assert.Equal((200, 600, 1500), (Book.Accounts.Count, Book.Contacts.Count, Book.Deals.Count));

    [Fact]
    public void Falls_the_same_way_each_time() => Assert.Equal(Told(Book), Told(Write(Aoba.Recipe)));

    [Fact]
    public void Nothing_has_happened_in_the_future()
    {
        Assert.All(Book.Deals, deal => Assert.True(deal.UpdatedAt <= Now && deal.CreatedAt <= deal.UpdatedAt && deal.History.All(step => step.At <= Now), deal.Name));
        Assert.All(Book.Deals.Where(deal => !deal.IsOpen), deal => Assert.True(deal.ClosedOn <= new DateOnly(2026, 11, 20) && deal.ClosedOn >= deal.CreatedOn, deal.Name));
        Assert.All(Book.Tasks.Where(task => task.IsDone), task => Assert.True(task.DoneAt <= Now));
        Assert.All(Book.Activities, activity => Assert.True(activity.HappenedAt <= Now));
    }

    [Fact]
    public void Every_step_comes_after_the_one_before() =>
        Assert.All(Book.Deals, deal => Assert.Equal(deal.History.OrderBy(step => step.At), deal.History));

    [Fact]
    public void Every_stage_of_the_main_pipeline_has_a_column_to_look_at() =>
        Assert.All(Book.Pipelines[0].Stages, stage => Assert.InRange(Book.Deals.Count(deal => deal.IsOpen && deal.StageId == stage.Id), 10, 60));

    [Fact]
    public void March_and_september_are_the_rush()
    {
        var won = Book.Deals.Where(deal => deal.Status == DealStatus.Won).ToLookup(deal => deal.ClosedOn!.Value.Month);
        Assert.True(won[3].Count() > 2 * won[4].Count());
        Assert.True(won[9].Count() > 1.5 * won[8].Count());
        Assert.InRange(won.Sum(month => month.Count()) / (double)Book.Deals.Count(deal => !deal.IsOpen), 0.4, 0.62);
    }

    [Fact]
    public void This_month_has_won_and_lost_deals()
    {
        var closed = Book.Deals.Where(deal => deal.ClosedOn >= new DateOnly(2026, 11, 1)).ToLookup(deal => deal.Status);
        Assert.True(closed[DealStatus.Won].Count() >= 5 && closed[DealStatus.Lost].Count() >= 3);
    }

    [Fact]
    public void Tasks_lie_around_today()
    {
        var open = Book.Tasks.Where(task => !task.IsDone).ToList();
        Assert.Contains(open, task => task.IsOverdue(new DateOnly(2026, 11, 20)));
        Assert.Contains(open, task => task.DueOn == new DateOnly(2026, 11, 20));
        Assert.All(open, task => Assert.InRange(task.DueOn!.Value.DayNumber - new DateOnly(2026, 11, 20).DayNumber, -10, 30));
    }

    [Fact]
    public void The_other_company_is_another()
    {
        var other = Write(Kurosawa.Recipe);
        Assert.All(other.Deals, deal => Assert.Equal("USD", deal.Currency));
        Assert.Empty(other.Accounts.Select(pair => pair.Account.Name).Intersect(Book.Accounts.Select(pair => pair.Account.Name)));
    }

    private static DemoBook Write(DemoRecipe recipe) => DemoBook.Write(recipe, recipe.Size,
        new Tenant(Guid.Empty, recipe.Slug, recipe.Name, TenantStatus.Active, recipe.Locale, recipe.TimeZone, recipe.Currency, recipe.FiscalYearStart, "trial", recipe.BrandColour, true), "hash", Now);

    private static IEnumerable<string> Told(DemoBook book) =>
        book.Deals.Select(deal => $"{deal.Name} {deal.AmountMinor} {deal.Status} {deal.ClosedOn} {deal.UpdatedAt:O} {deal.NextStep}").Concat(book.Contacts.Select(contact => contact.FullName));
}
