using Web.Semantics;

namespace Web.Language;

/// <summary>What is asked of a list of rows: an order among them, or a figure that they come to.</summary>
internal static class EditedRows
{
    /// <summary>"by month", "as bars", 費用の合計 after a list of rows: those rows are reckoned with, and no longer listed.</summary>
    public static bool AsksOfRows(ChartQuery previous, Scene scene, Draft draft) =>
        previous is { ChartType: ChartType.Table, Dimensions: [{ Role: DimensionRole.Detail }, ..] } && previous.Measures.All(m => m.Aggregate == Aggregates.None) && !EditedMeasures.Adds(scene)
        && (draft.Groups.Exists(g => g is { Grouped: true, Assumed: false }) || draft.Counts || draft.Measures.Exists(m => m.Aggregate is not null) || draft.Chart is not (null or ChartType.Table));

    public static ChartQuery Counted(ChartQuery previous) =>
        previous with { Template = null, ChartType = ChartType.BigNumber, Dimensions = [], Measures = [new ChartMeasure(null, Aggregates.Count)], Sort = null, Limit = null };

    public static string? RowFigure(ChartQuery query, DatasetContract contract) =>
        query.Measures.Any(m => m.Aggregate != Aggregates.None) ? null
        : query.Filters.Select(f => f.Field).OfType<string>().Where(field => contract.Find(field) is { Role: ColumnRole.Measure }).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : contract.DefaultMeasure;
}
