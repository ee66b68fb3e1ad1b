using Web.Semantics;

namespace Web.Language;

/// <summary>What an edit takes back: "drop the year filter", "all seasons please", "without the split", 「地域の条件を外して」「全期間で」.</summary>
internal static class Loosening
{
    private static readonly string[] Splits = ["split", "breakdown", "color", "colour", "series", "legend", "grouping", "stack", "内訳", "色分け", "系列", "凡例"];

    /// <summary>The chart with less in it, or null where the words take nothing back.</summary>
    public static ChartQuery? Of(ChartQuery previous, Scene scene)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Is(i, WordKind.Remove) && Removed(previous, scene, i) is { } less) return less;
            if (scene.Is(i, WordKind.Not) && WithoutPart(previous, scene, i) is { } simpler) return simpler;
            if ((scene.Is(i, WordKind.All) || scene.Raw(i) is "showall") && Widened(previous, scene, i) is { } wider) return wider;
        }
        return null;
    }

    private static ChartQuery? Removed(ChartQuery previous, Scene scene, int i)
    {
        var query = previous;
        if (Says(scene, Splits) && previous.Series is { } series) query = query with { Dimensions = [.. query.Dimensions.Where(d => d != series)] };
        foreach (var k in scene.IsJapanese(i) ? Enumerable.Range(0, i) : Enumerable.Range(i + 1, scene.Count - i - 1))
        {
            query = scene[k] switch
            {
                FieldMeaning field when NamesOne(scene, k, field.Column) => query,
                FieldMeaning field => Without(query, field.Column),
                ValueMeaning value when Narrows(query, value) => query with { Filters = [.. query.Filters.Where(f => f.Field != value.Column.Name)] },
                PeriodMeaning => WithoutTime(query, scene.Contract),
                WordMeaning { Word.Kind: WordKind.GrainNoun or WordKind.Grain } => WithoutTime(query, scene.Contract),
                _ => query,
            };
        }
        return Changed(previous, query, scene);
    }

    /// <summary>"drop ward 3": one of them goes, not the division by it.</summary>
    private static bool NamesOne(Scene scene, int k, Column column) =>
        column.Role != ColumnRole.Measure && ((scene.Number(k + 1) is not null && column.IsNumeric) || (scene.Value(scene.Next(k)) ?? scene.Value(scene.Next(k, -1)))?.Column == column);

    /// <summary>"without the segments": a division or a figure, not a value, is left out.</summary>
    private static ChartQuery? WithoutPart(ChartQuery previous, Scene scene, int i)
    {
        if (scene.Next(i) is not (>= 0 and var k) || scene.Field(k) is not { } column || Enumerable.Range(0, scene.Count).Any(v => scene.Value(v) is not null || scene.Number(v) is not null)) return null;
        var query = previous.Dimensions.Count > 1 && previous.Dimensions.Any(d => d.Field == column.Name) ? Without(previous with { Filters = [] }, column) with { Filters = previous.Filters } : Without(previous, column);
        return Changed(previous, query, scene);
    }

    private static ChartQuery? Widened(ChartQuery previous, Scene scene, int i)
    {
        var what = scene.Next(i);
        ChartQuery? wider = scene[what] switch
        {
            FieldMeaning { Column.Role: ColumnRole.Time } => WithoutTime(previous, scene.Contract),
            FieldMeaning field => previous with { Filters = [.. previous.Filters.Where(f => !IsOn(f, field.Column.Name))] },
            WordMeaning { Word.Kind: WordKind.GrainNoun } => WithoutTime(previous, scene.Contract),
            _ when scene.Word(i)!.Value == "time" => WithoutTime(previous, scene.Contract),
            _ when previous.Limit is not null && Enumerable.Range(0, scene.Count).All(k => scene.IsSmall(k) || scene.IsMark(k) || scene.Is(k, WordKind.All, WordKind.List) || scene.Is(k, WordKind.Rows)) => previous with { Limit = null },
            _ => null,
        };
        if (wider is null) return null;
        // "all seasons" of a year that was said as a year
        return Changed(previous, wider, scene) ?? (scene[what] is FieldMeaning { Column: var column } && Classes.Has(column) ? Changed(previous, WithoutTime(previous, scene.Contract), scene) : null);
    }

    /// <summary>A condition on the column falls first, then the division by it, then the figure.</summary>
    private static ChartQuery Without(ChartQuery query, Column column)
    {
        if (query.Filters.Any(f => IsOn(f, column.Name))) return query with { Filters = [.. query.Filters.Where(f => !IsOn(f, column.Name))] };
        if (query.Dimensions.Count > 1 && query.Dimensions.Any(d => d.Field == column.Name))
        {
            List<ChartDimension> left = [.. query.Dimensions.Where(d => d.Field != column.Name)];
            return query with { Dimensions = left[0].Role == DimensionRole.Series ? [left[0] with { Role = DimensionRole.X }, .. left.Skip(1)] : left, Stack = null };
        }
        return query.Measures.Count > 1 && query.Measures.Any(m => m.Field == column.Name) ? query with { Measures = [.. query.Measures.Where(m => m.Field != column.Name)] } : query;
    }

    private static ChartQuery WithoutTime(ChartQuery query, DatasetContract contract) =>
        query with { Filters = [.. query.Filters.Where(f => !Any(f, one => one.Op == FilterOp.InPeriod || (one.Field is { } field && contract.Find(field)?.Role == ColumnRole.Time)))] };

    private static bool Narrows(ChartQuery query, ValueMeaning value) =>
        query.Filters.Any(f => f.Field == value.Column.Name && f.Op == FilterOp.Equal && f.Value?.ToString() == value.Value);

    private static bool IsOn(ChartFilter filter, string field) => Any(filter, one => one.Field == field);

    private static bool Any(ChartFilter filter, Func<ChartFilter, bool> holds) => filter.Any is { } any ? any.Any(holds) : holds(filter);

    private static bool Says(Scene scene, string[] words) => Enumerable.Range(0, scene.Count).Any(i => words.Any(w => scene.Raw(i).StartsWith(w, StringComparison.Ordinal)));

    /// <summary>The words that named what is gone have been read.</summary>
    private static ChartQuery? Changed(ChartQuery previous, ChartQuery query, Scene scene)
    {
        if (query.ToJson() == previous.ToJson()) return null;
        for (var i = 0; i < scene.Count; i++) scene.Use(i);
        return query;
    }
}
