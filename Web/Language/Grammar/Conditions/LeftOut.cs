namespace Web.Language;

/// <summary>"leaving Floppy disk out", "take the drafts out", "with Berlin left out": the two halves of a verb that leaves something out.</summary>
internal static class LeftOut
{
    private static readonly HashSet<string> Firsts = new(StringComparer.Ordinal) { "leaving", "leave", "taking", "take", "keeping", "keep", "filtering", "filter", "cutting", "cut", "setting", "set" };
    private static readonly HashSet<string> Lasts = new(StringComparer.Ordinal) { "out", "aside" };
    private const int Far = 6;
    private static readonly HashSet<string> Things = new(StringComparer.Ordinal) { "anything", "anyone", "anybody", "everything", "everyone", "those", "ones", "all", "any", "that", "which", "who", "whose", "where", "is", "are", "was", "were", "with", "of", "having", "has", "have", "the" };

    /// <summary>A verb that leaves rows out, and no plain "not".</summary>
    public static bool Speaks(string word) => word is "ignore" or "ignoring" or "exclude" or "excluding" or "remove" or "removing" or "drop" or "dropping" or "skip" or "skipping" or "leaveout" or "leavingout" or "omit" or "omitting" or "hide" or "hiding" or "disregard" or "disregarding" or "except" or "exceptfor" or "exceptthe" or "filterout" or "filteringout" or "notcounting" or "withoutcounting" or "leaveaside" or "leavingaside";

    /// <summary>"ignore songs with less than 1 million plays", "leave out anything over 5000": the word that leaves out whatever fulfils the bound at <paramref name="compare"/>, or -1.</summary>
    public static int Before(Scene scene, int compare)
    {
        if (scene.IsJapanese(compare)) return -1;
        for (var k = compare - 1; k >= 0 && k >= compare - Far; k--)
        {
            if (scene.Is(k, WordKind.Not, WordKind.Remove) && !scene.IsJapanese(k)) return scene.Used(k) || !Speaks(scene.Raw(k)) ? -1 : k;
            if (!scene.IsSmall(k) && !scene.IsEntity(k) && !scene.Is(k, WordKind.Rows, WordKind.Which) && !(scene.Measure(k) is not null && !scene.Used(k)) && !Things.Contains(scene.Raw(k))) return -1;
        }
        return -1;
    }

    /// <summary>The words around the value at <paramref name="first"/> that leave it out, or nothing.</summary>
    public static int[] Around(Scene scene, int first, int last)
    {
        if (scene.IsJapanese(first)) return [];
        var end = last + 1;
        while (scene.IsEntity(end) || scene.IsSmall(end) && !Lasts.Contains(scene.Raw(end))) end++;
        if (!Lasts.Contains(scene.Raw(end)) && !(scene.Raw(end) is "left" && scene.Raw(end + 1) is "out" or "aside")) return [];
        if (scene.Raw(end) is "left" or "leftout" or "leftaside") return [end, end + 1];
        for (var k = first - 1; k >= 0 && k >= first - Far; k--)
        {
            if (Firsts.Contains(scene.LastToken(k).Raw)) return [k, end];
            if (!scene.IsSmall(k) && !scene.IsJoin(k) && scene.Value(k) is null && !scene.IsUnknown(k) && !scene.Is(k, WordKind.GrainNoun) && !scene.IsEntity(k)) return [];
        }
        return [];
    }
}
