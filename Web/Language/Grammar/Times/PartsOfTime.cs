using Web.Semantics;

namespace Web.Language;

/// <summary>Days of the week, seasons and parts of the day: conditions on a part of every week, year or day.</summary>
internal static class PartsOfTime
{
    /// <summary>平日と週末, 夏と冬, 午前と午後: both are meant, not what is both; they are seen part by part.</summary>
    public static void Join(Draft draft)
    {
        Within(draft);
        foreach (var grain in new[] { Grain.Weekday, Grain.MonthOfYear, Grain.HourOfDay }) Join(draft, grain);
    }

    /// <summary>11月と12月の注文を年別に: months without a year, where the years are what divides, are those of every year.</summary>
    public static void OfEveryYear(Scene scene, Draft draft)
    {
        AllYears(scene, draft);
        if (!draft.Groups.Exists(g => g.Grain is Grain.Year or Grain.FiscalYear)) return;
        foreach (var months in draft.Filters.Where(f => f.Phrase is { Assumed: true, Part: null, Word: null, Days: { From: { Day: 1 } from, To: { } to } } && to < from.AddMonths(12) && to.AddDays(1).Day == 1).ToList())
        {
            var (from, to) = (months.Phrase!.Days.From!.Value, months.Phrase.Days.To!.Value);
            int[] numbers = [.. Enumerable.Range(0, ((to.Year - from.Year) * 12) + to.Month - from.Month + 1).Select(after => from.AddMonths(after).Month).Order()];
            (months.Phrase, months.Grain) = (new TimePhrase(null, months.Phrase.Days, Part: Grain.MonthOfYear, Values: numbers), Grain.MonthOfYear);
        }
    }

    /// <summary>年は問わず月ごとに, "January to December, all years combined": January of every year is one.</summary>
    private static void AllYears(Scene scene, Draft draft)
    {
        var said = Enumerable.Range(0, scene.Count).Where(i => scene.Is(i, WordKind.All) && scene.Word(i)!.Value == "years").ToList();
        var whole = draft.Filters.Find(f => f.Phrase is { Assumed: true, Part: null, Word: null, Days: { From: { Month: 1, Day: 1 } from, To: { Month: 12, Day: 31 } to } } && to.Year == from.Year);
        if (said.Count == 0 && whole is null) return;
        var stepped = draft.Groups.Find(g => g.Grain is Grain.Month or Grain.MonthOfYear or Grain.Quarter || g is { Grain: null, Column.IsTemporal: true });
        if (said.Count == 0 && stepped?.Grain != Grain.MonthOfYear && !(stepped is not null && Enumerable.Range(1, scene.Count - 1).Any(i => scene.PartOf(i) == whole && scene.Raw(i - 1) is "("))) return;
        if (stepped is null && whole is null)
        {
            foreach (var i in said) scene.Use(i, new Setting("/filters"));
            return;
        }
        if (stepped is null && (whole?.Column ?? PeriodRule.DefaultTime(scene.Contract, draft)) is { IsTemporal: true } time && draft.Groups.Count < 2) draft.Groups.Add(stepped = new GroupPart { Column = time, Grain = Grain.Month, Assumed = true });
        if (stepped is null) return;
        stepped.Grain = stepped.Grain == Grain.Quarter ? Grain.QuarterOfYear : Grain.MonthOfYear;
        foreach (var i in said) scene.Use(i, stepped);
        if (whole is null) return;
        whole.Joined = stepped;
        draft.Filters.Remove(whole);
    }

    /// <summary>夏（7月〜8月）: days inside the season say all that it does.</summary>
    private static void Within(Draft draft)
    {
        foreach (var season in draft.Filters.Where(f => f.Phrase is { Part: Grain.MonthOfYear, Values: not null }).ToList())
        {
            if (draft.Filters.Find(f => f.Phrase is { Part: null, Days: { From: { } from, To: { } to } } && to < from.AddMonths(6) && season.Phrase!.Values!.Contains(from.Month) && season.Phrase.Values!.Contains(to.Month)) is not { } days) continue;
            season.Joined = days;
            draft.Filters.Remove(season);
        }
    }

    private static void Join(Draft draft, Grain grain)
    {
        var parts = draft.Filters.Where(f => f.Phrase is { Values: not null } phrase && phrase.Part == grain).ToList();
        if (parts.Count < 2 || parts.Any(p => p.Column != parts[0].Column)) return;
        if (grain == Grain.HourOfDay && parts is [{ Phrase.Values: { } some }, { Phrase.Values: { } others }] && some.Intersect(others).ToArray() is { Length: > 0 } both)
        {
            // 昼の12時から: the hours narrow the word.
            Keep(draft, parts, both);
            return;
        }
        int[] values = [.. parts.SelectMany(p => p.Phrase!.Values!).Distinct().Order()];
        var all = values.Length == grain switch { Grain.Weekday => 7, Grain.MonthOfYear => 12, _ => 24 };
        var seen = draft.Groups.Find(g => g.Grain == grain);
        if (seen is null && parts[0].Column is { } time && draft.Groups.Count < 2 && (all || grain != Grain.Weekday))
        {
            seen = new GroupPart { Column = time, Grain = grain };
            draft.Groups.Add(seen);
        }
        if (!all || seen is null)
        {
            Keep(draft, parts, values);
            parts[0].Listed = true;
            return;
        }
        foreach (var part in parts)
        {
            part.Joined = seen;
            draft.Filters.Remove(part);
        }
    }

    /// <summary>月曜と土曜を比べて: the days that are held against each other, each named by itself; a weekend is one.</summary>
    public static FilterPart? Several(Scene scene, Draft draft) =>
        draft.Filters.Find(f => f.Phrase is { Part: not null, Values.Count: > 1 } && (f.Listed || Enumerable.Range(0, scene.Count).Any(i => scene.PartOf(i) == f && scene.TokensOf(i).Any(t => t.Raw is "and" or "と" or "vs" or "or"))));

    private static void Keep(Draft draft, List<FilterPart> parts, int[] values)
    {
        parts[0].Phrase = parts[0].Phrase! with { Values = values };
        foreach (var part in parts.Skip(1))
        {
            part.Joined = parts[0];
            draft.Filters.Remove(part);
        }
    }

    /// <summary>Months are of a date and hours of a time of day, whatever time the contract usually means.</summary>
    public static Column? Fitting(Column? usual, FilterPart filter, DatasetContract contract)
    {
        if (filter.Phrase?.Part is not { } part) return usual;
        bool Holds(Column column) => column.IsTemporal && (part != Grain.HourOfDay || column.Type == ColumnType.Timestamp);
        return usual is not null && Holds(usual) ? usual : contract.Columns.FirstOrDefault(c => c is { Hidden: false, Related: null } && Holds(c));
    }
}
