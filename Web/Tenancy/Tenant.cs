using Web.Kernel;

namespace Web.Tenancy;

/// <summary>A customer company, as the door knows it.</summary>
public sealed record Tenant(
    Guid Id, string Slug, string Name, TenantStatus Status, string Locale, string TimeZone, string Currency,
    int FiscalYearStart, string Plan, string BrandColour, bool Demo)
{
    /// <summary>What its people know this product as, where it has a name of their own for it.</summary>
    public string? ProductName { get; init; }

    /// <summary>Names its logo; null: it has none.</summary>
    public string? LogoHash { get; init; }

    /// <summary>When it is erased, while it is being closed.</summary>
    public DateTimeOffset? EraseAt { get; init; }

    /// <summary>What the product is called in this company.</summary>
    public string Product => ProductName ?? "Tsumugi";

    /// <summary>Where its logo is, at its own door.</summary>
    public string? LogoPath => LogoHash is null ? null : $"/brand/logo/{LogoHash}";

    /// <summary>How this company counts time.</summary>
    public Calendar Calendar { get; } = new(ZoneOf(TimeZone), FiscalYearStart);

    private static TimeZoneInfo ZoneOf(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <summary>
/// Unproven: it signed itself up and nobody has opened the link in the letter yet. Closing: an owner closes it, and may still
/// change their mind.
/// </summary>
public enum TenantStatus { Active, Suspended, Unproven, Closing }
