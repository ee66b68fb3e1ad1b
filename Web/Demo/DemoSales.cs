using Web.Access;
using Web.Crm;
using Web.Crm.Accounts;
using Web.Crm.Contacts;
using Web.Crm.Deals;
using Web.Demo.Words;
using Web.Kernel;

namespace Web.Demo;

/// <summary>Plays three years of selling: deals are opened, moved, won and lost, with the season and the people's luck.</summary>
internal sealed class DemoSales
{
    private const int MostOpenInStage = 32;
    private readonly DemoRecipe recipe;
    private readonly DemoBook book;
    private readonly DemoClock clock;
    private readonly Dice dice;
    private readonly DemoDesk desk;
    private readonly ILookup<Guid?, Contact> people;
    private readonly Dictionary<Guid, string> foot = [];

    public DemoSales(DemoRecipe recipe, DemoBook book, DemoClock clock)
    {
        (this.recipe, this.book, this.clock, dice) = (recipe, book, clock, clock.Dice);
        desk = new DemoDesk(book, clock);
        people = book.Contacts.ToLookup(contact => contact.AccountId);
    }

    public void Sell(int count)
    {
        var stages = book.Pipelines.SelectMany((pipeline, i) => pipeline.Stages.Select((_, reached) => (Pipeline: pipeline, Reached: reached, Share: recipe.Pipelines[i].Share))).ToList();
        var open = Math.Min(count / 8, stages.Count * MostOpenInStage);
        for (var i = 0; i < open; i++)
        {
            var (pipeline, reached, _) = dice.Pick(stages, stage => stage.Share * (8 - stage.Reached));
            PlayOpen(pipeline, reached);
        }
        var months = Months();
        for (var i = open; i < count; i++) PlayClosed(dice.Pick(months, month => month.Weight).First);
    }

    private void PlayOpen(Pipeline pipeline, int reached)
    {
        var age = (int)dice.Spread(3, 40) + reached * dice.Between(6, 22);
        var stale = dice.Chance(0.14) ? dice.Between(15, 40) : 0;
        var begun = clock.At(DemoClock.WorkingDay(clock.Today.AddDays(-age - stale), DateOnly.MinValue));
        var part = Open(begun, pipeline);
        var now = Advance(part, reached, clock.Today.AddDays(-stale - dice.Between(0, Math.Max(1, age / 3))));
        var deal = part.Deal;
        deal.Expect(clock.Today.AddDays(dice.Between(-6, 25) + (pipeline.Stages.Count - reached) * dice.Between(8, 24)), now);
        if (stale == 0 && dice.Chance(0.9)) deal.PlanNextStep(dice.Pick(part.Words.NextSteps), clock.Today.AddDays(dice.Between(-3, 16)), now);
        desk.Accompany(part, now);
        desk.PlanAhead(part);
    }

    private void PlayClosed(DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        var day = month.AddDays(dice.Between(0, (last < clock.Today ? last : clock.Today).DayNumber - month.DayNumber));
        var closed = clock.At(DemoClock.WorkingDay(day, month));
        var pipeline = dice.Pick(book.Pipelines, one => recipe.Pipelines[book.Pipelines.IndexOf(one)].Share);
        var part = Open(clock.At(DemoClock.WorkingDay(closed.Today.AddDays(-(int)dice.Spread(12, 190)), DateOnly.MinValue)), pipeline);
        var won = dice.Chance(0.47 + part.Seller.Luck + (part.Customer.English ? -0.04 : 0.02));
        var reached = won || dice.Chance(0.35) ? pipeline.Stages.Count - 1 : dice.Between(0, pipeline.Stages.Count - 2);
        part.Deal.Expect(closed.Today.AddDays(dice.Between(-20, 25)), part.Begun);
        Advance(part, reached, closed.Today);
        var now = closed with { By = part.Owner.Id };
        if (part.Deal.UpdatedAt > now.At) now = now with { At = part.Deal.UpdatedAt.AddMinutes(5) };
        desk.Accompany(part, now);
        if (won) part.Deal.Win(now);
        else part.Deal.Lose(dice.Pick(recipe.LostReasons, reason => reason.Weight).Reason, now);
    }

    private Part Open(Moment begun, Pipeline pipeline)
    {
        var (account, customer) = dice.Pick(book.Accounts);
        var home = book.Sellers.Find(seller => seller.Member.Id == account.OwnerId);
        var (owner, seller) = dice.Chance(0.75) ? home : dice.Pick(book.Sellers, one => one.Person.Share);
        var words = Phrases.Of(customer.English);
        var product = dice.Pick(recipe.Products);
        var now = begun with { By = owner.Id };
        var name = string.Format(System.Globalization.CultureInfo.InvariantCulture, dice.Pick(words.DealShapes), customer.English ? product.EnglishName : product.Name);
        var deal = Deal.Open(name, pipeline.Stages[0], NextPlace(pipeline.Stages[0]), recipe.Currency, owner.Id, now);
        deal.SellTo(account.Id, now);
        var involved = people[account.Id].Take(dice.Between(1, 3)).ToList();
        deal.Involve([.. involved.Select(contact => (contact.Id, (string?)dice.Pick(words.Roles)))], now);
        Price(deal, product, customer.English, now);
        if (dice.Chance(0.18)) deal.Tag([dice.Pick(words.Tags)], now);
        book.Deals.Add(deal);
        return new Part(deal, pipeline, account, customer, owner, seller, words, involved, now);
    }

    private void Price(Deal deal, DemoProduct product, bool english, Moment now)
    {
        var factor = (double)Money.Factor(recipe.Currency);
        var piece = Rounded(dice.Spread(product.Low, product.High) * factor);
        var pieces = dice.Between(1, product.MostPieces);
        if (!dice.Chance(0.3))
        {
            deal.Revalue(new Money(piece * pieces, recipe.Currency), now);
            return;
        }
        deal.Quote(
            [
                (english ? product.EnglishName : product.Name, pieces, new Money(piece, recipe.Currency)),
                (english ? "Delivery and set-up" : "据付・調整", 1, new Money(Rounded(piece * pieces * 0.08), recipe.Currency)),
            ], now);
    }

    /// <summary>Walks the stages up to one, ending on a day.</summary>
    private Moment Advance(Part part, int reached, DateOnly until)
    {
        var now = part.Begun;
        var days = Math.Max(0, until.DayNumber - now.Today.DayNumber);
        for (var i = 1; i <= reached; i++)
        {
            var next = clock.At(DemoClock.WorkingDay(part.Begun.Today.AddDays(days * i / (reached + 1)), now.Today)) with { By = part.Owner.Id };
            now = next.At > now.At ? next : now with { At = now.At.AddMinutes(20) };
            if (i == 2 && dice.Chance(0.3) && part.Deal.Amount is { } amount) part.Deal.Revalue(amount with { Minor = Rounded(amount.Minor * (0.85 + dice.Next() * 0.3)) }, now);
            part.Deal.MoveTo(part.Pipeline.Stages[i], NextPlace(part.Pipeline.Stages[i]), now);
        }
        return now;
    }

    private long Rounded(double minor) => Math.Max(1, (long)Math.Round(minor / recipe.PriceStep)) * recipe.PriceStep;

    private string NextPlace(Stage stage) => foot[stage.Id] = Rank.Between(foot.GetValueOrDefault(stage.Id), null);

    private List<(DateOnly First, double Weight)> Months()
    {
        var first = new DateOnly(clock.Today.Year, clock.Today.Month, 1);
        return [.. Enumerable.Range(0, 37).Select(back => first.AddMonths(-back)).Select((month, back) => (month,
            recipe.Season[month.Month - 1] * (1.3 - back * 0.014) * (back == 0 ? clock.Today.Day / 30.0 : 1)))];
    }
}

/// <summary>A deal that is being played, and who is in it.</summary>
internal sealed record Part(
    Deal Deal, Pipeline Pipeline, Account Account, DemoCustomer Customer, Member Owner, DemoPerson Seller, Phrases Words, IReadOnlyList<Contact> People, Moment Begun);
