using Web.Semantics;

namespace Web.Language;

/// <summary>
/// 1日2万台以上, "over 5,000 cars a day", 1回30分以上: a day beside a bound tells of what the number is. It is no number of its own
/// and no step to divide by. How often something happened in a day is another thing: that is asked about.
/// </summary>
internal static class Paces
{
    public const string Slot = "/filters";

    private static readonly HashSet<string> Steps = new(StringComparer.Ordinal) { "日", "週", "週間", "月", "か月", "ヶ月", "年", "年間", "日間", "時間", "回", "台", "件", "便", "本" };
    private static readonly HashSet<string> Links = new(StringComparer.Ordinal) { "あたり", "当たり", "につき", "に", "で", "平均", "の", "、", "当", "たり", "およそ", "約" };
    private static readonly HashSet<string> English = new(StringComparer.Ordinal) { "day", "week", "month", "year", "hour", "night" };
    private static readonly HashSet<string> Often = new(StringComparer.Ordinal) { "回", "件", "度" };
    private static readonly HashSet<string> Flows = new(StringComparer.Ordinal) { "adt", "aadt", "aadf", "dtv", "daily" };
    private static readonly string[] JapaneseFlows = ["日交通量", "交通量", "1日", "一日", "日平均"];

    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Number(i) is null || scene.Used(i)) continue;
            if (scene.IsJapanese(i + 1) && scene.Number(i) is { Value: 1, Percent: false } && IsStep(scene.Raw(i + 1))) ReadJapanese(scene, draft, i);
            else if (scene.Is(scene.Next(i, -1), WordKind.Compare) || scene.Is(i + 1, WordKind.CompareAfter)) ReadEnglish(scene, draft, i);
        }
    }

    /// <summary>日, 日あたり</summary>
    private static bool IsStep(string said) => Steps.Contains(said) || Links.Any(link => said.EndsWith(link, StringComparison.Ordinal) && Steps.Contains(said[..^link.Length]));

    private static void ReadJapanese(Scene scene, Draft draft, int one)
    {
        var k = one + 2;
        while (Links.Contains(scene.Raw(k)) || (scene.IsSmall(k) && scene.IsJapanese(k))) k++;
        // 1回の待ち時間が30分以上
        if (scene.Measure(k) is not null && scene.Raw(k + 1) is "が" or "は" && k > one + 2) k += 2;
        if (scene.Number(k) is null || !Enumerable.Range(k + 1, 3).Any(c => scene.Is(c, WordKind.CompareAfter))) return;
        if (Often.Contains(scene.Raw(k + 1)) && Compared.ColumnOfCounter(scene, k + 1) is null)
        {
            draft.Gaps.Add(new Gap(GapKind.Condition, k));
            return;
        }
        for (var word = one; word < k; word++)
        {
            if (scene.Measure(word) is null) scene.Use(word, new Setting(Slot));
        }
    }

    /// <summary>The day behind the number, with at most a noun between: "a day", "per day", "/day". The figure of readings taken by the hour is added up for a day.</summary>
    private static void ReadEnglish(Scene scene, Draft draft, int number)
    {
        if (Behind(scene, number) is not { Length: > 0 } words || scene.Raw(number + 1) is "times" or "occasions") return;
        if (scene.Contract.Columns.Any(c => c is { Hidden: false, Related: null, Type: ColumnType.Timestamp })) return;
        // "more than 500 visits a day": how many rows there are in a day.
        if (scene.IsEntity(number + 1) && FlowOf(scene, number) is null)
        {
            draft.Gaps.Add(new Gap(GapKind.Condition, number));
            return;
        }
        foreach (var word in words) scene.Use(word, new Setting(Slot));
    }

    private static int[] Behind(Scene scene, int number)
    {
        for (var k = number + 1; k < scene.Count && k <= number + 3; k++)
        {
            if (scene.Raw(k) is "a" or "per" or "each" or "every" or "/" && English.Contains(scene.Raw(k + 1))) return [k, k + 1];
            if (scene.Raw(k) is "aday" or "perday" or "daily") return [k];
            if (scene.Is(k, WordKind.By, WordKind.And) || scene.IsMark(k)) return [];
        }
        return [];
    }

    /// <summary>"over 5,000 cars a day", 1日2万台以上: the one figure that tells how many come in a day.</summary>
    public static Column? FlowOf(Scene scene, int number)
    {
        var day = Behind(scene, number) is { Length: > 0 } words && scene.Raw(words[^1]).EndsWith("day", StringComparison.Ordinal)
            || Enumerable.Range(Math.Max(0, number - 4), Math.Min(4, number)).Any(k => scene.Number(k) is { Value: 1 } && scene.Raw(k + 1) is "日");
        if (!day) return null;
        return scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && IsFlow(c)).ToList() is [var only] ? only : null;
    }

    private static bool IsFlow(Column column) =>
        ColumnForms.NamesOf(column).Any(name => name.Any(t => Flows.Contains(t.Raw))) || column.Titles.Values.Append(column.SourceName ?? column.Name).Any(title => JapaneseFlows.Any(f => title.Contains(f, StringComparison.Ordinal)));
}
