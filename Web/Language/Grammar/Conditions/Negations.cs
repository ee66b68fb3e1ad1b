using Web.Semantics;

namespace Web.Language;

/// <summary>What denies a value, before it or behind it, and how far that reaches: "not A", AとBを除く, "neither A nor B", "A and B excluded".</summary>
internal static class Negations
{
    /// <summary>A word before the first of the values, or behind the last, leaves them out.</summary>
    public static bool Has(Scene scene, int first, int last) => Denies(scene, Before(scene, first)) || IsAfter(scene, last) || IsNeither(scene, first);

    /// <summary>"neither have 3 credits nor were taught by a professor"</summary>
    private static bool IsNeither(Scene scene, int first)
    {
        for (var k = first - 1; k >= 0 && k >= first - 5; k--)
        {
            if (scene.Raw(k) is "nor") return Enumerable.Range(0, k).Any(n => scene.Raw(n) is "neither" or "not");
            if (scene.IsMark(k) || scene.Value(k) is not null) return false;
        }
        return false;
    }

    /// <summary>"not", "without", and "does not equal to".</summary>
    public static bool Denies(Scene scene, int k) => k >= 0 && !scene.IsJapanese(k) && (scene.Is(k, WordKind.Not, WordKind.Remove) || scene.Is(k, WordKind.Compare) && scene.Word(k)!.Value == "!=");

    /// <summary>ArtとHistoryを除いた: the word behind the list is about all of it; "in A except B" about B alone.</summary>
    public static bool OfList(Scene scene, List<int> items, int adjacent) => items.Count > 1 && adjacent == items[^1] && IsAfter(scene, adjacent);

    /// <summary>缶でもびんでもない, "Phone and Store excluded": the value at <paramref name="k"/> ends a list that is denied as a whole.</summary>
    public static bool IsListed(Scene scene, int last, int k) =>
        !scene.IsJapanese(k) && IsAfter(scene, k) && !Denies(scene, Before(scene, k)) && Enumerable.Range(last + 1, k - last - 1) is var joined && joined.All(m => scene.IsJoin(m) || scene.IsSmall(m) || scene.Raw(m) is "or") && joined.Any(m => scene.IsJoin(m) || scene.Raw(m) is "or") ||
        IsAfter(scene, k) && scene.IsJapanese(k + 1) && string.Concat(Enumerable.Range(last + 1, k - last - 1).Select(scene.Raw)) is "でも"
        || scene.IsJapanese(scene.Next(k)) && IsAfter(scene, k) && Enumerable.Range(last + 1, k - last - 1) is var between && between.All(m => scene.IsJoin(m) || scene.IsSmall(m)) && between.Any(m => scene.IsJoin(m));

    private static int Before(Scene scene, int first)
    {
        var k = scene.Next(first, -1);
        if (k >= 0 && scene.Field(k) is not null && k == first - 1) k = scene.Next(k, -1);
        return k;
    }

    public static bool IsAfter(Scene scene, int last)
    {
        // 名刺でも特急でもない: what is neither
        if (scene.Raw(last + 1) + scene.Raw(last + 2) is "でも" && Enumerable.Range(last + 3, Math.Min(4, Math.Max(0, scene.Count - last - 3))).Any(at => scene.Is(at, WordKind.NotAfter) && scene.Raw(at).StartsWith("でも", StringComparison.Ordinal))) return true;
        var k = last + 1;
        if (scene.Raw(k) is "の" && scene.Field(k + 1) is { } called && scene.Value(last)?.Column == called) k++; // 港の地区を除いて
        // 個人のお客様は除外して
        if (scene.Raw(k) is "の" && scene.Value(last)?.Column is { } its && !Enumerable.Range(0, last).Any(n => scene.Value(n)?.Column == its) && Enumerable.Range(k + 1, 3).FirstOrDefault(n => scene.Is(n, WordKind.NotAfter) && scene.IsJapanese(n), -1) is > 0 and var denied && Enumerable.Range(k + 1, denied - k - 1).Any(n => scene.IsEntity(n) || scene.Field(n) is { Role: ColumnRole.Identity } || scene.Field(n) is { } one && RowNames.IsNumber(one)) && Enumerable.Range(k + 1, denied - k - 1).All(n => scene.Value(n) is null && !scene.IsJoin(n))) return true;
        if (scene.Field(k) is not null || scene.IsEntity(k)) k++;
        while (scene.IsSmall(k)) k++;
        return scene.Is(k, WordKind.NotAfter) || (scene.IsJapanese(k) && scene.Is(k, WordKind.Remove));
    }

    public static void Use(Scene scene, int first, int last, FilterPart part)
    {
        var before = Before(scene, first);
        if (scene.Is(before, WordKind.Not, WordKind.Remove) || Denies(scene, before)) scene.Use(before, part);
        for (var k = last + 1; k < scene.Count && k <= last + 4; k++)
        {
            if (scene.Is(k, WordKind.NotAfter, WordKind.Remove)) { scene.Use(k, part); break; }
            // 個人のお客様は除外して
            if (scene.IsJapanese(k) && scene.Raw(last + 1) is "の" && (scene.IsEntity(k) || scene.Field(k) is { } whose && (whose.Role == ColumnRole.Identity || RowNames.IsNumber(whose))) && IsAfter(scene, last)) scene.Use(k, part);
        }
    }

    /// <summary>What stands before ではなく, in which the rest of the sentence is meant.</summary>
    public static bool IsDenied(Scene scene, int k)
    {
        // "not Leeds but York"
        if (scene.Is(scene.Next(k, -1), WordKind.Not) && scene.Raw(k + 1) is "but" && scene.Value(scene.Next(k + 1)) is { } meant && meant.Column == scene.Value(k)!.Column) return true;
        if (!scene.IsJapanese(k + 1)) return false;
        var after = scene.Field(k + 1) is not null || scene.IsEntity(k + 1) ? k + 2 : k + 1;
        return scene.Is(after, WordKind.Instead) && scene.Word(after)!.Value == "before";
    }

    private static readonly HashSet<string> NotDone = new(StringComparer.Ordinal) { "されてない", "されていない", "されてません", "されていません", "されなかった", "されておらず", "していない", "してない", "していません", "しなかった", "しておらず" };

    /// <summary>承認されてない申請: the last word of what denies that it was done, or -1.</summary>
    public static int UndoneEnd(Scene scene, int value)
    {
        var said = "";
        for (var k = value + 1; k < scene.Count && said.Length < 8; k++)
        {
            said += scene.Raw(k);
            if (NotDone.Contains(said)) return k;
        }
        return -1;
    }
}
