using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Api;
using Web.Data;
using Web.Kernel;

namespace Web.Access;

/// <summary>The people of the company for programs: who they are, and the attributes that row filters ask about.</summary>
internal static class MembersApi
{
    private const int MostAttributes = 50, LongestName = 60, LongestText = 200, MostTexts = 100;

    public static void MapMembers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/tenant/users").WithTags("Users").Requires(Permission.UsersRead);
        users.MapGet("", ListAsync).WithSummary("The people of the company");
        users.MapGet("/{id:guid}", OneAsync).WithSummary("One of them");
        users.MapPatch("/{id:guid}", ChangeAsync).Requires(Permission.UsersManage).WithSummary("Set somebody's attributes");
    }

    private static async Task<Page<MemberAnswer>> ListAsync(AppDb db, CancellationToken cancellation)
    {
        var teams = await TeamsAsync(db, cancellation);
        var members = await db.Members.AsNoTracking().OrderBy(member => member.Id).ToListAsync(cancellation);
        return new Page<MemberAnswer>([.. members.Select(member => MemberAnswer.Of(member, teams))], null);
    }

    private static async Task<MemberAnswer> OneAsync(Guid id, AppDb db, CancellationToken cancellation) =>
        MemberAnswer.Of(await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id, cancellation) ?? throw RefusalException.NotFound(), await TeamsAsync(db, cancellation));

    private static async Task<MemberAnswer> ChangeAsync(Guid id, JsonElement body, CurrentMember current, AppDb db, CancellationToken cancellation)
    {
        var member = await db.Members.SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw RefusalException.NotFound();
        if (current.Person.Role != Role.Owner && member.Role <= current.Person.Role) throw RefusalException.Denied(Permission.UsersManage);
        if (body.ValueKind != JsonValueKind.Object) throw new RefusalException(400, "malformed_request");
        List<Fault> faults = [.. body.EnumerateObject().Where(part => part.Name != "attributes").Select(part => new Fault("/" + part.Name, "unknown_field"))];
        if (body.TryGetProperty("attributes", out var attributes) && Check(attributes, faults)) member.Describe(attributes.GetRawText());
        if (faults.Count > 0) throw RefusalException.Invalid(faults);
        await db.SaveChangesAsync(cancellation);
        return MemberAnswer.Of(member, await TeamsAsync(db, cancellation));
    }

    private static bool Check(JsonElement attributes, List<Fault> faults)
    {
        var before = faults.Count;
        if (attributes.ValueKind != JsonValueKind.Object) faults.Add(new Fault("/attributes", "wrong_type"));
        else
        {
            if (attributes.EnumerateObject().Count() > MostAttributes) faults.Add(new Fault("/attributes", "too_many", MostAttributes));
            foreach (var one in attributes.EnumerateObject())
            {
                if (one.Name.Length is 0 or > LongestName || one.Name.Contains('\0')) faults.Add(new Fault("/attributes", "too_long", LongestName));
                else if (!IsText(one.Value) && !(one.Value.ValueKind == JsonValueKind.Array && one.Value.GetArrayLength() <= MostTexts && one.Value.EnumerateArray().All(IsText)))
                    faults.Add(new Fault($"/attributes/{one.Name}", "attribute_needs_text"));
            }
        }
        return faults.Count == before;
    }

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestText } text && !text.Contains('\0');

    private static Task<Dictionary<Guid, string>> TeamsAsync(AppDb db, CancellationToken cancellation) =>
        db.Teams.AsNoTracking().ToDictionaryAsync(team => team.Id, team => team.Name, cancellation);
}

/// <summary>A member as the API tells it.</summary>
internal sealed record MemberAnswer(Guid Id, string Email, string Name, Role Role, string? Team, bool Active, JsonElement Attributes)
{
    public static MemberAnswer Of(Member member, IReadOnlyDictionary<Guid, string> teams) => new(
        member.Id, member.Email, member.Name, member.Role, member.TeamId is { } team ? teams.GetValueOrDefault(team) : null, member.IsActive,
        JsonDocument.Parse(member.Attributes).RootElement);
}
