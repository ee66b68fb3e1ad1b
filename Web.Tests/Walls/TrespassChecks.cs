using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Access.Sessions;
using Web.Data;

namespace Web.Tests.Walls;

/// <summary>Whatever company A asks for, nothing of company B is in the answer, and nothing of B changes.</summary>
internal static partial class TrespassChecks
{
    /// <summary>What people and programs read, with whether their own canary must be in it.</summary>
    private static readonly (string Path, bool Own)[] Reads =
    [
        ("/", true), ("/deals", true), ("/deals?status=open", true), ("/deals/board", true), ("/deals/board?handler=fresh", true), ("/accounts", true), ("/contacts", true), ("/tasks", true), ("/ask", true),
        ("/deals/new", true), ("/settings/preferences", true), ("/settings/assistant", true), ("/settings/assistant/review", true), ("/settings/assistant/review?state=done", true), ("/settings/assistant/examples", true), ("/sign-in", false), ("/brand.css", false),
        ("/api/v1/deals", true), ("/api/v1/deals?count=true", true), ("/api/v1/accounts", true), ("/api/v1/contacts", true), ("/api/v1/tasks", true), ("/api/v1/pipelines", true),
        ("/api/v1/datasets", false), ("/api/v1/datasets/visits", true), ("/data/visits", true), ("/api/v1/datasets/crm_deals", true), ("/api/v1/datasets/crm_activities", true), ("/api/v1/tenant/auth/me", true),
    ];

    private static readonly (object Query, bool Own)[] Charts =
    [
        (Bar("account"), true), (Bar("name"), true), (Bar("stage"), true), (Bar("owner"), false),
        (new { chart_type = "big_number", dataset = "crm_deals", measures = new[] { new { aggregate = "count" } } }, false),
    ];

    public static async Task NobodySeesTheOthersCanaryAsync(Plot plot)
    {
        var (a, b) = (plot.People.A, plot.People.B);
        foreach (var (path, own) in Reads)
            foreach (var (me, other) in new[] { (b, a), (a, b), (b, a) }) // whatever one leaves in a memory, the next must not find
            {
                var answer = await me.Owner.GetAsync(plot.App, me.Host, path);
                Assert.True(answer.Status is 200 or 302, $"{path} answered {answer.Status}: {answer.Body[..Math.Min(300, answer.Body.Length)]}");
                MustBeOwn(answer, me, other, own);
                if (path.StartsWith("/api/", StringComparison.Ordinal)) Assert.Contains("no-store", answer.Headers.GetValueOrDefault("Cache-Control") ?? "");
            }
        foreach (var (query, own) in Charts)
            foreach (var (me, other) in new[] { (a, b), (b, a) })
            {
                var drawn = await me.Program.SendAsync(plot.App, me.Host, "POST", "/api/v1/charts/render", new { query });
                Assert.True(drawn.Status == 200, $"the chart answered {drawn.Status}: {drawn.Body}");
                MustBeOwn(drawn, me, other, own);
                if (!own) Assert.Matches(@"""rows"":\[\[(""The Owner"",)?1\]\]", drawn.Body); // each has one deal
                Assert.Equal(await AskedOfAsync(plot, me, $"Zq{Guid.CreateVersion7():N}"), await AskedOfAsync(plot, me, other.Word)); // their words are not known here
            }
    }

    private static async Task<string> AskedOfAsync(Plot plot, Neighbour me, string word)
    {
        var asked = await me.Program.SendAsync(plot.App, me.Host, "POST", "/api/v1/charts/ask", new { utterance = $"deals of {word} by stage", locale = "en" });
        Assert.Equal(200, asked.Status);
        return asked.Body.Split("\"conversation_id\"")[0];
    }

    public static async Task TheOthersIdsAreNobodysAsync(Plot plot)
    {
        var (a, b) = (plot.People.A, plot.People.B);
        var before = await SumOfAsync(plot, b);
        foreach (var (method, path, id, body) in Attempts(b))
        {
            var caller = path.StartsWith("/api/", StringComparison.Ordinal) ? a.Program : a.Owner;
            var stranger = Guid.CreateVersion7();
            Task<Answer> SendAsync(Guid wanted) => caller.SendAsync(plot.App, a.Host, method, path.Replace("{id}", wanted.ToString(), StringComparison.Ordinal), body?.Invoke(wanted));
            var (theirs, nobodys) = (await SendAsync(id), await SendAsync(stranger));
            Assert.DoesNotContain(b.Canary, theirs.All);
            Assert.True(theirs.Status < 500, $"{theirs.What} broke: {theirs.Body}");
            Assert.True(theirs.Status == nobodys.Status, $"{theirs.What} answered {theirs.Status}, and {nobodys.Status} for an id of nobody: {theirs.Body}");
            Assert.Equal(Plain(nobodys.Body, stranger), Plain(theirs.Body, id));
        }
        Assert.Equal(before, await SumOfAsync(plot, b));
    }

    public static async Task WhatIsRememberedIsEachCompanysOwnAsync(Plot plot)
    {
        var (a, b) = (plot.People.A, plot.People.B);
        await NobodySeesTheOthersCanaryAsync(plot);
        var session = (Guid)(await plot.AsSuperuserAsync($"select id from app.sessions where tenant_id = '{a.Company.Id}' and ended_at is null limit 1"))!;
        var sessions = plot.App.Services.GetRequiredService<LiveSessions>();
        Assert.NotNull(await FindAsync(a));
        Assert.Null(await FindAsync(b));

        async Task<object?> FindAsync(Neighbour company)
        {
            await using var services = plot.App.Services.CreateAsyncScope();
            var scope = services.ServiceProvider.GetRequiredService<TenantScope>();
            scope.Enter(company.Company.Id);
            return await sessions.FindAsync(session, scope, services.ServiceProvider.GetRequiredService<TenantWork>(), TestContext.Current.CancellationToken);
        }
    }

    private static IEnumerable<(string Method, string Path, Guid Id, Func<Guid, object>? Body)> Attempts(Neighbour b)
    {
        foreach (var (kind, id) in new[] { ("deals", b.Deal), ("accounts", b.Account), ("contacts", b.Contact), ("tasks", b.Task) })
        {
            yield return ("GET", $"/api/v1/{kind}/{{id}}", id, null);
            yield return ("PATCH", $"/api/v1/{kind}/{{id}}", id, _ => new { tags = new[] { "taken" }, tenant_id = b.Company.Id });
            yield return ("DELETE", $"/api/v1/{kind}/{{id}}", id, null);
            if (kind is not "tasks") yield return ("GET", $"/api/v1/{kind}/{{id}}/notes", id, null);
            if (kind is not "tasks") yield return ("POST", $"/api/v1/{kind}/{{id}}/notes", id, _ => new { body = "Was here" });
            if (kind is not "tasks") yield return ("GET", $"/api/v1/{kind}/{{id}}/timeline", id, null);
        }
        yield return ("POST", "/api/v1/deals/{id}/win", b.Deal, _ => new { });
        yield return ("POST", "/api/v1/deals/{id}/lose", b.Deal, _ => new { lost_reason = "price" });
        foreach (var page in new[] { "/deals/{id}", "/deals/{id}/edit", "/deals/{id}/lost" }) yield return ("GET", page, b.Deal, null);
        yield return ("GET", "/accounts/{id}", b.Account, null);
        yield return ("GET", "/ask?c={id}", b.Conversation, null);
        yield return ("GET", "/settings/assistant/review/{id}", b.Conversation, null);
        yield return ("POST", "/api/v1/deals", b.Account, id => new { name = "Mine", account_id = id });
        yield return ("POST", "/api/v1/deals", b.Stage, id => new { name = "Mine", stage_id = id });
        yield return ("POST", "/api/v1/deals", b.Pipeline, id => new { name = "Mine", pipeline_id = id });
        yield return ("POST", "/api/v1/deals", b.Company.People[Role.Owner], id => new { name = "Mine", owner_id = id });
        yield return ("POST", "/api/v1/deals", b.Contact, id => new { name = "Mine", contacts = new[] { new { contact_id = id, role = "x" } } });
        yield return ("POST", "/api/v1/contacts", b.Account, id => new { family_name = "Mine", account_id = id });
        yield return ("POST", "/api/v1/tasks", b.Deal, id => new { title = "Mine", entity = "deal", entity_id = id });
        yield return ("POST", "/api/v1/charts/ask", b.Conversation, id => new { utterance = "only won deals", locale = "en", conversation_id = id });
        foreach (var filter in new[] { ("stage", b.Stage), ("account", b.Account), ("owner", b.Company.People[Role.Owner]), ("pipeline", b.Pipeline) })
            yield return ("GET", $"/api/v1/deals?{filter.Item1}={{id}}", filter.Item2, null);
    }

    private static object Bar(string field) => new { chart_type = "bar", dataset = "crm_deals", dimensions = new[] { new { field } }, measures = new[] { new { aggregate = "count" } } };

    private static void MustBeOwn(Answer answer, Neighbour me, Neighbour other, bool own)
    {
        Assert.False(answer.All.Contains(other.Canary, StringComparison.Ordinal), $"{answer.What} at one company carries the canary of the other");
        Assert.DoesNotContain(other.Ids, id => answer.All.Contains(id.ToString(), StringComparison.Ordinal));
        if (own) Assert.True(answer.Body.Contains(me.Canary, StringComparison.Ordinal), $"{answer.What} does not carry the company's own canary: {answer.Body[..Math.Min(400, answer.Body.Length)]}");
    }

    private static Task<object?> SumOfAsync(Plot plot, Neighbour company) => plot.AsSuperuserAsync(
        "select md5(string_agg(r, '' order by r)) from (" + string.Join(" union all ", new[] { "accounts", "contacts", "deals", "tasks", "notes", "stages", "conversation_turns" }
            .Select(table => $"select t::text r from app.{table} t where tenant_id = '{company.Company.Id}'")) + ") rows");

    /// <summary>Without what differs between two answers of the same kind.</summary>
    private static string Plain(string body, Guid id) => Trace().Replace(body, "").Replace(id.ToString(), "", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("\"trace_id\":\"[^\"]*\"|name=\"__RequestVerificationToken\"[^>]*value=\"[^\"]*\"|name=\"antiforgery\" content=\"[^\"]*\"|\"(conversation_id|id|created_at|updated_at)\":\"[^\"]*\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trace();
}
