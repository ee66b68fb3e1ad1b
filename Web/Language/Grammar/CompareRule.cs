using Web.Semantics;

namespace Web.Language;

/// <summary>amount over 1M, 100万以上の案件, between 5 and 10, owners with more than 10 deals, older than 40.</summary>
internal static class CompareRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Between).ToList()) RangeRule.ReadBetween(scene, draft, i);
        foreach (var i in scene.All(WordKind.Compare).ToList()) ReadPrefix(scene, draft, i);
        foreach (var i in scene.All(WordKind.CompareAfter).ToList()) ReadSuffix(scene, draft, i);
        RangeRule.ReadRanges(scene, draft);
        SignRule.Apply(scene, draft);
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

    public static int NumberAfter(Scene scene, int i)
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
        var target = Compared.Target(scene, number, number);
        if ((target?.Column ?? scene.Lexicon.ColumnCalled("年齢")) is not { } column || from % 10 != 0) return;
        var part = new FilterPart { Column = column, Op = FilterOp.Between, Value = new[] { from, from + 9 } };
        draft.Filters.Add(part);
        scene.Use(i, part);
        scene.Use(number, part);
        if (target is { Column: not null } named) scene.Use(named.Item, part);
    }

    private static void Add(Scene scene, Draft draft, FilterOp op, int[] words, int number, int last, Column? hint)
    {
        var part = new FilterPart { Op = op };
        var after = scene.Next(Math.Max(number, last));
        var unit = number + 1;
        var said = Compared.Target(scene, words.Min(), number);
        if (hint is not null)
        {
            part.Column = hint;
            if (scene.Measure(unit) == hint) scene.Use(unit, part);
            if (said is { } mentioned && mentioned.Column == hint && Compared.AggregateAt(scene, mentioned.Item) is null) scene.Use(mentioned.Item, part);
        }
        else if (scene.Number(number)!.IsMoney && said is not { Column: null })
        {
            if (Compared.MoneyColumn(scene, said) is not { } paid)
            {
                draft.Gaps.Add(new Gap(GapKind.Condition, number));
                return;
            }
            TakeTarget(scene, draft, part, paid.Column, paid.Item, last);
        }
        else if (Units.IsUnit(scene, unit) && scene.Measure(unit + 1) is { } behindUnit && !Units.Differs(scene, unit, behindUnit)) TakeTarget(scene, draft, part, behindUnit, unit + 1, last);
        else if (Units.ColumnsAt(scene, unit) is { Count: > 0 } measured && (Compared.ColumnWith(scene, measured, words.Min(), unit) ?? Compared.Continued(scene, number, measured)) is { } inUnit)
        {
            draft.Measured = true;
            TakeTarget(scene, draft, part, inUnit.Column, inUnit.Item, last);
        }
        else if (said is { Column: not null } held && Compared.IsHeldBy(scene, held.Item, number) && !Units.Differs(scene, unit, held.Column)) TakeTarget(scene, draft, part, held.Column, held.Item, last);
        else if (Compared.IsCounted(scene, unit) || (after == number + 1 && Compared.IsCounted(scene, after))) Having(scene, part, Compared.IsCounted(scene, unit) ? unit : after);
        else if (scene.Measure(unit) is { } named) TakeTarget(scene, draft, part, named, unit, last);
        else if (said is { } target && !(target.Column is { } other && Units.Differs(scene, unit, other))) TakeTarget(scene, draft, part, target.Column, target.Item, last);
        else if (Compared.NumericBeside(scene, words.Min()) is { } classes) TakeColumn(scene, part, classes, scene.Field(classes)!);
        else if (scene.ConditionColumn is { } answered) part.Column = answered;
        else if (Compared.Before(scene, number) is { } same && !Units.Differs(scene, unit, same)) part.Column = same;
        else if (scene.Category(unit) is { Role: ColumnRole.Dimension, Type: not ColumnType.Boolean } things && !scene.Used(unit) && Compared.HasGroupBefore(scene, words.Min(), things)) HavingDistinct(scene, draft, part, unit, things);
        else if (Compared.AgeOf(scene, number, unit) is { } age) part.Column = age;
        else if (scene.Measure(after) is { } behind && !Units.Differs(scene, unit, behind)) TakeColumn(scene, part, after, behind);
        else if (scene.Is(unit, WordKind.GrainNoun))
        {
            if (Compared.ColumnOfUnit(scene, unit) is not { } timed)
            {
                draft.Gaps.Add(new Gap(GapKind.Condition, number));
                return;
            }
            TakeColumn(scene, part, unit, timed);
        }
        else if (!scene.Is(unit, WordKind.Rows) && !Units.IsUnit(scene, unit) && !Compared.CountsUnknown(scene, unit) && DefaultMeasure.Of(scene.Lexicon) is { } usual) part.Column = usual;
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

    private static void HavingDistinct(Scene scene, Draft draft, FilterPart part, int unit, Column things)
    {
        part.Aggregate = Aggregates.CountDistinct;
        part.Column = things;
        var measure = new MeasurePart { Column = things, Aggregate = Aggregates.CountDistinct, Assumed = true };
        draft.Measures.Add(measure);
        scene.Use(unit, measure);
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
        var aggregate = Compared.AggregateAt(scene, item);
        if (column is null)
        {
            Having(scene, part, item);
            return;
        }
        part.Column = column;
        if (item < 0) return;
        var noun = scene.IsJapanese(last) ? Compared.HeadAfter(scene, last) : Compared.NounBefore(scene, item);
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
        if (aggregate is not null) scene.Use(Compared.AggregateIndex(scene, item), measure);
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
}
