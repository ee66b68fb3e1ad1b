using Web.Semantics;

namespace Web.Language;

/// <summary>"year built against length": the year that each thing was made in is a figure of it, point by point; the year of the table is a step of time.</summary>
internal static class FacingYears
{
    public static void Apply(Scene scene, Draft draft)
    {
        if (!(draft.Versus || draft.Relation) || draft.Chart is not (null or ChartType.Scatter) || draft.Trend || draft.Measures is not [{ Column: { } figure, Aggregate: null } measure] || figure.DefaultAggregate is Aggregates.Sum && draft.Chart is null) return;
        if (draft.Groups.Find(g => g is { Grouped: false, Role: null, Bin: null, Column: { Type: ColumnType.Integer, Role: ColumnRole.Time } years } && !YearColumn.IsOfTable(years)) is not { } year) return;
        if (draft.Groups.Exists(g => g != year && g.Role != DimensionRole.Series)) return;
        var part = new MeasurePart { Column = year.Column };
        var first = Place(scene, year) < Place(scene, measure);
        scene.Move(year, part);
        draft.Groups.Remove(year);
        draft.Measures.Insert(first ? 0 : 1, part);
    }

    /// <summary>"plot salary against manager id as a scatter": a chart of points was asked for by name, so a number is a figure, whatever it numbers.</summary>
    public static void FaceNumbers(Scene scene, Draft draft)
    {
        if (draft is not { Chart: ChartType.Scatter, Measures: [{ Column: not null, Aggregate: null } measure] } || draft.Groups.FindAll(g => g is { Role: null, Bin: null, Column: { IsNumeric: true, Role: not ColumnRole.Time } }) is not [var number] || draft.Groups.Exists(g => g != number && g.Role != DimensionRole.Series)) return;
        var part = new MeasurePart { Column = number.Column };
        var first = Place(scene, number) < Place(scene, measure);
        scene.Move(number, part);
        draft.Groups.Remove(number);
        draft.Measures.Insert(first ? 0 : 1, part);
    }

    private static int Place(Scene scene, object part) => Enumerable.Range(0, scene.Count).FirstOrDefault(i => ReferenceEquals(scene.PartOf(i), part), int.MaxValue);
}
