using Web.Semantics;

namespace Web.Language;

/// <summary>北海道、九州、四国の3地域, 2024年、2025年、2026年の3か年, "all three together": how many were listed is no condition; set side by side, they divide.</summary>
internal static class ListedNumber
{
    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 2; i < scene.Count; i++)
        {
            // "members of level 5 or 6"
            if (scene.Used(i) || scene.Number(i) is not { Percent: false } more || scene.Raw(i - 1) is not ("or" or "and") || scene.Number(i - 2) is null || scene.Is(i + 1, WordKind.CompareAfter) || scene.Is(scene.Next(i - 2, -1), WordKind.Compare, WordKind.Between)) continue;
            if (scene.PartOf(i - 2) is not FilterPart { Op: FilterOp.Equal, Aggregate: null, Column: { IsNumeric: true, Role: ColumnRole.Dimension or ColumnRole.Time } or { Role: ColumnRole.Measure }, Value: decimal first } one) continue;
            (one.Op, one.Value) = (FilterOp.In, new[] { first, more.Value });
            scene.Use(i, one);
        }
        for (var i = 1; i < scene.Count; i++)
        {
            if (scene.Used(i) || scene.Number(i) is not { Percent: false, Value: >= 2 and <= 12 } number) continue;
            if (Listed(scene, draft, i, (int)number.Value) is not { } part) continue;
            scene.Use(i, part);
            if (scene.Category(i + 1) is { } things && part.Column == things) UseThings(scene, draft, i + 1, part, things);
            else if (scene.Raw(i + 1) is "か年" or "ヶ年" or "カ年" or "年間" or "つ" or "者" or "社" or "店" or "店舗" or "都市" or "校" or "地域" or "年" or "ofthem" or "together" or "か" or "ヶ" || scene.Is(i + 1, WordKind.Rows)) scene.Use(i + 1, part);
            if (scene.Raw(i + 1) is "か" or "ヶ" && scene.Raw(i + 2) is "年" or "年で" or "所" or "国") scene.Use(i + 2, part);
            if (scene.Raw(i + 1) is "together") scene.Use(i + 1, part);
        }
    }

    /// <summary>The condition right before that lists as many values or years.</summary>
    private static FilterPart? Listed(Scene scene, Draft draft, int i, int number)
    {
        var before = scene.Next(i, -1);
        if (!scene.IsJapanese(i + 1))
        {
            // "Bristol, Exeter and Cardiff, all three together"
            if (scene.Raw(i - 1) is not ("all" or "the" or "allthe" or "these" or "those") || scene.Number(i - 1) is not null) return null;
            return draft.Filters.FindLast(f => f.Value is string[] values && values.Length == number);
        }
        if (scene.Raw(i - 1) is not ("の" or "という" or "、")) return null;
        if (scene.PartOf(before) is FilterPart { Value: string[] listed } part && listed.Length == number) return part;
        return scene.PartOf(before) is FilterPart { Phrase: not null } period && draft.Filters.Count(f => f.Phrase is { Part: null }) == number ? period : null;
    }

    private static void UseThings(Scene scene, Draft draft, int i, FilterPart part, Column things)
    {
        if ((draft.Contrast || draft.Stack == Stack.None) && !draft.Groups.Exists(g => g.Column == things))
        {
            var each = new GroupPart { Column = things, Grouped = true };
            draft.Groups.Add(each);
            scene.Use(i, each);
        }
        else scene.Use(i, part);
    }
}
