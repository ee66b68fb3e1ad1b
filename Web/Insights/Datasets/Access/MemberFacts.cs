using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;

namespace Web.Insights.Datasets.Access;

/// <summary>What row filters may ask about a reader: team, name, address, role, and the attributes that the company gave them.</summary>
internal sealed class MemberFacts
{
    private readonly Dictionary<string, IReadOnlyList<string>> facts = new(StringComparer.Ordinal);

    public IReadOnlyList<string>? Of(string name) => facts.GetValueOrDefault(name);

    /// <summary>As they are now, not as they were at sign-in.</summary>
    public static async Task<MemberFacts> ReadAsync(AppDb db, Guid member, CancellationToken cancellation)
    {
        var read = new MemberFacts();
        var found = await (
            from one in db.Members.AsNoTracking()
            join its in db.Teams on one.TeamId equals its.Id into teams
            from team in teams.DefaultIfEmpty()
            where one.Id == member
            select new { one.Name, one.Email, one.Role, one.Attributes, Team = team == null ? null : team.Name })
            .SingleOrDefaultAsync(cancellation);
        if (found is null) return read;
        using var attributes = JsonDocument.Parse(found.Attributes);
        foreach (var attribute in attributes.RootElement.EnumerateObject()) read.facts[attribute.Name] = TextsOf(attribute.Value);
        if (found.Team is not null) read.facts["team"] = [found.Team];
        else read.facts.Remove("team");
        (read.facts["name"], read.facts["email"], read.facts["role"]) = ([found.Name], [found.Email], [UploadedDataset.Word(found.Role)]);
        return read;
    }

    private static string[] TextsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(TextsOf)],
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        _ => [],
    };
}
