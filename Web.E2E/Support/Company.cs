using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Access.Seats;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Crm;
using Web.Crm.Deals;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Tests.Support;

namespace Web.E2E.Support;

/// <summary>A company with its people, and deals that they won, lost or still hope for this year.</summary>
public sealed class Company
{
    public const string Password = "correct horse battery staple";
    private readonly TestApp app;

    private Company(TestApp app, Tenant tenant) => (this.app, Tenant) = (app, tenant);

    public Tenant Tenant { get; }

    public string Slug => Tenant.Slug;

    public DateOnly Today => Tenant.Calendar.DateOf(DateTimeOffset.UtcNow);

    public static Task<Company> AobaAsync(TestApp app) => MakeAsync(app, "aoba", "青葉計測", "ja", "#23498a", 40, 1_000_000,
        [("saeki@example.com", "佐伯 美咲", Role.Manager, null), ("takanashi@example.com", "高梨 亮", Role.Member, null), ("ortiz@example.com", "Daniel Ortiz", Role.Member, "en")]);

    public static Task<Company> HaldenAsync(TestApp app) => MakeAsync(app, "halden", "Halden Optics", "en", "#2f6b4f", 7, 3_333_000,
        [("nora@example.com", "Nora Lind", Role.Owner, null), ("reset@example.com", "Ivar Moe", Role.Member, null)]);

    /// <summary>One that no other journey knows, for what concerns all of it.</summary>
    public static Task<Company> FoundAsync(TestApp app, string slug) => MakeAsync(app, slug, "Kestrel Lenses", "en", "#2f6b4f", 2, 1_000_000, [("nora@example.com", "Nora Lind", Role.Owner, null)]);

    /// <summary>Does <paramref name="act"/> in one unit of work of this company.</summary>
    public async Task<T> WorkAsync<T>(Func<AppDb, Task<T>> act)
    {
        await using var services = app.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(Tenant.Id);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        await using var work = await db.BeginAsync(readOnly: false, default);
        var result = await act(db);
        await db.SaveChangesAsync();
        await work.CommitAsync();
        return result;
    }

    /// <summary>Somebody new, whom no other journey knows.</summary>
    /// <returns>Their e-mail address.</returns>
    public Task<string> HireAsync(Role role, string locale) => WorkAsync(async db =>
    {
        var member = Member.Join($"p{Guid.NewGuid():N}@example.com", locale == "ja" ? "森 千尋" : "Robin Hale", role, null, DateTimeOffset.UtcNow);
        member.PasswordHash = app.Services.GetRequiredService<PasswordHash>().HashPassword(null!, Password);
        member.Prefer(locale, "system");
        db.Members.Add(member);
        (await Seating.HoldAsync(db, DateTimeOffset.UtcNow, default)).Give(member);
        return member.Email;
    });

    /// <summary>As if this person had signed in an hour ago.</summary>
    public async Task AgeProofsAsync(string email)
    {
        var sessions = await WorkAsync(async db =>
        {
            var member = await db.Members.Where(one => one.Email == email).Select(one => one.Id).SingleAsync();
            await db.Sessions.Where(one => one.MemberId == member).ExecuteUpdateAsync(set => set.SetProperty(one => one.ProvedAt, DateTimeOffset.UtcNow.AddHours(-1)));
            return await db.Sessions.Where(one => one.MemberId == member).Select(one => one.Id).ToListAsync();
        });
        foreach (var session in sessions) app.Services.GetRequiredService<LiveSessions>().Forget(Tenant.Id, session);
    }

    private static async Task<Company> MakeAsync(
        TestApp app, string slug, string name, string locale, string colour, int deals, long amount, (string Email, string Name, Role Role, string? Locale)[] people)
    {
        var tenant = new Tenant(Guid.CreateVersion7(), slug, name, TenantStatus.Active, locale, "Asia/Tokyo", "JPY", 4, "trial", colour, Demo: true);
        var company = new Company(app, tenant);
        await company.WorkAsync(async db =>
        {
            await db.AddTenantAsync(tenant, default);
            var seats = await Seating.HoldAsync(db, DateTimeOffset.UtcNow, default);
            var hash = app.Services.GetRequiredService<PasswordHash>().HashPassword(null!, Password);
            List<Guid> members = [];
            foreach (var person in people)
            {
                var member = Member.Join(person.Email, person.Name, person.Role, null, DateTimeOffset.UtcNow);
                member.PasswordHash = hash;
                member.Prefer(person.Locale, "system");
                db.Members.Add(member);
                seats.Give(member);
                members.Add(member.Id);
            }
            await db.SaveChangesAsync();
            var pipeline = Pipeline.Lay("Sales", Rank.First, [new("引合い", 10), new("見積", 50), new("交渉", 80)], company.Now(0));
            db.Pipelines.Add(pipeline);
            await db.SaveChangesAsync();
            foreach (var (deal, _) in company.Deals(pipeline, members, deals, amount)) db.Deals.Add(deal);
            return true;
        });
        return company;
    }

    private Moment Now(int daysAgo) => Moment.Of(null, DateTimeOffset.UtcNow.AddDays(-daysAgo), Tenant.Calendar);

    /// <summary>Two of four are won, one is lost, one is open; the days lie between the first of January and today.</summary>
    private IEnumerable<(Deal Deal, int Number)> Deals(Pipeline pipeline, List<Guid> members, int count, long amount)
    {
        var ranks = Rank.Spread(count).ToList();
        for (var i = 0; i < count; i++)
        {
            var daysAgo = (Today.DayOfYear - 1) * i / Math.Max(1, count - 1);
            var now = Now(daysAgo);
            var deal = Deal.Open($"{Tenant.Name} {i + 1}", pipeline.Stages[i % 3], ranks[i], "JPY", members[i % members.Count], now);
            deal.Revalue(Money.OfMajor(amount + (i * 137_000L), "JPY"), now);
            if (i % 4 is 0 or 1) deal.Win(now);
            else if (i % 4 == 2) deal.Lose("price", now);
            yield return (deal, i);
        }
    }
}
