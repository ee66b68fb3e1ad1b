using Web.Semantics;

namespace Web.Language;

/// <summary>Numbers in the measure of a column: 100万円 is 1000 of a column in 千円, "50 million yen" 5000 of one in 万円, 7万人 70 of one in 千人.</summary>
internal static class Amounts
{
    /// <summary>A plain number so many times the column's own step is meant as a whole amount: 100,000 riders, in thousands.</summary>
    private const decimal SurelyWhole = 100;

    private static readonly (string Word, decimal Scale)[] Scales =
    [
        ("百億", 1e10m), ("十億", 1e9m), ("億", 1e8m), ("千万", 1e7m), ("百万", 1e6m), ("十万", 1e5m), ("万", 1e4m), ("千", 1e3m), ("兆", 1e12m), ("百", 100m),
        ("trillion", 1e12m), ("billion", 1e9m), ("bn", 1e9m), ("million", 1e6m), ("mn", 1e6m), ("thousand", 1e3m), ("000", 1e3m),
    ];

    private static readonly string[] Currencies = ["円", "ドル", "ユーロ", "元", "ウォン", "ポンド", "$", "€", "£", "¥", "yen", "usd", "jpy", "eur", "gbp", "dollar", "euro", "pound"];

    /// <summary>What one of the column stands for: 1000 where it counts in 千円 or thousands.</summary>
    public static decimal ScaleOf(Column column)
    {
        var unit = UnitOf(column);
        if (unit.Length == 0) return 1;
        foreach (var (word, scale) in Scales)
        {
            if (unit.StartsWith(word, StringComparison.Ordinal) || (word.Length > 1 && unit.Contains(word, StringComparison.Ordinal))) return scale;
        }
        return WithoutCurrency(unit) switch { "k" => 1e3m, "m" when IsMoneyUnit(unit) || column.Unit == "M" => 1e6m, _ => 1 };
    }

    /// <summary>Its unit is so many of a currency, and of nothing else: USD M, 千円, and not 円/kg.</summary>
    public static bool IsInMoney(Column column) => column is { IsNumeric: true, Unit: { } unit } && !unit.Contains('/', StringComparison.Ordinal) && IsMoneyUnit(Folded(unit));

    public static bool IsMoney(Column column) => column.Type == ColumnType.Money || column.Currency is not null || IsMoneyUnit(UnitOf(column)) || DefaultMeasure.IsMoney(column);

    /// <summary>The number at <paramref name="number"/> in the measure of the column; null where it is of something else.</summary>
    public static decimal? In(Scene scene, int number, Column column)
    {
        var said = scene.Number(number)!;
        if (said.Percent) return column.Unit == "%" || column.Role == ColumnRole.Measure && IsPercent(column) ? said.Value : said.Value / 100;
        if (said.IsMoney && !IsMoney(column) && (column.Unit is not null || Units.IsDuration(column))) return null;
        var unit = number + 1;
        if (!said.IsMoney && Units.Differs(scene, unit, column)) return null;
        if (said.IsLetter && !said.IsMoney && Units.LetterFactor(LastLetter(scene, number), column) is { } factor) return Round(said.Value / Size(LastLetter(scene, number)) * factor);
        if (Units.IsUnit(scene, unit) && !said.IsMoney) return Round(said.Value * Units.FactorFor(scene, unit, column));
        var scale = ScaleOf(column);
        return scale == 1 || !IsWhole(scene, number, said, column, scale) ? said.Value : Round(said.Value / scale);
    }

    /// <summary>Whether the number counts ones and not what the column counts in.</summary>
    private static bool IsWhole(Scene scene, int number, NumberMeaning said, Column column, decimal scale)
    {
        if (said.IsMoney || said.IsScaled) return true;
        if (SaysUnit(scene, column)) return false;
        var counted = number + 1;
        if (!IsMoney(column) && (scene.Is(counted, WordKind.Rows) || scene.IsEntity(counted) || scene.Measure(counted) == column)) return true;
        return said.Value >= scale * SurelyWhole && said.Value % scale == 0;
    }

    /// <summary>料金_千円 is named with its unit: numbers beside it are so many 千円.</summary>
    private static bool SaysUnit(Scene scene, Column column)
    {
        var unit = UnitOf(column);
        if (unit.Length == 0) return false;
        return Enumerable.Range(0, scene.Count).Any(i => scene.Field(i) == column && scene.Raw(i).EndsWith(unit, StringComparison.Ordinal));
    }

    /// <summary>The unit as people write it; a name such as 世帯数_千 may say the scale by its end alone.</summary>
    private static string UnitOf(Column column)
    {
        if (column.Unit is not null) return Folded(column.Unit);
        var name = column.SourceName ?? column.Name;
        var cut = name.LastIndexOfAny(['_', '(', '（', ' ', '[']);
        var tail = cut > 0 && column.IsNumeric ? Folded(name[(cut + 1)..].TrimEnd(')', '）', ']')) : "";
        return tail is "千" or "万" or "百万" or "億" or "thousands" or "millions" or "thousand" or "million" or "billions" or "billion" or "000s" ? tail : "";
    }

    private static string Folded(string text) => string.Concat(Tokens.Of(text).Select(t => t.Raw));

    private static bool IsMoneyUnit(string unit) => Currencies.Any(c => unit.Contains(c, StringComparison.Ordinal));

    private static bool IsPercent(Column column) => ColumnForms.NamesOf(column).Any(name => name.Any(t => t.Text is "percent" or "%"));

    private static string WithoutCurrency(string unit) => Currencies.Aggregate(unit, (left, currency) => left.Replace(currency, "", StringComparison.Ordinal));

    /// <summary>100m以上離れた, "within 100m": the one column of lengths that a number with m is held against, where nothing else is named.</summary>
    public static Column? Metred(Scene scene, int number)
    {
        if (scene.Number(number) is not { IsLetter: true, IsMoney: false } said || LastLetter(scene, number) is not "m") return null;
        List<Column> lengths = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && Units.LetterFactor("m", c) is not null && !Units.IsDuration(c))];
        return lengths is [var only] && (scene.IsJapanese(number + 1) || said.Value / Size("m") < SurelyWhole * 100) ? only : null;
    }

    private static string LastLetter(Scene scene, int number) => scene.LastToken(number).Raw;

    private static decimal Size(string letter) => letter switch { "m" => 1e6m, "k" => 1e3m, _ => 1e9m };

    private static decimal Round(decimal value) => Math.Round(value, 6) / 1.000000000000m;
}
