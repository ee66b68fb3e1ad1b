using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Web.Tests.Secrets;

/// <summary>Everything that an app says of itself while it works: its log to the last word, traces, figures, and what it answers when it refuses.</summary>
internal sealed class Sinks : IDisposable
{
    private readonly ActivityListener traces;
    private readonly MeterListener meters = new();

    public Sinks()
    {
        traces = new ActivityListener { ShouldListenTo = _ => true, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = Hear };
        ActivitySource.AddActivityListener(traces);
        meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument, tags));
        meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Hear(instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, tags));
        meters.Start();
    }

    /// <summary>What was said, and by whom.</summary>
    public ConcurrentQueue<(string Sink, string Text)> Said { get; } = [];

    /// <summary>As an operator who wants to know everything: each category at its finest.</summary>
    public static IReadOnlyDictionary<string, string?> Finest { get; } = new Dictionary<string, string?>
    {
        ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace", ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace", ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Trace",
    };

    public void Tap(IServiceCollection services)
    {
        services.RemoveAll<ILoggerProvider>();
        services.AddSingleton<ILoggerProvider>(new Lines(this));
        services.AddSingleton<IStartupFilter>(new Answers(this));
    }

    public void Dispose()
    {
        traces.Dispose();
        meters.Dispose();
    }

    private void Hear(Activity activity) => Said.Enqueue(($"trace {activity.Source.Name}", $"{activity.DisplayName} {Tags(activity.TagObjects)} {string.Join(' ', activity.Events.Select(one => $"{one.Name} {Tags(one.Tags)}"))} {activity.StatusDescription}"));

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length > 0) Said.Enqueue(($"figure {instrument.Name}", Tags(tags.ToArray())));
    }

    private static string Tags(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    private sealed class Lines(Sinks sinks) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Line(sinks, $"log {categoryName}");

        public void Dispose()
        {
        }
    }

    private sealed class Line(Sinks sinks, string sink) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            sinks.Said.Enqueue((sink, Words(state)));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            sinks.Said.Enqueue((sink, $"{logLevel} {formatter(state, exception)} {Words(state)} {exception}"));

        private static string Words(object? state) => state is IEnumerable<KeyValuePair<string, object?>> pairs ? Tags(pairs) : state?.ToString() ?? "";
    }

    /// <summary>Keeps every answer that is a refusal or an error, whole.</summary>
    private sealed class Answers(Sinks sinks) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                var wire = context.Response.Body;
                using var kept = new MemoryStream();
                context.Response.Body = kept;
                try
                {
                    await rest(context);
                }
                finally
                {
                    context.Response.Body = wire;
                    if (context.Response.StatusCode >= 400) sinks.Said.Enqueue(($"answer {context.Response.StatusCode} {context.GetEndpoint()?.DisplayName}", $"{Encoding.UTF8.GetString(kept.ToArray())} {context.Response.Headers.Location}"));
                    await wire.WriteAsync(kept.ToArray());
                }
            });
            next(app);
        };
    }
}
