using Web.Semantics;

namespace Web.Language;

/// <summary>A price that its unit tells the measure of: 円/kg is キロ単価 and "price per kilo", £/t "price per tonne".</summary>
internal static class UnitPrices
{
    private static readonly Dictionary<string, string[]> Measures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kg"] = ["kg", "kilo", "kilogram", "キロ", "kg"], ["t"] = ["tonne", "ton", "トン"], ["トン"] = ["tonne", "ton", "トン"], ["l"] = ["litre", "liter", "リットル"], ["kwh"] = ["kwh", "kilowatt hour"],
        ["m2"] = ["square metre", "square meter", "平米", "平方メートル"], ["㎡"] = ["square metre", "square meter", "平米"], ["m²"] = ["square metre", "square meter", "平米"], ["坪"] = ["tsubo", "坪"], ["h"] = ["hour", "時間"], ["時間"] = ["hour", "時間"], ["泊"] = ["night", "泊"], ["g"] = ["gram", "グラム"],
        ["lb"] = ["pound", "lb"], ["km"] = ["kilometre", "kilometer", "km", "キロ"], ["m3"] = ["cubic metre", "cubic meter", "立米"], ["m³"] = ["cubic metre", "cubic meter", "立米"],
    };

    public static IEnumerable<IReadOnlyList<Token>> Of(Column column)
    {
        if (column is not { IsNumeric: true, Role: ColumnRole.Measure, Unit: { } unit } || unit.IndexOf('/', StringComparison.Ordinal) is not (> 0 and var slash) || !Amounts.IsMoney(column) && !IsMoneySign(unit[..slash]) || !Measures.TryGetValue(unit[(slash + 1)..].Trim(), out var names)) yield break;
        foreach (var name in names)
        {
            var kanji = name[0] > 0x2E7F;
            foreach (var said in kanji ? [$"{name}単価", $"{name}当たり単価", $"{name}あたりの単価", $"{name}あたり単価", $"{name}当たりの単価", $"{name}当たりの価格"] : new[] { $"price per {name}", $"cost per {name}", $"per {name} price", $"{name}単価" }) yield return Tokens.Of(said);
        }
    }

    private static bool IsMoneySign(string sign) => sign.Trim() is "円" or "$" or "€" or "£" or "¥" || sign.Trim().ToUpperInvariant() is "USD" or "EUR" or "GBP" or "JPY" or "YEN";
}
