using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access.Links;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Access.TwoFactor;
using Web.Api;
using Web.Data;
using Web.Tenancy;

namespace Web.Access.Risk;

/// <summary>The rest of a sign-in that was held: the link from the letter, opened in the browser that gave the password.</summary>
[AllowAnonymous]
[OwnWork]
internal sealed class MailStepPage(EnteredTenant entered, AppDb db, FirstStepCookie steps, Admission admission, IStringLocalizer<RiskTexts> texts, IStringLocalizer<ApiTexts> sentences, TimeProvider time) : PageModel
{
    [BindProperty(Name = "token", SupportsGet = true)] public string? Token { get; set; }

    public string? Error { get; private set; }

    public bool MayGoOn => Token is not null && Error is null;

    public void OnGet()
    {
        // the letter is opened from elsewhere, and the cookie of the first step comes only with the button
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (steps.Read(HttpContext) is not { } first) return Refuse(texts["Mail.OtherBrowser"]);
        var outcome = await GoOnAsync(first, cancellation);
        if (outcome is SignInOutcome.Shut shut) return Refuse(sentences[shut.Code]);
        if (outcome is not SignInOutcome.Succeeded begun) return Refuse(texts[outcome is SignInOutcome.RiskRefused ? "Refused" : "Mail.Ended"]);
        steps.Clear(HttpContext);
        await BrowserCookie.SetAsync(HttpContext, entered.Required.Id, begun);
        return LocalRedirect(Url.IsLocalUrl(first.ReturnUrl) ? first.ReturnUrl : "/");
    }

    private async Task<SignInOutcome?> GoOnAsync(FirstStep first, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var now = time.GetUtcNow();
        var member = await db.Members.SingleOrDefaultAsync(one => one.Id == first.Member && one.DeactivatedAt == null && one.SecurityStamp == first.Stamp, cancellation);
        if (member is null || await db.FindLinkAsync(Token, RiskLetters.Purpose, now, cancellation) != member.Id || !await db.ClaimLinkAsync(Token, RiskLetters.Purpose, now, cancellation)) return null;
        if (await db.HasSecondFactorAsync(member.Id, cancellation)) return null; // set up meanwhile: it is asked for
        var outcome = await admission.AdmitAsync(member, SessionKind.Browser, Proof.Password, cancellation, byMail: true);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return outcome;
    }

    private PageResult Refuse(string sentence)
    {
        (Error, Response.StatusCode) = (sentence, StatusCodes.Status422UnprocessableEntity);
        return Page();
    }
}
