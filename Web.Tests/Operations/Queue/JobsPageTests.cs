using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Jobs;
using Web.Operations;
using Web.Operations.Queue;
using Web.Tests.Support;

namespace Web.Tests.Operations.Queue;

public sealed class JobsPageTests(TestInstallation installation)
{
    private const string Page = "/settings/jobs";

    [Fact]
    public async Task What_failed_says_why_and_is_tried_again_and_what_waits_is_given_up()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (failed, waiting) = await company.WorkAsync(db => Task.FromResult((db.EnqueueForCompany("mail.send", new { letter = Guid.CreateVersion7() }, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1)), db.EnqueueForCompany("test.waits", new { }, DateTimeOffset.UtcNow))));
        await company.WorkAsync(db => db.Jobs.Where(job => job.Id == failed.Id).ExecuteUpdateAsync(set => set
            .SetProperty(job => job.Status, JobStatus.Failed).SetProperty(job => job.Attempts, 5).SetProperty(job => job.Error, """{"status":403,"code":"job_member_gone","arguments":[],"faults":[]}""")));
        var browser = await company.BrowserAsync(Role.Owner);
        var page = await browser.OpenAsync(Page);
        var line = page.QuerySelectorAll("tbody tr")[0].TextContent;
        Assert.Contains("Sending a letter", line);
        Assert.Contains("Failed", line);
        Assert.Contains("may no longer", line);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(page, $"{Page}?handler=retry", ("id", failed.Id.ToString()))).StatusCode);
        await Eventually.TrueAsync(async () => await company.WorkAsync(db => db.Jobs.AnyAsync(job => job.Id == failed.Id && job.Status == JobStatus.Done)));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(page, $"{Page}?handler=giveUp", ("id", waiting.Id.ToString()))).StatusCode);
        Assert.Equal("job_given_up", JobError.Read((await company.WorkAsync(db => db.Jobs.AsNoTracking().SingleAsync(job => job.Id == waiting.Id))).Error!).Code);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(page, $"{Page}?handler=giveUp", ("id", waiting.Id.ToString()))).StatusCode);
        var other = await (await TestTenant.MakeAsync(installation)).BrowserAsync(Role.Owner);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync(await OtherAsync(other), $"{Page}?handler=retry", ("id", waiting.Id.ToString()))).StatusCode);
    }

    [Fact]
    public async Task An_operator_does_the_same_from_a_shell()
    {
        var company = await TestTenant.MakeAsync(installation);
        var job = await company.WorkAsync(db => Task.FromResult(db.EnqueueForCompany("test.waits", new { }, DateTimeOffset.UtcNow)));
        var services = installation.App.Services;
        await JobVerbs.ActAsync(services, company.Tenant.Slug, queue => queue.GiveUpAsync(job.Id, default), default);
        var list = "";
        await JobVerbs.ActAsync(services, company.Tenant.Slug, async queue => list = JobVerbs.Write(await queue.ListAsync(default)), default);
        Assert.Contains($"{job.Id}  failed   test.waits", list);
        Assert.Contains("job_given_up", list);
        await JobVerbs.ActAsync(services, company.Tenant.Slug, queue => queue.RetryAsync(job.Id, default), default);
        Assert.Equal(JobStatus.Queued, (await company.WorkAsync(db => db.Jobs.AsNoTracking().SingleAsync(one => one.Id == job.Id))).Status);
        await Assert.ThrowsAsync<StartRefusedException>(() => JobVerbs.ActAsync(services, "nobody-here", _ => Task.CompletedTask, default));
        await Assert.ThrowsAsync<StartRefusedException>(() => JobVerbs.ActAsync(services, company.Tenant.Slug, queue => queue.RetryAsync(Guid.CreateVersion7(), default), default));
    }

    /// <summary>A new kind of work is owed, or is put here.</summary>
    [Fact]
    public void Only_what_people_asked_for_is_given_up() => Assert.Equal(
        ["company.export", "dataset.load", "dataset.values", "mail.send", "review.examples", "sample.lay"],
        installation.App.Services.GetServices<JobKind>().Select(kind => kind.Name).Where(kind => !kind.StartsWith("test.", StringComparison.Ordinal) && !QueueActs.IsOwed(kind)).Order(StringComparer.Ordinal));

    /// <summary>Nobody should read <c>dataset.sweep</c>.</summary>
    [Fact]
    public void Every_kind_of_work_has_its_words()
    {
        var texts = installation.App.Services.GetRequiredService<IStringLocalizer<OperationsTexts>>();
        Assert.Equal([], installation.App.Services.GetServices<JobKind>().Where(kind => !kind.Name.StartsWith("test.", StringComparison.Ordinal) && texts["Job." + kind.Name].ResourceNotFound).Select(kind => kind.Name));
    }

    /// <summary>A page with a form, though this company has no failed job: the token is what counts.</summary>
    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> OtherAsync(Browser browser)
    {
        var page = await browser.OpenAsync("/settings/organisation");
        page.QuerySelector("form[action='/settings/organisation']")!.SetAttribute("action", $"{Page}?handler=retry");
        return page;
    }
}
