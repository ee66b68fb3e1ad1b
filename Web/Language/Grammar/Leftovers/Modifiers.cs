using Web.Semantics;

namespace Web.Language;

/// <summary>
/// "gift category", "donation amount": a word that is not known here before one that is. It may belong to the column only when
/// the column's own name does not say something else in words that are known: "operator type" is no service type.
/// </summary>
internal static class Modifiers
{
    public static bool MayBelong(Scene scene, int unknown, Column column)
    {
        if (!scene.IsUnknown(unknown) || scene.IsJapanese(unknown) || scene.FirstToken(unknown).Capital) return false;
        return ColumnForms.NamesOf(column).All(name => !SaysOtherwise(scene, name));
    }

    /// <summary>The one column that the word at <paramref name="i"/> can mean.</summary>
    public static Column? OnlyColumn(Scene scene, int i)
    {
        if (scene.Field(i) is not { } column) return null;
        return scene.Item(i).Meanings.OfType<FieldMeaning>().All(f => f.Column == column) ? column : null;
    }

    private static bool SaysOtherwise(Scene scene, IReadOnlyList<Token> name)
    {
        if (name.Count < 2) return false;
        if (!name.Any(t => t.IsJapanese)) return name.Any(t => t.Script == Script.Word && t.Raw.Length > 2 && !IsSaid(scene, t) && !IsPlain(t.Raw));
        for (var cut = 1; cut < name.Count; cut++)
        {
            if (Concepts.Names.Exactly([.. name.Take(cut)]) is { } known && known.SelectMany(concept => concept).Any(form => form.Any(t => t.Script == Script.Word))) return true;
        }
        return false;
    }

    private static bool IsSaid(Scene scene, Token token) => Enumerable.Range(0, scene.Count).Any(i => scene.TokensOf(i).Any(t => t.Text == token.Text));

    private static bool IsPlain(string word) => word is "name" or "type" or "code" or "the" or "usd" or "jpy" or "eur" or "yen" or "total" or "number" or "num" or "amount" or "value" or "category" or "class" or "kind" or "group";
}
