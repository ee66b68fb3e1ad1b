using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Web.Access.TwoFactor;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Risk;

/// <summary>From which level on the company does something about risk, and what counts how much.</summary>
[Requires(Permission.SecurityManage)]
internal sealed class RiskRulesPage(AppDb db, TimeProvider time) : PageModel
{
    public RiskRules Rules { get; private set; } = RiskRules.None;

    public bool Saved { get; private set; }

    public async Task OnGetAsync(bool saved, CancellationToken cancellation) => (Rules, Saved) = (await db.RulesOnRiskAsync(cancellation), saved);

    [RequiresRecentProof]
    public async Task<IActionResult> OnPostAsync(string? notify, string? ask, string? refuse, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var rules = await db.RiskRules.SingleOrDefaultAsync(cancellation) ?? db.RiskRules.Add(RiskRules.Begin(now)).Entity;
        rules.Set(Read(notify), Read(ask), Read(refuse), now);
        await db.SaveChangesAsync(cancellation);
        return Redirect("/settings/risk?saved=true");
    }

    private static RiskLevel? Read(string? word) => word switch
    {
        "medium" => RiskLevel.Medium,
        "high" => RiskLevel.High,
        _ => null,
    };
}
