using Web.Insights.Assistant.Answers;
using Web.Insights.Charts;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Teaching;

/// <summary>A word that was not known where it was said, and how it can be taught there.</summary>
/// <param name="Guess">The place among the reading's assumptions of what it was taken for; null where that can not be remembered by a click.</param>
/// <param name="Means">What it was taken for, in the reader's words.</param>
/// <param name="IsLeftOut">Whether nothing was made of it.</param>
public sealed record UnknownWord(Guid Turn, string Word, int? Guess, string? Means, bool IsLeftOut, bool InPanel)
{
    private const int MostWords = 5;

    /// <summary>Where its meaning is told.</summary>
    public string Address => $"/ask/word?turn={Turn}&word={Uri.EscapeDataString(Word)}{(InPanel ? "&panel=true" : "")}";

    /// <summary>Those of a reading; none where the data is the product's own or none of the reader's.</summary>
    internal static IReadOnlyList<UnknownWord> In(Guid turn, KeptReading kept, string? dataset, ChartReader reader, bool inPanel)
    {
        if (turn == Guid.Empty || reader.Catalog.Find(dataset ?? "") is not { Uploaded: true, Contract: { } contract }) return [];
        var guessed = kept.Assumptions.Select((assumption, n) => (assumption.Guess, n)).Where(one => one.Guess is not null)
            .Select(one => (one.Guess!.Word, Guess: (int?)one.n, Means: MeantBy(one.Guess, contract, reader)));
        return [.. guessed.Concat(kept.Unexplained.Select(word => (Word: word, Guess: (int?)null, Means: (string?)null)))
            .DistinctBy(one => one.Word, StringComparer.OrdinalIgnoreCase).Where(one => !IsName(one.Word, contract)).Take(MostWords)
            .Select(one => new UnknownWord(turn, one.Word, one.Means is null ? null : one.Guess, one.Means, one.Guess is null, inPanel))];
    }

    /// <summary>Null where the column or the value is there no more.</summary>
    private static string? MeantBy(GuessedWord guess, DatasetContract contract, ChartReader reader)
    {
        if (guess.Column is null) return contract.TitleIn(reader.Locale);
        if (contract.Find(guess.Column) is not { Related: null } column) return null;
        var title = new Names(contract, reader.Locale, reader.Calendar, reader.Today).Column(column);
        if (guess.Value is null) return title;
        return column.Values?.Contains(guess.Value) == true ? $"{title} = {guess.Value}" : null;
    }

    /// <summary>Whether it was taught since.</summary>
    private static bool IsName(string word, DatasetContract contract) => contract.Synonyms
        .Concat(contract.Columns.SelectMany(column => column.Synonyms.Concat(column.ValueSynonyms.Where(names => column.Values?.Contains(names.Key) == true).SelectMany(names => names.Value))))
        .Contains(word, StringComparer.OrdinalIgnoreCase);
}
