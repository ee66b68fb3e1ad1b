using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Audit;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets.Access;

/// <summary>What the product itself offers is somebody's to use like what they upload.</summary>
public sealed class BuiltInAccessTests(TestInstallation installation)
{
    [Fact]
    public async Task Roles_and_rows_of_deals_are_kept_for_those_who_are_named()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, manager, analyst) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Manager), await company.ProgramAsync(Role.Analyst));
        Assert.Equal(HttpStatusCode.Created, (await owner.PostAsJsonAsync("/api/v1/pipelines", new { name = "New business", stages = new[] { new { name = "Lead", probability = 10 } } })).StatusCode);
        foreach (var name in new[] { "Alder", "Birch", "Cedar" })
            Assert.Equal(HttpStatusCode.Created, (await owner.PostAsJsonAsync("/api/v1/deals", new { name })).StatusCode);
        Assert.Equal(3, await CountAsync(analyst));
        var changed = await owner.PatchAsync("crm_deals", new { access = new { roles = new[] { "manager", "analyst" }, all_rows_roles = new[] { "manager", "owner" } }, row_filter = new { field = "name", op = "=", value = "Birch" } });
        Assert.Equal("Birch", changed.GetProperty("row_filter").GetProperty("value").GetString());
        Assert.Equal(1, await CountAsync(analyst));
        Assert.Equal(3, await CountAsync(manager));
        var seen = (await analyst.GetAsync("/api/v1/datasets/crm_deals", HttpStatusCode.OK)).GetRawText();
        Assert.Contains("Birch", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Alder", seen, StringComparison.Ordinal);
        var member = await company.BrowserAsync(Role.Member);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Client.GetAsync("/api/v1/datasets/crm_deals")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Client.GetAsync("/data/crm_deals")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.Client.GetAsync("/api/v1/datasets/crm_activities")).StatusCode);
        var entry = await company.WorkAsync(db => db.AuditEntries.SingleAsync(one => one.EventType == "dataset.updated"));
        Assert.Contains("row_filter", entry.Changes!, StringComparison.Ordinal);
        await owner.PatchAsync("crm_deals", new { row_filter = (object?)null, access = new { roles = Array.Empty<string>(), all_rows_roles = Array.Empty<string>() } });
        Assert.Equal(3, await CountAsync(analyst));
    }

    [Fact]
    public async Task Another_company_is_not_touched()
    {
        var (one, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        await (await one.ProgramAsync(Role.Owner)).PatchAsync("crm_deals", new { access = new { roles = new[] { "manager" } } });
        Assert.Equal(HttpStatusCode.NotFound, (await (await one.ProgramAsync(Role.Analyst)).GetAsync("/api/v1/datasets/crm_deals")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await other.ProgramAsync(Role.Analyst)).GetAsync("/api/v1/datasets/crm_deals")).StatusCode);
    }

    [Fact]
    public async Task Nothing_else_of_them_can_be_changed_and_faults_are_said_at_their_place()
    {
        var owner = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Owner);
        Assert.Equal("dataset_built_in", (await owner.PatchAsync("crm_deals", new { title = "x", access = new { roles = new[] { "manager" } } }, HttpStatusCode.UnprocessableEntity)).Code());
        var fault = Assert.Single((await owner.PatchAsync("crm_deals", new { row_filter = new { field = "nothing", op = "=", value = 1 } }, HttpStatusCode.UnprocessableEntity)).GetProperty("details").EnumerateArray());
        Assert.Equal(("/row_filter/field", "field_not_found"), (fault.GetProperty("field").GetString(), fault.GetProperty("code").GetString()));
        Assert.Empty((await owner.GetAsync("/api/v1/datasets/crm_deals", HttpStatusCode.OK)).GetProperty("access").GetProperty("roles").EnumerateArray());
    }

    [Fact]
    public async Task The_page_offers_it_to_those_who_manage_data_alone()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (analyst, member) = (await company.BrowserAsync(Role.Analyst), await company.BrowserAsync(Role.Member));
        Assert.Null((await member.OpenAsync("/data/crm_deals")).QuerySelector("input[name='role']"));
        var page = await analyst.OpenAsync("/data/crm_deals");
        Assert.Null(page.QuerySelector("input[name='title']"));
        (string, string)[] sent = [("role", "analyst"), ("rows", "own"), ("filter_field", "owner"), ("filter_member", "name")];
        Assert.Equal(HttpStatusCode.OK, (await analyst.SubmitAsync(page, "/data/crm_deals", sent)).StatusCode);
        var saved = await (await company.ProgramAsync(Role.Owner)).GetAsync("/api/v1/datasets/crm_deals", HttpStatusCode.OK);
        Assert.Equal("name", saved.GetProperty("row_filter").GetProperty("value").GetProperty("member").GetString());
        Assert.Equal("analyst", Assert.Single(saved.GetProperty("access").GetProperty("roles").EnumerateArray()).GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await member.Client.GetAsync("/data/crm_deals")).StatusCode);
        // A form made before somebody else's change is not saved over it.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await analyst.SubmitAsync(page, "/data/crm_deals", [("rows", "all")])).StatusCode);
    }

    [Fact]
    public async Task Who_could_use_it_and_when_that_changed_can_be_read()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.PatchAsync("crm_deals", new { access = new { roles = new[] { "manager", "analyst" } } });
        await (await company.ProgramAsync(Role.Manager)).PatchAsync("crm_deals", new { row_filter = new { field = "stage", op = "=", value = "Lead" } });
        await owner.PatchAsync("crm_activities", new { access = new { roles = new[] { "manager" } } });
        await owner.PatchAsync("crm_activities", new { access = new { roles = new[] { "manager", "analyst" } } });
        var analyst = await company.BrowserAsync(Role.Analyst);
        Assert.NotNull((await analyst.OpenAsync("/data/crm_deals")).QuerySelector("a[href='/data/crm_deals/history']"));
        var entries = (await analyst.OpenAsync("/data/crm_deals/history")).QuerySelectorAll(".history-entry");
        Assert.Equal(2, entries.Length);
        Assert.Contains("The Manager", entries[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Lead", entries[0].QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The Owner", entries[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Analyst", entries[1].QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(entries[0].QuerySelectorAll("form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await company.BrowserAsync(Role.Member)).Client.GetAsync("/data/crm_deals/history")).StatusCode);
        var other = await (await TestTenant.MakeAsync(installation)).BrowserAsync(Role.Analyst);
        Assert.Empty((await other.OpenAsync("/data/crm_deals/history")).QuerySelectorAll(".history-entry"));
    }

    private static async Task<int> CountAsync(HttpClient program)
    {
        var query = new { chart_type = "big_number", dataset = "crm_deals", measures = new[] { new { aggregate = "count" } } };
        var drawn = await Uploading.JsonAsync(await program.PostAsJsonAsync("/api/v1/charts/render", new { query }), HttpStatusCode.OK);
        return drawn.GetProperty("result").GetProperty("rows")[0][0].GetInt32();
    }
}
