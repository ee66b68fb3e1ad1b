namespace Web.Tenancy;

/// <summary>Where tenants live: <c>{slug}.{BaseDomain}</c>.</summary>
public sealed class TenancyOptions
{
    /// <summary>The installation's domain with its port, if it has one: <c>example.com</c>, <c>localhost:5080</c>.</summary>
    public string BaseDomain { get; set; } = "";

    /// <summary>The scheme of the links we write.</summary>
    public string Scheme { get; set; } = "http";

    public Uri AddressOf(string slug) => new($"{Scheme}://{slug}.{BaseDomain}/");

    public Uri Apex => new($"{Scheme}://{BaseDomain}/");
}
