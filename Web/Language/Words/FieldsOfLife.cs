using Web.Semantics;

namespace Web.Language;

/// <summary>The fields of life that tables come from, each with its words and with what a row of such a table is usually called.</summary>
internal static class FieldsOfLife
{
    private const int Telling = 2;

    private static readonly (string Names, string Rows)[] Fields =
    [
        (TradeWords.Names, TradeWords.Rows), (WorkWords.Names, WorkWords.Rows), (PeopleWords.Names, PeopleWords.Rows), (SchoolWords.Names, SchoolWords.Rows), (SportWords.Names, SportWords.Rows),
        (CultureWords.Names, CultureWords.Rows), (TransportWords.Names, TransportWords.Rows), (NatureWords.Names, NatureWords.Rows), (IndustryWords.Names, IndustryWords.Rows), (SocietyWords.Names, SocietyWords.Rows),
        (LeisureWords.Names, LeisureWords.Rows), (MedicineWords.Names, MedicineWords.Rows), (PlacesWords.Names, PlacesWords.Rows), (FinanceWords.Names, FinanceWords.Rows), (OnlineWords.Names, OnlineWords.Rows),
        (EnergyWords.Names, EnergyWords.Rows), (CheckWords.Names, CheckWords.Rows), (RailWords.Names, RailWords.Rows), (OfficeWords.Names, OfficeWords.Rows), (LivingWords.Names, LivingWords.Rows),
    ];

    public static IEnumerable<string> Names => [GeneralWords.Names, EverydayWords.Names, .. Fields.Select(life => life.Names)];

    private static readonly PhraseTrie<int> Words = BuildWords();
    private static readonly IReadOnlyList<Token>[][] RowNouns = [.. Fields.Select(field => Phrases.Lines(field.Rows).SelectMany(forms => forms).Select(form => (IReadOnlyList<Token>)Tokens.Of(form)).ToArray())];
    private static readonly PhraseTrie<bool> AnyRows = BuildRows();

    /// <summary>What rows of any table may be called.</summary>
    public static IEnumerable<IReadOnlyList<Token>> GeneralRows { get; } = [.. Phrases.Lines(GeneralWords.Rows).SelectMany(forms => forms).Select(form => (IReadOnlyList<Token>)Tokens.Of(form))];

    /// <summary>Whether rows of some table are called so: patients, 試合.</summary>
    public static bool IsRows(IReadOnlyList<Token> noun) => AnyRows.Exactly(noun) is not null;

    /// <summary>What the rows of a table with these names may be called: several of its columns speak of one field of life.</summary>
    public static IEnumerable<IReadOnlyList<Token>> RowsOf(DatasetContract contract)
    {
        // A table that somebody described says itself what its rows are.
        if (contract.Synonyms.Count > 0) return [];
        var told = new HashSet<string>[Fields.Length];
        for (var i = 0; i < told.Length; i++) told[i] = new(StringComparer.Ordinal);
        foreach (var column in contract.Columns.Where(column => column.Related is null))
        {
            foreach (var name in ColumnForms.NamesOf(column))
            {
                for (var from = 0; from < name.Count; from++)
                {
                    foreach (var (_, fields) in Words.At(name, from))
                    {
                        foreach (var field in fields) told[field].Add(column.Name);
                    }
                }
            }
        }
        var most = told.Max(t => t.Count);
        return most < Telling ? [] : Enumerable.Range(0, told.Length).Where(i => told[i].Count >= Telling && told[i].Count * 2 >= most).SelectMany(i => RowNouns[i]);
    }

    /// <summary>A word of three fields or of all (point, result) tells nothing.</summary>
    private static PhraseTrie<int> BuildWords()
    {
        var general = Phrases.Lines(GeneralWords.Names).SelectMany(forms => forms).ToHashSet(StringComparer.Ordinal);
        var forms = Fields.SelectMany((life, i) => Phrases.Lines(life.Names).SelectMany(line => line).Distinct(StringComparer.Ordinal).Select(form => (form, i))).ToLookup(f => f.form, f => f.i, StringComparer.Ordinal);
        var trie = new PhraseTrie<int>();
        foreach (var form in forms.Where(form => form.Count() < 3 && !general.Contains(form.Key)))
        {
            foreach (var i in form) trie.Add(Tokens.Of(form.Key), i);
        }
        return trie;
    }

    private static PhraseTrie<bool> BuildRows()
    {
        var trie = new PhraseTrie<bool>();
        foreach (var noun in RowNouns.SelectMany(nouns => nouns)) trie.Add(noun, true);
        return trie;
    }
}
