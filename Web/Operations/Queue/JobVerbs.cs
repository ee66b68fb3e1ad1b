using System.CommandLine;
using System.Globalization;
using Web.Access;
using Web.Audit;
using Web.Data;
using Web.Jobs;
using Web.Tenancy;

namespace Web.Operations.Queue;

/// <summary>A company's jobs, for whoever runs the installation.</summary>
internal static class JobVerbs
{
    public static Command Verb()
    {
        Option<string> tenant = new("--tenant") { Description = "The company's subdomain.", Required = true };
        Option<Guid> id = new("--id") { Description = "Which job, as the list names it.", Required = true };
        var list = new Command("list", "What runs, waits or failed, and the last that are done.") { tenant };
        list.SetAction((said, cancellation) => InAsync(said.GetRequiredValue(tenant), async queue => await Console.Out.WriteAsync(Write(await queue.ListAsync(cancellation))), cancellation));
        var retry = new Command("retry", "Try a failed one again.") { tenant, id };
        retry.SetAction((said, cancellation) => InAsync(said.GetRequiredValue(tenant), queue => queue.RetryAsync(said.GetRequiredValue(id), cancellation), cancellation));
        var give = new Command("give-up", "Give up one that waits.") { tenant, id };
        give.SetAction((said, cancellation) => InAsync(said.GetRequiredValue(tenant), queue => queue.GiveUpAsync(said.GetRequiredValue(id), cancellation), cancellation));
        return new Command("job", "Work in the background.") { list, retry, give };
    }

    internal static string Write(IEnumerable<Job> jobs) => string.Concat(jobs.Select(job => string.Create(CultureInfo.InvariantCulture,
        $"{job.Id}  {job.Status.ToString().ToLowerInvariant(),-8} {job.Kind,-28} tries {job.Attempts}  {job.CreatedAt:u}  {(job.Error is null ? "" : JobError.Read(job.Error).Code)}\n")));

    private static async Task<int> InAsync(string slug, Func<QueueActs, Task> act, CancellationToken cancellation)
    {
        var builder = CommandLine.BuilderOf([]);
        await using var database = await CommandLine.DatabaseOf(builder, cancellation);
        builder.Services.AddData(database).AddTenancy(builder.Configuration).AddAudit().AddAccess(builder.Configuration).AddScoped<QueueActs>();
        await using var app = builder.Build(); // never started: no worker and no listener of its own
        await ActAsync(app.Services, slug, act, cancellation);
        return 0;
    }

    /// <exception cref="StartRefusedException">There is no such company, or it cannot be done.</exception>
    internal static async Task ActAsync(IServiceProvider services, string slug, Func<QueueActs, Task> act, CancellationToken cancellation)
    {
        if (await services.GetRequiredService<TenantDirectory>().FindAsync(slug, cancellation) is not { } tenant) throw new StartRefusedException($"There is no company at {slug}.");
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantScope>().Enter(tenant.Id);
        await using var work = await scope.ServiceProvider.GetRequiredService<AppDb>().BeginAsync(readOnly: false, cancellation);
        try
        {
            await act(scope.ServiceProvider.GetRequiredService<QueueActs>());
        }
        catch (Kernel.RefusalException refused)
        {
            throw new StartRefusedException(refused.Status == 404 ? "There is no such job." : $"It cannot be done: {refused.Code}.");
        }
        await work.CommitAsync(cancellation);
    }
}
