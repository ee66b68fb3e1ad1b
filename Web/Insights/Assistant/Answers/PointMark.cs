using System.Text.Json;
using Web.Insights.Charts.Options;
using Web.Semantics;

namespace Web.Insights.Assistant.Answers;

/// <summary>A scatter's points are rows as they are: more than its table writes out, so that a point says itself where it is.</summary>
internal static class PointMark
{
    /// <returns>A mark with <c>x</c> and <c>y</c> for the point's place; null where points are groups, which have lines in the table.</returns>
    public static string? Of(Picture picture)
    {
        if (picture is not { Query: { Raw: true, Shape.Points: true }, Measures: > 1 }) return null;
        var figures = Enumerable.Range(0, picture.Measures).Select(i => picture.Column(picture.FirstMeasure + i).Role is "x" or "y" ? (object)picture.Column(picture.FirstMeasure + i).Role : true);
        var keys = Enumerable.Repeat((object)true, picture.FirstMeasure).ToArray();
        if (picture.CurrencyColumn is { } at && OneScale.Of(picture).Picture.Result.Rows is [var first, ..]) keys[at] = ResultCell.Text(first[at]); // only one currency is drawn
        return JsonSerializer.Serialize(keys.Concat(figures), ChartJson.Options);
    }
}
