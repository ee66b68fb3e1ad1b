using Web.Semantics;

namespace Web.Language;

/// <summary>total amount, average of X and Y, 金額の合計, how many deals, 案件数, number of distinct accounts.</summary>
internal static class MeasureRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Distinct).ToList()) CountRule.ReadDistinct(scene, draft, i);
        foreach (var i in scene.All(WordKind.Aggregate).ToList())
        {
            if (IsOfCount(scene, i)) scene.Use(i, new Setting("/measures/0"));
            else ReadAggregate(scene, draft, i);
        }
        if (IsBareCount(scene)) draft.Gaps.Add(new Gap(GapKind.Measure, 0));
        foreach (var i in scene.All(WordKind.CountAfter).ToList()) CountRule.ReadCountAfter(scene, draft, i);
        foreach (var i in scene.All(WordKind.Count).ToList()) CountRule.ReadCount(scene, draft, i);
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i)) continue;
            if (scene.Measure(i) is not { } column) continue;
            if (AreManyCases(scene, draft, i))
            {
                CountRule.AddCount(scene, draft, i);
                continue;
            }
            if (AreCountedRows(scene, draft, i))
            {
                scene.Use(i, new Setting("/dataset"));
                continue;
            }
            if (Apposition.IsSaidAgain(scene, i) || IsOfBound(scene, draft, i, column))
            {
                scene.Use(i, draft.Filters.Find(f => f.Column == column));
                continue;
            }
            if (AreSalesOf(scene, i, column) is MeasurePart sold)
            {
                scene.Use(i, sold);
                continue;
            }
            var part = Add(scene, draft, i, column, IsOfOne(scene, i) ? Aggregates.Mean : null);
            // "by paid amount": the general word behind a figure is no second one.
            if (IsGeneralFigure(scene, i + 1) && !scene.IsJapanese(i)) scene.Use(i + 1, part);
        }
        foreach (var i in scene.All(WordKind.DefaultMeasure).ToList()) ReadDefault(scene, draft, i, null);
    }

    /// <summary>医薬品・化粧品の売上, "medicine and food sales" of columns for each: the word behind says only what they are.</summary>
    private static object? AreSalesOf(Scene scene, int i, Column column)
    {
        var before = scene.Raw(i - 1) is "の" ? i - 2 : i - 1;
        return DefaultMeasure.IsOfSales(scene.Raw(i)) && scene.Measure(before) is { Type: ColumnType.Money } part && part != column && !DefaultMeasure.IsOfSales(scene.Raw(before)) && !scene.Is(before, WordKind.DefaultMeasure) && !TakenOff.Any(word => (part.SourceName ?? part.Name).Contains(word, StringComparison.OrdinalIgnoreCase)) ? scene.PartOf(before) : null;
    }

    private static readonly string[] TakenOff = ["目標", "予算", "計画", "値引", "割引", "返金", "原価", "利益", "費", "単価", "target", "budget", "plan", "discount", "refund", "cost", "profit", "margin", "price", "tax", "tip", "fee"];

    /// <summary>"how many events in total": all of them are counted, nothing is added up.</summary>
    private static bool IsOfCount(Scene scene, int i) =>
        scene.Raw(i) is "intotal" or "altogether" or "overall" && Enumerable.Range(0, i).Any(k => scene.Is(k, WordKind.Count)) && !Enumerable.Range(0, scene.Count).Any(k => scene.Measure(k) is not null || scene.Is(k, WordKind.Compare, WordKind.CompareAfter) || scene.Is(k, WordKind.DefaultMeasure));

    /// <summary>数を製品別に合計して, where several columns are numbers of something: which one is not for us to guess.</summary>
    private static bool IsBareCount(Scene scene) =>
        scene.Raw(0) is "数" or "数量" or "数値" && scene.Raw(1) is "を" or "の" or "は" && scene.Measure(0) is null && Enumerable.Range(1, scene.Count - 1).Any(k => scene.Is(k, WordKind.Aggregate))
        && scene.Contract.Columns.Count(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure } && ColumnForms.Counts(c)) > 1;

    /// <summary>請求の種目別件数 beside 請求額: where the rows are counted, their noun is no figure too.</summary>
    private static bool AreCountedRows(Scene scene, Draft draft, int i) =>
        AreGluedToCount(scene, draft, i) || draft.Counts && draft.Measures.TrueForAll(m => m.Column is null) && scene[i] is FieldMeaning { Own: false } && scene.Item(i).Meanings.Any(m => m is EntityMeaning { Quality: >= 0.84 })
        && !scene.IsJoin(scene.Next(i)) && !scene.IsJoin(scene.Next(i, -1)) && !scene.Is(scene.Next(i), WordKind.Aggregate, WordKind.DefaultMeasure) && !scene.Is(scene.Next(i, -1), WordKind.Aggregate, WordKind.DefaultMeasure);

    /// <summary>遅延件数 beside <c>DelayMin</c>: the cases are counted, not the minutes.</summary>
    private static bool AreGluedToCount(Scene scene, Draft draft, int i) =>
        draft.Counts && scene[i] is FieldMeaning { Own: false } figure && scene.IsJapanese(i) && scene.Raw(i + 1) is "件数" && scene.FirstToken(i + 1).Glued && !ColumnForms.Counts(figure.Column) && scene.PartOf(i + 1) is MeasurePart { Column: null };

    /// <summary>故障の多い棟: of a figure that is a mean nothing is many; what is many are the cases, where rows are called so.</summary>
    private static bool AreManyCases(Scene scene, Draft draft, int i) =>
        draft.Measures.Count == 0 && scene.IsJapanese(i) && scene[i] is FieldMeaning { Own: false, Column.DefaultAggregate: Aggregates.Mean } && scene.Raw(i + 1) is "が" or "の" && scene.Is(i + 2, WordKind.Adjective) && scene.Raw(i + 2).StartsWith('多')
        && FieldsOfLife.MayBeRows([.. scene.TokensOf(i)]);

    /// <summary>単価 where only what was taken is kept: how much of it each row brought.</summary>
    private static bool IsOfOne(Scene scene, int i) => scene[i] is FieldMeaning { Own: false, Column.DefaultAggregate: Aggregates.Sum } named && (named.Written is "単価" or "客単価" || scene.Item(i).End > scene.Item(i).First + 1 && scene.FirstToken(i).Raw is "average" or "avg" or "mean");

    /// <summary>10分以上遅れた便: the verb of the bound that stands before it.</summary>
    private static bool IsOfBound(Scene scene, Draft draft, int i, Column column) =>
        !scene.IsJapanese(i) && draft.Counts && scene.Raw(i - 1) is "in" or "of" && scene.PartOf(scene.Next(i - 1, -1)) is FilterPart { Aggregate: null } behind && behind.Column == column && scene.Number(scene.Next(i - 1, -1)) is not null
        || scene.IsJapanese(i) && scene[i] is FieldMeaning { Own: false } && scene.Is(i - 1, WordKind.CompareAfter) && (scene.LastToken(i) is { Script: Script.Hiragana, Raw: "た" or "る" } || scene.LastToken(i).Script == Script.Hiragana && scene.Raw(i + 1) is "た" or "る") && scene.PartOf(i - 1) is FilterPart bound && bound.Column == column && draft.Counts;

    private static bool IsGeneralFigure(Scene scene, int i) => scene.Raw(i) is "amount" or "value" or "sum" or "figure" or "figures" or "total" && scene.Measure(i) is not null && !scene.Used(i);

    public static MeasurePart Add(Scene scene, Draft draft, int i, Column column, string? aggregate)
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
        if ((draft.Measures is [{ Column: not null }, ..] && IsSetAgainst(scene, i) || IsBesideCount(scene, i)) && DefaultMeasure.SaidBy(scene, i) is { } money && !draft.Measures.Exists(m => m.Column == money))
        {
            // 距離と金額の関係, 件数と金額, "units sold and revenue"
            var first = Enumerable.Range(0, i).All(k => scene.PartOf(k) is not MeasurePart);
            var part = Add(scene, draft, i, money, aggregate);
            if (first && draft.Measures.Remove(part)) draft.Measures.Insert(0, part);
            return;
        }
        if (draft.Measures.Count > 0 && aggregate is null)
        {
            // "goals amount", "sales value": the measure is named already.
            scene.Use(i, draft.Measures[^1]);
            // 落札総額, 寄付の総額: all of it.
            if (scene.Raw(i) is "総額" && scene.FirstToken(i).Glued && scene.PartOf(scene.Next(i, -1)) == draft.Measures[^1]) draft.Measures[^1].Aggregate ??= Aggregates.Sum;
            return;
        }
        if (scene.Raw(i) is "amount" && scene.Raw(i + 1) is "of" or "ofthe" && scene.Next(i) is >= 0 and var thing && (scene.IsEntity(thing) || scene.Category(thing) is not null))
        {
            // "the amount of positions" is how many there are.
            CountRule.CountThing(scene, draft, i, thing);
            return;
        }
        if (DefaultMeasure.SaidBy(scene, i) is { } column) Add(scene, draft, i, column, aggregate);
    }

    private static bool IsSetAgainst(Scene scene, int i) =>
        new[] { 1, -1 }.Any(step => scene.Next(i, step) is var join && (scene.IsJoin(join) || scene.Is(join, WordKind.Versus)) && scene.Measure(scene.Next(join, step)) is not null);

    private static bool IsBesideCount(Scene scene, int i) =>
        new[] { 1, -1 }.Any(step => scene.Next(i, step) is var join && scene.IsJoin(join) && scene.PartOf(scene.Next(join, step)) is MeasurePart { Column: null });

    private static void ReadAggregate(Scene scene, Draft draft, int i)
    {
        if (scene.Used(i)) return;
        if (scene.IsJapanese(i) && scene.Raw(i + 1) is "点" && scene.Measure(i + 1) is null && (scene.Lexicon.ColumnCalled("点数") ?? scene.Lexicon.ColumnCalled("score")) is { } points)
        {
            // 平均点: the mean of the marks.
            scene.Use(i, Add(scene, draft, i + 1, points, scene.Word(i)!.Value));
            return;
        }
        List<int> names = [.. ListedExtremes.Before(scene, i), i];
        var at = i;
        // "max and min salary"
        while (scene.IsJoin(scene.Next(at)) && (scene.Is(scene.Next(scene.Next(at)), WordKind.Aggregate) || ListedExtremes.EndsList(scene, scene.Next(scene.Next(at)))))
        {
            scene.Use(scene.Next(at));
            at = scene.Next(scene.Next(at));
            names.Add(at);
        }
        // 利益の平均はいくら: the figure before の, not the general word behind.
        var target = scene.IsJapanese(i) && scene.Raw(i - 1) is "の" && scene.Measure(i - 2) is not null ? Behind(scene, i) : Ahead(scene, at);
        if (target < 0) target = Behind(scene, i);
        if (target >= 0) AddAll(scene, draft, names, target);
        else if (scene.Next(at) is >= 0 and var next && (scene.IsEntity(next) || scene.Is(next, WordKind.Count)))
        {
            // "total production": of several figures, not how many rows there are.
            if (scene.Raw(next) is "production" or "output" or "consumption" or "generation" && scene.Contract.Columns.Count(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum }) > 1) draft.Gaps.Add(new Gap(GapKind.Measure, next));
            else if (scene.Word(i)!.Value == Aggregates.Mean && scene.IsEntity(next) && scene.LastToken(next) is { Script: Script.Word, Raw: [.., not 's'] } noun && !Compared.Persons.Contains(noun.Text) && DefaultMeasure.OnlyMoney(scene.Contract) is { DefaultAggregate: Aggregates.Sum } each)
            {
                // "average invoice per customer": how much one of them comes to.
                var worth = AddNew(draft, each, Aggregates.Mean);
                scene.Use(i, worth);
                scene.Use(next, worth);
            }
            // "total deals" counts; "average deals" cannot be said of rows.
            else if (scene.Word(i)!.Value == Aggregates.Sum) CountRule.AddCount(scene, draft, i);
        }
        else if (scene.IsJapanese(i) && scene.Word(i)!.Value == Aggregates.Sum && scene.Next(i, -1) is var counted && (scene.Is(counted, WordKind.CountAfter, WordKind.Count) || (scene.Used(counted) && scene.PartOf(counted) is MeasurePart { Column: null })))
        {
            // 会員数の合計
            CountRule.AddCount(scene, draft, i);
        }
        else if (draft.Measures.Count > 0 && draft.Measures.All(m => m.Aggregate is null))
        {
            foreach (var measure in draft.Measures) measure.Aggregate = scene.Word(i)!.Value;
            scene.Use(i, draft.Measures[0]);
        }
        else if ((scene.IsJapanese(i) || scene.Raw(i) is "onaverage" or "intotal") && Bare(scene, i) is >= 0 and var bare) AddAll(scene, draft, names, bare);
        else if (draft.Measures.Find(m => ChartRule.AggregateOf(m) == scene.Word(i)!.Value) is { } told && StandsAlone(scene, at)) scene.Use(i, told);
        else if (StandsAlone(scene, at) && DefaultMeasure.Of(scene.Lexicon) is { } usual)
        {
            foreach (var name in names) scene.Use(name, AddNew(draft, usual, AggregateOf(scene, name), assumed: true));
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

    public static MeasurePart AddNew(Draft draft, Column? column, string aggregate, bool assumed = false)
    {
        var part = new MeasurePart { Column = column, Aggregate = aggregate, Assumed = assumed };
        draft.Measures.Add(part);
        return part;
    }

    private static string AggregateOf(Scene scene, int name) => ListedExtremes.Of(scene, name) ?? scene.Word(name)!.Value;

    private static void AddAll(Scene scene, Draft draft, List<int> names, int target)
    {
        Column? Named(int k) => scene.Measure(k) ?? scene.Amount(k) ?? (scene.Is(k, WordKind.DefaultMeasure) ? DefaultMeasure.SaidBy(scene, k) : null);
        foreach (var name in names)
        {
            if (Named(target) is { } column) scene.Use(name, Add(scene, draft, target, column, AggregateOf(scene, name)));
        }
        // DEP_DELAYとARR_DELAYの最大値: it holds for the list before it.
        for (var before = target; names[0] > target && scene.IsJapanese(names[0]) && scene.IsJoin(scene.Next(before, -1)) && scene.Measure(scene.Next(scene.Next(before, -1), -1)) is { } listed && !scene.Used(scene.Next(scene.Next(before, -1), -1));)
        {
            scene.Use(scene.Next(before, -1));
            before = scene.Next(scene.Next(before, -1), -1);
            foreach (var name in names) Add(scene, draft, before, listed, AggregateOf(scene, name));
        }
        // "average math score and reading score": an aggregate holds for the list that follows it.
        var k = target;
        while (scene.IsJoin(k + 1) && (scene.Measure(scene.Next(k + 1)) ?? Summed(scene, names, scene.Next(k + 1))) is { } more && !scene.Used(scene.Next(k + 1)) && !(scene.IsJapanese(names[0]) && scene.Is(scene.Next(scene.Next(k + 1)), WordKind.Aggregate)))
        {
            k = scene.Next(k + 1);
            scene.Use(k - 1);
            foreach (var name in names) Add(scene, draft, k, more, AggregateOf(scene, name));
        }
    }

    /// <summary>"total residents and capacity": of a list that an aggregate begins, a number taken for a class is a figure too.</summary>
    private static Column? Summed(Scene scene, List<int> names, int k) => scene.Amount(k) is { } amount && !scene.IsJapanese(names[0]) && !Classes.Has(amount) ? amount : null;

    private static bool IsTarget(Scene scene, int k) => scene.Measure(k) is not null || (scene.Is(k, WordKind.DefaultMeasure) && DefaultMeasure.SaidBy(scene, k) is not null);

    /// <summary>"average won deal amount": rows, values and grains may stand between.</summary>
    private static int Ahead(Scene scene, int i)
    {
        for (var k = i + 1; k < scene.Count && k <= i + 7; k++)
        {
            if (InBrackets(scene, k) is >= 0 and var meant)
            {
                scene.Use(k, new Setting("/measures/0"));
                return meant;
            }
            if (scene.Amount(k) is not null && !scene.Used(k) && !scene.Is(k + 1, WordKind.ByAfter) && Enumerable.Range(i + 1, k - i - 1).All(scene.IsSmall)) return k;
            if (scene.Raw(k) is "いくら" or "いくつ" && Enumerable.Range(0, i).LastOrDefault(m => scene.Measure(m) is not null && !scene.Used(m), -1) is >= 0 and var asked) return asked; // 受講料はトータルいくら
            if (IsTarget(scene, k) && !IsAmountOf(scene, k)) return scene.PartOf(k) is FilterPart ? -1 : k;
            if (scene.IsSmall(k) || IsAmountOf(scene, k) || scene.IsEntity(k) || scene.Value(k) is not null || scene.Is(k, WordKind.Grain) || scene.Is(k, WordKind.Superlative) || scene.Period(k) is not null) continue;
            if (scene.IsUnknown(k) && IsTarget(scene, k + 1) && (scene.Measure(k + 1) is { } head ? Modifiers.OnlyColumn(scene, k + 1) : DefaultMeasure.SaidBy(scene, k + 1)) is { } only && Modifiers.MayBelong(scene, k, only))
            {
                // "total donation amount"
                scene.Excuse(k);
                continue;
            }
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

    /// <summary>平均単価（adr）: what stands in brackets behind a word says what is meant by it.</summary>
    private static int InBrackets(Scene scene, int k) =>
        (scene.IsUnknown(k) || scene.Is(k, WordKind.DefaultMeasure)) && scene.Raw(k + 1) is "(" && scene.Measure(k + 2) is not null && !scene.Used(k + 2) && scene.Raw(k + 3) is ")" ? k + 2 : -1;

    /// <summary>"the total amount of fines" are the fines.</summary>
    private static bool IsAmountOf(Scene scene, int k) =>
        scene.Is(k, WordKind.DefaultMeasure) && scene.Raw(k) is "amount" or "value" or "worth" && scene.Raw(k + 1) is "of" or "ofthe" && scene.Measure(scene.Next(k)) is not null;

    private static int Behind(Scene scene, int i)
    {
        var k = scene.Next(i, -1);
        if (k >= 0 && scene.Is(k, WordKind.Share)) k = scene.Next(k, -1);
        // 問い合わせ数の平均, where 数 stands apart from the figure
        if (k > 0 && scene.IsJapanese(k) && scene.Is(k, WordKind.CountAfter, WordKind.DefaultMeasure) && scene.Measure(k - 1) is not null && scene.FirstToken(k).Glued) k--;
        if (k >= 0 && scene.Amount(k) is not null && !scene.Used(k) && scene.IsJapanese(i)) return k;
        return k >= 0 && IsTarget(scene, k) && scene.PartOf(k) is not FilterPart ? k : -1;
    }
}
