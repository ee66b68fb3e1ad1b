using Web.Semantics;

namespace Web.Language;

/// <summary>"predict … for the next 6 months", 来月以降3か月の予測: how far to look ahead, and by what steps.</summary>
internal static class ForecastRule
{
    public static void Apply(Scene scene, Draft draft, DateOnly today)
    {
        if (draft.Chart != ChartType.Forecast) return;
        draft.Trend = true;
        var said = Steps(scene);
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Is(i, WordKind.Ahead)) scene.Use(i, new Setting("/forecast"));
            else if (Count(scene, i) is { } count) Look(scene, draft, i, scene.Next(i), count.Steps, count.Unit, said);
            else if (scene.Period(i) is { Part: null } phrase && (phrase.Days.From is { } from && from > today || phrase.Days is { From: null, To: { } until } && until > today)) LookUntil(scene, draft, i, phrase, today, said);
        }
    }

    /// <summary>"6 months", 3か月, 半年.</summary>
    private static (int Steps, Grain Unit)? Count(Scene scene, int i)
    {
        if (scene.Used(i)) return null;
        if (scene.Raw(i) is "半年" && scene.Is(i, WordKind.GrainNoun)) return (6, Grain.Month);
        if (scene.Number(i) is not { Percent: false, Value: >= 1 and <= 1000 } number || number.Value != Math.Truncate(number.Value)) return null;
        return scene.Word(scene.Next(i)) is { Kind: WordKind.GrainNoun } unit && GrainOf(unit.Value) is { } grain ? ((int)number.Value, grain) : null;
    }

    private static void Look(Scene scene, Draft draft, int i, int unit, int steps, Grain grain, Grain? said)
    {
        Set(draft, steps, grain, said);
        var forecast = new Setting("/forecast");
        scene.Use(i, forecast);
        if (scene.Number(i) is not null) scene.Use(unit, forecast);
    }

    /// <summary>来月以降 says only that the future is meant; 来年 and "next quarter" also say until when.</summary>
    private static void LookUntil(Scene scene, Draft draft, int i, TimePhrase phrase, DateOnly today, Grain? said)
    {
        scene.Use(i, new Setting("/forecast"));
        if (phrase.Days.To is not { } to || draft.Periods is not null) return;
        var (word, steps) = (phrase.Word ?? "", (to.DayNumber - today.DayNumber) / 30.4);
        Grain? unit = word switch { "next_week" => Grain.Week, "next_month" => Grain.Month, "next_quarter" => Grain.Quarter, "next_fiscal_quarter" => Grain.FiscalQuarter, _ => null };
        if (unit is { } one) Set(draft, 1, one, said);
        else Set(draft, Math.Max(1, (int)Math.Round(steps)), Grain.Month, said);
    }

    private static void Set(Draft draft, int steps, Grain unit, Grain? said)
    {
        draft.TrendGrain ??= said ?? unit;
        draft.Periods = Math.Clamp((int)Math.Round(steps * Days(unit) / Days(draft.TrendGrain.Value)), 1, 100);
    }

    /// <summary>The step that was said as a group: weekly, 月別.</summary>
    private static Grain? Steps(Scene scene)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Word(i) is { Kind: WordKind.Grain } word && GrainOf(word.Value) is { } grain) return grain;
            if (scene.Word(i) is { Kind: WordKind.GrainNoun } noun && scene.Is(scene.Next(i, -1), WordKind.By) && GrainOf(noun.Value) is { } by) return by;
        }
        return null;
    }

    private static Grain? GrainOf(string word) => word switch
    {
        "hour" => Grain.Hour,
        "day" => Grain.Day,
        "week" => Grain.Week,
        "month" => Grain.Month,
        "quarter" => Grain.Quarter,
        "half" => Grain.Half,
        "year" => Grain.Year,
        "fiscal_quarter" => Grain.FiscalQuarter,
        "fiscal_year" => Grain.FiscalYear,
        _ => null,
    };

    private static double Days(Grain grain) => grain switch
    {
        Grain.Hour => 1 / 24.0,
        Grain.Day => 1,
        Grain.Week => 7,
        Grain.Month => 365.25 / 12,
        Grain.Quarter or Grain.FiscalQuarter => 365.25 / 4,
        Grain.Half => 365.25 / 2,
        _ => 365.25,
    };
}
