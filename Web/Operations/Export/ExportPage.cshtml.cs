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

namespace Web.Operations.Export;

/// <summary>Everything the company has, to take away: ordered here, made by a job, fetched by an owner who has just shown who they are.</summary>
[Requires(Permission.TenantDelete)]
internal sealed class ExportPage(Exports exports, EnteredTenant entered, TimeProvider time, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public IReadOnlyList<ExportState> States { get; private set; } = [];

    public string? Refused { get; private set; }

    public bool UnderWay => States.Any(state => state.IsUnderWay);

    public DateTimeOffset Now => time.GetUtcNow();

    public Days Days => new(entered.Required.Calendar, Now);

    public async Task OnGetAsync(CancellationToken cancellation) => States = await exports.StatesAsync(cancellation);

    /// <summary>While one is being made.</summary>
    public async Task<IActionResult> OnGetStatesAsync(CancellationToken cancellation)
    {
        States = await exports.StatesAsync(cancellation);
        return Partial("/Operations/Export/_ExportStates.cshtml", this);
    }

    [RequiresRecentProof]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        try
        {
            await exports.OrderAsync(cancellation);
        }
        catch (RefusalException refused) when (refused.Status == 409)
        {
            States = await exports.StatesAsync(cancellation);
            (Response.StatusCode, Refused) = (refused.Status, sentences[refused.Code]);
            return Page();
        }
        return LocalRedirect("/settings/export");
    }

    [RequiresRecentProof]
    [OwnWork]
    public async Task<IActionResult> OnGetArchiveAsync(Guid id, CancellationToken cancellation)
    {
        var export = await exports.OpenAsync(id, cancellation);
        await exports.SendAsync(export, Exports.NameOf(entered.Required.Slug, export), Response, cancellation);
        return new EmptyResult();
    }
}
