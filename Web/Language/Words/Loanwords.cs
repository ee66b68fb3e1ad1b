using System.Text;

namespace Web.Language;

/// <summary>
/// Words of one sound in katakana and in Latin letters: スタイル and style, シフト and shift. Both are brought to the consonants
/// that are heard; where a letter may be heard in two ways, both are given.
/// </summary>
internal static class Loanwords
{
    private const int Most = 24;
    private static readonly Dictionary<char, char> Kana = Rows(("かきくけこゕゖ", 'k'), ("がぎぐげご", 'g'), ("さしすせそざじずぜぞぢづ", 's'), ("たちつてと", 't'), ("だでど", 'd'),
        ("なにぬねのん", 'n'), ("はひふへほ", 'h'), ("ばびぶべぼゔ", 'b'), ("ぱぴぷぺぽ", 'p'), ("まみむめも", 'm'), ("らりるれろ", 'r'), ("わゐゑを", 'w'));

    /// <summary>The consonants of a word in katakana (folded to hiragana), or null where it is no such word.</summary>
    public static string? OfKana(string word)
    {
        var heard = new StringBuilder();
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == 'う' && i + 1 < word.Length && word[i + 1] is 'ぃ' or 'ぇ' or 'ぉ') Add(heard, 'w');
            else if (Kana.TryGetValue(word[i], out var sound)) Add(heard, sound);
        }
        return heard.Length < 2 ? null : heard.ToString();
    }

    /// <summary>The consonants of a word in Latin letters as Japanese may hear them.</summary>
    public static IEnumerable<string> OfLatin(string word)
    {
        List<StringBuilder> heard = [new()];
        for (var i = 0; i < word.Length;)
        {
            var (sounds, length) = SoundsAt(word, i);
            if (sounds.Length == 1) heard.ForEach(h => AddAll(h, sounds[0]));
            else if (sounds.Length > 1)
            {
                List<StringBuilder> next = [];
                foreach (var sound in sounds)
                {
                    foreach (var sofar in heard)
                    {
                        if (next.Count >= Most) break;
                        var longer = new StringBuilder().Append(sofar);
                        AddAll(longer, sound);
                        next.Add(longer);
                    }
                }
                heard = next;
            }
            i += length;
        }
        return heard.Select(h => h.ToString()).Where(h => h.Length >= 2).Distinct(StringComparer.Ordinal);
    }

    private static (string[] Sounds, int Length) SoundsAt(string word, int i)
    {
        char At(int k) => k >= 0 && k < word.Length ? word[k] : ' ';
        bool Vowel(int k) => At(k) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
        var (c, next) = (word[i], At(i + 1));
        // r is heard before a vowel that is (ferry, フェリー), elsewhere seldom: score is スコア, yet Rotterdam ロッテルダム.
        var beforeSilent = next == 'e' && i + 2 == word.Length;
        switch (c)
        {
            case 'c' when next == 'h': return (["t", "k"], 2);
            case 'c' when next == 'k': return (["k"], 2);
            case 'c': return ([next is 'e' or 'i' or 'y' ? "s" : "k"], 1);
            case 's' when next == 'c' && At(i + 2) == 'h': return (["sk", "s"], 3);
            case 's' when next == 'h': return (["s"], 2);
            case 's' when i + 1 == word.Length && i > 2: return (["s", ""], 1);
            case 's' or 'z' or 'j': return (["s"], 1);
            case 't' when next == 'h': return (["s", "t"], 2);
            case 't' when next == 'i' && At(i + 2) == 'o' && At(i + 3) == 'n': return (["s"], 1);
            case 't' when next == 'c' && At(i + 2) == 'h': return (["t"], 3);
            case 'g' when next == 'h': return (["", "g"], 2);
            case 'g' when next is 'e' or 'i' or 'y': return (["s", "g"], 1);
            case 'd' when next is 'i' or 'g' or 'u': return (["d", "s"], next == 'g' ? 2 : 1);
            case 'p' when next == 'h': return (["h"], 2);
            case 'q': return (["k"], next == 'u' ? 2 : 1);
            case 'x': return (["ks"], 1);
            case 'k' when i == 0 && next == 'n': return ([""], 1);
            case 'w' when i == 0 && next == 'r': return ([""], 1);
            case 'w' when next == 'h': return (["h", "w"], 2);
            case 'w': return (Vowel(i + 1) ? ["w", ""] : [""], 1);
            case 'r' when next == 'r': return (["r"], 2);
            case 'r': return (Vowel(i + 1) && !(beforeSilent && Vowel(i - 1)) ? ["r"] : ["", "r"], 1);
            case 'l': return (["r"], next == 'l' ? 2 : 1);
            case 'm' when next is 'p' or 'b': return (["n"], 1);
            case 'v': return (["b"], 1);
            case 'f': return (["h"], 1);
            case 'h': return (Vowel(i + 1) ? ["h"] : [""], 1);
            case 'b' or 'd' or 'k' or 'g' or 'm' or 'n' or 'p' or 't': return ([c.ToString()], next == c ? 2 : 1);
            default: return ([], 1);
        }
    }

    private static void AddAll(StringBuilder heard, string sounds)
    {
        foreach (var sound in sounds) Add(heard, sound);
    }

    private static void Add(StringBuilder heard, char sound)
    {
        if (sound is 'p' or 'b' && heard.Length > 0 && heard[^1] == 'm') heard[^1] = 'n';
        heard.Append(sound);
    }

    private static Dictionary<char, char> Rows(params (string Row, char Sound)[] rows) =>
        rows.SelectMany(r => r.Row.Select(c => (c, r.Sound))).ToDictionary(p => p.c, p => p.Sound);
}
