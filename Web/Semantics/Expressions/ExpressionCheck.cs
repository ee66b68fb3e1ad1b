using System.Text.Json;
using Web.Kernel;
using Web.Semantics.Checking;

namespace Web.Semantics.Expressions;

/// <summary>Resolves names and values of a definition and sees that what is added, set against each other or multiplied fits.</summary>
internal sealed class ExpressionCheck(DatasetContract contract, Calendar calendar, DateOnly today)
{
    private readonly HashSet<string> columns = new(StringComparer.Ordinal);

    public IReadOnlySet<string> Columns => columns;

    public (CheckedNode Node, Quantity Quantity) Of(ExpressionNode node) => node switch
    {
        ExpressionNode.Number number => (new CheckedNode.Number(number.Value), new Quantity(null, null, Literal: true)),
        ExpressionNode.Negation negation => Of(negation.Of) is var (of, quantity) ? (new CheckedNode.Negation(of), quantity) : default,
        ExpressionNode.Operation operation => Operation(operation),
        _ => Aggregate((ExpressionNode.Aggregate)node),
    };

    private (CheckedNode, Quantity) Operation(ExpressionNode.Operation operation)
    {
        var (left, of) = Of(operation.Left);
        var (right, by) = Of(operation.Right);
        if (operation is { Sign: '/', Right: ExpressionNode.Number { Value: 0 } }) throw Fault(operation.Right.At, operation.Right.Length, "expression_by_zero");
        var (quantity, code) = operation.Sign switch
        {
            '*' => (Quantity.Multiplied(of, by), "expression_amounts_multiplied"),
            '/' => (Quantity.Divided(of, by), "expression_currencies_differ"),
            _ => (Quantity.Added(of, by), of.Currency != by.Currency ? of.Currency is null || by.Currency is null ? "expression_amount_and_number" : "expression_currencies_differ" : "expression_units_differ"),
        };
        return quantity is { } fits ? (new CheckedNode.Operation(operation.Sign, left, right), fits) : throw Fault(operation.At, operation.Length, code, Said(of), Said(by));
    }

    private (CheckedNode, Quantity) Aggregate(ExpressionNode.Aggregate aggregate)
    {
        List<Condition> where = [.. aggregate.Where.Select(Condition)];
        if (aggregate.Field is not { } field) return (new CheckedNode.Aggregate(aggregate.Name, null, where), Quantity.Plain);
        var column = Find(field);
        if (MeasureCheck.Misfit(column, aggregate.Name) is { } code) throw Fault(field.At, field.Length, code, aggregate.Name, column.Name);
        if (aggregate.Name is Aggregates.Count or Aggregates.CountDistinct) return (new CheckedNode.Aggregate(aggregate.Name, column, where), Quantity.Plain);
        if (!column.IsNumeric) throw Fault(field.At, field.Length, "expression_needs_number", column.Name);
        if (column is { Type: ColumnType.Money, Currency: null }) throw Fault(field.At, field.Length, "expression_mixed_currencies", column.Name);
        return (new CheckedNode.Aggregate(aggregate.Name, column, where), new Quantity(column.Type == ColumnType.Money ? column.Currency : null, column.Type == ColumnType.Money ? null : column.Unit));
    }

    /// <summary>The condition as a query's filter, so that both are read by the same rules.</summary>
    private Condition Condition(ConditionNode condition)
    {
        var column = Find(condition.Field);
        var value = condition.Op is FilterOp.In or FilterOp.NotIn ? JsonSerializer.SerializeToElement(condition.Values) : JsonSerializer.SerializeToElement(condition.Values[0]);
        var faults = new FaultList();
        var (rows, _) = new FilterCheck(new CheckScope(contract, calendar, today, faults)).Check([ChartFilter.On(column.Name, condition.Op) with { Value = value }], raw: false);
        if (faults.All is [var first, ..]) throw Fault(condition.ValueAt, condition.ValueLength, first.Code, first.Args);
        return rows[0];
    }

    private Column Find(Word field)
    {
        if (contract.Find(field.Text) is not { } column) throw Fault(field.At, field.Length, "field_not_found", CheckScope.Shown(field.Text), contract.Key);
        columns.Add(column.Name);
        return column;
    }

    private static string Said(Quantity quantity) => quantity.Currency ?? quantity.Unit ?? "1";

    private static ExpressionFaultException Fault(int at, int length, string code, params IReadOnlyList<string> args) => new(new ExpressionFault(at, length, code, args));
}
