using System.Net;
using Microsoft.Extensions.Options;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Insights.Assistant.Models;

/// <summary>
/// Which addresses a company may name. What can be seen in the text is said when it is saved; where a name leads is checked at each
/// connection (<see cref="OutsideHttp"/>).
/// </summary>
public sealed class EndpointRules(IOptions<LanguageModelOptions> options, IOptions<TenancyOptions> tenancy)
{
    /// <summary>The code of what is wrong with the address, or null.</summary>
    public string? Read(string? text, out Uri? endpoint)
    {
        endpoint = null;
        if (string.IsNullOrWhiteSpace(text)) return "required";
        if (text.Length > CompanyModel.LongestEndpoint) return "too_long";
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0) return "endpoint_not_an_address";
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0) return "endpoint_not_plain";
        if (uri.Scheme != Uri.UriSchemeHttps && !options.Value.CompaniesMayUseHttp) return "endpoint_not_https";
        if (!options.Value.Ports.Contains(uri.Port)) return "endpoint_port";
        if (IsOurs(uri.IdnHost)) return "endpoint_not_public";
        if (!options.Value.CompaniesMayUsePrivateAddresses && (IsLocalName(uri.IdnHost) || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && !PublicAddress.Is(address)))) return "endpoint_not_public";
        endpoint = uri;
        return null;
    }

    private bool IsOurs(string host)
    {
        var domain = tenancy.Value.BaseDomain.Split(':')[0];
        var name = host.TrimEnd('.');
        return domain is not ("" or "localhost") && (name.Equals(domain, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsLocalName(string host)
    {
        var name = host.TrimEnd('.');
        return !name.Contains('.', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".local", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);
    }
}
