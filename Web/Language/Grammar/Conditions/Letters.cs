using Web.Semantics;

namespace Web.Language;

/// <summary>"whose name is like '%son%'", "having 'w' somewhere in the name", "with the letters 'ar' in it": what stands in quotes is a piece of a name.</summary>
internal static class Letters
{
    private const int Reach = 4;

    /// <param name="First">The first item that says it.</param>
    public sealed record Piece(int First, string Said, FilterOp Op);

    /// <summary>The pieces in quotes, and where the words end that say so.</summary>
    public static IEnumerable<(Piece Text, int Last)> In(Scene scene)
    {
        for (var open = 0; open + 2 < scene.Count; open++)
        {
            if (!IsQuote(scene, open) || scene.Used(open)) continue;
            var close = Enumerable.Range(open + 2, Math.Min(Reach + 2, scene.Count - open - 2)).FirstOrDefault(k => IsQuote(scene, k), -1);
            if (close < 0) continue;
            var (from, to) = (open + 1, close - 1);
            var (starts, ends) = (scene.Raw(from) is "%" or "*", scene.Raw(to) is "%" or "*");
            if (starts) from++;
            if (ends) to--;
            if (from > to || Enumerable.Range(from, to - from + 1).Any(k => scene.PartOf(k) is not null)) continue;
            var last = Behind(scene, close);
            var like = IsLike(scene, open);
            if (last < 0 && !(like && (starts || ends))) continue;
            var op = (like, starts, ends) switch { (true, true, false) => FilterOp.EndsWith, (true, false, true) => FilterOp.StartsWith, _ => FilterOp.Contains };
            var first = open;
            while (first > 0 && (scene.IsSmall(first - 1) || scene.Raw(first - 1) is "letter" or "letters" or "theletter" or "theletters" or "word" or "theword" or "having" or "has" or "have" or "with" or "like" or "text")) first--;
            yield return (new Piece(first, scene.TypedFrom(from, to), op), Math.Max(last, close));
            open = close;
        }
    }

    /// <summary>The column that the words behind name ("in the title"), or else the name that was spoken of before.</summary>
    public static Column? ColumnOf(Scene scene, int first, int last)
    {
        if (scene.Field(last) is { Type: ColumnType.Text } told && told.Role is ColumnRole.Dimension or ColumnRole.Identity) return told;
        for (var k = first - 1; k >= 0; k--)
        {
            if (scene.Field(k) is { Type: ColumnType.Text } before && before.Values is null or { Count: >= 8 }) return before;
        }
        return scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Text } && (RowNames.IsName(c) || RowNames.IsTitle(c))).ToList() is [var only] ? only : null;
    }

    private static bool IsQuote(Scene scene, int i) => i >= 0 && i < scene.Count && scene.Raw(i) is "'" or "\"" or "“" or "”" or "‘" or "’";

    private static bool IsLike(Scene scene, int open) => open > 0 && scene.Raw(open - 1) is "like" or "islike" or "arelike" or "as";

    /// <summary>The last word of "in the name", "somewhere in their name", "in it" behind the quotes, or -1.</summary>
    private static int Behind(Scene scene, int close)
    {
        var said = "";
        for (var k = close + 1; k < scene.Count && k <= close + Reach + 1; k++)
        {
            said += " " + scene.Raw(k);
            if (scene.Raw(k) is "name" or "names" or "title" or "titles" or "it" or "them" or "init" or "inthem" || scene.Field(k) is { Type: ColumnType.Text }) return said.Contains(" in", StringComparison.Ordinal) || said.Contains(" within", StringComparison.Ordinal) ? k : -1;
            if (!scene.IsSmall(k) && scene.Raw(k) is not ("somewhere" or "anywhere" or "in" or "within" or "inside" or "inthe" or "intheir" or "inits")) return -1;
        }
        return -1;
    }
}
