using Web.Semantics;

namespace Web.Language;

/// <summary>The meanings of a stretch that are worth trying: the best of the contract's, near equals, and the language's own.</summary>
internal static class Options
{
    private const double Near = 0.08;

    public static Meaning[] Of(Item item, string written, bool capital, bool divides)
    {
        if (item.Meanings.Count == 1) return [item.Meanings[0]];
        var options = new List<Meaning>();
        var meanings = item.Meanings.Where(m => !item.Meanings.Any(other => IsWrittenLike(other, m, written))).ToList();
        if (meanings.Count == 0) meanings = [.. item.Meanings];
        var best = meanings.Max(m => m is WordMeaning or PeriodMeaning or NumberMeaning ? 0 : m.Quality);
        foreach (var meaning in meanings.OrderByDescending(Rank))
        {
            if (meaning is FieldMeaning { Quality: < 0.8, Weak: false } && meanings.Any(m => m is WordMeaning { Word.Kind: not (WordKind.Filler or WordKind.Equals or WordKind.Alien) })) continue;
            // A value's own name, or the rows', is not a shorter way to say a column (受注 for 受注日, 案件 for 案件名).
            if (meaning is FieldMeaning shortened && !(divides && shortened.Column.Role != ColumnRole.Measure && !shortened.Weak) && meanings.Any(m => Outdoes(m, shortened, written))) continue;
            var divider = divides && meaning is FieldMeaning { Column.Role: not ColumnRole.Measure, Weak: false };
            if (meaning is FieldMeaning or ValueMeaning or EntityMeaning && meaning.Quality < best - Near && !divider) continue;
            if (meaning is ValueMeaning code && IsSmallWord(code.Value, item, capital) && meanings.Any(m => m is WordMeaning)) continue;
            // An exact name of the contract is not courtesy or a general word for money.
            if (meaning is WordMeaning { Word.Kind: WordKind.Filler or WordKind.Equals or WordKind.DefaultMeasure or WordKind.Rows or WordKind.Alien } && best >= 0.75) continue;
            if (meaning is WordMeaning { Word.Kind: WordKind.GrainNoun } && best >= 0.85 && meanings.Any(m => m is FieldMeaning { Quality: >= 0.95, Column.IsTemporal: false })) continue;
            if (!options.Exists(o => Same(o, meaning))) options.Add(meaning);
        }
        return options.Count == 0 ? [item.Meanings.MaxBy(Rank)!] : [.. options.Take(6)];
    }

    /// <summary>The grade A and the state OR are written in capitals; in "as a table or chart" nobody means them.</summary>
    private static bool IsSmallWord(string value, Item item, bool capital) => !capital && item.End - item.First == 1 && value.Length <= 3 && value.All(char.IsAsciiLetterUpper);

    private static double Rank(Meaning meaning) => meaning switch
    {
        FieldMeaning { Weak: true } => 0.75,
        PeriodMeaning => 0.95,
        WordMeaning { Word.Kind: WordKind.Filler or WordKind.Equals } => 0.3,
        _ => meaning.Quality,
    };

    private static bool Outdoes(Meaning meaning, FieldMeaning shortened, string written) => meaning switch
    {
        ValueMeaning { Quality: >= 0.95 } value => (shortened.Weak && (value.Written == written || shortened.Written != written)) || (!shortened.Weak && shortened.Quality < 0.9),
        // The word for the rows names the rows; in the place of a group it stands for their names all the same.
        EntityMeaning { Quality: >= 0.84 } => shortened.Column.Role == ColumnRole.Identity,
        _ => false,
    };

    /// <summary>Of two words with one stem the one that was written is meant: "closing" is not "closed", "ordered" not "orders".</summary>
    private static bool IsWrittenLike(Meaning meaning, Meaning other, string written) => (meaning, other) switch
    {
        (FieldMeaning { Column.IsTemporal: true, Quality: >= 0.79 } a, FieldMeaning { Column.IsTemporal: true } b) => a.Column != b.Column && a.Quality >= b.Quality - 0.05 && a.Written == written && b.Written != written,
        (FieldMeaning { Column.IsTemporal: true, Weak: true } a, ValueMeaning b) => a.Written == written && b.Written != written,
        // "votes" is the column of that name before it is a short way to say vote_percent.
        (FieldMeaning { Quality: >= 0.999, Weak: false } a, FieldMeaning b) => a.Column != b.Column && a.Written == written && (b.Quality < 0.999 || b.Written != written),
        (ValueMeaning { Quality: >= 0.95 } a, EntityMeaning b) => a.Written == written && b.Written != written,
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
