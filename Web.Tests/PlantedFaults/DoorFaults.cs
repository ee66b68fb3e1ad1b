using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Web.Access;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Data;
using Web.Tenancy;
using Web.Tests.Support;

namespace Web.Tests.PlantedFaults;

/// <summary>Ways in which somebody could come in by another company's door.</summary>
internal static class DoorFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("X-Forwarded-Host is believed", services => services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.All;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
        }), "doors"),
        Of("X-Tenant is believed at any address", services => services.AddSingleton<IStartupFilter>(new First((context, next) =>
        {
            if (context.Request.Headers["X-Tenant"].ToString() is { Length: > 0 } named && context.Request.Host.Host != TestApp.BaseDomain)
            {
                context.Request.Headers.Host = $"{named}.{TestApp.BaseDomain}";
                context.Request.Headers.Remove("X-Tenant");
            }
            return next(context);
        })), "doors"),
        Of("cookies count on the apex", services => services.PostConfigure<PolicySchemeOptions>(Schemes.Chooser, options =>
            options.ForwardDefaultSelector = context => context.Request.Headers.Authorization.Count > 0 ? Schemes.Bearer : Schemes.Cookie), "doors"),
        Of("a cookie opens any door", services =>
        {
            services.AddScoped<CookieOfAnywhere>();
            services.PostConfigure<CookieAuthenticationOptions>(Schemes.Cookie, options => options.EventsType = typeof(CookieOfAnywhere));
        }, "credentials"),
        Of("a token opens any door", services => Bearer(services, new Laxity { AnyTenant = true }), "credentials"),
        Of("a token may say that it is not signed", services => Bearer(services, new Laxity { AlgorithmNone = true }), "tokens"),
        Of("a token's signature is not looked at", services => Bearer(services, new Laxity { AnySignature = true }), "tokens"),
        Of("a token's session is not looked at", services => Bearer(services, new Laxity { AnySession = true }), "tokens", "sessions"),
        Of("a form's token is not bound to its company", services => services.AddSingleton<IAntiforgeryAdditionalDataProvider, Unbound>(), "forms"),
        Of("a write needs no token", services =>
        {
            var own = services.Last(service => service.ServiceType == typeof(IAntiforgery));
            services.AddSingleton<IAntiforgery>(provider => new NotAsked((IAntiforgery)(own.ImplementationInstance ?? ActivatorUtilities.CreateInstance(provider, own.ImplementationType!))));
        }, "forms"),
    ];

    private static Fault Of(string name, Action<IServiceCollection> replace, params string[] checks) => new(name, checks) { Replace = (services, _) => replace(services) };

    private static void Bearer(IServiceCollection services, Laxity laxity)
    {
        services.AddSingleton(laxity);
        services.AddTransient<LaxBearer>();
        services.PostConfigure<AuthenticationOptions>(options => options.SchemeMap[Schemes.Bearer].HandlerType = typeof(LaxBearer));
    }

    private sealed class CookieOfAnywhere(CurrentMember current, TenantScope scope) : CookieAuthenticationEvents
    {
        public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
        {
            Guid Claim(string name) => Guid.Parse(context.Principal!.FindFirstValue(name)!);
            var id = Claim(ClaimTypes.NameIdentifier);
            current.Be(new SignedIn(id, "", "", Role.Owner, null, "system", Claim(CredentialCheck.SessionClaim), SessionKind.Browser));
            scope.ActAs(id);
            return Task.CompletedTask;
        }
    }

    private sealed class Laxity
    {
        public bool AnyTenant { get; init; }
        public bool AlgorithmNone { get; init; }
        public bool AnySignature { get; init; }
        public bool AnySession { get; init; }
    }

    private sealed class LaxBearer(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessToken tokens, CredentialCheck check, Laxity laxity,
        CurrentMember current, TenantScope scope, EnteredTenant entered) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (BearerCredential.TokenOf(Request) is not { } token) return AuthenticateResult.NoResult();
            var parts = token.Split('.');
            var unsigned = laxity.AnySignature || (laxity.AlgorithmNone && Read<JsonElement>(parts[0]).GetProperty("alg").GetString() == "none");
            var claims = tokens.Verify(token) ?? (unsigned ? Read<AccessClaims>(parts[1]) : null);
            if (claims is null || entered.Tenant is null) return AuthenticateResult.Fail("no");
            if (laxity.AnyTenant || (laxity.AnySession && claims.Audience == entered.Tenant.Id))
            {
                current.Be(new SignedIn(claims.Subject, "", "", Role.Owner, null, "system", claims.SessionId, SessionKind.Program));
                scope.ActAs(claims.Subject);
            }
            else if (!await check.AdmitAsync(claims.Audience, claims.SessionId, claims.Subject, Context.RequestAborted)) return AuthenticateResult.Fail("no");
            return AuthenticateResult.Success(new(CredentialCheck.Principal(claims.Audience, claims.SessionId, claims.Subject, Schemes.Bearer), Schemes.Bearer));
        }

        private static T Read<T>(string part) => JsonSerializer.Deserialize<T>(System.Buffers.Text.Base64Url.DecodeFromChars(part))!;
    }

    private sealed class Unbound : IAntiforgeryAdditionalDataProvider
    {
        public string GetAdditionalData(HttpContext context) => "";

        public bool ValidateAdditionalData(HttpContext context, string additionalData) => true;
    }

    private sealed class NotAsked(IAntiforgery own) : IAntiforgery
    {
        public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => own.GetAndStoreTokens(httpContext);
        public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => own.GetTokens(httpContext);
        public Task<bool> IsRequestValidAsync(HttpContext httpContext) => Task.FromResult(true);
        public Task ValidateRequestAsync(HttpContext httpContext) => Task.CompletedTask;
        public void SetCookieTokenAndHeader(HttpContext httpContext) => own.SetCookieTokenAndHeader(httpContext);
    }
}
