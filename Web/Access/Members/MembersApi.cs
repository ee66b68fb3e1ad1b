using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Web.Access.Invitations;
using Web.Access.Sessions;
using Web.Access.TwoFactor;
using Web.Api;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Members;

/// <summary>The people of the company for programs: who they are, what they may do, and the attributes that row filters ask about.</summary>
internal static class MembersApi
{
    public static void MapMembers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/tenant/users").WithTags("Users").Requires(Permission.UsersRead);
        users.MapGet("", ListAsync).WithSummary("The people of the company");
        users.MapPost("", InviteAsync).Requires(Permission.UsersManage).Accepts<InvitationBody>("application/json").WithSummary("Invite somebody by e-mail");
        users.MapGet("/{id:guid}", OneAsync).WithSummary("One of them");
        users.MapPatch("/{id:guid}", ChangeAsync).Requires(Permission.UsersManage).Accepts<MemberPatch>("application/json").WithSummary("Change somebody's role, state, seat, team or attributes");
        users.MapDelete("/{id:guid}", RemoveAsync).Requires(Permission.UsersManage).WithSummary("Remove somebody; their records go to ?records_to=, or to the caller");
    }

    private static async Task<Page<MemberAnswer>> ListAsync(AppDb db, CancellationToken cancellation) =>
        new([.. (await db.MemberLinesAsync(cancellation)).Select(MemberAnswer.Of)], null);

    private static async Task<Created<InvitationAnswer>> InviteAsync(
        JsonElement body, CurrentMember current, AppDb db, LiveSessions live, Inviting inviting, TimeProvider time, CancellationToken cancellation)
    {
        var roster = await Roster.HoldAsync(db, live, current, time.GetUtcNow(), cancellation);
        var (email, role, team) = await MemberBody.ReadInvitationAsync(body, db, cancellation);
        var line = (await inviting.InviteAsync(roster, [email], role, team, cancellation))[0];
        if (line.Outcome == InvitedAs.NoSeat) roster.Seats.MustHaveRoom();
        return line.Outcome switch
        {
            InvitedAs.Invited => TypedResults.Created((string?)null, InvitationAnswer.Of(line.Invitation!)),
            InvitedAs.NoAddress => throw RefusalException.Invalid(new Fault("/email", "email_invalid")),
            InvitedAs.Pending => throw new RefusalException(409, "already_invited"),
            InvitedAs.Deactivated => throw new RefusalException(409, "member_deactivated"),
            _ => throw new RefusalException(409, "already_a_member"),
        };
    }

    private static async Task<MemberAnswer> OneAsync(Guid id, HttpContext http, AppDb db, CancellationToken cancellation) => Answer(await LineAsync(id, db, cancellation), http);

    private static async Task<MemberAnswer> ChangeAsync(
        Guid id, JsonElement body, HttpContext http, CurrentMember current, AppDb db, LiveSessions live, TimeProvider time, CancellationToken cancellation)
    {
        var roster = await Roster.HoldAsync(db, live, current, time.GetUtcNow(), cancellation);
        var member = await roster.FindAsync(id, cancellation);
        await MustMatchAsync(id, http, db, cancellation);
        var change = await MemberBody.ReadAsync(body, db, cancellation);
        if (change.Role is { } role && role != member.Role && !IsForKeys(current, member.Role, role)) current.MustHaveRecentProof(time.GetUtcNow());
        await roster.ChangeAsync(member, change, cancellation);
        return Answer(await LineAsync(id, db, cancellation), http);
    }

    /// <summary>Whoever made a key had just proved who they are; owners are made and unmade by people alone.</summary>
    private static bool IsForKeys(CurrentMember current, Role before, Role after) => current.Person.Key is not null && before != Role.Owner && after != Role.Owner;

    private static async Task<NoContent> RemoveAsync(
        Guid id, Guid? records_to, HttpContext http, CurrentMember current, AppDb db, LiveSessions live, IEnumerable<IHandsOver> rooms, TimeProvider time, CancellationToken cancellation)
    {
        var roster = await Roster.HoldAsync(db, live, current, time.GetUtcNow(), cancellation);
        var member = await roster.FindAsync(id, cancellation);
        await MustMatchAsync(id, http, db, cancellation);
        await roster.RemoveAsync(member, records_to ?? current.Id, rooms, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<MemberLine> LineAsync(Guid id, AppDb db, CancellationToken cancellation) => await db.MemberLineAsync(id, cancellation) ?? throw RefusalException.NotFound();

    /// <summary>Asked while the roster is held, so that nobody changes it after that.</summary>
    private static async Task MustMatchAsync(Guid id, HttpContext http, AppDb db, CancellationToken cancellation)
    {
        if (http.Request.Headers.IfMatch.Count == 0) return;
        var line = await LineAsync(id, db, cancellation);
        Stamp.MustMatch(http, StampOf(line), () => MemberAnswer.Of(line));
    }

    private static MemberAnswer Answer(MemberLine line, HttpContext http)
    {
        Stamp.Show(http, StampOf(line));
        return MemberAnswer.Of(line);
    }

    private static uint StampOf(MemberLine line) => Stamp.Of(line.Id, line.Email, line.Name, line.Role, line.TeamId, line.Active, line.Seated, line.Attributes);
}

/// <summary>A member as the API tells it.</summary>
/// <param name="Seat">Whether they have a seat; viewers and compliance need none.</param>
/// <param name="LastSeenAt">When they were last here, to the minute.</param>
internal sealed record MemberAnswer(
    Guid Id, string Email, string Name, Role Role, string? Team, Guid? TeamId, bool Active, bool Seat, DateTimeOffset? LastSeenAt, JsonElement Attributes)
{
    public static MemberAnswer Of(MemberLine line) => new(
        line.Id, line.Email, line.Name, line.Role, line.Team, line.TeamId, line.Active, line.Seated, line.LastSeenAt, JsonDocument.Parse(line.Attributes).RootElement);
}

/// <summary>An invitation as the API tells it; its link goes by mail alone.</summary>
internal sealed record InvitationAnswer(Guid Id, string Email, Role Role, Guid? TeamId, string Status, DateTimeOffset ExpiresAt)
{
    public static InvitationAnswer Of(Invitation invitation) => new(invitation.Id, invitation.Email, invitation.Role, invitation.TeamId, "invited", invitation.ExpiresAt);
}

/// <summary>What a program sends to invite somebody.</summary>
/// <param name="Role">Below the caller's own.</param>
/// <param name="Team">By id or name.</param>
public sealed record InvitationBody(string Email, Role Role, string? Team);

/// <summary>What a program may change about somebody; what is not named stays.</summary>
/// <param name="Team">By id or name; null for none.</param>
/// <param name="Attributes">Texts or lists of texts that row filters ask about.</param>
public sealed record MemberPatch(Role? Role, bool? Active, bool? Seat, string? Team, IReadOnlyDictionary<string, string>? Attributes);
