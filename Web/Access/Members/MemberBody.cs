using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Kernel;

namespace Web.Access.Members;

/// <summary>Reads what a program changes about a member; a field that is not named stays as it is, and one that is unknown is refused.</summary>
internal static class MemberBody
{
    private const int MostAttributes = 50, LongestName = 60, LongestText = 200, MostTexts = 100;

    /// <exception cref="RefusalException">400 or 422, one fault for each field.</exception>
    public static async Task<MemberChange> ReadAsync(JsonElement body, AppDb db, CancellationToken cancellation)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new RefusalException(400, "malformed_request");
        List<Fault> faults = [];
        var change = new MemberChange();
        foreach (var part in body.EnumerateObject())
            change = part.Name switch
            {
                "role" => change with { Role = RoleOf(part.Value, faults) },
                "active" => change with { Active = TruthOf(part, faults) },
                "seat" => change with { Seat = TruthOf(part, faults) },
                "team" => change with { ChangesTeam = true, Team = await TeamAsync(part.Value, faults, db, cancellation) },
                "attributes" => change with { Attributes = Check(part.Value, faults) ? part.Value.GetRawText() : null },
                _ => Unknown(part.Name, faults, change),
            };
        return faults.Count == 0 ? change : throw RefusalException.Invalid(faults);
    }

    /// <summary>Reads an invitation: <c>{"email","role","team"?}</c>.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static async Task<(string Email, Role Role, Guid? Team)> ReadInvitationAsync(JsonElement body, AppDb db, CancellationToken cancellation)
    {
        if (body.ValueKind != JsonValueKind.Object) throw new RefusalException(400, "malformed_request");
        List<Fault> faults = [.. body.EnumerateObject().Where(part => part.Name is not ("email" or "role" or "team")).Select(part => new Fault("/" + part.Name, "unknown_field"))];
        var email = body.TryGetProperty("email", out var address) && address.ValueKind == JsonValueKind.String ? address.GetString()!.Trim() : "";
        if (email is "") faults.Add(new Fault("/email", "required"));
        Role? role = null;
        if (body.TryGetProperty("role", out var word)) role = RoleOf(word, faults);
        else faults.Add(new Fault("/role", "required"));
        var team = body.TryGetProperty("team", out var named) ? await TeamAsync(named, faults, db, cancellation) : null;
        return faults.Count == 0 ? (email, role!.Value, team) : throw RefusalException.Invalid(faults);
    }

    /// <summary>The role of that name in the API: <c>manager</c>.</summary>
    public static Role? RoleOf(JsonElement value, List<Fault> faults)
    {
        foreach (var role in Enum.GetValues<Role>())
            if (value.ValueKind == JsonValueKind.String && value.GetString() == role.Word) return role;
        faults.Add(new Fault("/role", "not_one_of", string.Join(", ", Enum.GetValues<Role>().Select(role => role.Word))));
        return null;
    }

    /// <summary>A team by its id or its name; null for none.</summary>
    public static async Task<Guid?> TeamAsync(JsonElement value, List<Fault> faults, AppDb db, CancellationToken cancellation)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text)
        {
            var id = Guid.TryParse(text, out var known) ? known : Guid.Empty;
            if (await db.Teams.AsNoTracking().SingleOrDefaultAsync(team => team.Id == id || team.Name == text, cancellation) is { } team) return team.Id;
        }
        faults.Add(new Fault("/team", "reference_not_found"));
        return null;
    }

    private static bool? TruthOf(JsonProperty part, List<Fault> faults)
    {
        if (part.Value.ValueKind is JsonValueKind.True or JsonValueKind.False) return part.Value.GetBoolean();
        faults.Add(new Fault("/" + part.Name, "wrong_type"));
        return null;
    }

    private static MemberChange Unknown(string name, List<Fault> faults, MemberChange change)
    {
        faults.Add(new Fault("/" + name, "unknown_field"));
        return change;
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
}
