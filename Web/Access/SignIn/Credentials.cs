using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Web.Access.Sessions;
using Web.Audit;
using Web.Data;
using Web.Tenancy;

namespace Web.Access.SignIn;

/// <summary>The names of the two ways to be known: the browser's cookie and a program's token.</summary>
public static class Schemes
{
    public const string Chooser = "credential", Cookie = "cookie", Bearer = "bearer";
}

/// <summary>
/// Decides whether a credential that has been read opens this door: its tenant is the one of the address and its session
/// lives. One of another tenant is refused, and noted in the log of the tenant that it belongs to.
/// </summary>
internal sealed class CredentialCheck(EnteredTenant entered, TenantScope scope, TenantWork leases, LiveSessions sessions, LateEntries late, CurrentMember current)
{
    public const string TenantClaim = "tid", SessionClaim = "sid";

    public async Task<bool> AdmitAsync(Guid tenant, Guid session, Guid member, CancellationToken cancellation)
    {
        if (entered.Tenant is not { } here) return false;
        if (here.Id != tenant)
        {
            late.Add(new LateEntry(tenant, "security.credential_at_other_tenant", member, null, "high", scope.Address, scope.UserAgent));
            return false;
        }
        if (await sessions.FindAsync(session, scope, leases, cancellation) is not { } person) return false;
        current.Be(person);
        scope.ActAs(person.Id);
        scope.See(person.Sees);
        return true;
    }

    public static ClaimsPrincipal Principal(Guid tenant, Guid session, Guid member, string scheme) => new(new ClaimsIdentity(
        [new(TenantClaim, tenant.ToString()), new(SessionClaim, session.ToString()), new(ClaimTypes.NameIdentifier, member.ToString())], scheme));
}

/// <summary>Reads <c>Authorization: Bearer</c>.</summary>
internal sealed class BearerCredential(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessToken tokens, CredentialCheck check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Request) is not { } token) return AuthenticateResult.NoResult();
        if (tokens.Verify(token) is not { } claims) return AuthenticateResult.Fail("The access token is not valid.");
        return await check.AdmitAsync(claims.Audience, claims.SessionId, claims.Subject, Context.RequestAborted)
            ? AuthenticateResult.Success(new(CredentialCheck.Principal(claims.Audience, claims.SessionId, claims.Subject, Schemes.Bearer), Schemes.Bearer))
            : AuthenticateResult.Fail("The access token does not open this door.");
    }

    public static string? TokenOf(HttpRequest request)
    {
        const string Prefix = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim() : null;
    }
}

/// <summary>On the apex a bearer token names its own tenant.</summary>
internal sealed class BearerNamesTenant : INamesTenant
{
    public Guid? TenantOf(HttpRequest request) => BearerCredential.TokenOf(request) is { } token ? AccessToken.Claimed(token) : null;
}
