using Web.Access;
using Web.Crm.Accounts;
using Web.Crm.Activities;
using Web.Crm.Contacts;
using Web.Crm.Deals;
using Web.Crm.Notes;
using Web.Crm.Tasks;
using Web.Insights.Saved;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Demo;

/// <summary>Everything a demo company has, in memory, made by the records' own verbs.</summary>
internal sealed class DemoBook
{
    public List<Team> Teams { get; } = [];
    public List<Member> Members { get; } = [];
    public List<Pipeline> Pipelines { get; } = [];
    public List<(Account Account, DemoCustomer Customer)> Accounts { get; } = [];
    public List<Contact> Contacts { get; } = [];
    public List<Deal> Deals { get; } = [];
    public List<TaskItem> Tasks { get; } = [];
    public List<Note> Notes { get; } = [];
    public List<Activity> Activities { get; } = [];
    public List<SavedChart> Charts { get; } = [];

    /// <summary>The people who sell, with what the recipe says of them.</summary>
    public List<(Member Member, DemoPerson Person)> Sellers { get; } = [];

    public static DemoBook Write(DemoRecipe recipe, DemoSize size, Tenant tenant, string passwordHash, DateTimeOffset now)
    {
        var book = new DemoBook();
        var clock = new DemoClock(tenant.Calendar, now, new Dice(recipe.Seed));
        book.Hire(recipe, passwordHash, clock);
        foreach (var (plan, rank) in recipe.Pipelines.Zip(Rank.Spread(recipe.Pipelines.Count)))
            book.Pipelines.Add(Pipeline.Lay(plan.Name, rank, plan.Stages, clock.Beginning));
        book.MeetCustomers(recipe, size, clock);
        new DemoSales(recipe, book, clock).Sell(size.Deals);
        book.Charts.AddRange(DemoCharts.Of(recipe, book, clock));
        return book;
    }

    /// <summary>The same for a company that is there: its customers and deals, all of them the owner's, in the pipeline that it has.</summary>
    public static DemoBook WriteSample(DemoRecipe recipe, DemoSize size, Tenant tenant, Member owner, Pipeline pipeline, DateTimeOffset now)
    {
        var book = new DemoBook();
        var clock = new DemoClock(tenant.Calendar, now, new Dice(recipe.Seed));
        book.Sellers.Add((owner, new DemoPerson(owner.Name, "", Role.Owner, "", Share: 1)));
        book.Pipelines.Add(pipeline);
        book.MeetCustomers(recipe, size, clock);
        new DemoSales(recipe, book, clock).Sell(size.Deals);
        return book;
    }

    private void Hire(DemoRecipe recipe, string passwordHash, DemoClock clock)
    {
        foreach (var name in recipe.People.Select(person => person.Team).Distinct()) Teams.Add(new Team(Guid.CreateVersion7(clock.Beginning.At), name));
        foreach (var person in recipe.People)
        {
            var member = Member.Join(recipe.EmailOf(person), person.Name, person.Role, Teams.Find(team => team.Name == person.Team)!.Id, clock.Beginning.At);
            member.PasswordHash = passwordHash;
            if (person.Locale is not null) member.Prefer(person.Locale, member.Theme);
            Members.Add(member);
            if (person.Share > 0) Sellers.Add((member, person));
        }
    }

    private void MeetCustomers(DemoRecipe recipe, DemoSize size, DemoClock clock)
    {
        var dice = clock.Dice;
        foreach (var customer in recipe.Customers(dice).Take(size.Accounts))
        {
            var (owner, met) = (dice.Pick(Sellers, seller => seller.Person.Share).Member, clock.LongAgo());
            Accounts.Add((Account.Open(new AccountDetails
            {
                Name = customer.Name,
                NameKana = customer.Kana,
                Domain = customer.Domain,
                Website = $"https://{customer.Domain}/",
                Industry = customer.Industry,
                Employees = (int)dice.Spread(8, 4000),
                Address = new Address(Region: customer.Region, City: customer.City),
                OwnerId = owner.Id,
                Phones = [FormattableString.Invariant($"{(customer.English ? "+1 555" : "03-5550")}-{dice.Between(1000, 9999)}")],
                Tags = dice.Chance(0.2) ? [dice.Pick(Words.Phrases.Of(customer.English && recipe.Locale == "en").Tags)] : [],
            }, met with { By = owner.Id }), customer));
        }
        for (var i = 0; i < size.Contacts; i++)
        {
            var (account, customer) = i < Accounts.Count ? Accounts[i] : dice.Pick(Accounts);
            var details = Words.PeopleNames.At(customer, account.Id, account.OwnerId, i + 1, dice);
            Contacts.Add(Contact.Meet(details, clock.Within(account.CreatedAt, TimeSpan.FromDays(200)) with { By = account.OwnerId }));
        }
    }
}
