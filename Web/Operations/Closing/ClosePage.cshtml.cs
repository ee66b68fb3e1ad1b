using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Access.TwoFactor;
using Web.Api;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Operations.Closing;

/// <summary>Where an owner closes the company, and where every owner may still take that back.</summary>
[Requires(Permission.TenantDelete)]
internal sealed class ClosePage(EnteredTenant entered, CompanyClosing closing, TimeProvider time, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public Tenant Company => entered.Required;

    public string DaysLeft { get; private set; } = CompanyClosing.UsualDays.ToString(CultureInfo.InvariantCulture);

    public string? Address { get; private set; }

    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    public string? Refused { get; private set; }

    /// <summary>The day on which everything goes, by the company's calendar.</summary>
    public string? End => Company.EraseAt is { } at ? Days.Iso(Company.Calendar.DateOf(at)) : null;

    public int Left => Company.EraseAt is { } at ? Math.Max(0, (int)Math.Ceiling((at - time.GetUtcNow()).TotalDays)) : 0;

    public void OnGet()
    {
    }

    [RequiresRecentProof]
    [OwnWork]
    public Task<IActionResult> OnPostAsync([FromForm(Name = "address")] string? address, [FromForm(Name = "days")] string? days, CancellationToken cancellation)
    {
        (Address, DaysLeft) = (address, days ?? "");
        return ActAsync(() => closing.BeginAsync(address, int.TryParse(days?.Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, cancellation));
    }

    [RequiresRecentProof]
    [OwnWork]
    public Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellation) => ActAsync(() => closing.RevokeAsync(cancellation));

    private async Task<IActionResult> ActAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (RefusalException refused) when (refused.Status is 409 or 422)
        {
            Faults = refused.Faults.ToDictionary(fault => fault.Field, fault => sentences[fault.Code, fault.Arguments].Value);
            (Response.StatusCode, Refused) = (refused.Status, refused.Faults is [] ? sentences[refused.Code].Value : null);
            return Page();
        }
        return LocalRedirect("/settings/close");
    }
}
