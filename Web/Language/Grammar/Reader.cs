using Web.Semantics;

namespace Web.Language;

/// <summary>Reads an utterance over one dataset: covers it with meanings, tries the ways they can be taken, and scores what comes out.</summary>
internal sealed class Reader
{
    private const int MostWays = 24;
    private readonly Sheet sheet;
    private readonly Lexicon lexicon;
    private readonly List<Item> items;

    public Reader(Sheet sheet, Lexicon lexicon)
    {
        this.lexicon = lexicon;
        (this.sheet, items) = Guesses.Of(sheet, SharedHeads.In(sheet, Cover.Of(sheet, sheet.Tokens, lexicon), lexicon), lexicon);
        items = Deeds.In(this.sheet, SpokenUnits.In(this.sheet, FigureHeads.In(this.sheet, items), lexicon), lexicon);
    }

    public IReadOnlyList<Item> Items => items;

    /// <summary>The readings, the best first; equal queries once. <paramref name="said"/> replaces the meaning of one item (a choice made).</summary>
    public List<Candidate> Read((int Item, Meaning Meaning)? said = null, Column? condition = null)
    {
        var best = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (var way in Ways(said))
        {
            var candidate = ReadOne(way, condition);
            if (!best.TryGetValue(candidate.Json, out var known) || candidate.Score > known.Score) best[candidate.Json] = candidate;
        }
        return [.. best.Values.OrderByDescending(c => c.Score).ThenBy(c => c.Json, StringComparer.Ordinal)];
    }

    private Candidate ReadOne(IReadOnlyList<Meaning> way, Column? condition)
    {
        var scene = new Scene(sheet, lexicon, items, way) { ConditionColumn = condition };
        var draft = new Draft();
        IntentRule.Apply(scene, draft);
        Differences.Apply(scene, draft);
        TargetRule.Apply(scene, draft);
        ForecastRule.Apply(scene, draft, sheet.Today);
        UnusualRule.Apply(scene, draft);
        TimeBasis.Apply(scene, draft);
        RelationQuestion.Apply(scene, draft);
        Paces.Apply(scene, draft);
        PerRow.Apply(scene, draft);
        SortRule.Apply(scene, draft);
        LimitRule.Apply(scene, draft);
        BinRule.Apply(scene, draft);
        TruthRule.Apply(scene, draft);
        Undone.Apply(scene, draft);
        CompareRule.Apply(scene, draft);
        ValueRule.Apply(scene, draft);
        PeriodRule.Apply(scene, draft);
        GroupRule.Apply(scene, draft);
        MeasureRule.Apply(scene, draft);
        PerRow.Settle(draft);
        LeftoverRule.Apply(scene, draft);
        Apposition.Apply(scene);
        Participles.Apply(scene);
        ValueRelations.Apply(scene);
        EnglishVerbs.Apply(scene);
        LeftoverRule.Echo(scene);
        RelationQuestion.Settle(draft);
        Alternatives.Apply(scene, draft);
        Completion.Apply(scene, draft);
        var query = ChartRule.Apply(lexicon.Contract, draft);
        GapRule.Apply(scene, draft);
        return Scoring.Of(scene, draft, query);
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

    private bool IsPlainNumber(int i) => i >= 0 && i < items.Count && items[i].Meanings.Any(m => m is NumberMeaning) && !items[i].Meanings.Any(m => m is PeriodMeaning);

    private bool Joins(int i) => Written(items[i]) is "and" or "to" or "-" or "~" or "から" or "と";

    private IEnumerable<Meaning[]> Ways((int Item, Meaning Meaning)? said)
    {
        var options = new Meaning[items.Count][];
        var ways = 1;
        for (var i = 0; i < items.Count; i++)
        {
            options[i] = said is { } choice && choice.Item == i ? [choice.Meaning] : Options.Of(items[i], Places.Of(items, i), Written(items[i]), IsCapital(items[i]), Divides(i), lexicon, IsBegun(i));
            if (IsDated(i)) options[i] = [.. items[i].Meanings.Where(m => m is FieldMeaning { Weak: true, Column.IsTemporal: true }).Take(2)];
            if (IsEveryRow(i)) options[i] = [.. options[i].Where(m => m is not ValueMeaning)];
            if (AreRanked(i)) options[i] = [.. items[i].Meanings.Where(m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Dimension }).Take(1)];
            if (AreStated(i)) options[i] = [new EntityMeaning(AssumedRows.Quality, Written(items[i]))];
            if (IsRateOf(i)) options[i] = [.. items[i].Meanings.Where(m => m is WordMeaning { Word.Kind: WordKind.Rate })];
            if (IsCountOf(i)) options[i] = [.. items[i].Meanings.Where(m => m is WordMeaning { Word.Kind: WordKind.CountAfter })];
            if (IsFigure(i)) options[i] = [.. items[i].Meanings.Where(m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Measure }).Take(1)];
            else if (StateOf(i) is { } state) options[i] = [.. items[i].Meanings.Where(m => m is ValueMeaning value && value.Column == state).Take(1)];
            if (IsOnlyNumber(i)) options[i] = [.. options[i].Where(m => m is not PeriodMeaning)];
            if (ways * options[i].Length > MostWays) options[i] = options[i][..1];
            ways *= options[i].Length;
        }
        for (var way = 0; way < ways; way++)
        {
            var rest = way;
            var chosen = new Meaning[items.Count];
            for (var i = 0; i < items.Count; i++)
            {
                chosen[i] = options[i][rest % options[i].Length];
                rest /= options[i].Length;
            }
            yield return chosen;
        }
    }
}
