using Web.Semantics;

namespace Web.Language;

/// <summary>Periods become filters on the time that stands beside them, or on the default time once all filters are known.</summary>
internal static class PeriodRule
{
    public static void Apply(Scene scene, Draft draft)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Period(i) is not { } phrase || scene.Used(i)) continue;
            if (phrase.Part == Grain.HourOfDay && scene.Lexicon.HourColumn is { } hours)
            {
                draft.Filters.Add(OfHours(hours, phrase));
                scene.Use(i, draft.Filters[^1]);
                continue;
            }
            var part = new FilterPart { Op = FilterOp.InPeriod, Phrase = phrase, Grain = phrase.Part };
            foreach (var k in new[] { scene.Next(i, -1), scene.Next(i) })
            {
                if (part.Column is not null || scene.Time(k) is not { } time || IsGroup(scene, k)) continue;
                // "2023 season"
                var numbered = k == i + 1 && !time.IsTemporal && !scene.Is(k + 1, WordKind.By);
                if (!numbered && k > i && !scene.IsJapanese(k) && !scene.IsJapanese(k + 1) && scene.AnyField(k) is not null && scene[k] is FieldMeaning { Weak: false }) continue;
                part.Column = time;
                if (!IsGroup(scene, k)) scene.Use(k, part);
                if (numbered) Opened(scene, part, k + 1);
            }
            if (part is { Column: null, Grain: null } && scene.Raw(i + 1) is "of" or "ofthe" && scene[i + 2] is FieldMeaning { Own: true, Weak: false, Column.IsTemporal: true } spoken)
            {
                // "over the past 90 days of Ordered On"
                part.Column = spoken.Column;
                scene.Use(i + 1, part);
                scene.Use(i + 2, part);
            }
            if (part is { Column: null, Grain: null } && Makings.Beside(scene, i) is { } made)
            {
                part.Column = made.Column;
                foreach (var word in made.Words) scene.Use(word, part);
            }
            if (part is { Column: null, Grain: null } && YearBefore(scene, i) is >= 0 and var named)
            {
                part.Column = scene.Field(named);
                scene.Use(named, part);
            }
            // 令和8年度 of 入試年度, though the days of application are kept too.
            if (part is { Column: null, Grain: null } && draft.TimeHint is null && scene.Raw(i).Contains("年度", StringComparison.Ordinal) && IsFiscal(phrase.Days)) part.Column = YearColumn.For(scene.Contract, Grain.FiscalYear);
            if (Denial(scene, i) is >= 0 and var denied)
            {
                if (Rest(phrase) is { } rest) (part.Phrase, part.Grain) = (rest, rest.Part);
                else if (NumberedYear(scene, draft, part, phrase) is { } year) part = new FilterPart { Column = year, Op = FilterOp.NotEqual, Value = (decimal)phrase.Days.From!.Value.Year };
                else if (scene.Used(denied)) draft.Gaps.Add(new Gap(GapKind.Condition, i));
                if (part.Phrase != phrase) scene.Use(denied, part);
                // "leave the year 2021 out"
                if (part.Phrase is null && scene.Is(i - 1, WordKind.GrainNoun) && !scene.Used(i - 1)) scene.Use(i - 1, part);
            }
            if (StartsBefore(scene, i, phrase) is { } start) (part.Column, part.Phrase) = (start, phrase.Begun);
            draft.Filters.Add(part);
            scene.Use(i, part);
            // 今月分だけ, 今年の分
            var share = scene.Raw(i + 1) is "の" ? i + 2 : i + 1;
            if (scene.IsJapanese(i) && scene.Raw(share) is "分" && !scene.Used(share)) scene.Use(share, part);
            AgainstLast(scene, draft, i, phrase);
            // 夜20時以降
            if (part.Grain == Grain.HourOfDay && scene.IsUnknown(i - 1) && scene.Raw(i - 1) is "朝" or "夜" or "昼" or "夕方" or "深夜" or "早朝" or "晩" or "夕") scene.Use(i - 1, part);
        }
        Restated(scene, draft);
        Together(draft);
    }

    /// <summary>2023シーズン以降, 2023年度入学まで: the numbered season, and all after or before it.</summary>
    private static void Opened(Scene scene, FilterPart part, int i)
    {
        if (part.Phrase is not { Part: null } phrase) return;
        var open = scene.Raw(i) switch { "以降" or "以後" or "から" => new Kernel.Period(phrase.Days.From, null), "以前" or "まで" => new Kernel.Period(null, phrase.Days.To), _ => default };
        if (open is { From: null, To: null }) return;
        part.Phrase = new TimePhrase(null, open);
        scene.Use(i, part);
    }

    /// <summary>"bookings starting in July" of a start_date: the rows say when they start.</summary>
    private static Column? StartsBefore(Scene scene, int i, TimePhrase phrase)
    {
        if (phrase.Begun is null || !(scene.IsEntity(i - 1) || scene.Category(i - 1) is { Role: ColumnRole.Identity })) return null;
        return scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, IsTemporal: true } && ColumnForms.NamesOf(c).Any(name => name.Any(t => t.Text is "start" or "begin" or "commenc" or "commence"))).ToList() is [var only] ? only : null;
    }

    /// <summary>"this year vs last": the step before is held against it.</summary>
    private static void AgainstLast(Scene scene, Draft draft, int i, TimePhrase phrase)
    {
        if (draft.Compare is not null || phrase.Word?.StartsWith("this_", StringComparison.Ordinal) != true || !scene.Is(scene.Next(i), WordKind.Versus)) return;
        var last = scene.Next(scene.Next(i));
        if (last < 0 || scene.Used(last) || scene.Raw(last) is not ("last" or "previous" or "prior" or "thelast" or "theprevious" or "before" or "theprior")) return;
        draft.Compare = new Comparison(phrase.Word.EndsWith("year", StringComparison.Ordinal) ? CompareTo.PreviousYear : CompareTo.PreviousPeriod);
        scene.Use(last, new Setting("/compare"));
        scene.Use(scene.Next(i), new Setting("/compare"));
    }

    /// <summary>日曜日以外, "except weekends": the word that denies the time at <paramref name="i"/>, or -1.</summary>
    private static int Denial(Scene scene, int i)
    {
        if (scene.Is(scene.Next(i), WordKind.NotAfter) && scene.IsJapanese(i)) return scene.Next(i);
        if (!scene.IsJapanese(i) && scene.Next(i, -1) is >= 0 and var before && scene.Is(before, WordKind.Not) && !scene.Used(before)) return before;
        // "not built in 1985"
        if (!scene.IsJapanese(i) && scene.Next(i, -1) is >= 0 and var deed && (scene.LastToken(deed).Raw.EndsWith("ed", StringComparison.Ordinal) || scene.LastToken(deed).Raw is "built" or "made" or "sold" or "born") && scene.Next(deed, -1) is >= 0 and var undone && undone >= deed - 2 && scene.Is(undone, WordKind.Not) && !scene.Used(undone)) return undone;
        // "leave 2021 out"
        return LeftOut.Around(scene, i, i) is [var half, ..] && scene.PartOf(half) is null ? half : -1;
    }

    /// <summary>"except 2021" beside a column of years: the column.</summary>
    private static Column? NumberedYear(Scene scene, Draft draft, FilterPart part, TimePhrase phrase) =>
        phrase is { Part: null, Days: { From: { Month: 1, Day: 1 } from, To: { Month: 12, Day: 31 } to } } && from.Year == to.Year && (part.Column ?? PeriodRule.DefaultTime(scene.Contract, draft)) is { IsTemporal: false, IsNumeric: true } years ? years : null;

    /// <summary>The other days, months or hours; what is not before is since.</summary>
    private static TimePhrase? Rest(TimePhrase phrase)
    {
        if (phrase is { Part: { } part, Values: { } values })
        {
            var (first, count) = part switch { Grain.Weekday => (1, 7), Grain.MonthOfYear => (1, 12), Grain.HourOfDay => (0, 24), _ => (0, 0) };
            int[] others = [.. Enumerable.Range(first, count).Except(values)];
            return others.Length == 0 ? null : phrase with { Values = others };
        }
        // 3月以外: the other months of every year
        if (phrase is { Assumed: true, Word: null, Days: { From: { Day: 1 } begun, To: { } ended } } && ended == begun.AddMonths(1).AddDays(-1)) return new TimePhrase(null, phrase.Days, Part: Grain.MonthOfYear, Values: [.. Enumerable.Range(1, 12).Where(month => month != begun.Month)]);
        return phrase switch
        {
            { Word: null, Days: { From: null, To: { } to } } => phrase with { Days = new Kernel.Period(to.AddDays(1), null) },
            { Word: null, Days: { From: { } from, To: null } } => phrase with { Days = new Kernel.Period(null, from.AddDays(-1)) },
            _ => null,
        };
    }

    private static bool IsFiscal(Kernel.Period days) => days is { From: { Day: 1, Month: > 1 } from, To: { } to } && to.AddDays(1) is { Day: 1 } after && after.Month == from.Month;

    /// <summary>Hours of the day where a column of numbers holds them.</summary>
    private static FilterPart OfHours(Column hours, TimePhrase phrase)
    {
        decimal[] values = [.. phrase.Values!.Select(v => (decimal)v)];
        var run = values[^1] - values[0] == values.Length - 1;
        return new FilterPart { Column = hours, Op = run ? FilterOp.Between : FilterOp.In, Value = run ? [values[0], values[^1]] : values };
    }

    private static readonly HashSet<string> YearNouns = [.. Tokens.Of("year yr brewed built founded established released born opened launched").Select(t => t.Text)];

    /// <summary>創業年が2000年より前, "first brewed before 2000": a number that is a year, though the data take it for a figure.</summary>
    private static int YearBefore(Scene scene, int i)
    {
        var k = scene.Next(i, -1);
        if (scene.Measure(k) is not { Type: ColumnType.Integer } column || scene.Used(k) || k < i - 2 || scene.Is(scene.Next(k, -1), WordKind.Aggregate)) return -1;
        return ColumnForms.NamesOf(column).Any(name => name.Any(t => YearNouns.Contains(t.Text) || t.Raw is "年")) ? k : -1;
    }

    /// <summary>前年度(2025年4月から2026年3月), 2026年上半期（1月〜6月）: days that were said already, in other words.</summary>
    private static void Restated(Scene scene, Draft draft)
    {
        List<FilterPart> periods = [.. draft.Filters.Where(f => f.Phrase is { Part: null, Days: { From: not null, To: not null } })];
        foreach (var (said, again) in periods.Zip(periods.Skip(1)))
        {
            if (said.Column is not null && again.Column is not null && said.Column != again.Column || !IsSame(said.Phrase!.Days, again.Phrase!) || !IsExplained(scene, said, again)) continue;
            again.Joined = said;
            said.Column ??= again.Column;
            draft.Filters.Remove(again);
        }
    }

    /// <summary>In brackets, or behind つまり and "that is".</summary>
    private static bool IsExplained(Scene scene, FilterPart said, FilterPart again)
    {
        int Place(FilterPart part) => Enumerable.Range(0, scene.Count).FirstOrDefault(i => scene.PartOf(i) == part && scene.Period(i) is not null, -1);
        var (from, to) = (Place(said), Place(again));
        return from >= 0 && to > from && Enumerable.Range(from + 1, to - from - 1).Any(k => scene.Raw(k) is "(" or "つまり" or "すなわち" or "ie" or "i.e" or "thatis" or "namely" or "meaning");
    }

    private static bool IsSame(Kernel.Period days, TimePhrase again) =>
        days == again.Days || again.Assumed && days.From!.Value.Year - again.Days.From!.Value.Year is var years && again.Days.From.Value.AddYears(years) == days.From && again.Days.To!.Value.AddYears(years) == days.To;

    /// <summary>昨年の夏（7月〜8月）: months whose year stands elsewhere in the sentence are months of that year.</summary>
    private static void Together(Draft draft)
    {
        foreach (var months in draft.Filters.Where(f => f.Phrase is { Assumed: true, Part: null, Days: { From: not null, To: not null } }).ToList())
        {
            var days = months.Phrase!.Days;
            foreach (var year in draft.Filters.Where(f => f != months && f.Phrase is { Assumed: false, Part: null, Days: { From: not null, To: not null } } && (f.Column is null || f.Column == months.Column)).ToList())
            {
                var (from, to) = (year.Phrase!.Days.From!.Value, year.Phrase.Days.To!.Value);
                if (from.AddYears(1).AddDays(-1) != to) continue;
                var fitting = new[] { from.Year, to.Year }.Select(y => y - days.From!.Value.Year).Select(by => new Kernel.Period(days.From!.Value.AddYears(by), days.To!.Value.AddYears(by))).FirstOrDefault(p => p.From >= from && p.To <= to);
                if (fitting.From is null) continue;
                months.Phrase = new TimePhrase(null, fitting);
                year.Joined = months;
                draft.Filters.Remove(year);
                break;
            }
        }
    }

    private static bool IsGroup(Scene scene, int k) =>
        scene.Is(scene.Next(k, -1), WordKind.By) || scene.Is(k + 1, WordKind.ByAfter) || scene.Is(k + 1, WordKind.Grain);

    /// <summary>The time column meant when none is said: a hint ("created"), the contract's choice for its filters, its default, its only one.</summary>
    public static Column? DefaultTime(DatasetContract contract, Draft draft)
    {
        if (draft.TimeHint is { } hint) return hint;
        if (draft.Groups.FirstOrDefault(g => g.Column.Role == ColumnRole.Time) is { } grouped) return grouped.Column;
        if ((OfFlag(contract, draft) ?? OfFigure(contract, draft)) is { } happened) return happened;
        return DefaultTime(contract, [.. draft.Filters.Where(f => f.Column is not null).Select(f => (f.Column!.Name, f.Op, f.Value))])
            ?? draft.Filters.FirstOrDefault(f => f.Column?.Role == ColumnRole.Time)?.Column;
    }

    /// <summary>"churned customers per month", where there is a churn date beside the flag: when it happened.</summary>
    private static Column? OfFlag(DatasetContract contract, Draft draft)
    {
        if (draft.Filters.Find(f => f is { Column.Type: ColumnType.Boolean, Value: true, Op: FilterOp.Equal })?.Column is not { } flag) return null;
        var said = Words(flag).ToHashSet(StringComparer.Ordinal);
        return contract.Columns.FirstOrDefault(c => c is { Hidden: false, Related: null, IsTemporal: true } && Words(c).Any(said.Contains));
    }

    /// <summary>"tonnes harvested by year" of harvest_tonnes, beside planting_date and harvest_date: the only day that is called as the figure is.</summary>
    private static Column? OfFigure(DatasetContract contract, Draft draft)
    {
        if (draft.Measures is not [{ Column: { } figure }]) return null;
        if (Provisional.WordOf(figure.SourceName ?? figure.Name) is not null) return null;
        List<string> said = [.. Words(figure)];
        return contract.Columns.Where(c => c is { Hidden: false, Related: null, IsTemporal: true } && Words(c).Any(word => said.Exists(other => IsOneWord(word, other)))).ToList() is [var only] ? only : null;
    }

    /// <summary>delivery and delivered</summary>
    private static bool IsOneWord(string one, string other) => one == other || (one.Length > 5 && other.Length > 5 && one[0] < 0x2E80 && one.AsSpan(0, 6).SequenceEqual(other.AsSpan(0, 6)));

    private static IEnumerable<string> Words(Column column) => ColumnForms.NamesOf(column).SelectMany(name => name).Where(t => t.Raw.Length > 3 && t.Text is not ("date" or "time" or "flag" or "total" or "amount" or "number" or "last" or "first" or "next" or "start" or "begin" or "gross" or "year" or "month" or "week")).Select(t => t.Text);

    public static Column? DefaultTime(DatasetContract contract, IReadOnlyList<(string Field, FilterOp Op, object? Value)> filters)
    {
        foreach (var choice in contract.TimeChoices)
        {
            foreach (var (field, op, value) in filters)
            {
                if (field != choice.Field || op is not (FilterOp.Equal or FilterOp.In)) continue;
                IEnumerable<string> values = value is string one ? [one] : value as string[] ?? [];
                if (values.Any() && values.All(v => choice.Values.Contains(v, StringComparer.Ordinal))) return contract.Find(choice.Time);
            }
        }
        if (contract.DefaultTime is { } usual) return contract.Find(usual);
        Column? first = null;
        foreach (var column in contract.Columns)
        {
            if (column is { Hidden: false, Related: null, Role: ColumnRole.Time }) first ??= column;
        }
        return first;
    }

    /// <summary>A period on a column of years is a comparison of numbers.</summary>
    public static IEnumerable<ChartFilter> FiltersOf(FilterPart part, Column column)
    {
        var phrase = part.Phrase!;
        if (phrase.Part is { } grain)
        {
            yield return phrase.Values!.Count == 1
                ? ChartFilter.On(column.Name, FilterOp.Equal, phrase.Values[0], grain)
                : ChartFilter.On(column.Name, FilterOp.In, phrase.Values, grain);
        }
        else if (column.IsTemporal) yield return ChartFilter.On(column.Name, FilterOp.InPeriod, phrase.FilterValue);
        else
        {
            var late = MonthsLate(phrase.Days);
            var (from, to) = (phrase.Days.From?.AddMonths(-late).Year, phrase.Days.To?.AddMonths(-late).Year);
            if (from == to) yield return ChartFilter.On(column.Name, FilterOp.Equal, from);
            else if (from is not null && to is not null) yield return ChartFilter.On(column.Name, FilterOp.Between, new[] { from.Value, to.Value });
            else if (from is not null) yield return ChartFilter.On(column.Name, FilterOp.GreaterOrEqual, from);
            else if (to is not null) yield return ChartFilter.On(column.Name, FilterOp.LessOrEqual, to);
        }
    }

    /// <summary>A fiscal year has the number of the year that it begins in: how many months after January the years of the period begin.</summary>
    private static int MonthsLate(Kernel.Period days)
    {
        var (first, after) = (days.From, days.To?.AddDays(1));
        if (first is { } from && after is { } end) return from.Day == 1 && end.Day == 1 && from.Month == end.Month ? from.Month - 1 : 0;
        return (first ?? after) is { Day: 1 } edge ? edge.Month - 1 : 0;
    }
}
