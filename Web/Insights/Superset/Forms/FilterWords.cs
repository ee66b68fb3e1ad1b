using System.Globalization;
using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Superset.Forms;

/// <summary>Conditions as Superset's simple filters, in which values are never part of a statement.</summary>
internal static class FilterWords
{
    public static (JsonArray Controls, JsonArray Query, string Having) Of(CheckedQuery query)
    {
        JsonArray controls = [], filters = [];
        var asked = query.Query.Filters.Where(filter => filter.Aggregate is null).ToList();
        for (var i = 0; i < query.Conditions.Count; i++)
        {
            var relative = i < asked.Count && asked[i] is { Op: FilterOp.InPeriod, Value: { } value } ? PeriodWords.Of(value, query.Calendar) : null;
            foreach (var (column, op, wanted) in Parts(query.Conditions[i], relative, query))
            {
                var control = new JsonObject { ["clause"] = "WHERE", ["expressionType"] = "SIMPLE", ["subject"] = column.Name, ["operator"] = op };
                var filter = new JsonObject { ["col"] = column.Name, ["op"] = op };
                if (wanted is not null) (control["comparator"], filter["val"]) = (wanted.DeepClone(), wanted);
                controls.Add(control);
                filters.Add(filter);
            }
        }
        var having = query.GroupConditions.Select(Having).ToList();
        foreach (var condition in having) controls.Add(new JsonObject { ["clause"] = "HAVING", ["expressionType"] = "SQL", ["sqlExpression"] = condition });
        return (controls, filters, string.Join(" AND ", having.Select(condition => $"({condition})")));
    }

    private static IEnumerable<(Column Column, string Op, JsonNode? Value)> Parts(Condition condition, string? relative, CheckedQuery query) => condition switch
    {
        Condition.Compares { Grain: null, Value: bool flag, By: Comparator.Equal or Comparator.NotEqual } truth => [(truth.Column, flag == (truth.By == Comparator.Equal) ? "IS TRUE" : "IS FALSE", null)],
        Condition.Compares { Grain: null } compares => [(compares.Column, Sign(compares.By), Value(compares.Value))],
        Condition.Among { Grain: null } among => [(among.Column, among.Not ? "NOT IN" : "IN", new JsonArray([.. among.Values.Select(Value)]))],
        Condition.Between { Grain: null } between => [(between.Column, ">=", between.From), (between.Column, "<=", between.To)],
        Condition.Missing missing => [(missing.Column, missing.Not ? "IS NOT NULL" : "IS NULL", null)],
        Condition.Within { Not: false } within when relative is not null => [(within.Column, "TEMPORAL_RANGE", relative)],
        Condition.Within { Not: false, Ranges: [var range] } within => [(within.Column, "TEMPORAL_RANGE", $"{Edge(range.From, query)} : {Edge(range.Until, query)}")],
        _ => throw new CannotShowException("filter"),
    };

    private static string Edge(TimeEdge? edge, CheckedQuery query) => edge switch
    {
        { Day: { } day } => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { Instant: { } instant } => TimeZoneInfo.ConvertTime(instant, query.Calendar.Zone).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string Having(GroupCondition condition) => condition.Test is GroupTest.In or GroupTest.NotIn or GroupTest.IsNull or GroupTest.NotNull
        ? throw new CannotShowException("filter")
        : condition.Test == GroupTest.Between
            ? FormattableString.Invariant($"{MetricWords.Sql(condition.Measure)} BETWEEN {condition.Numbers[0]} AND {condition.Numbers[1]}")
            : FormattableString.Invariant($"{MetricWords.Sql(condition.Measure)} {Sign(Enum.Parse<Comparator>(condition.Test.ToString())).Replace("==", "=", StringComparison.Ordinal)} {condition.Numbers[0]}");

    private static JsonNode Value(object value) => value is decimal number ? JsonValue.Create(number) : JsonValue.Create((string)value);

    private static string Sign(Comparator by) => by switch
    {
        Comparator.Equal => "==",
        Comparator.NotEqual => "!=",
        Comparator.Less => "<",
        Comparator.LessOrEqual => "<=",
        Comparator.Greater => ">",
        _ => ">=",
    };
}
