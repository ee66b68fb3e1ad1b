using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Access.SignIn;
using Web.Tests.Support;

namespace Web.Tests.Walls;

/// <summary>The address names the company, and a credential opens the door of its own company only.</summary>
internal static class DoorChecks
{
    private const string Me = "/api/v1/tenant/auth/me";

    public static async Task OnlyTheAddressNamesTheCompanyAsync(Plot plot)
    {
        var (a, b) = (plot.People.A, plot.People.B);
        foreach (var header in new[] { "X-Forwarded-Host", "X-Host", "X-Original-Host", "X-Original-URL", "X-Rewrite-URL", "Forwarded", "X-Tenant" })
        {
            var page = await Caller.Nobody.GetAsync(plot.App, a.Host, "/sign-in", (header, header == "Forwarded" ? $"host={b.Host}" : header == "X-Tenant" ? b.Company.Tenant.Slug : b.Host));
            Assert.DoesNotContain(b.Canary, page.All);
            Assert.DoesNotContain(b.Company.Tenant.Slug, page.All);
            Assert.True(header == "X-Tenant" ? page.Status == 400 : page.Body.Contains(a.Canary, StringComparison.Ordinal), $"{header}: {page.Status}");
        }
        Assert.Equal(401, (await a.Owner.GetAsync(plot.App, TestApp.BaseDomain, Me, ("X-Tenant", a.Company.Tenant.Slug))).Status); // no cookies on the apex
        Assert.Equal(401, (await a.Program.GetAsync(plot.App, TestApp.BaseDomain, Me, ("X-Tenant", b.Company.Tenant.Slug))).Status);
        Assert.Equal(200, (await a.Program.GetAsync(plot.App, TestApp.BaseDomain, Me, ("X-Tenant", a.Company.Tenant.Slug))).Status);
    }

    public static async Task ACredentialOpensItsOwnDoorAsync(Plot plot)
    {
        var (a, b) = (plot.People.A, plot.People.B);
        foreach (var caller in new[] { a.Owner, a.Program })
        {
            Assert.Equal(200, (await caller.GetAsync(plot.App, a.Host, Me)).Status);
            foreach (var path in new[] { Me, "/api/v1/deals" })
            {
                var answer = await caller.GetAsync(plot.App, b.Host, path);
                Assert.True(answer.Status == 401, $"{path} at another company answered {answer.Status}");
                Assert.DoesNotContain(a.Canary, answer.All);
                Assert.DoesNotContain(b.Canary, answer.All);
            }
        }
        Assert.Equal(302, (await a.Owner.GetAsync(plot.App, b.Host, "/deals")).Status);
    }

    public static async Task AForgedTokenOpensNothingAsync(Plot plot)
    {
        var a = plot.People.A;
        var tokens = plot.App.Services.GetRequiredService<AccessToken>();
        var parts = a.Program.Token!.Split('.');
        var claims = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Convert.FromBase64String(Padded(parts[1])))!;
        string Changed(string claim, object value) => Encode(new Dictionary<string, object>(claims.ToDictionary(pair => pair.Key, pair => (object)pair.Value)) { [claim] = value });
        var forged = new Dictionary<string, string>
        {
            ["alg none"] = $"{Encode(new { alg = "none", typ = "at+jwt" })}.{parts[1]}.",
            ["alg none, signed"] = $"{Encode(new { alg = "none", typ = "at+jwt" })}.{parts[1]}.{parts[2]}",
            ["no signature"] = $"{parts[0]}.{parts[1]}.",
            ["another signature"] = $"{parts[0]}.{parts[1]}.{Convert.ToBase64String(new byte[32]).TrimEnd('=')}",
            ["another's subject"] = $"{parts[0]}.{Changed("sub", a.Company.People[Role.Admin])}.{parts[2]}",
            ["another audience"] = $"{parts[0]}.{Changed("aud", plot.People.B.Company.Id)}.{parts[2]}",
            ["a later end"] = $"{parts[0]}.{Changed("exp", 32503680000)}.{parts[2]}",
            ["a session of nobody"] = tokens.Issue(a.Company.Id, a.Company.People[Role.Owner], Guid.CreateVersion7()),
        };
        foreach (var (how, token) in forged)
            Assert.True((await Caller.WithToken(token).GetAsync(plot.App, a.Host, Me)).Status == 401, $"a token with {how} opened the door");
        Assert.Equal(200, (await a.Program.GetAsync(plot.App, a.Host, Me)).Status);
    }

    /// <summary>A form's token is of its own company, a sign-in's too, and a write needs one.</summary>
    public static async Task AFormIsOfItsOwnCompanyAsync(Plot plot)
    {
        var (a, b) = (plot.People.A, plot.People.B);
        var page = await Caller.Nobody.GetAsync(plot.App, a.Host, "/sign-in");
        var token = new HtmlParser().ParseDocument(page.Body).QuerySelector("form[action='/sign-in'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var cookie = page.Headers["Set-Cookie"].Split(';')[0];
        HttpContent Form() => new FormUrlEncodedContent([new("email", "nobody@example.com"), new("password", "x"), new("__RequestVerificationToken", token)]);
        Assert.Equal(422, (await Caller.Browser(cookie).SendAsync(plot.App, a.Host, "POST", "/sign-in", Form())).Status);
        Assert.Equal(400, (await Caller.Browser(cookie).SendAsync(plot.App, b.Host, "POST", "/sign-in", Form())).Status);
        Assert.Equal(400, (await a.Owner.SendAsync(plot.App, a.Host, "POST", "/api/v1/accounts", new { name = "Without a token" })).Status);
        Assert.Equal(400, (await a.Owner.SendAsync(plot.App, a.Host, "POST", $"/deals/{a.Deal}/won", new FormUrlEncodedContent([]))).Status);
    }

    public static async Task ASuspendedCompanyIsShutAsync(Plot plot)
    {
        var company = await TestTenant.MakeAsync(plot.App);
        var token = (await company.ProgramAsync(Role.Owner)).DefaultRequestHeaders.Authorization!.Parameter!;
        Assert.Equal(200, (await Caller.WithToken(token).GetAsync(plot.App, company.Host, Me)).Status);
        await plot.AsSuperuserAsync($"update app.tenants set status = 'suspended' where tenant_id = '{company.Id}'");
        var until = DateTime.UtcNow.AddSeconds(5);
        Answer answer;
        do
        {
            answer = await Caller.WithToken(token).GetAsync(plot.App, company.Host, Me);
            if (answer.Status == 200) await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        while (answer.Status == 200 && DateTime.UtcNow < until);
        Assert.Equal(403, answer.Status);
        Assert.Equal(403, (await Caller.Nobody.GetAsync(plot.App, company.Host, "/sign-in")).Status);
    }

    private static string Encode(object json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(json))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Padded(string text) => text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4);
}
