using Web.Semantics;

namespace Web.Language;

/// <summary>シリンダー数×生産国, "cylinders x origin", "rows origin, columns cylinders": two divisions that cross, of which one may be a number that names classes.</summary>
internal static class Crossings
{
    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 1; i + 1 < scene.Count; i++)
        {
            if (scene.Raw(i) is not ("×" or "x" or "*") || scene.Used(i - 1) || scene.Used(i + 1) || !AreCrossed(scene, i - 1, i + 1)) continue;
            Divide(scene, draft, i - 1, null);
            Divide(scene, draft, i + 1, null);
            scene.Use(i);
        }
        if (draft.Chart != ChartType.Heatmap) return;
        var (rows, columns) = (SideOf(scene, "rows", "row", "行"), SideOf(scene, "columns", "column", "列"));
        if (rows.Side >= 0 && columns.Side >= 0)
        {
            Divide(scene, draft, columns.Side, DimensionRole.X);
            Divide(scene, draft, rows.Side, DimensionRole.Series);
            scene.Use(rows.Word, new Setting("/chart_type"));
            scene.Use(columns.Word, new Setting("/chart_type"));
        }
        ReadWeekdays(scene, draft);
        ReadCycles(scene, draft);
    }

    private static bool AreCrossed(Scene scene, int left, int right) =>
        (scene.Category(left) is not null || IsClass(scene, left)) && (scene.Category(right) is not null || IsClass(scene, right)) && (IsClass(scene, left) || IsClass(scene, right));

    private static bool IsClass(Scene scene, int i) => scene.Measure(i) is { } number && Classes.Has(number);

    private static void Divide(Scene scene, Draft draft, int i, DimensionRole? role)
    {
        if (scene.Measure(i) is not { } number)
        {
            Grouping.Add(scene, draft, i, role, -1);
            return;
        }
        var part = new GroupPart { Column = number, Grouped = true, Role = role };
        draft.Groups.Add(part);
        scene.Use(i, part);
    }

    /// <summary>The division that the word for a side of the grid names, behind it or before "on the rows".</summary>
    private static (int Side, int Word) SideOf(Scene scene, params string[] words)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (!Array.Exists(words, word => scene.Raw(i) == word)) continue;
            var behind = scene.Raw(i - 1) is "onthe" or "on" or "the" or "as" or "in" or "inthe" or "asthe" or "を" ? scene.Next(i, -1) : scene.Next(i);
            if (behind >= 0 && Math.Abs(behind - i) <= 3 && !scene.Used(behind) && (scene.Category(behind) is not null || IsClass(scene, behind))) return (behind, i);
        }
        return (-1, -1);
    }

    /// <summary>"a grid with weekdays and wards": the days of the week, no condition.</summary>
    private static void ReadWeekdays(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) || scene.Raw(i) is not ("weekdays" or "theweekdays") || PeriodRule.DefaultTime(scene.Contract, draft) is not { IsTemporal: true } time) continue;
            var part = draft.Groups.Find(g => g.Grain == Grain.Weekday) ?? new GroupPart { Column = time, Grain = Grain.Weekday, DefaultTime = true, Grouped = true };
            if (!draft.Groups.Contains(part)) draft.Groups.Add(part);
            scene.Use(i, part);
        }
    }

    /// <summary>"weekday vs month heatmap": beside a part of every week the months are those of every year.</summary>
    private static void ReadCycles(Scene scene, Draft draft)
    {
        var cycle = Enumerable.Range(0, scene.Count).FirstOrDefault(i => scene.Is(i, WordKind.Grain) && Grouping.Grain(scene, i) is Grain.Weekday or Grain.HourOfDay or Grain.DayOfMonth or Grain.MonthOfYear, -1);
        var step = Enumerable.Range(0, scene.Count).FirstOrDefault(i => scene.Is(i, WordKind.GrainNoun) && !scene.Used(i) && OfEvery(Grouping.Grain(scene, i)) is not null, -1);
        if (cycle < 0 || step < 0 || !scene.Lexicon.HasHours && (Grouping.Grain(scene, cycle) == Grain.HourOfDay || Grouping.Grain(scene, step) == Grain.Hour) || PeriodRule.DefaultTime(scene.Contract, draft) is not { IsTemporal: true } time) return;
        foreach (var (i, grain) in new[] { (Math.Min(cycle, step), GrainAt(scene, Math.Min(cycle, step))), (Math.Max(cycle, step), GrainAt(scene, Math.Max(cycle, step))) })
        {
            if (scene.Used(i) || draft.Groups.Exists(g => g.Grain == grain)) continue;
            var part = new GroupPart { Column = time, Grain = grain, DefaultTime = true, Grouped = true };
            draft.Groups.Add(part);
            scene.Use(i, part);
            if (scene.Is(i - 1, WordKind.By, WordKind.Versus) || scene.IsJoin(i - 1)) scene.Use(i - 1, part);
        }
        draft.Versus = false;
    }

    private static Grain? GrainAt(Scene scene, int i) => Grouping.Grain(scene, i) is var grain ? OfEvery(grain) ?? grain : null;

    private static Grain? OfEvery(Grain? grain) => grain switch { Grain.Month => Grain.MonthOfYear, Grain.Hour => Grain.HourOfDay, Grain.Quarter => Grain.QuarterOfYear, _ => null };
}
