using System.Globalization;
using System.Text;
using Web.Language;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// What one header says: its words in English as far as they are known, the unit or currency it names, and the identifier made from it.
/// </summary>
internal sealed class Header
{
    private readonly HashSet<string> words;

    public string Source { get; }
    /// <summary>The header without its unit.</summary>
    public string Base { get; }
    public string? Unit { get; private set; }
    public string? Currency { get; private set; }
    /// <summary>Its words, in English; empty when they are not known.</summary>
    public IReadOnlyList<string> Words { get; }
    public bool IsJapanese { get; }
    /// <summary>The identifier before it is made unique, or null when none can be read from the header.</summary>
    public string? Name { get; }

    public Header(string source)
    {
        Source = source;
        var plain = source.Trim().Normalize(NormalizationForm.FormKC);
        Base = WithoutUnit(plain).Trim();
        IsJapanese = plain.Any(IsKana);
        var parts = Split(Base);
        Words = parts is null ? [] : [.. parts.SelectMany(part => GluedWords.Of(part)?.Select(token => token.Raw) ?? [part])];
        words = new HashSet<string>([.. Words, .. WrittenOut(Words)], StringComparer.Ordinal);
        if (parts is null or []) return;
        List<string> named = [.. parts];
        if ((Unit ?? Currency) is { } unit && plain[Base.Length..].Any(char.IsAsciiLetter) && Split(unit) is { } more) named.AddRange(more);
        var name = string.Join('_', named);
        if (!char.IsAsciiLetter(name[0])) name = "c_" + name;
        Name = name.Length > 63 ? name[..63].TrimEnd('_') : name;
    }

    /// <summary>What short forms stand for, where that is certain: <c>tot_sls</c> also has total and sales.</summary>
    private static IEnumerable<string> WrittenOut(IReadOnlyList<string> words) => words.SelectMany(Abbreviations.Certain);

    /// <summary>Its words and what the short ones stand for.</summary>
    public IReadOnlySet<string> Said => words;

    /// <summary>Its last word as it is, or as it is written out.</summary>
    public IEnumerable<string> LastWords => Words.Count == 0 ? [] : Abbreviations.Certain(Words[^1]).Select(word => word.Split(' ')[^1]).Prepend(Words[^1]);

    public bool Has(params ReadOnlySpan<string> any)
    {
        foreach (var word in any)
            if (words.Contains(word)) return true;
        return false;
    }

    public bool Last(params ReadOnlySpan<string> any) => Words.Count > 0 && any.Contains(Words[^1]);

    /// <summary>Whether the header itself ends so; for Japanese words that the table does not know.</summary>
    public bool Ends(params ReadOnlySpan<string> any)
    {
        foreach (var end in any)
            if (Base.EndsWith(end, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>What people may also call the column: the header without its unit, and the same in the other language.</summary>
    public IReadOnlyList<string> Synonyms
    {
        get
        {
            List<string> found = [];
            if (Base.Length > 0 && Base != Source) found.Add(Base);
            if (!IsJapanese && NaturalTitle.Spoken(this) is { } spoken && spoken != string.Join(' ', Words)) found.Add(spoken);
            if (IsJapanese)
            {
                if (Words.Count > 0) found.Add(string.Join(' ', Words));
            }
            else if (Words.Count > 0 && HeaderWords.ToJapanese(Words) is { } japanese) found.Add(japanese);
            return [.. found.Where(f => f != Source).Distinct()];
        }
    }

    private string WithoutUnit(string header)
    {
        var (rest, unit, currency) = HeaderUnits.Of(header);
        (Unit, Currency) = (unit, currency);
        return rest;
    }

    /// <summary>The header cut at marks, changes of case and script; null when a Japanese part of it is unknown or another script is in it.</summary>
    private static List<string>? Split(string header)
    {
        List<string> found = [];
        for (var i = 0; i < header.Length;)
        {
            var from = i;
            if (IsKana(header[i]))
            {
                while (i < header.Length && IsKana(header[i])) i++;
                if (HeaderWords.Translate(header[from..i]) is not { } translated) return null;
                found.AddRange(translated);
            }
            else if (header[i] < 0x250 && char.IsLetterOrDigit(header[i]))
            {
                while (i < header.Length && header[i] < 0x250 && char.IsLetterOrDigit(header[i])) i++;
                found.AddRange(CamelParts(Plain(header[from..i])));
            }
            else if (char.IsLetterOrDigit(header[i])) return null;
            else
            {
                if (header[i] == '%') found.Add("percent");
                i++;
            }
        }
        return [.. found.Where(w => w.Length > 0)];
    }

    private static IEnumerable<string> CamelParts(string word)
    {
        var from = 0;
        for (var i = 1; i < word.Length; i++)
        {
            var up = char.IsAsciiLetterUpper(word[i]) && (!char.IsAsciiLetterUpper(word[i - 1]) || (i + 1 < word.Length && char.IsAsciiLetterLower(word[i + 1])));
            if (!up || char.IsAsciiDigit(word[i - 1]) && i - from < 2) continue;
            yield return word[from..i].ToLowerInvariant();
            from = i;
        }
        yield return word[from..].ToLowerInvariant();
    }

    /// <summary>Latin letters without their accents.</summary>
    private static string Plain(string word)
    {
        if (Ascii.IsValid(word)) return word;
        var plain = new StringBuilder();
        foreach (var c in word.Replace("ß", "ss", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
            if (char.IsAsciiLetterOrDigit(c)) plain.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append('x');
        return plain.ToString();
    }

    private static bool IsKana(char c) => c is >= '\u3005' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
