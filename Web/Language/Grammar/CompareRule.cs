using Web.Semantics;

namespace Web.Language;

/// <summary>amount over 1M, 100万以上の案件, between 5 and 10, owners with more than 10 deals, older than 40.</summary>
internal static class CompareRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Between).ToList()) ReadBetween(scene, draft, i);
        foreach (var i in scene.All(WordKind.Compare).ToList()) ReadPrefix(scene, draft, i);
        foreach (var i in scene.All(WordKind.CompareAfter).ToList()) ReadSuffix(scene, draft, i);
        ReadRanges(scene, draft);
        Join(draft);
        ReadEqual(scene, draft);
        foreach (var i in scene.All(WordKind.Null, WordKind.NotNull).ToList()) ReadNull(scene, draft, i);
    }

    /// <summary>200以上300以下: two bounds of one column are a range.</summary>
    private static void Join(Draft draft)
    {
        foreach (var low in draft.Filters.Where(f => f is { Op: FilterOp.GreaterOrEqual, Value: decimal, Aggregate: null }).ToList())
        {
            if (draft.Filters.Find(f => f is { Op: FilterOp.LessOrEqual, Value: decimal, Aggregate: null } && f.Column == low.Column) is not { } high || (decimal)low.Value! > (decimal)high.Value!) continue;
            (low.Op, low.Value, high.Joined) = (FilterOp.Between, new[] { (decimal)low.Value!, (decimal)high.Value! }, low);
            draft.Filters.Remove(high);
        }
    }

    private static void ReadPrefix(Scene scene, Draft draft, int i)
    {
        var number = NumberAfter(scene, i);
        if (number < 0) return;
        var words = scene.Word(i)!.Value.Split(' ');
        var hint = words.Length > 1 ? words[1].Split('/').Select(scene.Lexicon.ColumnCalled).FirstOrDefault(c => c is not null) : null;
        Add(scene, draft, OpOf(words[0]), [i], number, number, hint);
    }

    private static int NumberAfter(Scene scene, int i)
    {
        for (var k = i + 1; k < scene.Count && k <= i + 3; k++)
        {
            if (scene.Number(k) is not null) return k;
            if (!scene.IsSmall(k) && !scene.Is(k, WordKind.Aggregate)) return -1;
        }
        return -1;
    }

    /// <summary>The number stands before its word, perhaps with its unit between: 100万円以上, 10件以上, 30 or more.</summary>
    private static void ReadSuffix(Scene scene, Draft draft, int i)
    {
        var number = i - 1;
        if (scene.Number(number) is null) number = i - 2;
        if (scene.Number(number) is null) return;
        if (scene.Word(i)!.Value == "decade")
        {
            ReadDecade(scene, draft, i, number);
            return;
        }
        var hint = scene.Raw(i) is var said && (said.EndsWith("older", StringComparison.Ordinal) || said.EndsWith("younger", StringComparison.Ordinal)) ? scene.Lexicon.ColumnCalled("age") : null;
        Add(scene, draft, OpOf(scene.Word(i)!.Value), number == i - 2 ? [i, i - 1] : [i], number, i, hint);
    }

    /// <summary>30代: ages from 30 to 39.</summary>
    private static void ReadDecade(Scene scene, Draft draft, int i, int number)
    {
        var from = scene.Number(number)!.Value;
        var target = Target(scene, number, number);
        if ((target?.Column ?? scene.Lexicon.ColumnCalled("年齢")) is not { } column || from % 10 != 0) return;
        var part = new FilterPart { Column = column, Op = FilterOp.Between, Value = new[] { from, from + 9 } };
        draft.Filters.Add(part);
        scene.Use(i, part);
        scene.Use(number, part);
        if (target is { Column: not null } named) scene.Use(named.Item, part);
    }

    private static void ReadBetween(Scene scene, Draft draft, int i)
    {
        var low = NumberAfter(scene, i);
        var high = low < 0 ? -1 : scene.Next(low);
        if (high >= 0 && (scene.IsJoin(high) || scene.Raw(high) is "-" or "to")) high = scene.Next(high);
        if (high >= 0 && scene.Number(high) is null) high = NumberAfter(scene, low);
        if (low < 0 || high < 0 || scene.Number(high) is null) return;
        for (var k = low + 1; k < high; k++) scene.Use(k);
        AddRange(scene, draft, i, low, high);
    }

    /// <summary>20歳から30歳, 5 to 10, after a measure.</summary>
    private static void ReadRanges(Scene scene, Draft draft)
    {
        for (var i = 0; i + 2 < scene.Count; i++)
        {
            if (scene.Used(i) || scene.Number(i) is null) continue;
            var second = -1;
            for (var k = i + 1; k < scene.Count && k <= i + 4 && second < 0; k++)
            {
                if (scene.Number(k) is not null && k > i + 1) second = k;
                else if (!scene.IsSmall(k) && scene.Raw(k) is not ("-" or "~" or "to" or "から") && scene.Measure(k) is null && !scene.Is(k, WordKind.Rows) && !Units.IsUnit(scene, k)) break;
            }
            var joined = second > 0 && Enumerable.Range(i + 1, second - i - 1).Any(k => scene.Raw(k) is "-" or "~" or "to" or "から");
            if (!joined || (Target(scene, i, second) is null && NumericField(scene, scene.Next(i, -1)) is null && Units.ColumnsAt(scene, second + 1).Count != 1)) continue;
            AddRange(scene, draft, i, i, second);
        }
    }

    private static void AddRange(Scene scene, Draft draft, int word, int low, int high)
    {
        var target = Target(scene, word, high) ?? (scene.Measure(low + 1) is { } unit ? (unit, low + 1) : null);
        if (target is null && Units.ColumnsAt(scene, high + 1) is [var measured]) target = (measured.Column, high + 1);
        if (target is null && scene.Next(Math.Min(word, low), -1) is var beside && NumericField(scene, beside) is { } classes) target = (classes, beside);
        if (target is null && AgeOf(scene, low, high + 1) is { } age) target = (age, low);
        if (target is null && (scene.ConditionColumn ?? DefaultMeasure.Of(scene.Lexicon)) is { } usual) target = (usual, low);
        if (target is not { Column: { } column } found)
        {
            draft.Gaps.Add(new Gap(GapKind.Condition, low));
            return;
        }
        var part = new FilterPart { Column = column, Op = FilterOp.Between, Value = new[] { Scaled(scene, low, column), Scaled(scene, high, column) } };
        draft.Filters.Add(part);
        for (var k = Math.Min(word, low); k <= high; k++) scene.Use(k, part);
        scene.Use(found.Item, part);
        if (scene.Is(high + 1, WordKind.Rows) || Units.IsUnit(scene, high + 1) || scene.Measure(high + 1) == column) scene.Use(high + 1, part);
    }

    private static void Add(Scene scene, Draft draft, FilterOp op, int[] words, int number, int last, Column? hint)
    {
        var part = new FilterPart { Op = op };
        var after = scene.Next(Math.Max(number, last));
        var unit = number + 1;
        if (hint is not null)
        {
            part.Column = hint;
            if (scene.Measure(unit) == hint) scene.Use(unit, part);
            if (Target(scene, words.Min(), number) is { } mentioned && mentioned.Column == hint && AggregateAt(scene, mentioned.Item) is null) scene.Use(mentioned.Item, part);
        }
        else if (Units.ColumnsAt(scene, unit) is { Count: > 0 } measured && ColumnWith(scene, measured, words.Min(), unit) is { } inUnit)
        {
            draft.Measured = true;
            TakeTarget(scene, draft, part, inUnit.Column, inUnit.Item, last);
        }
        else if (IsCounted(scene, unit) || (after == number + 1 && IsCounted(scene, after))) Having(scene, part, IsCounted(scene, unit) ? unit : after);
        else if (scene.Measure(unit) is { } named) TakeTarget(scene, draft, part, named, unit, last);
        else if (Target(scene, words.Min(), number) is { } target) TakeTarget(scene, draft, part, target.Column, target.Item, last);
        else if (scene.ConditionColumn is { } answered) part.Column = answered;
        else if (scene.Category(unit) is { Role: ColumnRole.Dimension, Type: not ColumnType.Boolean } things && !scene.Used(unit) && HasGroupBefore(scene, words.Min(), things)) HavingDistinct(scene, draft, part, unit, things);
        else if (AgeOf(scene, number, unit) is { } age) part.Column = age;
        else if (scene.Measure(after) is { } behind) TakeColumn(scene, part, after, behind);
        else if (scene.Is(unit, WordKind.GrainNoun))
        {
            if (ColumnOfUnit(scene, unit) is not { } timed)
            {
                draft.Gaps.Add(new Gap(GapKind.Condition, number));
                return;
            }
            TakeColumn(scene, part, unit, timed);
        }
        else if (!scene.Is(unit, WordKind.Rows) && !CountsUnknown(scene, unit) && DefaultMeasure.Of(scene.Lexicon) is { } usual) part.Column = usual;
        else
        {
            draft.Gaps.Add(new Gap(GapKind.Condition, number));
            return;
        }
        if (part.Column is { } figured && NamedColumn.Is(figured, scene.Contract))
        {
            // It is figured out for each group; rows cannot be held against it.
            draft.Gaps.Add(new Gap(GapKind.Condition, number));
            return;
        }
        part.Value = part.Aggregate is Aggregates.Count or Aggregates.CountDistinct ? scene.Number(number)!.Value : Scaled(scene, number, part.Column!);
        draft.Filters.Add(part);
        foreach (var word in words) scene.Use(word, part);
        scene.Use(number, part);
        if (scene.Is(unit, WordKind.Rows) || Units.IsUnit(scene, unit)) scene.Use(unit, part);
    }

    /// <summary>Of the columns measured in the unit the one that is named, or the only one.</summary>
    private static (Column Column, int Item)? ColumnWith(Scene scene, List<(Column Column, decimal Factor)> measured, int before, int unit)
    {
        if (Target(scene, before, unit) is { Column: { } named } target) return measured.Exists(m => m.Column == named) ? (named, target.Item) : null;
        return measured is [var only] ? (only.Column, unit) : null;
    }

    /// <summary>"parties with more than 20 candidates": what divides stands before, what is counted in each behind.</summary>
    private static bool HasGroupBefore(Scene scene, int before, Column things)
    {
        for (var k = before - 1; k >= 0; k--)
        {
            if (scene.Category(k) is { Role: ColumnRole.Dimension } column && column != things) return true;
        }
        return false;
    }

    private static void HavingDistinct(Scene scene, Draft draft, FilterPart part, int unit, Column things)
    {
        part.Aggregate = Aggregates.CountDistinct;
        part.Column = things;
        var measure = new MeasurePart { Column = things, Aggregate = Aggregates.CountDistinct, Assumed = true };
        draft.Measures.Add(measure);
        scene.Use(unit, measure);
    }

    /// <summary>"people under 30", "older than 40": a small number without a unit, held against people, is their age.</summary>
    private static Column? AgeOf(Scene scene, int number, int unit)
    {
        if (scene.Number(number) is not { Percent: false, Value: >= 1 and <= 120 } || scene.Is(unit, WordKind.Rows)) return null;
        var follows = unit >= scene.Count || scene.IsMark(unit) || scene.IsSmall(unit) || scene.Is(unit, WordKind.By, WordKind.And) || scene.Is(unit, WordKind.Series, WordKind.CompareAfter);
        var people = false;
        for (var k = 0; k < number; k++)
        {
            if (scene.IsEntity(k) || scene.Raw(k) is "people" or "persons" or "those" or "anyone" or "everyone" or "who" or "men" or "women" or "adults" or "staff" or "aged") people = k >= number - 4;
        }
        return follows && people ? scene.Lexicon.ColumnCalled("age") ?? scene.Lexicon.ColumnCalled("年齢") : null;
    }

    /// <summary>"more than 20 goals", where nothing is known of goals, is no condition on the usual figure.</summary>
    private static bool CountsUnknown(Scene scene, int unit) => scene.IsUnknown(unit) || scene.Category(unit) is not null;

    private static bool IsCounted(Scene scene, int i) => scene.IsEntity(i) || (scene.Is(i, WordKind.Rows) && scene.Raw(i) is "件" or "rows" or "records" or "items" or "回" or "entries" or "cases");

    /// <summary>"30 days or more": the one column that is measured in days.</summary>
    private static Column? ColumnOfUnit(Scene scene, int unit)
    {
        var word = scene.Word(unit)!.Value;
        Column[] columns = [.. scene.Contract.Columns.Where(c => !c.Hidden && c.IsNumeric && c.Unit is { } u && (u == word || u == word + "s"))];
        return columns.Length == 1 ? columns[0] : null;
    }

    private static void Having(Scene scene, FilterPart part, int unit)
    {
        part.Aggregate = Aggregates.Count;
        scene.Use(unit, part);
        var count = scene.Next(unit);
        if (scene.Is(count, WordKind.CountAfter)) scene.Use(count, part);
    }

    private static void TakeColumn(Scene scene, FilterPart part, int i, Column column)
    {
        part.Column = column;
        scene.Use(i, part);
    }

    /// <summary>
    /// "stores with sales over 5M" compares each store's sales; "deals with amount over 5M" each deal's.
    /// What the compared thing is, is told by the noun that the condition belongs to.
    /// </summary>
    private static void TakeTarget(Scene scene, Draft draft, FilterPart part, Column? column, int item, int last)
    {
        var aggregate = AggregateAt(scene, item);
        if (column is null)
        {
            Having(scene, part, item);
            return;
        }
        part.Column = column;
        var noun = scene.IsJapanese(last) ? scene.Next(last) : NounBefore(scene, item);
        var grouped = noun >= 0 && scene.Category(noun) is { Role: ColumnRole.Dimension } && !scene.Is(noun + 1, WordKind.ByAfter) && !scene.Is(scene.Next(noun, -1), WordKind.By);
        if (aggregate is null && !grouped)
        {
            scene.Use(item, part);
            return;
        }
        part.Aggregate = aggregate ?? column.DefaultAggregate ?? Aggregates.Sum;
        var measure = draft.Measures.FirstOrDefault(m => m.Column == column);
        if (measure is null)
        {
            measure = new MeasurePart { Column = column, Aggregate = aggregate, Assumed = aggregate is null };
            draft.Measures.Add(measure);
        }
        scene.Use(item, measure);
        if (aggregate is not null) scene.Use(AggregateIndex(scene, item), measure);
    }

    private static int NounBefore(Scene scene, int item)
    {
        for (var k = item - 1; k >= 0 && k >= item - 6; k--)
        {
            if (scene.Category(k) is not null) return k;
            if (scene.IsEntity(k)) return -1;
        }
        return -1;
    }

    private static int AggregateIndex(Scene scene, int item)
    {
        var before = scene.Next(item, -1);
        if (scene.Is(before, WordKind.Aggregate)) return before;
        var after = scene.Next(item);
        return scene.IsJapanese(item) && scene.Is(after, WordKind.Aggregate) ? after : -1;
    }

    private static string? AggregateAt(Scene scene, int item) => AggregateIndex(scene, item) is >= 0 and var at ? scene.Word(at)!.Value : null;

    /// <summary>The measure nearest before the condition, or a count there (null column).</summary>
    private static (Column? Column, int Item)? Target(Scene scene, int before, int number)
    {
        for (var k = before - 1; k >= 0 && k >= before - 5; k--)
        {
            if (scene.Used(k) && scene.Measure(k) is null) continue;
            if (scene.Measure(k) is { } column) return (column, k);
            if (scene.Is(k, WordKind.DefaultMeasure) && DefaultMeasure.Of(scene.Lexicon) is { } usual) return (usual, k);
            if (scene.Is(k, WordKind.Count, WordKind.CountAfter)) return (null, k);
            if (scene.Is(k, WordKind.By, WordKind.ByAfter) || scene.IsEntity(k)) break;
        }
        return number + 1 < scene.Count && scene.Measure(number + 1) is { } unit ? (unit, number + 1) : null;
    }

    /// <summary>"4 cylinders", "grade 3", "rating of 5": equality where a number stands beside a field.</summary>
    private static void ReadEqual(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) || scene.Number(i) is null) continue;
            var before = scene.Next(i, -1);
            var column = NumericField(scene, before);
            var at = before;
            if (column is null || (column.Role == ColumnRole.Measure && !SaysEqual(scene, before, i)))
            {
                at = i + 1;
                // "4 cylinders" are counted; "two tickets" are no ticket price.
                column = scene[at] is FieldMeaning { Column.Role: ColumnRole.Measure, Quality: < 0.85 } ? null : NumericField(scene, at);
            }
            if (column is null && Units.ColumnsAt(scene, i + 1) is [var measured] && (measured.Factor == 1 || !scene.Is(i + 1, WordKind.GrainNoun))) (column, at) = (measured.Column, i + 1);
            if (column is null || scene.Used(at)) continue;
            var part = new FilterPart { Column = column, Op = FilterOp.Equal, Value = Scaled(scene, i, column) };
            draft.Filters.Add(part);
            scene.Use(i, part);
            scene.Use(at, part);
        }
    }

    private static bool SaysEqual(Scene scene, int from, int to) => Enumerable.Range(from + 1, to - from - 1).Any(k => scene.Raw(k) is "of" or "is" or "=" or "が");

    private static Column? NumericField(Scene scene, int i) => scene.Field(i) is { IsNumeric: true } column ? column : null;

    private static void ReadNull(Scene scene, Draft draft, int i)
    {
        var target = scene.Field(scene.Next(i)) is not null && !scene.IsJapanese(i) ? scene.Next(i) : scene.Next(i, -1);
        if (scene.Field(target) is not { } column || scene.Used(target)) return;
        var part = new FilterPart { Column = column, Op = scene.Is(i, WordKind.Null) ? FilterOp.IsNull : FilterOp.NotNull };
        draft.Filters.Add(part);
        scene.Use(i, part);
        scene.Use(target, part);
    }

    private static FilterOp OpOf(string sign) => sign switch
    {
        ">" => FilterOp.Greater,
        ">=" => FilterOp.GreaterOrEqual,
        "<" => FilterOp.Less,
        "<=" => FilterOp.LessOrEqual,
        "!=" => FilterOp.NotEqual,
        _ => FilterOp.Equal,
    };

    /// <summary>20% is 20 of a column whose unit is %, otherwise 0.2.</summary>
    private static decimal Scaled(Scene scene, int number, Column column)
    {
        var said = scene.Number(number)!;
        if (said.Percent && column.Unit != "%") return said.Value / 100;
        return Units.IsUnit(scene, number + 1) ? Math.Round(said.Value * Units.FactorFor(scene, number + 1, column), 6) / 1.000000000000m : said.Value;
    }
}
