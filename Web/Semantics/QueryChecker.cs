using Web.Kernel;
using Web.Semantics.Checking;

namespace Web.Semantics;

/// <summary>
/// Decides whether a query means something: every dataset, field, aggregate, grain, operator and value exists, fits and is
/// permitted. It never throws, whatever a query holds, and it asks nobody: rights are what the catalogue contains.
/// </summary>
/// <param name="shapes">The templates there are, first of a chart type first.</param>
public sealed class QueryChecker(IEnumerable<ChartShape> shapes)
{
    /// <summary>The longest text and the longest list that a query may carry.</summary>
    public const int MaxText = 500, MaxValues = 1000, MaxFilters = 50, MaxDimensions = 20, MaxMeasures = 20;

    private readonly ChartShape[] shapes = [.. shapes];

    public CheckOutcome Check(ChartQuery query, Catalog catalog, Calendar calendar, DateOnly today)
    {
        if (query.Dataset is null || catalog.Find(query.Dataset) is not { } dataset) return new CheckOutcome.NoDataset(query.Dataset ?? "");
        var faults = new FaultList();
        var shape = new ShapeCheck(shapes, faults).Find(query);
        if (shape is null) return new CheckOutcome.Faulty(faults.All);

        query = ShapeDefaults.Apply(query, shape, faults);
        var scope = new CheckScope(dataset.Contract, calendar, today, faults);
        var measures = new MeasureCheck(scope, shape).Check(query.Measures);
        var raw = !shape.Boxes && (measures.Count > 0 ? measures.All(m => m.Aggregate == Aggregates.None) : shape.Raw);
        var dimensions = new DimensionCheck(scope, shape).Check(query.Dimensions, raw);
        var (conditions, groups) = new FilterCheck(scope).Check(query.Filters, raw);
        if (shape.Boxes) measures = Boxes.Of(measures);
        var (sort, hidden) = new SortCheck(scope, dimensions, measures, raw, shape.Boxes ? Boxes.Middle : 0).Check(query.Sort);
        var limitPer = new LimitCheck(scope, dimensions).Check(query);
        new DrawingCheck(scope, shape, dimensions, raw).Check(query);
        new AnomalyCheck(scope, shape, dimensions, raw).Check(query, measures);
        new KindCheck(scope, shape, dimensions).Check(query, measures, hidden);
        new FiguresCheck(scope, shape, dimensions, raw).Check(query, measures);
        var always = RowConditions(dataset, calendar, today, out _);
        if (always is null) faults.Add("/dataset", "row_filter_invalid");
        var comparison = new ComparisonCheck(scope, shape, dimensions, conditions, raw).Check(query.Compare, always?.Count ?? 0);
        if (query.Dimensions.Count + query.Measures.Count == 0) faults.Add("", "nothing_to_show");
        if (faults.Any) return new CheckOutcome.Faulty(faults.All);

        var fitting = new CheckedQuery
        {
            Query = query,
            Shape = shape,
            Dataset = dataset,
            Calendar = calendar,
            Today = today,
            Dimensions = dimensions,
            Measures = measures,
            Hidden = hidden,
            Conditions = [.. always!, .. conditions],
            GroupConditions = groups,
            Sort = sort,
            LimitPer = limitPer,
            Comparison = comparison,
            Raw = raw,
        };
        if (CurrencyCheck.Fault(fitting) is { } fault) return new CheckOutcome.Faulty([fault]);
        return new CheckOutcome.Fits(fitting);
    }

    /// <summary>
    /// The conditions of a dataset's row filters, or null and why they do not fit its contract. They are ours and not the asker's: one that
    /// does not fit closes the dataset and is not skipped.
    /// </summary>
    public static IReadOnlyList<Condition>? RowConditions(Dataset dataset, Calendar calendar, DateOnly today, out IReadOnlyList<Fault> misfits)
    {
        misfits = [];
        if (dataset.RowFilters.Count == 0) return [];
        var columns = dataset.Contract.Columns.Select(c => c.Hidden ? c with { Hidden = false } : c);
        var faults = new FaultList();
        var scope = new CheckScope(dataset.Contract with { Columns = [.. columns] }, calendar, today, faults);
        var (conditions, groups) = new FilterCheck(scope).Check(dataset.RowFilters, raw: false);
        if (groups.Count > 0) faults.Add("/filters/0/aggregate", "aggregate_in_any");
        misfits = faults.All;
        return faults.Any ? null : conditions;
    }
}
