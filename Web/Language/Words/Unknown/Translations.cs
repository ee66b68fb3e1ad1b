using Web.Semantics;

namespace Web.Language;

/// <summary>The names and values of a dataset by the general dictionary, for words of the other language that no vocabulary of ours has.</summary>
internal sealed class Translations(DatasetContract contract, PhraseTrie<Meaning> trie)
{
    private const int MostValues = 200;
    private const double Whole = 0.9;
    private const int FewValues = 40, FewNames = 4, MostKept = 600;
    private const float Far = 0.25f;
    private const double Near = 0.6, Clear = 0.08, OfNear = 0.8;
    private readonly Lazy<List<(Column Column, string Value, List<Gloss> Name, List<Token> Tokens, string Written)>> values = new(() => ValuesOf(contract));
    /// <summary>The values of columns of many, one after the other: what begins a value of few may occur in one of these too.</summary>
    private readonly Lazy<string> manyValues = new(() => string.Join('\n', contract.Columns.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Text, Values.Count: > FewValues }).SelectMany(c => c.Values!.Take(MostKept)).Select(value => Written(Tokens.Of(value, 8)))));
    private readonly Lazy<PhraseTrie<Meaning>> english = new(() => EnglishOf(contract, trie));

    /// <summary>What a phrase of the other language stands for; two things at once are none.</summary>
    public List<Meaning> Of(Token[] phrase)
    {
        if (!JapaneseEnglish.IsHere || phrase.Length == 0) return [];
        if (!phrase[0].IsJapanese) return Only(english.Value.Exactly(phrase) ?? []);
        foreach (var gloss in JapaneseEnglish.Of(Written(phrase)))
        {
            var said = Tokens.Of(gloss);
            if (Only(trie.Exactly(said) ?? []) is { Count: > 0 } found && !found.Exists(m => m is FieldMeaning field && LandStates.Says(phrase) && LandStates.AreIn(field.Column))) return found;
            if (OfKind(said) is { Count: > 0 } kind) return kind;
            // 対局 is "playing a game", and a row is a game.
            if (said.Count > 1 && Tokens.OfName(contract.Key) is [.., var rows] && rows.Text == said[^1].Text && trie.Exactly([said[^1]])?.OfType<EntityMeaning>().FirstOrDefault(row => row.Quality >= 0.8) is { } row) return [row with { Quality = row.Quality * Whole }];
        }
        return OfParts(phrase);
    }

    /// <summary>有料検索 of Paid Search: a compound that no dictionary has, by its two halves.</summary>
    private List<Meaning> OfParts(Token[] phrase)
    {
        for (var cut = 2; phrase.Length >= 4 && cut <= phrase.Length - 2; cut++)
        {
            foreach (var first in JapaneseEnglish.Of(Written(phrase[..cut])).Take(MostSenses))
            {
                foreach (var second in JapaneseEnglish.Of(Written(phrase[cut..])).Take(MostSenses))
                {
                    if (first.Length > 0 && second.Length > 0 && Only(trie.Exactly([.. Tokens.Of(first), .. WithoutTail(Tokens.Of(second))]) ?? []) is { Count: > 0 } found && found.TrueForAll(m => m is ValueMeaning or FieldMeaning { Own: true })) return found;
                }
            }
        }
        return [];
    }

    /// <summary>検索 is "searching for": what it is done to stands elsewhere.</summary>
    private static IEnumerable<Token> WithoutTail(List<Token> gloss) => gloss is [_, { Raw: "for" or "of" or "to" or "on" or "at" }] ? gloss.Take(1) : gloss;

    private const int MostSenses = 6;

    /// <summary>深煎り, 年払い of the values Dark and Annual: "dark roast" and "annual payment" say what of as well.</summary>
    private List<Meaning> OfKind(List<Token> said) =>
        said.Count == 2 && trie.Exactly(said[..1])?.OfType<ValueMeaning>().Where(v => v.Column.Values?.Count <= FewKinds && string.Equals(v.Value, said[0].Raw, StringComparison.OrdinalIgnoreCase) && !ColumnForms.NamesOf(v.Column).Any(name => name.Count == 1 && name[0].Text == said[1].Text)).ToList() is [var kind] && IsSpokenOf(said[1])
            ? [kind with { Quality = OfNear }] : [];

    /// <summary>The table or what divides it is called so: a late shift is nothing to a table of lateness.</summary>
    private bool IsSpokenOf(Token word) =>
        contract.Titles.Values.Prepend(contract.Key).Any(title => Tokens.OfName(title).Exists(t => t.Text == word.Text))
        || contract.Columns.Any(c => c is { Hidden: false, Related: null, Type: ColumnType.Text, Role: ColumnRole.Dimension } && ColumnForms.NamesOf(c).Any(name => name.Any(t => t.Text == word.Text)));

    private const int FewKinds = 12;

    /// <summary>What the whole table is about, said in a word: シーケンサー over sequencing runs.</summary>
    public bool IsOfTable(List<Gloss> asked) => asked is [{ General: false } word] && about.Value.Exists(other => Math.Max(word.Likeness(other), word.Nearness(other)) >= Near);

    /// <summary>A thing of which a column tells: seawater and its salinity.</summary>
    public static bool IsBeside(List<Gloss> asked, Column column) => asked is [{ General: false, Directions.Value.Length: > 0 } word] && ColumnForms.NamesOf(column).Where(name => name.Count <= 12).SelectMany(Glosses.Of).Any(name => !name.General && Gloss.Cosine(word, name) >= Beside);

    private const float Beside = 0.5f;

    /// <summary>A word of the language that has nothing to do with any name here: accidents in a table of takings.</summary>
    public bool IsFarFromAll(List<Gloss> asked) =>
        asked is [{ Directions.Value.Length: > 0 } word] && !names.Value.Exists(name => word.Likeness(name) > 0 || Gloss.Cosine(word, name) > Far) && names.Value.Count(name => name.Directions.Value.Length > 0) >= FewNames;

    private readonly Lazy<List<Gloss>> names = new(() => [.. contract.Columns.Where(c => c is { Hidden: false, Related: null }).SelectMany(c => ColumnForms.NamesOf(c)).Concat(contract.Titles.Values.Prepend(contract.Key).Select(Tokens.OfName)).Where(name => name.Count is > 0 and <= 12).SelectMany(Glosses.Of)]);
    private readonly Lazy<List<Gloss>> about = new(() => [.. contract.Titles.Values.Prepend(contract.Key).Distinct(StringComparer.Ordinal).SelectMany(title => Glosses.Of(Tokens.OfName(title))).Where(piece => !piece.General && piece.Own.Length > 2)]);

    /// <summary>The one value of the few of a column that a phrase comes near to in meaning: 失敗 is Failed.</summary>
    public ValueMeaning? NearValue(List<Gloss> asked, string written)
    {
        var (best, most, second) = ((ValueMeaning?)null, 0.0, 0.0);
        foreach (var (column, value, name, _, _) in values.Value)
        {
            if (name.Count != asked.Count || RowNames.AreGiven(column)) continue;
            var near = asked.Min(piece => name.Max(other => Math.Max(piece.Likeness(other), piece.Nearness(other))));
            if (near > most) (best, most, second) = (new ValueMeaning(column, value, OfNear, written), near, most);
            else second = Math.Max(second, near);
        }
        return most < Near || most - second < Clear ? null : best;
    }

    /// <summary>The one value that begins or ends with a phrase, when it occurs in no other.</summary>
    public ValueMeaning? ValueWith(Token[] phrase)
    {
        var typed = Written(phrase);
        ValueMeaning? only = null;
        foreach (var (column, value, _, name, written) in values.Value)
        {
            if (!written.Contains(typed, StringComparison.Ordinal)) continue;
            if (only is not null || name.Count <= phrase.Length || !(Says(name.Take(phrase.Length), phrase) || Says(name.TakeLast(phrase.Length), phrase))) return null;
            only = new ValueMeaning(column, value, OfNear, typed);
        }
        return only is null || manyValues.Value.Contains(typed, StringComparison.Ordinal) ? null : only;
    }

    private static bool Says(IEnumerable<Token> part, Token[] phrase) => part.Select(t => t.Raw).SequenceEqual(phrase.Select(t => t.Raw), StringComparer.Ordinal);

    /// <summary>The values of columns of few.</summary>
    public IEnumerable<(Column Column, string Value, List<Gloss> Name, string Written)> OfFewValues => values.Value.Where(v => !RowNames.AreGiven(v.Column)).Select(v => (v.Column, v.Value, v.Name, v.Written));

    private static List<(Column, string, List<Gloss>, List<Token>, string)> ValuesOf(DatasetContract contract)
    {
        var found = new List<(Column, string, List<Gloss>, List<Token>, string)>();
        foreach (var column in contract.Columns.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Text, Role: ColumnRole.Dimension, Values.Count: > 1 and <= FewValues }))
        {
            foreach (var value in column.Values!)
            {
                if (Tokens.Of(value, 8).Where(t => t.Script != Script.Mark).ToList() is { Count: > 0 } name) found.Add((column, value, Glosses.Of(name), Tokens.Of(value, 8), Written(name)));
            }
        }
        return found;
    }

    private static List<Meaning> Only(IEnumerable<Meaning> meanings)
    {
        List<Meaning> found = [.. meanings.Where(m => m is ValueMeaning or FieldMeaning { Weak: false } or EntityMeaning && m.Quality >= 0.8).Select(m => m with { Quality = m.Quality * Whole })];
        // A flight is the row before it is the number of one.
        if (found.Exists(m => m is EntityMeaning)) found.RemoveAll(m => m is FieldMeaning { Column.Role: ColumnRole.Identity });
        var things = found.Select(m => m switch { ValueMeaning value => value.Column, FieldMeaning field => field.Column, _ => null }).Distinct().Count();
        return things == 1 && found.OfType<ValueMeaning>().Select(v => v.Value).Distinct(StringComparer.Ordinal).Count() <= 1 ? found : [];
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
                        // 回答番号 is a number of a response; the number of responses is counted.
                        if (gloss is [{ Text: "number" }, { Text: "of" }, ..] && meaning is FieldMeaning { Column.Role: not ColumnRole.Measure }) continue;
                        if (seen.Add((Written(gloss), meaning))) found.Add(gloss, meaning);
                    }
                }
            }
        }
        return found;
    }

    private static string Written(IReadOnlyList<Token> phrase) => string.Concat(phrase.Select(t => t.Raw));
}
