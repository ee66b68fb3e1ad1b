using Web.Semantics;

namespace Web.Language;

/// <summary>total amount, average of X and Y, 金額の合計, how many deals, 案件数, number of distinct accounts.</summary>
internal static class MeasureRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Distinct).ToList()) ReadDistinct(scene, draft, i);
        foreach (var i in scene.All(WordKind.Aggregate).ToList()) ReadAggregate(scene, draft, i);
        foreach (var i in scene.All(WordKind.CountAfter).ToList()) ReadCountAfter(scene, draft, i);
        foreach (var i in scene.All(WordKind.Count).ToList()) ReadCount(scene, draft, i);
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i)) continue;
            if (scene.Measure(i) is { } column) Add(scene, draft, i, column, null);
        }
        foreach (var i in scene.All(WordKind.DefaultMeasure).ToList()) ReadDefault(scene, draft, i, null);
    }

    private static MeasurePart Add(Scene scene, Draft draft, int i, Column column, string? aggregate)
    {
        var part = draft.Measures.FirstOrDefault(m => m.Column == column && (m.Aggregate is null || aggregate is null || m.Aggregate == aggregate));
        if (part is null)
        {
            part = new MeasurePart { Column = column };
            draft.Measures.Add(part);
        }
        part.Aggregate ??= aggregate;
        scene.Use(i, part);
        return part;
    }

    private static void ReadDefault(Scene scene, Draft draft, int i, string? aggregate)
    {
        if (draft.Measures.Count > 0 && aggregate is null && draft.Measures.TrueForAll(m => m.Column is null) && scene.IsJapanese(i) && DefaultMeasure.SaidBy(scene, i) is null && DefaultMeasure.IsOfSales(scene.Raw(i))) return; // 売上本数, where nothing is sold, is no number of rows
        if (draft.Measures.Count > 0 && aggregate is null)
        {
            // "goals amount", "sales value": the measure is named already.
            scene.Use(i, draft.Measures[^1]);
            return;
        }
        if (scene.Raw(i) is "amount" && scene.Raw(i + 1) is "of" or "ofthe" && scene.Next(i) is >= 0 and var thing && (scene.IsEntity(thing) || scene.Category(thing) is not null))
        {
            // "the amount of positions" is how many there are.
            CountThing(scene, draft, i, thing);
            return;
        }
        if (DefaultMeasure.SaidBy(scene, i) is { } column) Add(scene, draft, i, column, aggregate);
    }

    private static void ReadAggregate(Scene scene, Draft draft, int i)
    {
        if (scene.Used(i)) return;
        var names = new List<int> { i };
        var at = i;
        // "max and min salary"
        while (scene.IsJoin(scene.Next(at)) && scene.Is(scene.Next(scene.Next(at)), WordKind.Aggregate))
        {
            scene.Use(scene.Next(at));
            at = scene.Next(scene.Next(at));
            names.Add(at);
        }
        var target = Ahead(scene, at);
        if (target < 0) target = Behind(scene, i);
        if (target >= 0) AddAll(scene, draft, names, target);
        else if (scene.Next(at) is >= 0 and var next && (scene.IsEntity(next) || scene.Is(next, WordKind.Count)))
        {
            // "total deals" counts; "average deals" cannot be said of rows.
            if (scene.Word(i)!.Value == Aggregates.Sum) AddCount(scene, draft, i);
        }
        else if (draft.Measures.Count > 0 && draft.Measures.All(m => m.Aggregate is null))
        {
            foreach (var measure in draft.Measures) measure.Aggregate = scene.Word(i)!.Value;
            scene.Use(i, draft.Measures[0]);
        }
        else if (scene.IsJapanese(i) && Bare(scene, i) is >= 0 and var bare) AddAll(scene, draft, names, bare);
        else if (draft.Measures.Find(m => ChartRule.AggregateOf(m) == scene.Word(i)!.Value) is { } told && StandsAlone(scene, at)) scene.Use(i, told);
        else if (StandsAlone(scene, at) && DefaultMeasure.Of(scene.Lexicon) is { } usual)
        {
            foreach (var name in names) scene.Use(name, AddNew(draft, usual, scene.Word(name)!.Value, assumed: true));
        }
    }

    /// <summary>"the average by team" means the usual figure; "average days to …" means one that is not known here.</summary>
    private static bool StandsAlone(Scene scene, int i) =>
        scene.Next(i) is var next && (next < 0 || scene.IsJapanese(i) || scene.Used(next) || scene.IsMark(next) || scene.Value(next) is not null || scene.Period(next) is not null || scene.Is(next, WordKind.By, WordKind.Instead)) && !scene.Is(next, WordKind.GrainNoun);

    /// <summary>来客数、店舗ごとに平均で: the only figure of the sentence, wherever it stands.</summary>
    private static int Bare(Scene scene, int i)
    {
        List<int> bare = [.. Enumerable.Range(0, scene.Count).Where(k => k != i && scene.Measure(k) is not null && !scene.Used(k) && !scene.Is(scene.Next(k, -1), WordKind.Aggregate) && !scene.Is(scene.Next(k), WordKind.Aggregate))];
        return bare.Count == 1 ? bare[0] : -1;
    }

    private static MeasurePart AddNew(Draft draft, Column? column, string aggregate, bool assumed = false)
    {
        var part = new MeasurePart { Column = column, Aggregate = aggregate, Assumed = assumed };
        draft.Measures.Add(part);
        return part;
    }

    private static void AddAll(Scene scene, Draft draft, List<int> names, int target)
    {
        Column? Named(int k) => scene.Measure(k) ?? (scene.Is(k, WordKind.DefaultMeasure) ? DefaultMeasure.SaidBy(scene, k) : null);
        foreach (var name in names)
        {
            if (Named(target) is { } column) scene.Use(name, Add(scene, draft, target, column, scene.Word(name)!.Value));
        }
        // DEP_DELAYとARR_DELAYの最大値: it holds for the list before it.
        for (var before = target; names[0] > target && scene.IsJapanese(names[0]) && scene.IsJoin(scene.Next(before, -1)) && scene.Measure(scene.Next(scene.Next(before, -1), -1)) is { } listed && !scene.Used(scene.Next(scene.Next(before, -1), -1));)
        {
            scene.Use(scene.Next(before, -1));
            before = scene.Next(scene.Next(before, -1), -1);
            foreach (var name in names) Add(scene, draft, before, listed, scene.Word(name)!.Value);
        }
        // "average math score and reading score": an aggregate holds for the list that follows it.
        var k = target;
        while (scene.IsJoin(k + 1) && scene.Measure(scene.Next(k + 1)) is { } more && !scene.Used(scene.Next(k + 1)) && !(scene.IsJapanese(names[0]) && scene.Is(scene.Next(scene.Next(k + 1)), WordKind.Aggregate)))
        {
            k = scene.Next(k + 1);
            scene.Use(k - 1);
            foreach (var name in names) Add(scene, draft, k, more, scene.Word(name)!.Value);
        }
    }

    private static bool IsTarget(Scene scene, int k) => scene.Measure(k) is not null || (scene.Is(k, WordKind.DefaultMeasure) && DefaultMeasure.SaidBy(scene, k) is not null);

    /// <summary>"average won deal amount": rows, values and grains may stand between.</summary>
    private static int Ahead(Scene scene, int i)
    {
        for (var k = i + 1; k < scene.Count && k <= i + 7; k++)
        {
            if (IsTarget(scene, k) && !IsAmountOf(scene, k)) return scene.PartOf(k) is FilterPart ? -1 : k;
            if (scene.IsSmall(k) || IsAmountOf(scene, k) || scene.IsEntity(k) || scene.Value(k) is not null || scene.Is(k, WordKind.Grain) || scene.Is(k, WordKind.Superlative) || scene.Period(k) is not null) continue;
            // "the median number of riders"
            if (scene.Is(k, WordKind.Count) && !scene.IsJapanese(k) && scene.Measure(scene.Next(k)) is not null)
            {
                scene.Use(k, new Setting("/measures/0"));
                continue;
            }
            break;
        }
        return -1;
    }

    /// <summary>"the total amount of fines" are the fines.</summary>
    private static bool IsAmountOf(Scene scene, int k) =>
        scene.Is(k, WordKind.DefaultMeasure) && scene.Raw(k) is "amount" or "value" or "worth" && scene.Raw(k + 1) is "of" or "ofthe" && scene.Measure(scene.Next(k)) is not null;

    private static int Behind(Scene scene, int i)
    {
        var k = scene.Next(i, -1);
        if (k >= 0 && scene.Is(k, WordKind.Share)) k = scene.Next(k, -1);
        return k >= 0 && IsTarget(scene, k) && scene.PartOf(k) is not FilterPart ? k : -1;
    }

    private static void AddCount(Scene scene, Draft draft, int i, Column? column = null)
    {
        var aggregate = column is null ? Aggregates.Count : Aggregates.CountDistinct;
        var part = draft.Measures.FirstOrDefault(m => m.Aggregate == aggregate && m.Column == column) ?? AddNew(draft, column, aggregate);
        draft.Counts = true;
        scene.Use(i, part);
    }

    private static void ReadDistinct(Scene scene, Draft draft, int i)
    {
        var target = scene.Next(i);
        if (scene.IsJapanese(i) && scene.AnyField(target) is null) target = scene.Next(i, -1);
        Column? column = scene.AnyField(target) ?? (scene.IsEntity(target) ? scene.Item(target).Meanings.OfType<FieldMeaning>().FirstOrDefault(f => f is { Weak: false, Quality: >= 0.75, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } })?.Column : null) ?? (scene.IsEntity(target) ? scene.Lexicon.Identity : null);
        if (column is null) return;
        AddCount(scene, draft, i, column);
        var part = scene.PartOf(i);
        if (!scene.Used(target)) scene.Use(target, part);
        var before = scene.Next(i, -1);
        if (scene.Is(before, WordKind.Count)) scene.Use(before, part);
        if (scene.Is(target + 1, WordKind.CountAfter)) scene.Use(target + 1, part);
    }

    /// <summary>案件数, 店舗数, ゴール数, エラー数: what stands before tells what is counted.</summary>
    private static void ReadCountAfter(Scene scene, Draft draft, int i)
    {
        var k = scene.Next(i, -1);
        if (k < 0) return;
        if (scene.Measure(k) is { } measure)
        {
            scene.Use(i, Add(scene, draft, k, measure, null));
            return;
        }
        CountThing(scene, draft, i, k);
    }

    private static void ReadCount(Scene scene, Draft draft, int i)
    {
        var k = scene.IsJapanese(i) ? scene.Next(i, -1) : scene.Next(i);
        // 審判は全部で何人
        while (scene.IsJapanese(i) && scene.Is(k, WordKind.All)) k = scene.Next(k, -1);
        if (k >= 0 && scene.IsJapanese(i) && scene.Is(k, WordKind.DefaultMeasure)) k = -1;
        if (!scene.IsJapanese(i) && scene.Is(k, WordKind.Distinct)) return;
        if (scene.Raw(i) is "いくつ" or "どれくらい" or "どのくらい" or "どれだけ" && draft.Measures.Exists(measure => measure.Column is not null))
        {
            // 売上の合計はいくつ asks for the figure that was named.
            scene.Use(i, draft.Measures[^1]);
            return;
        }
        if (k >= 0 && scene.Measure(k) is { } measure && !scene.Used(k) && (!scene.IsJapanese(i) || (measure.DefaultAggregate == Aggregates.Sum && scene.Raw(i) is "枚数" or "個数" or "回数" or "本数" or "総数" or "台数")))
        {
            // "number of goals" adds the goals up.
            scene.Use(i, Add(scene, draft, k, measure, null));
            return;
        }
        CountThing(scene, draft, i, k);
    }

    private static void CountThing(Scene scene, Draft draft, int i, int k)
    {
        if (IsCrossed(scene, k))
        {
            // 部署×役職の人数: the rows of every pair.
            AddCount(scene, draft, i);
            return;
        }
        if (k >= 0 && scene.Category(k) is { Role: ColumnRole.Dimension, Type: not ColumnType.Boolean } column && !IsGrouped(scene, draft, k, column) && !draft.Groups.Exists(g => g.Bin is not null))
        {
            AddCount(scene, draft, i, column == scene.Lexicon.Identity && scene.Lexicon.IsPerRow ? null : column);
            scene.Use(k, scene.PartOf(i));
            return;
        }
        AddCount(scene, draft, i);
        if (k >= 0 && scene.Category(k) is not null && draft.Groups.Exists(g => g.Bin is not null)) scene.Use(k, scene.PartOf(i));
        // What the rows are is counted as rows, whichever column bears the same name.
        if (scene.IsEntity(k)) draft.Bonus += 1;
        if (k < 0 || scene.Used(k)) return;
        if (scene.IsEntity(k) || scene.Is(k, WordKind.Rows, WordKind.GrainNoun) || scene.Field(k)?.Role == ColumnRole.Identity) scene.Use(k, scene.PartOf(i));
        else if (scene.Time(k) is { } time)
        {
            draft.TimeHint ??= time;
            scene.Use(k, scene.PartOf(i));
        }
    }

    private static bool IsCrossed(Scene scene, int k) =>
        scene.IsJapanese(k) && scene.Category(k) is not null && scene.Next(k, -1) is >= 0 and var join && scene.IsJoin(join) && scene.Raw(join) is "×" or "*" or "x"
        && scene.Next(join, -1) is >= 0 and var other && (scene.Category(other) is not null || scene.Is(other, WordKind.Grain, WordKind.GrainNoun));

    private static bool IsGrouped(Scene scene, Draft draft, int k, Column column) =>
        scene.Used(k) || draft.Groups.Any(g => g.Column == column) || (scene.IsJapanese(k) && scene.Is(k + 1, WordKind.ByAfter));
}
