using System.Globalization;

namespace Web.Semantics.Checking;

/// <summary>Filters on numbers, money and parts of a date.</summary>
internal sealed class NumberFilter(FilterValues values, FilterOp op, string pointer)
{
    public Condition? Check(Column column) => Check(column, null);

    /// <summary><c>weekday = 1</c>: the part's number must be one that the part can have.</summary>
    public Condition? Part(Column column, Grain grain)
    {
        var before = Check(column, grain);
        var (least, most) = Grains.RangeOf(grain);
        bool Outside(object value) => value is decimal number && (number < least || number > most || number != decimal.Truncate(number));
        var outside = before switch
        {
            Condition.Compares one => Outside(one.Value),
            Condition.Among many => many.Values.Any(Outside),
            Condition.Between between => Outside(between.From) || Outside(between.To),
            _ => false,
        };
        if (!outside) return before;
        values.Fault("out_of_range", least.ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    private Condition? Check(Column column, Grain? grain)
    {
        switch (op)
        {
            case FilterOp.In or FilterOp.NotIn:
                return values.List(values.BoxedNumber) is { } list ? new Condition.Among(column, list, op == FilterOp.NotIn, grain) : null;
            case FilterOp.Between:
                return values.Pair(values.BoxedNumber) is { } pair ? Between(column, (decimal)pair.From, (decimal)pair.To, grain) : null;
            case FilterOp.Equal or FilterOp.NotEqual or FilterOp.Less or FilterOp.LessOrEqual or FilterOp.Greater or FilterOp.GreaterOrEqual:
                return values.Number() is { } number ? new Condition.Compares(column, ComparatorOf(op), number, grain) : null;
            default:
                values.FaultAt(pointer, "op_not_for_type", column.Name);
                return null;
        }
    }

    private Condition.Between? Between(Column column, decimal from, decimal to, Grain? grain)
    {
        if (from <= to) return new Condition.Between(column, from, to, grain);
        values.Fault("range_backwards");
        return null;
    }

    /// <summary>The plain comparison that an operator is.</summary>
    public static Comparator ComparatorOf(FilterOp op) => op switch
    {
        FilterOp.Equal => Comparator.Equal,
        FilterOp.NotEqual => Comparator.NotEqual,
        FilterOp.Less => Comparator.Less,
        FilterOp.LessOrEqual => Comparator.LessOrEqual,
        FilterOp.Greater => Comparator.Greater,
        _ => Comparator.GreaterOrEqual,
    };
}
