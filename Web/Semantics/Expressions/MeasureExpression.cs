using Web.Kernel;

namespace Web.Semantics.Expressions;

/// <summary>
/// A named measure's definition, read and checked against the columns of its dataset. Nothing of its text reaches the database: names
/// are looked up in the contract, values become parameters, and division by nothing is no figure.
/// </summary>
public sealed class MeasureExpression
{
    private MeasureExpression(CheckedNode root, Quantity quantity, IReadOnlySet<string> columns)
    {
        (Root, Columns) = (root, columns);
        (Type, Unit, Currency) = (quantity.Currency is null ? ColumnType.Number : ColumnType.Money, quantity.Unit, quantity.Currency);
    }

    internal CheckedNode Root { get; }

    /// <summary>Number, or money in major units of <see cref="Currency"/>.</summary>
    public ColumnType Type { get; }

    /// <summary>The unit that follows from the columns; null for ratios and counts.</summary>
    public string? Unit { get; }

    public string? Currency { get; }

    /// <summary>Names of the columns that it needs.</summary>
    public IReadOnlySet<string> Columns { get; }

    /// <summary>Names that a measure cannot have because they mean something else in a query.</summary>
    public static bool IsReserved(string name) => Aggregates.All.Contains(name) || ExpressionParser.IsFunction(name);

    /// <summary>The definition, or null and what is wrong with it. Hidden columns do not exist.</summary>
    public static MeasureExpression? Read(string text, DatasetContract contract, Calendar calendar, DateOnly today, out ExpressionFault? fault)
    {
        try
        {
            var check = new ExpressionCheck(contract, calendar, today);
            var (root, quantity) = check.Of(ExpressionParser.Parse(text));
            fault = null;
            return new MeasureExpression(root, quantity, check.Columns);
        }
        catch (ExpressionFaultException cause)
        {
            fault = cause.Fault;
            return null;
        }
    }
}
