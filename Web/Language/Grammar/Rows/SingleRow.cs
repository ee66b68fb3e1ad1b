using Web.Semantics;

namespace Web.Language;

/// <summary>"the largest single claim", 請求額が最大の1件: of all rows the greatest figure there is.</summary>
internal static class SingleRow
{
    public static bool Read(Scene scene, Draft draft, int i, SortOrder order, Column? hint)
    {
        var words = scene.IsJapanese(i) ? Japanese(scene, i) : English(scene, i);
        if (words.Count == 0 || draft.List || Divides(scene, i)) return false;
        var figure = Figure(scene, words[^1]);
        var column = figure >= 0 ? scene.Measure(figure) : hint ?? DefaultMeasure.Of(scene.Lexicon);
        if (column is null) return false;
        var part = draft.Measures.Find(m => m.Column == column && m.Aggregate is null) ?? new MeasurePart { Column = column };
        part.Aggregate = order == SortOrder.Asc ? Aggregates.Min : Aggregates.Max;
        if (!draft.Measures.Contains(part)) draft.Measures.Add(part);
        foreach (var word in words.Prepend(i)) scene.Use(word, part);
        if (figure >= 0) scene.Use(figure, part);
        return true;
    }

    /// <summary>single, and the noun behind it that names a row or the figure.</summary>
    private static List<int> English(Scene scene, int i)
    {
        // "the longest call ever"
        if (scene.IsEntity(i + 1) && scene.Raw(i + 2) is "ever" or "todate" or "onrecord" && scene.Measure(scene.Next(i + 2)) is not null && scene.LastToken(i + 1) is var row && row.Raw == row.Text) return [i + 2, i + 1];
        if (scene.Raw(i + 1) is not ("single" or "individual" or "one")) return [];
        var noun = i + 2;
        if (noun >= scene.Count || scene.IsJapanese(noun) || scene.LastToken(noun) is { Script: Script.Word, Raw: [.., not 's', 's'] } word && word.Raw != word.Text) return [];
        if (scene.Measure(noun) is not null || scene.Is(noun, WordKind.DefaultMeasure)) return [i + 1, noun];
        return scene.IsEntity(noun) || scene.Field(noun) is not null || scene.IsUnknown(noun) && InBrackets(scene, noun) >= 0 ? [i + 1, noun] : [];
    }

    private static List<int> Japanese(Scene scene, int i) =>
        scene.Word(i) is { Value: "desc" or "asc" } && scene.Number(i + 1) is { Value: 1 } && scene.Raw(i + 2) is "件" && Enumerable.Range(0, i).Any(k => scene.Measure(k) is not null) ? [i + 1, i + 2] : [];

    /// <summary>"which agent had the largest single claim" asks for somebody.</summary>
    private static bool Divides(Scene scene, int i) =>
        Enumerable.Range(0, scene.Count).Any(k => scene.Is(k, WordKind.By, WordKind.ByAfter) || scene.Is(k, WordKind.Grain))
        || Enumerable.Range(0, i).Any(k => scene.Is(k, WordKind.Which) && scene.Raw(k) is not ("what" or "whats") || scene.Raw(k) is "list" or "top");

    private static int Figure(Scene scene, int noun)
    {
        if (InBrackets(scene, noun) is >= 0 and var meant) return meant;
        if (scene.Measure(noun) is not null) return noun;
        if (scene.IsJapanese(noun)) return Enumerable.Range(0, noun).Where(k => scene.Measure(k) is not null).DefaultIfEmpty(-1).Last();
        if (scene.Raw(noun + 1) is "ever" && scene.Measure(scene.Next(noun + 1)) is not null) return scene.Next(noun + 1);
        return scene.Measure(scene.Next(noun)) is not null && scene.Raw(noun + 1) is "by" or "in" ? scene.Next(noun) : -1;
    }

    private static int InBrackets(Scene scene, int noun) => scene.Raw(noun + 1) is "(" && scene.Measure(noun + 2) is not null && scene.Raw(noun + 3) is ")" ? noun + 2 : -1;
}
