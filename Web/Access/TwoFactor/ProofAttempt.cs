using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Audit;
using Web.Data;
using Web.Kernel;

namespace Web.Access.TwoFactor;

/// <summary>
/// Somebody who is signed in proves once more who they are: by their second factor, or by their password where they have none.
/// The session goes on under a new id.
/// </summary>
internal sealed class ProofAttempt(
    AppDb db, UserManager<Member> members, SignInManager<Member> check, PasswordGate gate, CodeCheck codes, LiveSessions live, TimeProvider time)
{
    /// <summary>Opens its own unit of work: a failure must be kept, and no transaction waits at the gate.</summary>
    public async Task<SignInOutcome> TryAsync(SignedIn person, string? password, string? code, CancellationToken cancellation)
    {
        if (password?.Length > SignInAttempt.LongestPassword || code?.Length > CodeCheck.Longest) return new SignInOutcome.CodeWrong();
        using var place = string.IsNullOrEmpty(password) ? null : await gate.EnterAsync(cancellation);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var member = await LockAsync(person.Id, cancellation);
        var outcome = await db.HasSecondFactorAsync(member.Id, cancellation) ? await ByCodeAsync(person, member, code, cancellation) : await ByPasswordAsync(person, member, password, cancellation);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        if (outcome is SignInOutcome.Succeeded) live.Forget(db.TenantId, person.SessionId);
        return outcome;
    }

    private async Task<Member> LockAsync(Guid id, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select from app.members where tenant_id = {db.TenantId} and id = {id} for update", cancellation);
        return await db.Members.SingleAsync(member => member.Id == id, cancellation);
    }

    private async Task<SignInOutcome> ByPasswordAsync(SignedIn person, Member member, string? password, CancellationToken cancellation)
    {
        if (member.PasswordHash is null || string.IsNullOrEmpty(password)) return new SignInOutcome.CodeWrong();
        var result = await check.CheckPasswordSignInAsync(member, password, lockoutOnFailure: true);
        if (result.Succeeded) return await db.RenewSessionAsync(person.SessionId, member, Proof.Password, time.GetUtcNow(), cancellation);
        db.Note(time.GetUtcNow(), result.IsLockedOut ? "auth.locked_out" : "auth.proof_failed", "auth", member.Id, risk: result.IsLockedOut ? "high" : "medium");
        return result.IsLockedOut ? new SignInOutcome.CodeLocked(member.LockoutEnd!.Value - time.GetUtcNow())
            : new SignInOutcome.Failed(members.Options.Lockout.MaxFailedAccessAttempts - member.AccessFailedCount);
    }

    private async Task<SignInOutcome> ByCodeAsync(SignedIn person, Member member, string? code, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(code) ? new SignInOutcome.SecondFactorNeeded(member) : await codes.TryAsync(member.Id, code, cancellation) switch
        {
            CodeOutcome.Right right => await db.RenewSessionAsync(person.SessionId, member, right.Proof, time.GetUtcNow(), cancellation),
            CodeOutcome.Locked locked => new SignInOutcome.CodeLocked(locked.For),
            _ => new SignInOutcome.CodeWrong(),
        };
}

internal static class SessionRenewal
{
    /// <summary>The session goes on under another id, proved now; whoever kept a copy of the old cookie has nothing.</summary>
    /// <exception cref="RefusalException">401: it ended a moment ago, and stays so.</exception>
    public static async Task<SignInOutcome.Succeeded> RenewSessionAsync(
        this AppDb db, Guid session, Member member, Proof proof, DateTimeOffset now, CancellationToken cancellation)
    {
        var old = await db.Sessions.SingleAsync(one => one.Id == session, cancellation);
        if (!old.IsLive(now) || !member.IsActive || old.SecurityStamp != member.SecurityStamp) throw new RefusalException(401, "not_signed_in");
        var renewed = old.Renew(proof, db.Scope.Address, now);
        db.Sessions.Add(renewed);
        db.Note(now, "auth.proved_again", "auth", member.Id);
        return new SignInOutcome.Succeeded(member, renewed);
    }
}
