using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Audit;
using Web.Tests.Insights.Datasets;
using Web.Tests.Support;

namespace Web.Tests.Audit;

/// <summary>Every route that changes something is called, and leaves an entry; one that nobody calls here fails.</summary>
public sealed class EveryActTests(TestInstallation installation)
{
    /// <summary>Calls that leave no entry, and why.</summary>
    private static readonly Dictionary<string, string> Silent = new()
    {
        ["POST /api/v1/charts/render"] = "draws and keeps nothing",
        ["POST /api/v1/charts/{id:guid}/superset"] = "speaks to a Superset; SupersetPushTests sees its entries",
        ["POST /dev/create-demo-organization"] = "makes a company with a history of its own",
        ["POST /api/v1/tenant/auth/forgot_password"] = "a job finds out whether there is such a member, and notes it; PasswordResetTests",
        ["POST /api/v1/tenant/auth/reset_password"] = "needs a letter's link; PasswordResetTests",
    };

    private readonly Dictionary<string, bool> called = [];
    private TestTenant company = null!;
    private HttpClient owner = null!;

    [Fact]
    public async Task Every_call_of_the_api_that_changes_something_leaves_an_entry()
    {
        company = await TestTenant.MakeAsync(installation);
        owner = await company.ProgramAsync(Role.Owner);
        await SellAsync();
        await GovernAsync();
        await AskAsync();
        await LeaveAsync();
        var routes = installation.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(route => route.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Where(method => method != "GET").Select(method => $"{method} /{(route.RoutePattern.RawText ?? "").Trim('/')}")).ToHashSet();
        Assert.Equal([], routes.Except(called.Keys).Except(Silent.Keys).Order());
        Assert.Equal([], called.Where(one => !one.Value).Select(one => $"{one.Key} left no entry"));
        Assert.Equal([], called.Keys.Concat(Silent.Keys).Except(routes).Order());
    }

    private async Task SellAsync()
    {
        var account = IdOf(await PostAsync("accounts", new { name = "Acme" }));
        await PatchAsync("accounts/{id:guid}", account, new { industry = "Steel" });
        var contact = IdOf(await PostAsync("contacts", new { family_name = "Sato", account_id = account }));
        await PatchAsync("contacts/{id:guid}", contact, new { job_title = "Buyer" });
        var pipeline = await PostAsync("pipelines", new { name = "Sales", stages = new[] { new { name = "Lead", probability = 10 }, new { name = "Talk", probability = 50 } } });
        var stages = pipeline.GetProperty("stages").EnumerateArray().Select(IdOf).ToList();
        var deal = IdOf(await PostAsync("deals", new { name = "Big", account_id = account, pipeline_id = IdOf(pipeline), stage_id = stages[0] }));
        await PatchAsync("deals/{id:guid}", deal, new { stage_id = stages[1] });
        await PostAsync("deals/{id:guid}/win", new { }, deal);
        await PostAsync("deals/{id:guid}/reopen", new { }, deal);
        await PostAsync("deals/{id:guid}/lose", new { lost_reason = "price" }, deal);
        foreach (var (kind, id) in new[] { ("accounts", account), ("contacts", contact), ("deals", deal) })
        {
            await PostAsync(kind + "/{id:guid}/notes", new { body = "Called." }, id);
            await PostAsync(kind + "/{id:guid}/tasks", new { title = "Call" }, id);
        }
        var task = IdOf(await PostAsync("tasks", new { title = "Write" }));
        await PatchAsync("tasks/{id:guid}", task, new { title = "Write again" });
        await DeleteAsync("tasks/{id:guid}", task);
        await DeleteAsync("deals/{id:guid}", deal);
        await DeleteAsync("contacts/{id:guid}", contact);
        await DeleteAsync("accounts/{id:guid}", account);
        foreach (var (kind, id) in new[] { ("accounts", account), ("contacts", contact), ("deals", deal), ("tasks", task) }) await PostAsync(kind + "/{id:guid}/restore", new { }, id);
    }

    private async Task GovernAsync()
    {
        await PostAsync("tenant/users", new { email = "new@example.com", role = "member" });
        var invitation = IdOf((await owner.GetFromJsonAsync<JsonElement>("/api/v1/tenant/invitations")).GetProperty("items").EnumerateArray().Single());
        await PostAsync("tenant/invitations/{id:guid}/resend", new { }, invitation);
        await DeleteAsync("tenant/invitations/{id:guid}", invitation);
        await DeleteAsync("tenant/api-keys/{id:guid}", IdOf(await PostAsync("tenant/api-keys", new { name = "Reports" })));
        await CallAsync("PATCH /api/v1/tenant/organization", () => owner.PatchAsJsonAsync("/api/v1/tenant/organization", new { name = "Another Name Ltd." }));
        await PostAsync("tenant/exports", new { });
        await PatchAsync("tenant/users/{id:guid}", company.People[Role.Member], new { role = "viewer" });
        await DeleteAsync("tenant/users/{id:guid}/two-factor", company.People[Role.Analyst]);
        await DeleteAsync("tenant/users/{id:guid}", company.People[Role.Member]);
        var other = await company.ProgramAsync(Role.Owner);
        var sessions = await other.GetFromJsonAsync<JsonElement>("/api/v1/tenant/sessions");
        await DeleteAsync("tenant/sessions/{id:guid}", IdOf(sessions.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("current").GetBoolean())));
    }

    private async Task AskAsync()
    {
        await CallAsync("POST /api/v1/datasets", () => owner.UploadAsync("sales", Uploading.Sales));
        await CallAsync("PATCH /api/v1/datasets/{key}", () => owner.PatchAsJsonAsync("/api/v1/datasets/sales", new { description = "By day" }));
        var asked = await PostAsync("charts/ask", new { utterance = "Amount by region", dataset = "sales", locale = "en" });
        var chart = IdOf(await PostAsync("charts", new { title = "By region", query = asked.GetProperty("query") }));
        await PatchAsync("charts/{id:guid}", chart, new { title = "By region, again" });
        await DeleteAsync("charts/{id:guid}", chart);
        await CallAsync("DELETE /api/v1/datasets/{key}", () => owner.DeleteAsync("/api/v1/datasets/sales"));
    }

    private async Task LeaveAsync()
    {
        var tokens = await PostAsync("tenant/auth/login", new { email = TestTenant.EmailOf(Role.Owner), password = TestTenant.Password });
        var renewed = await PostAsync("tenant/auth/refresh", new { refresh_token = tokens.GetProperty("refresh_token").GetString() });
        owner.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", renewed.GetProperty("access_token").GetString());
        await PostAsync("tenant/auth/logout", new { });
    }

    private Task<JsonElement> PostAsync(string path, object body, Guid id = default) => CallAsync($"POST /api/v1/{path}", () => owner.PostAsJsonAsync(At(path, id), body));

    private Task PatchAsync(string path, Guid id, object body) => CallAsync($"PATCH /api/v1/{path}", () => owner.PatchAsJsonAsync(At(path, id), body));

    private Task DeleteAsync(string path, Guid id) => CallAsync($"DELETE /api/v1/{path}", () => owner.DeleteAsync(At(path, id)));

    private async Task<JsonElement> CallAsync(string route, Func<Task<HttpResponseMessage>> call)
    {
        var before = await CountAsync();
        using var answer = await call();
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{route} answered {(int)answer.StatusCode}: {text}");
        called[route] = await CountAsync() > before;
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    private Task<int> CountAsync() => company.WorkAsync(db => db.AuditEntries.CountAsync());

    private static string At(string path, Guid id) => "/api/v1/" + path.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal);

    private static Guid IdOf(JsonElement record) => record.GetProperty("id").GetGuid();
}
