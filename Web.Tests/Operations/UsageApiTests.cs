using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Tenancy;
using Web.Tests.Support;

namespace Web.Tests.Operations;

public sealed class UsageApiTests(TestInstallation installation)
{
    private const string Usage = "/api/v1/tenant/analytics/usage";

    [Fact]
    public async Task It_counts_what_is_there_beside_what_the_plan_allows()
    {
        var company = await TestTenant.MakeAsync(installation);
        await company.WorkAsync(db => db.Plans.ExecuteUpdateAsync(set => set.SetProperty(plan => plan.Entitlements, """{"api_calls":1000}""").SetProperty(plan => plan.Seats, 10)));
        var owner = await company.ProgramAsync(Role.Owner);
        for (var n = 0; n < 4; n++) await owner.GetAsync("/api/v1/tenant/auth/me");
        JsonElement usage = default;
        await Eventually.TrueAsync(async () => (usage = await owner.GetFromJsonAsync<JsonElement>(Usage)).GetProperty("current_usage").GetProperty("api_calls").GetProperty("used").GetInt64() >= 4);
        Assert.Equal(company.Id, usage.GetProperty("organization_id").GetGuid());
        var used = usage.GetProperty("current_usage");
        Assert.Equal((1000, 5, 10, 50.0), (used.GetProperty("api_calls").GetProperty("limit").GetInt32(), used.GetProperty("users").GetProperty("used").GetInt32(),
            used.GetProperty("users").GetProperty("limit").GetInt32(), used.GetProperty("users").GetProperty("percentage").GetDouble()));
        foreach (var what in new[] { "chart_requests", "storage_bytes", "llm_tokens", "datasets" }) Assert.Equal(0, used.GetProperty(what).GetProperty("used").GetInt64());
        Assert.Equal(JsonValueKind.Null, usage.GetProperty("plan_limits").GetProperty("storage_bytes").ValueKind);
        Assert.Matches("^[0-9]{4}-[0-9]{2}$", usage.GetProperty("period").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await (await company.ProgramAsync(Role.Analyst)).GetAsync(Usage)).StatusCode);
    }
}
