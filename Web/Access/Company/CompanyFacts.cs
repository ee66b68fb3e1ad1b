using Web.Kernel;
using Web.Ui;

namespace Web.Access.Company;

/// <summary>What a company says of itself, and how it counts. As people type it and as programs send it.</summary>
public sealed record CompanyFacts
{
    public const int LongestName = 200, LongestProduct = 40;

    public string? Name { get; set; }
    public string? Locale { get; set; }

    /// <summary>By its name in the tz database: <c>Asia/Tokyo</c>.</summary>
    public string? TimeZone { get; set; }

    /// <summary>ISO 4217. What records hold in other currencies stays as it is.</summary>
    public string? Currency { get; set; }

    /// <summary>The month, 1 to 12.</summary>
    public int? FiscalYearStart { get; set; }

    /// <summary>Everything that is wrong, by field.</summary>
    /// <param name="prefix">What stands before a field's name: <c>/</c> in the API.</param>
    public IEnumerable<Fault> Faults(string prefix = "")
    {
        var name = Name?.Trim();
        if (string.IsNullOrEmpty(name)) yield return new Fault($"{prefix}name", "required");
        else if (name.Length > LongestName) yield return new Fault($"{prefix}name", "too_long", LongestName);
        else if (name.Any(char.IsControl)) yield return new Fault($"{prefix}name", "text_invalid");
        if (Locales.Known(Locale) is null) yield return new Fault($"{prefix}locale", "not_one_of", string.Join(", ", Locales.All));
        if (!TimeZones.IsKnown(TimeZone)) yield return new Fault($"{prefix}time_zone", "time_zone_unknown");
        if (!Currencies.IsKnown(Currency)) yield return new Fault($"{prefix}currency", "currency_not_known");
        if (FiscalYearStart is not (>= 1 and <= 12)) yield return new Fault($"{prefix}fiscal_year_start", "out_of_range", 1, 12);
    }

    internal CompanyFacts Trimmed() => this with { Name = Name?.Trim() };

    /// <summary>How time would be counted; null where the zone or the month is none.</summary>
    public Calendar? Calendar => TimeZones.IsKnown(TimeZone) && FiscalYearStart is >= 1 and <= 12 ? new Calendar(TimeZoneInfo.FindSystemTimeZoneById(TimeZone!), FiscalYearStart.Value) : null;
}

/// <summary>How a company looks: its colour, and its own name for the product.</summary>
public sealed record CompanyLook
{
    /// <summary><c>#rrggbb</c>. White on it, and it on white, hold a contrast of 4.5.</summary>
    public string? Colour { get; set; }

    /// <summary>Null: the product's usual name.</summary>
    public string? ProductName { get; set; }

    /// <inheritdoc cref="CompanyFacts.Faults"/>
    public IEnumerable<Fault> Faults(string prefix = "")
    {
        if (BrandContrast.Of(Colour) is not { } contrast) yield return new Fault($"{prefix}colour", "colour_malformed");
        else if (contrast.Nearest is { } nearest) yield return new Fault($"{prefix}colour", "colour_contrast", contrast.Written, nearest);
        if (ProductName?.Trim().Length > CompanyFacts.LongestProduct) yield return new Fault($"{prefix}product_name", "too_long", CompanyFacts.LongestProduct);
        else if (ProductName?.Any(char.IsControl) == true) yield return new Fault($"{prefix}product_name", "text_invalid");
    }

    internal CompanyLook Trimmed() => this with { Colour = Colour?.Trim().ToLowerInvariant(), ProductName = string.IsNullOrWhiteSpace(ProductName) ? null : ProductName.Trim() };
}
