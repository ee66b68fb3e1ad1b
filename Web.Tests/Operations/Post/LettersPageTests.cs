using System.Net;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Mail;
using Web.Tests.Mail;
using Web.Tests.Support;

namespace Web.Tests.Operations.Post;

public sealed class LettersPageTests(TestInstallation installation)
{
    private const string Page = "/settings/mail";

    [Fact]
    public async Task Letters_show_how_they_stand_and_never_what_is_in_them_and_a_failed_one_goes_again()
    {
        var company = await TestTenant.MakeAsync(installation);
        var letter = await company.WorkAsync(db => Task.FromResult(db.Post(Letter.To("nobody@example.com", "en").About<TestLetters>("Letter.Trial", "Halden").Opening(new Uri("http://halden.example/x?token=very-secret")), DateTimeOffset.UtcNow)));
        await Eventually.TrueAsync(async () => await company.WorkAsync(db => db.Letters.AnyAsync(one => one.Id == letter.Id && one.Status == LetterStatus.Sent)));
        await company.WorkAsync(db => db.Letters.Where(one => one.Id == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, LetterStatus.Failed).SetProperty(one => one.Problem, "refused").SetProperty(one => one.Said, "550 no such <b>mailbox</b>")));
        var browser = await company.BrowserAsync(Role.Admin);
        var page = await browser.OpenAsync(Page);
        var line = page.QuerySelector("tbody tr")!;
        Assert.Contains("nobody@example.com", line.TextContent);
        Assert.Contains("550 no such <b>mailbox</b>", line.TextContent);
        Assert.DoesNotContain("very-secret", page.DocumentElement.OuterHtml);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(page, Page)).StatusCode);
        await Eventually.TrueAsync(async () => await company.WorkAsync(db => db.Letters.AnyAsync(one => one.Id == letter.Id && one.Status == LetterStatus.Sent && one.Attempts == 2)));
        Assert.Null((await browser.OpenAsync(Page)).QuerySelector("tbody form"));
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(page, Page)).StatusCode);
        await company.WorkAsync(db => db.Letters.Where(one => one.Id == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, LetterStatus.Failed).SetProperty(one => one.GoodUntil, DateTimeOffset.UtcNow.AddMinutes(-1))));
        Assert.Null((await browser.OpenAsync(Page)).QuerySelector("tbody form")); // its link has ended, so nobody is sent it again
    }
}
