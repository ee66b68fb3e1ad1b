using System.Net;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Tests.Support;

namespace Web.Tests.Access.Passwords;

public sealed class PasswordPageTests(TestInstallation installation)
{
    private const string New = "vermilion otter on a kite", Page = "/settings/password";

    [Fact]
    public async Task The_old_password_opens_the_change_and_only_this_session_goes_on()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (browser, elsewhere) = (await company.BrowserAsync(Role.Member), await company.BrowserAsync(Role.Member));
        var answer = await browser.SubmitAsync(await browser.OpenAsync(Page), Page, ("current", TestTenant.Password), ("password", New));
        Assert.Equal($"{Page}?done=true", answer.Headers.Location?.OriginalString);
        Assert.Contains("Your password is changed", (await browser.OpenAsync($"{Page}?done=true")).Body!.TextContent);
        await Eventually.TrueAsync(async () => (await elsewhere.Client.GetAsync(Page)).StatusCode == HttpStatusCode.Redirect);
        await new Browser(company.Anonymous()).SignInAsync(TestTenant.EmailOf(Role.Member), New);
        Assert.NotNull(await company.NewestAsync(TestTenant.EmailOf(Role.Member), "Your password for"));
    }

    [Fact]
    public async Task Without_the_old_one_nothing_changes_and_guesses_are_counted()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Member);
        var page = await browser.OpenAsync(Page);
        for (var i = 0; i < 5; i++)
        {
            var answer = await browser.SubmitAsync(page, Page, ("current", "wrong"), ("password", New));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
        Assert.NotNull(await company.WorkAsync(db => db.Members.Where(member => member.Role == Role.Member).Select(member => member.LockoutEnd).SingleAsync()));
        var locked = await browser.SubmitAsync(page, Page, ("current", TestTenant.Password), ("password", New));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
        Assert.Null(await company.NewestAsync(TestTenant.EmailOf(Role.Member), "Your password for"));
    }

    [Fact]
    public async Task A_password_made_of_ones_own_name_is_refused_in_words()
    {
        var company = await TestTenant.MakeAsync(installation);
        var browser = await company.BrowserAsync(Role.Member);
        var answer = await browser.SubmitAsync(await browser.OpenAsync(Page), Page, ("current", TestTenant.Password), ("password", "test-company-1"));
        Assert.Contains("too close to your name", await answer.Content.ReadAsStringAsync());
    }
}
