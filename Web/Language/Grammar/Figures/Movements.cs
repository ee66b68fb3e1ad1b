using Web.Semantics;

namespace Web.Language;

/// <summary>出庫数 of a kind of movement beside a quantity: what was moved is added up, the slips are not counted.</summary>
internal static class Movements
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "出庫", "入庫", "出荷", "入荷", "返品", "廃棄", "販売", "仕入", "仕入れ", "移動", "生産", "納品", "払出", "受入" };
    private static readonly HashSet<string> Quantities = new(StringComparer.OrdinalIgnoreCase) { "数量", "個数", "点数", "quantity", "qty", "units", "pieces" };

    public static Column? QuantityOf(Scene scene, int count, int kind) =>
        kind >= 0 && scene.Raw(count) is "数" && scene.FirstToken(count).Glued && scene.Value(kind) is not null && Kinds.Contains(scene.Typed(kind))
        && scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum } && (Quantities.Contains(c.SourceName ?? c.Name) || Quantities.Contains(c.Name))).ToList() is [var only] ? only : null;
}
