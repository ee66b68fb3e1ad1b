namespace Web.Language;

/// <summary>One way to take words that are not known: one stands for something, the others for nothing; and what the request then reads as.</summary>
/// <param name="Item">The word that stands for something, or -1.</param>
internal sealed record Way(int Item, Meaning Meaning, IReadOnlyList<int> Dropped, Candidate Candidate, IReadOnlyList<Trait> Traits)
{
    /// <summary>The reading as people see it, with what was made of each word.</summary>
    public Reading Shown(Names names, double confidence, bool datasetAssumed)
    {
        var left = Candidate with { Unexplained = [.. Candidate.Unexplained.Concat(Dropped).Distinct().Order()] };
        var reading = ReadingOf.Make(left, names, confidence, datasetAssumed, Labels.Of(Candidate.Query, names, Candidate.Scene.Contract));
        return reading with { Assumptions = [.. Said(names), .. Dropped.Select(item => Assumption.OfWord(names.Text("assume.dropped", Candidate.Scene.Typed(item)))), .. reading.Assumptions] };
    }

    private IEnumerable<Assumption> Said(Names names)
    {
        if (Item < 0) yield break;
        var typed = Candidate.Scene.Typed(Item);
        yield return Meaning switch
        {
            FieldMeaning field => Assumption.OfWord(names.Text("assume.word", typed, names.Column(field.Column)), new GuessedWord(typed, field.Column.Name, null)),
            ValueMeaning value => Assumption.OfWord(names.Text("assume.word", typed, names.Value(value.Column, value.Value)), new GuessedWord(typed, value.Column.Name, value.Value)),
            _ => Assumption.OfWord(names.Text("assume.rows", typed), new GuessedWord(typed, null, null)),
        };
    }
}
