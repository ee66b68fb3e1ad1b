using Microsoft.EntityFrameworkCore;
using Web.Data;

namespace Web.Access.Invitations;

/// <summary>An invitation that nobody has accepted yet, as the list of members shows it.</summary>
public sealed record PendingInvitation(Guid Id, string Email, Role Role, string? Team, string? InvitedBy, DateTimeOffset SentAt, DateTimeOffset ExpiresAt);

internal static class PendingInvitations
{
    public static Task<List<PendingInvitation>> PendingInvitationsAsync(this AppDb db, CancellationToken cancellation)
    {
        var (teams, members) = (db.Teams, db.Members);
        return db.Invitations.AsNoTracking().Where(one => one.AcceptedAt == null && one.RevokedAt == null).OrderBy(one => one.Id)
            .Select(one => new PendingInvitation(
                one.Id, one.Email, one.Role, teams.Where(team => team.Id == one.TeamId).Select(team => team.Name).FirstOrDefault(),
                members.Where(member => member.Id == one.InvitedBy).Select(member => member.Name).FirstOrDefault(), one.SentAt, one.ExpiresAt))
            .ToListAsync(cancellation);
    }
}
