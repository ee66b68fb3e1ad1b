using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Web.Access.ApiKeys;
using Web.Access.Company;
using Web.Access.Invitations;
using Web.Access.Live;
using Web.Access.Log;
using Web.Access.Members;
using Web.Access.Passwords;
using Web.Access.Risk;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Access.Start;
using Web.Access.TwoFactor;
using Web.Data;
using Web.Jobs;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Access;

public static class AccessRoom
{
    /// <summary>Who is asking, and whether they may.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var secure = configuration["Tenancy:Scheme"] == "https";
        services.AddSingleton(new PasswordHash(configuration["Access:PasswordHash"] == "pbkdf2"));
        services.AddSingleton<PasswordGate>();
        services.AddScoped<DecoyAccounts>();
        services.AddSingleton<LiveSessions>();
        services.AddSingleton<LastUses>();
        services.AddHostedService(provider => provider.GetRequiredService<LastUses>());
        services.AddSingleton<AccessToken>();
        services.AddSettingsPlace(SettingsGroup.You, "/settings/preferences", typeof(AccessTexts), "Preferences.Title");
        services.AddSettingsPlace(SettingsGroup.You, "/settings/password", typeof(AccessTexts), "Password.Change");
        services.AddCompany();
        services.AddSettingsPlace(SettingsGroup.Company, "/settings/members", typeof(MembersTexts), "Members.Title", Permission.UsersRead);
        services.AddSettingsPlace(SettingsGroup.Company, "/settings/teams", typeof(MembersTexts), "Teams.Title", Permission.SettingsManage);
        services.AddSettingsPlace(SettingsGroup.Company, "/settings/roles", typeof(MembersTexts), "Roles.Title", Permission.UsersRead);
        services.AddSingleton<LiveStreams>();
        services.AddSingleton<IListens>(provider => provider.GetRequiredService<LiveStreams>());
        services.AddSingleton<IListens, RightsNews>().AddSingleton<IListens, CompanyNews>();
        services.AddScoped<Welcome>();
        services.AddSingleton<INamesTenant, BearerNamesTenant>();
        services.AddScoped<Inviting>();
        services.AddScoped<Acceptance>();
        services.AddScoped<CurrentMember>();
        services.AddScoped<CredentialCheck>();
        services.AddScoped<BrowserCookie>();
        services.AddScoped<SignInAttempt>().AddScoped<SignInTurns>();
        services.AddScoped<PasswordChange>().AddScoped<PasswordReset>().AddJob<ForgottenWork>(ForgottenWork.Kind);
        services.AddScoped<OwnSessions>();
        services.AddTwoFactor();
        services.AddApiKeys();
        services.AddLog();
        services.AddRisk();
        services.AddScoped<IJobActor, JobMember>();
        services.AddScoped<GuidedSteps>().AddSingleton<IStartStep, InviteStep>().AddSingleton<IStartStep, SecureStep>();
        AddIdentity(services);
        AddSchemes(services, secure);
        services.AddScoped<IAuthorizationHandler, RequiresHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add<AntiforgeryRefusal>();
            mvc.Filters.Add<RecentProofOfPages>();
        });
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, AntiforgeryOfTenant>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = CookieName("antiforgery", secure);
            options.Cookie.SecurePolicy = SecurePolicy(secure);
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.HeaderName = ApiAntiforgery.Header;
        });
        return services;
    }

    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<PersonalCulture>().UseMiddleware<CallerLimit>().UseMiddleware<ClosingGate>().UseAuthorization().UseMiddleware<FactorGate>().UseMiddleware<RiskGate>().UseMiddleware<ApiAntiforgery>().UseMiddleware<ShellOfMember>();

    public static void MapAccess(this IEndpointRouteBuilder api)
    {
        api.MapAuth();
        api.MapPasswords();
        api.MapOrganization();
        api.MapMembers();
        api.MapInvitations();
        api.MapSessions();
        api.MapApiKeys();
        api.MapAuditLogs();
        api.MapFactorReset();
    }

    /// <summary>What changes while a page is open, and the company's picture on it.</summary>
    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        routes.MapEvents();
        routes.MapLogo();
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<Member>(options =>
        {
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddUserStore<MemberStore>().AddSignInManager();
        services.AddSingleton<ILookupNormalizer, EmailNormalizer>();
        services.RemoveAll<IPasswordHasher<Member>>();
        services.AddSingleton<IPasswordHasher<Member>>(provider => provider.GetRequiredService<PasswordHash>());
        services.RemoveAll<IUserValidator<Member>>(); // addresses are checked where they are typed; here it would cost two look-ups a sign-in
    }

    private static void AddSchemes(IServiceCollection services, bool secure)
    {
        services.AddAuthentication(Schemes.Chooser)
            .AddPolicyScheme(Schemes.Chooser, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count > 0 || context.Request.Headers.ContainsKey(BearerCredential.KeyHeader) || context.RequestServices.GetRequiredService<EnteredTenant>().OnApex
                    ? Schemes.Bearer : Schemes.Cookie)
            .AddScheme<AuthenticationSchemeOptions, BearerCredential>(Schemes.Bearer, null)
            .AddCookie(Schemes.Cookie, options =>
            {
                options.EventsType = typeof(BrowserCookie);
                options.Cookie.Name = CookieName("session", secure);
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = SecurePolicy(secure);
                options.LoginPath = "/sign-in";
                options.SlidingExpiration = false;
            });
    }

    private static string CookieName(string what, bool secure) => secure ? $"__Host-tsumugi-{what}" : $"tsumugi-{what}";

    private static CookieSecurePolicy SecurePolicy(bool secure) => secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
