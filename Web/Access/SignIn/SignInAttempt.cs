using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Web.Access.Risk;
using Web.Access.Seats;
using Web.Access.Sessions;
using Web.Access.TwoFactor;
using Web.Audit;
using Web.Data;
using Web.Tenancy;

namespace Web.Access.SignIn;

/// <summary>
/// One try to sign in with e-mail and password. A wrong address costs the same time as a wrong password; attempts on one
/// account wait for each other, so that the count of failures is exact.
/// </summary>
internal sealed class SignInAttempt(
    AppDb db, UserManager<Member> members, SignInManager<Member> check, PasswordGate gate, DecoyAccounts decoys, SignInTurns turns, CodeCheck codes, Admission admission, EnteredTenant entered, TimeProvider time)
{
    public const int LongestPassword = 128;

    /// <summary>Opens its own unit of work: the failure must be kept, and no transaction waits at the gate.</summary>
    /// <param name="code">Of the second factor, where it is sent along.</param>
    public async Task<SignInOutcome> TryAsync(string email, string password, string? code, SessionKind kind, CancellationToken cancellation)
    {
        if (password.Length > LongestPassword) return new SignInOutcome.Failed(members.Options.Lockout.MaxFailedAccessAttempts);
        if (await turns.TakeAsync(email, cancellation) is { } wait) return new SignInOutcome.TooMany(wait);
        using var place = await gate.EnterAsync(cancellation);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var outcome = await CheckAsync(email, password, code, kind, cancellation);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return outcome;
    }

    private async Task<SignInOutcome> CheckAsync(string email, string password, string? code, SessionKind kind, CancellationToken cancellation)
    {
        var normalized = Member.Normalize(email);
        await db.Database.ExecuteSqlAsync($"select from app.members where tenant_id = {db.TenantId} and normalized_email = {normalized} for update", cancellation);
        var member = await members.FindByNameAsync(normalized);
        if (member?.PasswordHash is null || !member.IsActive)
            return Fail(member, await decoys.TryAsync(normalized, password, cancellation));
        var result = await check.CheckPasswordSignInAsync(member, password, lockoutOnFailure: true);
        if (result.IsLockedOut) return Fail(member, new SignInOutcome.LockedOut(member.LockoutEnd!.Value - time.GetUtcNow()));
        if (!result.Succeeded) return Fail(member, new SignInOutcome.Failed(members.Options.Lockout.MaxFailedAccessAttempts - member.AccessFailedCount));
        if (entered.Tenant is { Status: TenantStatus.Closing } && await admission.ShutAsync(member, cancellation) is { } shut) return shut;
        if (member.Role is not Role.Owner && member.Role.NeedsSeat && !await db.Seats.AnyAsync(seat => seat.MemberId == member.Id, cancellation)) return Fail(member, new SignInOutcome.Seatless());
        if (!await db.HasSecondFactorAsync(member.Id, cancellation)) return await admission.AdmitAsync(member, kind, Proof.Password, cancellation);
        if (string.IsNullOrWhiteSpace(code))
        {
            db.Note(time.GetUtcNow(), "auth.password_accepted", "auth", member.Id);
            return new SignInOutcome.SecondFactorNeeded(member);
        }
        return await codes.TryAsync(member.Id, code, cancellation) switch
        {
            CodeOutcome.Right right => await admission.AdmitAsync(member, kind, right.Proof, cancellation),
            CodeOutcome.Locked locked => new SignInOutcome.CodeLocked(locked.For),
            _ => new SignInOutcome.CodeWrong(),
        };
    }

    private SignInOutcome Fail(Member? member, SignInOutcome outcome)
    {
        var locked = outcome is SignInOutcome.LockedOut;
        db.Note(time.GetUtcNow(), locked ? "auth.locked_out" : "auth.sign_in_failed", "auth", member?.Id, risk: locked ? "high" : "medium");
        return outcome;
    }
}

/// <summary>How a try to sign in ended.</summary>
public abstract record SignInOutcome
{
    public sealed record Succeeded(Member Member, Session Session) : SignInOutcome;

    /// <summary>The password is right, but nobody has given them a seat.</summary>
    public sealed record Seatless : SignInOutcome;

    /// <summary>They proved who they are, but the company is closed to them.</summary>
    /// <param name="Code">Of the sentence that says why.</param>
    public sealed record Shut(string Code) : SignInOutcome;

    /// <param name="Left">How many tries remain before the account is locked.</param>
    public sealed record Failed(int Left) : SignInOutcome;

    /// <summary>The password was right; the second factor is still to be shown.</summary>
    public sealed record SecondFactorNeeded(Member Member) : SignInOutcome;

    public sealed record CodeWrong : SignInOutcome;

    /// <summary>Everything was right, but it looks too risky for the company's rules.</summary>
    public sealed record RiskRefused : SignInOutcome;

    /// <summary>Everything was right, but it looks risky and there is no second factor: a link is on its way to their address.</summary>
    public sealed record MailAsked(Member Member) : SignInOutcome;

    public sealed record CodeLocked(TimeSpan For) : SignInOutcome;

    /// <summary>Too many tries from this network, or on this account; nothing was checked.</summary>
    public sealed record TooMany(TimeSpan For) : SignInOutcome;

    public sealed record LockedOut(TimeSpan For) : SignInOutcome
    {
        public int Minutes => MinutesOf(For);
    }

    internal static int MinutesOf(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalMinutes));
}
