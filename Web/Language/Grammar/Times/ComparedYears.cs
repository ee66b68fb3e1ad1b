using Web.Semantics;

namespace Web.Language;

/// <summary>Years held against each other: side by side, each in its own line through the months, or each against the one before.</summary>
internal static class ComparedYears
{
    public static void Apply(Scene scene, Draft draft)
    {
        AgainstTheOneBefore(draft);
        if (!(draft.Contrast || draft.Versus || draft.Stack == Stack.None || Enumerable.Range(0, scene.Count).Any(i => scene.Raw(i) is "並べて" or "並べた" or "並べ") && !Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Order, WordKind.SortAfter) || scene.Raw(i).Contains('順', StringComparison.Ordinal))) || draft.Groups.Count > 1 || draft.Compare is not null) return;
        var periods = draft.Filters.Where(f => f is { Phrase: { Part: null } }).ToList();
        if (periods.Count < 2 || periods.Any(p => p.Column != periods[0].Column) || Steps.LengthOf(periods.ConvertAll(p => p.Phrase!.Days), scene.FiscalYearStart) is not { } step) return;
        if (!draft.Groups.Exists(g => g.Column.Role == ColumnRole.Time)) SideBySide(draft, periods[0].Column!, step);
        else if (step == Grain.Year && draft.Groups is [{ Column.IsTemporal: true } run] && run.Column == periods[0].Column) EachThroughItsMonths(draft, run);
    }

    /// <summary>"compare 2023 and 2024 by region": the years side by side in each region.</summary>
    private static void SideBySide(Draft draft, Column time, Grain step)
    {
        if (!time.IsTemporal && step != Grain.Year) return;
        draft.Groups.Add(new GroupPart { Column = time, Grain = time.IsTemporal ? step : null, Role = draft.Groups.Count > 0 ? DimensionRole.Series : null, Assumed = true });
    }

    /// <summary>2024年と2025年を月別に比べたい: January beside January.</summary>
    private static void EachThroughItsMonths(Draft draft, GroupPart run)
    {
        if (run.Grain is not (Grain.Month or Grain.Quarter) || draft.Measures.Count > 1 || draft.Filters.Exists(f => f is { Op: FilterOp.In, Column.Type: ColumnType.Text })) return;
        run.Grain = run.Grain == Grain.Month ? Grain.MonthOfYear : Grain.QuarterOfYear;
        if (draft.Stack is null) draft.Chart ??= ChartType.Line;
        draft.Groups.Add(new GroupPart { Column = run.Column, Grain = Grain.Year, Role = DimensionRole.Series, Assumed = true });
    }

    /// <summary>年度ごとの予算の前年比, where the years are numbers and have no time to be moved by.</summary>
    private static void AgainstTheOneBefore(Draft draft)
    {
        if (draft is not { Compare.To: CompareTo.PreviousYear, Transform: null or Transform.Change } || !draft.Groups.Exists(g => YearColumn.IsOfTable(g.Column)) || draft.Filters.Exists(f => f.Phrase is { Part: null })) return;
        (draft.Compare, draft.Transform) = (null, Transform.ChangePercent);
    }
}
