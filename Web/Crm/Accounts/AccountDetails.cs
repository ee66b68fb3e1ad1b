namespace Web.Crm.Accounts;

/// <summary>What people write about a company.</summary>
public sealed record AccountDetails
{
    public string? Name { get; init; }
    public string? NameKana { get; init; }
    public string? Domain { get; init; }
    public string? Website { get; init; }
    public IReadOnlyList<string>? Phones { get; init; }
    public string? Industry { get; init; }
    public int? Employees { get; init; }
    public Address? Address { get; init; }
    public Guid? OwnerId { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }

    public Check Check() => new Check()
        .Required("name", Name).NoLonger("name", Name, 200).NoLonger("name_kana", NameKana, 200)
        .NoLonger("domain", Domain, 253).NoLonger("website", Website, 500)
        .That(Website is null || Uri.TryCreate(Website, UriKind.Absolute, out var site) && site.Scheme is "http" or "https", "website", "not_a_web_address")
        .NoLonger("phones", Phones, 40, 20).NoLonger("industry", Industry, 120).Within("employees", Employees, 0, 10_000_000)
        .NoLonger("address/postal_code", Address?.PostalCode, 20).NoLonger("address/region", Address?.Region, 120)
        .NoLonger("address/city", Address?.City, 120).NoLonger("address/line", Address?.Line, 300)
        .NoLonger("tags", Tags, 60, 50);
}

public sealed record Address(string? PostalCode = null, string? Region = null, string? City = null, string? Line = null);
