using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Access;
using Web.Api;
using Web.Audit;
using Web.Data;
using Web.Insights.Charts;
using Web.Insights.Superset;
using Web.Kernel;
using Web.Semantics;
using Web.Ui;
using Fault = Web.Kernel.Fault;

namespace Web.Insights.Saved;

internal static class SavedChartsApi
{
    private static readonly string[] ReadOnly = ["id", "dataset", "chart_type", "owner_id", "created_at", "updated_at"];

    private static readonly Listing<SavedChart> Listing = new Listing<SavedChart>(chart => chart.Id, "-updated_at")
        .By("updated_at", chart => chart.UpdatedAt).By("created_at", chart => chart.CreatedAt).By("title", chart => chart.SortKey);

    private static readonly Filters<SavedChart> Filters = new Filters<SavedChart>()
        .Words("q", (charts, words) => charts.Matching(words)).Words("dataset", (charts, key) => charts.Where(chart => chart.Dataset == key))
        .OneOf("chart_type", chart => chart.ChartType).Id("owner", chart => chart.OwnerId)
        .Time("created_at", chart => chart.CreatedAt).Time("updated_at", chart => chart.UpdatedAt);

    public static void MapSavedCharts(this IEndpointRouteBuilder charts)
    {
        charts.MapGet("", ListAsync).Requires(Permission.ChartsRead).WithSummary("List saved charts");
        charts.MapGet("/{id:guid}", ReadAsync).Requires(Permission.ChartsRead).WithSummary("Read a saved chart");
        charts.MapGet("/{id:guid}/data", DataAsync).Requires(Permission.ChartsRead).Produces<ResultShape>(200, "application/json", ResultCsv.ContentType)
            .WithSummary("Read the rows of a saved chart").WithDescription("As JSON, or as CSV with Accept: text/csv. X-Truncated-At says at how many rows it was cut, if it was.");
        charts.MapPost("", KeepAsync).Requires(Permission.ChartsSave).Accepts<SavedChartBody>("application/json").WithSummary("Save a chart");
        charts.MapPatch("/{id:guid}", ChangeAsync).Requires(Permission.ChartsSave).Accepts<SavedChartBody>("application/json").WithSummary("Change a saved chart");
        charts.MapDelete("/{id:guid}", BinAsync).Requires(Permission.ChartsSave).WithSummary("Put a saved chart in the bin");
        charts.MapPost("/{id:guid}/superset", PushAsync).Requires(Permission.SupersetPush).WithMetadata(new OwnWorkAttribute()).WithSummary("Put a saved chart into Superset, or bring it up to date there");
    }

    private static async Task<Ok<PushedChart>> PushAsync(Guid id, SupersetPush push, CancellationToken cancellation) => TypedResults.Ok(await push.PushAsync(id, cancellation));

    private static async Task<Ok<Page<SavedChartAnswer>>> ListAsync([AsParameters] ListRequest request, HttpRequest http, SavedCharts saved, CancellationToken cancellation)
    {
        var (rows, next, total) = await Listing.ReadAsync(Filters.Apply(await saved.AllAsync(cancellation), http.Query), request, cancellation);
        return TypedResults.Ok(new Page<SavedChartAnswer>([.. rows.Select(SavedChartAnswer.Of)], next, total));
    }

    private static async Task<Ok<SavedChartAnswer>> ReadAsync(Guid id, HttpContext http, SavedCharts saved, CancellationToken cancellation) =>
        Answer(await saved.FindAsync(id, cancellation), http);

    private static async Task<IResult> DataAsync(Guid id, HttpContext http, SavedCharts saved, CurrentMember member, TenantScope scope, LateEntries late, CancellationToken cancellation)
    {
        var chart = await saved.FindAsync(id, cancellation);
        switch (await saved.DrawAsync(chart, cancellation))
        {
            case RenderOutcome.Drawn { Result: var result }:
                if (result.TruncatedAt is { } cut) http.Response.Headers["X-Truncated-At"] = FormattableString.Invariant($"{cut}");
                http.Response.Headers.Vary = "Accept";
                if (!ResultCsv.IsWanted(http.Request)) return TypedResults.Json(result, ChartJson.Options);
                if (await saved.ListsRecordsAsync(chart, cancellation)) member.MustHave(Permission.CrmExport);
                late.NoteExport(scope, id, result.Rows.Count);
                return TypedResults.File(ResultCsv.Of(result), ResultCsv.ContentType, ResultCsv.NameOf(chart.Title, result));
            case RenderOutcome.Faulty { Faults: var faults }:
                throw ChartFaults.Refusal(faults, Locales.Current);
            default:
                throw RefusalException.NotFound();
        }
    }

    private static async Task<Created<SavedChartAnswer>> KeepAsync(
        JsonElement body, HttpContext http, SavedCharts saved, CurrentMember member, AppDb db, TimeProvider time, CancellationToken cancellation)
    {
        var (sent, query) = await CheckedAsync(body, new SavedChartBody(), saved, cancellation);
        var chart = db.SavedCharts.Add(SavedChart.Keep(sent.Title, sent.Description, query!, member.Id, time.GetUtcNow())).Entity;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/charts/{chart.Id}", Answer(chart, http).Value);
    }

    private static async Task<Ok<SavedChartAnswer>> ChangeAsync(
        Guid id, JsonElement body, HttpContext http, SavedCharts saved, AppDb db, TimeProvider time, CancellationToken cancellation)
    {
        var chart = await saved.FindToChangeAsync(id, cancellation);
        Stamp.MustMatch(http, chart.Version, () => SavedChartAnswer.Of(chart));
        var before = new SavedChartBody { Title = chart.Title, Description = chart.Description, Query = JsonSerializer.Deserialize<JsonElement>(chart.Query) };
        var (sent, query) = await CheckedAsync(body, before, saved, cancellation);
        if (query is not null) chart.Draw(query, time.GetUtcNow());
        chart.Describe(sent.Title, sent.Description, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return Answer(chart, http);
    }

    private static async Task<NoContent> BinAsync(Guid id, HttpContext http, SavedCharts saved, AppDb db, TimeProvider time, CancellationToken cancellation)
    {
        var chart = await saved.FindToChangeAsync(id, cancellation);
        Stamp.MustMatch(http, chart.Version, () => SavedChartAnswer.Of(chart));
        chart.PutInBin(time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>Everything that is wrong is said at once; a query is looked at only when it was sent.</summary>
    private static async Task<(SavedChartBody Sent, KeptQuery? Query)> CheckedAsync(JsonElement body, SavedChartBody before, SavedCharts saved, CancellationToken cancellation)
    {
        List<Fault> faults = [];
        var sent = JsonBody.ReadOnto(body, before, faults, ReadOnly);
        KeptQuery? query = null;
        if (sent.Query is not { } json) faults.Add(new Fault("/query", "required"));
        else if (body.TryGetProperty("query", out _)) query = await faults.TellAsync(() => saved.CheckAsync(json, cancellation));
        if (sent.Title is null && faults.Count == 0)
            sent.Title = await saved.TitleOfAsync(query?.Form ?? KeptQuery.Of(sent.Query!.Value.GetRawText()).Form, cancellation);
        if (sent.Title is not null || faults.Count == 0)
            faults.AddRange(SavedChart.FaultsOf(sent.Title, sent.Description).Select(fault => fault with { Field = "/" + fault.Field }));
        return faults.Count == 0 ? (sent, query) : throw RefusalException.Invalid(faults);
    }

    private static async Task<KeptQuery?> TellAsync(this List<Fault> faults, Func<Task<KeptQuery>> check)
    {
        try
        {
            return await check();
        }
        catch (RefusalException refused) when (refused.Faults.Count > 0)
        {
            faults.AddRange(refused.Faults);
            return null;
        }
    }

    private static Ok<SavedChartAnswer> Answer(SavedChart chart, HttpContext http)
    {
        Stamp.Show(http, chart.Version);
        return TypedResults.Ok(SavedChartAnswer.Of(chart));
    }
}

/// <summary>What a program sends to save a chart or to change one.</summary>
internal sealed record SavedChartBody
{
    /// <summary>Made from the query when there is none.</summary>
    public string? Title { get; set; }
    public string? Description { get; set; }
    /// <summary>The closed form that <c>/charts/render</c> takes.</summary>
    public JsonElement? Query { get; set; }
}

/// <summary>A saved chart: what it is called and the query that draws it.</summary>
internal sealed record SavedChartAnswer(
    Guid Id, string Title, string? Description, string Dataset, ChartType ChartType, JsonElement Query, Guid? OwnerId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static SavedChartAnswer Of(SavedChart chart) => new(
        chart.Id, chart.Title, chart.Description, chart.Dataset, chart.ChartType, JsonSerializer.Deserialize<JsonElement>(chart.Query), chart.OwnerId, chart.CreatedAt, chart.UpdatedAt);
}
