using Web.Audit;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>A way of selling: the stages that a deal goes through, in their order.</summary>
public sealed class Pipeline : IRecorded, IRemembered
{
    private readonly List<Stage> stages = [];

    private Pipeline()
    {
    }

    public Guid Id { get; private init; }
    public string Name { get; private set; } = "";
    [NotRecorded] public string Rank { get; private set; } = "";
    [NotRecorded] public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When somebody gave it a name of their own.</summary>
    [NotRecorded] public DateTimeOffset? NamedAt { get; private set; }

    /// <summary>In their order, once loaded.</summary>
    public IReadOnlyList<Stage> Stages => stages;

    public string EntityName => "pipeline";
    public string EventCategory => "crm";

    /// <exception cref="RefusalException">422: without a name, or with a stage that does not fit.</exception>
    public static Pipeline Lay(string? name, string rank, IReadOnlyList<StagePlan> plan, Moment now)
    {
        CheckPlan(name, plan).Throw();
        var pipeline = new Pipeline { Id = Guid.CreateVersion7(now.At), Name = name!.Trim(), Rank = rank, CreatedAt = now.At };
        foreach (var (stage, place) in plan.Zip(Kernel.Rank.Spread(plan.Count)))
            pipeline.stages.Add(new Stage(Guid.CreateVersion7(now.At), pipeline.Id, stage.Name!.Trim(), (short)stage.Probability!, place));
        return pipeline;
    }

    /// <exception cref="RefusalException">422: without a name.</exception>
    public void Rename(string? name, Moment now)
    {
        new Check().Required("name", name).NoLonger("name", name, 120).Throw();
        (Name, NamedAt) = (name!.Trim(), now.At);
    }

    private static Check CheckPlan(string? name, IReadOnlyList<StagePlan> plan)
    {
        var check = new Check().Required("name", name).NoLonger("name", name, 120).That(plan.Count is > 0 and <= 30, "stages", "out_of_range", 1, 30);
        for (var i = 0; i < plan.Count; i++)
        {
            check.Required($"stages/{i}/name", plan[i].Name).NoLonger($"stages/{i}/name", plan[i].Name, 120)
                .That(plan[i].Probability is not null, $"stages/{i}/probability", "required").Within($"stages/{i}/probability", plan[i].Probability, 0, 100)
                .That(plan.Take(i).All(earlier => earlier.Name?.Trim() != plan[i].Name?.Trim()), $"stages/{i}/name", "already_exists");
        }
        return check;
    }
}

/// <summary>A stage as somebody plans it.</summary>
public sealed record StagePlan(string? Name, int? Probability);

/// <summary>A step towards the order, and how likely a deal that stands there is to be won.</summary>
public sealed class Stage(Guid id, Guid pipelineId, string name, short probability, string rank) : IRemembered
{
    public Guid Id { get; private set; } = id;
    public Guid PipelineId { get; private set; } = pipelineId;
    public string Name { get; private set; } = name;
    /// <summary>In percent.</summary>
    public short Probability { get; private set; } = probability;
    public string Rank { get; private set; } = rank;
}
