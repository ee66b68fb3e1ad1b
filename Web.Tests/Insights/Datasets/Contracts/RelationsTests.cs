using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Web.Access;
using Web.Tests.Crm;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets.Contracts;

/// <summary>Columns of a related dataset, in every way of asking, for those who may use both.</summary>
public sealed class RelationsTests(TestInstallation installation)
{
    private const string Orders = "Order,Customer,Amount\nA-1,C1,10\nA-2,C1,20\nA-3,C2,40\nA-4,C9,80\nA-5,,160\n";
    private const string Customers = "Code,Region,Size\nC1,East,5\nC2,West,7\nC3,North,9\n";
    private static readonly object ToCustomer = new { name = "customer", title = new { en = "Customer", ja = "顧客" }, dataset = "customers", column = "Customer", key = "code" };

    [Fact]
    public async Task A_field_of_a_related_dataset_divides_narrows_and_measures()
    {
        var owner = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Owner);
        await RelatedAsync(owner);
        Assert.Equal("""[[null,240],["West",40],["East",30]]""", await owner.ChartAsync("orders", "customer.region", "amount"));
        Assert.Equal("""[["C1",30]]""", Rows(await RenderAsync(owner, new { chart_type = "column", dataset = "orders", dimensions = new[] { new { field = "customer" } }, measures = new[] { new { field = "amount", aggregate = "sum" } }, filters = new[] { new { field = "customer.region", op = "=", value = "East" } } })));
        Assert.Equal("[[7,2]]", Rows(await RenderAsync(owner, Figures("max", "count_distinct"))));
        foreach (var aggregate in new[] { "sum", "mean", "median", "p90" })
            Assert.Contains("aggregate_repeats", (await Uploading.JsonAsync(await owner.PostAsJsonAsync("/api/v1/charts/render", new { query = Figures(aggregate, "max") }), HttpStatusCode.UnprocessableEntity)).GetRawText());
        Assert.Equal("""[["East",2,5],["West",1,7]]""", Rows(await RenderAsync(owner, new
        {
            chart_type = "column", dataset = "orders", dimensions = new[] { new { field = "customer.region" } }, sort = new { by = "x", order = "asc" },
            measures = new object[] { new { field = (string?)null, aggregate = "count" }, new { field = "customer.size", aggregate = "min" } }, filters = new[] { new { field = "customer.size", op = ">", value = 1 } },
        })));
    }

    [Fact]
    public async Task A_key_that_two_rows_have_names_none_and_nothing_is_counted_twice()
    {
        var owner = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Owner);
        await RelatedAsync(owner);
        Assert.Equal("""[[null,240],["West",40],["East",30]]""", await owner.ChartAsync("orders", "customer.region", "amount"));
        await Uploading.JsonAsync(await owner.UploadAsync("customers", "Code,Region,Size\nC2,South,1\nC9,North,2\n", ("mode", "append")), HttpStatusCode.Created);
        Assert.Equal("""[[null,200],["North",80],["East",30]]""", await owner.ChartAsync("orders", "customer.region", "amount")); // and at once
    }

    [Fact]
    public async Task Whoever_declares_it_is_told_that_a_key_is_not_unique()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await RelatedAsync(owner);
        Assert.True((await owner.GetAsync("/api/v1/datasets/orders", HttpStatusCode.OK)).GetProperty("relations")[0].GetProperty("unique").GetBoolean());
        var browser = await company.BrowserAsync(Role.Owner);
        Assert.Null((await browser.OpenAsync("/data/orders")).QuerySelector(".key-repeats"));

        await Uploading.JsonAsync(await owner.UploadAsync("customers", "Code,Region,Size\nC2,South,1\nC2,North,4\n", ("mode", "append")), HttpStatusCode.Created);
        var told = (await owner.GetAsync("/api/v1/datasets/orders", HttpStatusCode.OK)).GetProperty("relations")[0];
        Assert.False(told.GetProperty("unique").GetBoolean());
        Assert.Equal(("C2", 3), (told.GetProperty("repeated").GetProperty("value").GetString(), told.GetProperty("repeated").GetProperty("rows").GetInt32()));
        Assert.False((await owner.PatchAsync("orders", new { relations = new[] { ToCustomer } })).GetProperty("relations")[0].GetProperty("unique").GetBoolean()); // and when it is said anew
        var warning = (await browser.OpenAsync("/data/orders")).QuerySelector(".key-repeats")!;
        Assert.Contains("C2", warning.TextContent, StringComparison.Ordinal);
        Assert.Equal(warning.Id, (await browser.OpenAsync("/data/orders")).QuerySelector("#r0-target")!.GetAttribute("aria-describedby"));

        // Judged by the rows that one sees: for whom it is unique, it is.
        await owner.PatchAsync("customers", new { row_filter = new { field = "region", op = "!=", value = "South" }, access = new { all_rows_roles = new[] { "owner" } } });
        Assert.Equal(2, (await (await company.ProgramAsync(Role.Analyst)).GetAsync("/api/v1/datasets/orders", HttpStatusCode.OK)).GetProperty("relations")[0].GetProperty("repeated").GetProperty("rows").GetInt32());
        Assert.False((await (await company.BrowserAsync(Role.Member)).Client.GetStringAsync("/api/v1/datasets/orders")).Contains("repeated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_find_the_related_field_and_a_name_of_its_own_wins()
    {
        var owner = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Owner);
        await RelatedAsync(owner);
        await owner.PatchAsync("customers", new { columns = new[] { new { name = "region", title = new { en = "Region", ja = "地域" } } } });
        await owner.PatchAsync("orders", new { columns = new[] { new { name = "amount", title = new { en = "Amount", ja = "金額" } } } });
        foreach (var (words, locale) in new[] { ("amount by region", "en"), ("amount by customer region", "en"), ("amount by region of the customer", "en"), ("地域別の金額", "ja"), ("顧客の地域ごとの金額", "ja") })
            Assert.Equal((words, "customer.region"), (words, await DimensionAsync(owner, words, locale)));
        Assert.Equal("""[["East",30]]""", Rows(await AskAsync(owner, "amount by region for East", "en")));
        Assert.Equal("Customer › Region", (await AskAsync(owner, "amount by region", "en")).GetProperty("result").GetProperty("columns")[0].GetProperty("title").GetString());
        Assert.Equal("顧客 › 地域", (await AskAsync(owner, "地域別の金額", "ja")).GetProperty("result").GetProperty("columns")[0].GetProperty("title").GetString());

        await Uploading.JsonAsync(await owner.UploadAsync("orders", "Order,Customer,Amount,Region\nA-1,C1,10,South\n", ("mode", "replace")), HttpStatusCode.Created);
        Assert.Equal("region", await DimensionAsync(owner, "amount by region", "en"));
        Assert.Equal("customer.region", await DimensionAsync(owner, "amount by customer region", "en"));
    }

    [Fact]
    public async Task What_a_person_may_not_use_there_is_not_there()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, manager, analyst) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Manager), await company.ProgramAsync(Role.Analyst));
        await RelatedAsync(owner);
        await owner.PatchAsync("customers", new { row_filter = new { field = "region", op = "=", value = new { member = "region" } }, access = new { roles = new[] { "manager" }, all_rows_roles = new[] { "owner" } } });
        await Uploading.JsonAsync(await owner.PatchAsJsonAsync($"/api/v1/tenant/users/{company.People[Role.Manager]}", new { attributes = new { region = "East" } }), HttpStatusCode.OK);

        Assert.Equal("""[[null,240],["West",40],["East",30]]""", await owner.ChartAsync("orders", "customer.region", "amount"));
        Assert.Equal("""[[null,280],["East",30]]""", await manager.ChartAsync("orders", "customer.region", "amount")); // the rows of others name nobody
        Assert.DoesNotContain("West", await TextAsync(manager, "amount by region for Wst"), StringComparison.Ordinal);
        Assert.DoesNotContain("West", await TextAsync(manager, "amount by region"), StringComparison.Ordinal);

        async Task<string> FaultAsync(string field) => (await Uploading.JsonAsync(await analyst.PostAsJsonAsync("/api/v1/charts/render", new
        {
            query = new { chart_type = "column", dataset = "orders", dimensions = new[] { new { field } }, measures = new[] { new { aggregate = "count" } } },
        }), HttpStatusCode.UnprocessableEntity)).GetProperty("details").GetRawText().Replace(field, "", StringComparison.Ordinal);
        Assert.Equal(await FaultAsync("customer.nothing"), await FaultAsync("customer.region"));
        foreach (var hidden in new[] { "customer.region", "Region", "East", "customers" })
            Assert.DoesNotContain(hidden, await TextAsync(analyst, "amount by region"), StringComparison.Ordinal);
        Assert.Equal(0, (await analyst.GetAsync("/api/v1/datasets/orders", HttpStatusCode.OK)).GetProperty("relations").GetArrayLength());
        Assert.Equal("customers", (await manager.GetAsync("/api/v1/datasets/orders", HttpStatusCode.OK)).GetProperty("relations")[0].GetProperty("dataset").GetString());
        await Uploading.JsonAsync(await analyst.PatchAsJsonAsync("/api/v1/datasets/orders", new { relations = new[] { new { name = "other", dataset = "customers", column = "customer", key = "region" } } }), HttpStatusCode.UnprocessableEntity);

        await analyst.PatchAsync("orders", new { relations = Array.Empty<object>(), certified = true }); // what one does not see one does not drop
        Assert.Equal("""[[null,240],["West",40],["East",30]]""", await owner.ChartAsync("orders", "customer.region", "amount"));
        var browser = await company.BrowserAsync(Role.Analyst);
        foreach (var page in new[] { "/data/orders", "/data/orders/history" }) Assert.DoesNotContain("customers", (await browser.OpenAsync(page)).DocumentElement.OuterHtml, StringComparison.Ordinal);

        await owner.PatchAsync("customers", new { access = new { roles = Array.Empty<string>() }, columns = new[] { new { name = "region", hidden = true } }, row_filter = (object?)null });
        Assert.Equal(await FaultAsync("customer.nothing"), await FaultAsync("customer.region")); // hidden there, hidden here
        (await owner.DeleteAsync("/api/v1/datasets/customers")).EnsureSuccessStatusCode();
        Assert.Equal(await FaultAsync("customer.nothing"), await FaultAsync("customer.size"));
        Assert.Equal("""[["C9",80],["C2",40],["C1",30],[null,160]]""".Length, (await owner.ChartAsync("orders", "customer", "amount")).Length); // its own columns stay
    }

    [Fact]
    public async Task A_faulty_relation_is_refused_at_its_place_and_changes_nothing()
    {
        var owner = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Owner);
        await owner.UploadedAsync("orders", Orders);
        await owner.UploadedAsync("customers", Customers);
        foreach (var (relation, field, code) in new (object, string, string)[]
        {
            (new { name = "Customer", dataset = "customers", column = "customer", key = "code" }, "/relations/0/name", "relation_name_invalid"),
            (new { name = "customer", dataset = "nothings", column = "customer", key = "code" }, "/relations/0/dataset", "relation_dataset_absent"),
            (new { name = "customer", dataset = "orders", column = "customer", key = "customer" }, "/relations/0/dataset", "relation_dataset_absent"),
            (new { name = "customer", dataset = "customers", column = "nothing", key = "code" }, "/relations/0/column", "column_not_found"),
            (new { name = "customer", dataset = "customers", column = "customer", key = "nothing" }, "/relations/0/key", "column_not_found"),
            (new { name = "customer", dataset = "customers", column = "amount", key = "code" }, "/relations/0/key", "relation_types_differ"),
        })
        {
            var fault = (await owner.PatchAsync("orders", new { relations = new[] { relation } }, HttpStatusCode.UnprocessableEntity)).GetProperty("details")[0];
            Assert.Equal((field, code), (fault.GetProperty("field").GetString(), fault.GetProperty("code").GetString()));
        }
        Assert.Equal(0, (await owner.GetAsync("/api/v1/datasets/orders", HttpStatusCode.OK)).GetProperty("relations").GetArrayLength());
    }

    [Fact]
    public async Task A_relation_is_made_on_the_page_and_taken_back_in_the_history()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, browser) = (await company.ProgramAsync(Role.Owner), await company.BrowserAsync(Role.Owner));
        await owner.UploadedAsync("orders", Orders);
        await owner.UploadedAsync("customers", Customers);
        await owner.PatchAsync("customers", new { columns = new[] { new { name = "code", role = "identity" } } });
        var page = await browser.OpenAsync("/data/orders");
        await browser.SubmitAsync(page, "/data/orders", ("r0.column", "customer"), ("r0.target", "customers.code"), ("r0.title", "Buyer"));
        Assert.Equal("""[[null,240],["West",40],["East",30]]""", await owner.ChartAsync("orders", "customers.region", "amount"));
        page = await browser.OpenAsync("/data/orders");
        Assert.Equal("Buyer", page.QuerySelector("#r0-title")!.GetAttribute("value"));
        var entry = (await browser.OpenAsync("/data/orders/history")).QuerySelectorAll(".history-entry")[0];
        Assert.Contains("customer → customers.code", entry.TextContent);
        await browser.SubmitAsync(await browser.OpenAsync("/data/orders/history"), "/data/orders/history?handler=restore", ("version", entry.QuerySelector("input[name=version]")!.GetAttribute("value")!));
        Assert.Equal(0, (await owner.GetAsync("/api/v1/datasets/orders", HttpStatusCode.OK)).GetProperty("relations").GetArrayLength());
    }

    [Fact]
    public async Task Deals_know_where_their_account_is()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.PostsAsync("pipelines", new { name = "Sales", stages = new[] { new { name = "Lead", probability = 10 } } });
        foreach (var (region, industry, amounts) in new[] { ("Aichi", "Hotels", new[] { 100, 200 }), ("Osaka", "Retail", [50]) })
        {
            var account = await owner.PostsAsync("accounts", new { name = region + " K.K.", industry, address = new { region } });
            foreach (var amount in amounts)
            {
                var deal = await owner.PostsAsync("deals", new { name = "A deal", account_id = account.Text("id"), amount = Yen(amount) });
                if (amount != 200) await owner.PostsAsync($"deals/{deal.Text("id")}/win", new { }, HttpStatusCode.OK);
            }
        }
        await owner.PostsAsync("deals", new { name = "Nobody's", amount = Yen(7) });
        var byHand = await company.WorkAsync(async db =>
        {
            await using var ask = new Npgsql.NpgsqlCommand(
                "select string_agg(format('%s=%s', coalesce(region, '-'), total), ' ' order by total desc) from (select a.region, sum(d.amount_minor) total from app.deals d "
                + "left join app.accounts a on a.tenant_id = d.tenant_id and a.id = d.account_id where d.tenant_id = $1 group by 1) x", await db.EnterAsync(default))
            { Parameters = { new() { Value = company.Id } } };
            return (string)(await ask.ExecuteScalarAsync())!;
        });
        var rows = JsonSerializer.Deserialize<JsonElement>(await owner.ChartAsync("crm_deals", "account.region", "amount"));
        Assert.Equal(byHand, string.Join(' ', rows.EnumerateArray().Select(row => $"{row[0].GetString() ?? "-"}={row[1].GetDecimal():0}")));

        Assert.Equal("account.region", await DimensionAsync(owner, "won amount by region", "en", "crm_deals"));
        Assert.Equal("""[["Aichi",100],["Osaka",50]]""", Rows(await AskAsync(owner, "won amount by region", "en", "crm_deals")));
        Assert.Equal("account.region", await DimensionAsync(owner, "都道府県別の受注金額", "ja", "crm_deals"));
        Assert.Equal("industry", await DimensionAsync(owner, "won amount by industry", "en", "crm_deals"));
        Assert.Equal("""[["Hotels",300],["Retail",50],[null,7]]""", await owner.ChartAsync("crm_deals", "account.industry", "amount"));
        Assert.DoesNotContain("crm_accounts", (await owner.GetAsync("/api/v1/datasets", HttpStatusCode.OK)).GetRawText());
    }

    private static object Yen(int amount) => new { amount = amount.ToString(System.Globalization.CultureInfo.InvariantCulture), currency = "JPY" };

    private static async Task RelatedAsync(HttpClient owner)
    {
        await owner.UploadedAsync("orders", Orders);
        await owner.UploadedAsync("customers", Customers);
        await owner.PatchAsync("orders", new { relations = new[] { ToCustomer } });
    }

    private static object Figures(params string[] aggregates) => new { chart_type = "table", dataset = "orders", measures = aggregates.Select(aggregate => new { field = "customer.size", aggregate }) };

    private static async Task<JsonElement> RenderAsync(HttpClient person, object query) => await Uploading.JsonAsync(await person.PostAsJsonAsync("/api/v1/charts/render", new { query }), HttpStatusCode.OK);

    private static string Rows(JsonElement answer) => answer.GetProperty("result").GetProperty("rows").GetRawText();

    private static async Task<string> TextAsync(HttpClient person, string utterance) =>
        (await AskAsync(person, utterance, "en")).GetRawText().Replace(utterance, "", StringComparison.Ordinal);

    private static async Task<JsonElement> AskAsync(HttpClient person, string utterance, string locale, string dataset = "orders") =>
        await Uploading.JsonAsync(await person.PostAsJsonAsync("/api/v1/charts/ask", new { utterance, locale, dataset }), HttpStatusCode.OK);

    private static async Task<string?> DimensionAsync(HttpClient person, string utterance, string locale, string dataset = "orders")
    {
        var answer = await AskAsync(person, utterance, locale, dataset);
        return answer.GetProperty("status").GetString() != "chart" ? answer.GetRawText() : answer.GetProperty("query").GetProperty("dimensions")[0].GetProperty("field").GetString();
    }
}
