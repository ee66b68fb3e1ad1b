namespace Web.Api.RateLimits;

/// <summary>How many calls of the API may be made in a span, for all instances together (section <c>RateLimits</c>). 0: as many as one likes.</summary>
public sealed class RateLimitOptions
{
    public TimeSpan Span { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>By all of a company.</summary>
    public int Tenant { get; set; } = 60_000;

    /// <summary>By one of its people, with cookies and tokens.</summary>
    public int Member { get; set; } = 12_000;

    /// <summary>By one API key that has no limit of its own.</summary>
    public int Key { get; set; } = 12_000;

    /// <summary>From one address (of IPv6 the first 64 bits), whoever calls; against floods, so wide enough for a whole office.</summary>
    public int Address { get; set; } = 600_000;

    /// <summary>In a demo company, in place of the three of companies: it is there to be tried out.</summary>
    public int Demo { get; set; } = 60_000;
}
