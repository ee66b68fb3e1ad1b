using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>What was, as a line; what is to come, dashed, in a narrow (80 %) and a wide (95 %) band. The period that is not over is a point of its own.</summary>
internal static class ForecastOption
{
    public static JsonObject Of(Picture picture)
    {
        var rows = picture.Result.Rows;
        var column = picture.Column(1);
        var past = rows.TakeWhile(r => r[2] is null).Count();
        var format = AxisFormat.Of(rows.SelectMany(r => r.Skip(1)), column.Currency, column.Unit, false, picture.Locale);
        var summary = Summary(picture, past);
        var option = Common.Chart(summary, "axis");
        option["xAxis"] = new JsonObject { ["type"] = "category", ["data"] = new JsonArray([.. rows.Select(r => (JsonNode)picture.Label(0, r[0]))]), ["axisTick"] = new JsonObject { ["show"] = false }, ["boundaryGap"] = false };
        option["yAxis"] = new JsonObject { ["type"] = "value", ["axisLine"] = new JsonObject { ["show"] = false } };
        option["grid"] = new JsonObject { ["left"] = 8, ["right"] = 16, ["top"] = 40, ["bottom"] = 8, ["containLabel"] = true };
        option["legend"] = Common.Legend();
        option["series"] = new JsonArray([.. rows.Count == 0 ? [] : Series(picture, past)]);
        var meta = Common.Meta(picture, summary, [format]);
        if (rows.Count > past) meta["notes"] = Notes(picture, past, meta["notes"] as JsonArray ?? []);
        option["meta"] = meta;
        return option;
    }

    private static IEnumerable<JsonNode> Series(Picture picture, int past)
    {
        var rows = picture.Result.Rows;
        string Get(string key) => ChartsTexts.Get(key, picture.Locale);
        yield return Line(picture.Column(1).Title, "marked", rows.Select((r, i) => i < past ? r[1] : null));
        if (rows.Count == past) yield break;
        if (rows.Skip(past).Any(r => r[1] is not null)) yield return SoFar(Get("so_far"), rows.Select((r, i) => i >= past ? r[1] : null));
        // The dashed line and the bands leave from the last figure that is known.
        IEnumerable<object?> From(int column) => rows.Select((r, i) => i == past - 1 ? r[1] : r[column]);
        var forecast = Line(Get("forecast"), "forecast", From(2));
        forecast["lineStyle"] = new JsonObject { ["type"] = "dashed" };
        forecast["ranges"] = new JsonArray([.. rows.Select((r, i) => i < past ? null : (JsonNode)new JsonArray(Common.Node(r[3]), Common.Node(r[4])))]);
        yield return forecast;
        foreach (var (name, low, high) in new[] { ("band_95", 3, 4), ("band_80", 5, 6) })
        {
            var (bottom, top) = (From(low).Select(ResultCell.Number).ToList(), From(high).Select(ResultCell.Number).ToList());
            yield return Band(name, null, bottom.Select(n => (object?)n));
            yield return Band(name, Get(name), top.Select((n, i) => (object?)(n - bottom[i])));
        }
    }

    private static JsonObject Line(string name, string? role, IEnumerable<object?> figures)
    {
        var line = new JsonObject { ["type"] = "line", ["name"] = name, ["symbol"] = "emptyCircle", ["symbolSize"] = 7, ["data"] = new JsonArray([.. figures.Select(Common.Node)]) };
        if (role is not null) line["role"] = role;
        return line;
    }

    private static JsonObject SoFar(string name, IEnumerable<object?> figures)
    {
        var points = Line(name, "so_far", figures);
        points["symbol"] = "emptyDiamond";
        points["lineStyle"] = new JsonObject { ["opacity"] = 0 };
        return points;
    }

    // The upper half of a band is stacked on an unseen line at its lower edge.
    internal static JsonObject Band(string stack, string? name, IEnumerable<object?> figures)
    {
        var band = new JsonObject
        {
            ["type"] = "line",
            ["role"] = "band",
            ["stack"] = stack,
            ["stackStrategy"] = "all",
            ["symbol"] = "none",
            ["silent"] = true,
            ["lineStyle"] = new JsonObject { ["opacity"] = 0 },
            ["tooltip"] = new JsonObject { ["show"] = false },
            ["data"] = new JsonArray([.. figures.Select(Common.Node)]),
        };
        if (name is null) return band;
        band["name"] = name;
        band["areaStyle"] = new JsonObject { ["opacity"] = 0.15 };
        return band;
    }

    private static JsonArray Notes(Picture picture, int past, JsonArray notes)
    {
        foreach (var note in ForecastWords.Of(picture)) notes.Add(note);
        if (picture.Result.Rows.Skip(past).Any(r => r[1] is not null)) notes.Add(ChartsTexts.Get("note_left_out", picture.Locale));
        return notes;
    }

    private static string Summary(Picture picture, int past)
    {
        var rows = picture.Result.Rows;
        var later = rows.Skip(past).Where(r => r[2] is not null).ToList();
        if (later.Count == 0) return ChartsTexts.Get("summary_empty", picture.Locale, picture.Title);
        var last = later[^1];
        return ChartsTexts.Get(
            "summary_forecast", picture.Locale, picture.Column(1).Title, picture.Label(0, later[0][0]), picture.Label(0, last[0]), picture.Figure(1, later[0][2]), picture.Figure(1, last[2]), picture.Figure(1, last[3]), picture.Figure(1, last[4]),
            picture.Label(0, rows[past - 1][0]), picture.Figure(1, rows[past - 1][1]));
    }
}
