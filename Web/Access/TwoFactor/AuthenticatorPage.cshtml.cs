using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.TwoFactor;

/// <summary>Sets an authenticator app up: its key as a picture and in letters, proved by a code of it.</summary>
[RequiresRecentProof]
internal sealed class AuthenticatorPage(
    AppDb db, EnteredTenant entered, CurrentMember current, OwnFactors factors, LiveSessions live, TimeProvider time, IStringLocalizer<TwoFactorTexts> texts) : PageModel
{
    public byte[] Key { get; private set; } = [];

    public string Uri => QrCode.Uri($"Tsumugi {entered.Required.Slug}", current.Person.Email, Key);

    public string? Error { get; private set; }

    /// <summary>Once it is confirmed.</summary>
    public ShownCodes? Codes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await factors.WaitingKeyAsync(cancellation) is not { } key) return Redirect("/settings/security");
        Show(key);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "code")] string? code, CancellationToken cancellation)
    {
        if (current.Person.Kind != SessionKind.Browser) throw new RefusalException(403, "forbidden");
        if (await factors.WaitingKeyAsync(cancellation) is not { } key) return Redirect("/settings/security");
        if (!await factors.ConfirmAsync(string.Concat((code ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsDigit)), cancellation))
        {
            Show(key);
            Error = texts["Authenticator.Wrong"];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var codes = await factors.RenewCodesAsync(cancellation);
        var member = await db.Members.SingleAsync(one => one.Id == current.Id, cancellation);
        var renewed = await db.RenewSessionAsync(current.Person.SessionId, member, Proof.Code, time.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        live.Forget(db.TenantId, current.Person.SessionId);
        await BrowserCookie.SetAsync(HttpContext, entered.Required.Id, renewed);
        Response.Headers.CacheControl = "no-store";
        Codes = new ShownCodes(codes, entered.Required.Slug, current.Person.Email);
        return Page();
    }

    private void Show(byte[] key)
    {
        Key = key;
        Response.Headers.CacheControl = "no-store";
    }
}
