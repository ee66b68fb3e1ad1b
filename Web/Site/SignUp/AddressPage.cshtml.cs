using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Site.SignUp;

/// <summary>While a company's address is typed: whether it is free, and an idea for one from the company's name.</summary>
[AllowAnonymous]
[OwnWork]
internal sealed class AddressPage(EnteredTenant entered, Addresses addresses, IOptions<TenancyOptions> tenancy) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? slug, string? company, bool suggest, CancellationToken cancellation)
    {
        if (!entered.OnApex) throw RefusalException.NotFound();
        var idea = suggest && string.IsNullOrWhiteSpace(slug) ? Slug.IdeaFor(company) : slug;
        var field = new AddressField(idea, await addresses.LookAsync(idea, cancellation), tenancy.Value.BaseDomain);
        return Partial(suggest ? "_Address" : "_AddressState", field);
    }
}
