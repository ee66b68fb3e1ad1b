using Web.Semantics;

namespace Web.Language;

/// <summary>Nouns that say what somebody is, by the general dictionaries: pilot, bather, 教官.</summary>
internal static class PersonNouns
{
    private const int UsualSenses = 2;
    private static readonly HashSet<string> English = Read();

    public static bool AreHere => English.Count > 0;

    /// <summary>Words that are no less something else in a table: grades and values of columns.</summary>
    private static readonly HashSet<string> Doubtful = new(StringComparer.Ordinal)
    {
        // The other party, who is not the one that a row is kept by.
        "customer", "client", "consumer", "supplier", "vendor", "seller", "buyer", "purchaser", "visitor", "guest", "tenant", "carrier", "provider", "partner", "passenger", "patient", "subscriber", "sponsor", "donor", "applicant", "student", "pupil", "child", "user", "owner", "manufacturer", "producer", "maker", "brand",
        "server", "printer", "router", "scanner", "host", "speaker", "dealer", "browser", "computer", "counter", "reader", "charger", "heater", "boiler", "player", "trailer", "cooler", "mixer", "roller",
        "general", "major", "minor", "native", "official", "ward", "white", "black", "male", "female", "senior", "junior", "private", "regular", "principal", "beginner", "professional", "second", "third",
    };

    /// <summary>"by pilot", エンジニアごと, "which clerk": whoever it is, where one column holds people. Counted, they may be rows.</summary>
    public static bool Name(Unknowns unknowns, int i)
    {
        if (unknowns.Lexicon.PersonColumn is not { } called || unknowns.IsGuessed(i) || unknowns.IsName(i)) return false;
        if (unknowns.PlaceOf(i) != Place.Grouped && !unknowns.Means(i - 1, m => m is WordMeaning { Word.Kind: WordKind.Which }) && !AreTold(unknowns, i)) return false;
        if ((IsAnybody(unknowns.Written(i)) ? called : Workers(unknowns.Lexicon, called)) is not { } people) return false;
        var (first, last) = (BeginningOf(unknowns, i), i);
        return (Are(unknowns.Phrase(i, i)) || AreRows(unknowns, i)) && (unknowns.Lexicon.HasPersonNames || IsWhoever(unknowns, i, people)) && unknowns.Guess(first, last, [new FieldMeaning(people, 0.8, Written: unknowns.Written(i))]);
    }

    /// <summary>"per person", 人ごと: whoever it is.</summary>
    private static bool IsAnybody(string noun) => noun is "person" or "people" or "persons" or "人" or "員" or "individual" or "somebody";

    /// <summary>A technician is no customer: beside those who are served, the one other column of people; none where there are several or none.</summary>
    private static Column? Workers(Lexicon lexicon, Column people)
    {
        if (!IsServed(people)) return people;
        return lexicon.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Text, Role: ColumnRole.Dimension } && c != people && !IsServed(c) && (People.IsOfPeople(c) || People.IsOfSomebody(c))).ToList() is [var only] ? only : null;
    }

    private static bool IsServed(Column column) => ColumnForms.NamesOf(column).Any(name => name.LastOrDefault(t => t.Raw is not ("name" or "id" or "no" or "number")) is { } last && Served.Contains(last.Raw));

    private static readonly HashSet<string> Served = new(StringComparer.Ordinal) { "customer", "client", "consumer", "supplier", "vendor", "buyer", "purchaser", "visitor", "guest", "tenant", "passenger", "patient", "subscriber", "donor", "applicant" };

    /// <summary>担当者, "staff", or what the column itself is called: no other calling than its own.</summary>
    private static bool IsWhoever(Unknowns unknowns, int i, Column people) =>
        unknowns.Written(i) is "担当者" or "担当" or "人" or "員" or "係" or "staff" or "person" or "people" || (!unknowns.First(i).IsJapanese && unknowns.Lexicon.StemsOf(people).Contains(unknowns.Last(i).Text));

    /// <summary>"pilots with more than 20 flights"</summary>
    private static bool AreTold(Unknowns unknowns, int i) =>
        i == 0 && unknowns.First(i) is { Script: Script.Word, Raw: [.., 's'] } && i + 1 < unknowns.Count && unknowns.Written(i + 1) is "with" or "who" or "whohave" or "whohad" or "having" && unknowns.Means(i + 2, m => m is WordMeaning { Word.Kind: WordKind.Compare });

    /// <summary>焙煎担当者, 採水した人: what they do, before the noun.</summary>
    private static int BeginningOf(Unknowns unknowns, int i)
    {
        if (i == 0 || unknowns.First(i) is not { IsJapanese: true, Glued: true }) return i;
        if (unknowns.Last(i - 1).Script == Script.Kanji && (unknowns.IsUntouched(i - 1) || unknowns[i - 1].Meanings.All(m => m is FieldMeaning { Own: false }))) return i - 1;
        return i > 1 && unknowns.Written(i - 1) is "した" or "している" && unknowns.IsUntouched(i - 2) && unknowns.First(i - 2).IsJapanese ? i - 2 : i;
    }

    /// <summary>"per person", 人ごと: a word for rows, where the rows are no people and something is divided by it.</summary>
    public static bool AreRows(Unknowns unknowns, int i) =>
        unknowns.Lexicon.PersonColumn is not null && unknowns.PlaceOf(i) == Place.Grouped && unknowns[i].Meanings.All(m => m is EntityMeaning { Quality: < 0.8 } or WordMeaning { Word.Kind: WordKind.Rows })
        && (unknowns.Written(i) is "人" or "員" || Are(unknowns.Phrase(i, i)));

    public static bool Are(IReadOnlyList<Token> phrase)
    {
        if (phrase.Count == 0) return false;
        if (!phrase[0].IsJapanese) return IsEnglish(phrase[^1].Raw);
        var written = string.Concat(phrase.Select(t => t.Raw));
        return written.Length > 1 && JapaneseEnglish.Of(written).Take(UsualSenses).Any(gloss => gloss.StartsWith("person ", StringComparison.Ordinal) || IsEnglish(gloss[(gloss.LastIndexOf(' ') + 1)..]));
    }

    private static bool IsEnglish(string word) =>
        !Doubtful.Contains(word) && (English.Contains(word) || (word.EndsWith("ies", StringComparison.Ordinal) && English.Contains(word[..^3] + "y")) || (word.EndsWith('s') && !Doubtful.Contains(word[..^1]) && English.Contains(word[..^1])) || word is "people" or "men" or "women" or "children");

    private static HashSet<string> Read()
    {
        using var stream = typeof(PersonNouns).Assembly.GetManifestResourceStream("words/persons.txt");
        if (stream is null) return [];
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n')];
    }
}
