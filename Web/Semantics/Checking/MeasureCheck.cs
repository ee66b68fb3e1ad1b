using System.Globalization;
using System.Text.Json;
using Web.Semantics.Expressions;

namespace Web.Semantics.Checking;

internal sealed class MeasureCheck(CheckScope scope, ChartShape shape)
{
    private readonly FaultList faults = scope.Faults;

    public IReadOnlyList<CheckedMeasure> Check(IReadOnlyList<ChartMeasure> measures)
    {
        var most = Math.Min(shape.MaxMeasures, QueryChecker.MaxMeasures);
        if (measures.Count < shape.MinMeasures) faults.Add("/measures", "too_few_measures", Text(shape.MinMeasures));
        if (measures.Count > most)
        {
            faults.Add("/measures", "too_many_measures", Text(most));
            return [];
        }
        var known = new List<CheckedMeasure>();
        for (var i = 0; i < measures.Count; i++)
        {
            var pointer = $"/measures/{i}";
            if (measures[i] is not { } measure) { faults.Add(pointer, "item_missing"); continue; }
            CheckDrawing(measure, pointer);
            if (Resolve(scope, measure.Field, measure.Aggregate, pointer) is not { } resolved) continue;
            if (measure.Transform is not null && resolved.Type is not (ColumnType.Integer or ColumnType.Number or ColumnType.Money))
                faults.Add($"{pointer}/transform", "transform_needs_number");
            known.Add(resolved with
            {
                Transform = measure.Transform,
                Mark = measure.Mark,
                Axis = measure.Axis,
                Name = NameOf(resolved, measure.Transform, known),
            });
        }
        if (known.Any(m => m.Aggregate == Aggregates.None) && known.Any(m => m.Aggregate != Aggregates.None))
            faults.Add("/measures", "raw_and_grouped");
        else if (!shape.Raw && known.FindIndex(m => m.Aggregate == Aggregates.None) is >= 0 and var raw)
            faults.Add($"/measures/{raw}/aggregate", "raw_not_for_chart", shape.Template);
        return known;
    }

    private void CheckDrawing(ChartMeasure measure, string pointer)
    {
        if (measure.Role is { } role && !shape.MeasureRoles.Contains(role))
            faults.Add($"{pointer}/role", "role_not_for_chart", Snake(role), shape.Template);
        if (measure.Mark is not null && !shape.Marks) faults.Add($"{pointer}/mark", "mark_not_for_chart", shape.Template);
        if (measure.Axis == AxisSide.Right && !shape.Marks) faults.Add($"{pointer}/axis", "axis_not_for_chart", shape.Template);
        if (measure.Transform is null) return;
        if (!shape.Transforms) faults.Add($"{pointer}/transform", "transform_not_for_chart", shape.Template);
        else if (measure.Aggregate == Aggregates.None) faults.Add($"{pointer}/transform", "transform_on_raw_rows");
    }

    /// <summary>The figure that a field and an aggregate mean, or null and a fault.</summary>
    public static CheckedMeasure? Resolve(CheckScope scope, string? field, string? aggregate, string pointer)
    {
        if (string.IsNullOrEmpty(aggregate)) { scope.Faults.Add($"{pointer}/aggregate", "aggregate_missing"); return null; }
        if (!Aggregates.All.Contains(aggregate)) return Named(scope, field, aggregate, pointer);
        if (field is null && aggregate == Aggregates.Count) return new CheckedMeasure(null, null, aggregate, null, null, null, "count");
        if (scope.Column(field, $"{pointer}/field") is not { } column) return null;
        if (Misfit(column, aggregate) is { } code) { scope.Faults.Add($"{pointer}/aggregate", code, aggregate, column.Name); return null; }
        return new CheckedMeasure(column, null, aggregate, null, null, null, aggregate == Aggregates.None ? column.Name : $"{column.Name}_{aggregate}");
    }

    private static CheckedMeasure? Named(CheckScope scope, string? field, string aggregate, string pointer)
    {
        if (scope.Contract.FindMeasure(aggregate) is not { } named)
            scope.Faults.Add($"{pointer}/aggregate", "aggregate_not_found", CheckScope.Shown(aggregate));
        else if (field is not null)
            scope.Faults.Add($"{pointer}/field", "named_measure_takes_no_field", aggregate);
        else if (MeasureExpression.Read(named.Expression, scope.Contract, scope.Calendar, scope.Today, out _) is not { } expression)
            scope.Faults.Add($"{pointer}/aggregate", "aggregate_not_found", CheckScope.Shown(aggregate)); // a column that it needs is gone or hidden
        else return new CheckedMeasure(null, named with { Type = expression.Type, Currency = expression.Currency, Unit = named.Unit ?? expression.Unit }, aggregate, null, null, null, named.Name) { Expression = expression };
        return null;
    }

    /// <summary>Whether a column's figures can be worked out in this way.</summary>
    public static bool Fits(Column column, string aggregate) => Misfit(column, aggregate) is null;

    // Roles before types: a year or a number that only names a thing is counted, never added up.
    public static string? Misfit(Column column, string aggregate) => aggregate switch
    {
        Aggregates.Count or Aggregates.CountDistinct or Aggregates.None => null,
        Aggregates.Min or Aggregates.Max => column.IsTemporal || (column.IsNumeric && column.Role != ColumnRole.Identity) ? null : "aggregate_needs_number",
        Aggregates.Mean when column.Type == ColumnType.Boolean => column.Related is null ? null : "aggregate_repeats",
        _ when !column.IsNumeric => "aggregate_needs_number",
        _ when column.Related is not null => "aggregate_repeats",
        Aggregates.Sum => column.Role == ColumnRole.Measure ? null : "aggregate_not_for_role",
        _ => column.Role is ColumnRole.Measure or ColumnRole.Dimension ? null : "aggregate_not_for_role",
    };

    private static string NameOf(CheckedMeasure measure, Transform? transform, List<CheckedMeasure> known)
    {
        var name = transform is { } t ? $"{measure.Name}_{Snake(t)}" : measure.Name;
        var again = known.Count(m => m.Name == name || m.Name.StartsWith(name + "__", StringComparison.Ordinal));
        return again == 0 ? name : $"{name}__{Text(again + 1)}";
    }

    private static string Snake<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
