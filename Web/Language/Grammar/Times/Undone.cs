using Web.Semantics;

namespace Web.Language;

/// <summary>"bridges never rebuilt", "uninspected lifts", 未点検の橋, 架け替え済みの橋: what has a date was done, what has none was not.</summary>
internal static class Undone
{
    private static readonly string[] Done = ["済み", "済", "ずみ", "したことがある", "したことのある", "たことがある", "たことのある"];
    private static readonly string[] Not = ["されていない", "していない", "られていない", "れていない", "ていない", "したことがない", "したことのない", "られたことがない", "られたことのない", "たことがない", "たことのない", "されてない", "られてない", "なし"];
    private static readonly HashSet<string> Been = new(StringComparer.Ordinal) { "been", "yet", "ever", "were", "was", "be", "being" };

    public static void Apply(Scene scene, Draft draft)
    {
        if (Enumerable.Range(0, scene.Count).Any(i => scene.Period(i) is not null)) return;
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i)) continue;
            if (scene.IsJapanese(i)) ReadJapanese(scene, draft, i);
            else ReadEnglish(scene, draft, i);
        }
    }

    /// <summary>"never rebuilt", "have not yet been inspected", "unrepaired"</summary>
    private static void ReadEnglish(Scene scene, Draft draft, int i)
    {
        if (scene.Raw(i) is "open" or "stillopen" or "unresolved" && (scene[i] is UnknownMeaning || scene[i] is FieldMeaning { Weak: true } && scene.Raw(i - 1) is "still") && Finished(scene) is { } ended)
        {
            Add(scene, draft, ended, FilterOp.IsNull, scene.Raw(i - 1) is "still" ? [i - 1, i] : [i]);
            return;
        }
        if (scene.IsUnknown(i) && scene.Raw(i) is ['u', 'n', .. { Length: > 3 } rest] && Participle(rest) && Named(scene, rest) is { } column)
        {
            Add(scene, draft, column, FilterOp.IsNull, [i]);
            return;
        }
        if (scene.AnyField(i) is not { } dated || !IsDate(dated) || !Participle(scene.LastToken(i).Raw) || scene.Item(i).End - scene.Item(i).First > 1) return;
        var not = i - 1;
        while (Been.Contains(scene.Raw(not)) && !scene.Is(not, WordKind.Not)) not--;
        if (scene.Is(not, WordKind.Not) && !scene.Used(not) && scene.Raw(not) is not ("without" or "no" or "except" or "excluding") && !IsOfValue(scene, i)) Add(scene, draft, dated, FilterOp.IsNull, [not, i]);
    }

    /// <summary>The one day on which something was brought to its end.</summary>
    private static Column? Finished(Scene scene) =>
        scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, IsTemporal: true } && ColumnForms.NamesOf(c).Any(name => name.Any(t => t.Raw is "completed" or "closed" or "finished" or "resolved" or "completion" or "closing" or "done" or "ended" or "fixed"))).ToList() is [var only] ? only : null;

    /// <summary>"not filed in TX": it was, elsewhere.</summary>
    private static bool IsOfValue(Scene scene, int i) => scene.Value(scene.Next(i)) is not null || (scene.Raw(i + 1) is "in" or "at" or "by" or "on" or "to" or "from" or "with" or "as" && !scene.Is(i + 1, WordKind.By)) || (scene.Is(i + 1, WordKind.By) && scene.Value(scene.Next(i + 1)) is not null);

    /// <summary>未点検, 点検済み, 架け替えられていない</summary>
    private static void ReadJapanese(Scene scene, Draft draft, int i)
    {
        if (scene.Raw(i) is "未" && Makings.Spoken(scene, i + 1) is { } undone)
        {
            Add(scene, draft, undone.Column, FilterOp.IsNull, [i, .. undone.Words]);
            return;
        }
        if (scene.Typed(i) is ['未', .. { Length: > 0 } deed] && scene[i] is not ValueMeaning { Quality: >= 0.95 } && Makings.Called(scene, deed) is { } never)
        {
            Add(scene, draft, never, FilterOp.IsNull, [i]);
            return;
        }
        if (NotFilled(scene, i) is { } open)
        {
            Add(scene, draft, scene.AnyField(i)!, FilterOp.IsNull, open);
            return;
        }
        if (Makings.Spoken(scene, i) is not { } done) return;
        var tail = string.Concat(Enumerable.Range(done.Words[0], Math.Min(10, scene.Count - done.Words[0])).Select(scene.Typed));
        // Of both endings the nearer is said of this deed: 点検済みで故障していない.
        var (not, did) = (Ending(scene, done.Words, tail, Not), Ending(scene, done.Words, tail, Done));
        if (not is not null && (did is null || not.Length < did.Length)) Add(scene, draft, done.Column, FilterOp.IsNull, not);
        else if (did is not null) Add(scene, draft, done.Column, FilterOp.NotNull, did);
    }

    /// <summary>まだ採点していない of a cup_score: a figure or a name that is not there yet.</summary>
    private static int[]? NotFilled(Scene scene, int i)
    {
        if (scene[i] is not FieldMeaning { Own: false, Column: { Type: not ColumnType.Boolean, Role: not ColumnRole.Identity, DefaultAggregate: not Aggregates.Sum } } || scene.LastToken(i).Script is not (Script.Kanji or Script.Katakana)) return null;
        var tail = string.Concat(Enumerable.Range(i + 1, Math.Min(6, scene.Count - i - 1)).Select(scene.Typed));
        if (Array.Find(Unfilled, ending => tail.StartsWith(ending, StringComparison.Ordinal)) is not { } said) return null;
        var last = i;
        for (var length = 0; length < said.Length; length += scene.Typed(last).Length) last++;
        return [.. Enumerable.Range(i, last - i + 1)];
    }

    private static readonly string[] Unfilled = ["していない", "されていない", "してない", "されてない", "していません", "されていません"];

    /// <summary>The words from the deed to the end of what says whether it was done; no other noun stands between.</summary>
    private static int[]? Ending(Scene scene, IReadOnlyList<int> deed, string tail, string[] endings)
    {
        var first = deed[0];
        foreach (var ending in endings)
        {
            var at = tail.IndexOf(ending, StringComparison.Ordinal);
            if (at is < 1 or > 8) continue;
            var last = first;
            for (var length = scene.Typed(first).Length; length < at + ending.Length; length += scene.Typed(last).Length) last++;
            if (Enumerable.Range(first, last - first + 1).All(k => scene.IsJapanese(k) && (deed.Contains(k) || IsGlue(scene, k)))) return [.. Enumerable.Range(first, last - first + 1)];
        }
        return null;
    }

    private static bool IsGlue(Scene scene, int k) =>
        (!scene.Used(k) || scene.Is(k, WordKind.Filler)) && !scene.IsEntity(k) && scene.Value(k) is null && scene.AnyField(k) is null && !(scene.IsUnknown(k) && scene.FirstToken(k).Script is Script.Kanji or Script.Katakana && scene.Raw(k) is not "済");

    private static void Add(Scene scene, Draft draft, Column column, FilterOp op, int[] words)
    {
        var part = new FilterPart { Column = column, Op = op };
        draft.Filters.Add(part);
        foreach (var word in words) scene.Use(word, part);
    }

    private static Column? Named(Scene scene, string participle) =>
        scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null } && IsDate(c) && scene.Lexicon.StemsOf(c).Contains(Stem.Of(participle))).ToList() is [var only] ? only : null;

    private static bool IsDate(Column column) => column.Role == ColumnRole.Time;

    private static bool Participle(string raw) => raw.EndsWith("ed", StringComparison.Ordinal) || raw is "built" or "rebuilt" or "sold" or "paid" or "sent" or "shipped" or "made" or "done" or "won" or "lost";
}
