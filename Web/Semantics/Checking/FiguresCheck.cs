using System.Text.Json;

namespace Web.Semantics.Checking;

/// <summary>What the geometry of a chart asks of its figures: numbers, parts of a whole, rows as they are, counts, points.</summary>
internal sealed class FiguresCheck(CheckScope scope, ChartShape shape, IReadOnlyList<CheckedDimension> dimensions, bool raw)
{
    private readonly FaultList faults = scope.Faults;

    public void Check(ChartQuery query, IReadOnlyList<CheckedMeasure> measures)
    {
        var written = query.Measures;
        var roles = new HashSet<MeasureRole>();
        for (var i = 0; i < written.Count && written.Count <= shape.MaxMeasures; i++)
        {
            if (written[i] is not { } measure) continue;
            if (shape.MeasureRoles.Count > 1 && measure.Role is { } role && !roles.Add(role)) faults.Add($"/measures/{i}/role", "role_taken_twice", JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString()));
            Check(measure, $"/measures/{i}");
        }
        if (shape.Numbers && written.Count == measures.Count)
            for (var i = 0; i < measures.Count; i++)
                if (measures[i].Type is not (ColumnType.Integer or ColumnType.Number or ColumnType.Money)) faults.Add($"/measures/{i}/field", "figure_needs_number", measures[i].Name);
        if (shape.Points && !raw && dimensions.Count == 0 && !faults.Any) faults.Add("/dimensions", "points_need_group", shape.Template);
        for (var i = 0; i < query.Dimensions.Count && shape.Bins; i++)
            if (query.Dimensions[i] is { Role: DimensionRole.X, Bin: null } x) faults.Add($"/dimensions/{i}/field", "bin_needs_number", CheckScope.Shown(x.Field ?? ""));
    }

    private void Check(ChartMeasure measure, string pointer)
    {
        var known = Aggregates.All.Contains(measure.Aggregate ?? "") || scope.Contract.FindMeasure(measure.Aggregate ?? "") is not null;
        if (!known) return;
        if (shape.Boxes && measure.Aggregate != Aggregates.None) faults.Add($"{pointer}/aggregate", "box_needs_rows", measure.Aggregate!);
        if (shape.Boxes && measure.Field is { } field && scope.Contract.Find(field) is { } column && !(column is { IsNumeric: true, Role: ColumnRole.Measure or ColumnRole.Dimension }))
            faults.Add($"{pointer}/field", "figure_needs_number", column.Name);
        if (shape.Bins && measure.Aggregate is not (Aggregates.Count or Aggregates.None)) faults.Add($"{pointer}/aggregate", "histogram_counts", measure.Aggregate!);
        if (shape.Parts && measure.Aggregate is not (Aggregates.Sum or Aggregates.Count or Aggregates.None)) faults.Add($"{pointer}/aggregate", "parts_need_sum", measure.Aggregate!, shape.Template);
    }
}
