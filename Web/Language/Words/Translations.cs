using Web.Semantics;

namespace Web.Language;

/// <summary>The names and values of a dataset by the general dictionary, for words of the other language that no vocabulary of ours has.</summary>
internal sealed class Translations(DatasetContract contract, PhraseTrie<Meaning> trie)
{
    private const int MostValues = 200;
    private const double Whole = 0.9;
    private readonly Lazy<PhraseTrie<Meaning>> english = new(() => EnglishOf(contract, trie));

    /// <summary>What a phrase of the other language stands for; two things at once are none.</summary>
    public List<Meaning> Of(Token[] phrase)
    {
        if (!JapaneseEnglish.IsHere || phrase.Length == 0) return [];
        if (!phrase[0].IsJapanese) return Only(english.Value.Exactly(phrase) ?? []);
        foreach (var gloss in JapaneseEnglish.Of(Written(phrase)))
        {
            if (Only(trie.Exactly(Tokens.Of(gloss)) ?? []) is { Count: > 0 } found) return found;
        }
        return [];
    }

    private static List<Meaning> Only(IEnumerable<Meaning> meanings)
    {
        List<Meaning> found = [.. meanings.Where(m => m is ValueMeaning or FieldMeaning { Weak: false } or EntityMeaning && m.Quality >= 0.8).Select(m => m with { Quality = m.Quality * Whole })];
        return found.Select(m => m switch { ValueMeaning value => value.Column, FieldMeaning field => field.Column, _ => null }).Distinct().Count() == 1 && found.OfType<ValueMeaning>().Select(v => v.Value).Distinct(StringComparer.Ordinal).Count() <= 1 ? found : [];
    }

    /// <summary>The Japanese names and values of the dataset by their English words.</summary>
    private static PhraseTrie<Meaning> EnglishOf(DatasetContract contract, PhraseTrie<Meaning> trie)
    {
        var found = new PhraseTrie<Meaning>();
        var seen = new HashSet<(string, Meaning)>();
        foreach (var column in contract.Columns.Where(c => c is { Hidden: false, Related: null }))
        {
            IEnumerable<IReadOnlyList<Token>> values = column is { IsNumeric: false, IsTemporal: false, Values.Count: <= MostValues } ? column.Values.Select(value => Tokens.Of(value, 8)) : [];
            foreach (var phrase in ColumnForms.Of(column).Where(form => form.Quality >= 0.9).Select(form => form.Tokens).Concat(values).Where(phrase => phrase.Count > 0 && phrase.All(t => t.IsJapanese)))
            {
                foreach (var gloss in JapaneseEnglish.Of(Written(phrase)).Select(gloss => Tokens.Of(gloss)))
                {
                    foreach (var meaning in trie.Exactly(phrase) ?? [])
                    {
                        if (seen.Add((Written(gloss), meaning))) found.Add(gloss, meaning);
                    }
                }
            }
        }
        return found;
    }

    private static string Written(IReadOnlyList<Token> phrase) => string.Concat(phrase.Select(t => t.Raw));
}
