using System.Text.Json.Nodes;
using Web.Insights.Charts.Options;
using Web.Semantics;

namespace Web.Insights.Charts;

/// <summary>
/// A result as an ECharts 6 option: plain JSON without functions and without colours, which the page's script adds from its theme.
/// Beside ECharts' own parts it has <c>meta</c>: <c>locale, title, summary, notes, empty, partial</c> (how many of the last points belong
/// to a period that is not over), <c>scale</c> (man, oku, k, m, b), <c>unit, currency, decimals</c> of the first axis and <c>axes</c>
/// of all. A series may have a <c>role</c>: <c>others</c>, <c>compared</c>, or a part that the script dresses (<c>step_up</c>, <c>step_down</c>,
/// <c>step_base</c>, <c>step_total</c>, <c>target</c>, <c>marked</c>, <c>forecast</c>, <c>band</c>, <c>so_far</c>, <c>unusual</c>, whose points carry their reason as <c>words</c>); an axis of values that belongs to
/// another entry of <c>meta.axes</c> than its place says so in <c>format</c>. Some drawings are no ECharts charts and say so in <c>type</c>:
/// <c>{"type":"table","columns":[…]}</c>, <c>{"type":"big_number","figures":[{title,value,previous?,change_percent?}]}</c> and
/// <c>{"type":"pivot","row_titles":[…],"column_titles":[…],"measures":[…],"columns":[…],"rows":[{labels,cells,totals}],"totals":[…]}</c>.
/// </summary>
public static class EChartsOption
{
    /// <param name="locale"><c>ja</c> or <c>en</c>.</param>
    public static JsonObject Of(CheckedQuery query, ResultTable result, Drawing drawing, string locale)
    {
        var picture = new Picture(query, result, locale);
        return drawing switch
        {
            Drawing.Table => FlatOption.Table(picture),
            Drawing.Figure => FlatOption.Figure(picture),
            Drawing.Pie => PieOption.Of(picture),
            Drawing.Funnel => FunnelOption.Of(picture),
            Drawing.Gauge => GaugeOption.Of(picture),
            Drawing.Pivot => PivotOption.Of(picture),
            Drawing.Waterfall => WaterfallOption.Of(picture),
            Drawing.Radar => RadarOption.Of(picture),
            Drawing.Sankey => SankeyOption.Of(picture),
            Drawing.Mixed => MixedOption.Of(picture),
            Drawing.Forecast => ForecastOption.Of(picture),
            Drawing.Lines => CartesianOption.Of(picture, "line", sideways: false),
            Drawing.Areas => CartesianOption.Of(picture, "line", sideways: false, filled: true),
            Drawing.Donut => PieOption.Of(picture, ring: true),
            Drawing.Points => PointsOption.Of(picture),
            Drawing.Bins => BinsOption.Of(picture),
            Drawing.Boxes => BoxesOption.Of(picture),
            Drawing.Cells => CellsOption.Of(picture),
            Drawing.Tiles => TilesOption.Of(picture),
            Drawing.Columns => CartesianOption.Of(picture, "bar", sideways: false),
            // Time runs from left to right whatever the bars are called.
            _ => CartesianOption.Of(picture, "bar", sideways: query.X is { IsOrdered: false }),
        };
    }
}
