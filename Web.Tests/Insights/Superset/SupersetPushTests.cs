using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Insights.Superset;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Insights.Superset;

public sealed class SupersetPushTests(TestInstallation installation)
{
    [Fact]
    public async Task A_first_push_makes_connection_dataset_and_chart()
    {
        await using var bed = await Bed.MakeAsync(installation, ("Superset:PublicUrl", "https://charts.example.com/"));
        var (tenant, client) = await bed.CompanyAsync();
        var id = await Bed.SaveAsync(client);
        var pushed = await Bed.PushAsync(client, id);
        var (remote, chart) = Assert.Single(bed.Superset.Things["chart"]);
        Assert.Equal((remote, $"https://charts.example.com/explore/?slice_id={remote}"), (pushed.GetProperty("chart_id").GetInt64(), pushed.Text("explore_url")));
        var database = Assert.Single(bed.Superset.Things["database"]).Value;
        Assert.Equal($"postgresql+psycopg2://tenant_{tenant.Id:N}:secret@db:5432/app", (string?)database["sqlalchemy_uri"]);
        Assert.Equal([false, false, false, false, false, false], new[] { "expose_in_sqllab", "allow_dml", "allow_ctas", "allow_cvas", "allow_file_upload", "allow_run_async" }.Select(flag => (bool)database[flag]!));
        var dataset = Assert.Single(bed.Superset.Things["dataset"]).Value;
        Assert.Contains($"d.tenant_id = '{tenant.Id}'::uuid", (string?)dataset["sql"]);
        Assert.DoesNotContain("app.", (string?)dataset["sql"]);
        Assert.Equal("By status", (string?)chart["slice_name"]);
        Assert.Equal(remote, (long?)JsonNode.Parse((string)chart["params"]!)!["slice_id"]);
        Assert.Equal(PushState.Pushed, await tenant.WorkAsync(db => db.ChartPushes.Where(push => push.Id == Guid.Parse(id)).Select(push => push.State).SingleAsync()));
        Assert.Equal(3, await tenant.WorkAsync(db => db.SupersetObjects.CountAsync()));
    }

    [Fact]
    public async Task A_repeated_push_writes_nothing_and_a_changed_chart_is_changed()
    {
        await using var bed = await Bed.MakeAsync(installation);
        var (_, client) = await bed.CompanyAsync();
        var id = await Bed.SaveAsync(client);
        var first = await Bed.PushAsync(client, id);
        var writes = bed.Superset.Writes.Count();
        Assert.Equal(first.ToString(), (await Bed.PushAsync(client, id)).ToString());
        Assert.Equal(writes, bed.Superset.Writes.Count());

        await client.PatchesAsync($"charts/{id}", new { title = "Renamed", query = new { chart_type = "pie", dataset = "crm_deals", dimensions = new[] { new { field = "status" } }, measures = new[] { new { field = "amount", aggregate = "sum" } } } });
        Assert.Equal(first.ToString(), (await Bed.PushAsync(client, id)).ToString());
        Assert.Equal(["PUT"], bed.Superset.Writes.Skip(writes).Select(call => call.Method));
        var chart = Assert.Single(bed.Superset.Things["chart"]).Value;
        Assert.Equal(("Renamed", "pie"), ((string?)chart["slice_name"], (string?)chart["viz_type"]));
    }

    [Fact]
    public async Task Two_charts_of_one_company_share_its_connection_and_dataset()
    {
        await using var bed = await Bed.MakeAsync(installation);
        var (_, client) = await bed.CompanyAsync();
        await Bed.PushAsync(client, await Bed.SaveAsync(client));
        await Bed.PushAsync(client, await Bed.SaveAsync(client, title: "Another"));
        Assert.Equal((1, 1, 2), (bed.Count("database"), bed.Count("dataset"), bed.Count("chart")));
    }

    [Theory]
    [InlineData("chart")]
    [InlineData("dataset")]
    public async Task What_was_deleted_there_is_made_again(string resource)
    {
        await using var bed = await Bed.MakeAsync(installation);
        var (_, client) = await bed.CompanyAsync();
        var id = await Bed.SaveAsync(client);
        await Bed.PushAsync(client, id);
        bed.Superset.Things[resource].Clear();
        var again = await Bed.PushAsync(client, id);
        var (remote, chart) = Assert.Single(bed.Superset.Things["chart"]);
        Assert.Equal(remote, again.GetProperty("chart_id").GetInt64());
        Assert.Equal(Assert.Single(bed.Superset.Things["dataset"]).Key, (long?)chart["datasource_id"]);
    }

    [Fact]
    public async Task What_somebody_changed_there_is_put_right()
    {
        await using var bed = await Bed.MakeAsync(installation);
        var (_, client) = await bed.CompanyAsync();
        var id = await Bed.SaveAsync(client);
        await Bed.PushAsync(client, id);
        var chart = Assert.Single(bed.Superset.Things["chart"]).Value;
        var pushed = (string?)chart["params"];
        chart["params"] = "{}";
        await Bed.PushAsync(client, id);
        Assert.Equal(pushed, (string?)Assert.Single(bed.Superset.Things["chart"]).Value["params"]);
    }

    [Fact]
    public async Task Companies_never_share_anything()
    {
        await using var bed = await Bed.MakeAsync(installation);
        var (a, ours) = await bed.CompanyAsync();
        var (b, theirs) = await bed.CompanyAsync();
        var id = await Bed.SaveAsync(ours);
        await Bed.PushAsync(ours, id);
        await Bed.PushAsync(theirs, await Bed.SaveAsync(theirs));
        await Bed.PushAsync(theirs, id, HttpStatusCode.NotFound);
        Assert.Equal((2, 2, 2), (bed.Count("database"), bed.Count("dataset"), bed.Count("chart")));
        Assert.Equal(6, bed.Superset.Things.Values.SelectMany(things => things.Values).Select(thing => (string?)thing["uuid"]).Distinct().Count());
        foreach (var dataset in bed.Superset.Things["dataset"].Values)
        {
            var (own, other) = ((string)dataset["sql"]!).Contains(a.Id.ToString(), StringComparison.Ordinal) ? (a, b) : (b, a);
            Assert.Contains($"tenant_{own.Id:N}.deals", (string?)dataset["sql"]);
            Assert.DoesNotContain($"{other.Id:N}", (string?)dataset["sql"]);
            Assert.DoesNotContain(other.Id.ToString(), (string?)dataset["sql"]);
            Assert.Contains($"tenant_{own.Id:N}:", (string?)bed.Superset.Things["database"][(long)dataset["database"]!]["sqlalchemy_uri"]);
        }
    }

    [Fact]
    public async Task Two_pushes_at_once_make_one_chart()
    {
        await using var bed = await Bed.MakeAsync(installation);
        var (_, client) = await bed.CompanyAsync();
        var id = await Bed.SaveAsync(client);
        var pushed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Bed.PushAsync(client, id)));
        Assert.Single(pushed.Select(one => one.ToString()).Distinct());
        Assert.Equal((1, 1, 1), (bed.Count("database"), bed.Count("dataset"), bed.Count("chart")));
    }

    [Theory]
    [InlineData("database")]
    [InlineData("dataset")]
    [InlineData("chart")]
    public async Task An_answer_that_is_lost_after_the_making_makes_nothing_twice(string resource)
    {
        await using var bed = await Bed.MakeAsync(installation);
        var (_, client) = await bed.CompanyAsync();
        var lost = 0;
        bed.Superset.Lose = context => context.Request.Method == "POST" && context.Request.Path == $"/api/v1/{resource}/" && Interlocked.Increment(ref lost) == 1;
        await Bed.PushAsync(client, await Bed.SaveAsync(client));
        Assert.Equal(1, lost);
        Assert.Equal((1, 1, 1), (bed.Count("database"), bed.Count("dataset"), bed.Count("chart")));
    }

    [Fact]
    public async Task A_connection_that_cannot_be_opened_is_told_in_Supersets_words_and_can_be_tried_again()
    {
        await using var bed = await Bed.MakeAsync(installation);
        var (tenant, client) = await bed.CompanyAsync();
        var id = await Bed.SaveAsync(client);
        bed.Superset.Connect = _ => "The hostname \"db\" cannot be resolved.";
        var problem = await Bed.PushAsync(client, id, HttpStatusCode.BadGateway);
        Assert.Equal("superset_refused", problem.Text("code"));
        Assert.Contains("cannot be resolved", problem.Text("message"));
        var browser = await bed.BrowserAsync(tenant, Role.Owner);
        var page = await browser.OpenAsync($"/charts/{id}");
        Assert.Contains("cannot be resolved", page.QuerySelector("#superset.error")!.TextContent);
        bed.Superset.Connect = _ => null;
        var again = await (await browser.PostAsync($"/charts/{id}", $"/charts/{id}/push", fragment: true)).ReadAsync(HttpStatusCode.OK);
        Assert.StartsWith(bed.Superset.Url, again.QuerySelector("#superset.won a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("403")]
    [InlineData("500")]
    [InlineData("302")]
    [InlineData("slow")]
    public async Task A_Superset_that_is_down_slow_or_refusing_is_told_clearly(string trouble)
    {
        await using var bed = await Bed.MakeAsync(installation);
        var (tenant, client) = await bed.CompanyAsync();
        var id = await Bed.SaveAsync(client);
        bed.Superset.Before = async context =>
        {
            if (!context.Request.Path.StartsWithSegments("/api/v1/database", StringComparison.Ordinal)) return false;
            if (trouble is "") context.Abort();
            else if (trouble is "slow") await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            else
            {
                context.Response.StatusCode = int.Parse(trouble, null);
                context.Response.ContentType = trouble is "403" ? "application/json" : "text/html";
                if (trouble is "302") context.Response.Headers.Location = "https://elsewhere.example.com/login/";
                await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, trouble is "403" ? """{"message":"Forbidden"}""" : "<html>oops</html>");
            }
            return true;
        };
        var problem = await Bed.PushAsync(client, id, trouble is "403" or "302" ? HttpStatusCode.BadGateway : HttpStatusCode.ServiceUnavailable);
        Assert.Equal(trouble is "403" or "302" ? "superset_refused" : "superset_unreachable", problem.Text("code"));
        Assert.Equal(0, bed.Count("database"));
        Assert.Equal(PushState.Failed, await tenant.WorkAsync(db => db.ChartPushes.Select(push => push.State).SingleAsync()));
        bed.Superset.Before = null;
        await Bed.PushAsync(client, id);
        Assert.Equal((1, 1, 1), (bed.Count("database"), bed.Count("dataset"), bed.Count("chart")));
    }

    [Fact]
    public async Task A_wrong_password_is_a_refusal()
    {
        await using var bed = await Bed.MakeAsync(installation, ("Superset:Password", "wrong"));
        var (_, client) = await bed.CompanyAsync();
        Assert.Equal("superset_refused", (await Bed.PushAsync(client, await Bed.SaveAsync(client), HttpStatusCode.BadGateway)).Text("code"));
    }

    [Fact]
    public async Task A_token_that_ran_out_is_renewed()
    {
        await using var bed = await Bed.MakeAsync(installation);
        var (_, client) = await bed.CompanyAsync();
        await Bed.PushAsync(client, await Bed.SaveAsync(client));
        bed.Superset.Passed = TimeSpan.FromMinutes(16);
        await Bed.PushAsync(client, await Bed.SaveAsync(client, title: "Later"));
        Assert.Single(bed.Superset.Calls, call => call.Path == "/api/v1/security/refresh");
        Assert.Single(bed.Superset.Calls, call => call.Path == "/api/v1/security/login");
        Assert.Equal(2, bed.Count("chart"));
    }

    [Fact]
    public async Task Things_are_found_page_by_page_where_lists_cannot_be_searched_by_uuid()
    {
        await using var bed = await Bed.MakeAsync(installation);
        bed.Superset.FindsByUuid = false;
        for (var i = 0; i < 230; i++) bed.Superset.Things["chart"][i + 1] = new JsonObject { ["uuid"] = Guid.NewGuid().ToString() };
        var (_, client) = await bed.CompanyAsync();
        var id = await Bed.SaveAsync(client);
        await Bed.PushAsync(client, id);
        await Bed.PushAsync(client, id);
        Assert.Equal(231, bed.Count("chart"));
    }

    [Fact]
    public async Task Without_a_Superset_there_is_nothing_to_push_to()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var client = await tenant.ProgramAsync(Role.Owner);
        var id = await Bed.SaveAsync(client);
        Assert.Equal("superset_not_configured", (await Bed.PushAsync(client, id, HttpStatusCode.Conflict)).Text("code"));
        Assert.Null((await (await tenant.BrowserAsync(Role.Owner)).OpenAsync($"/charts/{id}")).QuerySelector("#superset"));
    }

    [Theory]
    [InlineData("""{"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"closed_on","grain":"fiscal_year"}],"measures":[{"aggregate":"count"}]}""", "units")]
    [InlineData("""{"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"status"}],"measures":[{"aggregate":"win_rate"}]}""", "definition of its own")]
    [InlineData("""{"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"status"}],"measures":[{"aggregate":"count"}],"filters":[{"field":"name","op":"contains","value":"x"}]}""", "conditions")]
    [InlineData("""{"chart_type":"column","dataset":"crm_deals","dimensions":[{"field":"status"}],"measures":[{"aggregate":"count","transform":"share"}]}""", "shares")]
    [InlineData("""{"chart_type":"line","dataset":"crm_deals","anomalies":true,"dimensions":[{"field":"closed_on","grain":"month"}],"measures":[{"aggregate":"count"}]}""", "marks unusual points")]
    public async Task What_Superset_cannot_show_honestly_is_refused_before_it_is_asked(string query, string why)
    {
        await using var bed = await Bed.MakeAsync(installation);
        var (_, client) = await bed.CompanyAsync();
        var problem = await Bed.PushAsync(client, await Bed.SaveAsync(client, query), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("superset_cannot_show", problem.Text("code"));
        Assert.Contains(why, problem.Text("message"));
        Assert.Empty(bed.Superset.Calls);
    }

    [Fact]
    public async Task Only_those_who_may_push_do()
    {
        await using var bed = await Bed.MakeAsync(installation);
        var (tenant, client) = await bed.CompanyAsync();
        var id = await Bed.SaveAsync(client);
        var viewer = await bed.BrowserAsync(tenant, Role.Viewer);
        Assert.Null((await viewer.OpenAsync($"/charts/{id}")).QuerySelector("#superset"));
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync("/charts", $"/charts/{id}/push", fragment: true)).StatusCode);
        Assert.Empty(bed.Superset.Calls);
    }
}
