using Web.Api.Idempotency;
using Web.Api.RateLimits;
using Web.Data;
using Web.Jobs;

namespace Web.Api;

public static class ApiRoom
{
    /// <summary>The conventions of every endpoint: JSON, errors, request marks, idempotency keys, rate limits.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddJob<ForgetAnswers>(ForgetAnswers.Kind);
        services.AddOptions<RateLimitOptions>().Bind(configuration.GetSection("RateLimits"))
            .Validate(limits => limits.Span >= TimeSpan.FromSeconds(1), "RateLimits:Span is at least one second.").ValidateOnStart();
        services.AddSingleton<CallLimits>().AddSingleton<CallCounts>().AddHostedService(provider => provider.GetRequiredService<CallCounts>());
        services.AddLocalization();
        services.AddApiDescription();
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    public static IApplicationBuilder UseApi(this IApplicationBuilder app) =>
        app.UseMiddleware<RequestMarks>().UseMiddleware<RefusalWriter>().UseMiddleware<BodyHash>();

    /// <summary>After the proxies have said whose call it is, before anything is looked up for it.</summary>
    public static IApplicationBuilder UseAddressLimit(this IApplicationBuilder app) => app.UseMiddleware<AddressLimit>();

    /// <summary>Where programs read what there is.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi().AllowAnonymous();

    /// <summary>The group that every feature's endpoints hang under; each call is one unit of work.</summary>
    public static RouteGroupBuilder MapApiGroup(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1").AddEndpointFilter<WorkAroundEndpoint>().AddEndpointFilter<OncePerKey>();
}
