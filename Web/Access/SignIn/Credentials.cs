using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Web.Access.ApiKeys;
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
internal sealed class CredentialCheck(EnteredTenant entered, TenantScope scope, TenantWork leases, LiveSessions sessions, LiveKeys keys, LateEntries late, CurrentMember current)
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
        return Admit(await sessions.FindAsync(session, scope, leases, cancellation));
    }

    /// <returns>Whom the key speaks for; null: it does not open this door.</returns>
    public async Task<SignedIn?> AdmitAsync(string key, CancellationToken cancellation)
    {
        if (entered.Tenant is not { } here || ApiKey.TenantOf(key) is not { } tenant) return null;
        if (here.Id == tenant) return Admit(await keys.FindAsync(key, scope, leases, cancellation)) ? current.Person : null;
        var theirs = new TenantScope();
        theirs.Enter(tenant);
        if (await keys.FindAsync(key, theirs, leases, cancellation, watches: true) is { } owner) // anybody can write a tenant's id into a text
            late.Add(new LateEntry(tenant, "security.credential_at_other_tenant", owner.Id, null, "high", scope.Address, scope.UserAgent));
        return null;
    }

    private bool Admit(SignedIn? person)
    {
        if (person is null) return false;
        current.Be(person);
        scope.ActAs(person.Id);
        scope.See(person.Sees);
        return true;
    }

    public static ClaimsPrincipal Principal(Guid tenant, Guid session, Guid member, string scheme) => new(new ClaimsIdentity(
        [new(TenantClaim, tenant.ToString()), new(SessionClaim, session.ToString()), new(ClaimTypes.NameIdentifier, member.ToString())], scheme));
}

/// <summary>Reads <c>Authorization: Bearer</c>, a token's or a key's, and <c>X-API-Key</c>. Whoever shows two different ones is nobody.</summary>
internal sealed class BearerCredential(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessToken tokens, CredentialCheck check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string KeyHeader = "X-API-Key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = TokenOf(Request);
        if (KeyOf(Request) is { } key) return token is null || token == key ? await OfKeyAsync(key) : AuthenticateResult.Fail("Two credentials disagree.");
        if (token is null) return AuthenticateResult.NoResult();
        if (tokens.Verify(token) is not { } claims) return AuthenticateResult.Fail("The access token is not valid.");
        return await check.AdmitAsync(claims.Audience, claims.SessionId, claims.Subject, Context.RequestAborted)
            ? AuthenticateResult.Success(new(CredentialCheck.Principal(claims.Audience, claims.SessionId, claims.Subject, Schemes.Bearer), Schemes.Bearer))
            : AuthenticateResult.Fail("The access token does not open this door.");
    }

    private async Task<AuthenticateResult> OfKeyAsync(string key) => Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && await check.AdmitAsync(key, Context.RequestAborted) is { } person
        ? AuthenticateResult.Success(new(CredentialCheck.Principal(ApiKey.TenantOf(key)!.Value, person.SessionId, person.Id, Schemes.Bearer), Schemes.Bearer))
        : AuthenticateResult.Fail("The API key does not open this door.");

    /// <summary>The key in <c>X-API-Key</c>, or in place of a token where it says by its beginning that it is one.</summary>
    public static string? KeyOf(HttpRequest request) =>
        request.Headers.TryGetValue(KeyHeader, out var header) ? header.ToString().Trim()
        : TokenOf(request) is { } token && token.StartsWith(ApiKey.Mark, StringComparison.Ordinal) ? token : null;

    public static string? TokenOf(HttpRequest request)
    {
        const string Prefix = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim() : null;
    }
}

/// <summary>On the apex a bearer token or a key names its own tenant.</summary>
internal sealed class BearerNamesTenant : INamesTenant
{
    public Guid? TenantOf(HttpRequest request) =>
        BearerCredential.KeyOf(request) is { } key ? ApiKey.TenantOf(key) : BearerCredential.TokenOf(request) is { } token ? AccessToken.Claimed(token) : null;
}
