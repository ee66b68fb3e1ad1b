using System.Text.RegularExpressions;
using Web.Tests.Support;

namespace Web.Tests.Deploy;

/// <summary>compose.yaml as far as the tests ask: only the YAML that it is written in.</summary>
internal sealed partial class ComposeFile
{
    private readonly Dictionary<string, List<string>> services = [];

    private ComposeFile(string text)
    {
        Text = text;
        var within = false;
        foreach (var line in text.Split('\n').Where(line => line.Trim() is not "" && !line.TrimStart().StartsWith('#')))
        {
            if (!line.StartsWith(' ')) within = line == "services:";
            else if (within && ServiceName().Match(line) is { Success: true } named) services[named.Groups["name"].Value] = [];
            else if (within) services.Last().Value.Add(line);
        }
    }

    public string Text { get; }

    public IEnumerable<string> Services => services.Keys;

    public static ComposeFile Read() => new(File.ReadAllText(Path.Combine(SourceTree.Root, "compose.yaml")));

    /// <summary>What stands behind <c>key:</c> of a service, on its line.</summary>
    public string? Value(string service, string key) =>
        services[service].FirstOrDefault(line => line.StartsWith($"    {key}: ", StringComparison.Ordinal))?[(key.Length + 6)..];

    public IReadOnlyDictionary<string, string> Environment(string service) => services[service]
        .SkipWhile(line => line != "    environment:").Skip(1).TakeWhile(line => line.StartsWith("      ", StringComparison.Ordinal))
        .Select(line => Pair().Match(line)).ToDictionary(pair => pair.Groups["name"].Value, pair => pair.Groups["value"].Value);

    /// <summary>The settings of .env that it asks for.</summary>
    public IReadOnlySet<string> Settings => Setting().Matches(Text).Select(match => match.Groups["name"].Value).ToHashSet();

    [GeneratedRegex("^  (?<name>[a-z]+):$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ServiceName();

    [GeneratedRegex("^ {6}(?<name>\\w+): (?<value>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pair();

    [GeneratedRegex(@"\$\{(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();
}
