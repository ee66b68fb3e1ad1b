using System.Net;

namespace Web.Tenancy;

/// <summary>What a Host header names: the apex, a tenant's slug, or nothing that is ours.</summary>
public readonly record struct TenantAddress(AddressKind Kind, string? Slug = null)
{
    private const int LongestHost = 253;

    /// <summary>Reads a raw Host header; case, port and one trailing dot do not matter.</summary>
    /// <param name="baseDomain">The installation's domain, with or without a port.</param>
    public static TenantAddress Parse(string? host, string baseDomain)
    {
        if (string.IsNullOrEmpty(host) || host.Length > LongestHost + 6) return new(AddressKind.Malformed);
        var name = NameOf(host);
        if (name is null) return new(AddressKind.Malformed);
        if (IPAddress.TryParse(name.Trim('[', ']'), out _)) return new(AddressKind.Unknown);
        var apex = NameOf(baseDomain)!;
        if (name == apex) return new(AddressKind.Apex);
        if (!name.EndsWith("." + apex, StringComparison.Ordinal)) return new(AddressKind.Unknown);
        var slug = name[..^(apex.Length + 1)];
        return Kernel.Slug.IsValid(slug) ? new(AddressKind.Tenant, slug) : new(AddressKind.Unknown);
    }

    private static string? NameOf(string host)
    {
        var end = host.StartsWith('[') ? host.IndexOf(']', StringComparison.Ordinal) + 1 : host.IndexOf(':', StringComparison.Ordinal);
        var (name, port) = end <= 0 ? (host, "") : (host[..end], host[end..]);
        if (port is not "" && !(port.Length is >= 2 and <= 6 && port[0] == ':' && port.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)) return null;
        if (name.EndsWith('.')) name = name[..^1];
        var plain = name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '[' or ']' or ':');
        return plain ? name.ToLowerInvariant() : null;
    }
}

public enum AddressKind { Malformed, Unknown, Apex, Tenant }
