using Microsoft.EntityFrameworkCore;
using Web.Access.Links;
using Web.Access.SignIn;
using Web.Data;
using Web.Jobs;
using Web.Kernel;

namespace Web.Access.Passwords;

/// <summary>The two halves of a forgotten password: asking for a link, and using it.</summary>
internal sealed class PasswordReset(AppDb db, PasswordChange change, SignInTurns turns, TimeProvider time)
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(30);

    /// <summary>The same for every address, known or not. Asked too often about one, it says the same and does nothing.</summary>
    /// <exception cref="RefusalException">429: this network asked too often.</exception>
    public async Task AskAsync(string? email, CancellationToken cancellation)
    {
        if (await turns.OfNetworkAsync("reset", 30, Span, cancellation) is { } wait) throw RefusalException.TooMany(wait);
        if (!EmailAddress.IsValid(email?.Trim()) || await turns.OfAccountAsync("reset", email!, 4, Span, cancellation) is not null) return;
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        db.EnqueueForCompany(ForgottenWork.Kind, new ForgottenWork.Order(Member.Normalize(email!)), time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
    }

    public async Task<bool> IsOpenAsync(string? token, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        return await db.FindLinkAsync(token, PasswordChange.ResetPurpose, time.GetUtcNow(), cancellation) is not null;
    }

    /// <summary>Uses the link up and sets the password; a password that is refused leaves the link as it was.</summary>
    /// <returns>What is wrong, for the field <c>token</c> or <c>password</c>; null when it is done.</returns>
    /// <exception cref="RefusalException">429 or 503.</exception>
    public async Task<Fault?> UseAsync(string? token, string? password, CancellationToken cancellation)
    {
        if (await turns.OfNetworkAsync("reset", 30, Span, cancellation) is { } wait) throw RefusalException.TooMany(wait);
        Guid? id;
        await using (await db.BeginAsync(readOnly: true, cancellation))
        {
            id = await db.FindLinkAsync(token, PasswordChange.ResetPurpose, time.GetUtcNow(), cancellation);
            if (await db.Members.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.DeactivatedAt == null, cancellation) is not { } person) return Ended;
            if (change.FaultOf("password", password, person) is { } fault) return fault;
        }
        var hashed = await change.HashAsync(password!, cancellation);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        if (!await db.ClaimLinkAsync(token, PasswordChange.ResetPurpose, time.GetUtcNow(), cancellation)) return Ended;
        await db.Database.ExecuteSqlAsync($"select from app.members where tenant_id = {db.TenantId} and id = {id} for update", cancellation);
        if (await db.Members.SingleOrDefaultAsync(one => one.Id == id && one.DeactivatedAt == null, cancellation) is not { } member) return Ended;
        await change.SetAsync(member, hashed, null, "auth.password_reset", cancellation);
        await work.CommitAsync(cancellation);
        return null;
    }

    private static Fault Ended => new("token", "link_ended");
}
