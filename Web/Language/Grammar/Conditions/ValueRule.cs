using Web.Semantics;

namespace Web.Language;

/// <summary>Values become filters: one is equal, several of a field are in, with "except" or 以外 they are left out.</summary>
internal static class ValueRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        ContainsRule.Apply(scene, draft);
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Value(i) is { } value && !scene.Used(i)) Read(scene, draft, i, value);
        }
        foreach (var i in scene.All(WordKind.Not, WordKind.NotAfter).ToList()) NegateField(scene, draft, i);
    }

    private static void Read(Scene scene, Draft draft, int first, ValueMeaning value)
    {
        var column = value.Column;
        if (Negations.IsDenied(scene, first) && Enumerable.Range(0, scene.Count).Any(k => k != first && scene.Value(k)?.Column == column && !Negations.IsDenied(scene, k)))
        {
            // 缶ではなくボトル: the one that is named instead is meant.
            scene.Use(first, new Setting("/filters"));
            if (!scene.IsJapanese(first) && scene.Is(scene.Next(first, -1), WordKind.Not)) scene.Use(scene.Next(first, -1), new Setting("/filters"));
            return;
        }
        if (column.Type == ColumnType.Boolean && scene.IsJapanese(first) && scene.Is(first - 1, WordKind.CompareAfter) && scene.FirstToken(first).Glued && scene.Raw(first) is [.., 'た' or 'る'] && scene.PartOf(first - 1) is FilterPart { Column: { } late } bound && Superlatives.IsBad(late))
        {
            scene.Use(first, bound); // 30分以上遅れた便
            return;
        }
        if (column.Type == ColumnType.Boolean)
        {
            ReadSide(scene, draft, first, column);
            return;
        }
        var items = new List<int> { first };
        List<string> values = [.. value.Kin ?? [value.Value]];
        var versus = false;
        // Values of one field belong together, wherever they stand, unless one of them is negated.
        var last = first;
        for (var k = first + 1; k < scene.Count; k++)
        {
            if (scene.Value(k) is { } other && other.Column == column && !scene.Used(k) && (!Negations.Has(scene, k, k) || Negations.IsListed(scene, last, k)) && !Negations.IsDenied(scene, k))
            {
                items.Add(k);
                values.AddRange((other.Kin ?? [other.Value]).Where(one => !values.Contains(one, StringComparer.Ordinal)));
                versus |= scene.Is(scene.Next(k, -1), WordKind.Versus);
                last = k;
            }
        }
        if (items.Count == 2 && Ranged(scene, items, values, column) is { } range)
        {
            values = range;
            for (var k = first + 1; k < last; k++) scene.Use(k);
        }
        var adjacent = Adjacent(scene, items);
        var negated = Negations.Has(scene, first, adjacent) || Negations.OfList(scene, items, adjacent);
        var undone = items.Count == 1 ? Negations.UndoneEnd(scene, last) : -1;
        negated |= undone >= 0;
        var leftOut = LeftOut.Around(scene, first, adjacent);
        negated |= leftOut.Length > 0;
        if (Negations.IsAfter(scene, last) && last != adjacent && values.Count > 1 && !scene.IsJoin(last - 1)) negated = false;
        var part = new FilterPart
        {
            Column = column,
            Op = (values.Count, negated) switch { (1, false) => FilterOp.Equal, (1, true) => FilterOp.NotEqual, (_, false) => FilterOp.In, _ => FilterOp.NotIn },
            Value = values.Count == 1 ? values[0] : values.ToArray(),
            Listed = values.Count > 1 && !negated && Enumerable.Range(first, last - first).Any(k => scene.IsJoin(k)) && !Enumerable.Range(first, last - first).Any(k => scene.Raw(k) is "or" or "か" or "または"),
        };
        if (part.Listed && AreExamples(scene, last) is >= 0 and var more)
        {
            // "sunny, cloudy, rainy etc": all the kinds of the column
            var kinds = draft.Groups.Find(g => g.Column == column) ?? new GroupPart { Column = column, Grouped = true };
            if (!draft.Groups.Contains(kinds)) draft.Groups.Add(kinds);
            foreach (var item in items) scene.Use(item, kinds);
            for (var k = last + 1; k <= more; k++) scene.Use(k, kinds);
            return;
        }
        if (part.Listed && !scene.IsJapanese(last) && scene.Raw(last + 1) is "apart" && !scene.Used(last + 1))
        {
            // "men and women apart"
            draft.Contrast = true;
            scene.Use(last + 1, part);
        }
        part.Apart = part.Listed && (scene.IsJapanese(first) || scene.Raw(first - 1) is "of" or "" || first == 0 || scene.Is(scene.Next(first, -1), WordKind.Contrast));
        draft.Filters.Add(part);
        UseNumber(scene, last, values.Count, part);
        foreach (var item in items)
        {
            scene.Use(item, part);
            if (Direction.Fits(scene, item, column))
            {
                draft.Bonus += 2;
                Direction.Use(scene, item, part);
            }
            if (Direction.IsSaidBeside(scene, item, column)) draft.Bonus += 0.8;
        }
        // "under Life or Health cover"
        if (scene.Raw(first - 1) is "under" && !scene.Used(first - 1)) scene.Use(first - 1, part);
        for (var k = last + 1; k <= undone; k++) scene.Use(k, part);
        foreach (var k in leftOut) scene.Use(k, part);
        if (negated && undone < 0) Negations.Use(scene, first, last, part);
        if (UseField(scene, first, last, column, part)) draft.Bonus += IsSaidOf(scene, first, column) ? 3 : 1;
        versus |= values.Count > 1 && items.TrueForAll(k => IsFigure(scene, k + 1));
        if (versus || (draft.Versus && values.Count > 1)) draft.Groups.Add(new GroupPart { Column = column, Assumed = true });
    }

    /// <summary>The last word of "etc", "and so on", など behind a list, or -1.</summary>
    private static int AreExamples(Scene scene, int last)
    {
        var said = "";
        for (var k = last + 1; k < scene.Count && k <= last + 4; k++)
        {
            said += scene.IsMark(k) ? "" : scene.Raw(k);
            if (said is "etc" or "andsoon" or "andsoforth" or "andthelike" or "など" or "等") return k;
        }
        return -1;
    }

    /// <summary>東京・大阪・名古屋の3支店: as many as were named; 2件 and 3位 are something else.</summary>
    private static void UseNumber(Scene scene, int last, int values, FilterPart part)
    {
        var number = scene.Raw(last + 1) is "の" ? last + 2 : last + 1;
        if (values < 2 || !scene.IsJapanese(last + 1) || scene.Number(number) is not { Percent: false } said || said.Value != values || scene.Used(number) || scene.Raw(number + 1) is "件" or "位" or "回" or "番" or "年" or "月" or "日" or "以" || scene.Is(number + 1, WordKind.CompareAfter)) return;
        scene.Use(number, part);
        if (scene.Is(number + 1, WordKind.Rows) || scene.Field(number + 1) == part.Column) scene.Use(number + 1, part);
    }

    /// <summary>"failed", 不合格: the no of a yes-or-no column; beside its yes both are compared.</summary>
    private static void ReadSide(Scene scene, Draft draft, int i, Column column)
    {
        var yes = Enumerable.Range(0, scene.Count).Where(k => scene.Field(k) == column && !scene.Used(k)).ToList();
        if (yes.Count > 0)
        {
            var sides = draft.Groups.Find(g => g.Column == column) ?? new GroupPart { Column = column, Grouped = true, Sides = true };
            if (!draft.Groups.Contains(sides)) draft.Groups.Add(sides);
            foreach (var k in yes.Append(i)) scene.Use(k, sides);
            return;
        }
        var negated = Negations.Has(scene, i, i);
        var part = new FilterPart { Column = column, Op = FilterOp.Equal, Value = negated };
        draft.Filters.Add(part);
        scene.Use(i, part);
        if (negated) Negations.Use(scene, i, i, part);
    }

    /// <summary>"grades A to C", AからCまで: all that stand between, where the values have an order.</summary>
    private static List<string>? Ranged(Scene scene, List<int> items, List<string> values, Column column)
    {
        var between = Enumerable.Range(items[0] + 1, items[1] - items[0] - 1).ToList();
        if (values.Count != 2 || between.Count == 0 || !between.TrueForAll(k => scene.IsSmall(k) || scene.IsMark(k)) || !between.Exists(k => scene.Raw(k) is "から" or "to" or "through" or "-" or "~")) return null;
        if (column.Values is not { } all || !(column.Ordered || all.All(v => v.Length == 1))) return null;
        List<string> ordered = column.Ordered ? [.. all] : [.. all.Order(StringComparer.Ordinal)];
        var (from, to) = (ordered.IndexOf(values[0]), ordered.IndexOf(values[1]));
        return from >= 0 && to > from ? ordered[from..(to + 1)] : null;
    }

    /// <summary>受注件数と失注件数: each value with a figure of its own makes a series of its own.</summary>
    private static bool IsFigure(Scene scene, int i) => scene.Measure(i) is not null || scene.Is(i, WordKind.Count, WordKind.CountAfter) || scene.Is(i, WordKind.DefaultMeasure);

    /// <summary>The end of an unbroken list "A, B and C" that begins the items.</summary>
    private static int Adjacent(Scene scene, List<int> items)
    {
        var last = items[0];
        foreach (var item in items.Skip(1))
        {
            if (Enumerable.Range(last + 1, item - last - 1).All(k => scene.IsJoin(k) || scene.IsSmall(k))) last = item;
        }
        return last;
    }

    /// <summary>"industry is manufacturing", "Furniture category": the field's name there is part of the condition.</summary>
    private static bool UseField(Scene scene, int first, int last, Column column, FilterPart part)
    {
        var beside = false;
        foreach (var k in Enumerable.Range(first, last - first).Where(k => scene.Field(k) == column && scene.Value(scene.Next(k))?.Column == column && !scene.Used(k)))
        {
            scene.Use(k, part);
            beside = true;
        }
        var before = scene.Next(first, -1);
        // "country is not Japan"
        if (scene.Is(before, WordKind.Not) || Negations.Denies(scene, before)) before = scene.Next(before, -1);
        var after = last + 1;
        var behind = scene.Is(after, WordKind.NotAfter) ? scene.Next(after) : -1;
        // FranceとItaly以外の国で一番高いのは: the countries are what is ranked.
        if (behind >= 0 && Enumerable.Range(behind, scene.Count - behind).Any(k => scene.Is(k, WordKind.Superlative)) && !Enumerable.Range(0, scene.Count).Any(k => k != behind && scene.Category(k) is not null && !scene.Used(k))) behind = -1;
        if (Rest.IsDividedBy(scene, behind)) behind = -1;
        if (Rest.IsDividedBefore(scene, before, first)) before = -1;
        // "where a firearm was used"
        var verb = scene.Raw(after) is "was" or "is" or "were" or "are" or "has been" ? scene.Next(after) : -1;
        foreach (var k in Enumerable.Range(first, last - first).Append(before).Append(after).Append(behind).Append(verb))
        {
            if (scene.Field(k) is null || scene.Field(k) != column || scene.Used(k) || scene.Is(k + 1, WordKind.ByAfter) || scene.Is(scene.Next(k, -1), WordKind.By)) continue;
            scene.Use(k, part);
            beside = true;
        }
        if (scene.Category(after) is { } thing && thing != column && !scene.Used(after) && after == last + 1 && scene.FirstToken(after).Glued && scene.IsJapanese(after) && !scene.Is(after + 1, WordKind.ByAfter) && SharesName(scene, thing, column)) scene.Use(after, part);
        return beside;
    }

    /// <summary>男性歌手: the sex of the singer says singer too.</summary>
    private static bool SharesName(Scene scene, Column thing, Column column) => scene.Lexicon.StemsOf(column).Intersect(scene.Lexicon.StemsOf(thing), StringComparer.Ordinal).Any();

    /// <summary>"whose origin is SFO": said so, it is no other column's value.</summary>
    private static bool IsSaidOf(Scene scene, int first, Column column) =>
        scene.Next(first, -1) is >= 0 and var k && scene.Field(k) == column && Enumerable.Range(k + 1, first - k - 1).Any(e => scene.Raw(e) is "is" or "are" or "was" or "=" or "が" or ":" or "equals");

    /// <summary>"not overdue": a true-or-false column is negated.</summary>
    private static void NegateField(Scene scene, Draft draft, int i)
    {
        var target = scene.Is(i, WordKind.Not) ? scene.Next(i) : scene.Next(i, -1);
        if (target >= 0 && scene.IsEntity(target) && scene.Is(i, WordKind.NotAfter)) target = scene.Next(target, -1);
        if (scene.Field(target) is not { Type: ColumnType.Boolean } column || scene.Used(target)) return;
        var part = new FilterPart { Column = column, Op = FilterOp.Equal, Value = false };
        draft.Filters.Add(part);
        scene.Use(i, part);
        scene.Use(target, part);
    }
}
