using Microsoft.Extensions.Options;
using Web.Data;
using Web.Kernel;

namespace Web.Tenancy;

/// <summary>
/// The door: the Host header names the tenant and nothing else does. On the apex a program may name a candidate
/// (<c>X-Tenant</c>, or the tenant inside its credential), which its credential must then belong to.
/// </summary>
internal sealed class TenantDoor(RequestDelegate next, TenantDirectory directory, IOptions<TenancyOptions> options)
{
    public const string CandidateHeader = "X-Tenant";
    private static readonly HashSet<string> BeforeProof = new(StringComparer.OrdinalIgnoreCase) { "/sign-in", "/prove-address", "/prove-address/again", "/language", "/brand.css", "/dev/mailbox" };

    public async Task InvokeAsync(HttpContext context, TenantScope scope, EnteredTenant entered, IEnumerable<INamesTenant> credentials)
    {
        scope.Address = context.Connection.RemoteIpAddress;
        scope.UserAgent = Shortened(context.Request.Headers.UserAgent);
        var address = TenantAddress.Parse(context.Request.Headers.Host, options.Value.BaseDomain);
        entered.OnApex = address.Kind == AddressKind.Apex;
        var tenant = address.Kind switch
        {
            AddressKind.Malformed => throw new RefusalException(400, "host_invalid"),
            AddressKind.Unknown => throw Unknown(),
            AddressKind.Apex => await CandidateAsync(context, credentials),
            _ => await OfHostAsync(context, address.Slug!),
        };
        if (tenant is not null) entered.Enter(tenant, scope);
        if (tenant is { Status: TenantStatus.Unproven } && !BeforeProof.Contains(context.Request.Path.Value ?? "")) TurnBack(context);
        else await next(context);
    }

    /// <summary>An unproven company has no rooms yet: people are told to look into their mail, programs that it is unproven.</summary>
    private static void TurnBack(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) throw new RefusalException(403, "tenant_unproven");
        context.Response.Redirect("/sign-in");
    }

    private async Task<Tenant> OfHostAsync(HttpContext context, string slug)
    {
        var tenant = await directory.FindAsync(slug, context.RequestAborted) ?? throw Unknown();
        if (context.Request.Headers.TryGetValue(CandidateHeader, out var named) && !IsNamed(tenant, named.ToString()))
            throw new RefusalException(400, "tenant_mismatch");
        return tenant;
    }

    private async Task<Tenant?> CandidateAsync(HttpContext context, IEnumerable<INamesTenant> credentials)
    {
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return null;
        var named = context.Request.Headers.TryGetValue(CandidateHeader, out var header) ? header.ToString() : null;
        if (named is null)
        {
            var hinted = credentials.Select(credential => credential.TenantOf(context.Request)).FirstOrDefault(id => id is not null);
            return hinted is { } id ? await directory.FindAsync(id, context.RequestAborted) : null;
        }
        var tenant = Guid.TryParse(named, out var byId) ? await directory.FindAsync(byId, context.RequestAborted)
            : Slug.IsValid(named.ToLowerInvariant()) ? await directory.FindAsync(named.ToLowerInvariant(), context.RequestAborted)
            : null;
        return tenant ?? throw Unknown();
    }

    private static bool IsNamed(Tenant tenant, string name) =>
        string.Equals(name, tenant.Slug, StringComparison.OrdinalIgnoreCase) || (Guid.TryParse(name, out var id) && id == tenant.Id);

    private static RefusalException Unknown() => new(404, "tenant_not_found");

    private static string? Shortened(string? agent) => agent is { Length: > 300 } ? agent[..300] : agent;
}

/// <summary>The tenant of this request, if its address or credential names one.</summary>
public sealed class EnteredTenant
{
    public Tenant? Tenant { get; private set; }

    /// <summary>On the apex host cookies are ignored.</summary>
    public bool OnApex { get; internal set; }

    /// <exception cref="RefusalException">404: this address belongs to no tenant.</exception>
    public Tenant Required => Tenant ?? throw new RefusalException(404, "tenant_not_found");

    /// <summary>Enters the tenant that a credential in the body names, where the address named none.</summary>
    /// <exception cref="RefusalException">404 or 403: there is no such tenant, or it is suspended.</exception>
    public async Task EnterAsync(Guid tenant, TenantDirectory directory, TenantScope scope, CancellationToken cancellation) =>
        Enter(await directory.FindAsync(tenant, cancellation) ?? throw new RefusalException(404, "tenant_not_found"), scope);

    internal void Enter(Tenant tenant, TenantScope scope)
    {
        if (tenant.Status == TenantStatus.Suspended) throw new RefusalException(403, "tenant_suspended");
        scope.Enter(tenant.Id);
        Tenant = tenant;
    }
}

/// <summary>A credential that says which tenant it claims to be of; only a candidate until it is verified.</summary>
public interface INamesTenant
{
    Guid? TenantOf(HttpRequest request);
}
