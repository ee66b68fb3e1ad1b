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

    /// <summary>"list price" of List/btl, and of any money that only says which price it is.</summary>
    private static IEnumerable<IReadOnlyList<Token>> Named(Column column)
    {
        if (column is not { Type: ColumnType.Money, Role: ColumnRole.Measure }) yield break;
        var written = column.SourceName ?? column.Name;
        var slash = written.IndexOf('/', StringComparison.Ordinal);
        var name = Tokens.OfName(slash > 0 ? written[..slash] : column.Name);
        if (slash < 0 && name is [.., { Raw: "btl" or "unit" or "pc" or "pcs" or "kg" or "jpy" or "usd" or "eur" or "gbp" }, _] or [_, { Raw: "jpy" or "usd" or "eur" or "gbp" or "yen" }]) name = name[..1];
        if (name is not [{ Raw: var which }] || Array.Find(Kinds, kind => kind.Which.Contains(which, StringComparer.Ordinal)).Said is not { } said) yield break;
        foreach (var phrase in said) yield return Tokens.Of(phrase);
    }

    private static readonly (string[] Which, string[] Said)[] Kinds =
    [
        (["list", "retail", "msrp", "rrp"], ["list price", "retail price", "selling price", "sales price", "sale price", "販売価格", "販売単価", "定価", "売価", "小売価格"]),
        (["cost"], ["cost price", "purchase price", "unit cost", "buying price", "仕入単価", "仕入れ単価", "仕入価格", "仕入れ価格", "仕入値", "仕入れ値", "原価"]),
    ];

    public static IEnumerable<IReadOnlyList<Token>> Of(Column column) => Named(column).Concat(Paced(column)).Concat(Measured(column));

    /// <summary>週あたりの学習時間 of 学習時間(h/週)</summary>
    private static IEnumerable<IReadOnlyList<Token>> Paced(Column column)
    {
        if (column is not { IsNumeric: true, Role: ColumnRole.Measure, Unit: { Length: > 2 } unit, SourceName: { } header } || unit[^2] != '/' || unit[^1] is not ('週' or '日' or '月' or '年')) yield break;
        foreach (var lead in new[] { "の", "あたりの", "当たりの", "あたり" }) yield return Tokens.Of(unit[^1] + lead + header.Split('(', '（', '[')[0]);
    }

    private static IEnumerable<IReadOnlyList<Token>> Measured(Column column)
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
