using Web.Semantics;

namespace Web.Language;

/// <summary>"profit instead of sales", "by segment rather than region", 店舗ではなく地域で: what gives its place, and what takes it.</summary>
internal static class Replacing
{
    /// <summary>The thing that goes, which must not be read as something wanted.</summary>
    public static (int Item, Column? Column)? In(Scene scene)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            var way = scene.Is(i, WordKind.Instead) ? scene.Word(i)!.Value : "";
            if (way is not ("of" or "before")) continue;
            var k = scene.Next(i, way == "of" ? 1 : -1);
            if (scene.Is(k, WordKind.By)) k = scene.Next(k);
            if (scene.Is(k, WordKind.ByAfter)) k = scene.Next(k, -1);
            if ((scene.AnyField(k) ?? scene.Value(k)?.Column) is { } column) return (k, column);
            if (scene.Is(k, WordKind.Aggregate, WordKind.Count) || scene.Is(k, WordKind.Chart)) return (k, null);
        }
        return null;
    }

    /// <summary>The new division in the very place of the old one.</summary>
    public static ChartQuery? Placed(ChartQuery query, Draft draft, Column? replaced)
    {
        var groups = draft.Groups.Where(g => !g.Assumed).ToList();
        if (replaced is null || groups is not [var group] || query.Dimensions.FirstOrDefault(d => d.Field == replaced.Name) is not { } old || (group.Grain is null) != (old.Grain is null)) return null;
        return query with { Dimensions = [.. query.Dimensions.Select(d => d == old ? d with { Field = group.Column.Name, Grain = group.Grain, Bin = group.Bin } : d)] };
    }
}
