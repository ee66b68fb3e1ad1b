using Web.Semantics;

namespace Web.Language;

/// <summary>Fills in what a chart needs and the words left out, from the contract's defaults; nothing that narrows the data is ever added.</summary>
internal static class Completion
{
    public static void Apply(Scene scene, Draft draft)
    {
        var contract = scene.Contract;
        TablesOfRows.Apply(scene, draft);
        TellByDay(scene, draft);
        RowsByTime.InOrder(scene, draft);
        YesAndNo(draft);
        ShareOfValue(scene, draft);
        RankedRates.Settle(scene, draft);
        ResolvePeriods(contract, draft);
        if (draft.Sort is { Column: { Role: ColumnRole.Measure } sorted } && draft.Measures.Count == 0)
            draft.Measures.Add(new MeasurePart { Column = sorted, Aggregate = draft.Sort.Aggregate, Assumed = true });
        PartsOfTime.Join(draft);
        RowsAskedFor.Apply(scene, draft);
        RowsOfTime.Apply(scene, draft);
        RowsInOrder.Apply(scene, draft);
        PairedColumns.Apply(scene, draft);
        Plotted.Apply(scene, draft);
        Bystanders.Drop(scene, draft);
        OneEach.Drop(scene, draft);
        ActualFigures.Apply(scene, draft);
        EqualRule.Join(draft);
        SignRule.Settle(draft);
        ExtremeOfExtremes(draft);
        CostsOfKind(scene, draft);
        RankedRows.OfCases(scene, draft);
        AddTime(contract, draft);
        Steps.Apply(scene, draft);
        CountedTwice(scene, draft);
        CountedByItself(scene, draft);
        BarsOfNamed(draft);
        ListedByHint(draft);
        Spread.Apply(scene, draft);
        Decades.Cut(scene, draft);
        CumulativeBound(draft);
        RankedAmongTheRest(scene, draft);
        RankedByName(scene, draft);
        RankedMeasure(scene, draft);
        ComparedYears.Apply(scene, draft);
        SeveralValues.Apply(scene, draft);
        HavingRule.OwnCount(scene, draft);
        WholeSets.Apply(draft);
        // A funnel is of stages, when nothing else is said.
        if (draft is { Chart: ChartType.Funnel, Groups.Count: 0 } && (contract.Columns.FirstOrDefault(c => c is { Ordered: true, Hidden: false }) ?? scene.Lexicon.ColumnCalled("stage")) is { } stages)
            draft.Groups.Add(new GroupPart { Column = stages, Assumed = true });
        FacingYears.Apply(scene, draft);
        FacingYears.FaceNumbers(scene, draft);
        InOrderSaid(scene, draft);
        Haste.Settle(scene, draft);
    }

    /// <summary>"list the orders over 5, heaviest first": rows with no figure drawn stand in the order of what the adjective means.</summary>
    private static void ListedByHint(Draft draft)
    {
        if (draft is { Measures.Count: 0, Groups.Count: 0, Counts: false, Sort: { Column: null, Hint: { } hint } sort }) (sort.Column, sort.Axis) = (hint, null);
    }

    private static readonly string[] JapaneseCosts = ["費", "手数料", "使用料", "利用料", "保険料", "家賃"];
    private static readonly HashSet<string> Costs = new(StringComparer.OrdinalIgnoreCase) { "fee", "fees", "cost", "costs", "expense", "expenses", "rent" };

    private static bool IsCost(string kind) => Array.Exists(JapaneseCosts, end => kind.EndsWith(end, StringComparison.Ordinal)) || Costs.Contains(kind[(kind.LastIndexOf(' ') + 1)..]);

    /// <summary>営業部の接待交際費を月ごとに: a kind of cost is asked for as money, where no rows are spoken of.</summary>
    private static void CostsOfKind(Scene scene, Draft draft)
    {
        if (draft is not { Measures.Count: 0, Counts: false, List: false, Share: false, Groups.Count: > 0 } || !draft.Filters.Exists(f => f is { Op: FilterOp.Equal, Value: string kind } && IsCost(kind))) return;
        if (Enumerable.Range(0, scene.Count).Any(scene.IsEntity) || (DefaultMeasure.OnlyMoney(scene.Contract) ?? (Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Superlative)) ? DefaultMeasure.Of(scene.Lexicon) : null)) is not { DefaultAggregate: Aggregates.Sum } money || !Amounts.IsMoney(money)) return;
        draft.Measures.Add(new MeasurePart { Column = money, Assumed = true });
    }

    /// <summary>"what was the highest temperature in Tokyo" of daily highs: of one number the very highest.</summary>
    private static void ExtremeOfExtremes(Draft draft)
    {
        if (draft is not { Groups.Count: 0, Distribution: false, Relation: false, List: false, Sort: null, Limit: null, Trend: false, Compare: null, Transform: null, Chart: null or ChartType.BigNumber, Measures: [{ Aggregate: null, Column: { DefaultAggregate: Aggregates.Mean } figure } measure] }) return;
        var name = figure.SourceName ?? figure.Name;
        if (!name.Contains("気温", StringComparison.Ordinal) && !name.Contains("温度", StringComparison.Ordinal) && !name.Contains("temp", StringComparison.OrdinalIgnoreCase)) return;
        if (name.StartsWith("最高", StringComparison.Ordinal) || ColumnForms.NamesOf(figure).Any(n => n is [{ Raw: "max" or "maximum" or "highest" }, _, ..])) measure.Aggregate = Aggregates.Max;
        else if (name.StartsWith("最低", StringComparison.Ordinal) || ColumnForms.NamesOf(figure).Any(n => n is [{ Raw: "min" or "minimum" or "lowest" }, _, ..])) measure.Aggregate = Aggregates.Min;
    }

    /// <summary>Rows and columns, the levels of a flow, bars and lines: what was said first comes first.</summary>
    private static void InOrderSaid(Scene scene, Draft draft)
    {
        int Place(object part) => Enumerable.Range(0, scene.Count).FirstOrDefault(i => ReferenceEquals(scene.PartOf(i), part), int.MaxValue);
        if (draft.Chart is ChartType.Pivot or ChartType.Sankey) Sort(draft.Groups, Place);
        if (draft.Chart is ChartType.Table) Sort(draft.Measures, part => Enumerable.Range(0, scene.Count).LastOrDefault(i => ReferenceEquals(scene.PartOf(i), part), int.MaxValue));
        if (draft.Chart is ChartType.Mixed) Sort(draft.Measures, Place);
    }

    private static void Sort<T>(List<T> parts, Func<object, int> place) where T : class
    {
        List<T> ordered = [.. parts.OrderBy(part => place(part))];
        parts.Clear();
        parts.AddRange(ordered);
    }

    /// <summary>"how many members are male and how many are female": the same are counted again.</summary>
    private static void CountedTwice(Scene scene, Draft draft)
    {
        if (draft.Measures is not [{ Aggregate: Aggregates.CountDistinct } kinds, { Column: null, Aggregate: Aggregates.Count } again]) return;
        List<int> said = [.. Enumerable.Range(0, scene.Count).Where(i => ReferenceEquals(scene.PartOf(i), again))];
        if (said.Count != 1 || scene.Raw(said[0]) is not "howmany" || scene.Raw(said[0] + 1) is not ("are" or "were" or "is" or "have" or "had" or "do" or "did")) return;
        draft.Measures.Remove(again);
        scene.Use(said[0], kinds);
    }

    /// <summary>"count the sex of the faculty in a bar chart", 分野の件数の構成比: what alone is counted, in a chart that divides, divides.</summary>
    private static void CountedByItself(Scene scene, Draft draft)
    {
        var charted = draft.Chart is ChartType.Bar or ChartType.Column or ChartType.Pie or ChartType.Donut or ChartType.Treemap;
        var divides = draft.Share || charted || (draft.Chart is null && draft is { Limit: null, Sort: { Axis: "x" or "y", Assumed: false } });
        if (!divides || draft.Groups.Count > 0 || draft.Measures is not [{ Aggregate: Aggregates.CountDistinct, Column.Role: ColumnRole.Dimension } counted]) return;
        if (Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Distinct))) return;
        var group = new GroupPart { Column = counted.Column!, Grouped = true };
        for (var i = 0; i < scene.Count; i++)
        {
            if (ReferenceEquals(scene.PartOf(i), counted) && scene.Field(i) is not null) scene.Use(i, group);
        }
        draft.Groups.Add(group);
        (counted.Column, counted.Aggregate) = (null, Aggregates.Count);
    }

    /// <summary>"managers vs non-managers": who is and who is not are the two groups.</summary>
    private static void YesAndNo(Draft draft)
    {
        foreach (var yes in draft.Filters.Where(f => f is { Value: true, Op: FilterOp.Equal, Column.Type: ColumnType.Boolean }).ToList())
        {
            if (draft.Filters.Find(f => f is { Value: false, Op: FilterOp.Equal } && f.Column == yes.Column) is not { } no) continue;
            draft.Filters.Remove(yes);
            draft.Filters.Remove(no);
            var sides = draft.Groups.Find(g => g.Column == yes.Column) ?? new GroupPart { Column = yes.Column! };
            if (!draft.Groups.Contains(sides)) draft.Groups.Add(sides);
            yes.Joined = no.Joined = sides;
        }
    }

    /// <summary>"a bar chart of the salaries of those whose first name ends with m": where nothing divides, each of those that the condition speaks of is a bar.</summary>
    private static void BarsOfNamed(Draft draft)
    {
        if (draft is not { Groups.Count: 0, Limit: null, Distribution: false, Measures: [{ Column.Role: ColumnRole.Measure }], Chart: ChartType.Bar or ChartType.Column }) return;
        if (draft.Filters.Find(f => f is { Op: FilterOp.Contains or FilterOp.StartsWith or FilterOp.EndsWith, Column.Type: ColumnType.Text }) is { Column: { } named }) draft.Groups.Add(new GroupPart { Column = named, Assumed = true });
    }

    /// <summary>"percentage of female students": the share is seen among all of them.</summary>
    private static void ShareOfValue(Scene scene, Draft draft)
    {
        // "share of male and female dogs"
        if (draft is { Share: true, Groups.Count: 0, Measures.Count: 0 } && draft.Filters.FindAll(f => f is { Op: FilterOp.In, Column.Type: ColumnType.Text }) is [var sides])
        {
            draft.Groups.Add(new GroupPart { Column = sides.Column! });
            return;
        }
        // "won and lost by channel, as a percentage"
        if (draft is { Share: true, Measures.Count: 0, Groups: [{ Grouped: true } by] } && draft.Filters.FindAll(f => f is { Op: FilterOp.In, Column.Type: ColumnType.Text } && (f.Listed || draft.Stack == Stack.Percent)) is [{ Column: { } states }] && states != by.Column)
        {
            draft.Groups.Add(new GroupPart { Column = states, Role = DimensionRole.Series });
            draft.Stack ??= Stack.Percent;
            return;
        }
        if (draft is { Share: true, Within: false, Groups: [{ Grouped: true }] } && draft.Filters.Exists(f => f is { Value: bool, Op: FilterOp.Equal })) draft.Within = true;
        if (!draft.Share || draft.Groups.Count > (draft.Within ? 1 : 0)) return;
        if (draft.Groups is [{ Bin: null, Column.Type: ColumnType.Text } divided] && Enumerable.Range(1, Math.Max(0, scene.Count - 1)).Any(i => scene.Is(i, WordKind.Share) && scene.IsJapanese(i) && ReferenceEquals(scene.PartOf(scene.Next(i, -1)), divided))) return; // 欠航した便の理由の割合: of those, the reasons
        var values = draft.Filters.Where(f => f.Value is string or bool && f.Op == FilterOp.Equal && f.Column?.Type is ColumnType.Text or ColumnType.Boolean && !draft.Groups.Any(g => g.Column == f.Column)).ToList();
        if (values.Count == 1 && draft.Groups is [{ Grouped: false, Column.Type: ColumnType.Boolean }]) return; // "percentage of women who survived": of the women, who survived and who did not
        if (values.Count == 2 && draft.Groups.Count == 0 && values.Count(v => v.Column!.Type == ColumnType.Boolean) == 1) values.RemoveAll(v => v.Column!.Type != ColumnType.Boolean);
        if (values.Count != 1) return;
        draft.Filters.Remove(values[0]);
        // "win rate by owner": won and not won side by side in each group.
        var within = draft.Groups.Count == 1;
        draft.Groups.Add(new GroupPart { Column = values[0].Column!, Role = within ? DimensionRole.Series : null });
        draft.Moved = (values[0], draft.Groups[^1]);
    }

    private static void ResolvePeriods(DatasetContract contract, Draft draft)
    {
        foreach (var filter in draft.Filters.Where(f => f.Phrase is not null && f.Column is null).ToList())
        {
            filter.Column = PartsOfTime.Fitting(PeriodRule.DefaultTime(contract, draft), filter, contract);
            filter.Assumed = true;
            if (filter.Column is null) draft.Filters.Remove(filter);
        }
        // A default time was taken for groups before all filters were known: follow the contract's choice.
        foreach (var group in draft.Groups.Where(g => g.DefaultTime))
        {
            if (PeriodRule.DefaultTime(contract, draft.WithoutDefaultGroups()) is { } time && time != group.Column && time.IsTemporal == group.Column.IsTemporal) group.Column = time;
        }
        // "monthly arrivals in 2025": the date that the period is said of is the one that is stepped through.
        if (draft.Filters.Where(f => f is { Phrase: not null, Assumed: false, Column.IsTemporal: true }).Select(f => f.Column!).Distinct().ToList() is [var spoken])
        {
            foreach (var group in draft.Groups.Where(g => g.DefaultTime && g.Column.IsTemporal)) group.Column = spoken;
        }
        foreach (var filter in draft.Filters.Where(f => f.Phrase is not null && f.Assumed))
        {
            if (draft.Groups.FirstOrDefault(g => g.Column.Role == ColumnRole.Time) is { } grouped && grouped.Column.IsTemporal) filter.Column = grouped.Column;
        }
        draft.Groups.RemoveAll(g => !g.Grouped && draft.Groups.Exists(other => other != g && other.Grouped && other.Column == g.Column));
    }

    private static void AddTime(DatasetContract contract, Draft draft)
    {
        var hasTime = draft.Groups.Any(g => g.Column.Role == ColumnRole.Time);
        var wants = draft.Trend || draft.Transform is not null && !(draft.Transform == Transform.Cumulative && draft.Filters.Exists(f => f.Aggregate is not null))
            || (draft.Compare is not null && draft.Groups.Count == 0 && !draft.Filters.Any(f => f.Phrase is { Part: null })) || (draft.Chart is ChartType.Line or ChartType.Area && draft.Groups.TrueForAll(g => g.Role == DimensionRole.Series));
        if (!hasTime && wants && draft.TimeHint is null && !(draft.Transform is not null && draft.Groups.Count > 0) && !draft.Filters.Exists(f => f.Phrase is not null)
            && (draft.TrendGrain is { } step ? YearColumn.For(contract, step) : YearColumn.OfSeasons(contract)) is { } seasons)
        {
            draft.Groups.Add(new GroupPart { Column = seasons, Assumed = true });
            hasTime = true;
        }
        if (!hasTime && wants && !(draft.Transform is not null && draft.Groups.Count > 0) && PeriodRule.DefaultTime(contract, draft) is { } time)
            draft.Groups.Add(new GroupPart { Column = time, Assumed = true, Grain = time.IsTemporal ? draft.TrendGrain : null });
        foreach (var group in draft.Groups.Where(g => g.Column.IsTemporal && g.Grain is null))
            group.Grain = contract.DefaultGrain ?? (group.Grouped && !draft.Trend ? Grain.Day : Grain.Month);
    }

    /// <summary>"installs per month" beside a day of sale and one of installation: rows called after a day are told by it.</summary>
    private static void TellByDay(Scene scene, Draft draft)
    {
        if (draft.TimeHint is not null || draft.Measures.Exists(m => m.Column is not null)) return;
        foreach (var i in Enumerable.Range(0, scene.Count).Where(scene.IsEntity))
        {
            if (scene.Item(i).Meanings.OfType<FieldMeaning>().Where(f => f is { Weak: true, Column.IsTemporal: true, Quality: >= 0.7 }).Select(f => f.Column).Distinct().ToList() is [var day]) draft.TimeHint ??= day;
        }
    }

    /// <summary>累計売上が4万を超えた顧客: what each comes to in all, where nothing runs through time.</summary>
    private static void CumulativeBound(Draft draft)
    {
        // 月ごとに積み上げた累計: nothing is stacked where one line runs.
        if (draft is { Transform: Transform.Cumulative, Stack: Stack.Stacked, Groups: [{ Column.Role: ColumnRole.Time }] }) draft.Stack = null;
        if (draft.Transform == Transform.Cumulative && draft.Filters.Exists(f => f.Aggregate is not null) && draft.Groups.Exists(g => g.Grain is null && g.Column.Role != ColumnRole.Time) && draft.Groups.TrueForAll(g => g.Assumed || g.Column.Role != ColumnRole.Time))
        {
            draft.Transform = null;
            draft.Groups.RemoveAll(g => g.Assumed && g.Column.Role == ColumnRole.Time);
        }
    }

    /// <summary>FranceとItaly以外の国で一番高いのは: of what is left out the others are ranked.</summary>
    private static void RankedAmongTheRest(Scene scene, Draft draft)
    {
        if (draft.Limit is null && !Enumerable.Range(1, Math.Max(0, scene.Count - 1)).Any(i => scene.Raw(i - 1) is "all" or "every" or "allthe" && (i < 2 || scene.IsMark(i - 2)) && scene.Category(i) is not null && scene.Is(i + 1, WordKind.Not)) || draft.Groups.Count > 0 || draft.Filters.Find(f => f is { Op: FilterOp.NotEqual or FilterOp.NotIn, Column.Role: ColumnRole.Dimension }) is not { Column: { } column } others) return;
        if (Enumerable.Range(0, scene.Count).Any(i => scene.Field(i) == column && scene.PartOf(i) == others)) draft.Groups.Add(new GroupPart { Column = column, Assumed = true });
    }

    /// <summary>"top 5 by rating", 月給トップ5: where the rows have names, they are ranked.</summary>
    private static void RankedByName(Scene scene, Draft draft)
    {
        if ((draft.Limit is null && draft.Sort is not { Axis: "y" or null }) || draft is not { List: false, Groups.Count: 0, Counts: false, Measures: [{ Column: { } figure, Aggregate: null }] } || figure.Role != ColumnRole.Measure) return;
        if (Enumerable.Range(0, scene.Count).Any(i => scene.IsUnknown(i) && !scene.Used(i))) return;
        if (scene.Contract.Columns.FirstOrDefault(c => c is { Hidden: false, Role: ColumnRole.Identity, Type: ColumnType.Text } && !RowNames.IsNumber(c)) is { } name) draft.Groups.Add(new GroupPart { Column = name, Assumed = true });
    }

    /// <summary>"top 5 deals" ranks by the measure that the dataset is about.</summary>
    private static void RankedMeasure(Scene scene, Draft draft)
    {
        if (draft.Limit is not null && draft.Groups.Count == 0 && Persons.AreAskedFor(scene) && Persons.ColumnOf(scene) is { } person)
        {
            draft.Groups.Add(new GroupPart { Column = person, Assumed = true });
            if (draft.Measures.Count == 0) draft.Counts = true;
        }
        // "who earns the most": a person is a row.
        if (draft.Limit is not null && draft.Groups.Count == 0 && draft.Measures.Count > 0 && scene.Lexicon.Identity is { } identity
            && Enumerable.Range(0, scene.Count).Any(i => scene.Raw(i) is "who" or "誰" or "だれ" || (scene.Raw(i) is "人" or "名" && scene.PartOf(i) is LimitPart))) draft.Groups.Add(new GroupPart { Column = identity, Assumed = true });
        if (draft is { Limit: not null, Measures.Count: 0, Counts: false, Groups: [{ Column: { } buyers }] } && Buyers.Are(buyers) && (DefaultMeasure.OnlyMoney(scene.Contract) ?? DefaultMeasure.Of(scene.Lexicon)) is { DefaultAggregate: Aggregates.Sum } brought && Amounts.IsMoney(brought))
            draft.Measures.Add(new MeasurePart { Column = brought, Assumed = true });
        if (draft.Measures.Count > 0 || draft.Counts || draft.Groups.Count != 1 || (draft.Groups[0].Column.Role != ColumnRole.Identity && draft.Groups[0].Column != scene.Lexicon.Identity)) return;
        if (DefaultMeasure.Of(scene.Lexicon) is { } usual) draft.Measures.Add(new MeasurePart { Column = usual, Assumed = true });
    }
}
