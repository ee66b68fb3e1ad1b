using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access.Sessions;
using Web.Access.TwoFactor;
using Web.Api;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Access.Members;

/// <summary>One person: role, team, seat, and the acts that end their stay.</summary>
[Requires(Permission.UsersManage)]
internal sealed class MemberPage(
    AppDb db, CurrentMember current, LiveSessions live, IEnumerable<IHandsOver> rooms, FactorReset factors, EnteredTenant entered, TimeProvider time,
    IStringLocalizer<MembersTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    [BindProperty(Name = "id", SupportsGet = true)] public Guid Id { get; set; }

    public MemberLine Person { get; private set; } = null!;
    public IReadOnlyList<Team> Teams { get; private set; } = [];
    public IReadOnlyList<MemberLine> Heirs { get; private set; } = [];
    public string? Refused { get; private set; }
    public Toast? Toast { get; private set; }
    public Days Days { get; private set; } = null!;

    /// <summary>The roles that this person may be given by the one who looks.</summary>
    public IEnumerable<Role> Roles => Enum.GetValues<Role>().Where(role => role == Person.Role || current.Person.Role.Governs(role));

    public bool MayChange => current.Person.Role.Governs(Person.Role);

    public bool IsSelf => Person.Id == current.Id;

    public bool MayHandOwnership => current.Person.Role == Role.Owner && !IsSelf && Person.Active;

    /// <summary>There is a second factor to take away from somebody who lost it, and whoever looks may do so.</summary>
    public bool MayResetFactors { get; private set; }

    public async Task OnGetAsync(string? done, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (done is "changed" or "activated" or "deactivated" or "reset") Toast = new Toast(texts["Members.Done." + done]);
    }

    public Task<IActionResult> OnPostAsync(Role role, Guid? team, bool seat, CancellationToken cancellation) => ActAsync("?done=changed", async roster =>
    {
        if (team is { } chosen && !await db.Teams.AnyAsync(one => one.Id == chosen, cancellation)) throw RefusalException.NotFound();
        var member = await roster.FindAsync(Id, cancellation);
        if (role != member.Role) current.MustHaveRecentProof(time.GetUtcNow());
        await roster.ChangeAsync(member, new MemberChange(role == member.Role ? null : role, Seat: member.Role.NeedsSeat ? seat : null) { ChangesTeam = true, Team = team }, cancellation);
    }, cancellation);

    public Task<IActionResult> OnPostActiveAsync(bool active, CancellationToken cancellation) => ActAsync(active ? "?done=activated" : "?done=deactivated", async roster =>
        await roster.ChangeAsync(await roster.FindAsync(Id, cancellation), new MemberChange(Active: active), cancellation), cancellation);

    public Task<IActionResult> OnPostRemoveAsync([FromForm(Name = "records_to")] Guid heir, CancellationToken cancellation) => ActAsync("/settings/members?done=removed", async roster =>
        await roster.RemoveAsync(await roster.FindAsync(Id, cancellation), heir, rooms, cancellation), cancellation);

    [RequiresRecentProof]
    public Task<IActionResult> OnPostOwnAsync(CancellationToken cancellation) => ActAsync("", async roster =>
        await roster.HandOwnershipAsync(await roster.FindAsync(Id, cancellation), cancellation), cancellation);

    [RequiresRecentProof]
    public Task<IActionResult> OnPostFactorsAsync(CancellationToken cancellation) => ActAsync("?done=reset", async roster =>
    {
        await factors.ByAsync(current, (await roster.FindAsync(Id, cancellation)).Id, cancellation);
        live.Forget(db.TenantId);
    }, cancellation);

    /// <param name="then">Where it leads, or what is added to this page's address.</param>
    private async Task<IActionResult> ActAsync(string then, Func<Roster, Task> act, CancellationToken cancellation)
    {
        try
        {
            await act(await Roster.HoldAsync(db, live, current, time.GetUtcNow(), cancellation));
        }
        catch (RefusalException refusal) when (refusal.Code == "step_up_required")
        {
            db.ChangeTracker.Clear();
            return RecentProofOfPages.Ask(HttpContext);
        }
        catch (RefusalException refusal) when (refusal.Status is 402 or 403 or 409 or 422)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(cancellation);
            var (key, arguments) = refusal.Faults is [var fault, ..] ? (fault.Code, fault.Arguments) : (refusal.TextKey ?? refusal.Code, refusal.Arguments);
            (Response.StatusCode, Refused) = (422, sentences[key, arguments]);
            return Page();
        }
        return LocalRedirect(then.StartsWith('/') ? then : $"/settings/members/{Id}{then}");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var all = await db.MemberLinesAsync(cancellation);
        Person = all.Find(line => line.Id == Id) ?? throw RefusalException.NotFound();
        Heirs = [.. all.Where(line => line.Active && line.Id != Id && line.Role is not Role.Compliance)];
        Teams = await db.Teams.AsNoTracking().OrderBy(team => team.Name).ToListAsync(cancellation);
        MayResetFactors = current.Can(Permission.OwnersManage) && !IsSelf && await db.HasSecondFactorAsync(Id, cancellation);
        Days = new Days(entered.Required.Calendar, time.GetUtcNow());
    }
}
