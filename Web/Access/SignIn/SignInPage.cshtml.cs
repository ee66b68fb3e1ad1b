using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access.Risk;
using Web.Access.Sessions;
using Web.Access.TwoFactor;
using Web.Api;
using Web.Data;
using Web.Tenancy;

namespace Web.Access.SignIn;

/// <summary>The door as people see it, in the company's colours.</summary>
[AllowAnonymous]
[OwnWork]
internal sealed class SignInPage(EnteredTenant entered, CurrentMember member, SignInAttempt attempt, FirstStepCookie steps, PasskeyAttempt passkey, IStringLocalizer<AccessTexts> texts, IStringLocalizer<RiskTexts> risky, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    [BindProperty(Name = "email"), StringLength(254)] public string? Email { get; set; }

    [BindProperty(Name = "password")] public string? Password { get; set; }

    [BindProperty(Name = "return_url", SupportsGet = true)] public string? ReturnUrl { get; set; }

    public Tenant Company => entered.Required;

    public string? Error { get; private set; }

    /// <summary>They come from a link in a letter that has done its work.</summary>
    [BindProperty(Name = "reset", SupportsGet = true)] public bool WasReset { get; set; }

    /// <summary>Its owner has to open the link in the letter first; nobody signs in before.</summary>
    public bool IsUnproven => Company.Status == TenantStatus.Unproven;

    /// <summary>Only its owners come in any more, and why.</summary>
    public string? Closing => Company.Status == TenantStatus.Closing && Error is null ? sentences["tenant_closing"].Value : null;

    /// <summary>Another letter is on its way.</summary>
    [BindProperty(Name = "again", SupportsGet = true)] public bool Again { get; set; }

    public IActionResult OnGet() => member.IsKnown ? Go() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (IsUnproven) return Page();
        if (string.IsNullOrWhiteSpace(Email) || string.IsNullOrEmpty(Password)) return Refuse(texts["SignIn.Incomplete"]);
        switch (await attempt.TryAsync(Email, Password, null, SessionKind.Browser, cancellation))
        {
            case SignInOutcome.Succeeded begun:
                await BrowserCookie.SetAsync(HttpContext, Company.Id, begun);
                return Go();
            case SignInOutcome.SecondFactorNeeded first:
                steps.Set(HttpContext, first.Member, ReturnUrl is { Length: < 2000 } ? ReturnUrl : null);
                return Redirect("/sign-in/second-factor");
            case SignInOutcome.MailAsked asked:
                steps.Set(HttpContext, asked.Member, ReturnUrl is { Length: < 2000 } ? ReturnUrl : null);
                return Redirect(RiskLetters.Address);
            case SignInOutcome.RiskRefused:
                return Refuse(risky["Refused"]);
            case SignInOutcome.TooMany many:
                return Refuse(texts["SignIn.TooMany", Math.Ceiling(many.For.TotalMinutes)]);
            case SignInOutcome.LockedOut locked:
                return Refuse(texts["SignIn.LockedOut", locked.Minutes]);
            case SignInOutcome.Shut shut:
                return Refuse(sentences[shut.Code]);
            case SignInOutcome.Seatless:
                return Refuse(texts["SignIn.Seatless"]);
            case SignInOutcome.Failed failed:
                return Refuse(texts["SignIn.Wrong", failed.Left]);
            default:
                throw new InvalidOperationException("An outcome nobody thought of.");
        }
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken cancellation) => Content(await passkey.AskAsync(HttpContext, null, cancellation), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm(Name = "credential")] string? credential, CancellationToken cancellation)
    {
        var outcome = await passkey.TryAsync(HttpContext, credential, null, cancellation);
        if (outcome is SignInOutcome.Shut shut) return Refuse(sentences[shut.Code]);
        if (outcome is not SignInOutcome.Succeeded begun) return Refuse(outcome is SignInOutcome.RiskRefused ? risky["Refused"] : texts["SignIn.Passkey.Wrong"]);
        await BrowserCookie.SetAsync(HttpContext, Company.Id, begun);
        return Go();
    }

    private LocalRedirectResult Go() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");

    private PageResult Refuse(string sentence)
    {
        Error = sentence;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
