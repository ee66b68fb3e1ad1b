using Microsoft.EntityFrameworkCore;
using Web.Crm;
using Web.Crm.Deals;
using Web.Data;
using Web.Kernel;
using Web.Tests.Support;

namespace Web.Tests.Crm;

/// <summary>What a CRM test stands on: a pipeline of three stages, and a day.</summary>
internal static class Ground
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 20, 0, 30, 0, TimeSpan.Zero);

    public static Moment Now(Guid? by = null, int daysLater = 0) => Moment.Of(by, Morning.AddDays(daysLater), new Calendar(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"), 4));

    public static Pipeline Pipeline() => Web.Crm.Deals.Pipeline.Lay("New business", Rank.First, [new("Lead", 10), new("Offer", 50), new("Verbal", 90)], Now());

    public static Deal Deal(Pipeline pipeline, string name = "Line-scan retrofit", Guid? owner = null, string? rank = null) =>
        Web.Crm.Deals.Deal.Open(name, pipeline.Stages[0], rank ?? Rank.First, "JPY", owner, Now());

    public static Task<Pipeline> PipelineAsync(this TestTenant tenant) => tenant.WorkAsync(async db =>
    {
        var pipeline = Pipeline();
        db.Pipelines.Add(pipeline);
        await db.SaveChangesAsync();
        return pipeline;
    });

    public static Task<Deal> FindDealAsync(this AppDb db, Guid id) => db.Deals.SingleAsync(deal => deal.Id == id);
}
