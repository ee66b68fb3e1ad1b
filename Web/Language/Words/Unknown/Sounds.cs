namespace Web.Language;

/// <summary>A word in katakana that sounds like a name or a value here.</summary>
internal static class Sounds
{
    private const int Shortest = 3;

    public static bool Hear(Unknowns unknowns, int i)
    {
        var (from, end) = (unknowns[i].First, unknowns[i].First);
        // スタイル別 may be cut in the middle of a run: hear as much katakana as there is.
        while (end < unknowns[i].End && unknowns.Tokens[end].Script == Script.Katakana) end++;
        for (var last = end; last - from >= Shortest; last--)
        {
            Token[] word = [.. unknowns.Tokens.Skip(from).Take(last - from)];
            if (last == end && Concepts.Names.Exactly(word) is not null) return false;
            if (unknowns.Lexicon.HeardAs(string.Concat(word.Select(t => t.Raw))) is { Count: > 0 } meanings && !IsAnotherWord(word, meanings) && !(unknowns.PlaceOf(i) == Place.Grouped && meanings.TrueForAll(m => m is ValueMeaning))) return unknowns.GuessTokens(from, last, meanings);
        }
        return false;
    }

    /// <summary>A word that the dictionary has is not heard as what it does not mean: シリーズ is no Sirius.</summary>
    private static bool IsAnotherWord(Token[] word, List<Meaning> meanings)
    {
        var known = JapaneseEnglish.Of(string.Concat(word.Select(t => t.Raw))).SelectMany(gloss => Tokens.Of(gloss)).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        return known.Count > 0 && !meanings.Exists(meaning => Tokens.OfName(meaning switch { ValueMeaning value => value.Value, FieldMeaning field => field.Column.SourceName ?? field.Column.Name, EntityMeaning rows => rows.Written ?? "", _ => "" }).Exists(t => known.Any(word => word.StartsWith(t.Text, StringComparison.Ordinal))));
    }
}
