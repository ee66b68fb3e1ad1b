using System.Text.Json;
using Web.Semantics;

namespace Web.Insights.Assistant.Chips;

/// <summary>A condition as its form sends it: a column or a figure of the chart, an operator that fits its kind, and values.</summary>
internal static class FilterForm
{
    public const string Range = "range";

    private static readonly FilterOp[] OfText = [FilterOp.In, FilterOp.NotIn, FilterOp.Contains, FilterOp.NotContains, FilterOp.StartsWith, FilterOp.EndsWith, FilterOp.IsNull, FilterOp.NotNull];
    private static readonly FilterOp[] OfNumbers = [FilterOp.Equal, FilterOp.NotEqual, FilterOp.Less, FilterOp.LessOrEqual, FilterOp.Greater, FilterOp.GreaterOrEqual, FilterOp.Between, FilterOp.IsNull, FilterOp.NotNull];
    private static readonly FilterOp[] OfTime = [FilterOp.InPeriod, FilterOp.Equal, FilterOp.LessOrEqual, FilterOp.GreaterOrEqual, FilterOp.Less, FilterOp.Greater, FilterOp.IsNull, FilterOp.NotNull];
    private static readonly FilterOp[] OfTruth = [FilterOp.Equal, FilterOp.IsNull, FilterOp.NotNull];

    /// <summary>The periods that have a word.</summary>
    public static IReadOnlyList<string> Periods { get; } =
    [
        "this_week", "last_week", "this_month", "last_month", "this_quarter", "last_quarter", "this_year", "last_year", "this_fiscal_year", "last_fiscal_year",
        "last_7_days", "last_30_days", "last_90_days", "last_12_months", "last_3_years",
    ];

    /// <summary>The operators that a column's kind takes, the usual one first; of a grouped figure, those of numbers.</summary>
    public static IReadOnlyList<FilterOp> Ops(Column? column, bool grouped, bool part) =>
        grouped || part || column is null or { IsNumeric: true } ? OfNumbers : column switch
        {
            { IsTemporal: true } => OfTime,
            { Type: ColumnType.Boolean } => OfTruth,
            _ => OfText,
        };

    /// <summary>Whether it asks for a part of a date, which is a number: weekday, hour of the day.</summary>
    public static bool IsPart(Grain? grain) => grain is >= Grain.HourOfDay;

    /// <summary>One value and several are asked for in the same way.</summary>
    public static FilterOp Asked(FilterOp op, Column? column) => column is { Type: ColumnType.Text } ? op switch
    {
        FilterOp.Equal => FilterOp.In,
        FilterOp.NotEqual => FilterOp.NotIn,
        _ => op,
    } : op;

    /// <summary>The condition, or the several of which one must hold.</summary>
    /// <param name="old">What is changed; what its form does not show stays.</param>
    /// <returns>Null when the form names nothing.</returns>
    public static ChartFilter? Read(ChipInput input, DatasetContract contract, ChartFilter? old)
    {
        var parts = FilterParts.Of(old, input).Select(part => ReadOne(part.Input, contract, part.Kept)).ToList();
        if (parts.Exists(one => one is null)) return null;
        return parts is [{ } only] ? only : new ChartFilter { Any = [.. parts.OfType<ChartFilter>()] };
    }

    private static ChartFilter? ReadOne(ChipInput input, DatasetContract contract, ChartFilter? old)
    {
        if (input.One("subject") is not { } subject) return null;
        ChartFilter filter;
        Column? column = null;
        if (subject.StartsWith(ChipWords.Figure, StringComparison.Ordinal))
        {
            var parts = subject[ChipWords.Figure.Length..].Split(':', 2);
            filter = new ChartFilter { Aggregate = parts[0], Field = parts.Length == 2 ? parts[1] : null };
        }
        else
        {
            column = contract.Find(subject);
            filter = new ChartFilter { Field = subject, Grain = old?.Field == subject ? old.Grain : null };
        }
        var ops = Ops(column, filter.Aggregate is not null, IsPart(filter.Grain));
        var op = ChipWords.Read<FilterOp>(input.One("op")) ?? ops[0];
        return ValueOf(filter with { Op = op }, column, input);
    }

    private static ChartFilter ValueOf(ChartFilter filter, Column? column, ChipInput input) => filter.Op switch
    {
        FilterOp.IsNull or FilterOp.NotNull => filter,
        FilterOp.InPeriod => filter with { Value = Period(input) },
        FilterOp.In or FilterOp.NotIn => Listed(filter, [.. input.All("value"), .. input.All("typed").SelectMany(typed => typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]),
        FilterOp.Between => filter with { Value = Json(new[] { Number(input.One("value")), Number(input.One("value_to")) }) },
        _ when column is { Type: ColumnType.Boolean } => filter with { Value = Json(input.One("value") == "true") },
        _ when column is { Type: ColumnType.Text } || (column is { IsTemporal: true } && !IsPart(filter.Grain)) => filter with { Value = Json(input.One("value")) },
        _ => filter with { Value = Json(Number(input.One("value"))) },
    };

    private static ChartFilter Listed(ChartFilter filter, IReadOnlyList<string> values) => values.Count == 1
        ? filter with { Op = filter.Op == FilterOp.In ? FilterOp.Equal : FilterOp.NotEqual, Value = Json(values[0]) }
        : filter with { Value = Json(values.Distinct()) };

    private static JsonElement Period(ChipInput input) => input.One("period") is { } word && word != Range
        ? Json(word) : Json(new Dictionary<string, string?> { ["from"] = input.One("from"), ["to"] = input.One("to") });

    // What is no number goes to the gate as it was typed, which says so.
    private static object? Number(string? text) => text is null ? null : ChipInput.NumberOf(text) is { } number ? number : text;

    private static JsonElement Json(object? value) => JsonSerializer.SerializeToElement(value);
}
