using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>
/// Two figures against each other, a third as the size. No axis begins at zero by force: where points lie tells, not how far from nothing.
/// </summary>
internal static class PointsOption
{
    /// <summary>The seven colours and the one of all others.</summary>
    private const int MostSeries = 8;
    private const double Least = 5;

    /// <summary>The diameter of the greatest: the more there are, the less room each has.</summary>
    private static double Largest(int points) => points switch { > 300 => 16, > 80 => 28, _ => 44 };

    private static readonly string[] Symbols = ["emptyCircle", "emptyRect", "emptyTriangle", "emptyDiamond"];

    private sealed record Point(string Series, string Name, decimal X, decimal Y, decimal? Size, bool Others);

    public static JsonObject Of(Picture whole)
    {
        var (picture, remark) = OneScale.Of(whole);
        var (x, y, size) = (Place(picture, MeasureRole.X, 0), Place(picture, MeasureRole.Y, 1), picture.Measures > 2 ? Place(picture, MeasureRole.Size, 2) : (int?)null);
        var points = Points(picture, x, y, size);
        List<AxisFormat> formats = [OneScale.Format(picture, x), OneScale.Format(picture, y), .. size is { } s ? [OneScale.Format(picture, s)] : Array.Empty<AxisFormat>()];
        var summary = Summary(picture, points, x, y);
        var option = Common.Chart(summary, "item");
        option["xAxis"] = Axis(picture, x, formats[0], 0);
        option["yAxis"] = Axis(picture, y, formats[1], 1);
        var groups = points.GroupBy(p => p.Series).OrderBy(g => g.First().Others).ToList();
        if (groups.Count > 1) option["legend"] = Common.Legend();
        var most = size is null ? 0 : points.Max(p => (decimal?)Math.Abs(p.Size ?? 0)) ?? 0;
        option["series"] = new JsonArray([.. groups.Select((g, i) => Series(g.Key, [.. g], i, size is null ? null : Largest(points.Count), most))]);
        var unseen = picture.Result.RowCount - points.Count;
        var meta = Common.Meta(picture, summary, formats, 0, remark, unseen > 0 ? ChartsTexts.Get("note_unplaced", picture.Locale, unseen) : null);
        meta.Remove("words"); // each axis says its own
        meta["names"] = new JsonArray([.. new[] { x, y, size ?? -1 }.Where(c => c >= 0).Select(c => (JsonNode)picture.Column(c).Title)]);
        option["meta"] = meta;
        return option;
    }

    private static int Place(Picture picture, MeasureRole role, int otherwise)
    {
        for (var i = 0; i < picture.Measures; i++)
            if (string.Equals(picture.Column(picture.FirstMeasure + i).Role, role.ToString(), StringComparison.OrdinalIgnoreCase)) return picture.FirstMeasure + i;
        return picture.FirstMeasure + otherwise;
    }

    private static List<Point> Points(Picture picture, int x, int y, int? size)
    {
        var series = picture.Query.Dimensions.ToList().FindIndex(d => d.Role == DimensionRole.Series);
        var rest = Enumerable.Range(0, picture.Query.Dimensions.Count).Where(i => i != series).ToList();
        var points = new List<Point>();
        foreach (var row in picture.Result.Rows)
        {
            if (ResultCell.Number(row[x]) is not { } across || ResultCell.Number(row[y]) is not { } up) continue;
            var named = series < 0 ? "" : picture.Label(series, row[series]);
            var name = string.Join(" · ", rest.Select(c => picture.Label(c, row[c])));
            points.Add(new Point(named, name.Length > 0 || picture.Query.Raw ? name : named, across, up, size is { } s ? ResultCell.Number(row[s]) : null, series >= 0 && row[series] is ResultTable.Others));
        }
        return Folded(points, picture);
    }

    /// <summary>Points of the series that are left when the colours are used up; they keep their places.</summary>
    private static List<Point> Folded(List<Point> points, Picture picture)
    {
        var most = Math.Min(picture.Query.Query.SeriesLimit ?? MostSeries, MostSeries);
        var names = points.Where(p => !p.Others).GroupBy(p => p.Series).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        if (names.Count <= most) return points;
        var kept = names.Take(Math.Min(most, MostSeries - 1)).ToHashSet(StringComparer.Ordinal);
        var others = ChartsTexts.Get("others", picture.Locale);
        return [.. points.Select(p => kept.Contains(p.Series) ? p : p with { Series = others, Name = p.Name.Length > 0 ? p.Name : p.Series, Others = true })];
    }

    private static JsonObject Axis(Picture picture, int column, AxisFormat format, int place) => new()
    {
        ["type"] = "value",
        ["scale"] = true,
        ["name"] = OneScale.Named(picture.Column(column).Title, format, picture.Locale),
        ["format"] = place,
        ["splitLine"] = new JsonObject { ["show"] = true },
    };

    private static JsonNode Series(string name, IReadOnlyList<Point> points, int index, double? largest, decimal most)
    {
        var sized = largest is not null;
        // Greater circles first, so that none hides a smaller one.
        var ordered = sized ? points.OrderByDescending(p => Math.Abs(p.Size ?? 0)) : points.AsEnumerable();
        var series = new JsonObject
        {
            ["type"] = "scatter",
            ["name"] = name,
            ["symbol"] = sized ? Symbols[index % 4].Replace("empty", "", StringComparison.Ordinal).ToLowerInvariant() : Symbols[index % 4],
            ["symbolSize"] = 7,
            ["data"] = new JsonArray([.. ordered.Select(p => Data(p, largest, most))]),
        };
        if (points[0].Others) series["role"] = "others";
        if (sized) series["sized"] = true;
        return series;
    }

    // The area is what the eye compares, so the figure goes with the square of the diameter.
    private static JsonNode Data(Point point, double? largest, decimal most)
    {
        var sized = largest is not null;
        var value = new JsonArray(point.X, point.Y);
        if (sized) value.Add(point.Size);
        if (!sized && point.Name.Length == 0) return value;
        var data = new JsonObject { ["value"] = value };
        if (point.Name.Length > 0) data["name"] = point.Name;
        if (sized) data["symbolSize"] = Math.Round(most == 0 ? Least : Math.Max(Least, largest!.Value * Math.Sqrt((double)(Math.Abs(point.Size ?? 0) / most))), 1);
        return data;
    }

    private static string Summary(Picture picture, List<Point> points, int x, int y)
    {
        if (points.Count == 0) return ChartsTexts.Get("summary_empty", picture.Locale, picture.Title);
        string Figure(int column, decimal figure) => picture.Figure(column, figure);
        var text = ChartsTexts.Get(
            "summary_against", picture.Locale, picture.Title, points.Count,
            picture.Column(x).Title, Figure(x, points.Min(p => p.X)), Figure(x, points.Max(p => p.X)), picture.Column(y).Title, Figure(y, points.Min(p => p.Y)), Figure(y, points.Max(p => p.Y)));
        return Correlation(points) is { } r ? text + ChartsTexts.Get("summary_correlation", picture.Locale, Math.Round(r, 2)) : text;
    }

    /// <summary>Pearson's coefficient; none of fewer than three points, or where one figure never varies.</summary>
    private static double? Correlation(List<Point> points)
    {
        if (points.Count < 3) return null;
        double meanX = points.Average(p => (double)p.X), meanY = points.Average(p => (double)p.Y);
        var (xy, xx, yy) = (0.0, 0.0, 0.0);
        foreach (var point in points)
        {
            var (dx, dy) = ((double)point.X - meanX, (double)point.Y - meanY);
            (xy, xx, yy) = (xy + (dx * dy), xx + (dx * dx), yy + (dy * dy));
        }
        var r = xy / Math.Sqrt(xx * yy);
        return double.IsFinite(r) ? r : null;
    }
}
