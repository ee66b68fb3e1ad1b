using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access.Sessions;
using Web.Tenancy;

namespace Web.Access.TwoFactor;

/// <summary>Sets an authenticator app up: its key as a picture and in letters, proved by a code of it.</summary>
[RequiresRecentProof]
internal sealed class AuthenticatorPage(
    EnteredTenant entered, CurrentMember current, OwnFactors factors, OwnProof proof, IStringLocalizer<TwoFactorTexts> texts) : PageModel
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
        proof.MustBeBrowser();
        if (await factors.WaitingKeyAsync(cancellation) is not { } key) return Redirect("/settings/security");
        if (!await factors.ConfirmAsync(string.Concat((code ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsDigit)), cancellation))
        {
            Show(key);
            Error = texts["Authenticator.Wrong"];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var codes = await factors.RenewCodesAsync(cancellation);
        await proof.RenewAsync(HttpContext, Proof.Code, cancellation);
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
