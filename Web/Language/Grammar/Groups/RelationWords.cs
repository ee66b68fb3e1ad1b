using Web.Semantics;

namespace Web.Language;

/// <summary>What stands between two figures that are set against each other, and figures that only an adjective names.</summary>
internal static class RelationWords
{
    private static readonly string[] Lasting = ["日数", "期間", "時間"];

    /// <summary>"does higher discount mean lower profit", "lead to a higher gross": that the one goes with the other.</summary>
    public static void UseLinks(Scene scene, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!scene.Used(i) && scene.Raw(i) is "mean" or "means" or "meant" or "lead" or "leads" or "leadto" or "leadsto" or "imply" or "implies" or "bring" or "brings" or "result" or "results" or "come" or "comes" or "go" or "goes" or "give" or "gives" or "translate" or "translates" or "into" or "in") scene.Use(i, new Setting("/chart_type"));
        }
    }

    /// <summary>The figure before an adjective; 入院が長い is of 入院日数.</summary>
    public static Column? FigureOf(Scene scene, int i)
    {
        if (i < 0) return null;
        if (scene.Measure(i) is { } named) return named;
        if (!scene.IsJapanese(i) || scene.Value(i) is not null || !scene.Is(scene.Next(i), WordKind.Adjective) || scene.Raw(scene.Next(i))[0] is not ('長' or '短')) return null;
        return Lasting.Select(end => scene.Lexicon.ColumnCalled(scene.Raw(i) + end)).FirstOrDefault(c => c is { Role: ColumnRole.Measure });
    }
}
