using Microsoft.AspNetCore.Http.HttpResults;
using Web.Access.Members;
using Web.Access.Sessions;
using Web.Api;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Invitations;

/// <summary>Who is invited and has not come yet. Inviting itself is <c>POST /tenant/users</c>.</summary>
internal static class InvitationsApi
{
    public static void MapInvitations(this IEndpointRouteBuilder api)
    {
        var invitations = api.MapGroup("/tenant/invitations").WithTags("Users").Requires(Permission.UsersRead).Requires(Permission.UsersManage);
        invitations.MapGet("", ListAsync).WithSummary("Who is invited and has not come yet");
        invitations.MapPost("/{id:guid}/resend", ResendAsync).WithSummary("Send an invitation once more; the link of the earlier letter ends");
        invitations.MapDelete("/{id:guid}", RevokeAsync).WithSummary("Revoke an invitation");
    }

    private static async Task<Page<PendingAnswer>> ListAsync(AppDb db, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return new([.. (await db.PendingInvitationsAsync(cancellation)).Select(one => PendingAnswer.Of(one, now))], null);
    }

    private static async Task<NoContent> ResendAsync(Guid id, CurrentMember current, AppDb db, LiveSessions live, Inviting inviting, TimeProvider time, CancellationToken cancellation)
    {
        await inviting.ResendAsync(await Roster.HoldAsync(db, live, current, time.GetUtcNow(), cancellation), id, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RevokeAsync(Guid id, CurrentMember current, AppDb db, LiveSessions live, Inviting inviting, TimeProvider time, CancellationToken cancellation)
    {
        await inviting.RevokeAsync(await Roster.HoldAsync(db, live, current, time.GetUtcNow(), cancellation), id, cancellation);
        return TypedResults.NoContent();
    }
}

/// <summary>An invitation that waits.</summary>
/// <param name="Status"><c>invited</c>, or <c>expired</c> once its link has ended.</param>
internal sealed record PendingAnswer(Guid Id, string Email, Role Role, string? Team, string? InvitedBy, string Status, DateTimeOffset SentAt, DateTimeOffset ExpiresAt)
{
    public static PendingAnswer Of(PendingInvitation one, DateTimeOffset now) =>
        new(one.Id, one.Email, one.Role, one.Team, one.InvitedBy, one.ExpiresAt > now ? "invited" : "expired", one.SentAt, one.ExpiresAt);
}
