using System.Globalization;
using System.Text;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// What one header says: its words in English as far as they are known, the unit or currency it names, and the identifier made from it.
/// </summary>
internal sealed class Header
{
    private static readonly HashSet<string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        "kg", "g", "mg", "t", "lb", "lbs", "oz", "km", "m", "cm", "mm", "mi", "mile", "miles", "ft", "in", "inch", "m2", "m²", "m3", "m³", "km2", "km²", "㎡", "ha",
        "l", "ml", "kl", "%", "pct", "percent", "°C", "℃", "°F", "℉", "C", "F", "K", "kWh", "MWh", "kW", "W", "V", "A", "Hz", "hPa", "Pa", "km/h", "mph", "m/s",
        "sec", "s", "ms", "min", "h", "hr", "hrs", "hours", "minutes", "seconds", "days", "years", "秒", "分", "時間", "日", "日間", "週", "か月", "ヶ月", "カ月", "月", "年", "歳", "才",
        "人", "名", "件", "個", "台", "本", "枚", "回", "点", "冊", "匹", "頭", "社", "店", "店舗", "戸", "世帯", "席", "箱", "ケース", "セット", "食", "杯", "泊", "坪", "トン", "ポイント",
        "千円", "万円", "百万円", "十億円", "億円", "兆円", "千ドル", "百万ドル", "億ドル", "千人", "万人", "千個", "万個", "千台", "千件", "千", "万", "百万", "億",
        "円/kg", "円/個", "円/㎡", "円/m2", "bytes", "kb", "mb", "gb", "pt", "px", "dB", "ppm", "kcal", "cal", "bpm", "mmHg", "million", "thousand", "billion", "k", "usd/kg",
    };

    /// <summary>Units that a header may end with after an underscore or a space, where a letter alone would be a word.</summary>
    private static bool EndsAsUnit(string word) => Units.Contains(word) && (word.Length > 1 || word == "%") && word is not ("in" or "min" or "days" or "hours" or "years" or "minutes" or "seconds" or "時間" or "ポイント" or "店舗" or "世帯" or "セット" or "ケース" or "million" or "thousand" or "billion" or "mile" or "miles" or "pt");

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
        Words = parts ?? [];
        words = new HashSet<string>(Words, StringComparer.Ordinal);
        if (parts is null or []) return;
        List<string> named = [.. parts];
        if ((Unit ?? Currency) is { } unit && plain[Base.Length..].Any(char.IsAsciiLetter) && Split(unit) is { } more) named.AddRange(more);
        var name = string.Join('_', named);
        if (!char.IsAsciiLetter(name[0])) name = "c_" + name;
        Name = name.Length > 63 ? name[..63].TrimEnd('_') : name;
    }

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
        if (header.Length > 2 && header[^1] is ')' or ']' or '】' or '〕' or '}')
        {
            var open = header.LastIndexOfAny(['(', '[', '【', '〔', '{']);
            if (open >= 0 && IsUnit(header[(open + 1)..^1].Trim().Replace("単位:", "", StringComparison.Ordinal))) return header[..open].TrimEnd(' ', '_');
        }
        var cut = header.LastIndexOfAny(['_', ' ', '/']);
        if (cut > 0 && header[(cut + 1)..] is var last && header[cut] != '/' && (EndsAsUnit(last) || IsCode(last)) && IsUnit(last)) return header[..cut];
        return header;
    }

    private static bool IsCode(string word) => word is "円" or "$" or "€" or "£" || word.ToUpperInvariant() is "JPY" or "USD" or "EUR" or "GBP" or "CNY" or "KRW" or "AUD" or "CAD" or "CHF";

    private bool IsUnit(string written)
    {
        Currency = Currencies.Of(written) ?? Currencies.Of(written.ToUpperInvariant());
        if (Currency is not null) return true;
        if (!Units.Contains(written)) return false;
        Unit = written.ToUpperInvariant() is "PCT" or "PERCENT" ? "%" : written;
        return true;
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
