namespace Web.Language;

/// <summary>Tells whether a part of a header is a typed word in short: <c>Tchr</c> for teacher, <c>subj</c> for subject, <c>HmRm</c> for homeroom.</summary>
internal static class Shortened
{
    public static bool Is(string part, string word)
    {
        if (part.Length < 3 || part.Length >= word.Length || word.Length < 5 || part[0] != word[0]) return false;
        if (word.StartsWith(part, StringComparison.Ordinal)) return true;
        return part.AsSpan(1).IndexOfAny("aeiou") < 0 && IsInOrder(part, word) && part.Length * 2 >= Consonants(word);
    }

    private static bool IsInOrder(string part, string word)
    {
        var at = 0;
        foreach (var letter in word)
        {
            if (at < part.Length && part[at] == letter) at++;
        }
        return at == part.Length;
    }

    private static int Consonants(string word) => word.Count(letter => letter is not ('a' or 'e' or 'i' or 'o' or 'u'));
}
