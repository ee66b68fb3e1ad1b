using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Web.Access;
using Web.Tests.Access.ApiKeys;
using Web.Tests.Crm;
using Web.Tests.Insights.Assistant.Models;
using Web.Tests.Insights.Superset;
using Web.Tests.Operations;
using Web.Tests.Support;

namespace Web.Tests.Secrets;

/// <summary>Keys of programs and of outside parties, and a database that fails in the midst.</summary>
internal sealed partial class SecretFlows
{
    private async Task ApiKeyAsync()
    {
        var owner = await company.ProgramAsync(Role.Owner);
        owner.DefaultRequestHeaders.Add("Idempotency-Key", "one key");
        var (key, made) = await ApiKeysTests.MakeAsync(owner, new { name = "Reports" });
        Keep("API key", key);
        using var caller = app.Bare(company.Host);
        caller.DefaultRequestHeaders.Add("X-API-Key", key);
        await DoneAsync(await caller.GetAsync("/api/v1/accounts"));
        await RefusedAsync(await caller.PostAsJsonAsync("/api/v1/accounts", new { name = "" }));
        await DoneAsync(await owner.DeleteAsync($"/api/v1/tenant/api-keys/{made.GetProperty("id").GetString()}"));
        await Eventually.TrueAsync(async () => (await caller.GetAsync("/api/v1/accounts")).StatusCode == HttpStatusCode.Unauthorized);
    }

    /// <summary>A model that says back what it was sent, the key with it, as an error.</summary>
    private async Task LanguageModelAsync()
    {
        await company.PipelineAsync();
        var key = Keep("key of a language model", Word());
        var script = model.Plays(context => FakeModel.WriteAsync(context, JsonSerializer.Serialize(new { error = new { message = $"Wrong key: {context.Request.Headers.Authorization}" } }), status: 401));
        var browser = await BrowserAsync(Role.Owner);
        (string, string)[] wish = [("source", "own"), ("provider", "openai"), ("model", "m"), ("key", key), ("seconds", "8"), ("share", "true")];
        await RefusedAsync(await browser.SubmitAsync(await browser.OpenAsync("/settings/assistant"), "/settings/assistant", [.. wish, ("endpoint", "no address")]));
        await DoneAsync(await browser.SubmitAsync(await browser.OpenAsync("/settings/assistant"), "/settings/assistant", [.. wish, ("endpoint", script.Endpoint)]));
        await browser.SubmitAsync(await browser.OpenAsync("/settings/assistant"), "/settings/assistant?handler=try");
        await (await company.ProgramAsync(Role.Owner)).PostAsJsonAsync("/api/v1/charts/ask", new { utterance = "What do the stars say of our deals in autumn?", locale = "en" });
        Assert.NotEmpty(script.Heard);
    }

    private async Task SupersetAsync()
    {
        var owner = await company.ProgramAsync(Role.Owner);
        await Bed.PushAsync(owner, await Bed.SaveAsync(owner));
        Assert.NotEmpty(superset.Things);
    }

    /// <summary>The database fails in the midst of what writes a secret down.</summary>
    private async Task FaultsAsync()
    {
        var browser = await BrowserAsync(Role.Admin);
        var page = await browser.OpenAsync("/settings/password");
        await Rows.ScalarAsync(all, """
            create function public.planted() returns trigger language plpgsql as $$ begin raise exception 'planted: %', new; end $$;
            create trigger planted before update on app.members for each row when (old.password_hash is distinct from new.password_hash) execute function public.planted();
            create trigger planted before insert on app.sessions for each row execute function public.planted();
            select 1
            """);
        var owner = await RefusedAsync(await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(Role.Owner), password = TestTenant.Password }));
        Assert.Equal(HttpStatusCode.InternalServerError, owner.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await browser.SubmitAsync(page, "/settings/password", ("current", TestTenant.Password), ("password", Keep("new password", Word())))).StatusCode);
        await RefusedAsync(await new Browser(company.Anonymous()).TrySignInAsync(TestTenant.EmailOf(Role.Owner), TestTenant.Password));
    }
}
