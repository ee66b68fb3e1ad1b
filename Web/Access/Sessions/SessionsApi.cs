using Microsoft.AspNetCore.Http.HttpResults;
using Web.Api;
using Web.Kernel;

namespace Web.Access.Sessions;

/// <summary>Where the caller's person is signed in.</summary>
internal static class SessionsApi
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        var sessions = api.MapGroup("/tenant/sessions").WithTags("Sessions").IsEverybodysOwn();
        sessions.AddEndpointFilter((context, next) => context.HttpContext.RequestServices.GetRequiredService<CurrentMember>().Person.Key is { Scopes: not null }
            ? throw new RefusalException(403, "sign_in_required") : next(context)); // no scope gives it this
        sessions.MapGet("", ListAsync).WithSummary("Where you are signed in");
        sessions.MapDelete("/{id:guid}", EndAsync).WithSummary("End one of your sessions");
    }

    private static async Task<Page<SessionRow>> ListAsync(OwnSessions own, CancellationToken cancellation) => new(await own.ListAsync(cancellation), null);

    private static async Task<NoContent> EndAsync(Guid id, OwnSessions own, CancellationToken cancellation)
    {
        await own.EndAsync(id, cancellation);
        return TypedResults.NoContent();
    }
}
