using Microsoft.EntityFrameworkCore;
using Web.Data;

namespace Web.Crm.Deals;

/// <summary>Where a stage stands: the how-manieth (from 0) of how many.</summary>
public sealed record StagePlace(Stage Stage, int Index, int Count);

/// <summary>All pipelines with their stages in order.</summary>
public sealed class StageMap(IReadOnlyList<Pipeline> pipelines)
{
    private readonly Dictionary<Guid, StagePlace> places = pipelines
        .SelectMany(pipeline => pipeline.Stages.Select((stage, i) => new StagePlace(stage, i, pipeline.Stages.Count))).ToDictionary(place => place.Stage.Id);

    public IReadOnlyList<Pipeline> Pipelines => pipelines;

    public StagePlace? Find(Guid? stage) => stage is { } id ? places.GetValueOrDefault(id) : null;

    /// <summary>A stage that another instance laid this very moment stands without its name until it is heard of here.</summary>
    public StagePlace Of(Guid stage) => Find(stage) ?? new(new Stage(stage, Guid.Empty, "…", 0, ""), 0, 1);

    public string? NameOf(Guid? stage) => Find(stage)?.Stage.Name;

    /// <summary>The pipeline that was asked for, else the first.</summary>
    public Pipeline? Choose(Guid? wanted) => pipelines.FirstOrDefault(pipeline => pipeline.Id == wanted) ?? (pipelines.Count > 0 ? pipelines[0] : null);
}

public static class StagesOfCompany
{
    public static ValueTask<StageMap> StagesAsync(this AppDb db, CancellationToken cancellation) => db.RememberedAsync(
        async stop => new StageMap(await db.Pipelines.AsNoTracking().WithStages().ToListAsync(stop)), cancellation);
}
