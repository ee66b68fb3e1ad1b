using Web.Semantics;

namespace Web.Language;

/// <summary>"planned vs actual output", 計画と実績: beside a figure that was only planned, what came true is the one that was not.</summary>
internal static class ActualFigures
{
    public static void Apply(Scene scene, Draft draft)
    {
        if (draft.Measures.Find(m => m.Column is { } column && Provisional.WordOf(column, scene.Contract.Columns) is "planned" or "plan" or "budget" or "budgeted" or "target" or "goal" or "forecast" or "expected" or "estimated" or "estimate" or "est" or "計画" or "予定" or "予算" or "目標" or "見積" or "標準" or "standard") is not { Column: { } planned } plan) return;
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.PartOf(i) is MeasurePart { Column: { } named } && named != planned || scene.Raw(i) is not ("actual" or "actuals" or "real" or "reality" or "実績" or "実際")) continue;
            List<Column> kept = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && c != planned && c.Type == planned.Type && c.Unit == planned.Unit && c.Currency == planned.Currency && Provisional.WordOf(c, scene.Contract.Columns) is null && !Superlatives.IsBad(c) && IsAlike(planned, c))];
            if (draft.Measures.Exists(m => m.Column is { } other && other != planned && !kept.Contains(other))) continue;
            if (draft.Measures.Find(m => m.Column is { } column && kept.Contains(column)) is { } said) scene.Use(i, said);
            else if (kept is [var only])
            {
                draft.Measures.Add(new MeasurePart { Column = only, Aggregate = plan.Aggregate });
                scene.Use(i, draft.Measures[^1]);
            }
        }
    }

    /// <summary>Money beside money, pieces beside pieces; what is left over or lies between is neither.</summary>
    private static bool IsAlike(Column planned, Column other) =>
        planned.DefaultAggregate == other.DefaultAggregate && (Amounts.IsMoney(planned) ? Amounts.IsMoney(other) : planned.Unit is not null)
        && !Rest.Any(word => (other.SourceName ?? other.Name).Contains(word, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Rest = ["残", "差", "variance", "difference", "gap", "remaining", "balance", "left"];
}
