using System.Text.Json;
using System.Text.Json.Nodes;
using Web.Access;
using Web.Data;
using Web.Insights.Assistant;
using Web.Insights.Charts;
using Web.Insights.Datasets;
using Web.Insights.Datasets.Access;
using Web.Insights.Saved;
using Web.Kernel;
using Web.Semantics;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights;

/// <summary>Charts for programs; datasets beside them.</summary>
internal static class InsightsApi
{
    public static void MapInsights(this IEndpointRouteBuilder api)
    {
        var charts = api.MapGroup("/charts").WithTags("Charts");
        charts.MapGet("/templates", Templates).Requires(Permission.ChartsRead).Produces<IReadOnlyList<TemplateShape>>().WithSummary("The kinds of chart and their JSON Schemas");
        charts.MapPost("/render", RenderAsync).Requires(Permission.ChartsAsk).WithMetadata(new OwnWorkAttribute()).Produces<RenderShape>().WithSummary("Draw a query");
        charts.MapPost("/ask", AskAsync).Requires(Permission.ChartsAsk).WithMetadata(new OwnWorkAttribute()).Produces<AskShape>().WithSummary("Turn words into a chart");
        charts.MapSavedCharts();
        api.MapDatasets();
    }

    private static JsonArray Templates(ChartTemplates templates) => [.. templates.All.Select(template => (JsonNode)template.Describe(Locales.Current))];

    private static async Task<IResult> RenderAsync(
        RenderRequest request, AppDb db, PermittedDatasets datasets, ChartRender render, EnteredTenant entered, TimeProvider time, CancellationToken cancellation)
    {
        if (request.Query is not { } query) throw RefusalException.Invalid(new Kernel.Fault("/query", "required"));
        var calendar = entered.Required.Calendar;
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var reader = new ChartReader(await datasets.CatalogAsync(cancellation), calendar, calendar.DateOf(time.GetUtcNow()), Locales.Current);
        switch (await render.RenderAsync(query, reader, db, cancellation))
        {
            case RenderOutcome.Drawn drawn:
                await work.CommitAsync(cancellation);
                return TypedResults.Json(new RenderAnswer(drawn.Result, drawn.Option), ChartJson.Options);
            case RenderOutcome.Faulty faulty:
                throw ChartFaults.Refusal(faulty.Faults, Locales.Current);
            default:
                throw new RefusalException(404, "dataset_not_found");
        }
    }

    private static async Task<IResult> AskAsync(AskRequest request, Assistant.Assistant assistant, CancellationToken cancellation)
    {
        if (request.Locale is not null && Locales.Known(request.Locale) is null)
            throw RefusalException.Invalid(new Kernel.Fault("/locale", "not_one_of", string.Join(", ", Locales.All)));
        var ask = new Ask(request.Utterance, request.Query, request.Dataset, request.ConversationId, request.Locale ?? Locales.Current);
        return TypedResults.Json(await assistant.AnswerAsync(ask, cancellation), ChartJson.Options);
    }
}

/// <summary>A query to draw.</summary>
public sealed record RenderRequest(JsonElement? Query);

/// <summary>The rows, and the picture of them as an ECharts option.</summary>
public sealed record RenderAnswer(ResultTable Result, JsonObject Option);

/// <summary>Words, or a query that answers a choice.</summary>
public sealed record AskRequest(string? Utterance = null, string? Dataset = null, Guid? ConversationId = null, string? Locale = null, JsonElement? Query = null);
