using Web.Semantics;

namespace Web.Language;

/// <summary>"in bins of 10", "5-year age groups", "with 20 buckets", 10歳刻み, 5000円ごと, 価格帯別: a number divided into ranges.</summary>
internal static class BinRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Bin).ToList()) ReadBin(scene, draft, i);
        foreach (var i in scene.All(WordKind.ByAfter).ToList()) ReadEvery(scene, draft, i);
    }

    private static void ReadBin(Scene scene, Draft draft, int i)
    {
        if (scene.Used(i)) return;
        var number = NumberBefore(scene, i);
        var after = scene.Next(i);
        if (number < 0 && after >= 0 && after <= i + 2 && IsSize(scene, after)) number = after;
        if (number < 0 && scene.Is(after, WordKind.By) && scene.Measure(scene.Next(after)) is { } by)
        {
            // "bucketed by age"
            Add(scene, draft, by, Bin.Auto, [i, after, scene.Next(after)]);
            return;
        }
        // "over the hire date, bin by month"
        if (number < 0 && scene.Is(after, WordKind.By) && scene.Is(scene.Next(after), WordKind.Grain, WordKind.GrainNoun)) scene.Use(i, new Setting("/dimensions/0"));
        if (number < 0 && Steps(scene, i) is { Time: >= 0, Grain: >= 0 } steps && Grouping.Grain(scene, steps.Grain) is { } grain)
        {
            // "bin the payment day into year intervals"
            var part = new GroupPart { Column = scene.Time(steps.Time)!, Grain = scene.Time(steps.Time)!.IsTemporal ? grain : null, Grouped = true };
            draft.Groups.Add(part);
            for (var k = i; k <= steps.Grain; k++) scene.Use(k, part);
            if (scene.Raw(steps.Grain + 1) is "interval" or "intervals" or "bin" or "bins") scene.Use(steps.Grain + 1, part);
            return;
        }
        if (number < 0 && EndOfTime(scene, i, after) is >= 0 and var end)
        {
            // "bin start_from by time": by its usual steps
            foreach (var k in Enumerable.Range(i, end - i + 1).Where(k => scene.Time(k) is null)) scene.Use(k, new Setting("/dimensions/0"));
            return;
        }
        // "price range" and 価格帯 without a size; "groups" alone are no ranges.
        if (number < 0)
        {
            var named = scene.Next(i, -1);
            if (named == i - 1 && scene.Measure(named) is { } spread && !scene.Used(named)) Add(scene, draft, spread, Bin.Auto, [named, i]);
            return;
        }
        if (scene.Word(i)!.Value == "beside" && number == i - 1) return;
        var value = scene.Number(number)!.Value;
        // "20 buckets" are so many; "20-point buckets" and "buckets of 20" are so wide.
        var counts = scene.Word(i)!.Value == "count" || (number == i - 1 && !scene.IsJapanese(i));
        // "50k bins" are no fifty thousand of them.
        if (counts && number == i - 1 && value > 200) counts = false;
        if (Target(scene, number, i) is not { } target || (counts && value is < 1 or > 200) || value <= 0) return;
        var factor = !counts && Units.IsUnit(scene, number + 1) ? Units.FactorFor(scene, number + 1, target.Column) : 1;
        // "bins of 5 years": the unit of the width is no time.
        if (!counts && !scene.IsJapanese(number) && IsUnitOfWidth(scene, number + 1)) scene.Use(number + 1, new Setting("/dimensions/0"));
        Add(scene, draft, target.Column, counts ? new Bin(Count: (int)value) : new Bin(Width: value * factor), [.. Enumerable.Range(Math.Min(number, i), Math.Abs(i - number) + 1), target.Item]);
    }

    /// <summary>Where "by time" ends, at once or behind the column that is cut.</summary>
    private static int EndOfTime(Scene scene, int i, int after)
    {
        var by = scene.Is(after, WordKind.By) ? after : scene.Time(after) is not null ? scene.Next(after) : -1;
        return !scene.IsJapanese(i) && scene.Is(by, WordKind.By) && scene.Raw(scene.Next(by)) is "time" ? scene.Next(by) : -1;
    }

    /// <summary>The time that is cut, and into what.</summary>
    private static (int Time, int Grain) Steps(Scene scene, int i)
    {
        if (scene.IsJapanese(i)) return (-1, -1);
        var (time, grain) = (-1, -1);
        for (var k = i + 1; k < scene.Count && k < i + 7 && grain < 0; k++)
        {
            if (time < 0 && scene.Time(k) is not null && !scene.Is(k, WordKind.GrainNoun)) time = k;
            else if (time >= 0 && scene.Is(k, WordKind.Grain, WordKind.GrainNoun)) grain = k;
            else if (time >= 0 && scene.Raw(k) is not ("into" or "by" or "in" or "per" or "the" or "a") && !scene.IsSmall(k)) break;
        }
        return (time, grain);
    }

    /// <summary>年齢10歳ごと, 100点単位: a number with its unit before ごと. 3か月ごと is a step of time.</summary>
    private static void ReadEvery(Scene scene, Draft draft, int i)
    {
        if (!scene.IsJapanese(i) || scene.Used(i)) return;
        var number = scene.Number(i - 1) is not null ? i - 1 : scene.Number(i - 2) is not null && !scene.IsSmall(i - 1) && scene.Category(i - 1) is null ? i - 2 : -1;
        if (number < 0 || !IsSize(scene, number) || (number == i - 2 && scene.Is(i - 1, WordKind.GrainNoun) && Units.ColumnsAt(scene, i - 1).Count == 0)) return;
        if (Target(scene, number, i) is not { } target) return;
        Add(scene, draft, target.Column, new Bin(Width: scene.Number(number)!.Value), [.. Enumerable.Range(number, i - number + 1), target.Item]);
    }

    private static bool IsUnitOfWidth(Scene scene, int i) =>
        scene.Is(i, WordKind.GrainNoun) || Units.IsUnit(scene, i) || (scene.Time(i) is not null && scene.IsGeneral(i));

    private static bool IsSize(Scene scene, int i) => scene.Number(i) is { Value: > 0 } && !scene.Used(i);

    /// <summary>The number up to three words before, with only its unit, a hyphen or the figure's name between.</summary>
    private static int NumberBefore(Scene scene, int i)
    {
        for (var k = i - 1; k >= 0 && k >= i - 5; k--)
        {
            if (IsSize(scene, k)) return k;
            if (!scene.IsMark(k) && !Units.IsUnit(scene, k) && scene.Measure(k) is null && !scene.Is(k, WordKind.GrainNoun) && !scene.Is(k, WordKind.Rows) && scene.Raw(k) is not ("point" or "points" or "unit" or "units" or "percent" or "pt" or "pp" or "wide" or "step" or "stage")) break;
        }
        return -1;
    }

    /// <summary>The figure that is divided: beside the words, measured in their unit, or the one the sentence speaks of.</summary>
    private static (Column Column, int Item)? Target(Scene scene, int number, int bin)
    {
        for (var k = Math.Min(number, bin) + 1; k < Math.Max(number, bin); k++)
        {
            if (scene.Measure(k) is { } between) return (between, k);
        }
        // "age distribution 5 year bins": the only figure named, though years are those of another column too.
        List<int> named = [.. Enumerable.Range(0, scene.Count).Where(k => scene.Measure(k) is not null && !scene.Used(k))];
        if (named is [var only] && scene.Measure(only) is { } figure && !Units.ColumnsAt(scene, number + 1).Exists(c => c.Column == figure) && !scene.Is(scene.Next(only, -1), WordKind.Aggregate)) return (figure, only);
        if (Units.ColumnsAt(scene, number + 1) is [var measured]) return (measured.Column, Named(scene, measured.Column));
        for (var k = number - 1; k >= 0; k--)
        {
            if (scene.Measure(k) is { } before && !scene.Used(k) && !scene.Is(scene.Next(k, -1), WordKind.Aggregate)) return (before, k);
        }
        for (var k = bin + 1; k < scene.Count; k++)
        {
            if (scene.Measure(k) is { } after && !scene.Used(k) && !scene.Is(scene.Next(k, -1), WordKind.Aggregate)) return (after, k);
        }
        return null;
    }

    private static int Named(Scene scene, Column column)
    {
        for (var k = 0; k < scene.Count; k++)
        {
            if (scene.Measure(k) == column && !scene.Used(k) && !scene.Is(scene.Next(k, -1), WordKind.Aggregate)) return k;
        }
        return -1;
    }

    private static void Add(Scene scene, Draft draft, Column column, Bin bin, int[] items)
    {
        var part = new GroupPart { Column = column, Bin = bin, Grouped = true };
        draft.Groups.Add(part);
        foreach (var item in items) scene.Use(item, part);
        // Each other mention of the figure, unless something of it is asked, speaks of the bins too.
        for (var k = 0; k < scene.Count; k++)
        {
            if (scene.Measure(k) == column && !scene.Used(k) && !scene.Is(scene.Next(k, -1), WordKind.Aggregate) && !(scene.IsJapanese(k) && scene.Is(scene.Next(k), WordKind.Aggregate))) scene.Use(k, part);
        }
        foreach (var beside in items.Where(i => i >= 0).SelectMany(i => new[] { scene.Next(i, -1), scene.IsJapanese(i) ? scene.Next(i) : -1 }))
        {
            if (scene.Is(beside, WordKind.By, WordKind.ByAfter)) scene.Use(beside, part);
        }
    }
}
