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
        BoundRule.Apply(scene, draft);
        EqualRule.Apply(scene, draft);
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
        if (Bounds(scene, low, high, column) is not { } bounds)
        {
            draft.Gaps.Add(new Gap(GapKind.Condition, low));
            return;
        }
        var part = new FilterPart { Column = column, Op = FilterOp.Between, Value = bounds };
        draft.Filters.Add(part);
        for (var k = Math.Min(word, low); k <= high; k++) scene.Use(k, part);
        scene.Use(found.Item, part);
        if (scene.Is(high + 1, WordKind.Rows) || Units.IsUnit(scene, high + 1) || scene.Measure(high + 1) == column) scene.Use(high + 1, part);
    }

    /// <summary>A unit behind the second bound is the first one's too: 300から500万円, "between 1 and 2 million".</summary>
    private static decimal[]? Bounds(Scene scene, int low, int high, Column column)
    {
        if (Amounts.In(scene, high, column) is not { } to || Amounts.In(scene, low, column) is not { } from) return null;
        var (first, second) = (scene.Number(low)!, scene.Number(high)!);
        var unit = Units.IsUnit(scene, high + 1) && !Units.IsUnit(scene, low + 1) || (second.IsScaled && !first.IsScaled) || (second.Percent && !first.Percent);
        if (unit && second.Value != 0 && from > to) from = Shared(scene, first.Value, second.Value, to, high) ?? from;
        else if (unit && second.Value != 0 && (Units.IsUnit(scene, high + 1) || second.Percent)) from = first.Value * to / second.Value;
        else if (unit && second.IsScaled && first.Value < 1000 && Shared(scene, first.Value, second.Value, to, high) is { } scaled) from = scaled;
        return from <= to ? [from, to] : null;
    }

    /// <summary>"1 and 2 million": what the scale of the second makes of the first.</summary>
    private static decimal? Shared(Scene scene, decimal first, decimal second, decimal to, int high)
    {
        var written = scene.FirstToken(high).Number ?? scene.TokensOf(high).FirstOrDefault(t => t.Number is not null)?.Number;
        return written is > 0 and { } plain ? first * (second / plain) * (to / second) : null;
    }

    private static void Add(Scene scene, Draft draft, FilterOp op, int[] words, int number, int last, Column? hint)
    {
        var part = new FilterPart { Op = op };
        var after = scene.Next(Math.Max(number, last));
        var unit = number + 1;
        var said = Target(scene, words.Min(), number);
        if (hint is not null)
        {
            part.Column = hint;
            if (scene.Measure(unit) == hint) scene.Use(unit, part);
            if (said is { } mentioned && mentioned.Column == hint && AggregateAt(scene, mentioned.Item) is null) scene.Use(mentioned.Item, part);
        }
        else if (scene.Number(number)!.IsMoney && said is not { Column: null })
        {
            if (MoneyColumn(scene, said) is not { } paid)
            {
                draft.Gaps.Add(new Gap(GapKind.Condition, number));
                return;
            }
            TakeTarget(scene, draft, part, paid.Column, paid.Item, last);
        }
        else if (Units.ColumnsAt(scene, unit) is { Count: > 0 } measured && (ColumnWith(scene, measured, words.Min(), unit) ?? Continued(scene, number, measured)) is { } inUnit)
        {
            draft.Measured = true;
            TakeTarget(scene, draft, part, inUnit.Column, inUnit.Item, last);
        }
        else if (said is { Column: not null } held && IsHeldBy(scene, held.Item, number) && !Units.Differs(scene, unit, held.Column)) TakeTarget(scene, draft, part, held.Column, held.Item, last);
        else if (IsCounted(scene, unit) || (after == number + 1 && IsCounted(scene, after))) Having(scene, part, IsCounted(scene, unit) ? unit : after);
        else if (scene.Measure(unit) is { } named) TakeTarget(scene, draft, part, named, unit, last);
        else if (said is { } target && !(target.Column is { } other && Units.Differs(scene, unit, other))) TakeTarget(scene, draft, part, target.Column, target.Item, last);
        else if (NumericBeside(scene, words.Min()) is { } classes) TakeColumn(scene, part, classes, scene.Field(classes)!);
        else if (scene.ConditionColumn is { } answered) part.Column = answered;
        else if (Before(scene, number) is { } same && !Units.Differs(scene, unit, same)) part.Column = same;
        else if (scene.Category(unit) is { Role: ColumnRole.Dimension, Type: not ColumnType.Boolean } things && !scene.Used(unit) && HasGroupBefore(scene, words.Min(), things)) HavingDistinct(scene, draft, part, unit, things);
        else if (AgeOf(scene, number, unit) is { } age) part.Column = age;
        else if (scene.Measure(after) is { } behind && !Units.Differs(scene, unit, behind)) TakeColumn(scene, part, after, behind);
        else if (scene.Is(unit, WordKind.GrainNoun))
        {
            if (ColumnOfUnit(scene, unit) is not { } timed)
            {
                draft.Gaps.Add(new Gap(GapKind.Condition, number));
                return;
            }
            TakeColumn(scene, part, unit, timed);
        }
        else if (!scene.Is(unit, WordKind.Rows) && !Units.IsUnit(scene, unit) && !CountsUnknown(scene, unit) && DefaultMeasure.Of(scene.Lexicon) is { } usual) part.Column = usual;
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
        part.Value = part.Aggregate is Aggregates.Count or Aggregates.CountDistinct ? scene.Number(number)!.Value : Amounts.In(scene, number, part.Column!);
        if (part.Value is null)
        {
            // Yen are held against no minutes.
            draft.Gaps.Add(new Gap(GapKind.Condition, number));
            return;
        }
        draft.Filters.Add(part);
        foreach (var word in words) scene.Use(word, part);
        scene.Use(number, part);
        if (scene.Is(unit, WordKind.Rows) || Units.IsUnit(scene, unit) || (part.Aggregate is null && scene.IsEntity(unit) && scene.IsCounter(unit))) scene.Use(unit, part);
    }

    /// <summary>Of the columns measured in the unit the one that is named, the only one, or the one whose other words are said ("60 min on departure").</summary>
    private static (Column Column, int Item)? ColumnWith(Scene scene, List<(Column Column, decimal Factor)> measured, int before, int unit)
    {
        if (Target(scene, before, unit) is { Column: { } named } target && (measured.Exists(m => m.Column == named) || Units.IsOfKind(named, scene, unit))) return (named, target.Item);
        if (Target(scene, before, unit) is { Column: not null } other && IsHeldBy(scene, other.Item, unit - 1)) return null;
        if (measured is [var only]) return (only.Column, unit);
        var said = measured.ToLookup(m => Qualifiers.SaidOf(scene, m.Column));
        return said.Max(group => group.Key) is > 0 and var most && said[most].ToList() is [var told] ? (told.Column, unit) : null;
    }

    /// <summary>15分以上30分以下: the second bound is of what the first was.</summary>
    private static (Column Column, int Item)? Continued(Scene scene, int number, List<(Column Column, decimal Factor)> measured) =>
        Before(scene, number) is { } same && measured.Exists(m => m.Column == same) ? (same, -1) : null;

    private static Column? Before(Scene scene, int number)
    {
        for (var k = number - 1; k >= 0 && k >= number - 3; k--)
        {
            if (scene.Used(k) && scene.PartOf(k) is FilterPart { Column: { } column, Aggregate: null, Value: decimal }) return column;
            if (!scene.IsSmall(k) && !scene.IsJoin(k) && !scene.IsMark(k)) return null;
        }
        return null;
    }

    /// <summary>来館者数が7万人, "revenue over 5M": only glue and the comparing word stand between.</summary>
    private static bool IsHeldBy(Scene scene, int item, int number) =>
        item < number && Enumerable.Range(item + 1, number - item - 1).All(k => scene.IsSmall(k) || scene.IsMark(k) || scene.Is(k, WordKind.Compare, WordKind.Between) || scene.Is(k, WordKind.Filler));

    /// <summary>"grade over 10": a number that names classes, right before the comparing word.</summary>
    private static int? NumericBeside(Scene scene, int before)
    {
        var k = scene.Next(before, -1);
        return NumericField(scene, k) is { Role: not ColumnRole.Measure } && !scene.Used(k) ? k : null;
    }

    /// <summary>What is held against yen or dollars: the column of money that is named, the only one, or the usual one.</summary>
    private static (Column Column, int Item)? MoneyColumn(Scene scene, (Column? Column, int Item)? said)
    {
        if (said is { Column: { } named } target && Amounts.IsMoney(named)) return (named, target.Item);
        for (var k = 0; k < scene.Count; k++)
        {
            if (scene.Measure(k) is { } mentioned && Amounts.IsMoney(mentioned)) return (mentioned, k);
        }
        if (said is { Column: { Unit: null } unsaid } plain && !Units.IsDuration(unsaid)) return (unsaid, plain.Item);
        if (DefaultMeasure.Of(scene.Lexicon) is { } usual && Amounts.IsMoney(usual)) return (usual, -1);
        List<Column> money = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Role: ColumnRole.Measure } && Amounts.IsMoney(c))];
        return money is [var only] ? (only, -1) : null;
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
        if (item < 0) return;
        var noun = scene.IsJapanese(last) ? HeadAfter(scene, last) : NounBefore(scene, item);
        var grouped = noun >= 0 && scene.Category(noun) is { Role: ColumnRole.Dimension } things && !(scene.Lexicon.IsPerRow && things == scene.Lexicon.Identity) && !scene.Is(noun + 1, WordKind.ByAfter) && !scene.Is(scene.Next(noun, -1), WordKind.By);
        if (aggregate is null && (!grouped || draft.List))
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

    /// <summary>売上が500万以上の店舗: the noun that the condition stands before. 50以下で地域が… goes on with something else.</summary>
    private static int HeadAfter(Scene scene, int last)
    {
        for (var k = last + 1; k < scene.Count; k++)
        {
            if (!scene.IsSmall(k)) return scene.Raw(k + 1) is "が" or "は" && scene.Value(k + 2) is not null ? -1 : k;
            if (scene.Raw(k) is "で" or "かつ" or "、" or "であり") return -1;
        }
        return -1;
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
        // "more than 8000 tonnes in total"
        return scene.Is(after, WordKind.Aggregate) && (scene.IsJapanese(item) || scene.Raw(after) is "intotal" or "onaverage") ? after : -1;
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

    public static Column? NumericField(Scene scene, int i) => scene.Field(i) is { IsNumeric: true } column ? column : null;

    private static FilterOp OpOf(string sign) => sign switch
    {
        ">" => FilterOp.Greater,
        ">=" => FilterOp.GreaterOrEqual,
        "<" => FilterOp.Less,
        "<=" => FilterOp.LessOrEqual,
        "!=" => FilterOp.NotEqual,
        _ => FilterOp.Equal,
    };
}
