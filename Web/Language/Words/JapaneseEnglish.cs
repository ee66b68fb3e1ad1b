using System.Text;

namespace Web.Language;

/// <summary>
/// A general dictionary: Japanese nouns with the English words for them, made of EDICT at the build (<c>tools/words/make.mjs</c>). It stands behind all
/// vocabulary of our own and says only what a word means, never what to do. An app built without it reads the words it has.
/// </summary>
internal static class JapaneseEnglish
{
    public const int Longest = 10;
    private static readonly byte[] Text = Read();
    private static readonly int[] Starts = StartsOf(Text);

    public static bool IsHere => Starts.Length > 0;

    /// <summary>The English words for a Japanese one, the usual first; none for what the dictionary does not have.</summary>
    public static string[] Of(ReadOnlySpan<char> word)
    {
        if (LineOf(word) is not (>= 0 and var number)) return [];
        var line = Text.AsSpan(Starts[number]);
        return Encoding.UTF8.GetString(line[(line.IndexOf((byte)'\t') + 1)..line.IndexOf((byte)'\n')]).Split('|');
    }

    public static bool Has(ReadOnlySpan<char> word) => LineOf(word) >= 0;

    private static int LineOf(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > Longest) return -1;
        Span<byte> key = stackalloc byte[Longest * 3];
        key = key[..Encoding.UTF8.GetBytes(word, key)];
        var (low, high) = (0, Starts.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var line = Text.AsSpan(Starts[middle]);
            var tab = line.IndexOf((byte)'\t');
            var order = line[..tab].SequenceCompareTo(key);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    private static int[] StartsOf(byte[] text)
    {
        var starts = new List<int>();
        for (var at = 0; at < text.Length; at += text.AsSpan(at).IndexOf((byte)'\n') + 1) starts.Add(at);
        return [.. starts];
    }

    private static byte[] Read()
    {
        using var stream = typeof(JapaneseEnglish).Assembly.GetManifestResourceStream("words/japanese-english.txt");
        if (stream is null) return [];
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return text;
    }
}
