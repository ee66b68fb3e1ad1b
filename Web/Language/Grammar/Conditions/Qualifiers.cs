using Web.Semantics;

namespace Web.Language;

/// <summary>
/// Of columns that share a word, the one is meant whose other words are said too: in "home goals by team" the home team,
/// in "harvested in 2023" the harvest date.
/// </summary>
internal static class Qualifiers
{
    private const double Each = 1;

    public static double Bonus(Scene scene, Draft draft)
    {
        var qualified = new HashSet<Column>();
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) && scene[i] is FieldMeaning { Quality: < 0.999 } field && IsQualified(scene, field.Column, i)) qualified.Add(field.Column);
        }
        foreach (var column in Unnamed(draft))
        {
            if (IsQualified(scene, column, -1)) qualified.Add(column);
        }
        return qualified.Count * Each;
    }

    /// <summary>Columns of time that no word named.</summary>
    private static IEnumerable<Column> Unnamed(Draft draft) =>
        draft.Filters.Where(f => f is { Assumed: true, Phrase: not null, Column: not null }).Select(f => f.Column!).Concat(draft.Groups.Where(g => g.DefaultTime).Select(g => g.Column));

    /// <summary>How many words of the column's name are said somewhere.</summary>
    public static int SaidOf(Scene scene, Column column) =>
        scene.Lexicon.StemsOf(column).Count(stem => Enumerable.Range(0, scene.Count).Any(k => Says(scene, k, stem)));

    private static bool IsQualified(Scene scene, Column column, int item)
    {
        foreach (var stem in scene.Lexicon.StemsOf(column))
        {
            if (item >= 0 && Says(scene, item, stem)) continue;
            for (var k = 0; k < scene.Count; k++)
            {
                if (k != item && Says(scene, k, stem)) return true;
            }
        }
        return false;
    }

    private static bool Says(Scene scene, int i, string stem)
    {
        foreach (var token in scene.TokensOf(i))
        {
            if (token.Text == stem) return true;
        }
        return false;
    }
}
