using Web.Semantics;

namespace Web.Language;

/// <summary>Numbers that a column equals, and columns that are filled or empty.</summary>
internal static class EqualRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        ReadEqual(scene, draft);
        foreach (var i in scene.All(WordKind.Null, WordKind.NotNull).ToList()) ReadNull(scene, draft, i);
        foreach (var i in scene.All(WordKind.Not).Where(i => scene.Raw(i) is "without" or "withouta" or "withoutan" or "withoutany" or "withno").ToList())
        {
            ReadNone(scene, draft, i);
            ReadUnwritten(scene, draft, i);
        }
        for (var i = 2; i < scene.Count; i++) ReadHeld(scene, draft, i);
    }

    private static readonly HashSet<string> Holding = new(StringComparer.Ordinal) { "include", "includes", "included", "including", "with", "have", "has", "had", "having", "contain", "contains", "got", "feature", "features" };

    /// <summary>"how many jobs include a battery": those of which there is any of it.</summary>
    private static void ReadHeld(Scene scene, Draft draft, int i)
    {
        if (scene.Used(i) || scene.Measure(i) is not { } column || scene.Raw(i - 1) is not ("a" or "an" or "any") || !Holding.Contains(scene.Raw(i - 2)) || scene.LastToken(i).Raw is [.., 's'] || scene.Number(scene.Next(i)) is not null || scene.Is(scene.Next(i), WordKind.Compare, WordKind.Between) || scene.Is(scene.Next(i), WordKind.Equals)) return;
        if (scene.Raw(i + 1) is "of" or "above" or "over" or "below" || !Enumerable.Range(0, i).Any(k => scene.Is(k, WordKind.Count))) return;
        var part = new FilterPart { Column = column, Op = FilterOp.Greater, Value = 0m };
        draft.Filters.Add(part);
        scene.Use(i, part);
        scene.Use(i - 2, part);
    }

    /// <summary>"4 cylinders", "grade 3", "rating of 5", "status 500 or 503", ステータスコードが0以外: equality where numbers stand beside a field.</summary>
    private static void ReadEqual(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) || scene.Number(i) is null || EqualTo(scene, i) is not { Column: { } column } target || scene.Used(target.Item)) continue;
            if (IsRate(scene, i))
            {
                draft.Gaps.Add(new Gap(GapKind.Condition, i));
                continue;
            }
            if (Amounts.In(scene, i, column) is not { } first) continue;
            if (draft.Filters.Find(f => f.Column == column && f.Value is decimal known && known == first) is { } again && scene.Raw(i - 1) is "(")
            {
                // "longer than 20 minutes (1200 s)"
                scene.Use(i, again);
                if (Units.IsUnit(scene, i + 1)) scene.Use(i + 1, again);
                continue;
            }
            List<int> items = [i];
            List<decimal> values = [first];
            for (var k = i; scene.IsJoin(k + 1) && scene.Number(scene.Next(k + 1)) is not null && !scene.Used(scene.Next(k + 1)) && target.Item < i;)
            {
                k = scene.Next(k + 1);
                if (Amounts.In(scene, k, column) is not { } more) break;
                items.Add(k - 1);
                items.Add(k);
                values.Add(more);
            }
            // "one and two star reviews", "4- or 5-star hotels"
            for (var k = i; target.Item > i && (scene.IsJoin(k - 1) || scene.Raw(k - 1) is "or") && scene.Next(k - 1, -1) is >= 0 and var earlier && !scene.Used(earlier) && scene.Number(earlier) is not null && Amounts.In(scene, earlier, column) is { } less; k = earlier)
            {
                items.InsertRange(0, [earlier, k - 1]);
                values.Insert(0, less);
            }
            var (before, after) = (scene.Next(Math.Min(target.Item, items[0]), -1), scene.Next(Math.Max(items[^1], target.Item)));
            var negation = target.Item < i && IsDenial(scene, scene.Next(items[0], -1)) ? scene.Next(items[0], -1) : scene.Is(before, WordKind.Not, WordKind.Remove) && !scene.IsJapanese(before) ? before : scene.Is(after, WordKind.NotAfter) || (scene.IsJapanese(after) && scene.Is(after, WordKind.Remove)) ? after : -1;
            var part = new FilterPart
            {
                Column = column,
                Op = (values.Count, negation >= 0) switch { (1, false) => FilterOp.Equal, (1, true) => FilterOp.NotEqual, (_, false) => FilterOp.In, _ => FilterOp.NotIn },
                Value = values.Count == 1 ? values[0] : values.ToArray(),
                Listed = values.Count > 1 && negation < 0,
            };
            // "within 5 minutes"
            if (part.Op == FilterOp.Equal && scene.Raw(i - 1) is "within") part.Op = FilterOp.LessOrEqual;
            draft.Filters.Add(part);
            foreach (var item in items.Append(target.Item).Append(negation)) scene.Use(item, part);
            if (Units.IsUnit(scene, items[^1] + 1) || scene.Raw(items[^1] + 1) is "位") scene.Use(items[^1] + 1, part);
        }
    }

    /// <summary>1つ星と2つ星: no row equals both of two numbers, so either is meant.</summary>
    public static void Join(Draft draft)
    {
        // 30回以上のレッスンがある: what is more than thirty is more than none.
        foreach (var any in draft.Filters.Where(f => f is { Op: FilterOp.Greater, Value: 0m, Aggregate: null }).ToList())
        {
            if (draft.Filters.Find(f => f != any && f.Column == any.Column && f is { Op: FilterOp.Greater or FilterOp.GreaterOrEqual, Value: > 0m, Aggregate: null }) is not { } bound) continue;
            any.Joined = bound;
            draft.Filters.Remove(any);
        }
        foreach (var same in draft.Filters.Where(f => f is { Op: FilterOp.Equal, Value: decimal, Aggregate: null, Grain: null }).GroupBy(f => f.Column).Where(g => g.Count() > 1).ToList())
        {
            var first = same.First();
            (first.Op, first.Value, first.Listed) = (FilterOp.In, same.Select(f => (decimal)f.Value!).Distinct().ToArray(), true);
            foreach (var other in same.Skip(1))
            {
                other.Joined = first;
                draft.Filters.Remove(other);
            }
        }
    }

    /// <summary>The field that a number stands beside, unless the number's unit is of something else.</summary>
    private static (Column Column, int Item)? EqualTo(Scene scene, int i)
    {
        var before = scene.Next(i, -1);
        if (IsDenial(scene, before)) before = scene.Next(before, -1);
        if (Compared.NumericField(scene, before) is { } named && (named.Role != ColumnRole.Measure || Classes.Has(named) || SaysEqual(scene, before, i)) && !Units.Differs(scene, i + 1, named) && !IsUnitOfAnother(scene, i + 1, named)) return (named, before);
        // "4 cylinders" are counted; "two tickets" are no ticket price.
        if (scene[i + 1] is not FieldMeaning { Column.Role: ColumnRole.Measure, Quality: < 0.85 } && Compared.NumericField(scene, i + 1) is { } counted) return (counted, i + 1);
        if (PlaceOf(scene, i) is { } place) return (place, i);
        return Units.ColumnsAt(scene, i + 1) is [var measured] && (measured.Factor == 1 || !scene.Is(i + 1, WordKind.GrainNoun)) ? (measured.Column, i + 1) : null;
    }

    /// <summary>"department id is not 50"</summary>
    private static bool IsDenial(Scene scene, int i) => scene.Is(i, WordKind.Not) && scene.Raw(i) is "isnot" or "isn't" or "arenot" or "aren't" or "wasnot" or "wasn't" or "isnt" or "not";

    /// <summary>1人あたりの売上 is a ratio, which no column says.</summary>
    private static bool IsRate(Scene scene, int i) => scene.Number(i) is { Value: 1 } && string.Concat(Enumerable.Range(i + 1, 4).Select(scene.Raw)) is var behind && (behind.Contains("あたり", StringComparison.Ordinal) || behind.Contains("当たり", StringComparison.Ordinal));

    private static readonly string[] Places = ["rank", "ranking", "position", "place", "順位", "ランク"];

    /// <summary>"tracks that reached number 1", "#3", 1位を取った曲: a place among others, where one column holds places.</summary>
    private static Column? PlaceOf(Scene scene, int i)
    {
        var said = scene.Raw(i - 1) is "number" or "#" || (scene.Raw(i + 1) is "位" && !scene.Is(i + 2, WordKind.CompareAfter));
        return said && scene.Number(i) is { Percent: false, Value: >= 1 and <= 10000 } ? Places.Select(scene.Lexicon.ColumnCalled).FirstOrDefault(c => c is not null) : null;
    }

    /// <summary>"the price of a 500 ml bottle": the number is measured in what another column holds.</summary>
    private static bool IsUnitOfAnother(Scene scene, int unit, Column column) =>
        Units.ColumnsAt(scene, unit) is { Count: > 0 } measured && !measured.Exists(m => m.Column == column);

    private static bool SaysEqual(Scene scene, int from, int to) => IsMark(scene, from, to) || Enumerable.Range(from + 1, to - from - 1).Any(k => IsDenial(scene, k)) || Enumerable.Range(from + 1, to - from - 1).Any(k => scene.Raw(k) is "of" or "is" or "are" or "was" or "=" or "が" or "は" or "equals" or "ofa");

    /// <summary>評価1が付いた, 評価5だけ: a mark of few, right behind its name.</summary>
    private static bool IsMark(Scene scene, int field, int number) =>
        number == field + 1 && scene.IsJapanese(field) && scene.FirstToken(number).Glued && scene.Field(field) is { Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Mean } && scene.Number(number) is { Percent: false, Value: >= 0 and <= 10 }
        && scene.Raw(number + 1) is "が" or "の" or "を" or "だけ" or "のみ" or "と" or "か" or "、";

    /// <summary>"inspections without violations": none of what a column counts.</summary>
    private static void ReadNone(Scene scene, Draft draft, int i)
    {
        var counted = scene.Next(i);
        if (scene.Measure(counted) is not { DefaultAggregate: Aggregates.Sum } column || scene.Used(counted) || Amounts.IsMoney(column) || i == 0 || scene.LastToken(counted).Raw is not [.., 's'] || scene.IsJoin(counted + 1) || Enumerable.Range(0, scene.Count).Any(k => k != counted && scene.Measure(k) == column)) return;
        var part = new FilterPart { Column = column, Op = FilterOp.Equal, Value = 0m };
        draft.Filters.Add(part);
        scene.Use(i, part);
        scene.Use(counted, part);
    }

    /// <summary>"responses without a comment": rows whose text is not there.</summary>
    private static void ReadUnwritten(Scene scene, Draft draft, int i)
    {
        var text = scene.Next(i);
        if (i == 0 || scene.Used(i) || scene.Used(text) || scene.Field(text) is not { Type: ColumnType.Text, Role: ColumnRole.Dimension } column || scene.IsJoin(text + 1) || scene.LastToken(text).Raw is [.., 's'] && !Occurrences.Are(column)) return;
        var part = new FilterPart { Column = column, Op = FilterOp.IsNull };
        draft.Filters.Add(part);
        scene.Use(i, part);
        scene.Use(text, part);
    }

    private static void ReadNull(Scene scene, Draft draft, int i)
    {
        // "commission is not null" stands behind its column, "missing commission" before.
        var behind = scene.IsJapanese(i) || scene.FirstToken(i).Raw is "is" or "not" or "null" or "non" && scene.Field(scene.Next(i, -1)) is not null;
        var none = !scene.IsJapanese(i) && scene.Raw(i) is "hadno" or "hasno" or "haveno" or "had no" or "has no" or "have no" or "withno" or "with no" or "without";
        if (none && scene.Value(scene.Next(i)) is not null)
        {
            draft.Gaps.Add(new Gap(GapKind.Condition, i)); // "has no pending orders"
            return;
        }
        var target = scene.Field(scene.Next(i)) is not null && !behind ? scene.Next(i) : scene.Next(i, -1);
        var exists = scene.IsJapanese(i) && (scene.Raw(i) is ['が' or 'の', 'あ' or 'な' or 'い', ..] || scene.Raw(i) is ['が', '一' or '1' or '全' or 'ま' or 'ひ', .., 'な', 'い']);
        if (exists) scene.Use(i);
        if ((scene.Field(target) ?? scene.Time(target)) is not { } column || scene.Used(target) || (exists && column.Role == ColumnRole.Identity)) return;
        var isNull = scene.Is(i, WordKind.Null);
        var not = scene.IsJapanese(i) && scene.Is(scene.Next(i), WordKind.NotAfter) ? scene.Next(i) : !scene.IsJapanese(i) && scene.Is(scene.Next(i, -1), WordKind.Not) ? scene.Next(i, -1) : -1;
        // "cars with no inspection months filled in"
        if (!isNull && not < 0 && !scene.IsJapanese(i)) not = Enumerable.Range(Math.Max(0, target - 3), Math.Min(3, Math.Max(0, target))).FirstOrDefault(k => scene.Raw(k) is "no" or "withno" or "with no" or "without" or "hasno" or "haveno" or "has no" or "have no", -1);
        // "ignoring complaints whose outcome is null"
        if (not < 0 && isNull && !scene.IsJapanese(i)) not = Enumerable.Range(0, Math.Max(0, Math.Min(i, target))).LastOrDefault(k => scene.Is(k, WordKind.Not, WordKind.Remove) && !scene.Used(k) && LeftOut.Speaks(scene.Raw(k)) && Enumerable.Range(k + 1, Math.Min(i, target) - k - 1).All(m => scene.IsSmall(m) || scene.IsEntity(m) || scene.Is(m, WordKind.Rows, WordKind.Which) || scene.Is(m, WordKind.Filler)), -1);
        if (not >= 0) isNull = !isNull;
        var part = column.Type == ColumnType.Boolean ? new FilterPart { Column = column, Op = FilterOp.Equal, Value = !isNull } : new FilterPart { Column = column, Op = isNull ? FilterOp.IsNull : FilterOp.NotNull };
        if (none && column is { Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum } && scene.Raw(target + 1) is not ("data" or "value" or "values" or "figure" or "figures" or "entry" or "entries" or "information" or "record")) (part.Op, part.Value) = (isNull ? FilterOp.Equal : FilterOp.Greater, 0m);
        if (exists && column.Role == ColumnRole.Measure) (part.Op, part.Value) = (isNull ? FilterOp.Equal : FilterOp.Greater, 0m);
        scene.Use(not, part);
        draft.Filters.Add(part);
        scene.Use(i, part);
        scene.Use(target, part);
    }
}
