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

    /// <summary>"use Ordered On instead": the other date everywhere; "histogram of Amount", "same thing for Distance": the other figure in its classes.</summary>
    public static ChartQuery? Renamed(ChartQuery query, Scene scene, Draft draft)
    {
        var instead = Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Instead));
        var same = Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Same));
        if (draft.Filters.Count > 0 || draft.Chart is not null || draft.Sort is not null || draft.Limit is not null || !(instead || same)) return null;
        List<Column> named = [.. Enumerable.Range(0, scene.Count).Select(scene.AnyField).OfType<Column>().Distinct()];
        if (named is not [var other]) return null;
        if (instead && other.IsTemporal && Dates(query, scene.Contract) is [var date] && date != other.Name && draft.Measures.Count == 0 && draft.Groups.TrueForAll(g => g.Column == other))
        {
            return query with
            {
                Template = null,
                Dimensions = [.. query.Dimensions.Select(d => d.Field == date ? d with { Field = other.Name } : d)],
                Filters = [.. query.Filters.Select(f => f.Field == date ? f with { Field = other.Name } : f)],
            };
        }
        return same && other.Role == ColumnRole.Measure && query.Dimensions.FirstOrDefault(d => d.Bin is not null) is { } classes && query.Measures is [{ Field: null }] && draft.Groups.TrueForAll(g => g.Column == other)
            ? query with { Template = null, Dimensions = [.. query.Dimensions.Select(d => d == classes ? d with { Field = other.Name } : d)] } : null;
    }

    private static List<string> Dates(ChartQuery query, DatasetContract contract) =>
        [.. query.Filters.Select(f => f.Field).Concat(query.Dimensions.Select(d => d.Field)).OfType<string>().Where(field => contract.Find(field) is { IsTemporal: true }).Distinct(StringComparer.Ordinal)];

    /// <summary>The new division in the very place of the old one.</summary>
    public static ChartQuery? Placed(ChartQuery query, Draft draft, Column? replaced)
    {
        var groups = draft.Groups.Where(g => !g.Assumed).ToList();
        if (replaced is null || groups is not [var group] || query.Dimensions.FirstOrDefault(d => d.Field == replaced.Name) is not { } old || (group.Grain is null) != (old.Grain is null)) return null;
        return query with { Dimensions = [.. query.Dimensions.Select(d => d == old ? d with { Field = group.Column.Name, Grain = group.Grain, Bin = group.Bin } : d)] };
    }
}
