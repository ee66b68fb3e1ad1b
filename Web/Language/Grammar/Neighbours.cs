using Web.Semantics;

namespace Web.Language;

/// <summary>What the words beside an item leave of its meanings: "closed" before "per month" is when, 融資 before 残高 says only of what.</summary>
internal sealed class Neighbours(Sheet sheet, IReadOnlyList<Item> items, Lexicon lexicon)
{
    private static readonly Meaning Nothing = new WordMeaning(new Word(WordKind.Filler, ""));

    /// <summary>The meanings of the item that are worth trying here.</summary>
    public Meaning[] Leave(int i)
    {
        IEnumerable<Meaning> Those(Func<Meaning, bool> of) => items[i].Meanings.Where(of);
        var options = Options.Of(items[i], Places.Of(items, i), Written(items[i]), IsCapital(items[i]), Divides(i), lexicon, IsBegun(i));
        if (IsDated(i)) options = [.. Those(m => m is FieldMeaning { Weak: true, Column.IsTemporal: true }).Take(2)];
        if (IsEveryRow(i)) options = [.. options.Where(m => m is not ValueMeaning)];
        if (AreRanked(i)) options = [.. Those(m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Dimension }).Take(1)];
        if (AreStated(i) || IsDone(i) || IsOrderOfMoney(i) || AreMany(i)) options = [new EntityMeaning(AssumedRows.Quality, Written(items[i]))];
        if (AreSomebody(i)) options = [new FieldMeaning(lexicon.PersonColumn!, EntityForms.Fits, Written: Written(items[i]))];
        if (IsRateOf(i)) options = [.. Those(m => m is WordMeaning { Word.Kind: WordKind.Rate })];
        if (IsOwner(i)) options = [.. Those(m => m is EntityMeaning)];
        if (IsBeforeHead(i)) options = [Nothing];
        if (IsKeptChange(i)) options = [.. Those(m => m is FieldMeaning { Column.Unit: "%" }).Take(1)];
        if (IsCountOf(i)) options = [.. Those(m => m is WordMeaning { Word.Kind: WordKind.CountAfter })];
        if (IsFigure(i)) options = [.. Those(m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Measure }).Take(1)];
        else if (StateOf(i) is { } state) options = [.. Those(m => m is ValueMeaning value && value.Column == state).Take(1)];
        if (IsOnlyYear(i) && Array.Exists(options, m => m is PeriodMeaning)) options = [.. options.Where(m => m is not NumberMeaning)];
        return IsOnlyNumber(i) ? [.. options.Where(m => m is not PeriodMeaning)] : options;
    }

    private string Written(Item item) => string.Concat(sheet.Tokens.Skip(item.First).Take(item.End - item.First).Select(t => t.Raw));

    /// <summary>"by carrier", キャリア別: a column is meant before a value of the same name.</summary>
    private bool Divides(int i) => Has(i - 1, WordKind.By) || (i > 1 && Has(i - 2, WordKind.By) && Has(i - 1, WordKind.Filler)) || Has(i + 1, WordKind.ByAfter);

    /// <summary>"tickets closed per month" asks when they were closed, not for those that are closed now.</summary>
    private bool IsDated(int i) =>
        items[i].English && items[i].Meanings.Any(m => m is FieldMeaning { Weak: true, Column.IsTemporal: true }) && items[i].Meanings.Any(m => m is ValueMeaning)
        && (Has(i + 1, WordKind.By) && (Has(i + 2, WordKind.GrainNoun) || Has(i + 2, WordKind.Grain)) || IsPeriodBehind(i));

    /// <summary>"permits issued in 2025": that happened then.</summary>
    private bool IsPeriodBehind(int i) =>
        i > 0 && sheet.Tokens[items[i].First].Raw.EndsWith("ed", StringComparison.Ordinal) && (IsPeriod(i + 1) || (i + 2 < items.Count && Written(items[i + 1]) is "in" or "on" or "during" or "since" or "before" or "after" or "between" && IsPeriod(i + 2)));

    /// <summary>ごみ in ごみ搬入量.</summary>
    private bool IsBegun(int i) => i + 1 < items.Count && !items[i].English && sheet.Tokens[items[i + 1].First] is { Glued: true, Script: Script.Kanji or Script.Katakana } && items[i + 1].Meanings.All(m => m is FieldMeaning { Column.Role: ColumnRole.Measure });

    private bool IsPeriod(int i) => i < items.Count && items[i].Meanings.Any(m => m is PeriodMeaning);

    /// <summary>月別申込件数, 先月の申込は何件: what happened to every row on the day that the table is kept by, whatever has that for its state now.</summary>
    private bool IsEveryRow(int i) =>
        !items[i].English && items[i].Meanings.Any(m => m is ValueMeaning) && items[i].Meanings.Any(m => m is FieldMeaning { Column: { IsTemporal: true } dated } && dated.Name == lexicon.Contract.DefaultTime)
        && (Has(i + 1, WordKind.Count) || (Has(i + 2, WordKind.Count) && Written(items[i + 1]) is "は" or "の" or "が")) && items.Any(item => item.Meanings.Any(m => m is PeriodMeaning or WordMeaning { Word.Kind: WordKind.Grain }));

    /// <summary>"top 5 parks", "parks with an average rating above 4": in a table of parks by month the parks are ranked, not the rows.</summary>
    private bool AreRanked(int i) =>
        items[i].English && MayBe(i, m => m is EntityMeaning) && MayBe(i, m => m is FieldMeaning { Own: true, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } })
        && (MayBe(i - 1, m => m is NumberMeaning) && Has(i - 2, WordKind.Top) || i + 1 < items.Count && Written(items[i + 1]) is "with" or "withan" or "withthe" or "witha" or "whose" or "where" or "wherethe" && (Has(i + 2, WordKind.Aggregate) || Has(i + 3, WordKind.Aggregate)));

    /// <summary>"lost quotes" of a quote_amount: things in a state are rows, not their money.</summary>
    private bool AreStated(int i) =>
        i > 0 && items[i] is { English: true } item && item.End == item.First + 1 && Written(item) is [_, _, _, .., not 's', 's'] && MayBe(i - 1, m => m is ValueMeaning value && (IsStatus(value.Column) || item.Meanings.All(f => f is not FieldMeaning { Column: var counted } || ColumnForms.Counts(counted))) || m is FieldMeaning { Own: false, Column.Type: ColumnType.Boolean }) && !MayBe(i - 1, m => m is FieldMeaning { Own: true })
        && item.Meanings.Any(m => m is FieldMeaning) && item.Meanings.All(m => m is EntityMeaning || m is FieldMeaning { Own: false, Column.Role: ColumnRole.Measure } figure && (figure.Quality < 0.7 && ColumnForms.Counts(figure.Column) || DefaultMeasure.IsMoney(figure.Column))) && !Nouns.AreFigures(Written(item));

    private static bool IsStatus(Column column) =>
        ColumnForms.NamesOf(column).Any(name => name.Any(t => t.Raw is "status" or "state" or "result" or "outcome" or "stage" or "decision" or "phase")) || (column.SourceName ?? column.Name) is var title && (title.Contains("結果", StringComparison.Ordinal) || title.Contains('状', StringComparison.Ordinal) || title.Contains("判定", StringComparison.Ordinal) || title.Contains("ステータス", StringComparison.Ordinal));

    /// <summary>"cancellation rate", "default rate": behind a state it is the share of those, whatever else is called a rate.</summary>
    private bool IsRateOf(int i) =>
        i > 0 && Has(i, WordKind.Rate) && items[i].Meanings.Count > 1 && !items[i].Meanings.Any(m => m is FieldMeaning { Own: true }) && items[i - 1].Meanings.Any(m => m is ValueMeaning or FieldMeaning { Column.Type: ColumnType.Boolean, Weak: false });

    /// <summary>実行した融資の平均期間 beside 融資額: rows of which a mean is asked, not their amount.</summary>
    private bool IsOwner(int i) =>
        !items[i].English && i + 2 < items.Count && Written(items[i + 1]) is "の" && Has(i + 2, WordKind.Aggregate) && MayBe(i, m => m is EntityMeaning { Quality: >= 0.9 }) && MayBe(i, m => m is FieldMeaning { Own: false, Column.Role: ColumnRole.Measure }) && MayBe(i + 3, m => m is FieldMeaning { Column.Role: ColumnRole.Measure });

    private static readonly HashSet<string> Somebody = new(StringComparer.Ordinal) { "社員", "従業員", "職員", "部員", "すたっふ" };
    private static readonly string[] Served = ["顧客", "会員", "患者", "利用者", "生徒", "学生", "選手", "客", "customer", "client", "patient", "student", "member", "player", "guest"];

    private static bool AreServed(Column people) => Array.Exists(Served, word => (people.SourceName ?? people.Name).Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>宿泊費が多い社員, 一番使っている人は誰: the one column of people, where the rows are none.</summary>
    private bool AreSomebody(int i) =>
        !items[i].English && lexicon.PersonColumn is not null && items[i].Meanings.All(m => m is EntityMeaning { Quality: <= EntityForms.Fits } or WordMeaning { Word.Kind: WordKind.Rows })
        && (Somebody.Contains(Written(items[i])) && !AreServed(lexicon.PersonColumn) || Written(items[i]) is "人" or "方" && i + 2 < items.Count && Written(items[i + 1]) is "は" && Written(items[i + 2]) is "誰" or "だれ");

    /// <summary>"on which weekday do people order most": what they do is a row.</summary>
    private bool IsDone(int i) =>
        i > 1 && items[i].English && Written(items[i - 1]) is "people" or "customers" or "we" or "they" or "users" or "clients" or "members" && Written(items[i - 2]) is "do" or "did" && MayBe(i, m => m is EntityMeaning) && Has(i + 1, WordKind.Superlative);

    /// <summary>"average order value": nothing is put in order.</summary>
    private bool IsOrderOfMoney(int i) => items[i].English && Has(i, WordKind.Sort) && Written(items[i]) is "order" && Has(i + 1, WordKind.DefaultMeasure) && MayBe(i, m => m is EntityMeaning);

    /// <summary>注文が一番多い月: rows, by whatever number they go.</summary>
    private bool AreMany(int i) =>
        !items[i].English && i + 2 < items.Count && Written(items[i + 1]) is "が" or "の" && Has(i + 2, WordKind.Superlative) && Written(items[i + 2]) is [.., '多', 'い'] && MayBe(i, m => m is EntityMeaning) && MayBe(i, m => m is FieldMeaning { Own: false } key && RowNames.IsNumber(key.Column));

    /// <summary>融資残高 beside 融資額 and 残高, "road surface" beside road_type and surface: the rows' own noun, or what is a part of another division's name, says only of what.</summary>
    private bool IsBeforeHead(int i)
    {
        if (i + 1 >= items.Count || items[i].English != items[i + 1].English || items[i + 1].Meanings.OfType<FieldMeaning>().FirstOrDefault(f => f is { Own: true, Weak: false }) is not { Column: var head }) return false;
        if (!items[i].English && !sheet.Tokens[items[i + 1].First].Glued || items[i].English && Written(items[i]) is [.., 's'] || Has(i - 1, WordKind.By)) return false;
        var divides = head is { Role: ColumnRole.Dimension, Type: ColumnType.Text };
        return (divides || MayBe(i, m => m is EntityMeaning { Quality: >= 0.8 })) && items[i].Meanings.All(m => m is EntityMeaning || m is FieldMeaning { Own: false, Weak: false } part && part.Column != head && (part.Column.Role == head.Role || part.Column.Role == ColumnRole.Identity) && (!divides || part.Quality < 0.8)) && MayBe(i, m => m is FieldMeaning);
    }

    /// <summary>平均成長率, "growth rate by country" of a column "GDP Growth %": what is kept is not reckoned, unless another figure's is asked for.</summary>
    private bool IsKeptChange(int i) =>
        Has(i, WordKind.Change) && MayBe(i, m => m is FieldMeaning { Weak: false, Column: { Role: ColumnRole.Measure, Unit: "%" } }) && !items.Where((_, k) => k != i).Any(item => item.Meanings.Any(m => m is FieldMeaning { Weak: false, Column.Role: ColumnRole.Measure } or EntityMeaning { Quality: >= 0.8 } or WordMeaning { Word.Kind: WordKind.DefaultMeasure or WordKind.Count or WordKind.CountAfter }));

    /// <summary>"species count per habitat": how many of what stands before it, where other words divide.</summary>
    private bool IsCountOf(int i) =>
        i > 0 && items[i].English && Written(items[i]) is "count" && Has(i, WordKind.CountAfter) && Has(i + 1, WordKind.By) && !Has(i - 1, WordKind.Filler)
        && items[i - 1].Meanings.Any(m => m is FieldMeaning { Own: true, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } });

    /// <summary>"amount requested vs amount awarded", requestedとawardedの関係: a figure's very name, set against another figure, is no state of the rows.</summary>
    private bool IsFigure(int i) =>
        MayBe(i, m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Measure }) && MayBe(i, m => m is ValueMeaning)
        && (Has(i - 1, WordKind.DefaultMeasure) || Has(i + 1, WordKind.DefaultMeasure) || IsSetAgainst(i, 1) || IsSetAgainst(i, -1));

    /// <summary>"declined vs awarded", "awarded and declined": beside another state of the same column it is a state too, whatever figure bears the name.</summary>
    private Column? StateOf(int i)
    {
        if (!MayBe(i, m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Measure })) return null;
        foreach (var step in new[] { 1, -1 })
        {
            if (!Has(i + step, WordKind.Versus) && !Has(i + step, WordKind.And)) continue;
            var others = MayBe(i + step + step, m => m is ValueMeaning) ? items[i + step + step].Meanings.OfType<ValueMeaning>() : [];
            if (others.FirstOrDefault(other => MayBe(i, m => m is ValueMeaning value && value.Column == other.Column)) is { } kin) return kin.Column;
        }
        return null;
    }

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

    private bool MayBe(int i, Func<Meaning, bool> holds) => i >= 0 && i < items.Count && items[i].Meanings.Any(holds);

    private bool Has(int i, WordKind kind) => i >= 0 && i < items.Count && items[i].Meanings.Any(m => m is WordMeaning word && word.Word.Kind == kind);

    /// <summary>A capital says something only inside a sentence.</summary>
    private bool IsCapital(Item item) => item.First > 0 && sheet.Tokens[item.First].Capital;

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
}
