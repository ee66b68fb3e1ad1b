using Web.Semantics;

namespace Web.Language;

/// <summary>"under 100 a night", "40 per head", 1泊200以上: a number that is told for one of something is a price, though no money is said.</summary>
internal static class Rates
{
    private static readonly HashSet<string> Each = new(StringComparer.Ordinal) { "a", "an", "per", "each", "/", "every", "pera", "foreach" };
    private static readonly HashSet<string> Things = new(StringComparer.Ordinal) { "night", "head", "person", "guest", "ticket", "seat", "room", "piece", "bottle", "kg", "kilo", "litre", "liter", "pound", "item", "unit", "ride", "trip", "lesson", "session", "meal", "copy", "pop" };
    private static readonly HashSet<string> Spans = new(StringComparer.Ordinal) { "month", "week", "day", "hour", "year", "minute" };
    private static readonly HashSet<string> JapaneseThings = new(StringComparer.Ordinal) { "泊", "人", "名", "個", "本", "杯", "枚", "室", "部屋", "台", "冊", "食", "kg", "席" };
    private static readonly HashSet<string> Prices = [.. Tokens.Of("price rate fee rent fare cost charge tariff toll").Select(t => t.Text)];
    private static readonly string[] JapanesePrices = ["料金", "価格", "単価", "家賃", "賃料", "運賃", "宿泊費", "宿泊料", "会費", "代金", "値段", "費用"];

    /// <summary>The price that the number at <paramref name="number"/> is held against, and the words that say for what.</summary>
    public static (Column Column, int Item, int[] Words)? At(Scene scene, int number, (Column? Column, int Item)? said)
    {
        if (scene.Number(number) is not { Percent: false } || Words(scene, number) is not { Length: > 0 } words) return null;
        if (said is { Column: { } named } target && target.Item < number && !words.Contains(target.Item) && Compared.IsHeldBy(scene, target.Item, number)) return IsPrice(named) ? (named, target.Item, words) : null;
        List<Column> prices = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && IsPrice(c))];
        return prices is [var only] ? (only, -1, words) : null;
    }

    private static int[] Words(Scene scene, int number)
    {
        if (Each.Contains(scene.Raw(number + 1)) && (Things.Contains(scene.Raw(number + 2)) || Spans.Contains(scene.Raw(number + 2)))) return [number + 1, number + 2];
        var k = number - 1;
        while (scene.Raw(k) is "あたり" or "当たり" or "につき" or "で" or "、") k--;
        return k > 0 && JapaneseThings.Contains(scene.Raw(k)) && scene.Number(k - 1) is { Value: 1 } && !scene.Is(number + 1, WordKind.Rows) ? [.. Enumerable.Range(k - 1, number - k + 1)] : [];
    }

    private static bool IsPrice(Column column) =>
        column.Unit is not "%" && (ColumnForms.NamesOf(column).Any(name => name.Count > 0 && name.Any(t => Prices.Contains(t.Text)) && name[^1].Text is not ("percent" or "growth")) && (column.Type == ColumnType.Money || DefaultMeasure.IsMoney(column))
            || column.Titles.Values.Append(column.SourceName ?? column.Name).Any(n => JapanesePrices.Any(p => n.Contains(p, StringComparison.Ordinal))));
}
