using Web.Semantics;

namespace Web.Language;

/// <summary>"the average instead", "add the profit", 件数で: what a follow-up says of the figures.</summary>
internal static class EditedMeasures
{
    public static ChartQuery Of(ChartQuery query, Scene scene, Draft draft, DatasetContract contract)
    {
        if (draft.Transform is { } transform) query = query with { Measures = [.. query.Measures.Select(m => m with { Transform = transform })] };
        if (draft.Share && draft.Chart is null)
        {
            query = query.Dimensions.Count > 1 ? query with { Stack = Stack.Percent, ChartType = query.ChartType is ChartType.Line ? ChartType.Area : query.ChartType }
                : query.X?.Grain is null ? query with { ChartType = ChartType.Pie } : query with { Measures = [.. query.Measures.Select(m => m with { Transform = Transform.Share })] };
        }
        if (draft.Counts && draft.Measures.Any(m => m.Aggregate is Aggregates.Count or Aggregates.CountDistinct))
            return query with { Measures = [.. draft.Measures.Select(m => new ChartMeasure(m.Column?.Name, m.Aggregate!))] };
        if (draft.Measures.Count == 0) return AggregateOnly(scene) is { } aggregate ? Aggregated(query, aggregate, contract) : query;
        if (draft.Measures.TrueForAll(m => m.Assumed) && draft.Measures[0].Aggregate is { } only)
        {
            var other = Aggregated(query, only, contract);
            return Adds(scene) ? other with { Measures = [.. query.Measures, .. other.Measures.Where(m => !query.Measures.Contains(m))] } : other;
        }
        ChartMeasure[] measures = [.. draft.Measures.Select(m => new ChartMeasure(m.Column?.Name, m.Aggregate is null && SaidOf(query, contract) is { } kept ? kept : ChartRule.AggregateOf(m)))];
        return query with { Measures = Adds(scene) ? [.. query.Measures, .. measures.Where(m => !query.Measures.Contains(m))] : measures };
    }

    /// <summary>The aggregate that was asked for of the figure shown, where it is not the usual one: "and the fibre?" goes on with means.</summary>
    private static string? SaidOf(ChartQuery query, DatasetContract contract) =>
        query.Measures is [{ Field: { } field, Aggregate: Aggregates.Mean or Aggregates.Median or Aggregates.Max or Aggregates.Min } shown] && contract.Find(field) is { Role: ColumnRole.Measure } column && (column.DefaultAggregate ?? Aggregates.Sum) != shown.Aggregate ? shown.Aggregate : null;

    /// <summary>大宮校も; 大宮校についても同じものを is the same chart of it alone.</summary>
    public static bool Adds(Scene scene) => Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Also)) && !Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Same) && scene.IsJapanese(i));

    private static string? AggregateOnly(Scene scene)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (!scene.Is(i, WordKind.Aggregate)) continue;
            scene.Use(i, new Setting("/measures/0"));
            return scene.Word(i)!.Value;
        }
        return null;
    }

    private static ChartQuery Aggregated(ChartQuery query, string aggregate, DatasetContract contract)
    {
        if (query.Measures.Any(m => m.Field is not null)) return query with { Measures = [.. query.Measures.Select(m => m.Field is null ? m : m with { Aggregate = aggregate })] };
        return contract.DefaultMeasure is { } usual ? query with { Measures = [new ChartMeasure(usual, aggregate)] } : query;
    }
}
