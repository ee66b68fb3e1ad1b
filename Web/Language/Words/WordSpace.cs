using System.Numerics;
using System.Text;

namespace Web.Language;

/// <summary>
/// English words as directions that are near where the words are near in meaning, made of WordNet and EDICT at the build (<c>tools/words/space.mjs</c>).
/// It only compares: which of a dataset's few columns a word comes nearest to. An app built without it knows no such nearness.
/// </summary>
internal static class WordSpace
{
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal);
    private static readonly byte[] Bytes = Read();
    private static readonly int Dimensions, Directions;
    private static readonly float[]?[] Known = [];
    private static readonly (string End, string Instead)[] Endings = [("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e")];

    static WordSpace()
    {
        if (Bytes.Length == 0) return;
        var count = BitConverter.ToInt32(Bytes);
        Dimensions = BitConverter.ToInt32(Bytes.AsSpan(4));
        var at = 8;
        for (var i = 0; i < count; i++, at += 1 + Bytes[at]) Numbers.Add(Encoding.ASCII.GetString(Bytes, at + 1, Bytes[at]), i);
        Directions = at;
        Known = new float[]?[count];
    }

    public static bool IsHere => Dimensions > 0;

    /// <summary>It is a word of English, spelled as it should be.</summary>
    public static bool Has(string word) => NumberOf(word) >= 0;

    /// <summary>Where a word, as written in lower case, points to, of length one; null where it is not known.</summary>
    public static float[]? Of(string word)
    {
        var number = NumberOf(word);
        if (number < 0) return null;
        if (Known[number] is { } known) return known;
        var direction = new float[Dimensions];
        for (var k = 0; k < Dimensions; k++) direction[k] = (sbyte)Bytes[Directions + (number * Dimensions) + k];
        var length = MathF.Sqrt(Product(direction, direction));
        for (var k = 0; k < Dimensions; k++) direction[k] /= length;
        return Known[number] = direction; // whoever comes second writes the same
    }

    /// <summary>The cosine between two directions, -1 to 1.</summary>
    public static float Product(float[] one, float[] other)
    {
        var (sum, k) = (Vector<float>.Zero, 0);
        for (; k + Vector<float>.Count <= one.Length; k += Vector<float>.Count) sum += new Vector<float>(one, k) * new Vector<float>(other, k);
        var rest = Vector.Sum(sum);
        for (; k < one.Length; k++) rest += one[k] * other[k];
        return rest;
    }

    private static int NumberOf(string word)
    {
        if (Numbers.TryGetValue(word, out var number)) return number;
        foreach (var (end, instead) in Endings)
        {
            if (word.EndsWith(end, StringComparison.Ordinal) && Numbers.TryGetValue(word[..^end.Length] + instead, out number)) return number;
        }
        return -1;
    }

    private static byte[] Read()
    {
        using var stream = typeof(WordSpace).Assembly.GetManifestResourceStream("words/word-space.bin");
        if (stream is null) return [];
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
