using System.Text.Json.Nodes;

namespace Web.Jobs;

/// <summary>
/// What a kind of job does. It runs in a scope of its own with its company entered and its member acting, opens its own units
/// of work, and may be begun more than once (an instance may die at any point), so what it did before must not hurt.
/// </summary>
public interface IJobWork
{
    /// <returns>What came of it, for whoever asks for the job.</returns>
    /// <exception cref="Kernel.RefusalException">It cannot be done and trying again would not help; the job fails with these words.</exception>
    Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation);
}

/// <summary>Lets the member on whose behalf a job runs be the one who asks; the room that knows members provides it.</summary>
public interface IJobActor
{
    /// <returns>False: that member may no longer do anything here.</returns>
    Task<bool> BecomeAsync(Guid member, CancellationToken cancellation);
}
