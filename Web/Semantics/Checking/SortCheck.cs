namespace Web.Semantics.Checking;

/// <summary>Resolves the order. Without one, time and bins run forward and categories go from the greatest first measure down.</summary>
internal sealed class SortCheck(
    CheckScope scope, IReadOnlyList<CheckedDimension> dimensions, IReadOnlyList<CheckedMeasure> measures, bool raw, int main = 0)
{
    private readonly List<CheckedMeasure> hidden = [];

    public (CheckedSort Sort, IReadOnlyList<CheckedMeasure> Hidden) Check(ChartSort? sort)
    {
        var found = sort is null ? Default() : Target(sort.By) is { } target ? new CheckedSort(target, sort.Order) : Default();
        return (found, hidden);
    }

    private CheckedSort Default() => (dimensions, measures) switch
    {
        ({ Count: 0 }, _) => new CheckedSort(new SortTarget.Measure(main), SortOrder.Asc),
        _ when raw || measures.Count == 0 || dimensions[0].IsOrdered => new CheckedSort(new SortTarget.Dimension(0), SortOrder.Asc),
        _ => new CheckedSort(new SortTarget.Measure(main), SortOrder.Desc),
    };

    private SortTarget? Target(SortBy? by)
    {
        const string pointer = "/sort/by";
        if (by is null || string.IsNullOrEmpty(by.Field)) return Fault(pointer, "field_missing");
        if (by.Aggregate is not null) return OfAggregate(by, pointer);
        if (by == SortBy.X) return dimensions.Count > 0 ? new SortTarget.Dimension(0) : Fault(pointer, "sort_target_missing", "x");
        if (by == SortBy.Y) return measures.Count > 0 ? new SortTarget.Measure(main) : Fault(pointer, "sort_target_missing", "y");
        if (IndexOf(measures, m => m.Name == by.Field && m.Aggregate != Aggregates.None) is { } named) return new SortTarget.Measure(named);
        return scope.Column(by.Field, pointer) is { } column ? OfColumn(column, pointer) : null;
    }

    private SortTarget? OfColumn(Column column, string pointer)
    {
        if (IndexOf(dimensions, d => d.Column.Name == column.Name) is { } dimension) return new SortTarget.Dimension(dimension);
        if (IndexOf(measures, m => m.Column?.Name == column.Name) is { } measure) return new SortTarget.Measure(Math.Max(measure, main));
        var aggregate = raw ? Aggregates.None : column.DefaultAggregate;
        return aggregate is null ? Fault(pointer, "sort_field_not_in_query", column.Name) : Hide(column.Name, aggregate, pointer);
    }

    private SortTarget? OfAggregate(SortBy by, string pointer)
    {
        if (raw) return Fault(pointer, "sort_aggregate_on_raw_rows");
        if (by.Aggregate == Aggregates.None) return Fault($"{pointer}/aggregate", "raw_and_grouped");
        if (scope.Contract.Find(by.Field) is { } column
            && IndexOf(measures, m => m.Column?.Name == column.Name && m.Aggregate == by.Aggregate && m.Transform is null) is { } measure)
            return new SortTarget.Measure(measure);
        return Hide(by.Field, by.Aggregate!, pointer);
    }

    private SortTarget.Measure? Hide(string field, string aggregate, string pointer)
    {
        var named = scope.Contract.FindMeasure(aggregate) is not null;
        if (MeasureCheck.Resolve(scope, named ? null : field, aggregate, pointer) is not { } measure) return null;
        hidden.Add(measure);
        return new SortTarget.Measure(measures.Count);
    }

    private static int? IndexOf<T>(IReadOnlyList<T> list, Func<T, bool> wanted)
    {
        for (var i = 0; i < list.Count; i++)
            if (wanted(list[i])) return i;
        return null;
    }

    private SortTarget? Fault(string pointer, string code, params IReadOnlyList<string> args)
    {
        scope.Faults.Add(pointer, code, args);
        return null;
    }
}
