using Web.Semantics;

namespace Web.Language;

/// <summary>The names and values of a dataset by their single words and by their sound; put together when first asked for.</summary>
internal sealed class SpokenNames(DatasetContract contract, PhraseTrie<Meaning> trie)
{
    private const int MostValues = 2000;
    private readonly Lazy<Dictionary<string, string>> words = new(() => WordsOf(contract));
    private readonly Lazy<Dictionary<string, List<Meaning>?>> sounds = new(() => SoundsOf(contract, trie));

    public IReadOnlyDictionary<string, string> Words => words.Value;

    /// <summary>What <paramref name="kana"/> sounds like, or null; two things of one sound are none.</summary>
    public List<Meaning>? HeardAs(string kana) =>
        Loanwords.OfKana(kana) is { } heard && (heard.Length > 2 || kana.Length > 3) && sounds.Value.TryGetValue(heard, out var meanings) ? meanings : null;

    private static IEnumerable<(Column Column, string Value)> Values(DatasetContract contract) =>
        contract.Columns.Where(c => c is { Hidden: false, Related: null } && c.Values is { Count: <= MostValues }).SelectMany(c => c.Values!.Select(v => (c, v)));

    private static Dictionary<string, string> WordsOf(DatasetContract contract)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, value) in Values(contract))
        {
            foreach (var token in Tokens.Of(value, 12).Where(t => t.Script == Script.Word && t.Raw.Length >= 5)) found.TryAdd(token.Raw, token.Text);
        }
        return found;
    }

    private static Dictionary<string, List<Meaning>?> SoundsOf(DatasetContract contract, PhraseTrie<Meaning> trie)
    {
        var found = new Dictionary<string, List<Meaning>?>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in contract.Columns.Where(c => c is { Hidden: false, Related: null }))
        {
            foreach (var form in ColumnForms.Of(column).Where(f => f.Quality >= 0.6)) Add(form.Tokens, 2);
        }
        foreach (var (_, value) in Values(contract)) Add(Tokens.Of(value, 6), 3);
        return found;

        void Add(IReadOnlyList<Token> phrase, int least)
        {
            // Series A is spoken with its letter, シリーズエー.
            if (phrase.Count is 0 or > 3 || phrase.Count > 1 && phrase[^1].Raw.Length == 1 || phrase.Any(t => t.Script != Script.Word) || !named.Add(string.Join(' ', phrase.Select(t => t.Raw)))) return;
            if (trie.Exactly(phrase) is not { } meanings) return;
            List<Meaning> heard = [.. meanings.Where(m => m is FieldMeaning or ValueMeaning or EntityMeaning).Select(m => m with { Quality = m.Quality * 0.88 })];
            if (heard.Count == 0) return;
            foreach (var sound in Loanwords.OfLatin(string.Concat(phrase.Select(t => t.Raw))))
            {
                if (sound.Length < least) continue;
                if (!found.TryAdd(sound, heard) && found[sound] is { } other && !other.Exists(o => heard.Exists(h => IsSame(o, h)))) found[sound] = null;
            }
        }
    }

    private static bool IsSame(Meaning one, Meaning other) => (one, other) switch
    {
        (FieldMeaning a, FieldMeaning b) => a.Column == b.Column,
        (ValueMeaning a, ValueMeaning b) => a.Column == b.Column && a.Value == b.Value,
        (EntityMeaning, EntityMeaning) => true,
        _ => false,
    };
}
