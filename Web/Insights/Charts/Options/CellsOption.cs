using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>A grid of cells whose colour is a figure. A cell without rows stays empty; the script lays the ramp over the rest.</summary>
internal static class CellsOption
{
    private const int MostAcross = 60, MostDown = 40;

    public static JsonObject Of(Picture whole)
    {
        var (picture, remark) = OneScale.Of(whole);
        var (across, down) = (Axis(picture, 0, MostAcross), Axis(picture, 1, MostDown));
        var (byX, byY) = (Places(across.Keys), Places(down.Keys));
        var at = picture.FirstMeasure;
        List<(int X, int Y, object? Figure)> cells = [];
        foreach (var row in picture.Result.Rows)
            if (ResultCell.Number(row[at]) is not null && byX.TryGetValue(Key(row[0]), out var x) && byY.TryGetValue(Key(row[1]), out var y)) cells.Add((x, y, row[at]));
        var format = OneScale.Format(picture, at);
        var summary = Summary(picture, cells, across.Keys, down.Keys);
        var option = Common.Chart(summary, "item");
        option["xAxis"] = Category(picture, 0, across.Keys);
        var vertical = Category(picture, 1, down.Keys);
        vertical["inverse"] = true; // the first stands at the top
        option["yAxis"] = vertical;
        option["visualMap"] = new JsonObject { ["min"] = cells.Min(c => ResultCell.Number(c.Figure)) ?? 0, ["max"] = cells.Max(c => ResultCell.Number(c.Figure)) ?? 0 };
        option["series"] = new JsonArray(new JsonObject
        {
            ["type"] = "heatmap",
            ["name"] = picture.Column(at).Title,
            ["data"] = new JsonArray([.. cells.Select(c => (JsonNode)new JsonArray(c.X, c.Y, Common.Node(c.Figure)))]),
        });
        option["meta"] = Common.Meta(picture, summary, [format], 0, remark, Cut(picture, across), Cut(picture, down));
        return option;
    }

    private static string? Cut(Picture picture, (List<object?> Keys, int Of) axis) =>
        axis.Of > axis.Keys.Count ? ChartsTexts.Get("note_cut", picture.Locale, axis.Keys.Count, axis.Of) : null;

    /// <summary>Time, bins and parts of a date in their own order and without gaps; categories in the result's order, or by their greatest figure.</summary>
    private static (List<object?> Keys, int Of) Axis(Picture picture, int column, int most)
    {
        var rows = picture.Result.Rows;
        var dimension = picture.Query.Dimensions[column];
        var keys = rows.Select(r => r[column]).Distinct().ToList();
        if (dimension.IsOrdered && column > 0) keys = [.. keys.OrderBy(k => k is null).ThenBy(k => k is BinEdges bin ? bin.From : k, Comparer<object?>.Create(Compare))];
        else if (column > 0) keys = [.. keys.OrderBy(k => k is ResultTable.Others).ThenByDescending(k => rows.Where(r => Equals(r[column], k)).Max(r => ResultCell.Number(r[picture.FirstMeasure])))];
        if (dimension.Grain is { } grain && grain >= Grain.HourOfDay && keys.OfType<long>().Order().ToList() is { Count: > 1 } parts && keys.Count == parts.Count && column > 0)
            keys = [.. Enumerable.Range((int)parts[0], (int)(parts[^1] - parts[0]) + 1).Select(part => (object?)(long)part)];
        return dimension.IsOrdered ? ([.. keys.TakeLast(most)], keys.Count) : ([.. keys.Take(most)], keys.Count);
    }

    private static int Compare(object? one, object? other) => one is IComparable left && other is not null && left.GetType() == other.GetType() ? left.CompareTo(other) : 0;

    private static object Key(object? value) => value ?? typeof(DBNull);

    private static Dictionary<object, int> Places(List<object?> keys) => keys.Select((key, i) => (key, i)).ToDictionary(k => Key(k.key), k => k.i);

    private static JsonObject Category(Picture picture, int column, List<object?> keys) => new()
    {
        ["type"] = "category",
        ["name"] = picture.Column(column).Title,
        ["data"] = new JsonArray([.. keys.Select(k => (JsonNode)picture.Label(column, k))]),
    };

    private static string Summary(Picture picture, List<(int X, int Y, object? Figure)> cells, List<object?> across, List<object?> down)
    {
        if (cells.Count == 0) return ChartsTexts.Get("summary_empty", picture.Locale, picture.Title);
        var (high, low) = (cells.MaxBy(c => ResultCell.Number(c.Figure)), cells.MinBy(c => ResultCell.Number(c.Figure)));
        string At((int X, int Y, object? Figure) cell) => $"{picture.Label(0, across[cell.X])} · {picture.Label(1, down[cell.Y])}";
        return ChartsTexts.Get(
            "summary_cells", picture.Locale, picture.Title, across.Count, down.Count, picture.Figure(picture.FirstMeasure, high.Figure), At(high), picture.Figure(picture.FirstMeasure, low.Figure), At(low));
    }
}
