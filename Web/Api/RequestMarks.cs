using System.Diagnostics;
using System.Globalization;
using Web.Api.RateLimits;

namespace Web.Api;

/// <summary>Puts <c>X-Request-Id</c>, <c>X-Processing-Time</c> and <c>RateLimit-*</c> on every answer of the API.</summary>
internal sealed class RequestMarks(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["X-Request-Id"] = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.Headers["X-Processing-Time"] =
                    Stopwatch.GetElapsedTime(started).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture) + "s";
                context.Response.Headers.CacheControl = "no-store";
                RateMarks.Write(context);
            }
            return Task.CompletedTask;
        });
        return next(context);
    }
}
