using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Web.Audit;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.TwoFactor;

/// <summary>
/// Makes and reads passkeys with the framework's WebAuthn. What was asked waits in the browser, sealed for this company and for
/// minutes; an answer counts once, because a question that is older than the passkey's last use counts for nothing.
/// </summary>
internal sealed class PasskeyCheck(
    AppDb db, IPasskeyHandler<Member> passkeys, IDataProtectionProvider protection, EnteredTenant entered, IOptions<TenancyOptions> options, TimeProvider time)
{
    public const int LongestAnswer = 20_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private string Name => options.Value.Scheme == "https" ? "__Host-tsumugi-passkey" : "tsumugi-passkey";

    /// <summary>What the browser asks an authenticator for a new passkey.</summary>
    public async Task<string> AskForNewAsync(HttpContext http, SignedIn person)
    {
        var made = await passkeys.MakeCreationOptionsAsync(new() { Id = person.Id.ToString(), Name = person.Email, DisplayName = person.Name }, http);
        Keep(http, made.AttestationState);
        return made.CreationOptionsJson;
    }

    /// <summary>What the browser asks an authenticator to prove; <paramref name="of"/> one member, or whoever it is.</summary>
    public async Task<string> AskAsync(HttpContext http, Member? of)
    {
        var made = await passkeys.MakeRequestOptionsAsync(of, http);
        Keep(http, made.AssertionState);
        return made.RequestOptionsJson;
    }

    /// <exception cref="RefusalException">422: the answer does not fit what was asked.</exception>
    public async Task<UserPasskeyInfo> ReadNewAsync(HttpContext http, string? answer, Guid member)
    {
        if (Take(http) is not { } asked || answer is not { Length: > 0 and < LongestAnswer }) throw new RefusalException(422, "passkey_refused");
        var made = await passkeys.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = answer, AttestationState = asked.State });
        return made.Succeeded && made.UserEntity.Id == member.ToString() && made.Passkey.IsUserVerified ? made.Passkey : throw new RefusalException(422, "passkey_refused");
    }

    /// <summary>Whose passkey answered, in a unit of work that is committed whatever comes of it. Null: none of this company's, or not for this.</summary>
    /// <param name="only">The one member whose passkey counts, where that is known.</param>
    public async Task<Member?> TryAsync(HttpContext http, string? answer, Guid? only, CancellationToken cancellation)
    {
        if (Take(http) is not { } asked || answer is not { Length: > 0 and < LongestAnswer }) return null;
        var shown = await passkeys.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = answer, AssertionState = asked.State });
        var now = time.GetUtcNow();
        if (!shown.Succeeded)
        {
            db.Note(now, "security.passkey_refused", "security", only, shown.Failure.Message[..Math.Min(200, shown.Failure.Message.Length)], "medium");
            return null;
        }
        var fits = shown.User.IsActive && shown.Passkey.IsUserVerified && (only is null || only == shown.User.Id);
        return fits && await ClaimAsync(shown.User.Id, shown.Passkey, asked.At, now, cancellation) ? shown.User : null;
    }

    private async Task<bool> ClaimAsync(Guid member, UserPasskeyInfo shown, DateTimeOffset asked, DateTimeOffset now, CancellationToken cancellation)
    {
        long count = shown.SignCount;
        var claimed = await db.Passkeys
            .Where(one => one.MemberId == member && one.CredentialId == shown.CredentialId && (one.LastUsedAt == null || one.LastUsedAt < asked) && (one.SignCount < count || one.SignCount == 0))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.SignCount, count).SetProperty(one => one.BackedUp, shown.IsBackedUp).SetProperty(one => one.LastUsedAt, now), cancellation);
        if (claimed != 1) db.Note(now, "security.passkey_replayed", "security", member, risk: "high");
        return claimed == 1;
    }

    private void Keep(HttpContext http, string? state) => http.Response.Cookies.Append(
        Name, Seal().Protect(JsonSerializer.Serialize(new Asked(state, time.GetUtcNow()))),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = Life, IsEssential = true, Path = "/" });

    private Asked? Take(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 and < 4096 } kept) return null;
        http.Response.Cookies.Delete(Name, new CookieOptions { Path = "/", Secure = http.Request.IsHttps });
        try
        {
            return JsonSerializer.Deserialize<Asked>(Seal().Unprotect(kept)) is { } asked && time.GetUtcNow() - asked.At < Life ? asked : null;
        }
        catch (Exception cause) when (cause is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Seal() => protection.CreateProtector("passkey", entered.Required.Id.ToString("N"));

    private sealed record Asked(string? State, DateTimeOffset At);
}

internal static class PasskeyRules
{
    /// <summary>Passkeys of this company's own host; whoever uses one has shown the device who they are.</summary>
    public static void Apply(IdentityPasskeyOptions options)
    {
        (options.UserVerificationRequirement, options.ResidentKeyRequirement, options.AttestationConveyancePreference) = ("required", "required", "none");
        // The door has found a company by this host, and no cookie of it is read under another.
        options.ValidateOrigin = asked => ValueTask.FromResult(
            !asked.CrossOrigin && asked.Origin == $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host.Value}");
    }
}
