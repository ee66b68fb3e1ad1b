using Microsoft.EntityFrameworkCore;
using Web.Access.Start;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Crm.Deals;

/// <summary>A new company can sell at once: one pipeline with the stages that most begin with, in its language.</summary>
internal sealed class FirstPipeline : IFurnishes
{
    public void Furnish(AppDb db, Tenant tenant, DateTimeOffset now)
    {
        StagePlan[] stages = tenant.Locale == "ja"
            ? [new("引合い", 10), new("提案", 30), new("見積", 50), new("交渉", 80)]
            : [new("Qualified", 10), new("Proposal", 30), new("Quote", 50), new("Negotiation", 80)];
        db.Pipelines.Add(Pipeline.Lay(tenant.Locale == "ja" ? "営業" : "Sales", Rank.First, stages, Moment.Of(null, now, tenant.Calendar)));
    }
}

/// <summary>Done once somebody gave a pipeline a name of their own.</summary>
internal sealed class PipelineStep : IStartStep
{
    public int Place => 5;
    public string Key => "Pipeline";
    public string Href => "/settings/pipelines";

    public Task<bool> IsDoneAsync(AppDb db, Guid member, CancellationToken cancellation) => db.Pipelines.AnyAsync(pipeline => pipeline.NamedAt != null, cancellation);
}
