namespace Web.Semantics.Checking;

/// <summary>Filters on text and on yes or no.</summary>
internal sealed class TextFilter(FilterValues values, FilterOp op, string pointer)
{
    public Condition? Check(Column column)
    {
        switch (op)
        {
            case FilterOp.Equal or FilterOp.NotEqual:
                return values.Text() is { } text ? new Condition.Compares(column, NumberFilter.ComparatorOf(op), text) : null;
            case FilterOp.In or FilterOp.NotIn:
                return values.List<object>(values.TextOf) is { } list ? new Condition.Among(column, list, op == FilterOp.NotIn) : null;
            case FilterOp.Contains or FilterOp.NotContains or FilterOp.StartsWith or FilterOp.EndsWith:
                return Match(column);
            default:
                values.FaultAt(pointer, "op_not_for_type", column.Name);
                return null;
        }
    }

    public Condition? Boolean(Column column)
    {
        if (op is FilterOp.Equal or FilterOp.NotEqual)
            return values.Flag() is { } flag ? new Condition.Compares(column, NumberFilter.ComparatorOf(op), flag) : null;
        values.FaultAt(pointer, "op_not_for_type", column.Name);
        return null;
    }

    private Condition.Matches? Match(Column column)
    {
        if (values.Text() is not { } text) return null;
        if (text.Length == 0) { values.Fault("value_missing"); return null; }
        var at = op switch { FilterOp.StartsWith => MatchAt.Start, FilterOp.EndsWith => MatchAt.End, _ => MatchAt.Anywhere };
        return new Condition.Matches(column, text, at, op == FilterOp.NotContains);
    }
}
