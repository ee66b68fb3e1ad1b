using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.ApiKeys;
using Web.Jobs;
using Web.Mail;
using Web.Tests.Support;

namespace Web.Tests.Access.ApiKeys;

public sealed class KeyEndTests(TestInstallation installation)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);
    private readonly DateTimeOffset end = DateTimeOffset.UtcNow.AddDays(30);

    [Theory]
    [InlineData("en", "Your API key for Test Company ends on", "From then on, programs that use it are refused.")]
    [InlineData("ja", "Test CompanyのAPIキーの期限が近づいています", "このキーを使うプログラムは接続できなくなります")]
    public async Task Its_maker_is_told_a_week_and_a_day_before_once_each(string language, string subject, string text)
    {
        var company = await TestTenant.MakeAsync(installation, locale: language);
        await MakeAsync(company, Role.Analyst, "Nightly", end);
        Assert.Equal(end.AddDays(-7), await NextAsync(company), Moment);
        await LookAsync(company, end.AddDays(-7) - Moment);
        Assert.Empty(await LettersAsync(company));

        await company.WorkAsync(db => db.Jobs.Where(job => job.Kind == KeyEndWork.Kind).ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, JobStatus.Done))); // it runs now
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LookAsync(company, end.AddDays(-7) + Moment)));
        var letter = Assert.Single(await LettersAsync(company));
        Assert.Equal(TestTenant.EmailOf(Role.Analyst), letter.Address);
        Assert.StartsWith(subject, letter.Subject, StringComparison.Ordinal);
        Assert.EndsWith("Nightly", letter.Subject, StringComparison.Ordinal);
        Assert.Contains(text, string.Join('\n', letter.Words!.Paragraphs));
        Assert.Equal($"http://{company.Host}/settings/api-keys", letter.Words.Link);
        Assert.Equal(end.AddDays(-1), await NextAsync(company), Moment); // it comes back

        foreach (var left in new[] { TimeSpan.FromDays(3), TimeSpan.FromDays(1) + Moment }) await LookAsync(company, end - left);
        Assert.Single(await LettersAsync(company));
        for (var i = 0; i < 2; i++) await LookAsync(company, end.AddDays(-1) + Moment);
        Assert.Equal(2, (await LettersAsync(company)).Count);
        await LookAsync(company, end + Moment);
        Assert.Equal(2, (await LettersAsync(company)).Count);
    }

    [Fact]
    public async Task An_instance_that_comes_too_late_for_one_tells_once_and_a_short_life_begins_without_a_warning()
    {
        var company = await TestTenant.MakeAsync(installation);
        await MakeAsync(company, Role.Analyst, "Late", end);
        await MakeAsync(company, Role.Manager, "Three days", DateTimeOffset.UtcNow.AddDays(3));
        await MakeAsync(company, Role.Admin, "Half a day", DateTimeOffset.UtcNow.AddHours(12));
        await MakeAsync(company, Role.Admin, "Endless", null);
        await LookAsync(company, DateTimeOffset.UtcNow);
        Assert.Empty(await LettersAsync(company));
        await LookAsync(company, DateTimeOffset.UtcNow.AddDays(2) + Moment);
        Assert.Equal(TestTenant.EmailOf(Role.Manager), Assert.Single(await LettersAsync(company)).Address);
        for (var i = 0; i < 2; i++) await LookAsync(company, end.AddHours(-5)); // both of its letters would be due
        Assert.Equal(2, (await LettersAsync(company)).Count);
        Assert.Null(await company.WorkAsync(db => db.ApiKeys.Where(key => key.Name == "Endless").Select(key => key.EndTold).SingleAsync()));
    }

    [Fact]
    public async Task Of_a_key_whose_maker_can_be_told_nothing_the_owners_are_and_of_a_revoked_one_nobody()
    {
        var company = await TestTenant.MakeAsync(installation);
        await MakeAsync(company, Role.Analyst, "Orphan", end);
        await company.WorkAsync(db => db.Members.Where(member => member.Role == Role.Analyst).ExecuteUpdateAsync(set => set.SetProperty(member => member.DeactivatedAt, DateTimeOffset.UtcNow)));
        await LookAsync(company, end.AddDays(-7) + Moment);
        Assert.Empty(await LettersAsync(company)); // it ended with its maker
        await company.WorkAsync(db => db.ApiKeys.ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, (DateTimeOffset?)null)));
        await LookAsync(company, end.AddDays(-7) + Moment);
        var letter = Assert.Single(await LettersAsync(company));
        Assert.Equal(TestTenant.EmailOf(Role.Owner), letter.Address);
        Assert.Contains("The Analyst, who made it", string.Join('\n', letter.Words!.Paragraphs));
    }

    private static async Task MakeAsync(TestTenant company, Role role, string name, DateTimeOffset? end)
    {
        using var answer = await (await company.ProgramAsync(role)).PostAsJsonAsync("/api/v1/tenant/api-keys", new { name, expires_at = end });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private Task LookAsync(TestTenant company, DateTimeOffset now) => Later.RunAsync<KeyEndWork>(installation, company, now);

    private static Task<DateTimeOffset> NextAsync(TestTenant company) => company.WorkAsync(db => db.Jobs.Where(job => job.Kind == KeyEndWork.Kind && job.Status == JobStatus.Queued).MinAsync(job => job.DueAt));

    private static Task<List<PostedLetter>> LettersAsync(TestTenant company) => company.WorkAsync(db => db.Letters.AsNoTracking().Where(letter => letter.Content != null).ToListAsync());
}
