using Web.Semantics;

namespace Web.Language;

/// <summary>"a table of all colleges with tuition below 20000, sorted by tuition", 期限のない文書を新しい順に一覧表で: rows that are named and narrowed are listed as they are.</summary>
internal static class TablesOfRows
{
    public static void Apply(Scene scene, Draft draft)
    {
        if (draft is not { Chart: ChartType.Table, List: false, Measures.Count: 0, Counts: false, Share: false, Trend: false, Compare: null, Limit: null } || draft.Filters.Count == 0 || draft.Filters.Exists(f => f.Aggregate is not null)) return;
        if (!draft.Groups.TrueForAll(g => !g.Grouped && (g.Column == scene.Lexicon.Identity || g.Column.Role == ColumnRole.Time))) return;
        if (!Enumerable.Range(0, scene.Count).Any(i => scene.IsEntity(i) || scene.Category(i) is { } named && named == scene.Lexicon.Identity)) return;
        if (draft.Sort is { Axis: "x" } sort && draft.Groups.Find(g => g.Column.Role == ColumnRole.Time) is { } dated) (sort.Axis, sort.Column) = (null, dated.DefaultTime && DayOf(draft) is { } day ? day : dated.Column);
        else if (draft.Sort is { Axis: not null }) return;
        if (draft.Sort is { Order: null, Column.Type: ColumnType.Text } named) named.Order = SortOrder.Asc;
        draft.List = true;
        draft.Groups.Clear();
    }

    /// <summary>The one day by which the rows are narrowed.</summary>
    private static Column? DayOf(Draft draft) => draft.Filters.Select(f => f.Column).Where(c => c is { IsTemporal: true }).Distinct().ToList() is [var only] ? only : null;
}
