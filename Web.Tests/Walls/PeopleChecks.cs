using System.Net;
using Web.Access;

namespace Web.Tests.Walls;

/// <summary>Within one company: each role keeps to its rights, and what is one person's is no other's.</summary>
internal static class PeopleChecks
{
    public static async Task EachRoleKeepsToItsRightsAsync(Plot plot)
    {
        var a = plot.People.A;
        foreach (var path in new[] { "/deals", "/deals/board", "/accounts", "/api/v1/deals", $"/api/v1/deals/{a.Deal}", "/api/v1/datasets/crm_deals" })
        {
            var refused = await a.Compliance.GetAsync(plot.App, a.Host, path);
            Assert.True(refused.Status == 403, $"compliance got {refused.Status} for {path}");
            Assert.DoesNotContain(a.Canary, refused.Body);
        }
        Assert.Equal(200, (await a.Viewer.GetAsync(plot.App, a.Host, "/api/v1/deals")).Status);
        foreach (var (method, path) in new[] { ("GET", "/deals/new"), ("GET", $"/deals/{a.Deal}/edit"), ("GET", "/ask"), ("POST", "/api/v1/deals"), ("DELETE", $"/api/v1/deals/{a.Deal}"), ("POST", "/api/v1/pipelines") })
            Assert.True((await a.Viewer.SendAsync(plot.App, a.Host, method, path, method == "GET" ? null : new { })).Status == 403, $"a viewer may {method} {path}");
        foreach (var path in new[] { "/", "/deals", "/settings/preferences", "/api/v1/deals", "/api/v1/tenant/auth/me", "/events" })
            Assert.True((await Caller.Nobody.GetAsync(plot.App, a.Host, path)).Status is 302 or 401, $"{path} is open to everybody");
    }

    public static async Task WhatIsOnePersonsIsNoOthersAsync(Plot plot)
    {
        var a = plot.People.A;
        var own = await a.Owner.GetAsync(plot.App, a.Host, $"/ask?c={a.Conversation}");
        Assert.Equal(200, own.Status);
        Assert.Contains("deals of " + a.Canary, own.Body);
        foreach (var path in new[] { $"/ask?c={a.Conversation}", "/ask" })
            Assert.DoesNotContain("deals of " + a.Canary, (await a.Manager.GetAsync(plot.App, a.Host, path)).Body);
        Assert.Contains("The Owner", (await a.Owner.GetAsync(plot.App, a.Host, "/api/v1/tenant/auth/me")).Body);
        Assert.Contains("The Viewer", (await a.Viewer.GetAsync(plot.App, a.Host, "/api/v1/tenant/auth/me")).Body);
    }

    /// <summary>Ended here, it is dead at once; ended elsewhere, within seconds.</summary>
    public static async Task AnEndedSessionIsDeadAsync(Plot plot)
    {
        var company = plot.People.A.Company.At(plot.App);
        using var program = await company.ProgramAsync(Role.Analyst);
        using var other = await company.ProgramAsync(Role.Analyst);
        var tokens = new[] { program, other }.Select(client => client.DefaultRequestHeaders.Authorization!.Parameter!).ToArray();
        Assert.Equal(HttpStatusCode.NoContent, (await program.PostAsync("/api/v1/tenant/auth/logout", null, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(401, await StatusAsync(tokens[0]));
        Assert.Equal(200, await StatusAsync(tokens[1]));
        await plot.AsSuperuserAsync($"update app.sessions set ended_at = now() where tenant_id = '{company.Id}' and member_id = '{company.People[Role.Analyst]}'");
        var until = DateTime.UtcNow.AddSeconds(7);
        while (await StatusAsync(tokens[1]) == 200 && DateTime.UtcNow < until) await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(401, await StatusAsync(tokens[1]));

        async Task<int> StatusAsync(string token) => (await Caller.WithToken(token).GetAsync(plot.App, company.Host, "/api/v1/tenant/auth/me")).Status;
    }
}
