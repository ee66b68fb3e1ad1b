using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access.Invitations;
using Web.Access.Seats;
using Web.Access.Sessions;
using Web.Api;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Access.Members;

/// <summary>Everybody in the company: what they are, whether they have a seat, when they were last here.</summary>
[Requires(Permission.UsersRead)]
internal sealed class MembersPage(
    AppDb db, CurrentMember current, LiveSessions live, Inviting inviting, EnteredTenant entered, TimeProvider time,
    IStringLocalizer<MembersTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    [BindProperty(Name = "q", SupportsGet = true)] public string? Words { get; set; }

    [BindProperty(Name = "role", SupportsGet = true)] public Role? Role { get; set; }

    public IReadOnlyList<PendingInvitation> Invitations { get; private set; } = [];
    public IReadOnlyList<MemberLine> Lines { get; private set; } = [];
    public int All { get; private set; }
    public int Taken { get; private set; }
    public int? Bought { get; private set; }
    public string? Refused { get; private set; }
    public Toast? Toast { get; private set; }
    public Days Days { get; private set; } = null!;

    public bool MayManage => current.Can(Permission.UsersManage);

    public bool HasEnded(PendingInvitation invitation) => invitation.ExpiresAt <= time.GetUtcNow();

    public bool MayManageOne(PendingInvitation invitation) => MayManage && current.Person.Role.Governs(invitation.Role);

    public bool MayManageOne(MemberLine line) => MayManage && current.Person.Role.Governs(line.Role);

    public async Task OnGetAsync(string? done, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (done is "removed" or "seat" or "unseated" or "resent" or "revoked") Toast = new Toast(texts["Members.Done." + done]);
    }

    public Task<IActionResult> OnPostSeatAsync(Guid member, bool seat, CancellationToken cancellation) => ActAsync(seat ? "seat" : "unseated", async roster =>
        await roster.ChangeAsync(await roster.FindAsync(member, cancellation), new MemberChange(Seat: seat), cancellation), cancellation);

    public Task<IActionResult> OnPostResendAsync(Guid invitation, CancellationToken cancellation) =>
        ActAsync("resent", roster => inviting.ResendAsync(roster, invitation, cancellation), cancellation);

    public Task<IActionResult> OnPostRevokeAsync(Guid invitation, CancellationToken cancellation) =>
        ActAsync("revoked", roster => inviting.RevokeAsync(roster, invitation, cancellation), cancellation);

    private async Task<IActionResult> ActAsync(string done, Func<Roster, Task> act, CancellationToken cancellation)
    {
        current.MustHave(Permission.UsersManage);
        try
        {
            await act(await Roster.HoldAsync(db, live, current, time.GetUtcNow(), cancellation));
        }
        catch (RefusalException refusal) when (refusal.Status is 402 or 403 or 409)
        {
            return await RefuseAsync(refusal, cancellation);
        }
        return LocalRedirect("/settings/members?done=" + done);
    }

    private async Task<PageResult> RefuseAsync(RefusalException refusal, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await LoadAsync(cancellation);
        (Response.StatusCode, Refused) = (422, sentences[refusal.TextKey ?? refusal.Code, refusal.Arguments]);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        Days = new Days(entered.Required.Calendar, now);
        var all = await db.MemberLinesAsync(cancellation);
        All = all.Count;
        Lines = [.. all.Where(line => (Role is null || line.Role == Role) && Matches(line)).OrderBy(line => line.Role).ThenBy(line => line.Name, StringComparer.Ordinal)];
        Invitations = [.. (await db.PendingInvitationsAsync(cancellation)).Where(one => (Role is null || one.Role == Role) && (string.IsNullOrWhiteSpace(Words) || SearchText.Of(one.Email).Contains(SearchText.Of(Words), StringComparison.Ordinal)))];
        Taken = await db.Seats.CountAsync(seat => seat.HeldUntil == null || seat.HeldUntil > now, cancellation);
        Bought = await db.Plans.Select(plan => plan.Seats).SingleAsync(cancellation);
    }

    private bool Matches(MemberLine line) => string.IsNullOrWhiteSpace(Words)
        || SearchText.Of(line.Name + " " + line.Email).Contains(SearchText.Of(Words), StringComparison.Ordinal);
}
