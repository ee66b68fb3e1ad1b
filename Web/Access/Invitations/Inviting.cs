using Microsoft.EntityFrameworkCore;
using Web.Access.Members;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.Invitations;

/// <summary>Invites people one by one out of a list: what is wrong with one of them does not hold up the others.</summary>
internal sealed class Inviting(AppDb db, EnteredTenant entered, TenantLinks links, TimeProvider time)
{
    /// <summary>How many at once.</summary>
    public const int Most = 200;

    /// <exception cref="RefusalException">403 or 404: the role is not below one's own; there is no such team.</exception>
    public async Task<IReadOnlyList<InvitedLine>> InviteAsync(Roster roster, IReadOnlyList<string> addresses, Role role, Guid? team, CancellationToken cancellation)
    {
        roster.Actor.MustGrant(role);
        if (team is { } chosen && !await db.Teams.AnyAsync(one => one.Id == chosen, cancellation)) throw RefusalException.NotFound();
        var members = await db.Members.AsNoTracking().Where(member => member.RemovedAt == null).ToDictionaryAsync(member => member.NormalizedEmail, member => member.IsActive, cancellation);
        var pending = await db.Invitations.Where(one => one.AcceptedAt == null && one.RevokedAt == null).ToDictionaryAsync(one => one.NormalizedEmail, cancellation);
        List<InvitedLine> lines = [];
        HashSet<string> said = [];
        foreach (var address in addresses)
            if (said.Add(Member.Normalize(address))) lines.Add(Invite(roster, address, role, team, members, pending));
        await db.SaveChangesAsync(cancellation);
        return lines;
    }

    /// <summary>The addresses in what somebody pasted: parted by lines, commas or semicolons, with or without a name around them.</summary>
    public static IReadOnlyList<string> AddressesIn(string? pasted) =>
        [.. (pasted ?? "").Split(['\n', '\r', ',', ';', '、', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Bare).Where(address => address is not "")];

    public async Task ResendAsync(Roster roster, Guid id, CancellationToken cancellation)
    {
        var (invitation, now) = (await PendingAsync(id, cancellation), time.GetUtcNow());
        var token = invitation.Resend(roster.Actor, now);
        roster.Seats.Hold(invitation.Id, invitation.Role, invitation.ExpiresAt);
        db.Post(invitation, token, entered.Required, roster.Actor.Name, links, now);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task RevokeAsync(Roster roster, Guid id, CancellationToken cancellation)
    {
        var invitation = await PendingAsync(id, cancellation);
        invitation.Revoke(roster.Actor, time.GetUtcNow());
        roster.Seats.Free(invitation.Id);
        await db.SaveChangesAsync(cancellation);
    }

    private InvitedLine Invite(Roster roster, string address, Role role, Guid? team, Dictionary<string, bool> members, Dictionary<string, Invitation> pending)
    {
        if (!EmailAddress.IsValid(address)) return new InvitedLine(address, InvitedAs.NoAddress);
        var (normalized, now) = (Member.Normalize(address), time.GetUtcNow());
        if (members.TryGetValue(normalized, out var active)) return new InvitedLine(address, active ? InvitedAs.Member : InvitedAs.Deactivated);
        if (pending.TryGetValue(normalized, out var earlier))
        {
            if (earlier.IsOpen(now)) return new InvitedLine(address, InvitedAs.Pending);
            if (!roster.Actor.Rank.Governs(earlier.Role)) return new InvitedLine(address, InvitedAs.Pending);
            earlier.Revoke(roster.Actor, now); // it has expired; another takes its place
            roster.Seats.Free(earlier.Id);
        }
        var (invitation, token) = Invitation.Write(address, role, team, entered.Required.Locale, roster.Actor, now);
        if (!roster.Seats.TryHold(invitation.Id, role, invitation.ExpiresAt)) return new InvitedLine(address, InvitedAs.NoSeat);
        db.Invitations.Add(invitation);
        db.Post(invitation, token, entered.Required, roster.Actor.Name, links, now);
        return new InvitedLine(address, InvitedAs.Invited, invitation);
    }

    private async Task<Invitation> PendingAsync(Guid id, CancellationToken cancellation) =>
        await db.Invitations.SingleOrDefaultAsync(one => one.Id == id && one.AcceptedAt == null && one.RevokedAt == null, cancellation) ?? throw RefusalException.NotFound();

    private static string Bare(string text)
    {
        var (open, close) = (text.LastIndexOf('<'), text.LastIndexOf('>'));
        return (open >= 0 && close > open ? text[(open + 1)..close] : text).Trim();
    }
}

/// <summary>What became of one address.</summary>
public enum InvitedAs { Invited, Member, Deactivated, Pending, NoAddress, NoSeat }

/// <param name="Invitation">Only when it was written.</param>
public sealed record InvitedLine(string Address, InvitedAs Outcome, Invitation? Invitation = null);
