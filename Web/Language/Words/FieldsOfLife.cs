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

    private static readonly TellingNames Known = new(Fields);
    private static readonly Lazy<TellingNames> Wide = new(() => new TellingNames([.. LifeTexts.OfFields()]));

    /// <summary>What rows of any table may be called.</summary>
    public static IEnumerable<IReadOnlyList<Token>> GeneralRows { get; } = [.. Phrases.Lines(GeneralWords.Rows).SelectMany(forms => forms).Select(form => (IReadOnlyList<Token>)Tokens.Of(form))];

    /// <summary>Whether rows of some table are called so: patients, 試合.</summary>
    public static bool IsRows(IReadOnlyList<Token> noun) => Known.IsRows(noun);

    /// <summary>Whether it is a noun by which rows of some table, in whatever field of life, are called.</summary>
    public static bool MayBeRows(IReadOnlyList<Token> noun) => Known.IsRows(noun) || Wide.Value.IsRows(noun) || Listed.Value.Exactly(noun) is not null;

    private static readonly Lazy<PhraseTrie<bool>> Listed = new(() =>
    {
        var trie = new PhraseTrie<bool>();
        foreach (var form in Phrases.Lines(LifeTexts.Of("rows")).SelectMany(forms => forms)) trie.Add(Tokens.Of(form), true);
        return trie;
    });

    /// <summary>What the rows of a table with these names may be called: several of its columns speak of one field of life.</summary>
    public static IEnumerable<IReadOnlyList<Token>> RowsOf(DatasetContract contract)
    {
        // A table that somebody described says itself what its rows are.
        if (contract.Synonyms.Count > 0) return [];
        return Known.RowsOf(contract) is { Count: > 0 } rows ? rows : Wide.Value.RowsOf(contract);
    }
}
