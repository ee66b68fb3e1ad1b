using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access.Risk;
using Web.Access.TwoFactor;
using Web.Api;
using Web.Data;
using Web.Tenancy;

namespace Web.Access.SignIn;

/// <summary>The second step at the door: a code of the authenticator, a recovery code or a passkey.</summary>
[AllowAnonymous]
[OwnWork]
internal sealed class SecondFactorPage(EnteredTenant entered, FirstStepCookie steps, SecondFactorAttempt attempt, PasskeyAttempt passkey, IStringLocalizer<TwoFactorTexts> texts, IStringLocalizer<RiskTexts> risky, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    [BindProperty(Name = "code")] public string? Code { get; set; }

    [BindProperty(Name = "recovery_code")] public string? RecoveryCode { get; set; }

    public Tenant Company => entered.Required;

    public string? Error { get; private set; }

    public IActionResult OnGet() => steps.Read(HttpContext) is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (steps.Read(HttpContext) is not { } first) return Redirect("/sign-in");
        var code = string.IsNullOrWhiteSpace(RecoveryCode) ? Code : RecoveryCode;
        if (string.IsNullOrWhiteSpace(code) || code.Length > CodeCheck.Longest) return Refuse(texts["Step.Incomplete"]);
        switch (await attempt.TryAsync(first, code, cancellation))
        {
            case SignInOutcome.Succeeded begun:
                return await GoAsync(begun, first);
            case SignInOutcome.Shut shut:
                return Refuse(sentences[shut.Code]);
            case SignInOutcome.RiskRefused:
                return Refuse(risky["Refused"]);
            case SignInOutcome.CodeLocked locked:
                return Refuse(texts["Step.Locked", SignInOutcome.MinutesOf(locked.For)]);
            case SignInOutcome.CodeWrong:
                return Refuse(texts["Step.Wrong"]);
            default:
                steps.Clear(HttpContext);
                return Redirect("/sign-in");
        }
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken cancellation) => steps.Read(HttpContext) is { } first
        ? Content(await passkey.AskAsync(HttpContext, first.Member, cancellation), "application/json") : Redirect("/sign-in");

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm(Name = "credential")] string? credential, CancellationToken cancellation)
    {
        if (steps.Read(HttpContext) is not { } first) return Redirect("/sign-in");
        var outcome = await passkey.TryAsync(HttpContext, credential, first.Member, cancellation);
        return outcome switch
        {
            SignInOutcome.Succeeded begun => await GoAsync(begun, first),
            SignInOutcome.Shut shut => Refuse(sentences[shut.Code]),
            SignInOutcome.RiskRefused => Refuse(risky["Refused"]),
            _ => Refuse(texts["Passkey.Wrong"]),
        };
    }

    private async Task<IActionResult> GoAsync(SignInOutcome.Succeeded begun, FirstStep first)
    {
        steps.Clear(HttpContext);
        await BrowserCookie.SetAsync(HttpContext, Company.Id, begun);
        return LocalRedirect(Url.IsLocalUrl(first.ReturnUrl) ? first.ReturnUrl : "/");
    }

    private PageResult Refuse(string sentence)
    {
        Error = sentence;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
