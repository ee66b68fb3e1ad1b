using Microsoft.EntityFrameworkCore;
using Web.Access.Risk;
using Web.Access.Sessions;
using Web.Access.TwoFactor;
using Web.Data;

namespace Web.Access.SignIn;

/// <summary>One try at the second step of a sign-in, by a code.</summary>
internal sealed class SecondFactorAttempt(AppDb db, CodeCheck codes, Admission admission)
{
    /// <summary>Opens its own unit of work: the failure must be kept.</summary>
    /// <returns>Null: the first step does not count any more.</returns>
    public async Task<SignInOutcome?> TryAsync(FirstStep first, string code, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var outcome = await CheckAsync(first, code, cancellation);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return outcome;
    }

    private async Task<SignInOutcome?> CheckAsync(FirstStep first, string code, CancellationToken cancellation)
    {
        var member = await db.Members.SingleOrDefaultAsync(one => one.Id == first.Member && one.DeactivatedAt == null && one.SecurityStamp == first.Stamp, cancellation);
        if (member is null) return null;
        return await codes.TryAsync(member.Id, code, cancellation) switch
        {
            CodeOutcome.Right right => await admission.AdmitAsync(member, SessionKind.Browser, right.Proof, cancellation),
            CodeOutcome.Locked locked => new SignInOutcome.CodeLocked(locked.For),
            _ => new SignInOutcome.CodeWrong(),
        };
    }
}
