using System.Globalization;
using System.Text.Json;
using Web.Semantics;
using Calendar = Web.Kernel.Calendar;
using Fault = Web.Semantics.Fault;

namespace Web.Insights.Datasets.Access;

/// <summary>
/// Which rows a reader sees: a filter as in a query, whose value may be something about the reader, <c>{"member":"region"}</c>.
/// Who lacks it sees no rows, whatever the operator.
/// </summary>
public static class RowFilter
{
    /// <summary>What every member has; anything else is one of their free attributes.</summary>
    public static IReadOnlyList<string> OfEveryMember { get; } = ["team", "name", "email", "role"];

    public static ChartFilter Read(string json) => JsonSerializer.Deserialize<ChartFilter>(json, ChartJson.Options)!;

    public static string Write(ChartFilter filter) => JsonSerializer.Serialize(filter, ChartJson.Options);

    /// <summary>Whether it asks anything about its reader.</summary>
    public static bool NamesMember(ChartFilter filter) => LeavesOf(filter).Any(leaf => MemberOf(leaf) is not null);

    /// <summary>What is wrong with it for this dataset, by pointers into it; the reader's facts are taken to fit.</summary>
    public static IReadOnlyList<Fault> Misfits(ChartFilter filter, Dataset dataset, Calendar calendar, DateOnly today)
    {
        List<Fault> faults = [];
        var probe = Map(filter, (leaf, pointer) => Probe(leaf, pointer, dataset.Contract, faults));
        if (faults.Count > 0) return faults;
        QueryChecker.RowConditions(dataset with { RowFilters = [probe] }, calendar, today, out var misfits);
        return [.. misfits.Select(fault => fault with { Pointer = fault.Pointer.Replace("/filters/0", "", StringComparison.Ordinal) })];
    }

    /// <summary>The filter for one reader.</summary>
    /// <param name="facts">What is known of the reader by name; null: nothing.</param>
    public static IReadOnlyList<ChartFilter> For(ChartFilter filter, DatasetContract contract, Func<string, IReadOnlyList<string>?> facts)
    {
        if (filter.Any is null) return Resolve(filter, contract, facts) is { } one ? [one] : Nothing(filter.Field!);
        var left = filter.Any.Select(leaf => Resolve(leaf, contract, facts)).OfType<ChartFilter>().ToList();
        return left.Count > 0 ? [filter with { Any = left }] : Nothing(filter.Any[0].Field!);
    }

    private static ChartFilter[] Nothing(string field) => [ChartFilter.On(field, FilterOp.IsNull), ChartFilter.On(field, FilterOp.NotNull)];

    private static ChartFilter? Resolve(ChartFilter leaf, DatasetContract contract, Func<string, IReadOnlyList<string>?> facts)
    {
        if (MemberOf(leaf) is not { } name) return leaf;
        if (facts(name) is not { Count: > 0 } texts || ColumnOf(leaf, contract) is not { } column) return null;
        List<object> values = [];
        foreach (var text in texts)
        {
            if (!column.IsNumeric) values.Add(text);
            else if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) values.Add(number);
            else return null;
        }
        return leaf.Op switch
        {
            FilterOp.In or FilterOp.NotIn => leaf with { Value = JsonSerializer.SerializeToElement(values) },
            FilterOp.Equal when values.Count > 1 => leaf with { Op = FilterOp.In, Value = JsonSerializer.SerializeToElement(values) },
            FilterOp.NotEqual when values.Count > 1 => leaf with { Op = FilterOp.NotIn, Value = JsonSerializer.SerializeToElement(values) },
            _ => values.Count == 1 ? leaf with { Value = JsonSerializer.SerializeToElement(values[0]) } : null,
        };
    }

    private static ChartFilter Probe(ChartFilter leaf, string pointer, DatasetContract contract, List<Fault> faults)
    {
        if (leaf.Value is not { ValueKind: JsonValueKind.Object } || leaf.Op == FilterOp.InPeriod) return leaf;
        if (MemberOf(leaf) is null || ColumnOf(leaf, contract) is not { } column) return leaf; // the query's own check says what is wrong
        if (column.IsTemporal || column.Type == ColumnType.Boolean) faults.Add(new Fault($"{pointer}/value", "value_needs_text"));
        object value = column.IsNumeric ? 1 : "x";
        return leaf with { Value = JsonSerializer.SerializeToElement(leaf.Op is FilterOp.In or FilterOp.NotIn ? new[] { value } : value) };
    }

    /// <summary>What it asks about its reader; null: nothing.</summary>
    internal static string? MemberOf(ChartFilter leaf) =>
        leaf.Value is { ValueKind: JsonValueKind.Object } value && value.EnumerateObject().Count() == 1
        && value.TryGetProperty("member", out var name) && name.ValueKind == JsonValueKind.String && name.GetString() is { Length: > 0 and <= 60 } text ? text : null;

    private static Column? ColumnOf(ChartFilter leaf, DatasetContract contract) =>
        contract.Columns.FirstOrDefault(column => column.Name == leaf.Field) ?? contract.Columns.FirstOrDefault(column => column.SourceName == leaf.Field);

    private static IEnumerable<ChartFilter> LeavesOf(ChartFilter filter) => filter.Any is null ? [filter] : filter.Any.OfType<ChartFilter>();

    private static ChartFilter Map(ChartFilter filter, Func<ChartFilter, string, ChartFilter> map) =>
        filter.Any is null ? map(filter, "") : filter with { Any = [.. filter.Any.Select((leaf, i) => leaf is null ? leaf! : map(leaf, $"/any/{i}"))] };
}
