using Web.Semantics;

namespace Web.Language;

/// <summary>The division that a word names: a column, a step of time, the rows themselves.</summary>
internal static class Grouping
{
    public static bool Add(Scene scene, Draft draft, int k, DimensionRole? role, int by)
    {
        if (scene.Used(k) && (scene.PartOf(k) is not (FilterPart or MeasurePart) || scene.PartOf(k) is FilterPart { Column.Type: ColumnType.Boolean } && scene.Raw(k + 1) is "only")) return false;
        GroupPart? part = null;
        if (scene.Time(k) is { } time) part = TimeGroup(scene, k, time);
        else if (scene.Category(k) is { } column) part = new GroupPart { Column = column };
        else if (scene.Is(k, WordKind.Grain, WordKind.GrainNoun)) part = GrainGroup(scene, draft, k);
        else if (scene.IsEntity(k) && scene.Lexicon.Identity is { } identity) part = new GroupPart { Column = identity };
        else if (role == DimensionRole.Series && scene.Measure(k) is { } classes && Classes.Has(classes)) part = new GroupPart { Column = classes };
        if (part is null) return false;
        part.Role = role;
        part.Grouped = true;
        var same = draft.Groups.FirstOrDefault(g => g.Column == part.Column && (g.Grain == part.Grain || g.Grain is null || part.Grain is null || g.Assumed));
        if (same is null) draft.Groups.Add(part);
        else
        {
            same.Grouped = true;
            same.Assumed = false;
            same.Sides = false;
            same.Grain ??= part.Grain;
            same.Role ??= role;
            same.DefaultTime &= part.DefaultTime;
            scene.Move(part, same);
            part = same;
        }
        part.Each |= scene.Raw(by) is var said && (said.Contains("each", StringComparison.Ordinal) || said.Contains("every", StringComparison.Ordinal));
        part.Whole |= said.StartsWith("within", StringComparison.Ordinal) || said.StartsWith("inside", StringComparison.Ordinal) || said is "ineach" or "inevery";
        scene.Use(k, part);
        scene.Use(by, part);
        return true;
    }

    public static bool IsPossible(Scene scene, int k) =>
        scene.AnyField(k) is not null || scene.Is(k, WordKind.Grain, WordKind.GrainNoun) || (scene.IsEntity(k) && scene.Lexicon.Identity is not null);

    /// <summary>"expected close month", 受注日の月, order date: a time column with the grain that stands beside it.</summary>
    public static GroupPart TimeGroup(Scene scene, int k, Column time)
    {
        var part = new GroupPart { Column = time };
        var next = scene.IsJapanese(k) ? scene.Next(k) : k + 1;
        if (time.IsTemporal && next >= 0 && next <= k + 2 && !scene.Used(next) && scene.Is(next, WordKind.GrainNoun, WordKind.Grain) && Grain(scene, next) is { } grain)
        {
            part.Grain = grain;
            scene.Use(next, part);
        }
        return part;
    }

    /// <summary>"by month", "by month of order date", 月別; a column of that very name wins where there is no date to count by.</summary>
    private static GroupPart? GrainGroup(Scene scene, Draft draft, int k)
    {
        if (Grain(scene, k) is not { } grain) return null;
        var of = scene.Next(k);
        Column? time = null;
        var named = -1;
        if (!scene.IsJapanese(k) && of >= 0 && of <= k + 2 && scene.Raw(of - 1) is "of" or "ofthe" or "in" && scene.Time(of) is { } behind) (time, named) = (behind, of);
        else if (scene.Next(k, -1) is >= 0 and var before && before >= k - 2 && scene.Time(before) is { } ahead && !scene.Is(scene.Next(before, -1), WordKind.Sort))
            (time, named) = (ahead, before);
        var isNamed = time is not null;
        time ??= (draft.TimeHint is null && PeriodRule.DefaultTime(scene.Contract, draft) is not { IsTemporal: false } ? YearColumn.For(scene.Contract, grain) : null) ?? PeriodRule.DefaultTime(scene.Contract, draft);
        if (time is null) return null;
        var part = new GroupPart { Column = time, Grain = time.IsTemporal ? grain : null, DefaultTime = !isNamed };
        if (named < 0) return part;
        scene.Use(named, part);
        // "bin payment_date into weekday"
        if (scene.Is(scene.Next(named, -1), WordKind.Bin)) scene.Use(scene.Next(named, -1), part);
        return part;
    }

    public static Grain? Grain(Scene scene, int k) => scene.Word(k) is { Kind: WordKind.Grain or WordKind.GrainNoun } word ? GrainOf(word) : null;

    public static Grain GrainOf(Word word) => GrainOf(word.Value);

    public static Grain GrainOf(string name) => Enum.Parse<Grain>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
