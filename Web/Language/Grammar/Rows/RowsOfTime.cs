using Web.Semantics;

namespace Web.Language;

/// <summary>"contracts started before 2021", "what's renewing next month": rows to which something happened then, and nothing is asked of them.</summary>
internal static class RowsOfTime
{
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal) { "what", "whats", "which", "anything", "anyone", "everything", "everyone", "who", "whos" };

    public static void Apply(Scene scene, Draft draft)
    {
        if (Enumerable.Range(0, scene.Count).Any(scene.IsJapanese) || !draft.AsksNothing) return;
        if (draft.Filters.FindAll(f => f is { Phrase.Part: null, Phrase: not null }) is not [{ Phrase.Days: var days } period] || draft.TimeHint is null && period.Assumed) return;
        if (!SaysWhatHappened(scene)) return;
        var asked = Asking.Contains(scene.FirstToken(0).Raw) && !scene.AsksForChart;
        var open = days.From is null != days.To is null && (draft.NamesRows && scene.IsEntity(First(scene)) || AreNamed(scene, First(scene)));
        if (asked || open) draft.List = true;
    }

    private static readonly HashSet<string> Deeds = [.. "due begun begin begins start starts end ends expire expires renew renews born made sent bought sold brought taken given held lent paid built drawn written broken found lost left met won sown grown shot struck caught kept read run set shut spent put cut done seen shown signed".Split(' ')];

    /// <summary>"contracts started" of a contract_start: the rows and what happened to them in one.</summary>
    private static bool AreNamed(Scene scene, int i) =>
        scene.Time(i) is not null && scene.Item(i).End - scene.Item(i).First > 1 && scene.FirstToken(i) is { Raw: [.., _, 's'] } noun && noun.Text != noun.Raw;

    private static int First(Scene scene) => Math.Max(0, scene.IsSmall(0) ? scene.Next(0) : 0);

    /// <summary>A verb of a column of time: started, renewing, due.</summary>
    private static bool SaysWhatHappened(Scene scene) =>
        Enumerable.Range(0, scene.Count).Any(i => scene[i] is FieldMeaning { Column.Role: ColumnRole.Time } && scene.LastToken(i).Raw is var verb && (Deeds.Contains(verb) || verb.EndsWith("ed", StringComparison.Ordinal) || verb.EndsWith("ing", StringComparison.Ordinal)));
}
