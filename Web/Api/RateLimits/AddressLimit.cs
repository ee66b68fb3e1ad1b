using Microsoft.Extensions.Options;

namespace Web.Api.RateLimits;

/// <summary>
/// Holds one address to its limit before anything else is looked up for it: a tenant, a credential. The address is that of the
/// connection, or what a configured proxy said; never a header of the caller's.
/// </summary>
internal sealed class AddressLimit(RequestDelegate next, CallLimits limits, IOptions<RateLimitOptions> options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && context.Connection.RemoteIpAddress is { } address)
            context.Mark(await limits.TakeAsync(LimitOf.Address, Guid.Empty, CallLimits.NetworkOf(address), options.Value.Address, options.Value.Span, context.RequestAborted));
        await next(context);
    }
}
