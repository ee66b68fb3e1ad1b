using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Web.Access;
using Web.Data;
using Web.Jobs;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Insights.Datasets.Loading;

/// <summary>Loads a staged file, on whichever instance takes the job.</summary>
internal sealed class DatasetLoadWork(
    DatasetLoading loading, Staging staging, TenantDirectory directory, EnteredTenant entered, TenantScope scope, CurrentMember member, DatasetAnswers answers) : IJobWork
{
    public const string Kind = "dataset.load";
    private const int LastAttempt = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var order = run.Payload<Order>();
        await entered.EnterAsync(scope.TenantId, directory, scope, cancellation);
        var told = 0L;
        Task Report(double progress)
        {
            if (told != 0 && Stopwatch.GetElapsedTime(told) < Pause) return Task.CompletedTask;
            told = Stopwatch.GetTimestamp();
            return run.ReportAsync(progress, cancellation);
        }
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(member.Person.Locale ?? entered.Required.Locale); // what it says is for them
            member.MustHave(Permission.DatasetsManage);
            var (dataset, load) = await loading.LoadAsync(order.Load, one => staging.Open(one.UploadId!.Value, order.Bytes), entered.Required, Report, cancellation);
            return await answers.LoadedAsync(dataset, load, cancellation);
        }
        catch (RefusalException refusal)
        {
            await loading.GiveUpAsync(order.Load, refusal.Code, cancellation);
            throw;
        }
        catch (Exception cause) when (cause is not OperationCanceledException && run.Attempt >= LastAttempt)
        {
            await loading.GiveUpAsync(order.Load, "job_failed", cancellation);
            throw;
        }
    }

    internal sealed record Order(Guid Load, long Bytes);
}
