using System.Text.Json;

namespace Web.Jobs;

/// <summary>One attempt at a job.</summary>
public sealed class JobRun
{
    private readonly string payload;
    private readonly Func<double, CancellationToken, Task> report;

    internal JobRun(Guid id, int attempt, string payload, Func<double, CancellationToken, Task> report) =>
        (Id, Attempt, this.payload, this.report) = (id, attempt, payload, report);

    public Guid Id { get; }

    /// <summary>1 at the first.</summary>
    public int Attempt { get; }

    public T Payload<T>() => JsonSerializer.Deserialize<T>(payload, JobJson.Options) ?? throw new JsonException("The job has no payload.");

    /// <summary>Tells how far it is, in a unit of work of its own.</summary>
    /// <param name="progress">From 0 to 1.</param>
    public Task ReportAsync(double progress, CancellationToken cancellation) => report(Math.Clamp(progress, 0, 1), cancellation);
}
