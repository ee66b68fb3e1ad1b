using Web.Semantics;

namespace Web.Language;

/// <summary>
/// "how did bookings develop", "which category eats the biggest share", "where we pay": an unknown word in the place of a verb
/// whose doer and whose object are known. It says what happened, and narrows nothing. "customers who complained" narrows.
/// </summary>
internal static class EnglishVerbs
{
    private static readonly HashSet<string> Auxiliaries = new(StringComparer.Ordinal) { "did", "does", "do" };
    private static readonly HashSet<string> Doers = new(StringComparer.Ordinal) { "we", "they", "you", "people", "everyone", "everybody", "i" };
    private static readonly HashSet<string> Goes = new(StringComparer.Ordinal)
    {
        "in", "on", "at", "for", "from", "to", "during", "over", "since", "until", "between", "across", "by", "per", "each", "every", "last", "this", "the", "a", "more", "less", "most", "best", "over", "under", "with", "within", "through", "as", "and", "or", "up", "out", "so", "how", "compared", "before", "after", "versus", "vs", "around",
    };

    public static void Apply(Scene scene)
    {
        for (var i = 1; i < scene.Count; i++)
        {
            if (scene.Used(i) || !(scene.IsUnknown(i) || scene.Is(i, WordKind.Alien)) || scene.IsJapanese(i) || scene.FirstToken(i).Capital) continue;
            if (scene.Is(i, WordKind.Alien))
            {
                // "which district sends us the least": what they do is told of, not asked for.
                if (IsRanked(scene, i)) scene.Excuse(i);
                continue;
            }
            if (IsPassive(scene, i) || IsOfQuestion(scene, i) || IsRanked(scene, i) || IsOfDoer(scene, i) || IsDeedOf(scene, i) || IsOwnDoing(scene, i)) scene.Excuse(i);
        }
    }

    /// <summary>"planets were found since 2015"</summary>
    private static bool IsPassive(Scene scene, int i) => GoesOn(scene, i) && scene.Raw(i - 1) is "were" or "was" or "been" && scene.Raw(i) is "found" or "made" or "held" or "done" or "seen" or "sold" or "taken" or "given" or "caught" or "sent";

    /// <summary>"how did bookings develop in 2026": an auxiliary, a doer that is known, and the verb before the rest of the clause.</summary>
    private static bool IsOfQuestion(Scene scene, int i)
    {
        var doer = scene.Raw(i - 1) is "." ? i - 2 : i - 1; // "Ravi M. spot"
        if (!GoesOn(scene, i) && (!scene.IsEntity(i + 1) || scene.Raw(i) is "lose" or "reject" or "cancel" or "return" or "refund" or "miss" or "fail" or "decline" or "drop" or "skip") || scene.Raw(i) is [.., 's'] or [.., 'e', 'd'] || scene.IsSmall(doer) && !Doers.Contains(LastWord(scene, doer))) return false;
        for (var k = doer; k >= 0 && k >= i - 6; k--)
        {
            if (scene.TokensOf(k).Any(t => Auxiliaries.Contains(t.Raw))) return k < doer || Doers.Contains(LastWord(scene, k));
            if (scene.IsUnknown(k) || scene.IsMark(k)) return false;
        }
        return false;
    }

    /// <summary>"which category eats the biggest share", "who earns the most points"</summary>
    private static bool IsRanked(Scene scene, int i)
    {
        if (scene.Raw(i) is not [_, _, .., 's'] and not [_, _, .., 'e', 'd'] || !scene.Is(scene.Next(i), WordKind.Superlative) || scene.Next(i) > i + 3) return false;
        var doer = scene.Next(i, -1);
        return (scene.Category(doer) is not null || scene.IsEntity(doer) || scene.Raw(doer) is "who") && Enumerable.Range(0, doer + 1).Any(k => scene.Is(k, WordKind.Which));
    }

    /// <summary>"vendors where we pay over 9M", "the parts that we ship by plant"</summary>
    private static bool IsOfDoer(Scene scene, int i) => Doers.Contains(LastWord(scene, i - 1)) && GoesOn(scene, i) && scene.Raw(i) is not [.., 'l', 'y'];

    /// <summary>"everything Ravi noted in 2026": what a person of the data did with the rows.</summary>
    private static bool IsDeedOf(Scene scene, int i) =>
        scene.Value(i - 1) is { Column: var column } && People.IsOfPeople(column) && scene.Raw(i) is [_, _, .., 'e', 'd'] or "wrote" or "drove" or "taught" or "led" or "ran" or "did" or "put" or "cut" or "set" or "built" or "drew" && GoesOn(scene, i);

    /// <summary>"the documents each author wrote", "singers who appeared in more than 20 concerts": what whoever stands in a row does there, by being in it.</summary>
    private static bool IsOwnDoing(Scene scene, int i)
    {
        if (!Doings.Contains(scene.Raw(i))) return false;
        var doer = i - 1;
        while (doer > 0 && scene.Raw(doer) is "have" or "has" or "had" or "who" or "that" or "which" or "whohave" or "thathave" or "whohas") doer--;
        if (scene.Category(doer) is not { Type: ColumnType.Text }) return false;
        var next = scene.Next(i);
        return GoesOn(scene, i) && Enumerable.Range(0, doer).Any(k => scene.IsEntity(k) || scene.Is(k, WordKind.Count)) || scene.IsEntity(next) || scene.Is(next, WordKind.Compare) && scene.Number(next + 1) is not null && scene.IsEntity(next + 2);
    }

    private static readonly HashSet<string> Doings = new(StringComparer.Ordinal)
    {
        "wrote", "write", "writes", "written", "authored", "appeared", "appear", "appears", "performed", "perform", "played", "attended", "published", "produced", "directed", "created", "placed", "made", "booked", "hosted", "organised", "organized", "handled", "drew", "gave", "held", "taught",
        "visited", "joined", "served", "posted", "sang", "sung", "took", "ran", "led", "did", "done", "put", "filed", "entered", "raised",
    };

    private static bool GoesOn(Scene scene, int i) =>
        i + 1 >= scene.Count || scene.IsMark(i + 1) || Goes.Contains(scene.FirstToken(i + 1).Raw) || scene.Period(i + 1) is not null || scene.Is(i + 1, WordKind.By, WordKind.Compare) || scene.Is(i + 1, WordKind.Superlative, WordKind.Grain);

    private static string LastWord(Scene scene, int k) => k < 0 ? "" : scene.LastToken(k).Raw;
}
