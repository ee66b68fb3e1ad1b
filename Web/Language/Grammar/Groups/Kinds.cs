using Web.Semantics;

namespace Web.Language;

/// <summary>"user type", "ticket category": the kind of a thing is another column than its number or name.</summary>
internal static class Kinds
{
    private static readonly HashSet<string> Nouns = [.. Tokens.Of("type kind category class group segment tier division classification").Select(t => t.Text)];
    private static readonly string[] Endings = ["種別", "区分", "分類", "種類", "カテゴリ", "カテゴリー", "タイプ", "クラス", "属性", "類型"];

    /// <summary>The column of kinds that is meant where a thing of the data and a word for kind stand side by side.</summary>
    public static Column? Of(Scene scene, int k)
    {
        if (k < 0 || k + 1 >= scene.Count || scene.IsJapanese(k) || scene.Field(k) is not { } named || IsOfKinds(named) || !Nouns.Contains(scene.LastToken(k + 1).Text) || scene[k + 1] is FieldMeaning { Own: true } or FieldMeaning { Quality: >= 0.9 }) return null;
        List<Column> kinds = [.. scene.Item(k).Meanings.OfType<FieldMeaning>().Select(f => f.Column).Where(c => c is { Type: ColumnType.Text, Role: ColumnRole.Dimension } && IsOfKinds(c)).Distinct()];
        if (kinds.Count == 0) kinds = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Text, Role: ColumnRole.Dimension } && c != named && IsOfKinds(c) && IsOfSame(c, named))];
        return kinds is [var only] ? only : null;
    }

    /// <summary>user_class beside user_number: both speak of a user.</summary>
    private static bool IsOfSame(Column kinds, Column named) =>
        ColumnForms.NamesOf(kinds).Any(name => name.Count > 1 && ColumnForms.NamesOf(named).Any(other => other.Count > 1 && other[0].IsJapanese == name[0].IsJapanese && other[0].Text == name[0].Text && (!name[0].IsJapanese || (name.Count > 2 && other.Count > 2 && other[1].Text == name[1].Text))));

    /// <summary>"trees by type": the only column of types; of several, or none, somebody must say which.</summary>
    public static (int Item, Column? Column) Bare(Scene scene, int by)
    {
        var k = by + 1;
        if (scene.Raw(k) is "the") k++;
        if (k >= scene.Count || scene.IsJapanese(k) || !scene.Is(k, WordKind.Filler) || !Nouns.Contains(scene.LastToken(k).Text)) return (-1, null);
        var noun = scene.LastToken(k).Text;
        List<Column> called = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Text, Role: ColumnRole.Dimension } && ColumnForms.NamesOf(c).Any(name => name.Count > 0 && name[^1].Text == noun))];
        return (k, called is [var only] ? only : null);
    }

    public static bool AreAsked(Scene scene, int words) => scene.Raw(words) is "typeof" or "kindof" or "classof" or "categoryof" or "typesof" or "kindsof";

    /// <summary>"by type of city": where the thing is what the rows are, the only column of kinds.</summary>
    public static Column? OfThing(Scene scene, int words, int k)
    {
        if (k < 0 || scene.IsJapanese(words) || !AreAsked(scene, words) || k != words + 1 || !scene.IsEntity(k) && !scene.Item(k).Meanings.Any(m => m is EntityMeaning)) return null;
        return scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Text, Role: ColumnRole.Dimension } && IsOfKinds(c)).ToList() is [var only] && IsOf(only, scene.LastToken(k)) ? only : null;
    }

    /// <summary>区分 alone, or house_type of houses; the payment type of an order is no type of order.</summary>
    private static bool IsOf(Column kinds, Token thing) =>
        ColumnForms.NamesOf(kinds).Any(name => name.Count == 1 || name.Count == 2 && name[0].Text == thing.Text || string.Concat(name.Select(t => t.Raw)) is var whole && Endings.Any(end => whole == string.Concat(Tokens.Of(end).Select(t => t.Raw))));

    private static bool IsOfKinds(Column column) =>
        ColumnForms.NamesOf(column).Any(name => name.Count > 0 && (Nouns.Contains(name[^1].Text) || Endings.Any(e => string.Concat(name.Select(t => t.Raw)).EndsWith(string.Concat(Tokens.Of(e).Select(t => t.Raw)), StringComparison.Ordinal))));
}
