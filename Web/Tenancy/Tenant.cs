using Web.Kernel;

namespace Web.Tenancy;

/// <summary>A customer company, as the door knows it.</summary>
public sealed record Tenant(
    Guid Id, string Slug, string Name, TenantStatus Status, string Locale, string TimeZone, string Currency,
    int FiscalYearStart, string Plan, string BrandColour, bool Demo)
{
    /// <summary>How this company counts time.</summary>
    public Calendar Calendar { get; } = new(ZoneOf(TimeZone), FiscalYearStart);

    private static TimeZoneInfo ZoneOf(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <summary>Unproven: it signed itself up and nobody has opened the link in the letter yet.</summary>
public enum TenantStatus { Active, Suspended, Unproven }
