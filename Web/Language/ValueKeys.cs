namespace Web.Language;

/// <summary>
/// The keys under which values that are too many to list are kept and looked up: what the lexicon compares (width, case, kana, plural,
/// marks) brought to a number. A key that fits only says where to look; the lexicon compares the words themselves.
/// </summary>
public static class ValueKeys
{
    /// <summary>Raised whenever the tokens of a name may come out differently, so that what is kept is made anew.</summary>
    public const int Edition = 1;

    /// <summary>A name is at most so many words or Japanese characters.</summary>
    public const int MostTokens = 24;

    /// <summary>The key of a value, or null where nobody would say it: only marks, or longer than a name.</summary>
    public static long? Of(string value)
    {
        var tokens = Tokens.Of(value, MostTokens + 1);
        if (tokens.Count is 0 or > MostTokens || tokens.TrueForAll(token => token.Script == Script.Mark)) return null;
        var hash = Begin;
        foreach (var token in tokens.Where(token => !PhraseTrie.IsSilent(token))) hash = Add(hash, token.Text);
        return End(hash);
    }

    /// <summary>The keys of everything in an utterance that may be a name.</summary>
    public static IReadOnlyCollection<long> In(string utterance)
    {
        var tokens = Said(utterance);
        var keys = new HashSet<long>();
        for (var start = 0; start < tokens.Count; start++)
        {
            var (whole, loose, skipped) = (Begin, Begin, false);
            for (int i = start, length = 0; i < tokens.Count && length < MostTokens; i++)
            {
                if (PhraseTrie.IsSilent(tokens[i]))
                {
                    if (i == start) break;
                    continue;
                }
                length++;
                whole = Add(whole, tokens[i].Text);
                keys.Add(End(whole));
                if (i > start && PhraseTrie.IsLoose(tokens[i])) skipped = true;
                else loose = Add(loose, tokens[i].Text);
                if (skipped) keys.Add(End(loose));
            }
        }
        return keys;
    }

    /// <summary>The same stretches as <see cref="In"/>, as letters and digits alone: what a stored key of the database's own making looks like.</summary>
    public static IReadOnlyCollection<string> WrittenIn(string utterance)
    {
        var tokens = Said(utterance);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var key = new System.Text.StringBuilder();
        for (var start = 0; start < tokens.Count; start++)
        {
            if (tokens[start].Script == Script.Mark) continue;
            key.Clear();
            for (int i = start, length = 0; i < tokens.Count && length < MostTokens; i++)
            {
                if (tokens[i].Script == Script.Mark) continue;
                length++;
                foreach (var letter in tokens[i].Raw)
                    if (letter is not ('.' or ',')) key.Append(letter);
                keys.Add(key.ToString());
            }
        }
        return keys;
    }

    private const ulong Begin = 14695981039346656037;

    private static List<Token> Said(string utterance) => Tokens.Of(utterance.Length > Sheet.MostRead ? utterance[..Sheet.MostRead] : utterance, Sheet.MostTokens);

    private static ulong Add(ulong hash, string text)
    {
        foreach (var letter in text) hash = (hash ^ letter) * 1099511628211;
        return (hash ^ 0x1F) * 1099511628211;
    }

    /// <summary>The last letters must change the first digits as well: keys stand in order in an index.</summary>
    private static long End(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return (long)(hash ^ (hash >> 33));
    }
}
