using Web.Semantics;

namespace Web.Language;

/// <content>Dates, steps of time and years.</content>
internal sealed partial class Neighbours
{
    private static readonly (string Said, string[] Units)[] Paces = [("daily", ["/日", "/day", "/d"]), ("weekly", ["/週", "/week", "/wk"]), ("monthly", ["/月", "/month", "/mo"])];

    /// <summary>"weekly study hours" of 学習時間(h/週): for how long each of them is, and no step of the axis.</summary>
    private bool IsPaceOf(int i) =>
        items[i].English && i + 1 < items.Count && Array.Find(Paces, pace => pace.Said == Written(items[i])) is { Units: { } units } && MayBe(i + 1, m => m is FieldMeaning { Column: { Role: ColumnRole.Measure, Unit: { } unit } } && Array.Exists(units, end => unit.EndsWith(end, StringComparison.OrdinalIgnoreCase)));

    /// <summary>文書の開始日: whose day it is, where the rows are called so.</summary>
    private bool IsOwnerOfDay(int i) =>
        !items[i].English && i + 2 < items.Count && Written(items[i + 1]) is "の" && MayBe(i + 2, m => m is FieldMeaning { Column.IsTemporal: true, Quality: >= 0.85 }) && !MayBe(i + 2, m => m is ValueMeaning)
        && items[i].Meanings.All(m => m is EntityMeaning || m is FieldMeaning { Own: false } named && (named.Column == lexicon.Identity || RowNames.IsName(named.Column)));

    /// <summary>"tickets closed per month" asks when they were closed, not for those that are closed now.</summary>
    private bool IsDated(int i) =>
        items[i].English && items[i].Meanings.Any(m => m is FieldMeaning { Weak: true, Column.IsTemporal: true }) && items[i].Meanings.Any(m => m is ValueMeaning)
        && (Has(i + 1, WordKind.By) && (Has(i + 2, WordKind.GrainNoun) || Has(i + 2, WordKind.Grain)) || IsPeriodBehind(i) || IsAskedWhen(i));

    /// <summary>"on what day of the week are most complaints closed", "the quarter in which it was closed": by which day is asked.</summary>
    private bool IsAskedWhen(int i) =>
        i > 0 && sheet.Tokens[items[i].End - 1].Raw.EndsWith("ed", StringComparison.Ordinal) && (i + 1 == items.Count || !MayBe(i + 1, m => m is EntityMeaning or FieldMeaning { Weak: false }))
        && Enumerable.Range(0, i).Any(k => (Has(k, WordKind.Grain) || Has(k, WordKind.GrainNoun)) && k > 0 && (Has(k - 1, WordKind.Which) || Written(items[k - 1]) is "the" or "what" or "which" or "onwhat" or "onwhich") && Enumerable.Range(k, i - k).Any(m => Written(items[m]) is "are" or "is" or "was" or "were" or "get" or "got"));

    /// <summary>"permits issued in 2025": that happened then.</summary>
    private bool IsPeriodBehind(int i) =>
        i > 0 && sheet.Tokens[items[i].First].Raw.EndsWith("ed", StringComparison.Ordinal) && (IsPeriod(i + 1) || (i + 2 < items.Count && Written(items[i + 1]) is "in" or "on" or "during" or "since" or "before" or "after" or "between" && IsPeriod(i + 2)));

    private bool IsPeriod(int i) => i < items.Count && items[i].Meanings.Any(m => m is PeriodMeaning);

    /// <summary>最も短い貸出日数は何日: how many, where days are what is measured.</summary>
    private bool IsHowLong(int i) =>
        i > 1 && Written(items[i]) is "日" or "分" or "年" or "時間" or "か月" && Written(items[i - 1]) is "何" && Has(i, WordKind.GrainNoun) && Enumerable.Range(0, i).Any(k => MayBe(k, m => m is FieldMeaning { Weak: false, Quality: >= 0.8, Column.Role: ColumnRole.Measure } figure && Units.IsDuration(figure.Column)));

    /// <summary>"by month of stay" beside a number of nights: the day of it.</summary>
    private bool IsDayOf(int i) =>
        i > 1 && items[i].English && Written(items[i - 1]) is "of" or "ofthe" && (Has(i - 2, WordKind.GrainNoun) || Has(i - 2, WordKind.Grain)) && Has(i - 3, WordKind.By) && MayBe(i, m => m is FieldMeaning { Column.IsTemporal: true });

    /// <summary>"the net zero date" of a net_zero_year: no step of time.</summary>
    private bool IsDateOf(int i) =>
        i > 0 && items[i].English && Written(items[i]) is "date" or "dates" && items[i - 1].English && MayBe(i - 1, m => m is FieldMeaning { Quality: >= 0.8, Column.Role: ColumnRole.Time });

    /// <summary>"how many people left", 退職者数 beside a date and a reason: what happened, and when, not why.</summary>
    private bool AreEvents(int i)
    {
        if (Divides(i) || items[i].Meanings.Count < 2) return false;
        List<FieldMeaning> fields = [.. items[i].Meanings.OfType<FieldMeaning>()];
        return fields.Count == items[i].Meanings.Count && fields.Count(f => f.Column.Role == ColumnRole.Time) == 1 && fields.TrueForAll(f => f is { Own: false, Quality: < 0.8 } && (f.Column.Role == ColumnRole.Time || IsReason(f.Column)));
    }

    private static bool IsReason(Column column) =>
        column is { Type: ColumnType.Text, Role: ColumnRole.Dimension } && ((column.SourceName ?? column.Name).EndsWith("理由", StringComparison.Ordinal) || ColumnForms.NamesOf(column).Any(name => name is [.., { Text: "reason" or "cause" }] or [.., { Raw: "原" }, { Raw: "因" }]));

    /// <summary>"between 300 and 2000": beside a plain number 2000 is no year.</summary>
    private bool IsOnlyNumber(int i) =>
        items[i].Meanings.Any(m => m is NumberMeaning) && items[i].Meanings.Any(m => m is PeriodMeaning) && (IsPlainNumber(i - 2) && Joins(i - 1) || IsPlainNumber(i + 2) && Joins(i + 1));

    /// <summary>"compare 2025 and 2026 revenue": beside a year, what may be one is one.</summary>
    private bool IsOnlyYear(int i) => MayBeYear(i) && !IsOnlyNumber(i) && (IsPair(i - 2) || IsPair(i));

    /// <summary>Two years with "and" between, behind no number's own column.</summary>
    private bool IsPair(int first) =>
        MayBeYear(first) && MayBeYear(first + 2) && Written(items[first + 1]) is "and" or "と" && !Has(first - 1, WordKind.Compare) && !MayBe(first - 1, m => m is FieldMeaning { Column.IsNumeric: true } or EntityMeaning);

    private bool MayBeYear(int i) => MayBe(i, m => m is PeriodMeaning) && MayBe(i, m => m is NumberMeaning { Value: >= 1990 and <= 2060 });

    private bool IsPlainNumber(int i) => i >= 0 && i < items.Count && items[i].Meanings.Any(m => m is NumberMeaning) && !items[i].Meanings.Any(m => m is PeriodMeaning);

    private bool Joins(int i) => Written(items[i]) is "and" or "to" or "-" or "~" or "から" or "と";

    /// <summary>四半期ごとの売上の推移 beside a column Quarter of Q1 to Q4: through time every quarter is another one.</summary>
    private bool IsStepOfTrend(int i) =>
        lexicon.HasDates && Has(i, WordKind.GrainNoun) && MayBe(i, m => m is FieldMeaning { Own: true, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text, Values.Count: <= 12 } }) && items.Any(item => item.Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.Trend }));
}
