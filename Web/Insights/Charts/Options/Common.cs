using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>The parts that all drawings share.</summary>
internal static class Common
{
    /// <summary>A chart before its axes and series: no frame, short movement, a description for those who do not see it.</summary>
    public static JsonObject Chart(string summary, string trigger) => new()
    {
        ["animationDuration"] = 160,
        ["animationDurationUpdate"] = 160,
        ["aria"] = new JsonObject
        {
            ["enabled"] = true,
            ["label"] = new JsonObject { ["enabled"] = true, ["description"] = summary },
            ["decal"] = new JsonObject { ["show"] = false },
        },
        ["tooltip"] = new JsonObject { ["trigger"] = trigger, ["renderMode"] = "richText", ["confine"] = true },
    };

    public static JsonObject Meta(Picture picture, string summary, IReadOnlyList<AxisFormat> axes, int partial = 0, params IEnumerable<string?> remarks)
    {
        var meta = new JsonObject { ["locale"] = picture.Locale, ["title"] = picture.Title, ["summary"] = summary };
        var notes = new JsonArray();
        if (partial > 0)
        {
            meta["partial"] = partial;
            notes.Add(ChartsTexts.Get("note_partial", picture.Locale));
        }
        if (picture.Result.TruncatedAt is { } cut) notes.Add(ChartsTexts.Get("note_truncated", picture.Locale, cut));
        foreach (var remark in remarks.OfType<string>()) notes.Add(remark);
        if (notes.Count > 0) meta["notes"] = notes;
        if (picture.Result.RowCount == 0) meta["empty"] = true;
        if (axes.Count > 0)
            foreach (var (name, value) in axes[0].Json(picture.Locale)) meta[name] = value?.DeepClone();
        if (axes.Count > 1) meta["axes"] = new JsonArray([.. axes.Select(a => a.Json(picture.Locale))]);
        return meta;
    }

    public static JsonNode? Node(object? cell) => cell switch
    {
        null => null,
        bool flag => JsonValue.Create(flag),
        long number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        _ => JsonValue.Create(ResultCell.Text(cell)),
    };

    public static JsonObject Legend() => new() { ["type"] = "scroll", ["top"] = 0, ["left"] = 0, ["icon"] = "roundRect", ["itemWidth"] = 9, ["itemHeight"] = 9 };

    /// <summary>What the chart shows in a sentence.</summary>
    public static string Summary(Picture picture, Strands strands)
    {
        var points = strands.All.Where(s => s.Role != "compared").SelectMany(s => s.Figures.Select((f, i) => (Strand: s, Figure: f, Number: ResultCell.Number(f), X: i)))
            .Where(p => p.Number is not null).ToList();
        if (points.Count == 0) return ChartsTexts.Get("summary_empty", picture.Locale, picture.Title);
        var (high, low) = (points.MaxBy(p => p.Number), points.MinBy(p => p.Number));
        string Figure((Strand Strand, object? Figure, decimal? Number, int X) p) => picture.Figure(p.Strand.Column, p.Figure);
        string At((Strand Strand, object? Figure, decimal? Number, int X) p) =>
            picture.Label(0, strands.X[p.X]) + (picture.SplitColumns.Count > 0 ? $" ({p.Strand.Name})" : "");
        var text = picture.Query.X is { IsOrdered: true }
            ? ChartsTexts.Get("summary_points", picture.Locale, picture.Title, points.Count, picture.Label(0, strands.X[0]), picture.Label(0, strands.X[^1]), Figure(high), At(high), Figure(low), At(low))
            : ChartsTexts.Get("summary_categories", picture.Locale, picture.Title, points.Count, Figure(high), At(high), Figure(low), At(low));
        return strands.All.Count < 2 ? text
            : text + ChartsTexts.Get("summary_series", picture.Locale, strands.All.Count, string.Join(", ", strands.All.Take(8).Select(s => s.Name)));
    }
}
