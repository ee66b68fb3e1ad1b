using Web.Semantics;

namespace Web.Language;

/// <summary>by owner, per month, for each X, split by Y, 担当者別, 部署と役職ごと, チームで色分け, X軸は月.</summary>
internal static partial class GroupRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        ReadAxes(scene, draft);
        foreach (var i in scene.All(WordKind.Series).ToList()) ReadAfter(scene, draft, i, DimensionRole.Series);
        foreach (var i in scene.All(WordKind.SeriesAfter).ToList()) ReadBefore(scene, draft, i, DimensionRole.Series);
        // termで積み上げて
        foreach (var i in Enumerable.Range(1, Math.Max(0, scene.Count - 1)).Where(i => scene.Is(i, WordKind.Stack) && scene.Raw(i - 1) is "で" or "ごとに" or "別に")) AddGroup(scene, draft, scene.Next(i, -1), DimensionRole.Series, -1);
        foreach (var i in scene.All(WordKind.By).ToList()) ReadAfter(scene, draft, i, null);
        foreach (var i in scene.All(WordKind.Compare).ToList())
        {
            // "sales over order date": over without a number is along.
            if (scene.Raw(i) is "over" && scene.Next(i) is >= 0 and var along && IsGroupable(scene, along)) ReadAfter(scene, draft, i, null);
        }
        foreach (var i in scene.All(WordKind.ByAfter).ToList()) ReadBefore(scene, draft, i, null);
        foreach (var i in scene.All(WordKind.Grain).ToList()) ReadGrain(scene, draft, i);
    }

    private static void ReadAxes(Scene scene, Draft draft)
    {
        if (Axes.Of(scene) is ( > 0 and var across, > 0 and var down) && AddGroup(scene, draft, across - 1, DimensionRole.X, across) && AddGroup(scene, draft, down - 1, DimensionRole.Series, down))
        {
            foreach (var k in Axes.Tail(scene, across).Concat(Axes.Tail(scene, down))) scene.Use(k);
        }
        foreach (var i in scene.All(WordKind.Axis).ToList())
        {
            var ahead = scene.Next(i);
            var behind = scene.Next(i, -1);
            var on = scene.Raw(i - 1) is "onthe" or "on" or "alongthe" or "asthe" or "the" or "as";
            var target = on && Nameable(scene, behind) ? behind : Nameable(scene, ahead) ? ahead : Nameable(scene, behind) ? behind : -1;
            if (target < 0 && on && scene.Word(i)!.Value == "y" && behind >= 0 && scene.Is(scene.Next(behind, -1), WordKind.Count)) scene.Use(i, new Setting("/measures/0"));
            if (target < 0) continue;
            var isX = scene.Word(i)!.Value == "x";
            if (isX && AddGroup(scene, draft, target, DimensionRole.X, i)) continue;
            if (!isX) scene.Use(i, new Setting("/measures/0"));
            else if (scene.Measure(target) is { } column)
            {
                var part = new MeasurePart { Column = column };
                draft.Measures.Insert(0, part);
                scene.Use(i, part);
                scene.Use(target, part);
            }
        }
    }

    private static bool Nameable(Scene scene, int i) =>
        i >= 0 && !scene.Used(i) && (scene.Field(i) is not null || scene.Is(i, WordKind.Grain, WordKind.GrainNoun) || scene.Is(i, WordKind.Count, WordKind.Aggregate));

    private static void ReadAfter(Scene scene, Draft draft, int i, DimensionRole? role)
    {
        if (Clauses.Read(scene, draft, i, role)) return;
        var k = scene.Next(i);
        if (draft.List && scene.Raw(i) is "every" or "each" && scene.Is(scene.Next(i, -1), WordKind.List))
        {
            // "list every inspection": all rows
            scene.Use(i);
            return;
        }
        while (k >= 0 && scene.Is(k, WordKind.Visual, WordKind.All)) k = scene.Next(k);
        if (k >= 0 && scene.Raw(i) is "every" or "each" && scene.Is(scene.Next(i, -1), WordKind.List) && (scene.IsEntity(k) || scene.Category(k)?.Role == ColumnRole.Identity))
        {
            // "list every inspection"
            scene.Use(i);
            scene.Use(k, new Setting("/dataset"));
            return;
        }
        if (scene.Raw(i) is "among" && IsRow(scene, k) && draft.Limit is null && (draft.Measures.Exists(m => m.Aggregate is not null) || scene.All(WordKind.Aggregate).Any()))
        {
            // "the average age among the members"
            scene.Use(i);
            scene.Use(k, new Setting("/dataset"));
            return;
        }
        if (k < 0 && Kinds.Bare(scene, i) is { Item: >= 0 } bare)
        {
            if (bare.Column is null) draft.Gaps.Add(new Gap(GapKind.Group, bare.Item));
            else
            {
                var named = new GroupPart { Column = bare.Column, Role = role, Grouped = true };
                draft.Groups.Add(named);
                scene.Use(i, named);
                scene.Use(bare.Item, named);
            }
            return;
        }
        if (scene.Raw(i) is "per" && k == i + 1 && Units.IsUnit(scene, k) && !scene.Is(k, WordKind.GrainNoun) && scene.Field(k) is null && scene.Measure(scene.Next(i, -1)) is not null)
        {
            // "average price per kg by species"; a sum of costs is not divided.
            if (scene.Measure(scene.Next(i, -1))!.DefaultAggregate is Aggregates.Sum or null)
            {
                draft.Gaps.Add(new Gap(GapKind.Measure, k));
                return;
            }
            scene.Use(i);
            scene.Use(k, new Setting("/measures/0"));
            return;
        }
        if (Kinds.Of(scene, k) is { } kind)
        {
            // "for each user type" beside a user's number
            var part = new GroupPart { Column = kind, Role = role, Grouped = true };
            draft.Groups.Add(part);
            foreach (var item in new[] { i, k, k + 1 }) scene.Use(item, part);
            return;
        }
        var any = false;
        var adjunct = -1;
        if (IsAdjunct(scene, k))
        {
            adjunct = k;
            k++;
        }
        else if (k >= 0 && scene.IsUnknown(k) && Modified(scene, k) is { } head)
        {
            // "by gift category", "top 3 by donation amount"
            scene.Excuse(k);
            if (head.Role == ColumnRole.Measure || scene.Category(k + 1) is null)
            {
                scene.Use(i);
                return;
            }
            k++;
        }
        while (k >= 0 && AddGroup(scene, draft, k, role, any ? -1 : i))
        {
            if (!any && adjunct >= 0) scene.Use(adjunct, scene.PartOf(k));
            any = true;
            var join = NextAfterGroup(scene, k);
            if (!scene.IsJoin(join)) break;
            // "by region, profit and sales": the list ends where a measure begins.
            var following = scene.Next(join);
            if (scene.Is(following, WordKind.By)) break;
            if (following < 0 || scene.Measure(following) is not null || !IsGroupable(scene, following) || Enumerable.Range(join + 1, following - join - 1).Any(p => IsNarrowing(scene.Raw(p)))) break;
            scene.Use(join);
            k = following;
        }
        if (any) return;
        if (k >= 0 && scene.Measure(k) is { } measure && !scene.Used(k)) ReadByMeasure(scene, draft, i, k, measure);
        else if (k >= 0 && scene.IsUnknown(k)) draft.Gaps.Add(new Gap(GapKind.Group, k));
        else if (ReadByValues(scene, draft, i, k, role)) return;
        else if (k >= 0 && scene.Value(k) is not null || scene.Is(k, WordKind.Count, WordKind.Aggregate) || scene.Is(k, WordKind.DefaultMeasure)) scene.Use(i);
    }

    /// <summary>"split by urban and rural": the column that has both of them divides.</summary>
    private static bool ReadByValues(Scene scene, Draft draft, int i, int k, DimensionRole? role)
    {
        if (k < 0 || scene.IsJapanese(k) || scene.Value(k) is not { Column: { } column } || !scene.IsJoin(k + 1) || scene.Value(scene.Next(k + 1))?.Column != column || draft.Groups.Exists(g => g.Column == column)) return false;
        var part = new GroupPart { Column = column, Role = role, Grouped = true };
        draft.Groups.Add(part);
        scene.Use(i, part);
        if (draft.Filters.Find(f => f.Column == column && f is { Op: FilterOp.In, Value: string[] }) is { Value: string[] values } both && column.Values?.Count == values.Length)
        {
            both.Joined = part;
            draft.Filters.Remove(both);
        }
        return true;
    }

    private static bool IsRow(Scene scene, int k) =>
        scene.IsEntity(k) || (scene.Field(k) is { Type: ColumnType.Text } column && (column.Role == ColumnRole.Identity || column == scene.Lexicon.Identity)) || scene.Field(k)?.Role == ColumnRole.Identity;

    /// <summary>The column that the next word can only mean, if what stands before it may belong to its name.</summary>
    private static Column? Modified(Scene scene, int k)
    {
        if (k + 1 >= scene.Count || scene.IsJapanese(k) || scene.Used(k + 1)) return null;
        var head = Modifiers.OnlyColumn(scene, k + 1) ?? (scene.Is(k + 1, WordKind.DefaultMeasure) ? DefaultMeasure.SaidBy(scene, k + 1) : null);
        return head is not null && Modifiers.MayBelong(scene, k, head) ? head : null;
    }

    /// <summary>"by quarter, for wines with …": what follows narrows, it does not divide.</summary>
    private static bool IsNarrowing(string word) => word is "for" or "of" or "in" or "from" or "with" or "where" or "among" or "forthe" or "inthe" or "ofthe" or "forall" or "show";

    /// <summary>"by product category": what stands before the category's own name only says of what.</summary>
    private static bool IsAdjunct(Scene scene, int k) =>
        k >= 0 && scene[k] is FieldMeaning { Own: false, Column.Role: not ColumnRole.Measure, Weak: false } && !scene.IsJapanese(k) && scene[k + 1] is FieldMeaning { Own: true, Column.Role: ColumnRole.Dimension } && !scene.Used(k + 1)
        && scene.LastToken(k) is var word && word.Raw == word.Text;

    private static int NextAfterGroup(Scene scene, int k)
    {
        do k++;
        while (scene.IsSmall(k) || (scene.Used(k) && scene.Is(k, WordKind.GrainNoun)));
        return k;
    }

    private static bool IsGroupable(Scene scene, int k) =>
        scene.AnyField(k) is not null || scene.Is(k, WordKind.Grain, WordKind.GrainNoun) || (scene.IsEntity(k) && scene.Lexicon.Identity is not null);

    /// <summary>"top 5 owners by amount" names the measure; "sales by age" groups a number into bins.</summary>
    private static void ReadByMeasure(Scene scene, Draft draft, int i, int k, Column measure)
    {
        var others = Enumerable.Range(0, scene.Count).Any(o => o != k && !scene.Used(o)
            && (scene.Measure(o) is not null || scene.Is(o, WordKind.Count, WordKind.Aggregate) || scene.Is(o, WordKind.DefaultMeasure, WordKind.CountAfter)));
        if (scene.Raw(i) is "について" || (draft.Chart is ChartType.Heatmap or ChartType.Treemap && scene.Is(i, WordKind.Series, WordKind.SeriesAfter)))
        {
            // 地域と製品のヒートマップ、売上で色分け: the colour is the figure.
            scene.Use(i);
            return;
        }
        if (scene.Raw(i) is "per" && measure.DefaultAggregate == Aggregates.Sum && !Classes.Has(measure) && scene.LastToken(k).Raw is [.., not 's'])
        {
            // "cost per click": a ratio, no division into clicks.
            draft.Gaps.Add(new Gap(GapKind.Group, k));
            return;
        }
        if (scene.IsJapanese(i) || (draft.Limit is null && draft.Sort is null && (others || draft.Measures.Count > 0 || Classes.Has(measure))))
        {
            var part = draft.Groups.Find(g => g.Column == measure) ?? new GroupPart { Column = measure, Bin = Classes.Has(measure) ? null : Bin.Auto, Grouped = true };
            if (!draft.Groups.Contains(part)) draft.Groups.Add(part);
            scene.Use(k, part);
            scene.Use(i, part);
            return;
        }
        scene.Use(i);
    }

    public static bool AddGroup(Scene scene, Draft draft, int k, DimensionRole? role, int by)
    {
        if (scene.Used(k) && scene.PartOf(k) is not (FilterPart or MeasurePart)) return false;
        GroupPart? part = null;
        if (scene.Time(k) is { } time) part = TimeGroup(scene, k, time);
        else if (scene.Category(k) is { } column) part = new GroupPart { Column = column };
        else if (scene.Is(k, WordKind.Grain, WordKind.GrainNoun)) part = GrainGroup(scene, draft, k);
        else if (scene.IsEntity(k) && scene.Lexicon.Identity is { } identity) part = new GroupPart { Column = identity };
        else if (role == DimensionRole.Series && scene.Measure(k) is { } classes && Classes.Has(classes)) part = new GroupPart { Column = classes };
        if (part is null) return false;
        part.Role = role;
        part.Grouped = true;
        var same = draft.Groups.FirstOrDefault(g => g.Column == part.Column && (g.Grain == part.Grain || g.Grain is null || part.Grain is null || g.Assumed));
        if (same is null) draft.Groups.Add(part);
        else
        {
            same.Grouped = true;
            same.Assumed = false;
            same.Sides = false;
            same.Grain ??= part.Grain;
            same.Role ??= role;
            same.DefaultTime &= part.DefaultTime;
            scene.Move(part, same);
            part = same;
        }
        part.Each |= scene.Raw(by).Contains("each", StringComparison.Ordinal);
        scene.Use(k, part);
        scene.Use(by, part);
        return true;
    }

    /// <summary>"expected close month", 受注日の月, order date: a time column with the grain that stands beside it.</summary>
    private static GroupPart TimeGroup(Scene scene, int k, Column time)
    {
        var part = new GroupPart { Column = time };
        var next = scene.IsJapanese(k) ? scene.Next(k) : k + 1;
        if (time.IsTemporal && next >= 0 && next <= k + 2 && !scene.Used(next) && scene.Is(next, WordKind.GrainNoun, WordKind.Grain) && Grain(scene, next) is { } grain)
        {
            part.Grain = grain;
            scene.Use(next, part);
        }
        return part;
    }

    /// <summary>"by month", "by month of order date", 月別; a column of that very name wins where there is no date to count by.</summary>
    private static GroupPart? GrainGroup(Scene scene, Draft draft, int k)
    {
        if (Grain(scene, k) is not { } grain) return null;
        var of = scene.Next(k);
        Column? time = null;
        var named = -1;
        if (!scene.IsJapanese(k) && of >= 0 && of <= k + 2 && scene.Raw(of - 1) is "of" or "ofthe" or "in" && scene.Time(of) is { } behind) (time, named) = (behind, of);
        else if (scene.Next(k, -1) is >= 0 and var before && before >= k - 2 && scene.Time(before) is { } ahead && !scene.Is(scene.Next(before, -1), WordKind.Sort))
            (time, named) = (ahead, before);
        var isNamed = time is not null;
        time ??= (draft.TimeHint is null && PeriodRule.DefaultTime(scene.Contract, draft) is not { IsTemporal: false } ? YearColumn.For(scene.Contract, grain) : null) ?? PeriodRule.DefaultTime(scene.Contract, draft);
        if (time is null) return null;
        var part = new GroupPart { Column = time, Grain = time.IsTemporal ? grain : null, DefaultTime = !isNamed };
        if (named < 0) return part;
        scene.Use(named, part);
        // "bin payment_date into weekday"
        if (scene.Is(scene.Next(named, -1), WordKind.Bin)) scene.Use(scene.Next(named, -1), part);
        return part;
    }

    public static Grain? Grain(Scene scene, int k) => scene.Word(k) is { Kind: WordKind.Grain or WordKind.GrainNoun } word ? GrainOf(word) : null;

    public static Grain GrainOf(Word word) => GrainOf(word.Value);

    public static Grain GrainOf(string name) => Enum.Parse<Grain>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static void ReadGrain(Scene scene, Draft draft, int i)
    {
        // "monthly average", "daily": the grain groups, wherever it stands.
        if (!AddGroup(scene, draft, i, null, -1)) return;
        if (scene.IsJoin(i + 1) && scene.Is(i + 2, WordKind.GrainNoun) && AddGroup(scene, draft, i + 2, null, -1)) scene.Use(i + 1);
        if (scene.Is(i + 1, WordKind.ByAfter)) scene.Use(i + 1);
    }
}
