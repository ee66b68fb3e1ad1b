using System.Globalization;
using System.Text.Json;

namespace Web.Semantics.Checking;

/// <summary>Filters: conditions on rows, conditions on grouped figures, and one level of "any".</summary>
internal sealed class FilterCheck(CheckScope scope)
{
    private readonly FaultList faults = scope.Faults;

    public (IReadOnlyList<Condition> Rows, IReadOnlyList<GroupCondition> Groups) Check(IReadOnlyList<ChartFilter> filters, bool raw)
    {
        var rows = new List<Condition>();
        var groups = new List<GroupCondition>();
        if (filters.Count > QueryChecker.MaxFilters)
        {
            faults.Add("/filters", "too_many_filters", QueryChecker.MaxFilters.ToString(CultureInfo.InvariantCulture));
            return (rows, groups);
        }
        for (var i = 0; i < filters.Count; i++)
        {
            var pointer = $"/filters/{i}";
            if (filters[i] is not { } filter) faults.Add(pointer, "item_missing");
            else if (filter.Any is not null) AddAny(rows, filter, pointer);
            else if (filter.Aggregate is null) Add(rows, filter, pointer);
            else if (raw) faults.Add($"{pointer}/aggregate", "aggregate_filter_on_raw_rows");
            else if (new GroupFilterCheck(scope).Check(filter, pointer) is { } group) groups.Add(group);
        }
        return (rows, groups);
    }

    private void AddAny(List<Condition> rows, ChartFilter filter, string pointer)
    {
        if (filter is { Field: null, Op: null, Value: null, Grain: null, Aggregate: null }) { }
        else faults.Add(pointer, "any_stands_alone");
        if (filter.Any!.Count is 0 or > QueryChecker.MaxFilters)
        {
            faults.Add($"{pointer}/any", "any_count", "1", QueryChecker.MaxFilters.ToString(CultureInfo.InvariantCulture));
            return;
        }
        var any = new List<Condition>();
        for (var i = 0; i < filter.Any.Count; i++)
        {
            var inner = $"{pointer}/any/{i}";
            if (filter.Any[i] is not { } one) faults.Add(inner, "item_missing");
            else if (one.Any is not null) faults.Add($"{inner}/any", "any_in_any");
            else if (one.Aggregate is not null) faults.Add($"{inner}/aggregate", "aggregate_in_any");
            else Add(any, one, inner);
        }
        rows.Add(new Condition.AnyOf(any));
    }

    private void Add(List<Condition> rows, ChartFilter filter, string pointer)
    {
        if (filter.Op is not { } op) { faults.Add($"{pointer}/op", "op_missing"); return; }
        if (scope.Column(filter.Field, $"{pointer}/field") is not { } column) return;
        if (filter.Grain is { } grain && !Grains.Fits(grain, column))
        {
            faults.Add($"{pointer}/grain", column.IsTemporal ? "grain_too_fine" : "grain_needs_time", Grains.NameOf(grain), column.Name);
            return;
        }
        if (op is FilterOp.IsNull or FilterOp.NotNull)
        {
            if (filter.Value is { ValueKind: not JsonValueKind.Null }) faults.Add($"{pointer}/value", "value_not_expected");
            else rows.Add(new Condition.Missing(column, op == FilterOp.NotNull));
            return;
        }
        var values = new FilterValues(scope, filter.Value, $"{pointer}/value");
        if ((column, filter.Grain) switch
        {
            ({ IsTemporal: true }, { } part) when Grains.IsCyclic(part) => new NumberFilter(values, op, $"{pointer}/op").Part(column, part),
            ({ IsTemporal: true }, _) => new TimeFilter(scope, values, op, $"{pointer}/op").Check(column, filter.Grain),
            ({ Type: ColumnType.Text }, _) => new TextFilter(values, op, $"{pointer}/op").Check(column),
            ({ Type: ColumnType.Boolean }, _) => new TextFilter(values, op, $"{pointer}/op").Boolean(column),
            _ when op == FilterOp.InPeriod => new TimeFilter(scope, values, op, $"{pointer}/op").Years(column),
            _ => new NumberFilter(values, op, $"{pointer}/op").Check(column),
        } is { } condition) rows.Add(condition);
    }
}
