namespace Web.Language;

/// <summary>Corrects long unknown words that are one slip away from exactly one word of the dataset or the language. Values are never corrected.</summary>
internal static class Typos
{
    private static readonly HashSet<string> Common = Build();

    /// <summary>The tokens with corrections, or null where there is nothing to correct.</summary>
    public static IReadOnlyList<Token>? Correct(Sheet sheet, IReadOnlyList<Item> items, Lexicon lexicon)
    {
        Token[]? corrected = null;
        foreach (var item in items)
        {
            var token = sheet.Tokens[item.First];
            if (item.Meanings is not [UnknownMeaning] || token.Script != Script.Word || token.Raw.Length < 5 || token.Raw.Length > 24) continue;
            if (Nearest(token.Text, lexicon.Words) is not { } word) continue;
            corrected ??= [.. sheet.Tokens];
            corrected[item.First] = token with { Text = word };
        }
        return corrected;
    }

    private static string? Nearest(string word, HashSet<string> words)
    {
        if (Common.Contains(word)) return null;
        var most = word.Length >= 8 ? 2 : 1;
        string? nearest = null;
        var least = most + 1;
        var unique = true;
        foreach (var known in words)
        {
            if (Math.Abs(known.Length - word.Length) > most || known.Length < 4 || known[0] != word[0]) continue;
            var distance = Distance(word, known, most);
            if (distance > most || distance > least) continue;
            unique = distance < least || known == nearest;
            (nearest, least) = (known, distance);
        }
        return unique ? nearest : null;
    }

    /// <summary>Letters wrong, missing, extra or swapped with their neighbour; counts no further than <paramref name="most"/> + 1.</summary>
    internal static int Distance(string a, string b, int most)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var now = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }
            if (least > most) return most + 1;
            (before, last, now) = (last, now, before);
        }
        return last[b.Length];
    }

    /// <summary>Words that are right as they are, though a field may be called almost the same.</summary>
    private static HashSet<string> Build() =>
        [.. Tokens.Of("large small great price place state start stage staff store score scale share short sport level later least price prize trail train trend count county country court month mouth house horse")
            .Select(t => t.Text)];
}
