namespace Web.Language;

/// <summary>
/// What a word that is not known stands for, where it would have to be asked: a column, a value, the rows, or nothing that the chart would
/// lose. Each way is read and weighed; where none outweighs the doubt, it stays a question.
/// </summary>
internal static class Settling
{
    /// <summary>How likely a settled reading must be.</summary>
    private const double Least = 0.5;
    /// <summary>What has nothing in common with a word is never taken for it, however well it would fit in its place.</summary>
    private const double LeastClose = 1, Fits = 0.85;
    /// <summary>Whoever guesses a word says so: a settled reading is never sure.</summary>
    public const double MostSure = Sureness.Enough - 0.01;
    private const double LeastOther = 0.05;
    private const int MostOpen = 3, MostColumns = 4, MostValues = 3, MostOthers = 3;
    private static readonly Trait[] ElseRefused = [new("else refused")];
    private static readonly Meaning Nothing = new WordMeaning(new Word(WordKind.Filler, ""));

    /// <summary>The reading that the words most likely mean, with its doubt and the others as alternatives; null where that is for the person to say.</summary>
    /// <param name="instead">The question or refusal that is the answer otherwise.</param>
    public static Understood? Of(Request request, Sheet sheet, Reader reader, Candidate best, Interpretation instead)
    {
        if (Refusals.AsksForOther(request, best)) return null;
        List<Way> ways = [.. Ways(request, sheet, reader, best, instead)];
        var charts = ways.Zip(Weights.SharesOf(ways.ConvertAll(way => Weights.OfSettling.Of(way.Traits)))).GroupBy(pair => pair.First.Candidate.Json, StringComparer.Ordinal)
            .Select(same => (Way: same.MaxBy(pair => pair.Second).First, Share: same.Sum(pair => pair.Second))).OrderByDescending(chart => chart.Share).ThenBy(chart => chart.Way.Candidate.Json, StringComparer.Ordinal).ToList();
        if (charts is not [(_, >= Least), ..]) return null;
        var names = Interpreter.NamesOf(request, best);
        var readings = charts.Where(chart => chart.Share >= LeastOther).Select(chart => chart.Way.Shown(names, Math.Min(chart.Share, MostSure), Interpreter.IsDatasetAssumed(request, chart.Way.Candidate)));
        var choices = instead is Unsure asked ? asked.Choices.Select(choice => new Reading(choice.Query, LeastOther, [], [], [], choice.Label)) : [];
        return new Understood([.. readings.Concat(choices).DistinctBy(reading => reading.Query.ToJson()).Take(1 + MostOthers)]);
    }

    /// <summary>Every way to take the open words that leaves nothing to ask; one of them is taken for something, the others are passed over.</summary>
    public static IEnumerable<Way> Ways(Request request, Sheet sheet, Reader reader, Candidate best, Interpretation instead)
    {
        var scene = best.Scene;
        List<int> unknown = [.. Enumerable.Range(0, scene.Count).Where(i => IsOpen(scene, i))];
        if (unknown.Count is 0 or > MostOpen || unknown.Exists(i => Participles.Narrow(scene, i) || MoneySides.IsOurSpending(scene, i))) yield break;
        var open = unknown.ConvertAll(i => new OpenWord(scene, i));
        foreach (var (word, meaning, traits) in open.SelectMany(Meanings).Append((null, Nothing, [])))
        {
            var readings = reader.Read(open.ToDictionary(other => other.Item, other => other == word ? meaning : Nothing));
            if (Refusals.Of(request, sheet, readings[0]) is not null || Interpreter.QuestionOf(request, reader, readings) is not null) continue;
            if (word is not null && (!readings[0].Scene.Used(word.Item) || readings[0].Unexplained.Contains(word.Item))) continue;
            List<OpenWord> dropped = [.. open.Where(other => other != word)];
            List<int> items = dropped.ConvertAll(other => other.Item);
            yield return new Way(word?.Item ?? -1, meaning, items, readings[0], [.. traits, .. dropped.SelectMany(other => other.WhenDropped), .. ReadingTraits.Of(readings[0], items), .. instead is Refused ? ElseRefused : []]);
        }
    }

    private static bool IsOpen(Scene scene, int i) => scene.IsUnknown(i) && !scene.Used(i) && !scene.IsExcused(i) && scene.Item(i).Meanings is [UnknownMeaning];

    private static IEnumerable<(OpenWord? Word, Meaning, IReadOnlyList<Trait>)> Meanings(OpenWord word)
    {
        // What is divided by, reckoned or asked for is no row.
        if (word.Place is not (WordPlace.Grouped or WordPlace.Reckoned or WordPlace.Asked)) yield return (word, new EntityMeaning(AssumedRows.Quality, word.Raw), RowTraits.Of(word));
        foreach (var one in word.Columns.Where(c => c.Sum >= LeastClose).OrderByDescending(c => c.Sum).Take(MostColumns)) yield return (word, new FieldMeaning(one.Column, Fits, Written: word.Raw), NameTraits.OfColumn(word, one));
        foreach (var one in word.Values.Where(v => v.Sum >= LeastClose).Take(MostValues)) yield return (word, new ValueMeaning(one.Column, one.Value!, Fits, word.Raw), NameTraits.OfValue(word, one));
    }
}
