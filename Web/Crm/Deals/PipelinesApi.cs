using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

internal static class PipelinesApi
{
    public static void MapPipelines(this IEndpointRouteBuilder api)
    {
        var pipelines = api.MapGroup("/pipelines").WithTags("Pipelines").Requires(Permission.CrmRead);
        pipelines.MapGet("", ListAsync).WithSummary("List the pipelines with their stages");
        pipelines.MapPost("", LayAsync).Requires(Permission.SettingsManage).WithSummary("Add a pipeline with its stages");
    }

    private static async Task<Ok<Page<PipelineAnswer>>> ListAsync(AppDb db, CancellationToken cancellation) =>
        TypedResults.Ok(new Page<PipelineAnswer>([.. (await db.Pipelines.AsNoTracking().WithStages().ToListAsync(cancellation)).Select(PipelineAnswer.Of)], null));

    private static async Task<Created<PipelineAnswer>> LayAsync(PipelineBody sent, Moment now, AppDb db, CancellationToken cancellation)
    {
        var body = new RecordBody(default);
        var rank = Rank.Between(await db.Pipelines.MaxAsync(one => (string?)one.Rank, cancellation), null);
        Pipeline? pipeline = null;
        body.Tell(() => pipeline = Pipeline.Lay(sent.Name, rank, sent.Stages ?? [], now));
        body.Throw();
        db.Pipelines.Add(pipeline!);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created("/api/v1/pipelines", PipelineAnswer.Of(pipeline!));
    }

    private sealed record PipelineBody(string? Name, IReadOnlyList<StagePlan>? Stages);
}

internal sealed record PipelineAnswer(Guid Id, string Name, IReadOnlyList<StageAnswer> Stages)
{
    public static PipelineAnswer Of(Pipeline pipeline) => new(
        pipeline.Id, pipeline.Name, [.. pipeline.Stages.OrderBy(stage => stage.Rank, StringComparer.Ordinal).Select(stage => new StageAnswer(stage.Id, stage.Name, stage.Probability))]);
}

internal sealed record StageAnswer(Guid Id, string Name, int Probability);
