using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Site;

/// <summary>The apex: what this is, and the way to one's own company.</summary>
[Microsoft.AspNetCore.Authorization.AllowAnonymous]
internal sealed class LandingPage(EnteredTenant entered, IOptions<TenancyOptions> tenancy) : PageModel
{
    public string BaseDomain => tenancy.Value.BaseDomain;

    public string? Company { get; private set; }

    public IActionResult OnGet() => entered.OnApex ? Page() : throw RefusalException.NotFound();

    /// <summary>The address is only written, never looked up: the door tells what is there.</summary>
    public IActionResult OnPost([FromForm(Name = "company")] string? company)
    {
        Company = company?.Trim().ToLowerInvariant();
        if (Company is not null && Slug.IsValid(Company)) return Redirect(tenancy.Value.AddressOf(Company).ToString());
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
