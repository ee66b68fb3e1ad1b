using Microsoft.EntityFrameworkCore;
using Web.Access.Seats;
using Web.Data;

namespace Web.Access.Members;

/// <summary>A member as lists show them.</summary>
/// <param name="LastSeenAt">When they were last here: the last use of any of their sessions, to the minute.</param>
public sealed record MemberLine(
    Guid Id, string Name, string Email, Role Role, Guid? TeamId, string? Team, bool Seated, DateTimeOffset? LastSeenAt, DateTimeOffset? DeactivatedAt, string Attributes)
{
    public bool Active => DeactivatedAt is null;
}

internal static class MemberLines
{
    /// <summary>Everybody who was not removed, in the order in which they came.</summary>
    public static Task<List<MemberLine>> MemberLinesAsync(this AppDb db, CancellationToken cancellation) =>
        Lines(db, db.Members.Where(member => member.RemovedAt == null)).ToListAsync(cancellation);

    public static Task<MemberLine?> MemberLineAsync(this AppDb db, Guid id, CancellationToken cancellation) =>
        Lines(db, db.Members.Where(member => member.RemovedAt == null && member.Id == id)).SingleOrDefaultAsync(cancellation);

    private static IQueryable<MemberLine> Lines(AppDb db, IQueryable<Member> members)
    {
        var (teams, seats, sessions) = (db.Teams, db.Seats, db.Sessions);
        return from member in members.AsNoTracking()
               join team in teams on member.TeamId equals team.Id into own
               from team in own.DefaultIfEmpty()
               orderby member.Id
               select new MemberLine(
                   member.Id, member.Name, member.Email, member.Role, member.TeamId, team.Name, seats.Any(seat => seat.MemberId == member.Id),
                   sessions.Where(session => session.MemberId == member.Id).Max(session => (DateTimeOffset?)session.LastUsedAt), member.DeactivatedAt, member.Attributes);
    }
}
