using System.Net;
using Web.Mail;
using Web.Tests.Support;

namespace Web.Tests.Mail;

public sealed class MailboxPageTests(TestInstallation installation)
{
    [Fact]
    public async Task A_companys_mailbox_shows_its_own_letters_newest_first_and_the_apex_none()
    {
        var (company, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        foreach (var word in new[] { "first", "second" }) await PostAsync(company, word);
        await PostAsync(other, "foreign");
        var page = await new Browser(company.Anonymous()).OpenAsync("/dev/mailbox");
        Assert.Equal(["Hello second", "Hello first"], page.QuerySelectorAll("article h2").Select(head => head.TextContent));
        var apex = await new Browser(installation.App.At(TestApp.BaseDomain)).OpenAsync("/dev/mailbox");
        Assert.Empty(apex.QuerySelectorAll("article"));
        await Eventually.TrueAsync(async () => (await new Browser(company.Anonymous()).OpenAsync("/dev/mailbox")).Body!.TextContent.Contains("Sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task There_is_none_where_a_mail_server_is_set()
    {
        var app = new TestApp(new Dictionary<string, string?>(installation.Settings) { ["Mail:Host"] = "127.0.0.1", ["Mail:From"] = "a@mail.example", ["Jobs:Workers"] = "0" });
        try
        {
            var company = await TestTenant.MakeAsync(app);
            Assert.Equal(HttpStatusCode.NotFound, (await company.Anonymous().GetAsync("/dev/mailbox", TestContext.Current.CancellationToken)).StatusCode);
        }
        finally
        {
            await app.StopAsync();
        }
    }

    private static Task PostAsync(TestTenant company, string word) => company.WorkAsync(db =>
        Task.FromResult(db.Post(Letter.To("saeki@example.com", "en").About<TestLetters>("Letter.Bare", word), DateTimeOffset.UtcNow)));
}
