namespace Web.Language;

/// <summary>平均単価（adr）, 夏（7月〜8月）, 子ども連れ（childrenが1人以上）, "in summer (June to August)": what stands in brackets says what is meant by the word before it.</summary>
internal static class Apposition
{
    public static void Apply(Scene scene)
    {
        for (var open = 1; open < scene.Count; open++)
        {
            if (!scene.IsMark(open) || scene.Raw(open) is not ("(" or "[")) continue;
            if (Inside(scene, open) is not { } part) continue;
            for (var k = open - 1; k >= 0 && k >= open - 3 && !scene.IsMark(k) && (k == open - 1 || scene.FirstToken(k + 1).Glued); k--)
            {
                if (k == open - 1 && !scene.IsJapanese(k) && (scene.IsEntity(k) || scene.Field(k) is not null) && scene.IsUnknown(k - 1) && !scene.FirstToken(k - 1).Capital) scene.Use(k - 1, part); // "active contracts (churned = No)"
                if ((scene.IsUnknown(k) || scene.Is(k, WordKind.Rate, WordKind.DefaultMeasure)) && !scene.Used(k)) scene.Use(k, part);
                else if (!scene.IsSmall(k)) break;
            }
        }
    }

    /// <summary>"crops (作物)", 棚（shelf）別: a column named again in brackets is the same one.</summary>
    public static bool IsNamedAgain(Scene scene, int i) =>
        i > 1 && scene.Raw(i - 1) is "(" && scene.Raw(i + 1) is ")" && scene.AnyField(i) is { } column && (scene.AnyField(i - 2) == column || (scene.PartOf(i - 2) is MeasurePart part && part.Column == column) || (scene.PartOf(i - 2) is GroupPart group && group.Column == column));

    /// <summary>A figure named again with its condition in brackets is no figure of its own.</summary>
    public static bool IsSaidAgain(Scene scene, int i)
    {
        if (scene.Field(i) is not { } column) return false;
        var open = i + 1;
        while (open < scene.Count && open <= i + 3 && !scene.IsMark(open) && (scene.IsUnknown(open) || scene.IsSmall(open)) && scene.FirstToken(open).Glued) open++;
        return scene.Raw(open) is "(" && Inside(scene, open) is FilterPart part && part.Column == column;
    }

    private static object? Inside(Scene scene, int open)
    {
        object? part = null;
        for (var k = open + 1; k < scene.Count; k++)
        {
            if (scene.Raw(k) is ")" or "]") return part;
            if (scene.Used(k) && scene.PartOf(k) is { } known and not Setting { Slot: "/dataset" }) part ??= known;
        }
        return null;
    }
}
