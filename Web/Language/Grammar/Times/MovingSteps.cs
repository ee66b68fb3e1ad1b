using Web.Semantics;

namespace Web.Language;

/// <summary>"3-month moving average", 移動平均（3か月）: it is taken over three steps. Any other number of them is asked about.</summary>
internal static class MovingSteps
{
    private const int Steps = 3, Farthest = 4;

    public static void Read(Scene scene, Draft draft, int i)
    {
        foreach (var step in new[] { -1, 1 })
        {
            List<int> beside = [.. Enumerable.Range(1, Farthest).Select(far => i + (far * step)).Where(k => k >= 0 && k < scene.Count)];
            var at = beside.FindIndex(k => scene.Number(k) is { Value: Steps, Percent: false });
            if (at < 0) continue;
            var unit = beside[at] + 1;
            while (scene.IsMark(unit) || scene.Raw(unit) is "か" or "ヶ" or "ヵ") unit++;
            if (GrainAt(scene, unit) is not { } grain || !beside.Take(at).All(k => k > beside[at] && k <= unit || scene.IsSmall(k) || scene.IsMark(k))) continue;
            draft.TrendGrain = grain;
            for (var k = beside[at]; k <= unit; k++) scene.Use(k, new Setting("/measures/0/transform"));
            return;
        }
    }

    private static Grain? GrainAt(Scene scene, int i) => scene.Raw(i) switch
    {
        "month" or "months" or "か月" or "ヶ月" or "カ月" or "ヵ月" or "月" => Grain.Month,
        "week" or "weeks" or "週" or "週間" => Grain.Week,
        "day" or "days" or "日" or "日間" => Grain.Day,
        "quarter" or "quarters" or "四半期" => Grain.Quarter,
        "year" or "years" or "年" or "年間" => Grain.Year,
        _ => null,
    };
}
