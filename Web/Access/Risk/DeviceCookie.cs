using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Web.Data;
using Web.Tenancy;

namespace Web.Access.Risk;

/// <summary>
/// A secret that a browser keeps for one person of one company, sealed for both. It opens nothing; without it, or with
/// somebody else's, the browser counts as new.
/// </summary>
internal sealed class DeviceCookie(AppDb db, IHttpContextAccessor http, IDataProtectionProvider protection, IOptions<TenancyOptions> options)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(400);

    /// <summary>The device that the browser proves to be; null: it is new to this person.</summary>
    public async Task<KnownDevice?> FindAsync(Guid member, CancellationToken cancellation)
    {
        if (http.HttpContext?.Request.Cookies[NameFor(member)] is not { Length: > 0 and < 1000 } text || Open(member, text) is not { } secret) return null;
        var hash = KnownDevice.HashOf(secret);
        return await db.KnownDevices.SingleOrDefaultAsync(device => device.MemberId == member && device.SecretHash == hash, cancellation);
    }

    /// <summary>Whoever has signed in with it is known by it from now on.</summary>
    public async Task KeepAsync(Guid member, KnownDevice? device, DateTimeOffset now, CancellationToken cancellation)
    {
        if (http.HttpContext is not { } context) return;
        var secret = RandomNumberGenerator.GetBytes(32);
        device ??= db.KnownDevices.Add(KnownDevice.Of(member, now)).Entity;
        device.Seen(KnownDevice.HashOf(secret), db.Scope.UserAgent, now);
        var oldest = await db.KnownDevices.Where(one => one.MemberId == member).OrderByDescending(one => one.LastSeenAt).Skip(KnownDevice.MostPerMember - 1).ToListAsync(cancellation);
        db.KnownDevices.RemoveRange(oldest.Where(one => one != device));
        context.Response.Cookies.Append(NameFor(member), Convert.ToBase64String(Seal(member).Protect(secret)), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = options.Value.Scheme == "https", MaxAge = Life, IsEssential = true, Path = "/",
        });
    }

    private byte[]? Open(Guid member, string text)
    {
        try
        {
            return Seal(member).Unprotect(Convert.FromBase64String(text));
        }
        catch (Exception cause) when (cause is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>People who share a browser have a secret each.</summary>
    private string NameFor(Guid member) =>
        (options.Value.Scheme == "https" ? "__Host-" : "") + "tsumugi-device-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{db.TenantId} {member}")).AsSpan(0, 6));

    private IDataProtector Seal(Guid member) => protection.CreateProtector("device", db.TenantId.ToString("N"), member.ToString("N"));
}
