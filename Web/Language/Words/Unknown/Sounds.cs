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
            if (unknowns.Lexicon.HeardAs(string.Concat(word.Select(t => t.Raw))) is { Count: > 0 } meanings) return unknowns.GuessTokens(from, last, meanings);
        }
        return false;
    }
}
