using System.Diagnostics;
using System.Text.Json.Nodes;
using Npgsql;
using Web.Data;
using Web.Kernel;

namespace Web.Jobs;

/// <summary>
/// Takes jobs one after another, of any company, and carries each in a scope of its own. Some run side by side on every
/// instance; which instance does a job is left to the database.
/// </summary>
internal sealed partial class JobWorker(
    NpgsqlDataSource source, IServiceScopeFactory scopes, IEnumerable<JobKind> kinds, JobBell bell, JobOptions options, TimeProvider time, ILogger<JobWorker> logger) : BackgroundService
{
    private const int MostAttempts = 5;
    private readonly Dictionary<string, Type> works = kinds.ToDictionary(kind => kind.Name, kind => kind.Work, StringComparer.Ordinal);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        works.Count == 0 ? Task.CompletedTask : Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => Task.Run(() => WorkAsync(Guid.CreateVersion7(), stoppingToken), stoppingToken)));

    private async Task WorkAsync(Guid holder, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var rung = bell.Next;
                if (await TakeAsync(holder, stopping) is { } taken) await CarryAsync(taken.Tenant, taken.Job, holder, stopping);
                else await rung.WaitAsync(options.LongestWait, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception cause) when (cause is not OperationCanceledException)
            {
                LogStumbled(cause);
                await Task.Delay(options.LongestWait, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                // Stopping; what was in hand has been put back.
            }
        }
    }

    private async Task<(Guid Tenant, Guid Job)?> TakeAsync(Guid holder, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select tenant_id, id from app.take_job($1, $2, $3)");
        command.Parameters.Add(new() { Value = holder });
        command.Parameters.Add(new() { Value = works.Keys.ToArray() });
        command.Parameters.Add(new() { Value = JobHold.Lease });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetGuid(0), reader.GetGuid(1)) : null;
    }

    private async Task CarryAsync(Guid tenant, Guid id, Guid holder, CancellationToken stopping)
    {
        await using var services = scopes.CreateAsyncScope();
        var scope = services.ServiceProvider.GetRequiredService<TenantScope>();
        scope.Enter(tenant);
        var hold = new JobHold(id, holder, scope, services.ServiceProvider.GetRequiredService<TenantWork>(), time);
        if (await hold.ReadAsync(stopping) is not { } job) return;
        using var activity = new Activity("job").SetTag("tenant", tenant).SetTag("kind", job.Kind).Start();
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var heart = BeatAsync(hold, lost);
        try
        {
            var result = await RunAsync(job, hold, services.ServiceProvider, lost.Token);
            await hold.FinishAsync(result?.ToJsonString(JobJson.Options), CancellationToken.None);
        }
        catch (RefusalException refusal)
        {
            await hold.FailAsync(JobError.Of(refusal), CancellationToken.None);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            await hold.PutBackAsync(TimeSpan.Zero, counts: false, CancellationToken.None);
        }
        catch (Exception cause)
        {
            LogFailed(cause, job.Kind, id, job.Attempts);
            if (job.Attempts >= MostAttempts) await hold.FailAsync(JobError.Unexpected, CancellationToken.None);
            else await hold.PutBackAsync(options.FirstPause * Math.Pow(2, job.Attempts - 1), counts: true, CancellationToken.None);
        }
        finally
        {
            await lost.CancelAsync();
            await heart;
        }
    }

    private async Task<JsonNode?> RunAsync(Job job, JobHold hold, IServiceProvider services, CancellationToken cancellation)
    {
        if (job.Attempts > MostAttempts) throw JobError.Unexpected.ToRefusal(); // it keeps taking its instance down with it
        if (job.MemberId is { } member && !await services.GetRequiredService<IJobActor>().BecomeAsync(member, cancellation)) throw new RefusalException(403, "job_member_gone");
        var run = new JobRun(job.Id, job.Attempts, job.Payload, hold.ReportAsync);
        return await ((IJobWork)services.GetRequiredService(works[job.Kind])).RunAsync(run, cancellation);
    }

    private async Task BeatAsync(JobHold hold, CancellationTokenSource lost)
    {
        using var beat = new PeriodicTimer(JobHold.Lease / 3, time);
        try
        {
            while (await beat.WaitForNextTickAsync(lost.Token))
                if (!await hold.KeepAsync(lost.Token)) await lost.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The job has ended.
        }
        catch (NpgsqlException cause)
        {
            LogStumbled(cause);
            await lost.CancelAsync();
        }
    }

    [LoggerMessage(LogLevel.Error, "Looking for work failed")]
    private partial void LogStumbled(Exception cause);

    [LoggerMessage(LogLevel.Error, "The job {Kind} {Job} failed at attempt {Attempt}")]
    private partial void LogFailed(Exception cause, string kind, Guid job, int attempt);
}
