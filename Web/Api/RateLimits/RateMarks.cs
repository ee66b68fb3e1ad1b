using System.Globalization;
using Web.Kernel;

namespace Web.Api.RateLimits;

/// <summary>Puts the limit that a caller is nearest to on the answer: <c>RateLimit-Limit</c>, <c>-Remaining</c>, <c>-Reset</c>, <c>-Policy</c>.</summary>
public static class RateMarks
{
    /// <exception cref="RefusalException">429: the limit is used up.</exception>
    public static void Mark(this HttpContext http, CallCount? count)
    {
        if (count is null) return;
        if (http.Features.Get<CallCount>() is not { } known || count.Left < known.Left) http.Features.Set(count);
        if (count.Wait is { } wait) throw new RefusalException(429, "rate_limit_exceeded", (int)Math.Ceiling(wait.TotalSeconds)) { RetryAfter = wait, Limit = count.Limit, Used = count.Limit };
    }

    internal static void Write(HttpContext http)
    {
        if (http.Features.Get<CallCount>() is not { } count) return;
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = count.Limit.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = count.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = Math.Ceiling(count.Reset.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"{count.Limit};w={(int)count.Span.TotalSeconds}");
    }
}
