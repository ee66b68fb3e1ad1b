using Web.Semantics;

namespace Web.Language;

/// <summary>"percent stacked: share of admission types within each ward", "profits of the segments side by side": where bars are stacked or set side by side, the kinds that were named are their parts.</summary>
internal static class StackedKinds
{
    private const int MostKinds = 12;

    public static bool Are(Scene scene, Draft draft, int i, Column column) =>
        draft is { Stack: not null, Limit: null, List: false, Groups: [{ Bin: null, Grouped: true, Role: not DimensionRole.Series } by] } && by.Column != column
        && column is { Type: ColumnType.Text, Role: ColumnRole.Dimension, Values.Count: > 1 and <= MostKinds } && column != scene.Lexicon.Identity && !RowNames.IsKey(column)
        && (scene.Is(scene.Next(i, -1), WordKind.Share) || scene.LastToken(i) is { Raw: [.., _, 's'] } kinds && kinds.Raw != kinds.Text && !scene.Is(scene.Next(i), WordKind.By));
}
