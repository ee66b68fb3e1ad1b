using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access.TwoFactor;
using Web.Api;
using Web.Audit;
using Web.Audit.Chain;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Access.Log;

/// <summary>What happened in the company, the latest first: found by person, event, risk, day and words; each entry opens where it stands.</summary>
[Requires(Permission.AuditRead)]
internal sealed class LogPage(AppDb db, CurrentMember current, EnteredTenant entered, LogExport export, IStringLocalizer<LogTexts> texts, TimeProvider time) : PageModel
{
    private static readonly Listing<AuditEntry> Latest = new Listing<AuditEntry>(entry => entry.Id, "-timestamp").By("timestamp", entry => entry.Id);

    [BindProperty(Name = "q", SupportsGet = true)] public string? Words { get; set; }

    [BindProperty(Name = "user", SupportsGet = true)] public string? Member { get; set; }

    [BindProperty(Name = "event", SupportsGet = true)] public string? Event { get; set; }

    [BindProperty(Name = "category", SupportsGet = true)] public string? Category { get; set; }

    [BindProperty(Name = "risk", SupportsGet = true)] public string? Risk { get; set; }

    [BindProperty(Name = "from", SupportsGet = true)] public string? From { get; set; }

    [BindProperty(Name = "to", SupportsGet = true)] public string? To { get; set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];
    public string? After { get; private set; }
    public string? Wrong { get; private set; }
    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();
    public IReadOnlyList<string> Events { get; private set; } = [];
    public int? KeepDays { get; private set; }
    public LogSentences Say { get; } = new(texts);
    public Days Days { get; private set; } = null!;
    public TimeZoneInfo Zone => entered.Required.Calendar.Zone;
    public bool MayExport => current.Can(Permission.AuditExport);
    public bool MaySetRule => current.Can(Permission.SecurityManage);
    public bool IsFiltered => Query("").Length > 0;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "after")] string? cursor, CancellationToken cancellation)
    {
        Days = new Days(entered.Required.Calendar, time.GetUtcNow());
        People = await db.Members.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        try
        {
            (Entries, After, _) = await Latest.ReadAsync(Search().In(db), new ListRequest(cursor, PageSize.Default, null, null), cancellation);
        }
        catch (RefusalException refusal) when (refusal.Status == 422)
        {
            (Wrong, Response.StatusCode) = (texts["Wrong"], 422);
        }
        if (Request.WantsFragment() && cursor is not null) return Partial("_LogRows", this);
        KeepDays = await db.AuditRules.AsNoTracking().Select(rules => rules.KeepDays).SingleOrDefaultAsync(cancellation);
        Events = await EventTypesAsync(cancellation);
        return Page();
    }

    /// <summary>What was found as a file. That it was taken stands in the log too.</summary>
    [OwnWork]
    public async Task<IActionResult> OnPostExportAsync(string? format, CancellationToken cancellation)
    {
        current.MustHave(Permission.AuditExport);
        return await export.TakeAsync(Search(), format == "json" ? LogFormat.Json : LogFormat.Csv, cancellation);
    }

    /// <summary>How long the log is kept.</summary>
    [RequiresRecentProof]
    public async Task<IActionResult> OnPostKeepAsync(string? days, CancellationToken cancellation)
    {
        current.MustHave(Permission.SecurityManage);
        int? keep = string.IsNullOrWhiteSpace(days) ? null
            : int.TryParse(days.Normalize(NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said is >= AuditRules.LeastDays and <= AuditRules.MostDays ? said
            : throw RefusalException.Invalid(new Fault("days", "out_of_range", AuditRules.LeastDays, AuditRules.MostDays));
        var now = time.GetUtcNow();
        var rules = await db.AuditRules.SingleOrDefaultAsync(cancellation) ?? db.AuditRules.Add(AuditRules.Begin(now)).Entity;
        rules.Keep(keep, now);
        if (keep is not null) await db.OrderExpiryAsync(now, now.AddMinutes(1), cancellation);
        await db.SaveChangesAsync(cancellation);
        return Redirect("/settings/audit");
    }

    /// <summary>The address of what is shown, with something more.</summary>
    public string Query(string more)
    {
        var said = new[] { ("q", Words), ("user", Member), ("event", Event), ("category", Category), ("risk", Risk), ("from", From), ("to", To) }
            .Where(one => !string.IsNullOrEmpty(one.Item2)).Select(one => $"{one.Item1}={Uri.EscapeDataString(one.Item2!)}");
        return string.Join('&', more.Length > 0 ? said.Append(more) : said);
    }

    private LogSearch Search() => new LogSearch(
        Guid.TryParse(Member, out var member) ? member : null, OneLine(Event, 80), LogSearch.Categories.Contains(Category) ? Category : null,
        LogSearch.Risks.Contains(Risk) ? Risk : null, OneLine(Words, LogSearch.LongestWords), null, null).Between(From, To, entered.Required.Calendar);

    private static string? OneLine(string? text, int longest) => text?.Trim() is { Length: > 0 } said && !said.Contains('\0') ? said[..Math.Min(said.Length, longest)] : null;

    /// <summary>The kinds of event that there are, each found by its index in one step.</summary>
    private async Task<IReadOnlyList<string>> EventTypesAsync(CancellationToken cancellation) => await db.Database.SqlQuery<string>(
        $"""
         with recursive kind(name) as (
           (select event_type from app.audit_entries where tenant_id = {db.TenantId} order by event_type limit 1)
           union all
           select (select e.event_type from app.audit_entries e where e.tenant_id = {db.TenantId} and e.event_type > kind.name order by e.event_type limit 1) from kind where kind.name is not null)
         select name as "Value" from kind where name is not null
         """).ToListAsync(cancellation);
}
