using Web.Semantics;

namespace Web.Language;

/// <summary>Words that edit the last chart: "only 2024", "by owner instead", "as a table", 「上位5件だけ」「積み上げにして」.</summary>
internal static class FollowUp
{
    /// <summary>The edited chart, or null when the words are a request of their own.</summary>
    public static Interpretation? Read(Request request, Sheet sheet)
    {
        if (request.Previous is not { } previous) return null;
        if (request.Datasets.FirstOrDefault(d => d.Key == previous.Dataset) is not { } contract) return null;
        var reader = new Reader(sheet, Lexicon.Of(contract, request));
        var candidates = reader.Read();
        var replaced = Replacing.In(candidates[0].Scene);
        if (replaced is { } instead) candidates = reader.Read(instead.Item, new WordMeaning(new Word(WordKind.Filler, "")));
        var best = candidates[0];
        var names = Interpreter.NamesOf(request, best);
        if ((LimitEdit.Of(previous, best.Scene) ?? PeriodStep.Of(previous, request.Utterance, request.Calendar, request.Today) ?? Loosening.Of(previous, best.Scene)) is { } looser) return Shown(best, looser, names, contract);
        if (!IsEdit(best)) return null;
        // 中央値で: another aggregate of what is shown already.
        var reckons = previous.Measures.Any(m => m.Field is not null) && best.Draft.Measures.Count == 0 && best.Unexplained.Count > 0 && best.Unexplained.All(i => best.Scene.Is(i, WordKind.Aggregate));
        if (best.Draft.Gaps.Any(g => !reckons || !best.Scene.Is(g.Item, WordKind.Aggregate)))
            return best.KnowsData || IsMarked(best.Scene) ? Questions.OfGap(request, reader, best, c => Edits.Apply(previous, c, contract, replaced?.Column)) : null;
        if (best.Coverage < 0.6 && !reckons && !Removes(best.Scene)) return null;
        var edited = Edits.Apply(previous, best, contract, replaced?.Column);
        if (Questions.OfPeriod(request, edited, contract) is { } question) return question;
        var reading = ReadingOf.Make(best with { Query = edited }, names, Interpreter.Confidence(best), label: Labels.Of(edited, names, contract));
        return new Understood([reading with { Query = edited, Threads = EditedThreads.Of(best, edited, reading.Threads), Assumptions = [] }]);
    }

    /// <summary>
    /// Words about a request that was answered by a question: what was understood of it is kept. Where the words settle the
    /// question its answers come to the same chart; otherwise it is asked again of the edited ones.
    /// </summary>
    public static Interpretation? OfOpen(Request request, Sheet sheet)
    {
        if (request.Open is not { } open || Interpreter.Read(request with { Utterance = open, Open = null }, settles: false) is not Unsure asked) return null;
        var edited = new List<Reading>();
        foreach (var choice in asked.Choices)
        {
            if (Read(request with { Previous = choice.Query, Open = null }, sheet) is not Understood { Readings: [var reading, ..] }) return null;
            edited.Add(reading);
        }
        List<Reading> different = [.. edited.DistinctBy(reading => reading.Query.ToJson())];
        return different switch
        {
            [] => null,
            [var only] => new Understood([only]),
            _ => new Unsure(asked.Question, [.. different.Select(reading => new Choice(reading.Label, reading.Query))]),
        };
    }

    private static Understood Shown(Candidate best, ChartQuery edited, Names names, DatasetContract contract) =>
        new([ReadingOf.Make(best with { Query = edited }, names, Interpreter.Confidence(best), label: Labels.Of(edited, names, contract)) with { Query = edited, Threads = [], Assumptions = [], Unexplained = [] }]);

    /// <summary>A request of its own says what is counted and how it is divided; an edit says a part, or says that it edits.</summary>
    private static bool IsEdit(Candidate best)
    {
        var (scene, draft) = (best.Scene, best.Draft);
        var marked = IsMarked(scene);
        var entity = false;
        for (var i = 0; i < scene.Count; i++)
        {
            entity |= scene.IsEntity(i) && scene.PartOf(i) is not LimitPart;
        }
        var measures = draft.Measures.Exists(m => !m.Assumed) || draft.Counts;
        var groups = draft.Groups.Any(g => !g.Assumed);
        // "list all employees over 60" names what it shows.
        if (draft.List && entity && draft.Filters.Count > 0 && !marked) return false;
        // "forecast revenue for the next 3 months" says all that a forecast needs.
        if (measures && draft is { Chart: ChartType.Forecast, Periods: not null } && !marked) return false;
        if (measures && groups) return marked && scene.Count <= 6 && !entity;
        if (measures && entity && !marked) return false;
        return marked || !entity || !groups;
    }

    /// <summary>"only Satofuru", "without Kent": words about a chart, where there is none. A number out of nothing would answer what nobody asked.</summary>
    public static bool IsLone(Candidate best)
    {
        var (scene, draft) = (best.Scene, best.Draft);
        if (draft.Measures.Count > 0 || draft.Counts || draft.NamesRows || draft.List || draft.Groups.Count > 0 || draft.Filters.Count == 0 || draft.Limit is not null || draft.Chart is not null) return false;
        if (Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Filler) && scene.Word(i)!.Value == "show" || scene.Is(i, WordKind.Which) || scene.AsksForChart)) return false;
        return scene.Is(0, WordKind.Not) || Enumerable.Range(0, scene.Count).Any(i => scene.Word(i)?.Kind is WordKind.Only or WordKind.Instead or WordKind.Same or WordKind.Also or WordKind.Remove);
    }

    private static bool Removes(Scene scene) => Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Remove));

    private static bool IsMarked(Scene scene)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Word(i)?.Kind is WordKind.Only or WordKind.Instead or WordKind.Same or WordKind.Also or WordKind.Remove) return true;
            if (i == 0 && scene.Raw(i) is "about" or "now" or "but" or "then" or "and") return true;
        }
        return scene.Is(0, WordKind.Not, WordKind.Share) || Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Swap));
    }
}
