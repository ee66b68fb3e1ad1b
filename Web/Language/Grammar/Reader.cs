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

    /// <summary>The readings, the best first; equal queries once. <paramref name="said"/> replaces the meanings of items (a choice made).</summary>
    public List<Candidate> Read(IReadOnlyDictionary<int, Meaning>? said = null, Column? condition = null)
    {
        var best = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (var way in Ways(said))
        {
            var candidate = ReadOne(way, condition);
            if (!best.TryGetValue(candidate.Json, out var known) || candidate.Score > known.Score) best[candidate.Json] = candidate;
        }
        return [.. best.Values.OrderByDescending(c => c.Score).ThenBy(c => c.Json, StringComparer.Ordinal)];
    }

    public List<Candidate> Read(int item, Meaning said) => Read(new Dictionary<int, Meaning> { [item] = said });

    private Candidate ReadOne(IReadOnlyList<Meaning> way, Column? condition)
    {
        var scene = new Scene(sheet, lexicon, items, way) { ConditionColumn = condition };
        var draft = new Draft();
        Points.Apply(scene, draft);
        Shades.Apply(scene, draft);
        Sizes.Apply(scene, draft);
        IntentRule.Apply(scene, draft);
        Crossings.Apply(scene, draft);
        Tallies.Apply(scene, draft);
        Differences.Apply(scene, draft);
        TargetRule.Apply(scene, draft);
        ForecastRule.Apply(scene, draft, sheet.Today);
        UnusualRule.Apply(scene, draft);
        TimeBasis.Apply(scene, draft);
        RelationQuestion.Apply(scene, draft);
        Paces.Apply(scene, draft);
        PerRow.Apply(scene, draft);
        ClassNumbers.Apply(scene, draft);
        FlagRates.Apply(scene, draft);
        ListedExtremes.Apply(scene, draft);
        SortRule.Apply(scene, draft);
        Standings.Apply(scene, draft);
        LimitRule.Apply(scene, draft);
        BinRule.Apply(scene, draft);
        TruthRule.Apply(scene, draft);
        Undone.Apply(scene, draft);
        CompareRule.Apply(scene, draft);
        ValueRule.Apply(scene, draft);
        PeriodRule.Apply(scene, draft);
        ListedNumber.Apply(scene, draft);
        OfEach.Apply(scene, draft);
        Frequencies.Apply(scene, draft);
        GroupRule.Apply(scene, draft);
        PartsOfTime.OfEveryYear(scene, draft);
        MeasureRule.Apply(scene, draft);
        PerRow.Settle(draft);
        LeftoverRule.Apply(scene, draft);
        Apposition.Apply(scene);
        Participles.Apply(scene);
        ValueRelations.Apply(scene);
        EnglishVerbs.Apply(scene);
        Echoes.Apply(scene, draft);
        RelationQuestion.Settle(draft);
        Alternatives.Apply(scene, draft);
        Completion.Apply(scene, draft);
        var query = ChartRule.Apply(lexicon.Contract, draft);
        Enumerated.Apply(scene, draft);
        GapRule.Apply(scene, draft);
        return Scoring.Of(scene, draft, query);
    }

    private IEnumerable<Meaning[]> Ways(IReadOnlyDictionary<int, Meaning>? said)
    {
        var neighbours = new Neighbours(sheet, items, lexicon);
        var options = new Meaning[items.Count][];
        var ways = 1;
        for (var i = 0; i < items.Count; i++)
        {
            options[i] = said is not null && said.TryGetValue(i, out var choice) ? [choice] : neighbours.Leave(i);
            if (options[i].Length == 0) options[i] = [.. items[i].Meanings.Take(1)];
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
