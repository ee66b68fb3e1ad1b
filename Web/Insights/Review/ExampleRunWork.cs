using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Jobs;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Insights.Review;

/// <summary>Reads all examples with the built-in rules, on whichever instance takes the job, with the rights of whoever started it.</summary>
internal sealed class ExampleRunWork(
    AppDb db, ReviewQueue queue, ExampleJudge judge, TenantDirectory directory, EnteredTenant entered, TenantScope scope, CurrentMember member, TimeProvider time) : IJobWork
{
    public const string Kind = "review.examples";
    private const int Slice = 25;

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        await entered.EnterAsync(scope.TenantId, directory, scope, cancellation);
        member.MustHave(Permission.DatasetsManage);
        var id = run.Payload<Order>().Run;
        var examples = await ReadAsync(cancellation);
        Dictionary<Guid, ExampleVerdict> verdicts = [];
        for (var at = 0; at < examples.Count; at += Slice)
        {
            await JudgeAsync(examples.Skip(at).Take(Slice), verdicts, cancellation);
            await run.ReportAsync((at + Slice) / (double)examples.Count, cancellation);
        }
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        if (await db.ExampleRuns.SingleOrDefaultAsync(one => one.Id == id, cancellation) is { EndedAt: null } kept) kept.End(verdicts, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return new JsonObject { ["examples"] = verdicts.Count };
    }

    private async Task<List<ReviewedExample>> ReadAsync(CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var examples = await db.ReviewedExamples.AsNoTracking().OrderBy(example => example.Id).ToListAsync(cancellation);
        await work.CommitAsync(cancellation);
        return examples;
    }

    private async Task JudgeAsync(IEnumerable<ReviewedExample> examples, Dictionary<Guid, ExampleVerdict> verdicts, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var reader = await queue.ReaderAsync(cancellation);
        foreach (var example in examples)
            if (await judge.JudgeAsync(example.Words, example.ReadQuery(), await queue.HearingAsync(example.Words, reader, cancellation), cancellation) is { } verdict) verdicts[example.Id] = verdict;
        await work.CommitAsync(cancellation);
    }

    internal sealed record Order(Guid Run);
}
