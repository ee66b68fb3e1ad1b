using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.Risk;
using Web.Access.TwoFactor;
using Web.Tests.Access.TwoFactor;
using Web.Tests.Support;

namespace Web.Tests.Secrets;

/// <summary>What is asked for besides a password: codes, passkeys, a letter.</summary>
internal sealed partial class SecretFlows
{
    private async Task AuthenticatorAsync()
    {
        var browser = await BrowserAsync(Role.Analyst);
        await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync("/settings/security"), "/settings/security?handler=begin"));
        var page = await browser.OpenAsync("/settings/security/authenticator");
        var letters = page.QuerySelector("#manual-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var key = Base32.Decode(letters);
        secrets.Add(Secret.Of("authenticator key", letters, key));
        await RefusedAsync(await browser.SubmitAsync(page, "/settings/security/authenticator", ("code", "000000")));
        var confirmed = await DoneAsync(await browser.SubmitAsync(page, "/settings/security/authenticator", ("code", TimeCode.At(key, TimeCode.StepOf(DateTimeOffset.UtcNow)))));
        KeepCookies("cookie of a session", confirmed);
        var codes = await CodesOfAsync(confirmed);
        var login = new { email = TestTenant.EmailOf(Role.Analyst), password = TestTenant.Password };
        await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", login));
        await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { login.email, login.password, code = codes[0][..^1] + (codes[0][^1] == 'A' ? 'B' : 'A') }));
        var tokens = await JsonAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { login.email, login.password, code = codes[0] }));
        Keep("access token", tokens.GetProperty("access_token").GetString()!);
        var second = new Browser(company.Anonymous());
        KeepCookies("cookie of a first step", await second.TrySignInAsync(login.email, login.password));
        await RefusedAsync(await second.SubmitAsync(await second.OpenAsync("/sign-in/second-factor"), "/sign-in/second-factor", ("code", codes[0])));
        KeepCookies("cookie of a session", await DoneAsync(await second.SubmitAsync(await second.OpenAsync("/sign-in/second-factor"), "/sign-in/second-factor", ("code", codes[1]))));
        await CodesOfAsync(await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync("/settings/security/codes"), "/settings/security/codes")));
    }

    private async Task<IReadOnlyList<string>> CodesOfAsync(HttpResponseMessage answer)
    {
        List<string> codes = [.. new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelectorAll(".codes code").Select(code => code.TextContent)];
        Assert.Equal(RecoveryCode.Count, codes.Count);
        foreach (var code in codes.SelectMany(code => new[] { code, code.Replace("-", "", StringComparison.Ordinal) })) Keep("recovery code", code);
        return codes;
    }

    private async Task PasskeyAsync()
    {
        using var device = new SoftAuthenticator(company.Host);
        await DoneAsync(await PasskeyTests.AddAsync(await BrowserAsync(Role.Member), device));
        KeepCookies("cookie of a session", await DoneAsync(await PasskeyTests.SignInAsync(new Browser(company.Anonymous()), device)));
        device.VerifiesUser = false;
        await RefusedAsync(await PasskeyTests.SignInAsync(new Browser(company.Anonymous()), device));
    }

    private async Task HeldByMailAsync()
    {
        await company.WorkAsync(db =>
        {
            db.RiskRules.Add(RiskRules.Begin(DateTimeOffset.UtcNow)).Entity.Set(null, RiskLevel.Medium, null, DateTimeOffset.UtcNow);
            return Task.FromResult(true);
        });
        var browser = new Browser(company.Anonymous());
        KeepCookies("cookie of a first step", await browser.TrySignInAsync(TestTenant.EmailOf(Role.Compliance), TestTenant.Password));
        var link = await LinkAsync(TestTenant.EmailOf(Role.Compliance), "link that ends a sign-in");
        var stranger = new Browser(company.Anonymous());
        await RefusedAsync(await stranger.SubmitAsync(await stranger.OpenAsync(link), "/sign-in/mail"));
        KeepCookies("cookie of a session", await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync(link), "/sign-in/mail")));
        await company.WorkAsync(db => db.RiskRules.ExecuteDeleteAsync());
    }
}
