namespace Web.Language;

/// <summary>Results, entries, records, 結果, 明細, データ: words that name the rows of any table.</summary>
internal static class GeneralRows
{
    private static readonly HashSet<string> Nouns = [.. "results entries records rows cases observations 結果 データ 記録 明細 レコード 行".Split(' ').Select(noun => string.Concat(Tokens.Of(noun).Select(t => t.Raw)))];

    public static bool Are(Scene scene, int i) => i >= 0 && i < scene.Count && Nouns.Contains(scene.Raw(i)) && scene.Measure(i) is null && scene.Category(i) is null && scene.Value(i) is null;

    /// <summary>"had the most entries", 結果が一番多い競技: the rows are counted.</summary>
    public static int Ranked(Scene scene, int superlative)
    {
        if (!scene.IsJapanese(superlative)) return Are(scene, scene.Next(superlative)) ? scene.Next(superlative) : -1;
        var before = scene.Raw(superlative - 1) is "が" or "の" or "も" ? superlative - 2 : superlative - 1;
        return Are(scene, before) && (scene.Raw(superlative).Contains('多', StringComparison.Ordinal) || scene.Raw(superlative).Contains('少', StringComparison.Ordinal) || scene.Word(scene.Next(superlative)) is { Kind: WordKind.Adjective }) ? before : -1;
    }

    /// <summary>"all results of athletes from Kenya": in a list of rows, whose they are picks no column.</summary>
    public static bool AreOf(Scene scene, Draft draft, int i) =>
        draft.List && !scene.IsJapanese(i) && scene.Raw(i - 1) is "of" or "ofthe" or "ofall" or "for" or "forall" && scene.LastToken(i) is { Raw: [.., _, 's'] } word && word.Text != word.Raw
        && scene.Next(i, -1) is >= 0 and var before && (Are(scene, before) || scene.IsEntity(before) || scene.Is(before, WordKind.List, WordKind.Rows));
}
