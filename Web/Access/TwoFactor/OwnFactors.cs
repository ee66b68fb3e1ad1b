using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Web.Audit;
using Web.Data;
using Web.Kernel;

namespace Web.Access.TwoFactor;

/// <summary>The second factors of whoever is signed in, and what they may do about them.</summary>
internal sealed class OwnFactors(AppDb db, CurrentMember current, FactorSecrets secrets, FactorLetters letters, TimeProvider time)
{
    public async Task<FactorState> StateAsync(CancellationToken cancellation)
    {
        var step = await db.SecondSteps.AsNoTracking().SingleOrDefaultAsync(one => one.Id == current.Id, cancellation);
        var passkeys = await db.Passkeys.AsNoTracking().Where(one => one.MemberId == current.Id).OrderBy(one => one.Id)
            .Select(one => new PasskeyRow(one.Id, one.Name, one.BackedUp, one.CreatedAt, one.LastUsedAt)).ToListAsync(cancellation);
        var codes = await db.RecoveryCodes.CountAsync(one => one.MemberId == current.Id && one.UsedAt == null, cancellation);
        return new FactorState(step?.ConfirmedAt, codes, passkeys);
    }

    /// <summary>A new key for an authenticator, which waits to be confirmed.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        var step = await StepAsync(cancellation);
        if (step.HasAuthenticator) throw new RefusalException(409, "authenticator_in_use");
        step.Prepare(secrets.Close(RandomNumberGenerator.GetBytes(TimeCode.KeyBytes), db.TenantId, current.Id));
        db.Note(time.GetUtcNow(), "security.authenticator_begun", "security", current.Id);
    }

    /// <summary>The key that waits to be confirmed; null: none does.</summary>
    public async Task<byte[]?> WaitingKeyAsync(CancellationToken cancellation) =>
        await db.SecondSteps.SingleOrDefaultAsync(one => one.Id == current.Id, cancellation) is { HasAuthenticator: false, WrappedKey: { } wrapped }
            ? secrets.Open(wrapped, db.TenantId, current.Id) : null;

    /// <returns>Whether the code was one of the key that waits; the authenticator is in use from now on.</returns>
    public async Task<bool> ConfirmAsync(string code, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var step = await StepAsync(cancellation);
        if (step is not { HasAuthenticator: false, WrappedKey: { } wrapped } || TimeCode.Match(secrets.Open(wrapped, db.TenantId, current.Id), code, now) is not { } matched) return false;
        step.Confirm(matched, now);
        db.Note(now, "security.authenticator_added", "security", current.Id, risk: "medium");
        await letters.PostAsync(current.Id, FactorLetters.Added, now, cancellation);
        return true;
    }

    /// <summary>Ten new codes; the old ones are worth nothing from now on. This is the only time that they can be read.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!await db.HasSecondFactorAsync(current.Id, cancellation) && db.ChangeTracker.Entries<SecondStep>().All(entry => !entry.Entity.HasAuthenticator))
            throw new RefusalException(409, "second_factor_missing");
        await StepAsync(cancellation); // tries are counted there
        await db.RecoveryCodes.Where(one => one.MemberId == current.Id).ExecuteDeleteAsync(cancellation);
        List<string> codes = [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Invent())];
        foreach (var code in codes) db.RecoveryCodes.Add(RecoveryCode.Of(current.Id, secrets.HashOf(RecoveryCode.Read(code)!, db.TenantId, current.Id), now));
        db.Note(now, "security.recovery_codes_made", "security", current.Id, risk: "medium");
        return codes;
    }

    /// <exception cref="RefusalException">409: the company asks for a second factor, and this is the last.</exception>
    public async Task DropAuthenticatorAsync(CancellationToken cancellation)
    {
        var step = await StepAsync(cancellation);
        if (!step.HasAuthenticator) return;
        var left = await db.Passkeys.CountAsync(one => one.MemberId == current.Id, cancellation);
        await LeaveAsync(left, cancellation);
        step.DropAuthenticator();
        db.Note(time.GetUtcNow(), "security.authenticator_removed", "security", current.Id, risk: "high");
        await letters.PostAsync(current.Id, FactorLetters.Removed, time.GetUtcNow(), cancellation);
    }

    /// <exception cref="RefusalException">409: there are enough of them.</exception>
    public async Task AddPasskeyAsync(string? name, UserPasskeyInfo made, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await StepAsync(cancellation); // tries of recovery codes are counted there
        if (await db.Passkeys.CountAsync(one => one.MemberId == current.Id, cancellation) >= Passkey.MostPerMember) throw new RefusalException(409, "passkeys_too_many", Passkey.MostPerMember);
        db.Passkeys.Add(Passkey.Of(current.Id, NameOf(name), made, now));
        db.Note(now, "security.passkey_added", "security", current.Id, risk: "medium");
        await letters.PostAsync(current.Id, FactorLetters.Added, now, cancellation);
    }

    public async Task RenamePasskeyAsync(Guid id, string? name, CancellationToken cancellation)
    {
        var passkey = await PasskeyAsync(id, cancellation);
        var before = passkey.Name;
        passkey.Rename(NameOf(name));
        db.Note(time.GetUtcNow(), "security.passkey_renamed", "security", current.Id, detail: new() { Entity = "passkey", EntityId = id, Changes = new Dictionary<string, object?[]> { ["name"] = [before, passkey.Name] } });
    }

    /// <exception cref="RefusalException">409: the company asks for a second factor, and this is the last.</exception>
    public async Task RemovePasskeyAsync(Guid id, CancellationToken cancellation)
    {
        var step = await StepAsync(cancellation);
        var passkey = await PasskeyAsync(id, cancellation);
        await LeaveAsync(await db.Passkeys.CountAsync(one => one.MemberId == current.Id && one.Id != id, cancellation) + (step.HasAuthenticator ? 1 : 0), cancellation);
        db.Passkeys.Remove(passkey);
        db.Note(time.GetUtcNow(), "security.passkey_removed", "security", current.Id, risk: "high");
        await letters.PostAsync(current.Id, FactorLetters.Removed, time.GetUtcNow(), cancellation);
    }

    private async Task<Passkey> PasskeyAsync(Guid id, CancellationToken cancellation) =>
        await db.Passkeys.SingleOrDefaultAsync(one => one.Id == id && one.MemberId == current.Id, cancellation) ?? throw RefusalException.NotFound();

    private static string NameOf(string? name) => name?.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, Passkey.LongestName)] : "Passkey";

    /// <summary>With the last factor its recovery codes go too; but where the company asks for a factor, the last one stays.</summary>
    internal async Task LeaveAsync(int left, CancellationToken cancellation)
    {
        if (left > 0) return;
        if (await db.SecurityRules.AnyAsync(rules => rules.TwoFactorRequired, cancellation)) throw new RefusalException(409, "last_factor_required");
        await db.RecoveryCodes.Where(one => one.MemberId == current.Id).ExecuteDeleteAsync(cancellation);
    }

    private async Task<SecondStep> StepAsync(CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select from app.members where tenant_id = {db.TenantId} and id = {current.Id} for update", cancellation);
        return await db.SecondSteps.SingleOrDefaultAsync(one => one.Id == current.Id, cancellation)
            ?? db.SecondSteps.Local.FirstOrDefault(one => one.Id == current.Id)
            ?? db.SecondSteps.Add(SecondStep.Of(current.Id, time.GetUtcNow())).Entity;
    }
}

/// <param name="AuthenticatorSince">Null: there is none in use.</param>
/// <param name="CodesLeft">Recovery codes that were not used yet.</param>
internal sealed record FactorState(DateTimeOffset? AuthenticatorSince, int CodesLeft, IReadOnlyList<PasskeyRow> Passkeys)
{
    public bool HasFactor => AuthenticatorSince is not null || Passkeys is not [];
}

internal sealed record PasskeyRow(Guid Id, string Name, bool BackedUp, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);
