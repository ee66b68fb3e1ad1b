namespace Web.Language;

/// <summary>Reads tables of the form <c>key: phrase, phrase, phrase</c>, one entry a line; # begins a comment.</summary>
internal static class Phrases
{
    public static IEnumerable<(string Key, string[] Forms)> Table(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            yield return (line[..colon].Trim(), Forms(line[(colon + 1)..]));
        }
    }

    public static IEnumerable<string[]> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(Forms);

    private static string[] Forms(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
