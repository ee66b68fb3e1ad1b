using System.Text.Json.Nodes;
using Web.Semantics;

namespace Web.Insights.Charts.Options;

/// <summary>Parts of a whole as areas, in one level or two. What is left of too many parts is one tile of its own.</summary>
internal static class TilesOption
{
    private const int MostFlat = 30, MostParents = 8, MostChildren = 16;

    private sealed record Tile(string Name, decimal Value, bool Others, IReadOnlyList<Tile> Parts);

    public static JsonObject Of(Picture whole)
    {
        var (picture, remark) = OneScale.Of(whole);
        var at = picture.FirstMeasure;
        var shown = picture.Result.Rows.Where(r => ResultCell.Number(r[at]) > 0).ToList();
        var deep = picture.Query.Dimensions.Count > 1;
        var tiles = Folded([.. shown.GroupBy(r => r[0] ?? typeof(DBNull)).Select(g => Parent(picture, [.. g], deep))], deep ? MostParents : MostFlat, picture.Locale);
        var format = OneScale.Format(picture, at);
        var summary = Summary(picture, tiles);
        var option = Common.Chart(summary, "item");
        option["series"] = new JsonArray(new JsonObject
        {
            ["type"] = "treemap",
            ["name"] = picture.Column(at).Title,
            ["deep"] = deep,
            ["data"] = new JsonArray([.. tiles.Select(Json)]),
        });
        var below = picture.Result.Rows.Count(r => ResultCell.Number(r[at]) <= 0);
        option["meta"] = Common.Meta(picture, summary, [format], 0, remark, below > 0 ? ChartsTexts.Get("note_not_positive", picture.Locale, below) : null);
        return option;
    }

    private static Tile Parent(Picture picture, IReadOnlyList<IReadOnlyList<object?>> rows, bool deep)
    {
        decimal Value(IReadOnlyList<object?> row) => ResultCell.Number(row[picture.FirstMeasure])!.Value;
        IReadOnlyList<Tile> parts = deep ? Folded([.. rows.Select(r => new Tile(picture.Label(1, r[1]), Value(r), r[1] is ResultTable.Others, []))], MostChildren, picture.Locale) : [];
        return new Tile(picture.Label(0, rows[0][0]), rows.Sum(Value), rows[0][0] is ResultTable.Others, parts);
    }

    private static List<Tile> Folded(List<Tile> tiles, int most, string locale)
    {
        tiles = [.. tiles.OrderBy(t => t.Others).ThenByDescending(t => t.Value)];
        if (tiles.Count <= most) return tiles;
        return [.. tiles.Take(most - 1), new Tile(ChartsTexts.Get("others", locale), tiles.Skip(most - 1).Sum(t => t.Value), Others: true, [])];
    }

    private static JsonNode Json(Tile tile)
    {
        var json = new JsonObject { ["name"] = tile.Name, ["value"] = tile.Value };
        if (tile.Others) json["role"] = "others";
        if (tile.Parts.Count > 0) json["children"] = new JsonArray([.. tile.Parts.Select(Json)]);
        return json;
    }

    private static string Summary(Picture picture, List<Tile> tiles)
    {
        var sum = tiles.Sum(t => t.Value);
        if (tiles.Count == 0 || sum == 0) return ChartsTexts.Get("summary_empty", picture.Locale, picture.Title);
        string Share(decimal part) => (part / sum).ToString("P0", picture.Culture);
        return ChartsTexts.Get(
            "summary_tiles", picture.Locale, picture.Title, tiles.Count, picture.Figure(picture.FirstMeasure, sum), string.Join(", ", tiles.Where(t => !t.Others).Take(3).Select(t => $"{t.Name} {Share(t.Value)}")));
    }
}
