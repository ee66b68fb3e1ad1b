using Web.Semantics;

namespace Web.Language;

/// <summary>"how the procedures spread on the room type", "episodes per year and language": a plural that says what the rows are, where other words divide, divides nothing.</summary>
internal static class Bystanders
{
    /// <summary>So few are compared with each other.</summary>
    private const int FewDoers = 30;

    public static void Drop(Scene scene, Draft draft)
    {
        if (draft is { Limit: null, Groups: [{ Grouped: false, Role: null, Bin: null, Column: { Type: ColumnType.Text } or { Role: ColumnRole.Identity } } doers], Measures: [{ Column: not null }, ..] } && AreWhoDoes(scene, doers))
        {
            draft.Groups.Clear();
            scene.Move(doers, new Setting("/dataset"));
            return;
        }
        if (draft is { Groups.Count: > 1, Measures.Count: 0 } && (draft.Share || draft.Chart is ChartType.Pie or ChartType.Donut) && draft.Groups.Find(g => g is { Grouped: false, Role: null } && (g.Column.Role == ColumnRole.Identity || RowNames.IsKey(g.Column))) is { } whose && Enumerable.Range(0, scene.Count).FirstOrDefault(i => ReferenceEquals(scene.PartOf(i), whose), -1) is >= 0 and var told)
        {
            // 生徒の男女比を円グラフで: how many of them, each once.
            draft.Groups.Remove(whose);
            CountRule.AddCount(scene, draft, told, scene.Lexicon.IsOncePerRow(whose.Column) ? null : whose.Column);
            return;
        }
        if (draft.Stack == Stack.Percent && draft.Groups.Count == 2) return; // "the mix of the channels per quarter, stacked to 100 %"
        if (draft.Limit is not null || draft.Contrast || draft.Versus || draft.Groups.Count < 2 || draft.List && draft.Chart is null) return;
        foreach (var idle in draft.Groups.Where(g => g is { Grouped: false, Role: null, Bin: null, Assumed: false, Column: { Type: ColumnType.Text } or { Role: ColumnRole.Identity } }).ToList())
        {
            var others = draft.Groups.FindAll(g => g != idle);
            List<int> spoken = [.. Enumerable.Range(0, scene.Count).Where(i => ReferenceEquals(scene.PartOf(i), idle))];
            if (spoken.Count == 0) continue;
            if (!spoken.TrueForAll(i => IsOfKind(scene, idle, i) || IsTheirs(scene, i)))
            {
                // "quantity for products by region": of a figure the plural may well divide too.
                if (draft.Measures.Exists(m => m is { Column: not null, Aggregate: not Aggregates.CountDistinct }) && !spoken.TrueForAll(i => scene.Raw(i - 1) is "on" || scene.PartOf(i + 1) is FilterPart || IsAdjunct(scene, i))) continue;
                if (!others.Exists(g => g.Grouped || g.Role is not null) || draft.Stack is not null && others.Count < 2) continue;
                if (draft.Chart is ChartType.Heatmap or ChartType.Pivot or ChartType.Sankey or ChartType.Table && others.Count < 2) continue;
                if (!spoken.TrueForAll(i => SaysRows(scene, i))) continue;
            }
            draft.Groups.Remove(idle);
            scene.Move(idle, new Setting("/dataset"));
        }
    }

    /// <summary>"how long do customers have to wait on average": who does it is everybody.</summary>
    private static bool AreWhoDoes(Scene scene, GroupPart doers) =>
        Enumerable.Range(1, Math.Max(0, scene.Count - 1)).Where(i => ReferenceEquals(scene.PartOf(i), doers)).ToList() is [var only] && scene.Raw(only - 1) is "do" or "does" or "did" or "dothe" or "didthe" or "doour" && Enumerable.Range(0, only).Any(k => scene.TokensOf(k).Any(t => t.Raw is "long")) && (doers.Column.Role == ColumnRole.Identity || RowNames.IsNumber(doers.Column) || RowNames.IsKey(doers.Column) || doers.Column.Values is null or { Count: > FewDoers }) && scene.Raw(only + 1) is "have" or "need" or "wait" or "stay" or "take" or "spend" or "pay" or "get" or "usually" or "typically" or "lie" or "last";

    /// <summary>"each type of ship": of what the kinds are.</summary>
    private static bool IsOfKind(Scene scene, GroupPart idle, int i) =>
        !scene.IsJapanese(i) && scene.Raw(i - 1) is "of" or "ofa" or "ofan" or "ofthe" && scene.PartOf(scene.Next(i - 1, -1)) is GroupPart kind && kind != idle;

    /// <summary>"the train calls by service"</summary>
    private static bool IsAdjunct(Scene scene, int i) =>
        !scene.IsJapanese(i) && i + 1 < scene.Count && (scene.IsEntity(i + 1) || scene.IsUnknown(i + 1)) && scene.LastToken(i + 1) is { Raw: [.., _, 's'] head } && head != scene.LastToken(i + 1).Text && !scene.IsJoin(i - 1) && !scene.Is(scene.Next(i, -1), WordKind.By, WordKind.Series);

    private static bool IsTheirs(Scene scene, int i) => !scene.IsJapanese(i) && scene.Raw(i - 1) is "its" or "their" && scene.LastToken(i).Raw is [.., 's'];

    /// <summary>A plural, neither asked for ("which cities"), nor listed with another, nor named as a column ("names").</summary>
    private static bool SaysRows(Scene scene, int i)
    {
        if (IsAdjunct(scene, i)) return true;
        if (scene.IsJapanese(i) || scene.LastToken(i) is not { Raw: [.., _, 's'] noun } || noun == scene.LastToken(i).Text || noun is "names" or "codes" or "types" or "titles" or "numbers" or "ids" or "kinds" or "categories") return false;
        var (before, after) = (scene.Next(i, -1), scene.Next(i));
        if (scene.Is(before, WordKind.Which, WordKind.By) || scene.Raw(before) is "what" or "which" || scene.Is(before, WordKind.Series, WordKind.Axis) || scene.Is(after, WordKind.Axis, WordKind.ByAfter)) return false;
        return !scene.IsJoin(before) && !scene.IsJoin(after) && !scene.IsJoin(i - 1) && !scene.IsJoin(i + 1);
    }
}
