namespace Web.Language;

/// <summary>The meanings of a stretch that are worth trying: the best of the contract's, near equals, and the language's own.</summary>
internal static class Options
{
    private const double Near = 0.08;

    public static Meaning[] Of(Item item)
    {
        if (item.Meanings.Count == 1) return [item.Meanings[0]];
        var options = new List<Meaning>();
        var best = item.Meanings.Max(m => m is WordMeaning or PeriodMeaning or NumberMeaning ? 0 : m.Quality);
        foreach (var meaning in item.Meanings.OrderByDescending(Rank))
        {
            if (meaning is FieldMeaning { Quality: < 0.8, Weak: false } && item.Meanings.Any(m => m is WordMeaning { Word.Kind: not (WordKind.Filler or WordKind.Equals or WordKind.Alien) })) continue;
            // A value's own name, or the rows', is not a shorter way to say a column (受注 for 受注日, 案件 for 案件名).
            if (meaning is FieldMeaning { Quality: < 0.99 } shortened && item.Meanings.Any(m => Outdoes(m, shortened))) continue;
            if (meaning is FieldMeaning or ValueMeaning or EntityMeaning && meaning.Quality < best - Near) continue;
            // An exact name of the contract is not courtesy or a general word for money.
            if (meaning is WordMeaning { Word.Kind: WordKind.Filler or WordKind.Equals or WordKind.DefaultMeasure or WordKind.Rows or WordKind.Alien } && best >= 0.75) continue;
            if (meaning is WordMeaning { Word.Kind: WordKind.GrainNoun } && best >= 0.85 && item.Meanings.Any(m => m is FieldMeaning { Quality: >= 0.95, Column.IsTemporal: false })) continue;
            if (!options.Exists(o => Same(o, meaning))) options.Add(meaning);
        }
        return [.. options.Take(6)];
    }

    private static double Rank(Meaning meaning) => meaning switch
    {
        FieldMeaning { Weak: true } => 0.75,
        PeriodMeaning => 0.95,
        WordMeaning { Word.Kind: WordKind.Filler or WordKind.Equals } => 0.3,
        _ => meaning.Quality,
    };

    private static bool Outdoes(Meaning meaning, FieldMeaning shortened) => meaning switch
    {
        ValueMeaning { Quality: >= 0.95 } => shortened.Weak || shortened.Quality < 0.9,
        EntityMeaning { Quality: >= 0.84 } => shortened.Column.Role == Web.Semantics.ColumnRole.Identity,
        _ => false,
    };

    private static bool Same(Meaning one, Meaning other) => (one, other) switch
    {
        (FieldMeaning a, FieldMeaning b) => a.Column == b.Column,
        (ValueMeaning a, ValueMeaning b) => a.Column == b.Column && a.Value == b.Value,
        (EntityMeaning, EntityMeaning) => true,
        (WordMeaning a, WordMeaning b) => a.Word == b.Word,
        _ => false,
    };
}
