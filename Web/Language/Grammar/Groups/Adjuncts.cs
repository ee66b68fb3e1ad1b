using Web.Semantics;

namespace Web.Language;

/// <summary>"by product category", "for the customer segments": what stands before the column that divides and only says of what it is.</summary>
internal static class Adjuncts
{
    private const int MostKinds = 12;

    /// <summary>"by product category": what stands before the category's own name only says of what.</summary>
    public static bool Are(Scene scene, int k) =>
        k >= 0 && scene[k] is FieldMeaning { Own: false, Column.Role: not ColumnRole.Measure, Weak: false } && !scene.IsJapanese(k) && scene[k + 1] is FieldMeaning { Own: true, Column.Role: ColumnRole.Dimension } && !scene.Used(k + 1)
        && scene.LastToken(k) is var word && word.Raw == word.Text
        || k >= 0 && !scene.IsJapanese(k) && scene[k] is FieldMeaning { Weak: false, Column: { Role: not ColumnRole.Measure, Type: ColumnType.Text, Values: null or { Count: > MostKinds } } } && scene.LastToken(k) is { Raw: [.., not 's'] } && scene[k + 1] is FieldMeaning { Own: true, Column: { Role: ColumnRole.Dimension, Values.Count: <= MostKinds } } && !scene.Used(k + 1) && scene.LastToken(k + 1) is var kinds && kinds.Raw != kinds.Text;

    /// <summary>"per facility type" of 施設名 and 種別: the type of the facility.</summary>
    public static bool AreOfKind(Scene scene, int k) =>
        k >= 0 && !scene.IsJapanese(k) && scene.Category(k) is { Type: ColumnType.Text } thing && scene.LastToken(k) is { Raw: [.., not 's'] } && KindNouns.Are(scene.Raw(k + 1)) && scene.Field(k + 1) is { Type: ColumnType.Text, Role: ColumnRole.Dimension } kind && kind != thing && !scene.Used(k + 1);
}
