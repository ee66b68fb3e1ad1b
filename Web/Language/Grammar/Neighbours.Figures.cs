using Web.Semantics;

namespace Web.Language;

/// <content>Figures, rates and counts.</content>
internal sealed partial class Neighbours
{
    private static readonly HashSet<string> Uses = new(StringComparer.Ordinal) { "consumption", "usage", "use", "使用量", "消費量", "利用量" };

    /// <summary>"gas consumption", ガス使用量 beside another figure that is one too: how much of what stands before it.</summary>
    private bool IsUseOf(int i) =>
        i > 0 && Uses.Contains(Written(items[i])) && (items[i].English || sheet.Tokens[items[i].First].Glued) && !MayBe(i, m => m is FieldMeaning { Own: true }) && MayBe(i - 1, m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Measure });

    /// <summary>"cancellation rate", "default rate": behind a state it is the share of those, whatever else is called a rate.</summary>
    private bool IsRateOf(int i) =>
        i > 0 && Has(i, WordKind.Rate) && items[i].Meanings.Count > 1 && !items[i].Meanings.Any(m => m is FieldMeaning { Own: true }) && items[i - 1].Meanings.Any(m => m is ValueMeaning or FieldMeaning { Column.Type: ColumnType.Boolean, Weak: false });

    /// <summary>融資残高 beside 融資額 and 残高, "road surface" beside road_type and surface: the rows' own noun, or what is a part of another division's name, says only of what.</summary>
    private bool IsBeforeHead(int i)
    {
        if (i + 1 >= items.Count || items[i].English != items[i + 1].English || items[i + 1].Meanings.OfType<FieldMeaning>().FirstOrDefault(f => f is { Own: true, Weak: false }) is not { Column: var head }) return false;
        if (!items[i].English && !sheet.Tokens[items[i + 1].First].Glued || items[i].English && Written(items[i]) is [.., 's'] || Has(i - 1, WordKind.By)) return false;
        var divides = head is { Role: ColumnRole.Dimension, Type: ColumnType.Text };
        return (divides || MayBe(i, m => m is EntityMeaning { Quality: >= 0.8 })) && items[i].Meanings.All(m => m is EntityMeaning || m is FieldMeaning { Own: false, Weak: false } part && part.Column != head && (part.Column.Role == head.Role || part.Column.Role == ColumnRole.Identity) && (!divides || part.Quality < 0.8)) && MayBe(i, m => m is FieldMeaning);
    }

    /// <summary>石炭比率, "renewables share" of a column that is kept in per cent: it is no share of anything else.</summary>
    private bool IsShareOfItself(int i) =>
        i > 0 && Has(i, WordKind.Share) && items[i - 1].English == items[i].English && IsRateColumn(i - 1) || i > 1 && Has(i, WordKind.Share) && Written(items[i - 1]) is "の" && IsRateColumn(i - 2);

    private bool IsRateColumn(int i) => MayBe(i, m => m is FieldMeaning) && items[i].Meanings.OfType<FieldMeaning>().All(f => f is { Weak: false, Column: { Role: ColumnRole.Measure, Unit: "%" } });

    /// <summary>"how long does each treatment take": no money is taken.</summary>
    private bool IsTimeTaken(int i) =>
        Written(items[i]) is "take" or "takes" or "took" or "taken" && Enumerable.Range(0, Math.Max(0, i - 1)).Any(k => Written(items[k]) is "how" or "howlong" && (Written(items[k]) is "howlong" || Written(items[k + 1]) is "long"));

    /// <summary>ポイント獲得数: what was done with it, and how much of it; no rows are counted.</summary>
    private bool IsTakenCount(int i) =>
        i > 1 && Has(i, WordKind.CountAfter) && Written(items[i]) is "数" && sheet.Tokens[items[i].First].Glued && sheet.Tokens[items[i - 1].First].Glued && items[i - 1].Meanings.All(m => m is UnknownMeaning)
        && items[i - 2].Meanings.OfType<FieldMeaning>().FirstOrDefault() is { Quality: >= 0.9, Column: { Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum } };

    /// <summary>ホテル代, 交通費 of a kind Hotels: what was paid for it.</summary>
    private bool IsCostOf(int i) =>
        i > 0 && !items[i].English && Written(items[i]) is "代" or "費" or "料" or "代金" or "費用" or "料金" && sheet.Tokens[items[i].First].Glued && items[i - 1].Meanings.Count > 0 && items[i - 1].Meanings.All(m => m is ValueMeaning) && DefaultMeasure.OnlyMoney(lexicon.Contract) is not null;

    /// <summary>値引額, 返金金額: behind a figure of money it is that figure.</summary>
    private bool IsMoneyBehind(int i) =>
        i > 0 && !items[i].English && Written(items[i]) is "額" or "金額" && sheet.Tokens[items[i].First].Glued && items[i - 1].Meanings.OfType<FieldMeaning>().FirstOrDefault() is { Quality: >= 0.9, Weak: false, Column: { Role: ColumnRole.Measure } money } && DefaultMeasure.IsMoney(money);

    /// <summary>"monthly pay" of 月給: how it is paid, not a step of time.</summary>
    private bool IsOfPay(int i) =>
        items[i].English && Has(i, WordKind.Grain) && i + 1 < items.Count && items[i + 1].Meanings.OfType<FieldMeaning>().FirstOrDefault(f => f is { Weak: false, Column.Role: ColumnRole.Measure }) is { Column: { SourceName: { } title } }
        && Array.Exists(Pays, pay => pay.Said == Written(items[i]) && pay.Titles.Any(part => title.Contains(part, StringComparison.OrdinalIgnoreCase)));

    private static readonly (string Said, string[] Titles)[] Pays =
        [("monthly", ["月給", "月額", "月収", "月謝", "monthly"]), ("yearly", ["年収", "年俸", "年額", "年会費", "annual", "yearly"]), ("annual", ["年収", "年俸", "年額", "年間", "年会費", "annual", "yearly"]), ("daily", ["日給", "日額", "日当", "daily"]), ("hourly", ["時給", "hourly"]), ("weekly", ["週給", "weekly"])];

    /// <summary>平均成長率, "growth rate by country" of a column "GDP Growth %": what is kept is not reckoned, unless another figure's is asked for.</summary>
    private bool IsKeptChange(int i) =>
        Has(i, WordKind.Change) && MayBe(i, m => m is FieldMeaning { Weak: false, Column: { Role: ColumnRole.Measure, Unit: "%" } }) && !items.Where((_, k) => k != i).Any(item => item.Meanings.Any(m => m is FieldMeaning { Weak: false, Column.Role: ColumnRole.Measure } or EntityMeaning { Quality: >= 0.8 } or WordMeaning { Word.Kind: WordKind.DefaultMeasure or WordKind.Count or WordKind.CountAfter }));

    /// <summary>"species count per habitat": how many of what stands before it, where other words divide.</summary>
    private bool IsCountOf(int i) =>
        i > 0 && items[i].English && Written(items[i]) is "count" && Has(i, WordKind.CountAfter) && items[i - 1].Meanings.OfType<FieldMeaning>().FirstOrDefault() is { Weak: false, Quality: >= 0.9, Column: { Role: ColumnRole.Measure, DefaultAggregate: Aggregates.Sum } number } && (ColumnForms.Counts(number) || number.Unit is null && ColumnForms.NamesOf(number).Any(name => name.Count == 1 && name[0] is { Raw: [.., 's'] } many && many.Raw != many.Text) && !DefaultMeasure.IsMoney(number)) ||
        i > 0 && items[i].English && Written(items[i]) is "count" && Has(i, WordKind.CountAfter) && Has(i + 1, WordKind.By) && !Has(i - 1, WordKind.Filler)
        && items[i - 1].Meanings.Any(m => m is FieldMeaning { Own: true, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } });

    /// <summary>"amount requested vs amount awarded", requestedとawardedの関係: a figure's very name, set against another figure, is no state of the rows.</summary>
    private bool IsFigure(int i) =>
        MayBe(i, m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Measure }) && MayBe(i, m => m is ValueMeaning)
        && (Has(i - 1, WordKind.DefaultMeasure) || Has(i + 1, WordKind.DefaultMeasure) || IsSetAgainst(i, 1) || IsSetAgainst(i, -1));

    /// <summary>A figure stands on the other side of "vs", or of "and" where two things are related.</summary>
    private bool IsSetAgainst(int i, int step)
    {
        var k = i + step;
        var related = items.Any(item => item.Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.Relation }));
        while (Has(k, WordKind.DefaultMeasure) || Has(k, WordKind.Filler)) k += step;
        if (!Has(k, WordKind.Versus) && !(related && Has(k, WordKind.And))) return false;
        do k += step; while (Has(k, WordKind.DefaultMeasure) || Has(k, WordKind.Filler) || Has(k, WordKind.Aggregate));
        return MayBe(k, m => m is FieldMeaning { Weak: false, Column.Role: ColumnRole.Measure });
    }

    /// <summary>"highest flow at each station" of a flow_m3s: no diagram of flows.</summary>
    private bool IsMeasuredFlow(int i) =>
        items[i].English && Written(items[i]) is "flow" or "flows" && Has(i, WordKind.Chart) && MayBe(i, m => m is FieldMeaning { Column.Role: ColumnRole.Measure, Quality: >= 0.6 });

    /// <summary>"the settled sums", "total claimed, total settled" beside an amount_settled: the figure of what was done, and no state.</summary>
    private FieldMeaning? SettledFigure(int i)
    {
        if (!items[i].English || !sheet.Tokens[items[i].End - 1].Raw.EndsWith("ed", StringComparison.Ordinal) || !MayBe(i, m => m is ValueMeaning or EntityMeaning)) return null;
        List<FieldMeaning> figures = [.. items[i].Meanings.OfType<FieldMeaning>().Where(f => f is { Weak: false, Column.Role: ColumnRole.Measure })];
        if (figures.Count > 1) figures.RemoveAll(f => !DefaultMeasure.IsMoney(f.Column));
        if (figures is not [var figure]) return null;
        var ahead = Has(i - 1, WordKind.Aggregate) && (i + 1 == items.Count || !MayBe(i + 1, m => m is EntityMeaning or FieldMeaning { Weak: false }));
        var behind = i + 1 < items.Count && (Has(i + 1, WordKind.DefaultMeasure) || Written(items[i + 1]) is "amounts" or "amount" or "sums" or "sum" or "totals");
        return ahead || behind ? figure with { Quality = Math.Max(figure.Quality, 0.9) } : null;
    }

    /// <summary>"how long do customers have to wait", "how long do people stay in each kind of room": the stretch of time that is named, or else the only one there is.</summary>
    private Meaning? LongAsked(int i)
    {
        if (i == 0 || !items[i].English || Written(items[i]) is not "long" || Written(items[i - 1]) is not "how" || !items[i].Meanings.All(m => m is UnknownMeaning or WordMeaning)) return null;
        if (Enumerable.Range(0, items.Count).Any(k => k != i && MayBe(k, m => m is FieldMeaning { Weak: false, Column.Role: ColumnRole.Measure } named && Units.IsDuration(named.Column)))) return Nothing;
        return Units.Durations(lexicon.Contract) is [var only] ? new FieldMeaning(only, 0.8, Written: "long") : null;
    }
}
