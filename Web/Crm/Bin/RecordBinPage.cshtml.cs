using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Crm.Bin;

/// <summary>Records that somebody deleted in the last 30 days, and the way back.</summary>
[Requires(Permission.CrmRead)]
[Requires(Permission.CrmDeleteOwn)]
internal sealed class RecordBinPage(RecordBin bin, AppDb db, EnteredTenant entered, TimeProvider time, IStringLocalizer<CrmTexts> texts) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<BinnedRecord> Records { get; private set; } = [];
    public string? After { get; private set; }
    public People People { get; private set; } = null!;
    public Days Days { get; private set; } = null!;
    public Toast? Toast { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "after")] string? cursor, BinnedKind? restored, CancellationToken cancellation)
    {
        Days = new Days(entered.Required.Calendar, time.GetUtcNow());
        var found = await bin.ListAsync(BinApi.After(cursor), Shown, cancellation);
        (Records, After) = ([.. found.Take(Shown)], found.Count > Shown ? BinApi.Write(found[Shown - 1]) : null);
        People = await db.PeopleAsync(cancellation);
        if (restored is { } kind) Toast = new Toast(texts["Bin.Done", texts["Bin." + kind]]);
    }

    public async Task<IActionResult> OnPostAsync(BinnedKind entity, Guid id, CancellationToken cancellation)
    {
        await bin.RestoreAsync(entity, id, cancellation);
        return LocalRedirect($"/records/in-bin?restored={entity}");
    }
}
