using System.Text;

namespace Web.Language;

/// <summary>
/// Vocabulary kept as text beside the code (<c>Life/Fields</c>, <c>Life/Words</c>): a line holds words for one thing, as the tables in code do.
/// It stands behind those tables: what they say comes first.
/// </summary>
internal static class LifeTexts
{
    private const string Fields = "life/fields/", Words = "life/words/";

    /// <summary>Fields of life, each with its names and with what its rows are called.</summary>
    public static IEnumerable<(string Names, string Rows)> OfFields() =>
        typeof(LifeTexts).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Fields, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => Cut(Read(name)));

    public static string Of(string list) => Read($"{Words}{list}.txt");

    private static (string Names, string Rows) Cut(string text)
    {
        var rows = text.IndexOf("[rows]", StringComparison.Ordinal);
        return (text[(text.IndexOf(']', StringComparison.Ordinal) + 1)..rows], text[(rows + "[rows]".Length)..]);
    }

    private static string Read(string name)
    {
        using var stream = typeof(LifeTexts).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
