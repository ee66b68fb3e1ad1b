using Microsoft.EntityFrameworkCore;
using Web.Access.Risk;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Data;

namespace Web.Access.TwoFactor;

/// <summary>One try to sign in, or to prove once more who one is, by a passkey. Each opens its own unit of work: a refusal is kept.</summary>
internal sealed class PasskeyAttempt(AppDb db, PasskeyCheck passkeys, Admission admission, LiveSessions live, TimeProvider time)
{
    /// <param name="member">Whose passkeys count; null: anybody's of this company.</param>
    public async Task<string> AskAsync(HttpContext http, Guid? member, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        return await passkeys.AskAsync(http, member is { } id ? await db.Members.SingleAsync(one => one.Id == id, cancellation) : null);
    }

    public Task<SignInOutcome?> TryAsync(HttpContext http, string? credential, Guid? only, CancellationToken cancellation) =>
        TryAsync(http, credential, only, member => admission.AdmitAsync(member, SessionKind.Browser, Proof.Passkey, cancellation), cancellation);

    public async Task<SignInOutcome.Succeeded?> ProveAsync(HttpContext http, string? credential, SignedIn person, CancellationToken cancellation)
    {
        var renewed = await TryAsync(http, credential, person.Id, async member => await db.RenewSessionAsync(person.SessionId, member, Proof.Passkey, time.GetUtcNow(), cancellation), cancellation) as SignInOutcome.Succeeded;
        if (renewed is not null) live.Forget(db.TenantId, person.SessionId);
        return renewed;
    }

    private async Task<SignInOutcome?> TryAsync(
        HttpContext http, string? credential, Guid? only, Func<Member, Task<SignInOutcome>> admit, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var member = await passkeys.TryAsync(http, credential, only, cancellation);
        var admitted = member is null ? null : await admit(member);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return admitted;
    }
}
