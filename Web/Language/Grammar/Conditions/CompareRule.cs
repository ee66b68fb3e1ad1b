using Web.Semantics;

namespace Web.Language;

/// <summary>amount over 1M, 100万以上の案件, between 5 and 10, owners with more than 10 deals, older than 40.</summary>
internal static class CompareRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        ReadAll(scene, draft);
        NamedBehind(scene);
    }

    /// <summary>"longer than 1000 in distance": what was compared, named once more.</summary>
    private static void NamedBehind(Scene scene)
    {
        for (var i = 0; i + 2 < scene.Count; i++)
        {
            if (scene.Number(i) is not null && scene.Raw(i + 1) is "in" && scene.PartOf(i) is FilterPart { Column: { } column } part && scene.Measure(i + 2) == column && !scene.Used(i + 2)) scene.Use(i + 2, part);
        }
    }

    private static void ReadAll(Scene scene, Draft draft)
    {
        foreach (var i in scene.All(WordKind.Between).ToList()) RangeRule.ReadBetween(scene, draft, i);
        foreach (var i in scene.All(WordKind.Compare).ToList()) ReadPrefix(scene, draft, i);
        foreach (var i in scene.All(WordKind.CompareAfter).ToList()) ReadSuffix(scene, draft, i);
        for (var i = 0; i + 1 < scene.Count; i++) ReadUpTo(scene, draft, i);
        foreach (var i in scene.All(WordKind.Aggregate).ToList()) ReadExtreme(scene, draft, i);
        RangeRule.ReadRanges(scene, draft);
        SignRule.Apply(scene, draft);
        RangeRule.Join(draft);
        Others.Part(scene, draft);
        BoundRule.Apply(scene, draft);
        EqualRule.Apply(scene, draft);
    }

    private static void ReadPrefix(Scene scene, Draft draft, int i)
    {
        var number = NumberAfter(scene, i);
        if (number < 0 || scene.Raw(i) is "upto" && scene.Number(scene.Next(i, -1)) is not null) return; // "from 5 up to 10"
        var words = scene.Word(i)!.Value.Split(' ');
        var hint = words.Length > 1 ? words[1].Split('/').Select(scene.Lexicon.ColumnCalled).FirstOrDefault(c => c is not null) : null;
        if (LeftOut.Before(scene, i) is >= 0 and var denied)
        {
            Add(scene, draft, Opposite(OpOf(words[0])), [i], number, number, hint);
            foreach (var k in Enumerable.Range(denied, i - denied).Where(k => k == denied || scene.IsUnknown(k) || scene.Is(k, WordKind.Rows))) scene.Use(k, scene.PartOf(i));
        }
        else Add(scene, draft, OpOf(words[0]), [i], number, number, hint);
    }

    /// <summary>"seats by customer, only the ones with more than 50": the only figure that the sentence names.</summary>
    private static Column? Shown(Scene scene) => Enumerable.Range(0, scene.Count).Select(scene.Measure).OfType<Column>().Distinct().ToList() is [{ DefaultAggregate: Aggregates.Sum } only] ? only : null;

    public static int NumberAfter(Scene scene, int i)
    {
        for (var k = i + 1; k < scene.Count && k <= i + 3; k++)
        {
            if (scene.Number(k) is not null) return k;
            if (!scene.IsSmall(k) && !scene.Is(k, WordKind.Aggregate)) return -1;
        }
        return -1;
    }

    /// <summary>5000円までの注文: money up to which; 10位まで and 5件まで are how many.</summary>
    private static void ReadUpTo(Scene scene, Draft draft, int i)
    {
        if (scene.Used(i) || scene.Number(i) is not { IsMoney: true } || scene.Raw(i + 1) is not ("まで" or "までの") || scene.Raw(i - 1) is "から" or "~" or "-") return;
        Add(scene, draft, FilterOp.LessOrEqual, [i + 1], i, i + 1, null);
    }

    /// <summary>"minimum 12 panels", "maximum price 12000": from where or up to where.</summary>
    private static void ReadExtreme(Scene scene, Draft draft, int i)
    {
        if (scene.Used(i) || scene.IsJapanese(i) || scene.Word(i)!.Value is not (Aggregates.Min or Aggregates.Max)) return;
        var figure = scene.Measure(i + 1);
        var number = figure is null ? i + 1 : i + 2;
        if (scene.Number(number) is not { } bound || scene.Used(number) || scene.Is(number + 1, WordKind.Rows) || bound is { IsMoney: false, IsScaled: false, Value: >= 1900 and <= 2100 }) return;
        // "maximum 5 cities" are so many.
        if (figure is null && scene.Measure(number + 1) is null) return;
        Add(scene, draft, scene.Word(i)!.Value == Aggregates.Min ? FilterOp.GreaterOrEqual : FilterOp.LessOrEqual, figure is null ? [i] : [i, i + 1], number, number, figure);
    }

    /// <summary>5万円以上でなく: the other way round.</summary>
    private static bool IsDenied(Scene scene, int i) => scene.IsJapanese(i) && (scene.Is(i + 1, WordKind.NotAfter) && scene.Raw(i + 1)[0] is 'を' or 'は' or '除') || scene.IsJapanese(i) && Array.Exists(Denying, word => scene.Raw(i + 1).StartsWith(word, StringComparison.Ordinal));

    private static readonly string[] Denying = ["でなく", "ではなく", "でない", "ではない", "でなければ", "じゃなく", "じゃない"];

    /// <summary>The number stands before its word, perhaps with its unit between: 100万円以上, 10件以上, 30 or more.</summary>
    private static void ReadSuffix(Scene scene, Draft draft, int i)
    {
        var number = NumberBefore(scene, i);
        if (number < 0 || Others.Read(scene, draft, i, number)) return;
        if (scene.Word(i)!.Value == "decade")
        {
            RangeRule.ReadDecade(scene, draft, i, number);
            return;
        }
        var hint = scene.Raw(i) is var said && (said.EndsWith("older", StringComparison.Ordinal) || said.EndsWith("younger", StringComparison.Ordinal)) ? scene.Lexicon.ColumnCalled("age") : null;
        var op = OpOf(scene.Word(i)!.Value);
        int[] words = [i, .. Enumerable.Range(number + 1, i - number - 1)];
        if (IsDenied(scene, i)) Add(scene, draft, Opposite(op), [.. words, i + 1], number, i, hint);
        else Add(scene, draft, op, words, number, i, hint);
    }

    /// <summary>3m/s以上, 35 µg/m³ or more: a unit may be written in several pieces.</summary>
    private static int NumberBefore(Scene scene, int i)
    {
        if (scene.Number(i - 1) is not null) return i - 1;
        if (scene.Number(i - 2) is not null) return i - 2;
        for (var k = i - 1; k > 0 && k > i - 5 && Units.IsPiece(scene, k); k--)
        {
            if (scene.Number(k - 1) is not null) return k - 1;
        }
        return -1;
    }

    private static void Add(Scene scene, Draft draft, FilterOp op, int[] words, int number, int last, Column? hint)
    {
        var part = new FilterPart { Op = op };
        var after = scene.Next(Math.Max(number, last));
        // "10 or more tickets", 10件以上
        var unit = last == number + 1 && !scene.IsJapanese(last) ? last + 1 : number + 1;
        var said = Compared.Target(scene, words.Min(), number);
        if (scene.Is(unit, WordKind.Distinct) && !scene.IsJapanese(unit) && scene.Category(unit + 1) is { Type: ColumnType.Text } kinds && !scene.Used(unit + 1))
        {
            // "who bought more than 8 different products"
            HavingRule.HavingDistinct(scene, draft, part, unit + 1, kinds);
            scene.Use(unit, part);
        }
        else if (hint is not null)
        {
            part.Column = hint;
            if (scene.Next(words.Min(), -1) is >= 0 and var reckoned && scene.Is(reckoned, WordKind.Aggregate) && !scene.Used(reckoned) && !scene.IsJapanese(reckoned))
            {
                // "majors where the students are on average younger than 20"
                part.Aggregate = scene.Word(reckoned)!.Value;
                var shown = new MeasurePart { Column = hint, Aggregate = part.Aggregate, Assumed = true };
                draft.Measures.Add(shown);
                scene.Use(reckoned, shown);
            }
            if (scene.Measure(unit) == hint) scene.Use(unit, part);
            if (said is { } mentioned && mentioned.Column == hint && Compared.AggregateAt(scene, mentioned.Item) is null) scene.Use(mentioned.Item, part);
        }
        else if (Compared.IsSomebody(scene, scene.Next(words.Min(), -1)) && !scene.IsJapanese(number) && scene.Number(number) is { IsMoney: false, IsScaled: false } && Compared.AgeOf(scene, number, unit) is { } lived)
        {
            // "women over 60"
            part.Column = lived;
        }
        else if (scene.IsEntity(scene.Next(words.Min(), -1)) && !scene.IsJapanese(number) && scene.Number(number) is { IsMoney: false, IsScaled: false } && Compared.AgeOf(scene, number, scene.Measure(unit) is null && !scene.Is(unit, WordKind.DefaultMeasure) ? unit : scene.Count) is { } years)
        {
            // "players under 23 worth more than 20 million"
            part.Column = years;
        }
        else if (op is FilterOp.Equal or FilterOp.NotEqual && Compared.NumericBeside(scene, words.Min()) is { } numbered && (said is null || said.Value.Item < numbered) && scene.Field(numbered)!.Role != ColumnRole.Measure)
        {
            // "department number does not equal 40", whatever figure was named before
            HavingRule.TakeColumn(scene, part, numbered, scene.Field(numbered)!);
        }
        else if (said is not { Column: not null } && Compared.Priced(scene, words.Min()) is { } priced && !Units.Differs(scene, unit, priced)) part.Column = priced;
        else if (Rates.At(scene, number, said) is { } rated)
        {
            HavingRule.TakeTarget(scene, draft, part, rated.Column, rated.Item, last);
            foreach (var word in rated.Words) scene.Use(word, part);
        }
        else if (scene.Number(number)!.IsMoney && said is not { Column: null })
        {
            // Yen are held against no metres.
            var against = said is { Column: { Unit: not null } unlike } near && !Amounts.IsMoney(unlike) && Compared.IsHeldBy(scene, near.Item, number);
            if (against || Compared.MoneyColumn(scene, said) is not { } paid)
            {
                draft.Gaps.Add(new Gap(GapKind.Condition, number));
                return;
            }
            HavingRule.TakeTarget(scene, draft, part, paid.Column, paid.Item, last);
        }
        else if (Units.ColumnsAt(scene, unit) is { Count: > 0 } measured && (ColumnWith(scene, measured, words.Min(), unit) ?? Continued(scene, number, measured)) is { } inUnit)
        {
            draft.Measured = true;
            HavingRule.TakeTarget(scene, draft, part, inUnit.Column, inUnit.Item, last);
        }
        else if (said is { Column: not null } held && Compared.IsHeldBy(scene, held.Item, number) && !(scene.Raw(unit) is "件" or "回" && scene.IsMark(number - 1)) && !Units.Differs(scene, unit, held.Column)) HavingRule.TakeTarget(scene, draft, part, held.Column, held.Item, last);
        else if (said is not { Column: not null } && Amounts.Metred(scene, number) is { } metred)
        {
            draft.Measured = true;
            part.Column = metred;
        }
        else if (said is not { Column: not null } && Paces.FlowOf(scene, number) is { } flow)
        {
            draft.Measured = true;
            part.Column = flow;
            // "5,000 cars a day"
            if (scene.IsUnknown(unit)) scene.Use(unit, part);
        }
        else if (Compared.ColumnOfCounter(scene, unit) is { } counter) HavingRule.TakeTarget(scene, draft, part, counter, unit, last);
        else if (Compared.IsCounted(scene, unit) || (after == number + 1 && Compared.IsCounted(scene, after))) HavingRule.Having(scene, part, Compared.IsCounted(scene, unit) ? unit : after);
        else if (scene.IsJapanese(unit) && scene.Is(unit, WordKind.Rows) && scene.Next(number, -1) is >= 0 and var rows && scene.IsEntity(rows) && scene.Raw(rows + 1) is "を" or "が" or "は")
        {
            // メダルを10個以上取った国
            HavingRule.Having(scene, part, unit);
            scene.Use(rows, part);
        }
        else if (HavingRule.RowsKept(scene, number, last) is >= 0 and var kept)
        {
            HavingRule.Having(scene, part, kept);
            if (unit < last) scene.Use(unit, part);
        }
        else if (Compared.Behind(scene, unit) is >= 0 and var figure) HavingRule.TakeTarget(scene, draft, part, scene.Measure(figure), figure, last);
        else if ((scene.Measure(unit) ?? Compared.FigureOf(scene, unit)) is { } named) HavingRule.TakeTarget(scene, draft, part, named, unit, last);
        else if (said is { } target && !(target.Column is { } other && Units.Differs(scene, unit, other))) HavingRule.TakeTarget(scene, draft, part, target.Column, target.Item, last);
        else if (Compared.NumericBeside(scene, words.Min()) is { } classes) HavingRule.TakeColumn(scene, part, classes, scene.Field(classes)!);
        else if (scene.Next(words.Min(), -1) is var beside && Compared.FigureOf(scene, beside) is { } called) HavingRule.TakeColumn(scene, part, beside, called);
        else if (scene.ConditionColumn is { } answered) HavingRule.TakeUnnamed(scene, draft, part, answered, last);
        else if (Before(scene, number) is { } same && !Units.Differs(scene, unit, same)) part.Column = same;
        else if (scene.Category(unit) is { Role: ColumnRole.Dimension, Type: not ColumnType.Boolean } things && !scene.Used(unit) && HavingRule.HasGroupBefore(scene, words.Min(), things)) HavingRule.HavingDistinct(scene, draft, part, unit, things);
        else if (HavingRule.CountsKind(scene, words.Min(), unit)) part.Aggregate = Aggregates.Count;
        else if (Compared.AgeOf(scene, number, unit) is { } age) part.Column = age;
        else if (scene.Measure(after) is { } behind && !Units.Differs(scene, unit, behind)) HavingRule.TakeColumn(scene, part, after, behind);
        else if (scene.Is(unit, WordKind.GrainNoun))
        {
            if (Compared.ColumnOfUnit(scene, unit) is not { } timed)
            {
                draft.Gaps.Add(new Gap(GapKind.Condition, number));
                return;
            }
            HavingRule.TakeColumn(scene, part, unit, timed);
        }
        else if (scene.Number(number)!.Percent && scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Measure, Unit: "%" }).ToList() is { Count: > 0 } shares)
        {
            // "over 30 %" is of a share, and of no number of voters.
            if (shares is not [var share] || draft.Share)
            {
                draft.Gaps.Add(new Gap(GapKind.Condition, number));
                return;
            }
            part.Column = share;
        }
        else if (!scene.Is(unit, WordKind.Rows) && !Units.IsUnit(scene, unit) && !Compared.CountsUnknown(scene, unit) && !scene.IsUnknown(scene.Next(words.Min(), -1)) && (Shown(scene) ?? DefaultMeasure.Of(scene.Lexicon)) is { } usual) HavingRule.TakeUnnamed(scene, draft, part, usual, last);
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
        if (part.Column is { } aged && Compared.IsAge(scene.Lexicon, aged)) Compared.UsePeople(scene, number, part);
        if (scene.Is(unit, WordKind.Rows) || Units.IsUnit(scene, unit) || (part.Aggregate is null && scene.IsEntity(unit) && scene.IsCounter(unit))) scene.Use(unit, part);
        // "how many birds weigh more than 4 kg"
        if (part.Column is { } heavy && Units.KindOf(heavy) is "mass" && scene.Raw(words.Min() - 1) is "weigh" or "weighs" or "weighing" or "weighed" && !scene.Used(words.Min() - 1)) scene.Use(words.Min() - 1, part);
        // "over 15 meters high"
        if (Units.IsUnit(scene, unit) && scene.Raw(unit + 1) is "high" or "tall" or "long" or "wide" or "deep" or "old" or "away" or "apart" or "thick") scene.Use(unit + 1, part);
        // "distance under 30 parsecs": what stands behind the number can only be its unit.
        if (part.Aggregate is null && (hint is not null || (said is { Column: not null } own && own.Column == part.Column && own.Item < number))) Units.UsePieces(scene, number, part);
    }

    /// <summary>Of the columns measured in the unit the one that is named, the only one, or the one whose other words are said ("60 min on departure").</summary>
    private static (Column Column, int Item)? ColumnWith(Scene scene, List<(Column Column, decimal Factor)> measured, int before, int unit)
    {
        if (Compared.Target(scene, before, unit) is { Column: { } named } target && (measured.Exists(m => m.Column == named) || Units.IsOfKind(named, scene, unit))) return (named, target.Item);
        if (Compared.Behind(scene, unit) is >= 0 and var behind) return (scene.Measure(behind)!, behind);
        if (Compared.Target(scene, before, unit) is { Column: not null } other && Compared.IsHeldBy(scene, other.Item, unit - 1)) return null;
        if (measured is [var only]) return (only.Column, unit);
        var said = measured.ToLookup(m => Qualifiers.SaidOf(scene, m.Column));
        if (said.Max(group => group.Key) is > 0 and var most && said[most].ToList() is [var told]) return (told.Column, unit);
        // Metres are held against what is in metres before what is in millimetres.
        return measured.FindAll(m => m.Factor == 1) is [var same] && !scene.Is(unit, WordKind.GrainNoun) ? (same.Column, unit) : null;
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

    private static FilterOp Opposite(FilterOp op) => op switch
    {
        FilterOp.Greater => FilterOp.LessOrEqual,
        FilterOp.GreaterOrEqual => FilterOp.Less,
        FilterOp.Less => FilterOp.GreaterOrEqual,
        FilterOp.LessOrEqual => FilterOp.Greater,
        FilterOp.Equal => FilterOp.NotEqual,
        _ => FilterOp.Equal,
    };

    internal static FilterOp OpOf(string sign) => sign switch
    {
        ">" => FilterOp.Greater,
        ">=" => FilterOp.GreaterOrEqual,
        "<" => FilterOp.Less,
        "<=" => FilterOp.LessOrEqual,
        "!=" => FilterOp.NotEqual,
        _ => FilterOp.Equal,
    };
}
