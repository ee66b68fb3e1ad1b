using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access.Members;
using Web.Access.Sessions;
using Web.Api;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Invitations;

/// <summary>Invites one person or many: each address that was pasted gets its own answer.</summary>
[Requires(Permission.UsersManage)]
internal sealed class InvitePage(AppDb db, CurrentMember current, LiveSessions live, Inviting inviting, TimeProvider time, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    [BindProperty(Name = "addresses")] public string? Addresses { get; set; }

    [BindProperty(Name = "role")] public Role Role { get; set; } = Role.Member;

    [BindProperty(Name = "team")] public Guid? Team { get; set; }

    public IReadOnlyList<Team> Teams { get; private set; } = [];
    public IReadOnlyList<InvitedLine> Lines { get; private set; } = [];
    public string? Refused { get; private set; }

    public IEnumerable<Role> Roles => Enum.GetValues<Role>().Where(role => current.Person.Role.Governs(role));

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var addresses = Inviting.AddressesIn(Addresses);
        try
        {
            if (addresses.Count is 0 or > Inviting.Most) throw new RefusalException(422, "addresses_needed", Inviting.Most);
            var roster = await Roster.HoldAsync(db, live, current, time.GetUtcNow(), cancellation);
            Lines = await inviting.InviteAsync(roster, addresses, Role, Team, cancellation);
            Addresses = string.Join('\n', Lines.Where(line => line.Outcome is InvitedAs.NoAddress or InvitedAs.NoSeat).Select(line => line.Address));
            if (Addresses is not "") Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        catch (RefusalException refusal) when (refusal.Status is 403 or 422)
        {
            db.ChangeTracker.Clear();
            (Response.StatusCode, Refused) = (422, sentences[refusal.TextKey ?? refusal.Code, refusal.Arguments]);
        }
        await LoadAsync(cancellation);
        ModelState.Clear();
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation) => Teams = await db.Teams.AsNoTracking().OrderBy(team => team.Name).ToListAsync(cancellation);
}
