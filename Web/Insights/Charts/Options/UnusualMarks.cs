using System.Text.Json.Nodes;
using Web.Semantics;
using Web.Semantics.Anomalies;

namespace Web.Insights.Charts.Options;

/// <summary>The marks of unusual figures in a chart over time: a shape of their own on each point, the expected range behind a single line, and each reason in words.</summary>
internal static class UnusualMarks
{
    private const int MostReasons = 5;

    /// <summary>One point that stands out.</summary>
    private sealed record Found(string X, IReadOnlyList<object?> Row, string Series, string Reason);

    /// <summary>The option with its marks and words; as it was where none were asked for.</summary>
    public static JsonObject On(JsonObject option, Picture picture, Strands strands, bool sideways)
    {
        if (picture.Result.Anomalies is not { } note || option["series"] is not JsonArray series) return option;
        var found = Points(picture, strands);
        if (strands.All.Count == 1) foreach (var band in Band(picture, strands)) series.Add(band);
        if (found.Count > 0) series.Add(Series(picture, strands, found, sideways));
        if (series.Count > strands.All.Count && option["legend"] is null) option["legend"] = Common.Legend();
        Say(option, picture, note, [.. found.Select(point => point.Reason)]);
        return option;
    }

    private static List<Found> Points(Picture picture, Strands strands)
    {
        var at = picture.FirstMeasure;
        return [.. picture.Result.Rows.Where(row => row[at + 3] is not null).OrderBy(row => row[0]).Select(row =>
        {
            var series = strands.All.Count < 2 ? "" : string.Join(" · ", picture.SplitColumns.Select(c => picture.Label(c, row[c])));
            var x = picture.Label(0, row[0]);
            return new Found(x, row, series, ChartsTexts.Get("unusual_reason", picture.Locale, series.Length == 0 ? x : $"{x} · {series}",
                picture.Figure(at, row[at] ?? 0L), Bare(picture, at + 1, row), picture.Figure(at + 2, row[at + 2])));
        })];
    }

    // The unit stands once, behind the end of the range.
    private static string Bare(Picture picture, int column, IReadOnlyList<object?> row) =>
        ResultCell.Number(row[column]) is { } number ? string.Create(picture.Culture, $"{number:#,##0.##}") : "–";

    private static JsonObject Series(Picture picture, Strands strands, List<Found> found, bool sideways)
    {
        var at = picture.FirstMeasure;
        var places = strands.X.Select((x, i) => (x, i)).ToDictionary(pair => pair.x ?? typeof(DBNull), pair => pair.i);
        return new JsonObject
        {
            ["type"] = "line",
            ["name"] = ChartsTexts.Get("unusual", picture.Locale),
            ["role"] = "unusual",
            ["symbol"] = "diamond",
            ["symbolSize"] = 13,
            ["lineStyle"] = new JsonObject { ["opacity"] = 0 },
            ["data"] = new JsonArray([.. found.Select(point =>
            {
                var (place, figure) = (JsonValue.Create(places[point.Row[0]!]), Common.Node(point.Row[at] ?? 0L));
                return (JsonNode)new JsonObject { ["value"] = sideways ? new JsonArray(figure, place) : new JsonArray(place, figure), ["words"] = point.Reason, ["high"] = point.Row[at + 3] is AnomalyRows.High };
            })]),
        };
    }

    private static IEnumerable<JsonObject> Band(Picture picture, Strands strands)
    {
        var at = picture.FirstMeasure;
        var rows = picture.Result.Rows.ToDictionary(row => row[0] ?? typeof(DBNull));
        List<(decimal? Low, decimal? High)> edges = [.. strands.X.Select(x => rows[x ?? typeof(DBNull)]).Select(row => (ResultCell.Number(row[at + 1]), ResultCell.Number(row[at + 2])))];
        if (edges.TrueForAll(edge => edge.Low is null)) yield break;
        yield return ForecastOption.Band("expected", null, edges.Select(edge => (object?)edge.Low));
        yield return ForecastOption.Band("expected", ChartsTexts.Get("expected", picture.Locale), edges.Select(edge => (object?)(edge.High - edge.Low)));
    }

    private static void Say(JsonObject option, Picture picture, AnomalyNote note, List<string> reasons)
    {
        string Get(string key, params object[] args) => ChartsTexts.Get(key, picture.Locale, args);
        var meta = (JsonObject)option["meta"]!;
        var notes = meta["notes"] as JsonArray ?? [];
        var apart = picture.Locale == "ja" ? "、" : "; ";
        var limit = Expectation.Threshold;
        List<string> said = note.Code is { } code ? [Get("note_unusual_" + code, note.Judged, note.Fewest)]
            : reasons.Count == 0 ? [Get("unusual_none", note.Judged)]
            : [Get(reasons.Count > MostReasons ? "unusual_more" : "unusual_list", string.Join(apart, reasons.Take(MostReasons)), reasons.Count - MostReasons)];
        meta["summary"] = $"{meta["summary"]!.GetValue<string>()} {said[0]}";
        if (note.Code is null && reasons.Count > 0) said.Add(note.Season > 1 ? Get("note_unusual_season", limit, note.Season) : Get("note_unusual", limit));
        foreach (var words in said) notes.Add(words);
        meta["notes"] = notes;
        meta["unusual"] = Get("unusual");
        ((JsonObject)option["aria"]!["label"]!)["description"] = meta["summary"]!.DeepClone();
    }
}
