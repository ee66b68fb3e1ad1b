using Web.Kernel;

namespace Web.Semantics.Forecasts;

/// <summary>Figures of a result as numbers to reckon with, and back.</summary>
internal static class SeriesFigures
{
    /// <summary>An empty period of a sum or a count is 0, since nothing happened in it; of other figures, and where groups are filtered, it is not known (NaN).</summary>
    public static double[] SeriesOf(this CheckedQuery query, IEnumerable<object?> cells)
    {
        var empty = query.Measures[0] is { Named: null, Transform: null, Aggregate: Aggregates.Sum or Aggregates.Count or Aggregates.CountDistinct } && query.GroupConditions.Count == 0;
        return [.. cells.Select(c => ResultCell.Number(c) is { } number ? (double)number : empty ? 0 : double.NaN)];
    }

    /// <summary>A worked-out figure as a cell beside the measure's own: money in its decimals.</summary>
    /// <exception cref="NoFiguresException">It is out of range.</exception>
    public static object Rounded(this ResultColumn of, double value)
    {
        if (!(Math.Abs(value) < 1e24)) throw new NoFiguresException("figures_out_of_range");
        var rounded = Math.Round((decimal)value, of.Currency is { } currency ? Money.Decimals(currency) : of.Type == "integer" ? 1 : 4);
        return of.Type == "money" ? rounded : (double)rounded;
    }
}
