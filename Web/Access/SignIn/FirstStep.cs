using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Web.Tenancy;

namespace Web.Access.SignIn;

/// <summary>The password was right; whose, where to and until when the second step may follow. It is no session and opens nothing.</summary>
/// <param name="Stamp">The member's security stamp of that moment: a change of password ends it.</param>
internal sealed record FirstStep(Guid Member, string Stamp, string? ReturnUrl, DateTimeOffset Until)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
}

/// <summary>Keeps the first step in the browser, sealed for this company and for minutes only.</summary>
internal sealed class FirstStepCookie(IDataProtectionProvider protection, EnteredTenant entered, IOptions<TenancyOptions> options, TimeProvider time)
{
    private string Name => options.Value.Scheme == "https" ? "__Host-tsumugi-first-step" : "tsumugi-first-step";

    public void Set(HttpContext context, Member member, string? returnUrl)
    {
        var step = new FirstStep(member.Id, member.SecurityStamp, returnUrl, time.GetUtcNow() + FirstStep.Life);
        context.Response.Cookies.Append(Name, Seal().Protect(JsonSerializer.Serialize(step)), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = FirstStep.Life, IsEssential = true, Path = "/",
        });
    }

    /// <summary>Null: there is none, it is too old, it was changed, or it is another company's.</summary>
    public FirstStep? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 and < 4096 } sealedStep) return null;
        try
        {
            return JsonSerializer.Deserialize<FirstStep>(Seal().Unprotect(sealedStep)) is { } step && step.Until > time.GetUtcNow() ? step : null;
        }
        catch (Exception cause) when (cause is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, new CookieOptions { Path = "/", Secure = context.Request.IsHttps });

    private IDataProtector Seal() => protection.CreateProtector("first step", entered.Required.Id.ToString("N"));
}
