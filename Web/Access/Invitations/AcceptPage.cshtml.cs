using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access.SignIn;
using Web.Api;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Access.Invitations;

/// <summary>Where the link of an invitation leads: a name, a password, and one is in. At any other address it is not found.</summary>
[AllowAnonymous]
[OwnWork]
internal sealed class AcceptPage(EnteredTenant entered, AppDb db, Acceptance acceptance, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    [BindProperty(Name = "token", SupportsGet = true)] public string Token { get; set; } = "";

    [BindProperty(Name = "name")] public string? Name { get; set; }

    [BindProperty(Name = "password")] public string? Password { get; set; }

    public Tenant Company => entered.Required;

    /// <summary>Null: the link has ended.</summary>
    public Invitation? Invitation { get; private set; }

    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    public string? Refused { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        _ = Company;
        await LoadAsync(cancellation);
        if (Invitation is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        _ = Company;
        try
        {
            await BrowserCookie.SetAsync(HttpContext, Company.Id, await acceptance.AcceptAsync(Token, Name, Password, cancellation));
            return LocalRedirect("/");
        }
        catch (RefusalException refusal) when (refusal.Status is 402 or 404 or 409 or 422)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(cancellation);
            Response.StatusCode = Invitation is null ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity;
            Faults = refusal.Faults.ToDictionary(fault => fault.Field, fault => sentences[fault.Code, fault.Arguments].Value);
            Refused = refusal.Faults is [] ? sentences[refusal.Status == 402 ? "no_seat_for_you" : refusal.Code, refusal.Arguments].Value : null;
            return Page();
        }
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        Invitation = await acceptance.FindAsync(Token, cancellation);
        await work.CommitAsync(cancellation);
    }
}
