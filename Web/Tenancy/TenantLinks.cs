using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Web.Mail;

namespace Web.Tenancy;

/// <summary>Addresses at a company's own door, for letters: from the configuration alone, never from a request.</summary>
public sealed class TenantLinks(IOptions<TenancyOptions> options)
{
    /// <param name="path">With its slash: <c>/reset-password</c>.</param>
    public Uri To(Tenant tenant, string path, params (string Name, string Value)[] query) => new(QueryHelpers.AddQueryString(
        new Uri(options.Value.AddressOf(tenant.Slug), path).AbsoluteUri, query.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value))));
}

/// <inheritdoc/>
internal sealed class TenantLetterheads(TenantDirectory directory, TenantLinks links) : ILetterheads
{
    public async ValueTask<Letterhead?> OfAsync(Guid tenant, CancellationToken cancellation) =>
        await directory.FindAsync(tenant, cancellation) is { } company ? new Letterhead(company.Name, company.Product, company.BrandColour, links.To(company, "/"))
        {
            Logo = company.LogoPath is { } logo ? links.To(company, logo) : null,
        } : null;
}
