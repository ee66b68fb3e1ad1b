using Web.Semantics;

namespace Web.Language;

/// <summary>"show every car as a dot", "one dot per order line", 1点＝1明細: each row is a mark of its own, whatever rows are called.</summary>
internal static class Points
{
    private static readonly HashSet<string> Links = new(StringComparer.Ordinal) { "=", "が", "は", "につき", "、", ":", "->" };

    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (!scene.Used(i) && OneEach(scene, i) is >= 0 and var end) Take(scene, draft, i, end);
            else if (ForEachRow(scene, i)) Take(scene, draft, i, i + 1);
            else if (scene.Is(i, WordKind.Series) && scene.Raw(i) is var coloured && (coloured.Contains("dots", StringComparison.Ordinal) || coloured.Contains("points", StringComparison.Ordinal)))
            {
                // "plot sales and profit as dots, color by category"
                draft.Points = true;
                if (scene.Raw(i - 1) is "as") scene.Use(i - 1, new Setting("/chart_type"));
            }
            else if (scene.Is(i, WordKind.Point)) Take(scene, draft, First(scene, i), Last(scene, i));
            else if (scene.Is(i, WordKind.Chart) && scene.Word(i)!.Value == "scatter" && scene.Raw(i) is var said && (said.StartsWith("one", StringComparison.Ordinal) || said.StartsWith('a') && said != "a")) Take(scene, draft, i, Last(scene, i));
        }
        if (!draft.Points || Enumerable.Range(0, scene.Count).Any(i => !scene.Used(i) && scene.Is(i, WordKind.Chart) && scene.Word(i)!.Value is not "scatter")) return;
        // "movies by genre as points", 店舗別の売上を点で: one figure is set against nothing.
        if (Enumerable.Range(0, scene.Count).Select(scene.Measure).OfType<Column>().Distinct().Count() < 2)
        {
            draft.Points = false;
            return;
        }
        draft.Chart ??= ChartType.Scatter;
    }

    private static void Take(Scene scene, Draft draft, int first, int last)
    {
        draft.Points = true;
        for (var k = first; k <= last; k++) scene.Use(k, new Setting("/chart_type"));
    }

    /// <summary>Where "every car" before "as a dot" begins.</summary>
    private static int First(Scene scene, int i)
    {
        for (var k = i - 1; k >= 0 && k >= i - 3; k--)
        {
            if (scene.Is(k, WordKind.By) && scene.Raw(k) is "each" or "every" or "foreach" or "forevery") return Enumerable.Range(k + 1, i - k - 1).All(n => IsRow(scene, n)) ? k : i;
            if (scene.IsMark(k) || scene.IsJoin(k)) return i;
        }
        return i;
    }

    /// <summary>Where the noun behind "one dot per" ends: "order line", "film".</summary>
    private static int Last(Scene scene, int i)
    {
        if (scene.Is(i, WordKind.Point) && scene.Word(i)!.Value != "one") return i;
        var last = i;
        while (last + 1 < scene.Count && last < i + 2 && !scene.IsMark(last + 1) && !scene.IsJoin(last + 1) && (last == i ? IsRow(scene, i + 1) : IsRow(scene, last + 1) && scene.Field(last + 1) is null)) last++;
        return last;
    }

    /// <summary>A noun of the rows, or one that nobody knows; a column of kinds divides.</summary>
    private static bool IsRow(Scene scene, int i) =>
        scene.IsUnknown(i) || scene.IsEntity(i) || scene.Is(i, WordKind.Rows) || scene.Is(i, WordKind.Chart, WordKind.DefaultMeasure) || scene.Measure(i) is not null || i >= 0 && i < scene.Count && scene.Field(i) is null && scene.Item(i).Meanings.Any(m => m is FieldMeaning { Weak: false } other && (other.Column.Role == ColumnRole.Identity || RowNames.IsKey(other.Column)))
        || scene.Field(i) is { } named && (named.Role == ColumnRole.Identity || RowNames.IsKey(named) || named == scene.Lexicon.Identity || scene.Item(i).Meanings.Any(m => m is EntityMeaning));

    /// <summary>"plot cost by nights for each stay", where a figure may be called so too.</summary>
    private static bool ForEachRow(Scene scene, int i) =>
        scene.Is(i, WordKind.By) && scene.Raw(i) is "foreach" or "forevery" && scene.Item(i + 1 < scene.Count ? i + 1 : i).Meanings.Any(m => m is EntityMeaning) && Enumerable.Range(0, i).Any(k => scene.Raw(k) is "plot")
        && Enumerable.Range(0, i).Select(scene.Measure).Where(m => m is not null).Distinct().Count() == 2 && !Enumerable.Range(0, scene.Count).Any(k => scene.Is(k, WordKind.Aggregate, WordKind.Count) || scene.Is(k, WordKind.Chart));

    /// <summary>1点＝1明細, 1点が1件: where it ends, or -1.</summary>
    private static int OneEach(Scene scene, int i)
    {
        if (scene.Number(i)?.Value != 1 || scene.Raw(i + 1) is not ("点" or "点が" or "つの点")) return -1;
        var k = i + 2;
        while (k < scene.Count && k < i + 5 && Links.Contains(scene.Raw(k))) k++;
        if (scene.Number(k)?.Value != 1) return -1;
        while (k + 1 < scene.Count && !scene.IsMark(k + 1) && !scene.IsJoin(k + 1) && scene.FirstToken(k + 1).Glued && k < i + 8) k++;
        return k;
    }
}
