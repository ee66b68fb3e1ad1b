using Web.Semantics;

namespace Web.Language;

/// <summary>"yellow cards" of YC, "kick-off" of KO, イエローカード, "matchday" of MD: words of which a header has only the first letters.</summary>
internal static class Initials
{
    private const int Fewest = 2, Most = 4;
    private const double Quality = 0.75;

    public static bool Name(Unknowns unknowns, int i)
    {
        if (unknowns.First(i).IsJapanese) return NameInJapanese(unknowns, i);
        if (unknowns.First(i).Script != Script.Word) return false;
        if (Parts(unknowns.First(i).Raw) is { } parts && Of(unknowns, parts) is { } alone) return unknowns.Guess(i, i, [alone]);
        for (var length = Most; length >= Fewest; length--)
        {
            for (var first = Math.Max(0, i - length + 1); first <= i && first + length <= unknowns.Count; first++)
            {
                var last = first + length - 1;
                if (Enumerable.Range(first, length).All(k => k == i || MayJoin(unknowns, k)) && Of(unknowns, [.. unknowns.Phrase(first, last).Where(t => t.Script == Script.Word).Select(t => t.Raw)]) is { } named) return unknowns.Guess(first, last, [named]);
            }
        }
        return false;
    }

    /// <summary>イエローカード is "yellow card" in the general dictionary.</summary>
    private static bool NameInJapanese(Unknowns unknowns, int i) =>
        JapaneseEnglish.Of(unknowns.Written(i)).Select(word => Of(unknowns, word.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))).FirstOrDefault(named => named is not null) is { } found && unknowns.Guess(i, i, [found]);

    /// <summary>Words that nothing else explains: the cost of "project cost" is a column's own.</summary>
    private static bool MayJoin(Unknowns unknowns, int k) => unknowns.IsOpen(k) && unknowns.First(k).Script == Script.Word && unknowns[k].End == unknowns[k].First + 1;

    private static IReadOnlyList<string>? Parts(string word) => GluedWords.Of(word)?.ConvertAll(part => part.Raw);

    /// <summary>The one column whose header is made of just these letters and is no word itself.</summary>
    private static FieldMeaning? Of(Unknowns unknowns, IReadOnlyList<string> words)
    {
        if (words.Count is < Fewest or > Most || words.Any(word => word.Length < 2)) return null;
        var letters = string.Concat(words.Select(word => word[0]));
        List<Column> called = [.. unknowns.Lexicon.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: not ColumnRole.Identity } && string.Equals(c.SourceName ?? c.Name, letters, StringComparison.OrdinalIgnoreCase))];
        return called is [var only] && !Vocabulary.Spoken.Contains(letters) ? new FieldMeaning(only, Quality, Written: string.Join(' ', words)) { ByLetters = true } : null;
    }
}
