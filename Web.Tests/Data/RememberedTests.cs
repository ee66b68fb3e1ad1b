using Web.Access;
using Web.Crm;
using Web.Data;
using Web.Tests.Support;

namespace Web.Tests.Data;

public sealed class RememberedTests(TestInstallation installation) : IDisposable
{
    private readonly Remembered remembered = new(new Caches());
    private readonly (Guid A, Guid B) companies = (Guid.CreateVersion7(), Guid.CreateVersion7());

    public void Dispose() => remembered.Dispose();

    [Fact]
    public async Task Each_company_is_read_once_and_knows_its_own()
    {
        Assert.Equal("a", await GetAsync(companies.A, "a"));
        Assert.Equal("b", await GetAsync(companies.B, "b"));
        Assert.Equal(("a", "b"), (await GetAsync(companies.A, "new"), await GetAsync(companies.B, "new")));
    }

    [Fact]
    public async Task What_is_told_of_one_company_is_forgotten_of_that_one()
    {
        await GetAsync(companies.A, "a");
        await GetAsync(companies.B, "b");
        Heard(companies.A.ToString());
        Heard("nonsense");
        Assert.Equal(("new", "b"), (await GetAsync(companies.A, "new"), await GetAsync(companies.B, "new")));
    }

    [Fact]
    public async Task Where_the_line_was_down_nothing_is_known()
    {
        await GetAsync(companies.A, "a");
        ((IListens)remembered).MayHaveMissed();
        Assert.Equal("new", await GetAsync(companies.A, "new"));
    }

    [Fact]
    public async Task What_was_being_read_while_it_changed_is_not_kept()
    {
        var late = new TaskCompletionSource<string>();
        var reading = remembered.GetAsync(companies.A, _ => late.Task, TestContext.Current.CancellationToken);
        Heard(companies.A.ToString());
        late.SetResult("old");
        Assert.Equal("old", await reading);
        Assert.Equal("new", await GetAsync(companies.A, "new"));
    }

    [Fact]
    public async Task A_unit_that_changes_people_sees_its_own_change_and_so_does_the_next()
    {
        var company = await TestTenant.MakeAsync(installation);
        Assert.DoesNotContain("Newcomer", await company.WorkAsync(NamesAsync));
        await company.WorkAsync(async db =>
        {
            db.Members.Add(Member.Join("new@example.com", "Newcomer", Role.Member, null, DateTimeOffset.UtcNow));
            await db.SaveChangesAsync();
            Assert.Contains("Newcomer", await NamesAsync(db));
            return true;
        });
        Assert.Contains("Newcomer", await company.WorkAsync(NamesAsync));

        static async Task<IEnumerable<string>> NamesAsync(AppDb db) => (await db.PeopleAsync(TestContext.Current.CancellationToken)).Active.Select(person => person.Name);
    }

    private void Heard(string message) => ((IListens)remembered).Heard(message);

    private ValueTask<string> GetAsync(Guid company, string found) => remembered.GetAsync(company, _ => Task.FromResult(found), TestContext.Current.CancellationToken);
}
