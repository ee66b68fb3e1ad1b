using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Access;
using Web.Data;
using Web.Insights.Datasets;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Loading;
using Web.Insights.Datasets.Values;
using Web.Semantics;
using Web.Tests.Support;

namespace Web.Tests.Insights.Datasets.Values;

/// <summary>Names among so many that nobody could list them: recognised however they are written, by those who may know them.</summary>
public sealed class ValueLookupTests(TestInstallation installation)
{
    private const int Many = 30_000;

    [Fact]
    public async Task A_name_among_thirty_thousand_is_known_in_every_writing()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        var contract = await owner.UploadedAsync("orders", Orders());
        Assert.True(contract.Column("customer").GetProperty("looked_up").GetBoolean());
        Assert.False(contract.Column("customer").TryGetProperty("values", out _));
        Assert.Contains("Northern Lights Trading", await ValuesAsync(company)); // it was kept, and not read from the rows
        foreach (var (words, value) in new[]
        {
            ("sales for Northern Lights Trading", "Northern Lights Trading"),
            ("sales of NORTHERN-LIGHTS trading by month", "Northern Lights Trading"),
            ("sales for the northern light trading", "Northern Lights Trading"),
            ("sales for Ｎｏｒｔｈｅｒｎ Ｌｉｇｈｔｓ Trading", "Northern Lights Trading"),
            ("Maker 12346 Works sales by month", "Maker 12346 Works"),
            ("北都トレーディングの月別の売上", "北都トレーディング"),
            ("北都ﾄﾚｰﾃﾞｨﾝｸﾞの売上", "北都トレーディング"),
            ("サクラメーターの売上", "さくらメーター"),
            ("さくらメータの売上", "さくらメーター"),
            ("第12345工業の売上", "第12345工業"),
        })
            Assert.Equal(($"{words}: customer = {value}"), $"{words}: {string.Join(", ", await FiltersAsync(owner, words))}");
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_asked_about()
    {
        var owner = await (await TestTenant.MakeAsync(installation)).ProgramAsync(Role.Owner);
        await owner.UploadedAsync("orders", Orders());
        var asked = await AskAsync(owner, "total sales by region for Southern Lights Trading");
        Assert.Equal("question", asked.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Rows_that_come_bring_their_names_and_rows_that_go_take_them()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.UploadedAsync("orders", Orders());
        Assert.Empty(await FiltersAsync(owner, "sales for Quiet Harbour Foods"));
        await owner.UploadedAsync("orders", "Customer,Region,Day,Sales\nQuiet Harbour Foods,East,2024-05-01,5\nNorthern Lights Trading,East,2024-05-01,5\n", ("mode", "append"));
        Assert.Equal(["customer = Quiet Harbour Foods"], await FiltersAsync(owner, "sales for Quiet Harbour Foods"));
        Assert.Equal(["customer = Northern Lights Trading"], await FiltersAsync(owner, "sales for Northern Lights Trading"));

        await owner.UploadedAsync("orders", Orders("Eastern"), ("mode", "replace"));
        Assert.Equal(["customer = Eastern Lights Trading"], await FiltersAsync(owner, "sales for Eastern Lights Trading"));
        Assert.Empty(await FiltersAsync(owner, "sales for Northern Lights Trading"));
        Assert.Empty(await FiltersAsync(owner, "sales for Quiet Harbour Foods"));
        Assert.Contains("Quiet Harbour Foods", await ValuesAsync(company)); // somebody may still be reading the rows that were there
        await Later.RunAsync<DatasetSweep>(installation, company, DateTimeOffset.UtcNow.AddMinutes(20));
        var left = await ValuesAsync(company);
        Assert.DoesNotContain("Quiet Harbour Foods", left);
        Assert.Contains("Eastern Lights Trading", left);
    }

    [Fact]
    public async Task With_the_dataset_go_its_names()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.UploadedAsync("orders", Orders());
        Assert.Equal(HttpStatusCode.NoContent, (await owner.DeleteAsync("/api/v1/datasets/orders")).StatusCode);
        Assert.DoesNotContain("Northern Lights", (await AskAsync(owner, "deals for Northern Lights Trading", null)).GetRawText().Replace("“Northern Lights Trading”", "", StringComparison.Ordinal));
        Assert.NotEmpty(await ValuesAsync(company)); // it may come back out of the bin
        await Later.RunAsync<DatasetSweep>(installation, company, DateTimeOffset.UtcNow.AddDays(31));
        Assert.Empty(await ValuesAsync(company));
    }

    [Fact]
    public async Task Who_sees_some_rows_knows_their_names_alone()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (owner, manager, analyst) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Manager), await company.ProgramAsync(Role.Analyst));
        await owner.UploadedAsync("orders", Orders());
        await owner.PatchAsync("orders", new { row_filter = new { field = "region", op = "=", value = new { member = "region" } }, access = new { all_rows_roles = new[] { "owner" } } });
        foreach (var (role, region) in new[] { (Role.Manager, "East"), (Role.Analyst, "West") })
            await Uploading.JsonAsync(await owner.PatchAsJsonAsync($"/api/v1/tenant/users/{company.People[role]}", new { attributes = new { region } }), HttpStatusCode.OK);
        Assert.Equal(["customer = Northern Lights Trading"], await FiltersAsync(owner, "sales for Northern Lights Trading"));
        Assert.Equal(["customer = Northern Lights Trading"], await FiltersAsync(manager, "sales for Northern Lights Trading")); // stands in the east
        Assert.Equal(["customer = 北都トレーディング"], await FiltersAsync(analyst, "北都トレーディングの売上")); // and this in the west

        // What is not in one's rows answers as what does not exist, to the letter.
        var (hidden, absent) = (await AskAsync(analyst, "total sales by region for Northern Lights Trading"), await AskAsync(analyst, "total sales by region for Northern Nights Trading"));
        Assert.Equal("question", hidden.GetProperty("status").GetString());
        Assert.Equal(Bare(absent).Replace("Northern Nights", "Northern Lights", StringComparison.Ordinal), Bare(hidden));
        Assert.Empty(await FiltersAsync(manager, "北都トレーディングの売上"));
    }

    /// <summary>The fault that the test above is there for: a look-up that does not ask which rows somebody sees.</summary>
    [Fact]
    public async Task A_look_up_past_the_row_filter_or_the_contract_would_tell()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.UploadedAsync("orders", Orders());
        var reading = (company.Tenant.Calendar, new DateOnly(2024, 6, 1));
        var (right, faulty, hidden, offered, veiled) = await company.WorkAsync(async db =>
        {
            var whole = await WholeAsync(company, db);
            Task<IReadOnlyList<FoundValue>> Look(Dataset dataset) => ValueLookup.FindAsync("sales for Northern Lights Trading", [whole with { Dataset = dataset }], reading, db, default);
            async Task<IReadOnlyList<string>?> Suggest(Dataset dataset) =>
                (await ValueLookup.SuggestAsync(dataset, dataset.Contract.Find("customer")!, "lights", reading, db, default)).Contract.Find("customer")!.Values;
            var west = whole.Dataset with { RowFilters = [ChartFilter.On("region", FilterOp.Equal, "West")] };
            var without = whole.Dataset with { Contract = whole.Dataset.Contract with { Columns = [.. whole.Dataset.Contract.Columns.Select(column => column with { Hidden = column.Name == "customer" })] } };
            return (await Look(west), await Look(whole.Dataset), await Look(without), await Suggest(whole.Dataset), await Suggest(west));
        });
        Assert.Empty(right);
        Assert.Empty(hidden);
        Assert.Equal([new FoundValue("orders", "customer", "Northern Lights Trading")], faulty);
        Assert.Equal(["Northern Lights Trading"], offered!); // what is typed into a form is completed by the same rows
        Assert.Empty(veiled!);
    }

    private static async Task<PermittedDataset> WholeAsync(TestTenant company, AppDb db)
    {
        var stored = await db.UploadedDatasets.SingleAsync();
        var contract = stored.Contract with { Key = "orders", Columns = [.. stored.Contract.Columns.Select((column, place) => column with { LookedUp = stored.LooksUp(place) })] };
        var whole = new Dataset(contract, DatasetRows.SourceOf(company.Id, stored.LoadId!.Value, contract, stored.Kinds));
        return new PermittedDataset(whole, stored) { Whole = whole };
    }

    [Fact]
    public async Task A_hidden_column_has_no_names()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.UploadedAsync("orders", Orders());
        await owner.PatchAsync("orders", new { columns = new[] { new { name = "customer", hidden = true } } });
        Assert.Empty(await FiltersAsync(owner, "sales for Northern Lights Trading"));
        await owner.PatchAsync("orders", new { columns = new[] { new { name = "customer", hidden = false } } });
        Assert.Equal(["customer = Northern Lights Trading"], await FiltersAsync(owner, "sales for Northern Lights Trading"));
    }

    [Fact]
    public async Task A_forbidden_dataset_and_another_company_tell_no_names()
    {
        var (company, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        var (owner, analyst, foreign) = (await company.ProgramAsync(Role.Owner), await company.ProgramAsync(Role.Analyst), await other.ProgramAsync(Role.Owner));
        await owner.UploadedAsync("orders", Orders());
        await foreign.UploadedAsync("orders", Orders("Eastern"));
        Assert.Empty(await FiltersAsync(foreign, "sales for Northern Lights Trading"));
        Assert.Equal(["customer = Eastern Lights Trading"], await FiltersAsync(foreign, "sales for Eastern Lights Trading"));
        await owner.PatchAsync("orders", new { access = new { roles = new[] { "manager" } } });
        var (forbidden, absent) = (await AskAsync(analyst, "deals for Northern Lights Trading", null), await AskAsync(analyst, "deals for Northern Nights Trading", null));
        Assert.Equal(Bare(absent).Replace("Northern Nights", "Northern Lights", StringComparison.Ordinal), Bare(forbidden));
    }

    [Fact]
    public async Task Rows_from_before_get_their_names_when_somebody_asks()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        await owner.UploadedAsync("orders", Orders());
        await company.WorkAsync(async db =>
        {
            var dataset = await db.UploadedDatasets.SingleAsync();
            await ValueFilling.RemoveAsync(db, dataset.LoadId!.Value, default);
            return await db.Database.ExecuteSqlAsync($"update app.datasets set values_edition = 0, looked_up = '{{}}' where tenant_id = {company.Id}");
        });
        Assert.Empty(await FiltersAsync(owner, "sales for Northern Lights Trading"));
        await Eventually.TrueAsync(async () => (await ValuesAsync(company)).Count > Many);
        await Eventually.TrueAsync(async () => await FiltersAsync(owner, "sales for Northern Lights Trading") is ["customer = Northern Lights Trading"]);
    }

    [Fact]
    public async Task Free_text_and_masses_of_codes_are_no_names()
    {
        var company = await TestTenant.MakeAsync(installation);
        var owner = await company.ProgramAsync(Role.Owner);
        var rows = new StringBuilder("Remark,Sales\n");
        for (var n = 0; n < 6_000; n++) rows.Append(CultureInfo.InvariantCulture, $"On visit {n} we spoke for a long time about what is to be done and who will do it before the winter comes and it was agreed to speak again soon,{n}\n");
        var contract = await owner.UploadedAsync("visits", rows.ToString());
        Assert.False(contract.Column("remark").TryGetProperty("looked_up", out _));
        Assert.Empty(await ValuesAsync(company));
    }

    /// <summary>Customers in two scripts, each of one region, among as many as make a list impossible.</summary>
    private static string Orders(string first = "Northern")
    {
        var text = new StringBuilder("Customer,Region,Day,Sales\n");
        text.Append(CultureInfo.InvariantCulture, $"{first} Lights Trading,East,2024-03-01,100\n北都トレーディング,West,2024-04-01,200\nさくらメーター,West,2024-04-02,300\n");
        for (var n = 0; n < Many; n++) text.Append(CultureInfo.InvariantCulture, $"{(n % 2 == 0 ? $"Maker {n} Works" : $"第{n}工業")},{(n % 4 < 2 ? "East" : "West")},2024-0{1 + n % 9}-1{n % 9},{n % 97}\n");
        return text.ToString();
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, string words, string? dataset = "orders") =>
        await Uploading.JsonAsync(await client.PostAsJsonAsync("/api/v1/charts/ask", new { utterance = words, dataset, locale = "en" }), HttpStatusCode.OK);

    /// <summary>The equal-to conditions of the first chart; none where it was a question.</summary>
    private static async Task<IReadOnlyList<string>> FiltersAsync(HttpClient client, string words)
    {
        var asked = await AskAsync(client, words);
        if (asked.GetProperty("status").GetString() != "chart") return [];
        return [.. asked.GetProperty("query").GetProperty("filters").EnumerateArray().Where(filter => filter.GetProperty("op").GetString() == "=").Select(filter => $"{filter.GetProperty("field").GetString()} = {filter.GetProperty("value").GetString()}")];
    }

    /// <summary>An answer without what differs each time.</summary>
    private static string Bare(JsonElement answer) =>
        JsonSerializer.Serialize(answer.EnumerateObject().Where(part => part.Name is not ("conversation_id" or "turn_id" or "id")).ToDictionary(part => part.Name, part => part.Value));

    private async Task<HashSet<string>> ValuesAsync(TestTenant company)
    {
        await using var source = NpgsqlDataSource.Create(installation.Postgres.Superuser());
        await using var command = source.CreateCommand("select value from app.dataset_values where tenant_id = $1");
        command.Parameters.Add(new() { Value = company.Id });
        await using var reader = await command.ExecuteReaderAsync();
        HashSet<string> values = [];
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));
        return values;
    }
}
