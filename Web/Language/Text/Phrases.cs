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

    public static IEnumerable<string[]> Lines(string text) => Marked(text).Select(forms => forms.Select(Plain).ToArray());

    /// <summary>The same lines with the marks of words that are wider than the others of their line: <c>ad cost, 広告費, ~cost</c>.</summary>
    public static IEnumerable<string[]> Marked(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(Forms).Select(Remembered);

    /// <summary>Words that are left out of the vocabulary, to see how requests are read whose words nobody has written down. To be said before anything is read.</summary>
    public static Func<string, bool>? Forgets { get; set; }

    private static string[] Remembered(string[] forms) => Forgets is { } forgets && Array.FindAll(forms, form => !forgets(Plain(form))) is { Length: > 0 } left ? left : forms;

    public static bool IsWider(string form) => form[0] == '~';

    public static string Plain(string form) => form.TrimStart('~');

    /// <summary>The English words in phrases, as they are written.</summary>
    public static IReadOnlySet<string> Spoken(IEnumerable<string> phrases)
    {
        var spoken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var phrase in phrases)
        {
            foreach (var token in Tokens.Of(phrase))
            {
                if (token.Script == Script.Word) spoken.Add(token.Raw);
            }
        }
        return spoken;
    }

    private static string[] Forms(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
