using Microsoft.Extensions.Localization;
using Web.Api;
using Web.Jobs;

namespace Web.Operations.Queue;

/// <summary>A job in plain words.</summary>
/// <param name="What">What it does.</param>
/// <param name="Why">Why it failed, and what to do about it.</param>
internal sealed record JobLine(Job Job, string What, string? Why)
{
    public bool Waits => QueueActs.MayGiveUp(Job);

    public bool HasFailed => Job.Status == JobStatus.Failed;

    public static JobLine Of(Job job, IStringLocalizer<OperationsTexts> texts, IStringLocalizer<ApiTexts> sentences)
    {
        var what = texts["Job." + job.Kind];
        return new(job, what.ResourceNotFound ? job.Kind : what, job is { Status: JobStatus.Failed, Error: { } error } ? WhyOf(JobError.Read(error).ToRefusal(), sentences) : null);
    }

    private static string WhyOf(Kernel.RefusalException refusal, IStringLocalizer<ApiTexts> sentences) =>
        string.Join(' ', refusal.Faults.Select(fault => ProblemDetail.Of(fault, sentences).Message).Prepend(Problem.Say(sentences, refusal.TextKey ?? refusal.Code, refusal.Arguments)).Take(3));
}
