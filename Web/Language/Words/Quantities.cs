using Web.Semantics;

namespace Web.Language;

/// <summary>"Qty (btl)", <c>qty_cases</c>: a quantity whose name says what is counted is asked for as bottles, 本数, "bottles in stock".</summary>
internal static class Quantities
{
    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal) { "qty", "quantity", "qnty", "stock", "onhand" };

    /// <summary>How a unit is written, what it is called, and its Japanese counter.</summary>
    private static readonly (string[] Written, string Noun, string Japanese)[] Things =
    [
        (["btl", "btls", "bottle", "bottles"], "bottle", "本数"), (["cs", "case", "cases"], "case", "ケース数"), (["bx", "box", "boxes"], "box", "箱数"), (["pc", "pcs", "piece", "pieces"], "piece", "個数"), (["ctn", "ctns", "carton", "cartons"], "carton", "カートン数"),
        (["pk", "pkt", "pkts", "pack", "packs"], "pack", "パック数"), (["plt", "plts", "pallet", "pallets"], "pallet", "パレット数"), (["bag", "bags"], "bag", "袋数"), (["roll", "rolls"], "roll", "巻数"), (["sheet", "sheets"], "sheet", "枚数"), (["bbl", "barrel", "barrels"], "barrel", "樽数"),
        (["set", "sets"], "set", "セット数"), (["unit", "units"], "unit", "個数"), (["head", "hd"], "head", "頭数"), (["ea"], "unit", "個数"),
    ];

    public static IEnumerable<List<Token>> Of(Column column, IReadOnlyList<Token> name)
    {
        if (column is not { IsNumeric: true, Role: ColumnRole.Measure } || name.Count != 2) yield break;
        var counted = Heads.Contains(name[0].Raw) ? name[1].Raw : Heads.Contains(name[1].Raw) ? name[0].Raw : null;
        if (Array.Find(Things, thing => thing.Written.Contains(counted, StringComparer.Ordinal)) is not { Noun: { } noun, Japanese: { } counter }) yield break;
        foreach (var said in new[] { noun, $"number of {noun}s", $"{noun}s in stock", $"{noun}s on hand", $"{noun}s left", $"{noun}s available", $"stock of {noun}s", counter, $"在庫{counter}", "在庫数", "在庫" }) yield return Tokens.Of(said);
    }
}
