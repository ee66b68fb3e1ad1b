namespace Web.Semantics.Checking;

/// <summary>Conditions on grouped figures: <c>sum of amount &gt; 1000000</c>.</summary>
internal sealed class GroupFilterCheck(CheckScope scope)
{
    public GroupCondition? Check(ChartFilter filter, string pointer)
    {
        var values = new FilterValues(scope, filter.Value, $"{pointer}/value");
        if (filter.Op is not { } op) { values.FaultAt($"{pointer}/op", "op_missing"); return null; }
        if (filter.Grain is not null) { values.FaultAt($"{pointer}/grain", "grain_on_aggregate"); return null; }
        if (filter.Aggregate == Aggregates.None) { values.FaultAt($"{pointer}/aggregate", "aggregate_filter_on_raw_rows"); return null; }
        if (MeasureCheck.Resolve(scope, filter.Field, filter.Aggregate, pointer) is not { } measure) return null;
        var numeric = measure.Type is ColumnType.Integer or ColumnType.Number or ColumnType.Money;
        if (TestOf(op) is not { } test || (!numeric && test < GroupTest.IsNull))
        {
            values.FaultAt($"{pointer}/op", "op_not_for_type", measure.Name);
            return null;
        }
        return Numbers(values, test) is { } numbers ? new GroupCondition(measure, test, numbers) : null;
    }

    private static List<decimal>? Numbers(FilterValues values, GroupTest test)
    {
        switch (test)
        {
            case GroupTest.IsNull or GroupTest.NotNull:
                if (values.Raw is null) return [];
                values.Fault("value_not_expected");
                return null;
            case GroupTest.Between:
                if (values.Pair(values.BoxedNumber) is not { } pair) return null;
                if ((decimal)pair.From <= (decimal)pair.To) return [(decimal)pair.From, (decimal)pair.To];
                values.Fault("range_backwards");
                return null;
            case GroupTest.In or GroupTest.NotIn:
                return values.List(values.BoxedNumber)?.Cast<decimal>().ToList();
            default:
                return values.Number() is { } number ? [number] : null;
        }
    }

    private static GroupTest? TestOf(FilterOp op) => op switch
    {
        FilterOp.Equal => GroupTest.Equal,
        FilterOp.NotEqual => GroupTest.NotEqual,
        FilterOp.Less => GroupTest.Less,
        FilterOp.LessOrEqual => GroupTest.LessOrEqual,
        FilterOp.Greater => GroupTest.Greater,
        FilterOp.GreaterOrEqual => GroupTest.GreaterOrEqual,
        FilterOp.Between => GroupTest.Between,
        FilterOp.In => GroupTest.In,
        FilterOp.NotIn => GroupTest.NotIn,
        FilterOp.IsNull => GroupTest.IsNull,
        FilterOp.NotNull => GroupTest.NotNull,
        _ => null,
    };
}
