using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Jobs;
using Web.Kernel;

namespace Web.Operations;

/// <summary>How long work is getting on. A job is told to whoever caused it, and to those who run the company's settings.</summary>
internal static class JobsApi
{
    public static void MapJobs(this IEndpointRouteBuilder api) =>
        api.MapGet("/jobs/{id:guid}", OneAsync).WithTags("Jobs").IsEverybodysOwn().WithSummary("How far a piece of long work is, and what came of it");

    private static async Task<JobState> OneAsync(Guid id, AppDb db, CurrentMember member, IStringLocalizer<ApiTexts> texts, CancellationToken cancellation)
    {
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (job is null || (job.MemberId != member.Id && !member.Can(Permission.SettingsManage))) throw RefusalException.NotFound();
        return JobState.Of(job, texts);
    }
}

/// <summary>A job as the API tells it.</summary>
/// <param name="Progress">From 0 to 1.</param>
/// <param name="Result">When it is done: what the call would have answered had it been quick.</param>
/// <param name="Error">When it failed: why, as an error answer would say it.</param>
public sealed record JobState(Guid Id, JobStatus Status, double Progress, JsonNode? Result, JobProblem? Error)
{
    internal static JobState Of(Job job, IStringLocalizer<ApiTexts> texts) => new(
        job.Id, job.Status, Math.Round(job.Progress, 3), job.Result is null ? null : JsonNode.Parse(job.Result),
        job.Error is null ? null : JobProblem.Of(JobError.Read(job.Error).ToRefusal(), texts));
}

/// <summary>Why a job failed.</summary>
public sealed record JobProblem(string Code, string Message, IReadOnlyList<ProblemDetail>? Details)
{
    internal static JobProblem Of(RefusalException refusal, IStringLocalizer<ApiTexts> texts) => new(
        refusal.Code, Problem.Say(texts, refusal.Code, refusal.Arguments), refusal.Faults is [] ? null : [.. refusal.Faults.Select(fault => ProblemDetail.Of(fault, texts))]);
}
