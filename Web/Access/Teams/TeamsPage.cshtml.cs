using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access.Members;
using Web.Access.Sessions;
using Web.Api;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Access.Teams;

/// <summary>The teams as a tree, who leads them, and whose records members see.</summary>
[Requires(Permission.SettingsManage)]
internal sealed class TeamsPage(
    AppDb db, LiveSessions live, TimeProvider time, IStringLocalizer<MembersTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public static readonly string[] Sights = ["all", "team", "own"];

    /// <summary>In the order of the tree, each with its depth.</summary>
    public IReadOnlyList<(Team Team, int Depth, int People)> Tree { get; private set; } = [];

    public IReadOnlyList<MemberLine> People { get; private set; } = [];
    public string Sight { get; private set; } = "all";
    public string? Refused { get; private set; }
    public Toast? Toast { get; private set; }

    public async Task OnGetAsync(string? done, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (done is "saved") Toast = new Toast(texts["Members.Done.changed"]);
    }

    /// <summary>A new team, or changes of one.</summary>
    public Task<IActionResult> OnPostAsync(Guid? team, string? name, Guid? parent, Guid? manager, CancellationToken cancellation) => ActAsync(async () =>
    {
        var all = await db.Teams.ToDictionaryAsync(one => one.Id, cancellation);
        var one = team is { } id ? all.GetValueOrDefault(id) ?? throw RefusalException.NotFound() : db.Teams.Add(new Team(Guid.CreateVersion7(time.GetUtcNow()), "")).Entity;
        one.Rename(name);
        if (all.Values.Any(other => other != one && other.Name == one.Name)) throw RefusalException.Invalid(new Fault("name", "already_exists"));
        one.StandBelow(parent, all);
        if (manager is { } leader && !await db.Members.AnyAsync(member => member.Id == leader && member.DeactivatedAt == null, cancellation)) throw RefusalException.NotFound();
        one.LedBy(manager);
    }, cancellation);

    public Task<IActionResult> OnPostRemoveAsync(Guid team, CancellationToken cancellation) => ActAsync(async () =>
    {
        var one = await db.Teams.SingleOrDefaultAsync(own => own.Id == team, cancellation) ?? throw RefusalException.NotFound();
        foreach (var below in await db.Teams.Where(other => other.ParentId == team).ToListAsync(cancellation)) below.StandBelow(null, new Dictionary<Guid, Team>());
        db.Teams.Remove(one);
    }, cancellation);

    public Task<IActionResult> OnPostSightAsync(string sight, CancellationToken cancellation) => ActAsync(async () =>
    {
        if (!Sights.Contains(sight)) throw RefusalException.Invalid(new Fault("sight", "not_one_of", string.Join(", ", Sights)));
        await db.ChangeRecordSightAsync(await db.RecordSightAsync(cancellation), sight, time.GetUtcNow(), cancellation);
    }, cancellation);

    /// <summary>One change of the tree at a time, so that two cannot make a ring of it.</summary>
    private async Task<IActionResult> ActAsync(Func<Task> act, CancellationToken cancellation)
    {
        try
        {
            await db.HoldPlanAsync(cancellation);
            await act();
            await db.SaveChangesAsync(cancellation);
            live.Forget(db.TenantId);
        }
        catch (RefusalException refusal) when (refusal.Status is 422)
        {
            db.ChangeTracker.Clear();
            await LoadAsync(cancellation);
            (Response.StatusCode, Refused) = (422, sentences[refusal.Faults[0].Code, refusal.Faults[0].Arguments]);
            return Page();
        }
        return LocalRedirect("/settings/teams?done=saved");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var teams = await db.Teams.AsNoTracking().OrderBy(team => team.Name).ToListAsync(cancellation);
        People = [.. (await db.MemberLinesAsync(cancellation)).Where(line => line.Active)];
        Sight = await db.RecordSightAsync(cancellation);
        var counts = People.CountBy(line => line.TeamId ?? Guid.Empty).ToDictionary();
        var below = teams.ToLookup(team => team.ParentId);
        Tree = [.. Branch(null, 0)];

        IEnumerable<(Team, int, int)> Branch(Guid? parent, int depth) =>
            below[parent].SelectMany(team => Branch(team.Id, depth + 1).Prepend((team, depth, counts.GetValueOrDefault(team.Id))));
    }
}
