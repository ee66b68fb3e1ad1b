using System.Text.RegularExpressions;
using Web.Tests.Support;

namespace Web.Tests;

/// <summary>A folder imports only lower floors, never sideways. Program.cs is the roof and may see every room.</summary>
public sealed partial class FloorsTests
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Kernel"] = 0,
        ["Data"] = 1, ["Jobs"] = 1, ["Mail"] = 1, ["Files"] = 1, ["Ui"] = 1,
        ["Tenancy"] = 2, ["Audit"] = 2, ["Api"] = 2, ["Semantics"] = 2,
        ["Access"] = 3, ["Language"] = 3,
        ["Crm"] = 4, ["Insights"] = 4, ["Billing"] = 4, ["Site"] = 4,
        ["Demo"] = 5, ["Operations"] = 5,
    };

    /// <summary>Arrows between neighbours on floor 1 and 2 that are meant: the pages' frame and the job queue stand on the data's unit of work, the API's errors speak the frame's languages; letters are queued with their cause, sent by a job and drawn in the company's colour.</summary>
    private static readonly HashSet<(string From, string To)> Agreed = [("Ui", "Data"), ("Jobs", "Data"), ("Mail", "Data"), ("Mail", "Jobs"), ("Mail", "Ui")];

    [Fact]
    public void Every_arrow_points_down()
    {
        List<string> wrong = [];
        foreach (var file in SourceTree.Files("Web", "*.cs", "*.cshtml"))
        {
            var room = RoomOf(file);
            if (room is null) continue;
            foreach (var other in RoomsNamedIn(File.ReadAllText(file)).Where(other => other != room))
                if (Floors[other] >= Floors[room] && !Agreed.Contains((room, other))) wrong.Add($"{Path.GetRelativePath(SourceTree.Root, file)} ({room}, floor {Floors[room]}) uses {other} (floor {Floors[other]})");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_folder_is_a_room_and_its_namespace_is_its_path_or_the_room_itself()
    {
        foreach (var file in SourceTree.Files("Web", "*.cs").Where(file => Path.GetDirectoryName(file) != Path.Combine(SourceTree.Root, "Web")))
        {
            var folder = Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(file)!).Replace('/', '.');
            Assert.True(Floors.ContainsKey(folder.Split('.')[1]), $"{folder} is no room of the house.");
            var room = string.Join('.', folder.Split('.')[..2]);
            var text = File.ReadAllText(file);
            Assert.True(text.Contains($"namespace {folder};", StringComparison.Ordinal) || text.Contains($"namespace {room};", StringComparison.Ordinal), $"{file} names another namespace.");
        }
    }

    [Fact]
    public void The_roof_stays_a_contents_page() =>
        Assert.InRange(File.ReadLines(Path.Combine(SourceTree.Root, "Web", "Program.cs")).Count(), 1, 50);

    [Fact]
    public void Nothing_is_named_for_a_kind()
    {
        var kinds = KindOfName();
        Assert.DoesNotContain(SourceTree.Files("Web", "*.cs").Select(Path.GetFileName), name => kinds.IsMatch(name!));
    }

    private static string? RoomOf(string file)
    {
        var parts = Path.GetRelativePath(SourceTree.Root, file).Split('/');
        return parts.Length > 2 ? parts[1] : null;
    }

    private static IEnumerable<string> RoomsNamedIn(string text) =>
        RoomName().Matches(text).Select(match => match.Groups["room"].Value).Where(Floors.ContainsKey).Distinct();

    [GeneratedRegex(@"\bWeb\.(?<room>[A-Z][A-Za-z]+)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RoomName();

    [GeneratedRegex(@"(Service|Manager|Helper|Utils?|Dto|Impl|Repository)\.cs$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KindOfName();
}
