using Microsoft.Extensions.DependencyInjection;
using Web.Data;
using Web.Jobs;

namespace Web.Tests.Support;

/// <summary>Does a company's job as it would be done at another time.</summary>
internal static class Later
{
    public static Task RunAsync<T>(TestInstallation installation, TestTenant company, DateTimeOffset now, string payload = "{}") where T : IJobWork => RunAsync<T>(installation.App, company, now, payload);

    public static async Task RunAsync<T>(TestApp app, TestTenant company, DateTimeOffset now, string payload = "{}") where T : IJobWork
    {
        await using var services = app.Services.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<TenantScope>().Enter(company.Id);
        var work = ActivatorUtilities.CreateInstance<T>(services.ServiceProvider, new Fixed(now));
        await work.RunAsync(new JobRun(Guid.CreateVersion7(), 1, payload, (_, _) => Task.CompletedTask), TestContext.Current.CancellationToken);
    }

    private sealed class Fixed(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
