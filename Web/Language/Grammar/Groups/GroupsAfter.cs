using Web.Semantics;

namespace Web.Language;

/// <summary>What stands behind the word that divides: by region and owner, split by urban and rural, for each user type.</summary>
internal static class GroupsAfter
{
    public static void Read(Scene scene, Draft draft, int i, DimensionRole? role)
    {
        if (Clauses.Read(scene, draft, i, role) || Decades.Read(scene, draft, i, role)) return;
        var k = scene.Next(i);
        while (k >= 0 && scene.Is(k, WordKind.Visual, WordKind.All)) k = scene.Next(k);
        if (role == DimensionRole.Series && !scene.IsJapanese(i) && (scene.Raw(k) is "them" or "both" or "two" || scene.Number(k) is { Percent: false, Value: >= 2 and <= 6 }) && (scene.Next(k) < 0 || scene.IsMark(k + 1)))
        {
            // "separate lines for the two"
            draft.Contrast = true;
            scene.Use(i, new Setting("/dimensions/1"));
            scene.Use(k, new Setting("/dimensions/1"));
            return;
        }
        if (scene.Is(k, WordKind.Count) && scene.Raw(k) is "numberof" or "numbersof" && scene.Measure(scene.Next(k)) is { } classes && Classes.Has(classes))
        {
            // "one box for each number of bedrooms"
            scene.Use(k, new Setting("/dimensions/0"));
            k = scene.Next(k);
        }
        if (k >= 0 && scene.Is(k + 1, WordKind.Rate) && (scene.Field(k) ?? scene.Value(k)?.Column) is { Type: ColumnType.Boolean } && (draft.Limit is not null || draft.Sort is not null))
        {
            // "top 5 carriers by on-time rate": what ranks them.
            scene.Use(i);
            return;
        }
        if (scene.Raw(i) is "among" or "amongthe" && scene.Field(k) is { Type: ColumnType.Boolean } held && !scene.Used(k))
        {
            // "among the completed ones"
            var condition = new FilterPart { Column = held, Op = FilterOp.Equal, Value = true };
            draft.Filters.Add(condition);
            scene.Use(i, condition);
            scene.Use(k, condition);
            return;
        }
        if (DividesNothing(scene, draft, i, k) || ReadKind(scene, draft, i, k, role) || IsRate(scene, draft, i, k)) return;
        if (DoneBy.Rows(scene, draft, i, k))
        {
            // "how much was earned by movies of each genre": who did it, which is every row
            scene.Use(i);
            scene.Use(k, new Setting("/dataset"));
            return;
        }
        if (k >= 0 && !scene.IsJapanese(k) && (IsRow(scene, k) || (scene[k] is FieldMeaning { Own: false } key && RowNames.IsKey(key.Column))) && scene.Measure(k + 1) is not null && scene.LastToken(k).Raw is [.., not 's'])
        {
            // "by order quantity": the quantity of what a row is.
            scene.Use(k, new Setting("/dataset"));
            k++;
        }
        if (draft.Limit is not null && scene.Raw(i) is "by" && scene.IsEntity(k) && scene.Raw(k + 1) is "handled" or "taken" or "made" or "sold" or "completed" or "closed" or "placed" or "won" or "received" or "processed" or "answered" or "delivered" or "served" or "treated" or "played" or "resolved" or "filed" or "held" or "done" && scene.Field(k + 1) is null && scene.Value(k + 1) is null)
        {
            // "top 5 agents by calls handled"
            CountRule.AddCount(scene, draft, k);
            scene.Use(i, scene.PartOf(k));
            return;
        }
        var adjunct = Adjuncts.Are(scene, k) || Adjuncts.AreOfKind(scene, k) ? k : -1;
        if (adjunct >= 0) k++;
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
        if (k >= 0 && Grouping.Add(scene, draft, k, role, i))
        {
            if (adjunct >= 0) scene.Use(adjunct, scene.PartOf(k));
            ReadList(scene, draft, k, role);
        }
        else if (k >= 0 && scene.Measure(k) is { } measure && !scene.Used(k))
        {
            GroupsByNumber.Read(scene, draft, i, k, measure);
            if (scene.PartOf(k) is GroupPart { Bin: null }) ReadList(scene, draft, k, role);
        }
        else if (k >= 0 && scene.IsUnknown(k)) draft.Gaps.Add(new Gap(GapKind.Group, k));
        else if (ReadValues(scene, draft, i, k, role)) return;
        else if (k >= 0 && scene.Value(k) is not null || scene.Is(k, WordKind.Count, WordKind.Aggregate) || scene.Is(k, WordKind.DefaultMeasure)) scene.Use(i);
    }

    /// <summary>"list every inspection" means all rows, "the average age among the members" all members.</summary>
    private static bool DividesNothing(Scene scene, Draft draft, int i, int k)
    {
        var every = scene.Raw(i) is "every" or "each" && scene.Is(scene.Next(i, -1), WordKind.List);
        var rows = every && k >= 0 && (scene.IsEntity(k) || scene.Category(k)?.Role == ColumnRole.Identity);
        rows |= scene.Raw(i) is "among" or "amongthe" or "amongall" && scene.IsUnknown(k) && PersonNouns.Are([scene.LastToken(k)]);
        rows |= scene.Raw(i) is "acrossall" or "forall" or "overall" or "ofall" && IsRow(scene, k) && draft.Limit is null;
        rows |= scene.Raw(i) is "among" && IsRow(scene, k) && draft.Limit is null && (draft.Measures.Exists(m => m.Aggregate is not null) || scene.All(WordKind.Aggregate).Any());
        if (!rows && !(every && draft.List)) return false;
        scene.Use(i);
        if (rows && !(every && draft.List)) scene.Use(k, new Setting("/dataset"));
        return true;
    }

    /// <summary>"by type" with nothing else, "for each user type" beside a user's number.</summary>
    private static bool ReadKind(Scene scene, Draft draft, int i, int k, DimensionRole? role)
    {
        if (k < 0 && Kinds.Bare(scene, i) is { Item: >= 0 } bare)
        {
            if (bare.Column is null) draft.Gaps.Add(new Gap(GapKind.Group, bare.Item));
            else AddNamed(scene, draft, bare.Column, role, i, bare.Item);
            return true;
        }
        if (Kinds.OfThing(scene, i + 1, k) is { } type)
        {
            AddNamed(scene, draft, type, role, i, i + 1, k);
            return true;
        }
        if (k == i + 2 && Kinds.AreAsked(scene, i + 1) && IsRow(scene, k))
        {
            draft.Gaps.Add(new Gap(GapKind.Group, k)); // "amount by type of order", of which no column tells the type
            return true;
        }
        if (Kinds.Of(scene, k) is not { } kind) return false;
        AddNamed(scene, draft, kind, role, i, k, k + 1);
        return true;
    }

    private static void AddNamed(Scene scene, Draft draft, Column column, DimensionRole? role, params ReadOnlySpan<int> items)
    {
        var part = new GroupPart { Column = column, Role = role, Grouped = true };
        draft.Groups.Add(part);
        foreach (var item in items) scene.Use(item, part);
    }

    /// <summary>"average price per kg by species"; a sum of costs is not divided.</summary>
    private static bool IsRate(Scene scene, Draft draft, int i, int k)
    {
        if (scene.Raw(i) is not "per" || k != i + 1 || !Units.IsUnit(scene, k) || scene.Is(k, WordKind.GrainNoun) || scene.Field(k) is not null || scene.Measure(scene.Next(i, -1)) is not { } figure) return false;
        if (figure.DefaultAggregate is Aggregates.Sum or null)
        {
            draft.Gaps.Add(new Gap(GapKind.Measure, k));
            return true;
        }
        scene.Use(i);
        scene.Use(k, new Setting("/measures/0"));
        return true;
    }

    /// <summary>"by region and owner"; of "by region, profit and sales" the list ends where a measure begins.</summary>
    private static void ReadList(Scene scene, Draft draft, int k, DimensionRole? role)
    {
        while (NextAfterGroup(scene, k) is var join && scene.IsJoin(join))
        {
            var following = scene.Next(join);
            if (scene.Measure(following) is { } number && Classes.Has(number) && !scene.Used(following) && draft.Measures.Count == 0)
            {
                GroupsByNumber.Read(scene, draft, join, following, number);
                k = following;
                continue;
            }
            if (following < 0 || scene.PartOf(following) is FilterPart || scene.Is(following, WordKind.By) || scene.Measure(following) is not null || !Grouping.IsPossible(scene, following) || Enumerable.Range(join + 1, following - join - 1).Any(p => IsNarrowing(scene.Raw(p)))) return;
            scene.Use(join);
            if (!Grouping.Add(scene, draft, following, role, -1)) return;
            k = following;
        }
    }

    /// <summary>"split by urban and rural": the column that has both of them divides.</summary>
    private static bool ReadValues(Scene scene, Draft draft, int i, int k, DimensionRole? role)
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

    private static int NextAfterGroup(Scene scene, int k)
    {
        do k++;
        while (scene.IsSmall(k) || (scene.Used(k) && scene.Is(k, WordKind.GrainNoun)));
        return k;
    }
}
