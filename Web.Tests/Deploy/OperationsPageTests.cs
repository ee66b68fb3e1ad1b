using System.Text.RegularExpressions;
using Web.Tests.Support;

namespace Web.Tests.Deploy;

/// <summary>docs/operations.md names every setting of the app, and none that it does not read.</summary>
public sealed partial class OperationsPageTests
{
    /// <summary>What the framework reads.</summary>
    private static readonly string[] Framework = ["ASPNETCORE_ENVIRONMENT", "Logging__LogLevel__Default", "Logging__Console__FormatterName"];

    private static readonly string Page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs/operations.md"));

    private static IReadOnlySet<string> Documented => Name().Matches(Page).Select(match => Settings.WithoutIndex(match.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void Every_setting_is_in_a_table()
    {
        var rows = string.Join('\n', Page.Split('\n').Where(line => line.StartsWith('|')));
        Assert.Equal([], Settings.Known.Where(name => !rows.Contains($"`{name}`", StringComparison.Ordinal) && !rows.Contains($"`{name}__", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void Every_setting_on_the_page_is_there() =>
        Assert.Equal([], Documented.Except(Settings.Known).Except(Framework).Order());

    [GeneratedRegex(@"`(?<name>ASPNETCORE_\w+|[A-Z][A-Za-z]+__[A-Z]\w*?)(__<\w+>|…)?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
