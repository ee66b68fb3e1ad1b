using Web.Semantics;

namespace Web.Language;

/// <summary>How many are wanted: a number beside the noun, the plural of the noun, "the second highest".</summary>
internal static class HowMany
{
    /// <summary>Where a plural says no number.</summary>
    public const int Usual = 10;

    public static bool At(Scene scene, int i) => scene.Number(i) is { Percent: false, Value: >= 1 and <= 10000 } n && n.Value == Math.Truncate(n.Value);

    /// <summary>"the five regions with the lowest profit", "the 5 with the highest count": how many stand before the noun.</summary>
    public static int Before(Scene scene, int i)
    {
        var with = false;
        for (var k = i - 1; k >= 0 && k >= i - 6; k--)
        {
            with |= scene.Raw(k) is "with" or "withthe" or "having" or "that" or "have" or "whohave" or "havethe" or "has" or "whose" or "by" or "bythe" or "had" or "hadthe" or "got" or "gotthe" or "get" or "getthe" or "won" or "wonthe" or "sold" or "soldthe" or "made" or "madethe" or "received" or "receivedthe" or "are" or "arethe" or "were" or "werethe";
            with |= IsDone(scene, k) || scene.Raw(k) is "who" or "which";
            if (At(scene, k) && !scene.Used(k) && scene.Is(scene.Next(k, -1), WordKind.Which)) return k;
            if (At(scene, k) && !scene.Used(k)) return with && !scene.Is(scene.Next(k, -1), WordKind.Compare) ? k : -1;
            if (!scene.IsSmall(k) && scene.Category(k) is null && scene.Measure(k) is null && !scene.IsEntity(k) && !scene.Is(k, WordKind.Rows, WordKind.Which) && !IsDone(scene, k) && scene.Value(k) is null) return -1;
        }
        return -1;
    }

    /// <summary>"the three types raised least often", "the 8 guests who paid most": what was done stands before how often or how much.</summary>
    private static bool IsDone(Scene scene, int k) =>
        !scene.IsJapanese(k) && scene.Value(k) is null && (scene.LastToken(k).Raw is [_, _, _, .., 'e', 'd'] || scene.Raw(k) is "paid" or "sold" or "bought" or "spent" or "made" or "taken" or "won" or "lost" or "seen" or "sent" or "used" or "taught" or "rented") && scene[k] is UnknownMeaning or FieldMeaning { Weak: true } or WordMeaning;

    /// <summary>"the second highest": the first two are shown.</summary>
    public static int Nth(Scene scene, int i) => scene.Raw(i - 1) switch { "second" => 2, "third" => 3, "fourth" => 4, "fifth" => 5, _ => 0 };

    /// <summary>"top campaign by revenue": the noun is one.</summary>
    public static bool IsOne(Scene scene, int i) =>
        !scene.IsJapanese(i) && scene.Next(i) is >= 0 and var noun && (scene.IsEntity(noun) || scene.Category(noun) is { Type: ColumnType.Text }) && scene.LastToken(noun) is { Script: Script.Word, Raw: [.., not 's'] };

    public static bool AreSeveral(Scene scene, int i)
    {
        var k = scene.Next(i);
        while (scene.Value(k) is not null) k++; // "biggest open deals"
        // "worst performing stores"
        if (scene.IsUnknown(k) && scene.Raw(k) is var verb && (verb.EndsWith("ing", StringComparison.Ordinal) || verb.EndsWith("ed", StringComparison.Ordinal))) k = scene.Next(k);
        return (scene.IsEntity(k) || scene.Category(k) is not null) && !Enumerable.Range(0, i).Any(c => scene.Category(c) is not null || scene.Raw(c) is "who" || (scene.Is(c, WordKind.Grain, WordKind.GrainNoun) && (scene.Is(scene.Next(c, -1), WordKind.Which) || scene.Raw(c - 1) is "what" or "which"))) && IsPlural(scene, k);
    }

    /// <summary>"which departments have the highest …" wants the order, not one bar.</summary>
    public static bool AreAskedFor(Scene scene, int i)
    {
        for (var k = 0; k < i; k++)
        {
            if (scene.Category(k) is null || !IsPlural(scene, k)) continue;
            if (scene.Is(scene.Next(k, -1), WordKind.Which)) return true;
            // "hosts with the most listings"
            if (scene.Next(k, -1) < 0 && scene.Raw(k + 1) is "with" or "withthe" or "having") return true;
        }
        return false;
    }

    public static bool IsPlural(Scene scene, int k)
    {
        var raw = scene.LastToken(k).Raw;
        return raw.Length > 3 && raw[^1] == 's' && raw is not ("species" or "series") && scene.LastToken(k).Text != raw;
    }
}
