using Web.Semantics;

namespace Web.Language;

/// <summary>支払別 beside 支払方法, 支払者 and 支払先: the half that several names begin with tells none of them from the others.</summary>
internal static class Halves
{
    private const double Alike = 0.12;

    public static bool AreSeveral(Scene scene, int k)
    {
        if (k < 0 || !scene.IsJapanese(k) || scene.Field(k) is null) return false;
        var said = scene.Typed(k);
        var named = scene.Item(k).Meanings.OfType<FieldMeaning>().Where(f => f is { Weak: false, Column: { Related: null, Type: ColumnType.Text, Role: ColumnRole.Dimension } }).ToList();
        if (named.Count < 2 || named.Exists(f => f.Own) || named.Max(f => f.Quality) is var best && best >= 0.85) return false;
        return named.Where(f => f.Quality >= best - Alike && Begins(f.Column, said)).Select(f => f.Column.Name).Distinct(StringComparer.Ordinal).Count() > 1;
    }

    private static bool Begins(Column column, string said) => column.Titles.Values.Append(column.SourceName ?? column.Name).Any(name => name.Length > said.Length && name.StartsWith(said, StringComparison.Ordinal));
}
