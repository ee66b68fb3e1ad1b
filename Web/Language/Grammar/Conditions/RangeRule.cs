using Web.Semantics;

namespace Web.Language;

/// <summary>between 5 and 10, 20歳から30歳, 200以上300以下, 30代: two bounds of one column.</summary>
internal static class RangeRule
{
    /// <summary>200以上300以下: two bounds of one column are a range.</summary>
    public static void Join(Draft draft)
    {
        foreach (var low in draft.Filters.Where(f => f is { Op: FilterOp.GreaterOrEqual, Value: decimal, Aggregate: null }).ToList())
        {
            if (draft.Filters.Find(f => f is { Op: FilterOp.LessOrEqual, Value: decimal, Aggregate: null } && f.Column == low.Column) is not { } high || (decimal)low.Value! > (decimal)high.Value!) continue;
            (low.Op, low.Value, high.Joined) = (FilterOp.Between, new[] { (decimal)low.Value!, (decimal)high.Value! }, low);
            draft.Filters.Remove(high);
        }
    }

    /// <summary>30代: ages from 30 to 39.</summary>
    public static void ReadDecade(Scene scene, Draft draft, int i, int number)
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

    public static void ReadBetween(Scene scene, Draft draft, int i)
    {
        var low = CompareRule.NumberAfter(scene, i);
        var high = low < 0 ? -1 : scene.Next(low);
        if (high >= 0 && (scene.IsJoin(high) || scene.Raw(high) is "-" or "to")) high = scene.Next(high);
        if (high >= 0 && scene.Number(high) is null) high = CompareRule.NumberAfter(scene, low);
        if (low < 0 || high < 0 || scene.Number(high) is null) return;
        for (var k = low + 1; k < high; k++) scene.Use(k);
        AddRange(scene, draft, i, low, high);
    }

    /// <summary>20歳から30歳, 5 to 10, after a measure.</summary>
    public static void ReadRanges(Scene scene, Draft draft)
    {
        for (var i = 0; i + 2 < scene.Count; i++)
        {
            if (scene.Used(i) || scene.Number(i) is null) continue;
            var second = -1;
            for (var k = i + 1; k < scene.Count && k <= i + 4 && second < 0; k++)
            {
                if (scene.Number(k) is not null && k > i + 1) second = k;
                else if (!scene.IsSmall(k) && scene.Raw(k) is not ("-" or "~" or "to" or "upto" or "から") && scene.Measure(k) is null && !scene.Is(k, WordKind.Rows) && !Units.IsUnit(scene, k)) break;
            }
            var joined = second > 0 && Enumerable.Range(i + 1, second - i - 1).Any(k => scene.Raw(k) is "-" or "~" or "to" or "upto" or "から");
            if (!joined || (Compared.Target(scene, i, second) is null && Compared.NumericField(scene, scene.Next(i, -1)) is null && Units.ColumnsAt(scene, second + 1).Count != 1 && Compared.AgeOf(scene, i, second + 1) is null && !(scene.Number(second)!.IsMoney && Compared.MoneyColumn(scene, null) is not null))) continue;
            AddRange(scene, draft, i, i, second);
        }
    }

    private static void AddRange(Scene scene, Draft draft, int word, int low, int high)
    {
        var target = YearsOf(scene, word, low, high) ?? Compared.Target(scene, word, high) ?? (scene.Measure(low + 1) is { } unit ? (unit, low + 1) : null);
        if (target is null or { Column: null } && scene.Measure(high + 1) is { } behind) target = (behind, high + 1);
        if (target is null or { Column: null } && scene.Number(high)!.IsMoney && Compared.MoneyColumn(scene, null) is { } paid) target = (paid.Column, paid.Item < 0 ? high : paid.Item);
        if (target is null && Units.ColumnsAt(scene, high + 1) is [var measured]) target = (measured.Column, high + 1);
        if (target is null && scene.Next(Math.Min(word, low), -1) is var beside && Compared.NumericField(scene, beside) is { } classes) target = (classes, beside);
        if (target is null && Compared.AgeOf(scene, low, high + 1) is { } age) target = (age, low);
        if (target is null && scene.Next(Math.Min(word, low), -1) is var before && Compared.FigureOf(scene, before) is { } called) target = (called, before);
        if (target is null && (scene.ConditionColumn ?? (scene.IsUnknown(scene.Next(Math.Min(word, low), -1)) ? null : DefaultMeasure.Of(scene.Lexicon))) is { } usual) target = (usual, low);
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
        var denied = scene.IsJapanese(word) ? -1 : scene.Next(Math.Min(word, low), -1);
        var part = new FilterPart { Column = column, Op = FilterOp.Between, Value = bounds };
        draft.Filters.Add(part);
        if (scene.Is(denied, WordKind.Not) && !scene.Used(denied))
        {
            // "not between 20 and 50": below or above
            (part.Op, part.Value, part.Or) = (FilterOp.Less, bounds[0], new FilterPart { Column = column, Op = FilterOp.Greater, Value = bounds[1] });
            draft.Filters.Add(part.Or);
            scene.Use(denied, part);
        }
        for (var k = Math.Min(word, low); k <= high; k++) scene.Use(k, part);
        scene.Use(found.Item, part);
        if (scene.Is(high + 1, WordKind.Rows) || Units.IsUnit(scene, high + 1) || scene.Measure(high + 1) == column) scene.Use(high + 1, part);
    }

    /// <summary>"opened between 1850 and 1900" of an opening_year.</summary>
    private static (Column? Column, int Item)? YearsOf(Scene scene, int word, int low, int high)
    {
        var deed = scene.Next(Math.Min(word, low), -1);
        return scene.AnyField(deed) is { Role: ColumnRole.Time, IsNumeric: true } years && IsYear(scene.Number(low)!) && IsYear(scene.Number(high)!) ? (years, deed) : null;
    }

    private static bool IsYear(NumberMeaning number) => number is { Percent: false, IsMoney: false, Value: >= 1000 and <= 2200 } && decimal.IsInteger(number.Value);

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
}
