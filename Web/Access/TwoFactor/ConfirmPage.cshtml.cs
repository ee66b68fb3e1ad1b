using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.TwoFactor;

/// <summary>Proves once more who is there, before an act that matters; then leads back to it.</summary>
[OwnWork]
internal sealed class ConfirmPage(AppDb db, EnteredTenant entered, CurrentMember current, OwnFactors factors, ProofAttempt attempt, PasskeyAttempt passkey, IStringLocalizer<TwoFactorTexts> texts) : PageModel
{
    [BindProperty(Name = "password")] public string? Password { get; set; }

    [BindProperty(Name = "code")] public string? Code { get; set; }

    [BindProperty(Name = "recovery_code")] public string? RecoveryCode { get; set; }

    [BindProperty(Name = "return_url", SupportsGet = true)] public string? ReturnUrl { get; set; }

    public string? Error { get; private set; }

    /// <summary>Where the error is: <c>password</c>, <c>code</c>, <c>recovery_code</c> or <c>passkey</c>.</summary>
    public string ErrorAt { get; private set; } = "";

    public FactorState Factors { get; private set; } = null!;

    public string Email => current.Person.Email;

    public async Task OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (current.Person.Kind != SessionKind.Browser) throw new RefusalException(403, "forbidden");
        var byRecovery = !string.IsNullOrWhiteSpace(RecoveryCode);
        ErrorAt = byRecovery ? "recovery_code" : "code";
        switch (await attempt.TryAsync(current.Person, Password, byRecovery ? RecoveryCode : Code, cancellation))
        {
            case SignInOutcome.Succeeded renewed:
                return await GoAsync(renewed);
            case SignInOutcome.SecondFactorNeeded:
                return await RefuseAsync(texts["Confirm.Factor"], cancellation);
            case SignInOutcome.CodeLocked locked:
                return await RefuseAsync(texts["Step.Locked", SignInOutcome.MinutesOf(locked.For)], cancellation);
            case SignInOutcome.Failed failed:
                return await RefuseAsync(texts["Confirm.WrongPassword", failed.Left], cancellation);
            default:
                return await RefuseAsync(texts["Step.Wrong"], cancellation);
        }
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken cancellation) =>
        Content(await passkey.AskAsync(HttpContext, current.Id, cancellation), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm(Name = "credential")] string? credential, CancellationToken cancellation)
    {
        if (current.Person.Kind != SessionKind.Browser) throw new RefusalException(403, "forbidden");
        return await passkey.ProveAsync(HttpContext, credential, current.Person, cancellation) is { } renewed
            ? await GoAsync(renewed) : await RefuseAsync(texts["Passkey.Wrong"], cancellation, "passkey");
    }

    private async Task<IActionResult> GoAsync(SignInOutcome.Succeeded renewed)
    {
        await BrowserCookie.SetAsync(HttpContext, entered.Required.Id, renewed);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/settings/security");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        Factors = await factors.StateAsync(cancellation);
    }

    private async Task<PageResult> RefuseAsync(string sentence, CancellationToken cancellation, string? at = null)
    {
        await LoadAsync(cancellation);
        ErrorAt = at ?? (!Factors.HasFactor ? "password" : Factors.AuthenticatorSince is null ? "recovery_code" : ErrorAt);
        Error = !Factors.HasFactor && string.IsNullOrEmpty(Password) ? texts["Confirm.Incomplete"] : sentence;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
