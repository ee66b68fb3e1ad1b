using Web.Access;
using Web.Tests.Insights.Datasets;

namespace Web.Tests.Walls;

/// <summary>What a relation brings along is of the reader's own company and of the rows that they may see.</summary>
internal static class RelationChecks
{
    public static async Task ARelationBringsNothingOfOthersAsync(Plot plot)
    {
        await NothingOfAnotherCompanyAsync(plot);
        await NothingOfRowsThatAreNotOnesOwnAsync(plot);
    }

    /// <summary>A's file names somebody of B by their name: the relation to people finds nobody, and no team of theirs.</summary>
    private static async Task NothingOfAnotherCompanyAsync(Plot plot)
    {
        var (tag, b) = (Guid.CreateVersion7().ToString("N"), plot.People.B.Company.At(plot.App));
        await b.WorkAsync(async db =>
        {
            var team = db.Teams.Add(new Team(Guid.CreateVersion7(), $"crew {tag}")).Entity;
            await db.SaveChangesAsync();
            db.Members.Add(Member.Join($"{tag}@example.com", $"clerk {tag}", Role.Viewer, team.Id, DateTimeOffset.UtcNow));
            return true;
        });
        using var program = await plot.People.A.Company.At(plot.App).ProgramAsync(Role.Owner);
        var key = $"sold_{tag}";
        await program.UploadedAsync(key, $"Seller,Amount\nclerk {tag},10\nclerk {tag},20\nThe Owner,5\n");
        await program.PatchAsync(key, new { relations = new[] { new { name = "who", dataset = "crm_people", column = "seller", key = "name" } } });
        Assert.Equal("[[null,35]]", await program.ChartAsync(key, "who.team", "amount"));
    }

    private static async Task NothingOfRowsThatAreNotOnesOwnAsync(Plot plot)
    {
        var tag = Guid.CreateVersion7().ToString("N");
        var company = plot.People.A.Company.At(plot.App);
        using var program = await company.ProgramAsync(Role.Owner);
        using var analyst = await company.ProgramAsync(Role.Analyst);
        await program.UploadedAsync($"places_{tag}", $"Code,Region\nC1,East {tag}\nC2,West {tag}\n");
        await program.UploadedAsync($"orders_{tag}", "Place,Amount\nC1,10\nC2,40\n");
        await program.PatchAsync($"places_{tag}", new { row_filter = new { field = "region", op = "=", value = $"East {tag}" }, access = new { all_rows_roles = new[] { "owner" } } });
        await program.PatchAsync($"orders_{tag}", new { relations = new[] { new { name = "place", dataset = $"places_{tag}", column = "place", key = "code" } } });
        Assert.Contains($"West {tag}", await program.ChartAsync($"orders_{tag}", "place.region", "amount"), StringComparison.Ordinal);
        Assert.Equal($$"""[[null,40],["East {{tag}}",10]]""", await analyst.ChartAsync($"orders_{tag}", "place.region", "amount"));
    }
}
