using Web.Semantics;

namespace Web.Language;

/// <summary>登録者数, 施設数 where a column holds how many there were: the head is a part of its name and counts no rows.</summary>
internal static class FigureHeads
{
    public static List<Item> In(Sheet sheet, List<Item> items)
    {
        List<Item>? changed = null;
        for (var i = 0; i < (changed ?? items).Count; i++)
        {
            if (!IsFigure((changed ?? items)[i]) || HeadOf(sheet, changed ?? items, i) is not (> 0 and var head)) continue;
            changed ??= [.. items];
            changed[i] = changed[i] with { End = changed[head].End };
            changed.RemoveRange(i + 1, head - i);
        }
        return changed ?? items;
    }

    private static bool IsFigure(Item item) => !item.English && item.Meanings.All(m => m is FieldMeaning { Weak: false, Column: { Role: ColumnRole.Measure, IsNumeric: true } });

    /// <summary>数, with 者 or 人 before it, at once behind the item.</summary>
    private static int HeadOf(Sheet sheet, List<Item> items, int i)
    {
        var head = Is(sheet, items, i + 1, "者") || Is(sheet, items, i + 1, "人") || Is(sheet, items, i + 1, "員") ? i + 2 : i + 1;
        return Is(sheet, items, head, "数") ? head : -1;
    }

    private static bool Is(Sheet sheet, List<Item> items, int i, string written) =>
        i < items.Count && items[i].End == items[i].First + 1 && sheet.Tokens[items[i].First] is { Glued: true } token && token.Raw == written;
}
