using Web.Semantics;

namespace Web.Language;

/// <summary>Names of columns that tell which field of life a table comes from, and so what its rows are called.</summary>
internal sealed class TellingNames
{
    private const int Telling = 2;
    private readonly PhraseTrie<int> words;
    private readonly IReadOnlyList<Token>[][] rows;
    private readonly PhraseTrie<bool> any = new();

    public TellingNames(IReadOnlyList<(string Names, string Rows)> fields)
    {
        words = WordsOf(fields);
        rows = [.. fields.Select(field => Phrases.Lines(field.Rows).SelectMany(forms => forms).Select(form => (IReadOnlyList<Token>)Tokens.Of(form)).ToArray())];
        foreach (var noun in rows.SelectMany(nouns => nouns)) any.Add(noun, true);
    }

    public bool IsRows(IReadOnlyList<Token> noun) => any.Exactly(noun) is not null;

    public List<IReadOnlyList<Token>> RowsOf(DatasetContract contract)
    {
        var told = new HashSet<string>[rows.Length];
        for (var i = 0; i < told.Length; i++) told[i] = new(StringComparer.Ordinal);
        foreach (var column in contract.Columns.Where(column => column.Related is null))
        {
            foreach (var name in ColumnForms.NamesOf(column))
            {
                for (var from = 0; from < name.Count; from++)
                {
                    foreach (var (_, fields) in words.At(name, from))
                    {
                        foreach (var field in fields) told[field].Add(column.Name);
                    }
                }
            }
        }
        var most = told.Max(t => t.Count);
        return most < Telling ? [] : [.. Enumerable.Range(0, told.Length).Where(i => told[i].Count >= Telling && told[i].Count * 2 >= most).SelectMany(i => rows[i])];
    }

    /// <summary>A word of three fields or of all (point, result) tells nothing.</summary>
    private static PhraseTrie<int> WordsOf(IReadOnlyList<(string Names, string Rows)> fields)
    {
        var general = Phrases.Lines(GeneralWords.Names).SelectMany(forms => forms).ToHashSet(StringComparer.Ordinal);
        var forms = fields.SelectMany((life, i) => Phrases.Lines(life.Names).SelectMany(line => line).Distinct(StringComparer.Ordinal).Select(form => (form, i))).ToLookup(f => f.form, f => f.i, StringComparer.Ordinal);
        var trie = new PhraseTrie<int>();
        foreach (var form in forms.Where(form => form.Count() < 3 && !general.Contains(form.Key)))
        {
            foreach (var i in form) trie.Add(Tokens.Of(form.Key), i);
        }
        return trie;
    }
}
