using Microsoft.EntityFrameworkCore;
using Web.Access.Company;
using Web.Access.Passwords;
using Web.Access.Risk;
using Web.Access.Seats;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.Invitations;

/// <summary>
/// Somebody takes up an invitation: the member, the seat, the end of the link and the first session come together or not at
/// all. Whoever invited must still be there and still stand above the role.
/// </summary>
internal sealed class Acceptance(AppDb db, EnteredTenant entered, PasswordChange passwords, DeviceCookie devices, TimeProvider time)
{
    public const int LongestToken = 100;

    /// <summary>The invitation of a link, if it may be taken up now; no word on why it may not.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancellation)
    {
        if (token.Length > LongestToken) return null;
        var (hashed, now) = (Invitation.HashOf(token), time.GetUtcNow());
        var invitation = await db.Invitations.SingleOrDefaultAsync(one => one.TokenHash == hashed, cancellation);
        if (invitation is null || !invitation.IsOpen(now)) return null;
        var inviter = await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == invitation.InvitedBy, cancellation);
        return inviter is { IsActive: true } && inviter.Role.Governs(invitation.Role) ? invitation : null;
    }

    /// <summary>Opens its own unit of work: the password is hashed at the gate, before anything is locked.</summary>
    /// <exception cref="RefusalException">402, 403, 404, 409 or 422: no seat is left; the link is no longer good; the address is a member's; name or password do not do.</exception>
    public async Task<SignInOutcome.Succeeded> AcceptAsync(string token, string? name, string? password, CancellationToken cancellation)
    {
        await using (await db.BeginAsync(readOnly: true, cancellation))
        {
            var asked = await FindAsync(token, cancellation) ?? throw RefusalException.NotFound(); // neither hash nor lock for whoever only guesses
            Check(name, password, asked.Email);
        }
        db.ChangeTracker.Clear();
        var secret = await passwords.HashAsync(password!, cancellation);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var now = time.GetUtcNow();
        var seats = await Seating.HoldAsync(db, now, cancellation);
        var invitation = await FindAsync(token, cancellation) ?? throw RefusalException.NotFound();
        await db.MustBeOpenForAsync(invitation.Role, now, cancellation);
        if (await db.Members.AnyAsync(one => one.NormalizedEmail == invitation.NormalizedEmail, cancellation)) throw new RefusalException(409, "already_a_member");
        var member = Member.Join(invitation.Email, name!.Trim(), invitation.Role, invitation.TeamId, now);
        member.PasswordHash = secret;
        db.Members.Add(member);
        seats.Give(member, invitation.Id);
        invitation.Accept(now);
        db.Scope.ActAs(member.Id);
        await devices.KeepAsync(member.Id, null, now, cancellation);
        var begun = db.BeginSession(member, SessionKind.Browser, Proof.Password, now);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return begun;
    }

    private void Check(string? name, string? password, string email)
    {
        List<Fault> faults = [];
        if (string.IsNullOrWhiteSpace(name)) faults.Add(new Fault("name", "required"));
        else if (name.Trim().Length > 120) faults.Add(new Fault("name", "too_long", 120));
        if (PasswordPolicy.FaultOf("password", password, email, name, entered.Required.Name, entered.Required.Slug) is { } fault) faults.Add(fault);
        if (faults.Count > 0) throw RefusalException.Invalid(faults);
    }
}
