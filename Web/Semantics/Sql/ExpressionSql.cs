using NpgsqlTypes;
using Web.Semantics.Expressions;

namespace Web.Semantics.Sql;

/// <summary>A named measure as one aggregate expression over the group's rows, exact until its last step.</summary>
internal static class ExpressionSql
{
    public static string Write(MeasureExpression measure, Rows rows) => $"({Write(measure.Root, rows)})::float8";

    private static string Write(CheckedNode node, Rows rows) => node switch
    {
        CheckedNode.Number number => rows.Parameters.Add(number.Value, NpgsqlDbType.Numeric),
        CheckedNode.Negation negation => $"(- {Write(negation.Of, rows)})",
        CheckedNode.Operation { Sign: '/' } division => $"({Write(division.Left, rows)} / nullif({Write(division.Right, rows)}, 0))",
        CheckedNode.Operation operation => $"({Write(operation.Left, rows)} {operation.Sign} {Write(operation.Right, rows)})",
        _ => Aggregate((CheckedNode.Aggregate)node, rows),
    };

    private static string Aggregate(CheckedNode.Aggregate aggregate, Rows rows)
    {
        var where = aggregate.Where.Count == 0 ? "" : $" filter (where {string.Join(" and ", aggregate.Where.Select(condition => ConditionSql.Write(condition, rows)))})";
        if (aggregate.Column is not { } column) return $"(count(*){where})::numeric";
        var shown = rows.Shown(column);
        return aggregate.Name switch
        {
            Aggregates.Count => $"(count({rows.Stored(column)}){where})::numeric",
            Aggregates.CountDistinct => $"(count(distinct {rows.Stored(column)}){where})::numeric",
            Aggregates.Sum => $"(sum({shown}){where})::numeric",
            Aggregates.Min => $"(min({shown}){where})::numeric",
            Aggregates.Max => $"(max({shown}){where})::numeric",
            Aggregates.Mean => $"(avg({shown}){where})::numeric",
            _ => $"(percentile_cont(0.5) within group (order by {shown}){where})::numeric",
        };
    }
}
