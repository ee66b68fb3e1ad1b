using Web.Semantics;

namespace Web.Language;

/// <summary>Fields that are only named: a category becomes a group, a true-or-false column a condition, a time the x axis.</summary>
internal static class LeftoverRule
{
    private const int ManyNames = 15;

    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i)) continue;
            switch (scene[i])
            {
                case FieldMeaning { Weak: true } weak:
                    draft.TimeHint ??= weak.Column;
                    scene.Use(i, new Setting("/dimensions/0"));
                    break;
                case FieldMeaning field:
                    ReadField(scene, draft, i, field.Column);
                    break;
                case EntityMeaning:
                    ReadEntity(scene, draft, i);
                    break;
                case WordMeaning { Word.Kind: WordKind.GrainNoun }:
                    ReadGrainNoun(scene, draft, i);
                    break;
                case WordMeaning { Word.Kind: WordKind.Rows }:
                    if (draft.Limit is not null || scene.Number(i - 1) is not null || draft.Counts) scene.Use(i);
                    break;
                case WordMeaning { Word.Kind: WordKind.Rate }:
                    // エレベーター設置率: what is done with it says nothing new.
                    if (scene.IsJapanese(i) && scene.IsUnknown(i - 1) && scene.Field(i - 2) is { Type: ColumnType.Boolean }) scene.Use(i - 1, new Setting("/chart_type"));
                    // ネット利用率 of "Internet Users %": the rate is what the figure is kept as.
                    var kept = scene.IsEntity(i - 1) ? i - 2 : i - 1;
                    if (scene.Used(kept) && scene.Measure(kept) is { Unit: "%" } && scene.FirstToken(i).Glued && scene.FirstToken(kept + 1).Glued)
                    {
                        for (var k = kept + 1; k <= i; k++) scene.Use(k, scene.PartOf(kept));
                        break;
                    }
                    if (draft.Filters.Any(f => f.Value is string or bool && f.Op == FilterOp.Equal)) draft.Share = draft.Within = true;
                    if (draft.Share) scene.Use(i, new Setting("/chart_type"));
                    break;
            }
        }
    }

    /// <summary>"order quantity": the quantity of what a number tells apart.</summary>
    private static bool IsOfFigure(Scene scene, int i, Column column) =>
        !scene.IsJapanese(i) && scene[i] is FieldMeaning { Own: false } && (column.Role == ColumnRole.Identity || RowNames.IsKey(column) || column is { Type: ColumnType.Text, Values: null or { Count: >= ManyNames * 3 } }) && scene[i + 1] is FieldMeaning { Own: true, Column.Role: ColumnRole.Measure } && scene.LastToken(i).Raw is [.., not 's'];

    /// <summary>"plot repair cost against pipe diameter" beside a pipe material: of what the figure is.</summary>
    private static bool IsAdjunctOfPoint(Scene scene, Draft draft, int i) =>
        (draft.Versus || draft.Relation || draft.Chart is ChartType.Scatter) && !scene.IsJapanese(i) && scene[i] is FieldMeaning { Own: false } && scene.Measure(i + 1) is not null && scene.LastToken(i) is { Raw: [.., not 's'] } && !scene.Is(scene.Next(i, -1), WordKind.By);

    /// <summary>"institution types": the types of what the rows are called.</summary>
    private static bool IsOfKinds(Scene scene, int i, Column column) =>
        !scene.IsJapanese(i) && (column.Role == ColumnRole.Identity || column == scene.Lexicon.Identity || RowNames.IsName(column)) && scene[i + 1] is FieldMeaning { Own: true, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } kinds } && kinds != column && scene.LastToken(i) is var noun && noun.Raw == noun.Text;

    /// <summary>"average capacity of rooms in each building" beside a room number: whose capacity it is, where another word divides.</summary>
    private static bool AreNumbered(Scene scene, Draft draft, int i, Column column) =>
        !scene.IsJapanese(i) && scene[i] is FieldMeaning { Own: false } && RowNames.IsNumber(column) && draft.Limit is null && draft.Measures.Exists(m => m.Column is not null) && draft.Groups.Exists(g => g.Grouped && g.Column != column)
        && scene.LastToken(i) is { Raw: [.., _, 's'] } noun && noun.Text != noun.Raw && !scene.IsJoin(i + 1) && !scene.IsJoin(i - 1);

    /// <summary>The category behind "of every".</summary>
    private static Column? Named(Scene scene, int i)
    {
        var k = scene.Next(i);
        while (scene.Is(k, WordKind.All, WordKind.By)) k = scene.Next(k);
        return scene.Category(k);
    }

    private static void ReadField(Scene scene, Draft draft, int i, Column column)
    {
        if (Apposition.IsNamedAgain(scene, i) && scene.Used(i - 2))
        {
            scene.Use(i, scene.PartOf(i - 2));
            return;
        }
        if (scene.Raw(i) is "name" or "names" && scene.Raw(i + 1).StartsWith("of", StringComparison.Ordinal) && Named(scene, i) is { Type: ColumnType.Text } called && called != column)
        {
            // "the name of every city": the city
            scene.Use(i, new Setting("/dimensions/0"));
            return;
        }
        if (IsAdjunctOfPoint(scene, draft, i) || IsOfFigure(scene, i, column) || IsOfKinds(scene, i, column) || AreNumbered(scene, draft, i, column))
        {
            scene.Use(i, new Setting("/dataset"));
            return;
        }
        if (IsNumberOf(scene, i, column) && !draft.Groups.Exists(g => g.Column == column))
        {
            CountRule.AddCount(scene, draft, i, column);
            return;
        }
        if (column.Role == ColumnRole.Measure || AddFigure(scene, draft, i, column)) return;
        if (column.Type == ColumnType.Boolean && draft.Filters.Find(f => f.Column == column) is { Value: true } held)
        {
            scene.Use(i, held);
            return;
        }
        if (column.Type == ColumnType.Boolean && draft.Groups.Find(g => g.Column == column && g.Grouped) is { } sides)
        {
            // "the distribution of full time, grouped by full time"
            scene.Use(i, sides);
            return;
        }
        if (column.Type == ColumnType.Boolean && !draft.Share && draft.Chart is not (ChartType.Heatmap or ChartType.Pivot) && !(scene.Raw(i - 1) is "×" or "x") && !(draft.Stack is Stack.Percent or Stack.Stacked && draft.Groups.Count == 1))
        {
            var filter = new FilterPart { Column = column, Op = FilterOp.Equal, Value = true };
            draft.Filters.Add(filter);
            scene.Use(i, filter);
            return;
        }
        if (!scene.IsJapanese(i) && column.Type == ColumnType.Text && !scene.Is(scene.Next(i, -1), WordKind.By) && draft.Filters.Find(f => f.Column == column && f.Op == FilterOp.Equal) is { } told && scene.Item(i).Meanings.OfType<FieldMeaning>().Any(f => !f.Own && f.Column == column))
        {
            // "goals Arsenal scored at home": the word only tells which of the teams is meant.
            scene.Use(i, told);
            return;
        }
        if ((column.Role == ColumnRole.Identity || scene[i] is FieldMeaning { Own: false } && RowNames.IsKey(column) && draft.Groups.Exists(g => g.Grouped)) && draft.Counts && draft.Limit is null)
        {
            scene.Use(i, draft.Measures.FirstOrDefault(m => m.Aggregate == Aggregates.Count));
            return;
        }
        if (IsExtremeOf(scene, draft, i) || IsOfHistogram(scene, draft, i, column) || IsOwnerOfFigure(scene, draft, i, column))
        {
            scene.Use(i, new Setting("/dataset"));
            return;
        }
        if (StackedKinds.Are(scene, draft, i, column))
        {
            var parts = new GroupPart { Column = column, Role = DimensionRole.Series };
            draft.Groups.Add(parts);
            scene.Use(i, parts);
            return;
        }
        if (RowNouns.AreOfListed(scene, draft, i, column) || RowNouns.AreEveryRow(scene, draft, i, column) || RowNouns.AreListed(scene, draft, i, column) || RowNouns.OwnFigure(scene, draft, i, column) || RowNouns.FollowValue(scene, draft, i, column) || AreRows(scene, draft, i, column) || IsHead(scene, draft, i) || AreSpokenOf(scene, draft, i, column) || HaveCondition(scene, draft, i, column) || IsOfRows(scene, draft, i, column) || RowNouns.AreNarrowed(scene, draft, i, column))
        {
            scene.Use(i, new Setting("/dataset"));
            return;
        }
        if (GeneralRows.AreOf(scene, draft, i))
        {
            scene.Use(i, new Setting("/dataset"));
            return;
        }
        if (Occurrences.AreCounted(scene, draft, i, column))
        {
            Occurrences.Count(scene, draft, i, column);
            return;
        }
        if (AreThings(scene, draft, i, column) && draft.Filters.Exists(f => f.Op is FilterOp.Greater or FilterOp.GreaterOrEqual or FilterOp.Less or FilterOp.LessOrEqual or FilterOp.Between && f.Aggregate is null))
        {
            draft.NamesRows = true;
            scene.Use(i, new Setting("/dataset"));
            return;
        }
        if (draft.Stack is Stack.Stacked or Stack.Percent && draft.Groups is [{ Role: null }] && IsCounted(scene, draft, i, column))
        {
            // "outcomes by species, stacked": what is stacked is what was named.
            var stacked = new GroupPart { Column = column, Role = DimensionRole.Series };
            draft.Groups.Add(stacked);
            scene.Use(i, stacked);
            return;
        }
        if (AreThings(scene, draft, i, column) || IsCounted(scene, draft, i, column))
        {
            var rows = column == scene.Lexicon.Identity && scene.Lexicon.IsPerRow;
            var counted = new MeasurePart { Column = rows ? null : column, Aggregate = rows ? Aggregates.Count : Aggregates.CountDistinct, Assumed = true };
            draft.Measures.Add(counted);
            scene.Use(i, counted);
            return;
        }
        if (IsRowOfTime(scene, i, column))
        {
            scene.Use(i, new Setting("/dataset"));
            return;
        }
        var same = draft.Groups.FirstOrDefault(g => g.Column == column);
        if (same is null)
        {
            same = column.IsTemporal && !scene.IsJapanese(i) ? Grouping.TimeGroup(scene, i, column) : new GroupPart { Column = column };
            draft.Groups.Add(same);
        }
        scene.Use(i, same);
    }

    /// <summary>出場国数 beside a column of countries: how many of them there are.</summary>
    private static bool IsNumberOf(Scene scene, int i, Column column) =>
        scene.IsJapanese(i) && column is { Type: ColumnType.Text, Role: ColumnRole.Dimension } && scene.Raw(i) is [_, .., '数'] && !scene.Is(i + 1, WordKind.ByAfter) && !ColumnForms.Counts(column);

    /// <summary>"capacity and residents by city": a number that the data take for a class, beside a division, is a figure.</summary>
    private static bool AddFigure(Scene scene, Draft draft, int i, Column column)
    {
        if (scene.Amount(i) is null || Classes.Has(column) || draft.Limit is not null || !draft.Groups.Exists(g => g.Grouped && g.Column != column)) return false;
        var beside = new[] { scene.IsJoin(scene.Next(i)) ? scene.Next(scene.Next(i)) : -1, scene.IsJoin(scene.Next(i, -1)) ? scene.Next(scene.Next(i, -1), -1) : -1 };
        var other = beside.Where(k => scene.Measure(k) is not null).Select(scene.PartOf).OfType<MeasurePart>().FirstOrDefault();
        if (other is null && (draft.Measures.Count > 0 || draft.Counts || draft.Share || draft.List)) return false;
        var figure = new MeasurePart { Column = column, Aggregate = other?.Aggregate ?? other?.Column?.DefaultAggregate ?? Aggregates.Sum };
        if (other is not null && beside[0] >= 0) draft.Measures.Insert(draft.Measures.IndexOf(other), figure);
        else draft.Measures.Add(figure);
        scene.Use(i, figure);
        return true;
    }

    /// <summary>契約ありの建物に限って四半期ごと: the noun behind a condition, when other words divide, says whose rows they are.</summary>
    private static bool IsHead(Scene scene, Draft draft, int i) =>
        scene.IsJapanese(i) && draft.Groups.Exists(g => g.Grouped) && !scene.Is(i + 1, WordKind.ByAfter) && !scene.IsJoin(i - 1) && !scene.IsJoin(i + 1)
        && (scene.Is(i - 1, WordKind.CompareAfter) || ((scene.Raw(i - 1) is "の" || scene.Value(i - 1) is not null) && scene.PartOf(scene.Next(i, -1)) is FilterPart { Phrase: null } && scene[scene.Next(i, -1)] is not FieldMeaning));

    /// <summary>入社した人を対象に、部門ごとの: where other words divide, what a row is only says of what is spoken.</summary>
    private static bool AreSpokenOf(Scene scene, Draft draft, int i, Column column) =>
        column.Role == ColumnRole.Identity && scene.IsJapanese(i) && !draft.List && draft.Limit is null && draft.Groups.Exists(g => g.Grouped && g.Column != column)
        && !scene.IsJoin(i - 1) && !scene.IsJoin(i + 1) && !scene.Is(i + 1, WordKind.ByAfter);

    /// <summary>"by quarter, for wines with at least 90 points": the plural of what a row is, behind which a condition follows.</summary>
    private static bool HaveCondition(Scene scene, Draft draft, int i, Column column) =>
        (column.Role == ColumnRole.Identity || column == scene.Lexicon.Identity) && !scene.IsJapanese(i) && draft.Limit is null && draft.Groups.Exists(g => g.Grouped && g.Column != column)
        && scene.LastToken(i).Raw is [.., _, 's'] raw && scene.LastToken(i).Text != raw
        && (scene.Raw(i + 1) is "with" or "that" or "whose" or "where" or "having" or "thatare" or "thathave" or "which" || scene.Is(scene.Next(i), WordKind.Compare) || scene.Raw(scene.Next(i, -1)) is "for" or "among" or "only");

    /// <summary>"average age of candidates by gender": behind a figure and "of", with a division said, the plural only says whose figure it is.</summary>
    private static bool AreRows(Scene scene, Draft draft, int i, Column column) =>
        (draft.Share && !scene.IsJapanese(i) && scene.Is(scene.Next(i, -1), WordKind.Share) && (column.Role == ColumnRole.Identity || RowNames.IsName(column) || column == scene.Lexicon.Identity) && Enumerable.Range(0, scene.Count).Any(k => k != i && (scene.Value(k) is not null || scene.Field(k) is { Type: ColumnType.Boolean })) && scene.LastToken(i).Raw is [.., 's'])
        || column.Role is ColumnRole.Dimension or ColumnRole.Identity && !scene.IsJapanese(i) && draft.Groups.Exists(g => g.Grouped && g.Column != column) && draft.Limit is null
        && (scene.Raw(i - 1) is "of" or "ofthe" or "ofall" || scene.Is(i - 1, WordKind.Share)) && (scene.PartOf(scene.Next(i, -1)) is MeasurePart { Column: not null } || scene.Is(scene.Next(i, -1), WordKind.Share)) && scene.LastToken(i).Raw is [.., _, 's'] raw && scene.LastToken(i).Text != raw;

    /// <summary>"histogram of candidate ages": whose figure it is divides nothing.</summary>
    private static bool IsOfHistogram(Scene scene, Draft draft, int i, Column column) =>
        (draft.Chart == ChartType.Histogram || draft.Distribution) && column.Type == ColumnType.Text && (scene.PartOf(scene.Next(i)) is MeasurePart or GroupPart { Bin: not null } && scene.Measure(scene.Next(i)) is not null && !scene.Is(scene.Next(i, -1), WordKind.By)
            || scene.Raw(i - 1) is "for" or "among" && scene.Is(i + 1, WordKind.Compare) && scene.LastToken(i).Raw is [.., 's']
            || scene.Raw(i - 1) is "of" or "ofthe" or "ofall" && scene.Measure(scene.Next(i, -1)) is not null && !draft.Groups.Exists(g => g.Grouped && g.Bin is null) && scene.LastToken(i).Raw is [.., 's']);

    /// <summary>利用者の平均年齢, where there is only a kind of 利用者: whose figure it is.</summary>
    private static bool IsOwnerOfFigure(Scene scene, Draft draft, int i, Column column) =>
        column.Role == ColumnRole.Dimension && scene.IsJapanese(i) && scene[i] is FieldMeaning { Own: false } owner && (owner.Quality < 0.75 || RowNames.IsKey(column) || ((column.Values is null or { Count: >= ManyNames }) && draft.Groups.Exists(g => g.Grouped && g.Column != column))) && scene.Raw(i + 1) is "の" && scene.Is(scene.Next(i), WordKind.Aggregate) && draft.Measures.Exists(m => m.Column is not null) && !scene.Is(scene.Next(i, -1), WordKind.Only);

    /// <summary>"which winery has the most expensive wine": the extreme of the rows, for each of what is asked for.</summary>
    private static bool IsExtremeOf(Scene scene, Draft draft, int i)
    {
        var before = scene.Next(i, -1);
        if (scene.IsJapanese(i) || !scene.Is(before, WordKind.Superlative) || scene.PartOf(before) is not LimitPart || scene.LastToken(i).Raw is [.., _, 's']) return false;
        if (!Enumerable.Range(0, before).Any(k => scene.Category(k) is not null || scene.IsEntity(k)) || draft.Measures is not [{ Aggregate: null, Column: not null } measure]) return false;
        measure.Aggregate = draft.Sort?.Order == SortOrder.Asc ? Aggregates.Min : Aggregates.Max;
        return true;
    }

    /// <summary>"rainy days": a value and the plural of a step of time are rows, not an axis.</summary>
    private static bool IsRowOfTime(Scene scene, int i, Column column) =>
        column.Role == ColumnRole.Time && !scene.IsJapanese(i) && scene.IsGeneral(i) && scene.Raw(i)[^1] == 's' && scene.Value(i - 1) is not null;

    /// <summary>月ごとの貸出冊数: where groups and a figure are said, the short name of the rows' number only says what they are.</summary>
    private static bool IsOfRows(Scene scene, Draft draft, int i, Column column) =>
        column.Role == ColumnRole.Identity && draft.Limit is null && scene[i].Quality < 0.97 && draft.Measures.Exists(measure => measure.Column is not null) && draft.Groups.Exists(group => group.Grouped);

    /// <summary>"students on scholarship": the things that a key numbers, with nothing but a condition on them.</summary>
    private static bool AreThings(Scene scene, Draft draft, int i, Column column) =>
        column.Role == ColumnRole.Dimension && RowNames.IsKey(column) && !scene.IsJapanese(i) && draft.Filters.Count > 0 && !draft.Filters.Exists(f => f.Aggregate is not null) && draft is { Groups.Count: 0, Measures.Count: 0, Counts: false, Limit: null, Sort: null, Chart: null, List: false }
        && scene.LastToken(i).Raw is [.., _, 's'] raw && scene.LastToken(i).Text != raw;

    /// <summary>"candidates by party" counts the candidates: a plural before "by", with nothing else to measure.</summary>
    private static bool IsCounted(Scene scene, Draft draft, int i, Column column) =>
        column.Role == ColumnRole.Dimension && !scene.IsJapanese(i) && draft.Measures.Count == 0 && !draft.Counts && draft.Limit is null && draft.Sort is null && !draft.Versus && !draft.Share
        && draft.Chart is null or ChartType.Bar or ChartType.Column or ChartType.Line && draft.Groups.Count > 0 && draft.Groups.TrueForAll(g => g.Grouped && g.Column != column)
        && scene.Is(scene.Next(i), WordKind.By) && scene.LastToken(i).Raw is [.., _, 's'] raw && scene.LastToken(i).Text != raw;

    /// <summary>"top 10 players by goals" shows players; "deals by owner" counts deals.</summary>
    private static void ReadEntity(Scene scene, Draft draft, int i)
    {
        if (Persons.AreAskedFor(scene) && scene.Is(scene.Next(i, -1), WordKind.Superlative) && Persons.ColumnOf(scene) is not null)
        {
            draft.NamesRows = true;
            scene.Use(i, new Setting("/dataset"));
            return;
        }
        if (draft.Groups.Count > 0 && draft.Limit is null && AreListedWithFigure(scene, i))
        {
            CountRule.AddCount(scene, draft, i);
            return;
        }
        var ranks = draft.Limit is not null && !draft.Dated && !draft.Counts && (draft.Groups.Count == 0 ? !HasCategoryLeft(scene) : draft.Limit.Of is { } of && of == scene.Lexicon.Identity && draft.Groups.Count == 1);
        if (ranks && RankedRows.Read(scene, draft, i)) return;
        if (ranks && scene.Lexicon.Identity is { } identity && (draft.Measures.Count > 0 || DefaultMeasure.Of(scene.Lexicon) is not null))
        {
            var group = new GroupPart { Column = identity };
            draft.Groups.Add(group);
            scene.Use(i, group);
            return;
        }
        draft.NamesRows = true;
        scene.Use(i, new Setting("/dataset"));
    }

    /// <summary>"orders and revenue by region": how many of the ones, and how much of the other.</summary>
    private static bool AreListedWithFigure(Scene scene, int i) =>
        !scene.IsJapanese(i) && scene.LastToken(i).Raw is [.., _, 's'] && new[] { 1, -1 }.Any(step => (scene.Is(i + step, WordKind.And) || scene.Raw(i + step) is "," && scene.IsJoin(i - step)) && scene.PartOf(scene.Next(i + step, step)) is MeasurePart { Column: not null });

    private static bool HasCategoryLeft(Scene scene)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (!scene.Used(i) && scene.Category(i) is { Type: not ColumnType.Boolean }) return true;
        }
        return false;
    }

    private static void ReadGrainNoun(Scene scene, Draft draft, int i)
    {
        if (draft.Groups.Any(g => g.Column.Role == ColumnRole.Time) || scene.Number(i - 1) is not null)
        {
            if (draft.Groups.Count > 0 && scene.Number(i - 1) is null) scene.Use(i);
            return;
        }
        if (RowNouns.FollowCondition(scene, i) && draft.Groups.Exists(g => g.Grouped))
        {
            // 100万円以上の月について、建物別に: the rows that the condition leaves.
            scene.Use(i, new Setting("/dataset"));
            return;
        }
        if (Grouping.Grain(scene, i) is not { } grain || PeriodRule.DefaultTime(scene.Contract, draft) is not { } time) return;
        if (scene.IsJapanese(i) && scene.Number(i + 1) is not null) return;
        if (scene.IsJapanese(i) && scene.Raw(i) is "日" or "時" or "時間") return;
        if (IsHead(scene, draft, i))
        {
            scene.Use(i);
            return;
        }
        // "delivery days" is a figure; "by day" and "which month" are steps of time.
        if (!scene.IsJapanese(i) && scene.Raw(i)[^1] == 's' && !(draft.Groups.Count == 0 && draft.Filters.Exists(f => f.Aggregate is not null))) return;
        var group = new GroupPart { Column = time, Grain = time.IsTemporal ? grain : null, DefaultTime = true };
        draft.Groups.Add(group);
        scene.Use(i, group);
    }
}
