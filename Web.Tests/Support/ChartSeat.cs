using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Web.Data;
using Web.Insights.Charts;
using Web.Kernel;
using Web.Semantics;

namespace Web.Tests.Support;

/// <summary>Somebody of a company who has begun a unit of work and may ask now.</summary>
internal sealed class ChartSeat(AsyncServiceScope services, AppDb db, UnitOfWork work, ChartRender render) : IAsyncDisposable
{
    private const string Names = """{"chart_type":"bar","dataset":"companies","dimensions":[{"field":"name"}],"measures":[{"aggregate":"count"}]}""";

    public static async Task<ChartSeat> TakeAsync(TestApp app, Guid tenant, ChartRender? render = null)
    {
        var services = app.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant);
        var db = services.ServiceProvider.GetRequiredService<AppDb>();
        return new ChartSeat(services, db, await db.BeginAsync(readOnly: true, TestContext.Current.CancellationToken), render ?? app.Services.GetRequiredService<ChartRender>());
    }

    /// <summary>Has been taken to the memory of shared rows when it returns, before anything has been awaited.</summary>
    public Task<RenderOutcome> AskAsync(Dataset dataset, string query = Names, string locale = "en", CancellationToken? cancellation = null) =>
        render.RenderAsync(JsonSerializer.Deserialize<JsonElement>(query), new ChartReader(new Catalog([dataset]), Calendar.Utc, new DateOnly(2026, 11, 20), locale), db, cancellation ?? TestContext.Current.CancellationToken);

    public async Task<ResultTable> TableAsync(Dataset dataset, string query = Names, string locale = "en") => Assert.IsType<RenderOutcome.Drawn>(await AskAsync(dataset, query, locale)).Result;

    public async ValueTask DisposeAsync()
    {
        await work.DisposeAsync();
        await services.DisposeAsync();
    }
}
