using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Api;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.Passwords;

/// <summary>Asks for a link to set a new password. It says the same to everybody.</summary>
[AllowAnonymous]
[OwnWork]
internal sealed class ForgotPasswordPage(EnteredTenant entered, PasswordReset reset, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public bool Sent { get; private set; }

    public string? Error { get; private set; }

    public void OnGet() => _ = entered.Required;

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "email")] string? email, CancellationToken cancellation)
    {
        _ = entered.Required;
        if (!EmailAddress.IsValid(email?.Trim())) return Refuse(422, "email_invalid");
        try
        {
            await reset.AskAsync(email, cancellation);
        }
        catch (RefusalException refusal) when (refusal.Status == 429)
        {
            return Refuse(429, refusal.Code, refusal.Arguments);
        }
        Sent = true;
        return Page();
    }

    private PageResult Refuse(int status, string code, params object[] arguments)
    {
        Error = Problem.Say(sentences, code, arguments);
        Response.StatusCode = status;
        return Page();
    }
}
