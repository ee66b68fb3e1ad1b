using System.Net.Http.Headers;
using System.Net.Http.Json;
using Web.Access;
using Web.Tests.Operations;
using Web.Tests.Support;

namespace Web.Tests.Secrets;

/// <summary>Coming in: by sign-up, with a password, with tokens, by a letter that resets, by an invitation.</summary>
internal sealed partial class SecretFlows
{
    private async Task SignUpAsync()
    {
        var (slug, word) = ($"s{Guid.NewGuid():N}"[..20], Keep("password of a sign-up", Word()));
        var browser = new Browser(app.At("localhost"));
        (string, string)[] fields = [("company", "Halden Optics"), ("name", "Nora Lind"), ("email", "nora@example.com"), ("password", word), ("slug", slug)];
        await RefusedAsync(await browser.SubmitAsync(await browser.OpenAsync("/sign-up"), "/sign-up", [.. fields[..2], ("email", "no address"), .. fields[3..]]));
        await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync("/sign-up"), "/sign-up", fields));
        var door = new Browser(app.At($"{slug}.localhost"));
        var link = await LinkAsync("nora@example.com", "link that proves an address");
        KeepCookies("cookie of a session", await DoneAsync(await door.SubmitAsync(await door.OpenAsync(link), "/prove-address")));
        await door.Client.GetAsync(link);
    }

    private async Task SignInAsync()
    {
        foreach (var email in new[] { TestTenant.EmailOf(Role.Owner), "nobody-here@example.com" })
        {
            var wrong = Keep("password of somewhere else", Word());
            await RefusedAsync(await new Browser(company.Anonymous()).TrySignInAsync(email, wrong));
            await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email, password = wrong }));
            await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email, password = new[] { wrong } })); // of a shape that nobody reads
            await RefusedAsync(await company.Anonymous().PostAsync("/api/v1/tenant/auth/login", new StringContent($"{{\"email\": \"{email}\", \"password\": \"{wrong}", MediaTypeHeaderValue.Parse("application/json"))));
        }
        var browser = await BrowserAsync(Role.Owner);
        var (page, fresh) = (await browser.OpenAsync("/settings/password"), Keep("new password", Word()));
        await RefusedAsync(await browser.SubmitAsync(page, "/settings/password", ("current", Keep("password of somewhere else", Word())), ("password", fresh)));
        await RefusedAsync(await browser.SubmitAsync(await browser.OpenAsync("/settings/confirm"), "/settings/confirm", ("password", Keep("password of somewhere else", Word()))));
        await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync("/settings/confirm"), "/settings/confirm", ("password", TestTenant.Password)));
        var member = await BrowserAsync(Role.Manager);
        await DoneAsync(await member.SubmitAsync(await member.OpenAsync("/settings/password"), "/settings/password", ("current", TestTenant.Password), ("password", fresh)));
    }

    private async Task TokensAsync()
    {
        var program = company.Anonymous();
        var first = await JsonAsync(await program.PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(Role.Owner), password = TestTenant.Password }));
        var (access, refresh) = (Keep("access token", first.GetProperty("access_token").GetString()!), Keep("refresh token", first.GetProperty("refresh_token").GetString()!));
        var next = await JsonAsync(await program.PostAsJsonAsync("/api/v1/tenant/auth/refresh", new { refresh_token = refresh }));
        Keep("access token", next.GetProperty("access_token").GetString()!);
        Keep("refresh token", next.GetProperty("refresh_token").GetString()!);
        await RefusedAsync(await program.PostAsJsonAsync("/api/v1/tenant/auth/refresh", new { refresh_token = refresh })); // used before: somebody has stolen one of them
        program.DefaultRequestHeaders.Authorization = new("Bearer", access[..^4] + "AAAA");
        await RefusedAsync(await program.GetAsync("/api/v1/tenant/auth/me"));
        using var apex = app.Bare("localhost");
        apex.DefaultRequestHeaders.Authorization = new("Bearer", access);
        await apex.GetAsync("/api/v1/tenant/auth/me");
    }

    private async Task ResetAsync()
    {
        var address = TestTenant.EmailOf(Role.Viewer);
        var browser = new Browser(company.Anonymous());
        await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync("/forgot-password"), "/forgot-password", ("email", address)));
        var link = await LinkAsync(address, "link that resets a password");
        var (token, word) = (QueryOf(link), Keep("password after a reset", Word()));
        await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/reset_password", new { token = token + "x", password = word }));
        await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/reset_password", new { token, password = "short" }));
        await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync(link), "/reset-password", ("password", word)));
        await browser.Client.GetAsync(link);
        await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/reset_password", new { token, password = word }));
    }

    private async Task InviteAsync()
    {
        var owner = await company.ProgramAsync(Role.Owner);
        await DoneAsync(await owner.PostAsJsonAsync("/api/v1/tenant/users", new { email = "ito@example.com", role = "member" }));
        var link = await LinkAsync("ito@example.com", "link of an invitation");
        var browser = new Browser(company.Anonymous());
        await RefusedAsync(await browser.Client.GetAsync(link + "x"));
        await RefusedAsync(await browser.SubmitAsync(await browser.OpenAsync(link), link, ("name", ""), ("password", Keep("password of an invitation", Word()))));
        KeepCookies("cookie of a session", await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync(link), link, ("name", "Ito Ren"), ("password", Keep("password of an invitation", Word())))));
        await RefusedAsync(await company.Anonymous().GetAsync(link));
        await DoneAsync(await owner.PostAsJsonAsync("/api/v1/tenant/users", new { email = "nobody@example.com", role = "member" })); // whom the mail server does not know
        string? kept = null;
        await Eventually.TrueAsync(async () => (kept = (string?)await Rows.ScalarAsync(all, "select content::text from app.letters where address = 'nobody@example.com' and status = 'failed'")) is not null);
        Keep("link that could not be delivered", InvitationLink().Match(kept!).Groups["token"].Value);
    }
}
