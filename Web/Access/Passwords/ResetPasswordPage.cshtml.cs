using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Api;
using Web.Data;
using Web.Tenancy;

namespace Web.Access.Passwords;

/// <summary>Where the link in the letter leads. Looking uses nothing up: programs that read letters look at links, too.</summary>
[AllowAnonymous]
[OwnWork]
internal sealed class ResetPasswordPage(EnteredTenant entered, PasswordReset reset, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    [BindProperty(Name = "token", SupportsGet = true)] public string? Token { get; set; }

    public bool Open { get; private set; } = true;

    public string? Error { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Guard();
        Open = await reset.IsOpenAsync(Token, cancellation);
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "password")] string? password, CancellationToken cancellation)
    {
        Guard();
        if (await reset.UseAsync(Token, password, cancellation) is not { } fault) return Redirect("/sign-in?reset=true");
        Open = fault.Field != "token";
        Error = Problem.Say(sentences, fault.Code, fault.Arguments);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The address holds a secret, so it is told to nobody, not even to our own files' requests.</summary>
    private void Guard()
    {
        _ = entered.Required;
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
