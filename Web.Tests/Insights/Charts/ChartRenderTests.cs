using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Web.Data;
using Web.Insights.Charts;
using Web.Kernel;
using Web.Semantics;
using Web.Tests.Support;

namespace Web.Tests.Insights.Charts;

/// <summary>The whole road, as the app's own role behind the wall: each company is a row that only it may see.</summary>
public sealed class ChartRenderTests(TestInstallation installation)
{
    private static readonly Catalog Companies = new(
    [
        new Dataset(
            new DatasetContract { Key = "companies", Columns = [new Column { Name = "name", Type = ColumnType.Text, Role = ColumnRole.Dimension }, new Column { Name = "slug", Type = ColumnType.Text, Role = ColumnRole.Dimension }] },
            // Without a condition of its own the wall alone must hold: every tenant column equals itself.
            new DatasetSource
            {
                From = "app.tenants t", TenantColumn = "t.tenant_id",
                Columns = new Dictionary<string, SourceColumn> { ["name"] = new("t.name"), ["slug"] = new("t.slug") },
            }),
    ]);

    [Fact]
    public async Task A_query_becomes_a_picture_of_the_companys_own_rows()
    {
        var (mine, other) = (await TestTenant.MakeAsync(installation), await TestTenant.MakeAsync(installation));
        foreach (var tenant in new[] { mine, other })
        {
            var drawn = Assert.IsType<RenderOutcome.Drawn>(await RenderAsync(tenant, """{"chart_type":"bar","dataset":"companies","dimensions":[{"field":"slug"}],"measures":[{"aggregate":"count"}]}"""));
            Assert.Equal([tenant.Tenant.Slug, 1L], Assert.Single(drawn.Result.Rows));
            Assert.Equal("bar", (string?)drawn.Option["series"]![0]!["type"]);
        }
    }

    [Theory]
    [InlineData("pie")]
    [InlineData("bar")]
    [InlineData("line")]
    [InlineData("table")]
    public async Task Nothing_is_drawn_as_nothing(string type)
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var drawn = Assert.IsType<RenderOutcome.Drawn>(await RenderAsync(tenant, $$"""{"chart_type":"{{type}}","dataset":"companies","dimensions":[{"field":"slug","role":"{{(type == "table" ? "row" : "x")}}"}],"measures":[{"aggregate":"count"}],"filters":[{"field":"slug","op":"=","value":"nobody"}]}"""));
        Assert.Empty(drawn.Result.Rows);
    }

    [Fact]
    public async Task It_runs_inside_a_unit_of_work_that_is_open_already()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var drawn = await tenant.WorkAsync(db => RenderAsync(db, """{"chart_type":"big_number","dataset":"companies","measures":[{"aggregate":"count"}]}"""));
        Assert.Equal(1L, Assert.IsType<RenderOutcome.Drawn>(drawn).Result.Rows[0][0]);
    }

    [Fact]
    public async Task A_faulty_query_and_an_unknown_dataset_never_reach_the_database()
    {
        var tenant = await TestTenant.MakeAsync(installation);
        var faulty = await RenderAsync(tenant, """{"chart_type":"bar","dataset":"companies","dimensions":[{"field":"password"}],"measures":[{"aggregate":"count"}]}""");
        Assert.Equal("field_not_found", Assert.Single(Assert.IsType<RenderOutcome.Faulty>(faulty).Faults).Code);
        Assert.IsType<RenderOutcome.NoDataset>(await RenderAsync(tenant, """{"chart_type":"bar","dataset":"sales","dimensions":[{"field":"rep"}],"measures":[{"aggregate":"count"}]}"""));
    }

    private async Task<RenderOutcome> RenderAsync(TestTenant tenant, string query)
    {
        await using var services = installation.App.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        return await RenderAsync(services.ServiceProvider.GetRequiredService<AppDb>(), query);
    }

    private async Task<RenderOutcome> RenderAsync(AppDb db, string query)
    {
        using var json = JsonDocument.Parse(query);
        return await installation.App.Services.GetRequiredService<ChartRender>()
            .RenderAsync(json.RootElement, new ChartReader(Companies, Calendar.Utc, new DateOnly(2026, 11, 20), "en"), db, TestContext.Current.CancellationToken);
    }
}
