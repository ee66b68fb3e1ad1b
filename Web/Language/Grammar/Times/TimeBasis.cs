namespace Web.Language;

/// <summary>到着日基準, booked_onベースで, "based on the arrival date": the time by which steps and periods are reckoned.</summary>
internal static class TimeBasis
{
    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            var named = scene.Raw(i) is "基準" or "べーす" ? Behind(scene, i) : IsEnglish(scene, i) ? Ahead(scene, i) : -1;
            if (scene.Time(named) is not { } time) continue;
            draft.TimeHint = time;
            scene.Use(i, new Setting("/dimensions/0"));
            scene.Use(named, new Setting("/dimensions/0"));
        }
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) || !StandsAlone(scene, i) && !IsOfStep(scene, i)) continue;
            draft.TimeHint ??= scene.Time(i);
            scene.Use(i, new Setting("/dimensions/0"));
            if (scene.Is(i - 1, WordKind.By)) scene.Use(i - 1, new Setting("/dimensions/0"));
        }
    }

    /// <summary>"Q1 through Q3 2026, Delivered On, amount by city", "number by week (Ordered On)": between marks, beside a step or a period said elsewhere.</summary>
    private static bool StandsAlone(Scene scene, int i) =>
        scene[i] is FieldMeaning { Weak: false, Own: true, Column.IsTemporal: true } && i > 0 && scene.IsMark(i - 1) && scene.Raw(i - 1) is "(" or "," or ":" or "、" && (i + 1 == scene.Count || scene.IsMark(i + 1) && scene.Raw(i + 1) is ")" or "," or "." or "?" or ";" or ":" or "、")
        && Enumerable.Range(0, scene.Count).Any(k => k != i && (scene.Is(k, WordKind.Grain, WordKind.GrainNoun) || scene.Period(k) is { Part: null }));

    /// <summary>"pieces per month by Delivered On": by which the months are reckoned.</summary>
    private static bool IsOfStep(Scene scene, int i) =>
        scene[i] is FieldMeaning { Weak: false, Own: true, Column.IsTemporal: true } && !scene.IsJapanese(i) && scene.Is(i - 1, WordKind.By) && scene.Raw(i - 1) is "by" && i > 2
        && scene.Is(i - 2, WordKind.Grain, WordKind.GrainNoun) && (scene.Is(i - 2, WordKind.Grain) || scene.Is(i - 3, WordKind.By));

    private static int Behind(Scene scene, int i) => scene.Raw(i - 1) is "の" or "を" ? i - 2 : i - 1;

    private static bool IsEnglish(Scene scene, int i) => scene.Raw(i) is "basedon" or "onthebasisof" || (scene.Raw(i) is "based" && scene.Raw(i + 1) is "on" or "onthe");

    /// <summary>Only beside a step or a period said elsewhere; "based on the arrival date" alone divides by it.</summary>
    private static int Ahead(Scene scene, int i)
    {
        var named = scene.Next(i);
        return named > 0 && Enumerable.Range(0, scene.Count).Any(k => k != named && (scene.Is(k, WordKind.Grain, WordKind.GrainNoun) || scene.Period(k) is not null)) ? named : -1;
    }
}
