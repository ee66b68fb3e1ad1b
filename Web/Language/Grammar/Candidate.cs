using Web.Semantics;

namespace Web.Language;

/// <summary>One reading before it is worded: the query, what it came from, and how well it explains the words.</summary>
internal sealed record Candidate(Scene Scene, Draft Draft, ChartQuery Query, double Score, double Coverage, IReadOnlyList<int> Unexplained)
{
    public string Json { get; } = Query.ToJson();

    /// <summary>"score" is a column's very name, though "scored" says little.</summary>
    private bool IsByName(int i) =>
        Scene[i] is FieldMeaning { Own: true } field && field.Written == Scene.Raw(i) && !Scene.Item(i).Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.Which } || m is WordMeaning { Word.Kind: WordKind.GrainNoun } && !(Unexplained.Count == 0 && Scene.AsksForChart && Scene.Measure(i) is not null));

    /// <summary>"how many in total", 全部で何人: nothing but that the rows are counted.</summary>
    private bool CountsAll => Draft is { Counts: true, Groups.Count: 0, Filters.Count: 0 } && Unexplained.Count == 0 && Enumerable.Range(0, Scene.Count).Any(i => Scene.Is(i, WordKind.All) || Scene.Raw(i) is "total" or "intotal" or "overall" or "altogether");

    /// <summary>今月の件数, 件数の前年比: the rows are counted in so many words.</summary>
    private bool CountsRows => Draft.Counts && Unexplained.Count == 0 && Draft.Filters.TrueForAll(f => f.Phrase is not null) && Enumerable.Range(0, Scene.Count).Any(i => Scene.Raw(i) is "件数" or "の件数" or "何件" or "総件数" or "全件数");

    /// <summary>"top 3 most expensive runs": the rows, and a figure that the adjective names.</summary>
    private bool RanksRows => Draft is { List: true, Limit: not null, Dated: false, Sort.Column.Role: ColumnRole.Measure } && Unexplained.Count == 0;

    /// <summary>"list everything from last week"</summary>
    private bool ListsAll => Draft is { List: true, Filters.Count: > 0 } && Unexplained.Count == 0 && Enumerable.Range(0, Scene.Count).Any(i => Scene.Is(i, WordKind.All));

    /// <summary>"loads of at least 3 tonnes": something here is measured in tonnes. Days and hours are spoken of everywhere.</summary>
    private bool BoundsFigure => Enumerable.Range(0, Scene.Count).Any(i => Scene.Number(i) is not null && Bounds.Has(Scene, i) && Units.ColumnsAt(Scene, i + 1) is [var (column, _), ..] && Units.KindOf(column) is not ("time" or "percent" or null));

    /// <summary>Words of charts, orders and bounds; beside a time alone, what is only near in meaning is of the world (明日の天気は).</summary>
    private bool AsksOfFigures => Scene.AsksForChart || Enumerable.Range(0, Scene.Count).Any(i => Scene.Is(i, WordKind.Superlative, WordKind.Adjective) || Scene.Is(i, WordKind.Sort, WordKind.SortAfter) || Scene.Is(i, WordKind.Compare, WordKind.CompareAfter) || Scene.Is(i, WordKind.Contrast, WordKind.Versus) || Scene.Is(i, WordKind.List));

    /// <summary>
    /// Something of the dataset itself was named, not only words that any request has. A time alone tells little: it counts
    /// where a chart is asked for or nothing else was said.
    /// </summary>
    public bool KnowsData
    {
        get
        {
            var timed = false;
            for (var i = 0; i < Scene.Count; i++)
            {
                if (!Scene.Used(i)) continue;
                if (Scene.Is(i, WordKind.DefaultMeasure) && Draft.Measures.Count > 0) return true;
                if (Scene[i] is not (FieldMeaning or ValueMeaning or EntityMeaning) || Scene[i] is FieldMeaning { Near: true } && !AsksOfFigures) continue;
                if (Scene.Time(i) is not null) timed |= !Scene.IsGeneral(i) || Scene.AsksForChart;
                else if (!Scene.IsGeneral(i) || IsByName(i) || (Scene.Measure(i) is not null && Scene.PartOf(i) is FilterPart)) return true;
            }
            if (Draft.Measured || CountsAll || CountsRows || RanksRows || ListsAll || BoundsFigure) return true;
            timed |= Unexplained.Count == 0 && (Draft.Anomalies || Draft.Groups.Exists(group => group.Grouped && group.Column.Role == ColumnRole.Time));
            return timed && (Unexplained.Count == 0 || Scene.AsksForChart);
        }
    }
}
