namespace Web.Language;

/// <summary>"area planted", "distance travelled": what was done with a figure belongs to it and divides nothing. "that were reserved" narrows.</summary>
internal static class Participles
{
    private static readonly HashSet<string> OfFigures = new(StringComparer.Ordinal)
    {
        "planted", "sown", "grown", "cultivated", "covered", "travelled", "traveled", "flown", "ridden", "driven", "walked", "worked", "recorded", "measured", "reported", "observed", "logged", "obtained", "seen", "noted", "registered",
        "produced", "harvested", "caught", "landed", "spent", "taken", "made", "earned", "collected", "brought", "generated", "run", "played", "studied", "slept",
    };

    private static readonly HashSet<string> Before = new(StringComparer.Ordinal)
    {
        "by", "per", "each", "every", "and", "or", "is", "are", "most", "least", "more", "less", "how", "what", "which", "the", "a", "an", "of", "for", "in", "on", "only", "all", "not", "with", "vs", "versus", "between", "were", "was", "been", "best", "top", "list", "show", "average", "total",
    };

    private static readonly HashSet<string> After = new(StringComparer.Ordinal)
    {
        "per", "by", "in", "on", "for", "each", "every", "over", "from", "at", "during", "across", "between", "since", "until", "last", "this", "with", "as", "month", "monthly", "and",
    };

    private static readonly HashSet<string> Relative = new(StringComparer.Ordinal) { "that", "which", "who", "thatwere", "thatare", "thatwas", "thathave", "thathavebeen", "whichwere", "whichare", "whowere", "whoare", "whohave", "thathad", "whohad" };

    private static readonly HashSet<string> Links = new(StringComparer.Ordinal) { "were", "are", "was", "is", "have", "has", "had", "been", "got", "be", "being" };

    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal) { "made", "taken", "sold", "held", "given", "done", "listed", "shown", "included", "found", "called", "named", "located", "based", "received", "submitted", "happened", "occurred", "used", "counted", "created", "added", "involved" };

    /// <summary>A participle right behind a word that may be a figure, with the sentence going on or ending behind it.</summary>
    public static bool FollowFigure(IReadOnlyList<Token> tokens, int at) =>
        at > 0 && OfFigures.Contains(tokens[at].Raw) && tokens[at - 1].Script == Script.Word && !Before.Contains(tokens[at - 1].Raw) && (at + 1 == tokens.Count || tokens[at + 1].Script == Script.Mark || After.Contains(tokens[at + 1].Raw));

    /// <summary>The participle belongs to the figure before it; nothing else of the data is called so.</summary>
    public static void Apply(Scene scene)
    {
        for (var i = 1; i < scene.Count; i++)
        {
            if (scene.Used(i) || !scene.IsUnknown(i) || scene.IsJapanese(i) || !OfFigures.Contains(scene.Raw(i)) || scene.PartOf(i - 1) is not MeasurePart { Column: not null } figure) continue;
            scene.Use(i, figure);
            if (scene.Raw(i + 1) is "in" && scene.Raw(i) is "brought") scene.Use(i + 1, figure);
        }
    }

    /// <summary>"loans that were reserved", where nothing is known of it: a condition that would be lost.</summary>
    public static bool Narrow(Scene scene, int i)
    {
        if (!scene.IsUnknown(i) || scene.IsJapanese(i) || OfFigures.Contains(scene.Raw(i)) || Harmless.Contains(scene.Raw(i))) return false;
        var linked = false;
        for (var k = i - 1; k >= 0 && k >= i - 4; k--)
        {
            if (Relative.Contains(scene.Raw(k))) return linked || scene.Raw(k).Length > 5 || scene.Raw(i).EndsWith("ed", StringComparison.Ordinal);
            if (Links.Contains(scene.Raw(k))) linked = true;
            else if (!scene.IsSmall(k)) return false;
        }
        return false;
    }
}
