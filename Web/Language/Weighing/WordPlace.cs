namespace Web.Language;

/// <summary>What is done with a word where it stands, as far as its neighbours tell.</summary>
internal enum WordPlace { Plain, Grouped, Counted, Reckoned, Ranked, Asked, Contrasted, Bounded }

internal static class WordPlaces
{
    public static WordPlace Of(Scene scene, int i)
    {
        var (before, after) = (scene.Next(i, -1), scene.Next(i));
        if (scene.Is(before, WordKind.By, WordKind.Series) || (after == i + 1 && scene.Is(after, WordKind.ByAfter, WordKind.SeriesAfter))) return WordPlace.Grouped;
        if ((!scene.IsJapanese(before) && scene.Is(before, WordKind.Count, WordKind.Distinct)) || (scene.IsJapanese(after) && scene.Is(after, WordKind.CountAfter, WordKind.Count))) return WordPlace.Counted;
        if (scene.Is(before, WordKind.Aggregate) || (scene.IsJapanese(after) && scene.Is(after, WordKind.Aggregate))) return WordPlace.Reckoned;
        if (scene.Is(before, WordKind.Superlative, WordKind.Adjective) || scene.Is(after, WordKind.Superlative, WordKind.Adjective)) return WordPlace.Ranked;
        if (scene.Is(before, WordKind.Which)) return WordPlace.Asked;
        if (Contrasts(scene, before) || Contrasts(scene, after)) return WordPlace.Contrasted;
        return scene.Is(before, WordKind.Compare) || scene.Number(after) is not null || scene.Is(after, WordKind.CompareAfter) ? WordPlace.Bounded : WordPlace.Plain;
    }

    private static bool Contrasts(Scene scene, int i) => scene.Is(i, WordKind.Relation, WordKind.Distribution) || scene.Is(i, WordKind.Versus);
}
