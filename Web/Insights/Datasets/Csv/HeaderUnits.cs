using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Web.Insights.Datasets.Csv;

/// <summary>The unit or the currency that a header ends with: <c>気温(℃)</c>, <c>売上_千円</c>, <c>weight [kg]</c>, <c>height_m</c>, <c>Revenue (USD millions)</c>.</summary>
internal static partial class HeaderUnits
{
    private static readonly FrozenSet<string> Known = """
        kg g mg µg t lb lbs oz km m cm mm nm mi mile miles ft in inch inches yd m2 m² m3 m³ km2 km² ㎡ ha acres sqft sqm l ml kl gal % pct percent ‰ °C ℃ °F ℉ C F K kWh MWh GWh TWh Wh kW MW GW W V mV A mA Hz kHz MHz GHz
        hPa kPa Pa bar psi km/h kph kmh mph m/s kn knots sec s ms min mins h hr hrs hours minutes seconds days weeks months years 秒 分 時間 日 日間 週 週間 か月 ヶ月 カ月 月 年 歳 才 人 名 件 個 台 本 枚 回 点 冊 匹 頭 社 店 店舗 戸 世帯
        席 箱 ケース セット 食 杯 泊 坪 畳 トン ポイント 度 千円 万円 百万円 十億円 億円 兆円 千ドル 百万ドル 億ドル 千人 万人 千個 万個 千台 千件 千 万 百万 億 円/kg 円/個 円/㎡ 円/m2 円/h 円/坪 bytes b kb mb gb tb kbps mbps pt px
        Mt Gt kt MtCO2 MtCO2e tCO2 tCO2e kgCO2 MJ GJ TJ dB ppm ppb kcal cal kJ J N Nm bpm rpm mmHg mg/dL g/L g/l mg/L mg/l µg/m3 µg/m³ ug/m3 g/km kg/m3 L/100km km/L t/ha kg/ha g/ha l/ha bu/ac t/ac kg/10a kg/a kg/m2 kg/m² million thousand billion k usd/kg $/h 円/時 pcs units °
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words and letters that are a unit only after a word for what is measured.</summary>
    private static readonly FrozenSet<string> Ambiguous =
        FrozenSet.ToFrozenSet(["in", "min", "mins", "pt", "million", "thousand", "billion", "mile", "miles", "units", "bar", "b", "k", "n", "j", "nm", "kn", "時間", "ポイント", "店舗", "世帯", "セット", "ケース", "度", "点", "年", "月", "日", "回", "名", "件", "人", "社", "店", "本", "分", "週"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Spans = FrozenSet.ToFrozenSet(["days", "hours", "years", "minutes", "seconds", "weeks", "months"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Measured = new (string Units, string Of)[]
    {
        ("m ft in mm cm km mi mile miles yd", "height width length depth distance altitude elevation thickness diameter radius size range"),
        ("g t lb oz kg", "weight mass load payload"),
        ("c f k", "temp temperature tempmax tempmin"),
        ("l ml", "volume capacity fuel"),
        ("s min mins h sec hr", "time duration runtime delay downtime uptime latency elapsed wait length overtime wait_time processing"),
        ("a", "current"), ("v", "voltage"), ("w", "power"), ("hz", "frequency"), ("b", "size"),
        ("million millions mn mil thousand thousands billion billions bn k", "revenue sales amount budget cost population gross value profit viewers views users income earnings spend subscribers downloads streams people visitors votes"),
        ("m", "viewers views users subscribers downloads streams budget revenue sales gross"),
    }.SelectMany(line => line.Units.Split(' ').Select(unit => (unit, line.Of))).GroupBy(pair => pair.unit)
        .ToFrozenDictionary(same => same.Key, same => " " + string.Join(' ', same.Select(pair => pair.Of)) + " ", StringComparer.OrdinalIgnoreCase);

    public static (string Name, string? Unit, string? Currency) Of(string header)
    {
        if (Bracketed().Match(header) is { Success: true } bracket && Read(bracket.Groups["unit"].Value) is { } inside) return (bracket.Groups["name"].Value.TrimEnd(' ', '_'), inside.Unit, inside.Currency);
        if (Glued().Match(header) is { Success: true } glued && glued.Groups["unit"].Value is { Length: > 1 } or "℃" or "㎡" && Known.Contains(glued.Groups["unit"].Value) && !Ambiguous.Contains(glued.Groups["unit"].Value)) return (glued.Groups["name"].Value, glued.Groups["unit"].Value, null);
        if (ScaledTail().Match(header) is { Success: true } money) return (money.Groups["name"].Value, $"{money.Groups["currency"].Value.ToUpperInvariant()} {Scale(money.Groups["scale"].Value)}", null);
        if (Tail().Match(header) is not { Success: true } tail) return (header, null, null);
        var (name, word) = (tail.Groups["name"].Value, tail.Groups["unit"].Value);
        if (Spans.Contains(word)) return (header, word.ToLowerInvariant(), null); // "working days" is not "working"
        if (Measured.TryGetValue(word, out var measured) && MeasuredWord(name) is { } of && measured.Contains($" {of} ", StringComparison.OrdinalIgnoreCase)) return (name, Written(word, of), null);
        var plain = (word.Length > 1 || word == "%") && Known.Contains(word) && !Ambiguous.Contains(word) || IsCurrency(word);
        return plain && Read(word) is { } found ? (name, found.Unit, found.Currency) : (header, null, null);
    }

    private static string Scale(string written) => char.ToLowerInvariant(written[0]) switch { 'm' => "M", 'b' => "bn", _ => "K" };

    private static bool IsCurrency(string word) => word is "円" or "$" or "€" or "£" || word.ToUpperInvariant() is "JPY" or "USD" or "EUR" or "GBP" or "CNY" or "KRW" or "AUD" or "CAD" or "CHF" or "YEN" or "INR" or "SGD" or "HKD" or "TWD" or "THB";

    /// <summary>What stands in brackets or at the end, as a unit or a currency.</summary>
    private static (string? Unit, string? Currency)? Read(string written)
    {
        var said = Prefix().Replace(written.Trim(), "");
        if ((Currencies.Of(said) ?? Currencies.Of(said.ToUpperInvariant())) is { } currency) return (null, currency);
        if (said.ToUpperInvariant() is "PCT" or "PERCENT" or "PERCENTAGE") return ("%", null);
        if (Known.Contains(said)) return (said, null);
        if (Squared().Match(said) is { Success: true } squared) return (squared.Groups["of"].Value[0] is 'f' or 'F' ? "sqft" : "sqm", null);
        return Scaled().IsMatch(said) ? (said, null) : null;
    }

    /// <summary>sq ft, sq. m, square feet.</summary>
    [GeneratedRegex(@"^(sq\.?|square)\s?(?<of>ft|feet|foot|m|meters?|metres?)\.?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Squared();

    private static string? MeasuredWord(string name) => LastWord().Match(name) is { Success: true } last ? last.Value : null;

    /// <summary>A letter as people read it: temp_c is in °C.</summary>
    private static string Written(string word, string of) =>
        of.StartsWith("temp", StringComparison.OrdinalIgnoreCase) && word.Length == 1 ? word.ToUpperInvariant() switch { "C" => "°C", "F" => "°F", var kelvin => kelvin }
        : of.ToLowerInvariant() is "current" or "voltage" or "power" or "frequency" ? word.Equals("hz", StringComparison.OrdinalIgnoreCase) ? "Hz" : word.ToUpperInvariant() : word.ToLowerInvariant();

    [GeneratedRegex(@"^(?<name>.+?)\s*[(\[【〔{](?<unit>[^()\[\]【】〔〕{}]{1,24})[)\]】〕}]$", RegexOptions.None, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?<name>.+?)(?:[_ ,、]+in)?[_ ,、]+(?<unit>[^\s_,、]{1,10})$", RegexOptions.None, 1000)]
    private static partial Regex Tail();

    /// <summary>amount_usd_m, Market Value EUR k</summary>
    [GeneratedRegex(@"^(?<name>.+?)(?:[_ ,、]+in)?[_ ,、]+(?<currency>USD|EUR|GBP|JPY|YEN)[_ ]?(?<scale>m|mn|mil|mio|millions?|k|thousands?|bn|billions?)$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ScaledTail();

    /// <summary>電力量kWh, 体重kg</summary>
    [GeneratedRegex(@"^(?<name>.*[\u3041-\u30FF\u3400-\u9FFF])(?<unit>[A-Za-z%℃㎡²³/]{1,6}2?)$", RegexOptions.None, 1000)]
    private static partial Regex Glued();

    [GeneratedRegex(@"^(単位\s*[:：]?\s*|unit\s*[:=]?\s+|in\s+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();

    /// <summary>USD millions, $M, million yen, thousands.</summary>
    [GeneratedRegex(@"^((US)?\$|€|£|¥|USD|EUR|GBP|JPY|yen)?\s*(thousands?|millions?|billions?|trillions?|mn|bn|m|k|000s?)(\s+(of\s+)?(dollars|USD|EUR|GBP|JPY|yen|euros|pounds))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scaled();

    [GeneratedRegex(@"[A-Za-z]+$|[A-Z][a-z]+$", RegexOptions.None, 1000)]
    private static partial Regex LastWord();
}
