using Microsoft.Extensions.Options;
using Web.Api.RateLimits;
using Web.Tenancy;

namespace Web.Access;

/// <summary>Holds a person or an API key to its limit, and then their company to its own: one who calls too often takes nothing from the others.</summary>
internal sealed class CallerLimit(RequestDelegate next, CallLimits limits, CallCounts counts, IOptions<RateLimitOptions> options)
{
    private static readonly TimeSpan OfKey = TimeSpan.FromMinutes(1);

    public async Task InvokeAsync(HttpContext context, CurrentMember current, EnteredTenant entered)
    {
        if (current.IsKnown && entered.Tenant is { } tenant && context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            context.Mark(await OfCallerAsync(current.Person, tenant, context.RequestAborted));
            context.Mark(await limits.TakeAsync(LimitOf.Tenant, tenant.Id, "all", tenant.Demo ? options.Value.Demo : options.Value.Tenant, options.Value.Span, context.RequestAborted));
            counts.Add(tenant.Id);
        }
        await next(context);
    }

    private ValueTask<CallCount?> OfCallerAsync(SignedIn person, Tenant tenant, CancellationToken cancellation)
    {
        var (what, id, usual) = person.Key is { } key ? (LimitOf.Key, key.Id, options.Value.Key) : (LimitOf.Member, person.Id, options.Value.Member);
        return person.Key?.RateLimit is { } own
            ? limits.TakeAsync(what, tenant.Id, id, own, OfKey, cancellation)
            : limits.TakeAsync(what, tenant.Id, id, tenant.Demo ? options.Value.Demo : usual, options.Value.Span, cancellation);
    }
}
