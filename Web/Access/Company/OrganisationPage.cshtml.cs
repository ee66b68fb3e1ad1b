using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Api;
using Web.Data;
using Web.Kernel;
using Web.Ui;

namespace Web.Access.Company;

/// <summary>What the company is called, and how it counts time and money.</summary>
[Requires(Permission.SettingsManage)]
internal sealed class OrganisationPage(AppDb db, CompanySettings settings, TimeProvider time, IStringLocalizer<CompanyTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    [BindProperty(Name = "name", SupportsGet = true)] public string? Name { get; set; }

    [BindProperty(Name = "locale", SupportsGet = true)] public string? Language { get; set; }

    [BindProperty(Name = "time_zone", SupportsGet = true)] public string? Zone { get; set; }

    [BindProperty(Name = "currency", SupportsGet = true)] public string? Currency { get; set; }

    [BindProperty(Name = "fiscal_year_start", SupportsGet = true)] public string? FiscalYearStart { get; set; }

    public string Slug { get; private set; } = "";

    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    public Toast? Toast { get; private set; }

    public CompanyFacts Facts => new()
    {
        Name = Name?.Trim(), Locale = Language, TimeZone = Zone?.Trim(), Currency = Currency?.Trim().ToUpperInvariant(),
        FiscalYearStart = int.TryParse(FiscalYearStart, NumberStyles.None, CultureInfo.InvariantCulture, out var month) ? month : null,
    };

    /// <summary>What the choice means today; null while it is none.</summary>
    public CalendarView? Today => CalendarView.Of(Facts, time.GetUtcNow());

    public async Task OnGetAsync(string? done, CancellationToken cancellation)
    {
        var company = await db.CompanyAsync(hold: false, cancellation);
        Slug = company.Slug;
        (Name, Language, Zone, Currency, FiscalYearStart) = (company.Facts.Name, company.Facts.Locale, company.Facts.TimeZone, company.Facts.Currency, company.Facts.FiscalYearStart?.ToString(CultureInfo.InvariantCulture));
        if (done is "saved") Toast = new Toast(texts["Saved"]);
    }

    /// <summary>While somebody chooses.</summary>
    public PartialViewResult OnGetPreview() => Partial("/Access/Company/_CalendarView.cshtml", Today);

    [OwnWork]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        try
        {
            await settings.ChangeAsync(company =>
            {
                Slug = company.Slug;
                List<Fault> faults = [.. Facts.Faults()];
                return faults.Count == 0 ? Task.FromResult(company with { Facts = Facts }) : throw RefusalException.Invalid(faults);
            }, cancellation);
        }
        catch (RefusalException refused) when (refused.Status == 422)
        {
            Faults = refused.Faults.DistinctBy(fault => fault.Field).ToDictionary(fault => fault.Field, fault => sentences[fault.Code, fault.Arguments].Value);
            Response.StatusCode = refused.Status;
            return Page();
        }
        return LocalRedirect("/settings/organisation?done=saved");
    }
}
