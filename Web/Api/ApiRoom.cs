using Web.Data;

namespace Web.Api;

public static class ApiRoom
{
    /// <summary>The conventions of every endpoint: JSON, errors, request marks.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddApiDescription();
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    public static IApplicationBuilder UseApi(this IApplicationBuilder app) =>
        app.UseMiddleware<RequestMarks>().UseMiddleware<RefusalWriter>();

    /// <summary>Where programs read what there is.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi().AllowAnonymous();

    /// <summary>The group that every feature's endpoints hang under; each call is one unit of work.</summary>
    public static RouteGroupBuilder MapApiGroup(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1").AddEndpointFilter<WorkAroundEndpoint>();
}
