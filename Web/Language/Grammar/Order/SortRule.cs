using Web.Semantics;

namespace Web.Language;

/// <summary>sorted by amount descending; order by the y-axis from high to low; 金額の高い順; 名前順; 昇順で並べて.</summary>
internal static class SortRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Sort).ToList())
        {
            if (!scene.Used(i)) ReadSort(scene, draft, i);
        }
        foreach (var i in scene.All(WordKind.SortAfter).ToList()) ReadSuffix(scene, draft, i);
        foreach (var i in scene.All(WordKind.Order).ToList())
        {
            if (!scene.Used(i)) ReadOrder(scene, draft, i);
        }
        foreach (var i in scene.All(WordKind.Sort).Where(i => scene.IsJapanese(i) && SetsSideBySide(scene, i)).ToList()) scene.Use(i);
        foreach (var i in scene.All(WordKind.Sort).Where(i => IsDeed(scene, i)).ToList())
        {
            scene.Use(i, new Setting("/filters"));
            draft.TimeHint ??= scene.Item(i).Meanings.OfType<FieldMeaning>().FirstOrDefault(f => f.Column.IsTemporal)?.Column;
        }
        foreach (var i in scene.All(WordKind.Sort)) scene.Use(i, draft.Sort ??= new SortPart { Axis = "y", Order = SortOrder.Desc, Assumed = true });
    }

    private static void ReadSort(Scene scene, Draft draft, int i)
    {
        if (IsDeed(scene, i)) return;
        if (scene.IsJapanese(i) && scene.Raw(i - 1) is "を" && scene.Category(i - 2) is { } arranged && Enumerable.Range(0, i - 2).Any(k => scene.Is(k, WordKind.SortAfter, WordKind.Order)))
        {
            // 件数の多い順に店舗を並べて: the shops are what stands in that order.
            var part = new GroupPart { Column = arranged, Grouped = true };
            draft.Groups.Add(part);
            scene.Use(i - 2, part);
            scene.Use(i, part);
            return;
        }
        if (!scene.IsJapanese(i) && draft.Sort is { Order: not null } said && scene.PartOf(i - 1) == said)
        {
            // "order names from high to low order"
            scene.Use(i, said);
            return;
        }
        var sort = new SortPart();
        var end = ReadTarget(scene, sort, i + 1, 9);
        if (sort.Order is null) end = Math.Max(end, ReadOrderAfter(scene, sort, end));
        if (sort.Axis is null && sort.Column is null && sort.Order is null) ReadBackward(scene, sort, i);
        if (sort.Axis is null && sort.Column is null && sort.Order is null) return;
        scene.Use(i, sort);
        draft.Sort = sort;
    }

    /// <summary>"ordered in 2025", "ordered before March": what was done then.</summary>
    private static bool IsDeed(Scene scene, int i)
    {
        if (scene.Raw(i) is not "ordered" || scene.Item(i).Meanings.OfType<FieldMeaning>().FirstOrDefault(f => f.Column.IsTemporal) is null && scene.Period(i + 1) is null) return false;
        return scene.Period(i + 1) is not null || scene.Raw(i + 1) is "in" or "on" or "between" or "during" or "at" && scene.Period(i + 2) is not null;
    }

    /// <summary>What to sort by, from <paramref name="i"/> on: an axis, a field, an aggregate of a field, a count, a grain.</summary>
    private static int ReadTarget(Scene scene, SortPart sort, int i, int most)
    {
        var aggregate = -1;
        for (var k = i; k < scene.Count && k < i + most; k++)
        {
            if (scene.Is(k, WordKind.Order))
            {
                TakeOrder(scene, sort, k);
                if (sort.Axis is not null || sort.Column is not null) return k + 1;
            }
            else if (scene.Is(k, WordKind.Axis)) return Take(scene, sort, k, axis: scene.Word(k)!.Value);
            else if (scene.Is(k, WordKind.Aggregate)) aggregate = k;
            else if (scene.Is(k, WordKind.Count)) return TakeCount(scene, sort, k);
            else if (IsRanked(scene, i - 1, k) || (scene.IsEntity(k) && !scene.IsJapanese(k) && scene.Raw(k + 1) is "name" or "names")) continue;
            else if (scene.AnyField(k) is { } column)
            {
                if (aggregate >= 0)
                {
                    sort.Aggregate = scene.Word(aggregate)!.Value;
                    scene.Use(aggregate, sort);
                }
                return Take(scene, sort, k, column: column);
            }
            else if (scene.Is(k, WordKind.Grain, WordKind.GrainNoun)) return Take(scene, sort, k, axis: "x");
            else if (scene.Is(k, WordKind.DefaultMeasure) || (aggregate >= 0 && scene.IsEntity(k))) return Take(scene, sort, k, axis: "y");
            else if (scene.Raw(k) is "value" or "values" or "totals" or "frequency") return Take(scene, sort, k, axis: "y");
            else if (scene.Raw(k) is "y" or "x") return Take(scene, sort, k, axis: scene.Raw(k));
            else if (scene.Raw(k) is "name" or "names" or "label") return Take(scene, sort, k, axis: "x");
            else if (scene.Is(k, WordKind.Share) && scene.Raw(k) is "percentage" or "share") return Take(scene, sort, k, axis: "y");
            else if (!scene.IsSmall(k) && !scene.Is(k, WordKind.By, WordKind.Visual) && !scene.Is(k, WordKind.Chart)) return k;
        }
        if (aggregate >= 0) return Take(scene, sort, aggregate, axis: "y");
        return i;
    }

    /// <summary>"rank the countries by revenue": what is put in order, not what it is ordered by.</summary>
    private static bool IsRanked(Scene scene, int sort, int k) =>
        scene.Is(sort, WordKind.Sort) && !scene.IsJapanese(sort) && !scene.Raw(sort).EndsWith("by", StringComparison.Ordinal) && scene.Next(sort) == k && (scene.Category(k) is not null || scene.IsEntity(k))
        && scene.Is(scene.Next(k), WordKind.By) && scene.Raw(scene.Next(k)) is "by" or "accordingto";

    private static int Take(Scene scene, SortPart sort, int k, string? axis = null, Column? column = null)
    {
        sort.Axis = axis;
        sort.Column = column;
        sort.Called = scene.Raw(k) is "name" or "names" or "label" or "labels" or "名前" or "名称";
        scene.Use(k, sort);
        var by = k - 1;
        while (scene.IsSmall(by)) by--;
        if (scene.Is(by, WordKind.By) && !scene.Used(by)) scene.Use(by, sort);
        for (var small = by + 1; small < k; small++) scene.Use(small, sort);
        return k + 1;
    }

    private static int TakeCount(Scene scene, SortPart sort, int k)
    {
        var end = Take(scene, sort, k, axis: "y");
        var what = scene.Next(k);
        if (what >= 0 && what <= k + 2 && (scene.IsEntity(what) || scene.Category(what) is not null || scene.Is(what, WordKind.Rows)))
        {
            scene.Use(what, sort);
            return what + 1;
        }
        return end;
    }

    private static void TakeOrder(Scene scene, SortPart sort, int k)
    {
        scene.Use(k, sort);
        var order = scene.Word(k)!.Value;
        sort.Order ??= order is "desc" or "zeta" or "newest" ? SortOrder.Desc : SortOrder.Asc;
        if (order is "alpha" or "zeta" or "time" or "newest") sort.Axis ??= "x";
        sort.Dated |= order is "time" or "newest";
    }

    private static int ReadOrderAfter(Scene scene, SortPart sort, int i)
    {
        for (var k = i; k < scene.Count && k < i + 4; k++)
        {
            if (scene.Is(k, WordKind.Order))
            {
                TakeOrder(scene, sort, k);
                return k + 1;
            }
            if (!scene.IsSmall(k) && !scene.IsMark(k) && !(scene.Raw(k) is "by" && scene.Is(k + 1, WordKind.Order))) return i;
        }
        return i;
    }

    /// <summary>売上の多い順に並べて, 金額で並べ替え.</summary>
    private static void ReadBackward(Scene scene, SortPart sort, int i)
    {
        var k = scene.Next(i, -1);
        if (k >= 0 && scene.Is(k, WordKind.Order))
        {
            TakeOrder(scene, sort, k);
            TargetBefore(scene, sort, k);
        }
        else if (k >= 0 && scene.IsJapanese(i) && !SetsSideBySide(scene, i)) TargetBefore(scene, sort, i);
    }

    /// <summary>売上と利益を並べて: beside each other; what orders them is said with で or 順に.</summary>
    private static bool SetsSideBySide(Scene scene, int i) =>
        scene.Raw(i) is "並べて" or "並べ" or "並べる" && (scene.Is(scene.Next(i, -1), WordKind.ByAfter) || scene.Raw(i - 1) is "を");

    private static void ReadOrder(Scene scene, Draft draft, int i)
    {
        // 良い順 of nothing: by which figure?
        if (scene.IsJapanese(i) && scene.Raw(i)[0] is '良' or '悪' or 'よ' && !Enumerable.Range(0, scene.Count).Any(k => scene.Measure(k) is not null || scene.Is(k, WordKind.DefaultMeasure, WordKind.Rate) || scene.Is(k, WordKind.Count, WordKind.CountAfter))) draft.Gaps.Add(new Gap(GapKind.Measure, i));
        var sort = new SortPart();
        TakeOrder(scene, sort, i);
        // 違反率の悪い順: of what nobody wants the most comes first.
        if (scene.IsJapanese(i) && scene.Raw(i)[0] is '悪' or '良') sort.Order = Superlatives.WorstFirst(scene, i) is var worst && scene.Raw(i)[0] is '悪' ? worst : worst == SortOrder.Asc ? SortOrder.Desc : SortOrder.Asc;
        if (scene.Raw(i) is "oldestfirst" && scene.Lexicon.ColumnCalled("age") is { } age && (scene.Mentions(age) || !scene.Lexicon.HasDates || Enumerable.Range(0, scene.Count).Any(k => scene.TokensOf(k).Any(t => t.Raw is "older" or "younger" or "aged")))) (sort.Column, sort.Axis, sort.Order, sort.Dated) = (age, null, SortOrder.Desc, false);
        var next = i + 1;
        if (scene.Is(next, WordKind.By) || scene.Raw(next) is "of" or "on" or "for" or "along" || scene.Raw(next) is "with" && sort.Axis is null || scene.Is(scene.Next(i), WordKind.Axis))
            ReadTarget(scene, sort, next, 5);
        if (sort.Axis is null && sort.Column is null && !ArrangedBy(scene, sort, i) && !RunsBefore(scene, draft, sort, i)) TargetBefore(scene, sort, i);
        if (sort.Axis is null && sort.Column is null) (sort.Axis, sort.Unnamed) = ("y", true);
        if (draft.Sort is null || draft.Sort.Order is null || draft.Sort.Assumed) draft.Sort = sort;
    }

    private static readonly string[] Arranging = ["show", "display", "list", "view", "present", "put", "plot", "draw", "visuali", "arrang", "rank"];

    /// <summary>"and display by the department in descending", "list by total goals in desc": what stands between a verb of showing and the order.</summary>
    private static bool ArrangedBy(Scene scene, SortPart sort, int i)
    {
        if (scene.IsJapanese(i)) return false;
        var target = scene.Next(i, -1);
        var by = target;
        for (var steps = 0; by >= 0 && steps < 4 && !scene.Is(by, WordKind.By); steps++) by = scene.Next(by, -1);
        if (by < 0 || !scene.Is(by, WordKind.By) || scene.Raw(by) is not "by" || !Arranges(scene, by)) return false;
        ReadTarget(scene, sort, by + 1, i - by);
        return sort.Axis is not null || sort.Column is not null;
    }

    /// <summary>"the ids go from low to high", "names running from Z to A": what runs so is what the bars stand for.</summary>
    private static bool RunsBefore(Scene scene, Draft draft, SortPart sort, int i)
    {
        var verb = scene.Next(i, -1);
        if (scene.IsJapanese(i) || scene.Raw(verb) is not ("go" or "goes" or "going" or "run" or "runs" or "running" or "shown" or "listed" or "displayed" or "are" or "is")) return false;
        var what = scene.Next(verb, -1);
        if (scene.Raw(what) is not ("id" or "ids" or "name" or "names" or "label" or "labels" or "title" or "titles" or "year" or "years")) return false;
        sort.Axis = "x";
        sort.Called = true;
        scene.Use(what, sort);
        scene.Use(verb, sort);
        return true;
    }

    private static bool Arranges(Scene scene, int by)
    {
        for (var k = by - 1; k >= 0 && (scene.IsSmall(k) || scene.IsMark(k) || scene.Is(k, WordKind.List, WordKind.Visual)); k--)
        {
            if (Arranging.Any(verb => scene.Raw(k).Contains(verb, StringComparison.Ordinal))) return true;
        }
        return false;
    }

    /// <summary>"y axis descending", 金額の高い順: a measure named there is also what is shown, so it stays free.</summary>
    private static void TargetBefore(Scene scene, SortPart sort, int i)
    {
        var k = scene.Next(i, -1);
        // 地域名の昇順
        if (scene.Raw(k) is "名" && scene.Category(k - 1) is not null) k--;
        if (k < 0) return;
        if (scene.Is(k, WordKind.Axis) || (scene.Raw(k) is "x" or "y" && scene.IsUnknown(k)))
        {
            sort.Axis = scene.Word(k)?.Value ?? scene.Raw(k);
            scene.Use(k, sort);
        }
        else if (!scene.IsJapanese(i)) TargetAfterVerb(scene, sort, i, k);
        else if (scene.Measure(k) is { } measure) sort.Column = measure;
        else if (scene.Is(k, WordKind.Count, WordKind.CountAfter) || scene.Is(k, WordKind.DefaultMeasure)) sort.Axis = "y";
        else if (scene.IsUnknown(k) && scene.Raw(k) is "名前" or "名称" or "ラベル" || scene.Word(k) is { Kind: WordKind.Aggregate, Value: Aggregates.Sum } && !scene.Used(k) && scene.Raw(k - 1) is not "の" && scene.Measure(k - 1) is null && scene.Measure(scene.Next(k)) is null)
        {
            // 名前の降順, 合計の降順: of what is drawn
            sort.Axis = scene.IsUnknown(k) ? "x" : "y";
            scene.Use(k, sort);
        }
        else if (scene.Category(k) is { } category)
        {
            // 平均料金　店舗　高い順: kinds are neither high nor many; the figure is.
            if (k == i - 1 && category is { Type: ColumnType.Text, Ordered: false } && scene.Raw(i) is ['高' or '多' or '大' or '少' or '低' or '小' or '安' or '長' or '短', ..] && Enumerable.Range(0, k).Any(f => scene.Measure(f) is not null || scene.Is(f, WordKind.Count, WordKind.CountAfter))) return;
            sort.Column = category;
            sort.Called = scene.Raw(k) is "名前" or "名称" or "名";
            scene.Use(k, sort);
        }
        else if (scene.Is(k, WordKind.Grain, WordKind.GrainNoun)) sort.Axis = "x";
    }

    /// <summary>"list the total number in ascending order", "display the country from high to low": what a verb of showing puts in order, where it was named before.</summary>
    private static void TargetAfterVerb(Scene scene, SortPart sort, int i, int k)
    {
        if (!Arranges(scene, k)) return;
        if (scene.Is(k, WordKind.Count) && scene.Raw(k) is "totalnumber" or "number" or "thetotalnumber" or "thenumber")
        {
            sort.Axis = "y";
            scene.Use(k, sort);
        }
        else if (scene.Category(k) is { } named && Enumerable.Range(0, k).Any(before => scene.Category(before) == named))
        {
            sort.Column = named;
            scene.Use(k, sort);
        }
    }

    /// <summary>出身地の多い順: of kinds, with nothing else named, how many rows there are of each.</summary>
    private static bool RanksKinds(Scene scene, Draft draft, int adjective)
    {
        if (scene.Raw(adjective) is not ['多' or '少', ..] || scene.Raw(adjective - 1) is not ("の" or "が") || scene.Category(adjective - 2) is not { Role: ColumnRole.Dimension, Type: ColumnType.Text } kinds || scene.Used(adjective - 2)) return false;
        if (Enumerable.Range(0, scene.Count).Any(k => k != adjective - 2 && (scene.Field(k) is not null || scene.IsEntity(k) || scene.Is(k, WordKind.ByAfter, WordKind.GrainNoun) || scene.Is(k, WordKind.Count, WordKind.CountAfter) || scene.Is(k, WordKind.DefaultMeasure)))) return false;
        var part = new GroupPart { Column = kinds, Grouped = true };
        draft.Groups.Add(part);
        scene.Use(adjective - 2, part);
        CountRule.AddCount(scene, draft, adjective - 1);
        return true;
    }

    /// <summary>売上順 (most first), 名前順, 日付順.</summary>
    private static void ReadSuffix(Scene scene, Draft draft, int i)
    {
        var k = scene.Next(i, -1);
        var sort = new SortPart();
        if (k >= 0 && scene.Is(k, WordKind.Adjective))
        {
            sort.Order = scene.Word(k)!.Value == "asc" ? SortOrder.Asc : SortOrder.Desc;
            sort.Axis = "y";
            scene.Use(k, sort);
            if (!RanksKinds(scene, draft, k)) TargetBefore(scene, sort, k);
        }
        else TargetBefore(scene, sort, i);
        if (sort.Column is null && sort.Axis is null) return;
        scene.Use(i, sort);
        draft.Sort = sort;
    }
}
