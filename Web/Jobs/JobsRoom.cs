using Web.Data;

namespace Web.Jobs;

public static class JobsRoom
{
    /// <summary>The queue and this instance's workers.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new JobOptions { Workers = configuration.GetValue("Jobs:Workers", 2) });
        services.AddSingleton<JobBell>();
        services.AddSingleton<IListens>(provider => provider.GetRequiredService<JobBell>());
        services.AddHostedService<JobWorker>();
        return services;
    }

    /// <summary>Registers who does the jobs of this kind.</summary>
    public static IServiceCollection AddJob<T>(this IServiceCollection services, string kind) where T : class, IJobWork =>
        services.AddScoped<T>().AddSingleton(new JobKind(kind, typeof(T)));
}

/// <summary>A kind of job and the <see cref="IJobWork"/> that does it.</summary>
public sealed record JobKind(string Name, Type Work);

/// <summary>How an instance works through the queue.</summary>
public sealed record JobOptions
{
    /// <summary>How many jobs this instance carries side by side; 0: none (<c>Jobs:Workers</c>).</summary>
    public int Workers { get; init; } = 2;

    /// <summary>How long a worker waits for the bell before it looks by itself, for jobs that become due or were left by a dead instance.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Before the second attempt; it doubles with each.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);
}
