using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Data;
using Web.Jobs;
using Web.Kernel;
using Web.Ui;

namespace Web.Demo.Sample;

/// <summary>Sample data comes and goes here.</summary>
[Requires(Permission.SettingsManage)]
internal sealed class SamplePage(AppDb db, SampleData sample, TimeProvider time, IStringLocalizer<SampleTexts> texts) : PageModel
{
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public bool OnItsWay { get; private set; }

    public Toast? Toast { get; private set; }

    public async Task OnGetAsync(string? done, long? gone, long? kept, CancellationToken cancellation)
    {
        Counts = await db.SampleRecords.GroupBy(record => record.Entity).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, cancellation);
        OnItsWay = Counts.Count == 0 && await db.Jobs.AnyAsync(job => job.Kind == SampleWork.Kind && (job.Status == JobStatus.Queued || job.Status == JobStatus.Running), cancellation);
        if (done is "removed") Toast = new Toast(kept > 0 ? texts["Sample.Removed.Some", gone ?? 0, kept] : texts["Sample.Removed", gone ?? 0]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        sample.Order(db, time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return LocalRedirect("/settings/sample");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        var (gone, kept) = await sample.RemoveAsync(db, time.GetUtcNow(), cancellation);
        return LocalRedirect(FormattableString.Invariant($"/settings/sample?done=removed&gone={gone}&kept={kept}"));
    }
}
