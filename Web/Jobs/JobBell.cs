using Web.Data;

namespace Web.Jobs;

/// <summary>Wakes this instance's workers when any instance has queued something.</summary>
internal sealed class JobBell : IListens
{
    private TaskCompletionSource ring = New();

    /// <summary>Completes at the next ring. Take it before looking for work, so that no ring is missed.</summary>
    public Task Next => Volatile.Read(ref ring).Task;

    public string Channel => "job_waits";

    public void Heard(string message) => Interlocked.Exchange(ref ring, New()).TrySetResult();

    public void MayHaveMissed() => Heard("");

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
