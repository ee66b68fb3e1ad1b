namespace Web.Language;

/// <summary>Words that nothing explains although they say something of the data: a chart without them would show something else.</summary>
internal static class Unread
{
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "bin", "ones", "one", "letters", "letter", "spread", "changes", "changed", "change", "new", "newly", "recent", "recently", "respectively", "please", "pls", "plz", "x", "y", "x-axis", "y-axis", "etc", "overall", "currently", "now", "so", "far", "already", "still", "ever", "yet", "also",
        "data", "info", "information", "figures", "numbers", "detail", "details", "remove", "attr", "wise",
    };

    private static readonly string[] Verbs = ["resolve", "offer", "take", "get", "have", "use", "own", "make", "come", "cost", "earn", "teach", "run", "hold", "win", "lose", "sell", "buy", "pay", "play", "stay", "live", "fly", "ship", "grow", "fall", "rise", "drop", "cover", "serve", "handle", "close", "open", "built", "took", "had", "held", "sold", "bought", "made", "left", "went", "came", "got", "gave", "ran", "won", "lost", "spent", "sent", "shown", "seen", "drawn", "done", "given", "taken", "grown", "known", "born"];

    public static bool In(Candidate best)
    {
        var scene = best.Scene;
        return best.Unexplained.Any(i => !scene.IsExcused(i) && (scene.Is(i, WordKind.Beyond, WordKind.Sign) || scene.Is(i, WordKind.Compare, WordKind.CompareAfter) || scene.Is(i, WordKind.Between, WordKind.Contains) || scene.Number(i) is not null || (scene.IsUnknown(i) && SaysSomething(scene, i))));
    }

    public static bool IsVerb(string raw) => Verbs.Contains(raw) || raw.EndsWith("ed", StringComparison.Ordinal) || raw.EndsWith("ing", StringComparison.Ordinal);

    private static bool SaysSomething(Scene scene, int i)
    {
        if (scene.IsJapanese(i)) return scene.Raw(i) is not ("新規" or "新た") && !JapaneseVerbs.Is(scene, i) && !GapRule.IsDone(scene, i);
        var raw = scene.Raw(i);
        if (raw.Length == 2 && scene.FirstToken(i).Script == Script.Word && !Vocabulary.Spoken.Contains(raw) && !Harmless.Contains(raw)) return scene.FirstToken(i).Capital || raw.Any(char.IsUpper);
        if (raw.Length < 3 || Harmless.Contains(raw) || Verbs.Contains(raw)) return false;
        return !(raw.EndsWith("ed", StringComparison.Ordinal) || raw.EndsWith("ing", StringComparison.Ordinal) || raw.EndsWith("ly", StringComparison.Ordinal));
    }
}
