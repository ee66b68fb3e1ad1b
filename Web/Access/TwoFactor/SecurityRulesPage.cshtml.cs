using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Web.Access.Teams;
using Web.Data;
using Web.Kernel;

namespace Web.Access.TwoFactor;

/// <summary>What the company asks of everybody's sign-in, and who is not ready for it.</summary>
[Requires(Permission.SecurityManage)]
internal sealed class SecurityRulesPage(AppDb db, CurrentMember current, Readiness readiness, FactorReset reset, TimeProvider time) : PageModel
{
    [BindProperty(Name = "required")] public bool TwoFactor { get; set; }

    [BindProperty(Name = "grace_days")] public string? GraceDays { get; set; }

    [BindProperty(Name = "session_hours")] public string? SessionHours { get; set; }

    [BindProperty(Name = "idle_minutes")] public string? IdleMinutes { get; set; }

    public SecurityRules Rules { get; private set; } = SecurityRules.None;

    public IReadOnlyList<ReadyRow> People { get; private set; } = [];

    public IReadOnlyDictionary<string, object[]> Faults { get; private set; } = new Dictionary<string, object[]>();

    /// <summary>Whose records members see.</summary>
    public string Sight { get; private set; } = "all";

    public bool MayReset => current.Can(Permission.OwnersManage);

    public Guid Me => current.Id;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        (TwoFactor, GraceDays, SessionHours, IdleMinutes) = (Rules.TwoFactorRequired, Text(Rules.GraceDays), Text(Rules.SessionHours), Text(Rules.IdleMinutes));
    }

    [RequiresRecentProof]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Dictionary<string, object[]> faults = [];
        var grace = Read("grace_days", GraceDays, 0, SecurityRules.MostGraceDays, needed: true, faults);
        var hours = Read("session_hours", SessionHours, 1, SecurityRules.MostSessionHours, needed: false, faults);
        var idle = Read("idle_minutes", IdleMinutes, SecurityRules.LeastIdleMinutes, SecurityRules.MostIdleMinutes, needed: false, faults);
        if (TwoFactor && !await db.HasSecondFactorAsync(current.Id, cancellation)) faults["required"] = [];
        if (faults.Count > 0) return await RefuseAsync(faults, cancellation);
        var now = time.GetUtcNow();
        var rules = await db.SecurityRules.SingleOrDefaultAsync(cancellation) ?? db.SecurityRules.Add(SecurityRules.Begin(now)).Entity;
        rules.RequireTwoFactor(TwoFactor, (short)grace!.Value, now);
        rules.LimitSessions(hours, idle, now);
        await db.SaveChangesAsync(cancellation);
        return Redirect("/settings/security/rules");
    }

    [RequiresRecentProof]
    public async Task<IActionResult> OnPostResetAsync([FromForm(Name = "id")] Guid id, CancellationToken cancellation)
    {
        await reset.ByAsync(current, id, cancellation);
        return Redirect("/settings/security/rules");
    }

    /// <summary>A letter to everybody who is not ready, at most once a day to each.</summary>
    public async Task<IActionResult> OnPostRemindAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        await readiness.RemindAsync(People, time.GetUtcNow(), cancellation);
        await db.SaveChangesAsync(cancellation);
        return Redirect("/settings/security/rules");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Rules = await db.SecurityRules.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? SecurityRules.None;
        People = await readiness.EverybodyAsync(Rules, cancellation);
        Sight = await db.RecordSightAsync(cancellation);
    }

    private async Task<PageResult> RefuseAsync(Dictionary<string, object[]> faults, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Faults = faults;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static int? Read(string field, string? text, int least, int most, bool needed, Dictionary<string, object[]> faults)
    {
        if (string.IsNullOrWhiteSpace(text) && !needed) return null;
        if (int.TryParse(text?.Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        faults[field] = [least, most];
        return null;
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
