using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Web.Access.Sessions;
using Web.Audit;
using Web.Data;

namespace Web.Access.TwoFactor;

/// <summary>
/// One try at a member's second factor: a code of the authenticator, or a recovery code. Tries on one member wait for each other
/// on every instance, so that the count of failures is exact; what is right once is never right again.
/// </summary>
internal sealed class CodeCheck(AppDb db, FactorSecrets secrets, TimeProvider time)
{
    public const int Longest = 60;

    /// <summary>Inside a unit of work that is committed whatever comes of it: a failure must be kept.</summary>
    public async Task<CodeOutcome> TryAsync(Guid member, string code, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"select from app.second_steps where tenant_id = {db.TenantId} and id = {member} for update", cancellation);
        var step = await db.SecondSteps.SingleOrDefaultAsync(one => one.Id == member, cancellation);
        if (step is null) return new CodeOutcome.Wrong();
        await db.Entry(step).ReloadAsync(cancellation); // what this unit had read of it before may have changed until the row was ours
        if (step.IsLocked(now)) return new CodeOutcome.Locked(step.LockedUntil!.Value - now);
        var outcome = await ReadAsync(step, code, now, cancellation);
        if (outcome is CodeOutcome.Right) step.Succeed();
        else if (outcome is CodeOutcome.Wrong) outcome = Fail(step, now);
        await db.SaveChangesAsync(cancellation);
        return outcome;
    }

    private async Task<CodeOutcome> ReadAsync(SecondStep step, string code, DateTimeOffset now, CancellationToken cancellation)
    {
        if (RecoveryCode.Read(code) is { } recovery) return await UseAsync(step.Id, recovery, now, cancellation);
        var digits = string.Concat(code.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));
        if (!step.HasAuthenticator || KeyOf(step, now) is not { } key || TimeCode.Match(key, digits, now) is not { } matched) return new CodeOutcome.Wrong();
        if (await ClaimAsync(step.Id, matched, cancellation)) return new CodeOutcome.Right(Proof.Code);
        db.Note(now, "security.code_reused", "security", step.Id, risk: "high");
        return new CodeOutcome.Reused();
    }

    /// <summary>A time step counts once: whoever moves the mark has it.</summary>
    private async Task<bool> ClaimAsync(Guid member, long step, CancellationToken cancellation) =>
        await db.SecondSteps.Where(one => one.Id == member && one.LastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastStep, step), cancellation) == 1;

    private async Task<CodeOutcome> UseAsync(Guid member, string recovery, DateTimeOffset now, CancellationToken cancellation)
    {
        var hash = secrets.HashOf(recovery, db.TenantId, member);
        var used = await db.RecoveryCodes.Where(one => one.MemberId == member && one.CodeHash == hash && one.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, now), cancellation);
        if (used != 1) return new CodeOutcome.Wrong();
        db.Note(now, "security.recovery_code_used", "security", member, risk: "medium");
        return new CodeOutcome.Right(Proof.RecoveryCode);
    }

    private byte[]? KeyOf(SecondStep step, DateTimeOffset now)
    {
        try
        {
            return secrets.Open(step.WrappedKey!, db.TenantId, step.Id);
        }
        catch (CryptographicException)
        {
            db.Note(now, "security.secret_unreadable", "security", step.Id, "The authenticator's key does not belong to this member, or was changed.", "high");
            return null;
        }
    }

    private CodeOutcome Fail(SecondStep step, DateTimeOffset now)
    {
        var locked = step.Fail(now);
        db.Note(now, locked ? "auth.second_factor_locked" : "auth.second_factor_failed", "auth", step.Id, risk: locked ? "high" : "medium");
        return locked ? new CodeOutcome.Locked(step.LockedUntil!.Value - now) : new CodeOutcome.Wrong();
    }
}

/// <summary>How a try at a second factor ended.</summary>
internal abstract record CodeOutcome
{
    public sealed record Right(Proof Proof) : CodeOutcome;

    public sealed record Wrong : CodeOutcome;

    /// <summary>It was right, but somebody had it before. To whoever sent it that is as good as wrong.</summary>
    public sealed record Reused : CodeOutcome;

    public sealed record Locked(TimeSpan For) : CodeOutcome;
}

internal static class SecondFactors
{
    /// <summary>Whether a member's password alone is not enough.</summary>
    public static async Task<bool> HasSecondFactorAsync(this AppDb db, Guid member, CancellationToken cancellation) =>
        await db.SecondSteps.AnyAsync(one => one.Id == member && one.ConfirmedAt != null, cancellation)
        || await db.Passkeys.AnyAsync(one => one.MemberId == member, cancellation);
}
