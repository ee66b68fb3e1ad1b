using Web.Kernel;
using Web.Semantics;

namespace Web.Language;

/// <summary>Steps of time that are said together: "weekday by hour" is the hour of the day, "over date, by month" is one axis.</summary>
internal static class Steps
{
    public static void Apply(Scene scene, Draft draft)
    {
        var times = draft.Groups.Where(g => g.Column.IsTemporal).ToList();
        foreach (var day in times.Where(g => g.Grain == Grain.Day))
        {
            if (times.Find(g => g != day && g.Column == day.Column && g.Grain is > Grain.Day and < Grain.HourOfDay) is not { } step || !IsDate(scene, day)) continue;
            draft.Groups.Remove(day);
            scene.Move(day, step);
        }
        // "Friday arrivals by hour": on every Friday the hours of the day.
        if (!times.Exists(g => g.Grain is > Grain.HourOfDay) && !draft.Filters.Exists(f => f.Phrase?.Part is Grain.Weekday or Grain.MonthOfYear)) return;
        foreach (var hour in times.Where(g => g.Grain == Grain.Hour)) hour.Grain = Grain.HourOfDay;
    }

    /// <summary>The word "date" names the time; "day" and "daily" its step.</summary>
    private static bool IsDate(Scene scene, GroupPart day)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (ReferenceEquals(scene.PartOf(i), day) && scene.Is(i, WordKind.Grain, WordKind.GrainNoun) && scene.Raw(i) is not ("date" or "dates" or "日付")) return false;
        }
        return true;
    }

    /// <summary>The step that each of the periods fills, if they are of one kind and no two are the same.</summary>
    public static Grain? LengthOf(List<Period> periods, int fiscalStart)
    {
        if (periods.Distinct().Count() < periods.Count) return null;
        if (periods.TrueForAll(p => Is(p, 12) && p.From!.Value.Month == 1)) return Grain.Year;
        if (periods.TrueForAll(p => Is(p, 12) && p.From!.Value.Month == fiscalStart)) return Grain.FiscalYear;
        if (periods.TrueForAll(p => Is(p, 3) && p.From!.Value.Month % 3 == 1)) return Grain.Quarter;
        return periods.TrueForAll(p => Is(p, 1)) ? Grain.Month : null;
    }

    private static bool Is(Period period, int months) => period is { From: { Day: 1 } from, To: { } to } && to == from.AddMonths(months).AddDays(-1);
}
