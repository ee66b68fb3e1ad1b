using System.Text.Json.Serialization;
using Web.Access.TwoFactor;

namespace Web.Access.Company;

/// <summary>A company as the API tells it.</summary>
/// <param name="Slug">Its name in its address; it stays.</param>
/// <param name="FiscalYearStart">The month, 1 to 12.</param>
public sealed record OrganizationAnswer(
    Guid Id, string Name, string Slug, string PlanType, string Locale, string TimeZone, string Currency, int FiscalYearStart, OrganizationBranding Branding, SecurityPolicy SecurityPolicy, DateTimeOffset CreatedAt)
{
    [JsonIgnore] internal uint Version { get; private init; }

    internal static OrganizationAnswer Of(CompanyRow company, SecurityRules rules, string sight) => new(
        company.Id, company.Facts.Name!, company.Slug, company.Plan, company.Facts.Locale!, company.Facts.TimeZone!, company.Facts.Currency!, company.Facts.FiscalYearStart!.Value,
        new OrganizationBranding(company.Look.Colour!, company.Look.ProductName, company.LogoHash is null ? null : $"/brand/logo/{company.LogoHash}"), SecurityPolicy.Of(rules, sight), company.CreatedAt)
    {
        Version = unchecked((company.Version * 31 + (uint)(rules.GraceDays * 2 + (rules.TwoFactorRequired ? 1 : 0))) * 31 + (uint)((rules.SessionHours ?? 0) * 50_000 + (rules.IdleMinutes ?? 0))),
    };
}

/// <summary>What may be changed of it.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="FiscalYearStart">The month in which the fiscal year begins, 1 to 12.</param>
public sealed record OrganizationChange(
    string? Name, string? Locale, string? TimeZone, string? Currency, int? FiscalYearStart, OrganizationBranding? Branding, SecurityPolicy? SecurityPolicy);

/// <summary>How a company looks.</summary>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="LogoUrl">At the company's own address; a logo is uploaded on its settings page.</param>
public sealed record OrganizationBranding(string Colour, string? ProductName, string? LogoUrl);
