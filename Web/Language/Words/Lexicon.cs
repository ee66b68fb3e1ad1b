using System.Runtime.CompilerServices;
using Web.Semantics;

namespace Web.Language;

/// <summary>Every phrase by which people name the parts of one dataset, built once per contract.</summary>
internal sealed class Lexicon
{
    private const int FewKinds = 12;
    private const double BesideAnother = 0.3, Called = 0.8;
    private static readonly List<Token> Holders = Tokens.Of("者");
    private static readonly ConditionalWeakTable<DatasetContract, Lexicon> Cache = [];
    private readonly PhraseTrie<Meaning> trie = new();
    private readonly PhraseTrie<Meaning>? found;
    private readonly Dictionary<string, string[]> stems = new(StringComparer.Ordinal);
    private readonly HashSet<(string Phrase, Column? Column, string? Value)> known = [];
    private readonly SpokenNames sounds;
    private bool rowsAreCalled;

    public DatasetContract Contract { get; }

    /// <summary>The English words of fields and rows as written, each with its stem, to correct typing errors against.</summary>
    public Dictionary<string, string> Words { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>Parts of headers that are no words of the dictionaries, perhaps words in short.</summary>
    public Dictionary<string, string> ShortParts { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>The English words of values.</summary>
    public IReadOnlyDictionary<string, string> ValueWords => sounds.Words;

    /// <summary>What a word in katakana sounds like here.</summary>
    public List<Meaning>? HeardAs(string kana) => sounds.HeardAs(kana);

    public People People { get; private init; } = new();

    /// <summary>What the names and values are called in the other language, by the general dictionary.</summary>
    public Translations Translations { get; }

    private Lazy<Resemblance> Resembling { get; init; }

    private Lazy<Nearby> Near { get; init; }

    /// <summary>How near words come to the names and values.</summary>
    public Nearby Nearby => Near.Value;

    /// <summary>What columns speak of, for words that are none of their names.</summary>
    public Resemblance Resemblance => Resembling.Value;

    public Column? Identity { get; }

    /// <summary>The one column of people in a table whose rows are none, for "who" and for nouns of persons.</summary>
    public Column? PersonColumn { get; private init; }

    /// <summary>What stands in <see cref="PersonColumn"/> are names of persons.</summary>
    public bool HasPersonNames { get; private init; }

    /// <summary>Every row has a key: what <see cref="Identity"/> names is counted as rows.</summary>
    public bool IsPerRow { get; }

    /// <summary>Nearly every row has one of its own, as far as that is known.</summary>
    public bool IsOncePerRow(Column column) => Contract.Columns.FirstOrDefault(c => c.Role == ColumnRole.Identity)?.Values?.Count is { } rows && column.Values?.Count >= rows * MostOfRows;

    private const double MostOfRows = 0.8;
    private const int FewNames = 40;

    /// <summary>A name that many rows share: of courses beside a key of sections, of customers where rows are called orders, of few stores through many days.</summary>
    public bool ComesAgain(Column column) =>
        RowNames.IsName(column) && (Contract.Columns.FirstOrDefault(c => c.Role == ColumnRole.Identity) is { } key
            ? column != Identity && (key.Values is null ? column.Values?.Count <= FewNames : column.Values is not null && !IsOncePerRow(column))
            : column.Values?.Count <= FewNames && HasDates || rowsAreCalled);

    /// <summary>The words of a column's name that tell it from others, stemmed.</summary>
    public IReadOnlyList<string> StemsOf(Column column) => stems.TryGetValue(column.Name, out var own) ? own : [];

    public static Lexicon Of(DatasetContract contract) => Cache.GetValue(contract, static c => new Lexicon(c));

    /// <summary>Over one of the datasets of a request, with the values that were looked up for its words.</summary>
    public static Lexicon Of(DatasetContract contract, Request request)
    {
        var whole = Of(contract);
        List<FoundValue> found = [.. request.Found.Where(value => value.Dataset == contract.Key)];
        return found.Count == 0 ? whole : new Lexicon(whole, found);
    }

    /// <summary>What is known of the dataset is shared; only what was looked up is this request's own.</summary>
    private Lexicon(Lexicon whole, List<FoundValue> values)
    {
        (Contract, trie, stems, sounds, Identity, IsPerRow, Words, ShortParts, People) = (whole.Contract, whole.trie, whole.stems, whole.sounds, whole.Identity, whole.IsPerRow, whole.Words, whole.ShortParts, whole.People);
        (Resembling, Near, Translations, PersonColumn, HasPersonNames, HasHours, HasDates, HourColumn) = (whole.Resembling, whole.Near, whole.Translations, whole.PersonColumn, whole.HasPersonNames, whole.HasHours, whole.HasDates, whole.HourColumn);
        found = new PhraseTrie<Meaning>();
        foreach (var value in values)
        {
            var tokens = Tokens.Of(value.Value, ValueKeys.MostTokens + 1);
            if (Contract.Find(value.Column) is not { } column || tokens.Count is 0 or > ValueKeys.MostTokens || whole.known.Contains((Key(tokens), column, value.Value))) continue;
            AddValue(column, value.Value, tokens, 1.0, found);
        }
    }

    private Lexicon(DatasetContract contract)
    {
        Contract = contract;
        sounds = new SpokenNames(contract, trie);
        Translations = new Translations(contract, trie);
        Column[] visible = [.. contract.Columns.Where(c => c is { Hidden: false, Related: null })];
        Resembling = new(() => new Resemblance(visible));
        Near = new(() => new Nearby(contract, Translations));
        var title = RowNames.TitleOf(contract, visible);
        var key = visible.FirstOrDefault(c => c.Role == ColumnRole.Identity);
        var spoken = key is null ? null : RowNames.SpokenFor(key, visible);
        Identity = spoken ?? key ?? title;
        IsPerRow = key is not null;
        PersonColumn = Identity is not null && People.IsOfPeople(Identity) ? null : People.ColumnOf(visible);
        HasPersonNames = PersonColumn is not null && People.HasNames(PersonColumn);
        var coded = RowNames.CodesWithNames(visible);
        var people = RowNames.NumberedPeople(visible);
        IReadOnlyDictionary<Column, Column>[] shorter = [SharedPrefixes.Without(visible), Decorated.WithoutTails(visible)];
        var kinds = new KindsOfRows(visible);
        foreach (var column in visible)
        {
            List<Form> forms = [.. ColumnForms.Of(column).OrderByDescending(f => f.Quality)];
            // Where a station has a code and a name, "station" is its name.
            if (column == key && spoken is not null) forms.RemoveAll(f => !f.Own && !RowNames.SaysKey(Written(f.Tokens)));
            if (people is { } told && told.Number == column)
            {
                foreach (var form in forms.Where(f => !f.Own && !RowNames.SaysKey(Written(f.Tokens))).ToList()) AddField(told.Name, form);
                forms.RemoveAll(f => !f.Own && !RowNames.SaysKey(Written(f.Tokens)));
            }
            if (coded.Contains(column)) forms.RemoveAll(f => !f.Own && !RowNames.SaysKey(Written(f.Tokens)));
            foreach (var plain in shorter.Select(bare => bare.GetValueOrDefault(column)).OfType<Column>()) forms.AddRange(ColumnForms.Of(plain).Select(f => f with { Quality = f.Quality - 0.04, Own = false }));
            // "hours" are the hours worked and not the overtime, where both are kept.
            if (Provisional.WordOf(column, visible) is { } word) forms = forms.ConvertAll(form => form.Own || Says(form.Tokens, word) || Tokens.OfName(column.Name).Count > 1 && column.Synonyms.Any(said => Written(Tokens.Of(said)) == Written(form.Tokens)) ? form : form with { Quality = form.Quality - BesideAnother });
            if (LandStates.AreIn(column)) forms.RemoveAll(form => LandStates.Says(form.Tokens));
            foreach (var form in forms.Where(form => form.Own || !kinds.AreIn(form.Tokens, column))) AddField(column, form);
            AddSides(column, forms);
            stems[column.Name] = [.. ColumnForms.NamesOf(column).SelectMany(name => name).Where(t => t.Script == Script.Word && t.Raw.Length > 3).Select(t => t.Text).Distinct(StringComparer.Ordinal)];
            AddValues(column);
            AddKin(column, KinOfValues.Numbered(column));
            // What the data and the contract say themselves stands before the usual words for it.
            foreach (var (phrase, value) in Opposites.OfValues(column).Where(other => trie.Exactly(other.Phrase) is null)) AddValue(column, value, phrase, 0.82);
            if (column == PersonColumn || People.IsOfPeople(column)) People.Add(column);
        }
        foreach (var (column, form) in ValueKinds.Of(visible))
        {
            if (trie.Exactly(form.Tokens)?.OfType<FieldMeaning>().Any(f => f.Quality >= 0.75) != true) AddField(column, form);
        }
        foreach (var column in visible) AddKin(column, KinOfValues.States(column));
        if (KindNouns.Whole(visible, out var typed) is { } kind && trie.Exactly(kind.Tokens)?.OfType<FieldMeaning>().Any() != true) AddField(typed!, kind);
        foreach (var (column, form) in SpentMoney.Of(contract, visible))
        {
            if (trie.Exactly(form.Tokens)?.OfType<FieldMeaning>().Any() != true) AddField(column, form);
        }
        foreach (var (column, form) in TitledWorks.Of(contract, visible))
        {
            if (trie.Exactly(form.Tokens) is null) AddField(column, form);
        }
        foreach (var measure in contract.Measures)
        {
            var named = NamedColumn.Of(measure);
            foreach (var form in ColumnForms.Of(named)) AddField(named, form);
        }
        foreach (var noun in title is null ? [] : RowNames.NounsOf(title)) AddEntity(new Form(noun, 0.9), title);
        foreach (var form in EntityForms.Of(contract, visible).OrderByDescending(f => f.Quality).ThenBy(f => f.Tokens.Count)) AddEntity(form);
        foreach (var column in contract.Columns.Where(c => c is { Hidden: false, Related: not null })) AddRelated(column);
        HourColumn = visible.FirstOrDefault(c => c.Type == ColumnType.Integer && ColumnForms.NamesOf(c).Any(name => name is [.., { Raw: "hour" or "hr" or "時" }] or [.., { Raw: "時" }, { Raw: "刻" or "台" }]));
        HasHours = HourColumn is not null || visible.Any(c => c.Type == ColumnType.Timestamp);
        HasDates = visible.Any(c => c.IsTemporal);
    }

    public IEnumerable<(int End, List<Meaning> Meanings)> At(IReadOnlyList<Token> tokens, int from) =>
        found is null ? trie.At(tokens, from, loose: true) : trie.At(tokens, from, loose: true).Concat(found.At(tokens, from, loose: true));

    /// <summary>What is called just so.</summary>
    public IReadOnlyList<Meaning> Exactly(IReadOnlyList<Token> phrase) => trie.Exactly(phrase) ?? [];

    /// <summary>The column that a general word (age, price, duration) names here, or null.</summary>
    public Column? ColumnCalled(string word) =>
        trie.Exactly(Tokens.Of(word))?.OfType<FieldMeaning>().Where(f => f.Column.IsNumeric).MaxBy(f => f.Quality)?.Column;

    /// <summary>It is known at what hour of the day something was.</summary>
    public bool HasHours { get; private init; }

    public bool HasDates { get; private init; }

    /// <summary>The hour of the day in a column of its own.</summary>
    public Column? HourColumn { get; private init; }

    /// <summary>All the columns that a general word names as well as any.</summary>
    public IReadOnlyList<Column> ColumnsCalled(string word, double least = 0)
    {
        var named = trie.Exactly(Tokens.Of(word))?.OfType<FieldMeaning>().Where(f => f.Column.IsNumeric && f.Quality >= least).ToList() ?? [];
        return [.. named.Where(f => f.Quality >= named.Max(m => m.Quality) - 0.05).Select(f => f.Column).Distinct()];
    }

    private void AddField(Column column, Form form)
    {
        // A number of responses is counted; it is no response's number.
        if (form.Tokens.Count == 0 || !form.Own && (column.Type == ColumnType.Text || column.Role != ColumnRole.Measure) && form.Tokens is [{ Text: "number" }, { Text: "of" }, _, ..] || !known.Add((Key(form.Tokens), column, null))) return;
        trie.Add(form.Tokens, new FieldMeaning(column, form.Quality, form.Weak, Written(form.Tokens), form.Own));
        foreach (var token in form.Tokens) AddWord(token);
    }

    /// <summary>A column beside the dataset's own: by the relation's name and its own, and, where nothing here is called so, by its own alone.</summary>
    private void AddRelated(Column column)
    {
        foreach (var form in RelatedForms.Whole(column).Concat(RelatedForms.Bare(column)).Where(form => !IsKnown(form.Tokens))) AddField(column, form);
        if (column.IsNumeric || column.IsTemporal) return;
        foreach (var (value, phrase) in RelatedForms.Values(column).Where(one => !IsKnown(one.Phrase))) AddValue(column, value, phrase, RelatedForms.Quality);
    }

    /// <summary>Whether the dataset itself calls anything so.</summary>
    private bool IsKnown(IReadOnlyList<Token> phrase) => trie.Exactly(phrase)?.Exists(meaning => meaning switch
    {
        FieldMeaning field => field.Column.Related is null && field.Quality >= 0.5,
        ValueMeaning value => value.Column.Related is null,
        _ => true,
    }) == true;

    /// <summary>The words for the yes and the no of a column: where it is called so itself, the column's own words stand.</summary>
    private void AddSides(Column column, List<Form> forms)
    {
        if (column.Type != ColumnType.Boolean) return;
        foreach (var (phrase, yes) in Opposites.Of(column, [.. forms.Where(f => f.Quality >= 0.9).Select(f => f.Tokens)]))
        {
            if (phrase.Count == 0 || trie.Exactly(phrase)?.OfType<FieldMeaning>().Any(f => f.Column == column) == true || !known.Add((Key(phrase), column, yes ? "true" : "false"))) continue;
            if (yes) AddField(column, new Form(phrase, 0.85));
            else trie.Add(phrase, new ValueMeaning(column, "false", 0.9, Written(phrase)));
            foreach (var token in phrase) AddWord(token);
        }
    }

    private void AddEntity(Form form, Column? title = null)
    {
        if (form.Weak && trie.Exactly(form.Tokens)?.OfType<FieldMeaning>().Any(f => f.Quality >= 0.7 && !RowNames.IsName(f.Column) && !RowNames.IsNumber(f.Column)) == true) return; // what a table is about, said in words that a column has
        if (ColumnForms.Counts(form.Tokens)) return; // how many there are is no name for them
        if (form.Tokens.Count == 0 || HidesValue(form.Tokens) || !known.Add((Key(form.Tokens), null, null))) return;
        trie.Add(form.Tokens, new EntityMeaning(form.Quality, Written(form.Tokens), title));
        rowsAreCalled |= form.Quality >= Called;
        foreach (var token in form.Tokens) AddWord(token);
    }

    private void AddValues(Column column)
    {
        if (column.IsNumeric || column.IsTemporal) return;
        foreach (var value in column.Values ?? [])
        {
            var tokens = Tokens.Of(value, ValueKeys.MostTokens + 1);
            if (tokens.Count is 0 or > ValueKeys.MostTokens) continue;
            AddValue(column, value, tokens, 1.0);
        }
        foreach (var (value, words) in column.ValueSynonyms)
        {
            foreach (var word in words) AddValue(column, value, Tokens.Of(word, 25), 1.0);
        }
        // "women in their 40s" of 40代
        foreach (var value in column.Values ?? [])
        {
            if (value is [>= '1' and <= '9', '0', '代'] or [>= '1' and <= '9', '0', '歳', '代']) foreach (var said in new[] { $"{value[..2]}s", $"{value[..2]}'s", $"in their {value[..2]}s" }) AddValue(column, value, Tokens.Of(said), 0.96);
        }
        // 当選者, 合格者: those of whom it holds.
        foreach (var value in column.Values is { Count: <= FewKinds } kinds ? kinds : [])
        {
            if (Tokens.Of(value, 6) is { Count: >= 2 and <= 4 } said && said.TrueForAll(t => t.Script == Script.Kanji) && said[^1].Raw is not ("者" or "人")) AddValue(column, value, [.. said, .. Holders], 0.98);
        }
        foreach (var titles in column.ValueTitles.Values)
        {
            foreach (var (value, title) in titles) AddValue(column, value, Tokens.Of(title, 25), 1.0);
        }
        // The dictionary's words come last: what the contract says itself is never weakened.
        foreach (var value in column.Values ?? [])
        {
            foreach (var phrase in Concepts.Values.Exactly(Tokens.Of(value, 25))?.SelectMany(a => a) ?? []) AddValue(column, value, phrase, 0.85);
        }
    }

    /// <summary>Several values that one word stands for, where it means nothing else.</summary>
    private void AddKin(Column column, IEnumerable<(List<Token> Phrase, string[] Values)> kin)
    {
        foreach (var (phrase, values) in kin)
        {
            if (trie.Exactly(phrase)?.TrueForAll(m => m is FieldMeaning { Weak: true }) != false) trie.Add(phrase, new ValueMeaning(column, values[0], 0.9, Written(phrase)) { Kin = values.Length > 1 ? values : null });
        }
    }

    private void AddValue(Column column, string value, IReadOnlyList<Token> phrase, double quality, PhraseTrie<Meaning>? to = null)
    {
        if (phrase.Count == 0 || phrase.All(t => t.Script is Script.Mark) || !known.Add((Key(phrase), column, value))) return;
        if (phrase.Count == 1 && phrase[0].Raw.Length == 1 && phrase[0].Script is Script.Word or Script.Hiragana) quality -= 0.3;
        (to ?? trie).Add(phrase, new ValueMeaning(column, value, quality, Written(phrase)));
    }

    /// <summary>受注案件 is a value and the rows: as one word for the rows the condition would be lost.</summary>
    private bool HidesValue(IReadOnlyList<Token> phrase)
    {
        for (var cut = 1; cut < phrase.Count; cut++)
        {
            if (IsValue([.. phrase.Take(cut)]) && IsEntity([.. phrase.Skip(cut)])) return true;
        }
        return false;
    }

    private bool IsValue(Token[] phrase) => trie.Exactly(phrase)?.OfType<ValueMeaning>().Any() == true;

    private bool IsEntity(Token[] phrase) => trie.Exactly(phrase)?.OfType<EntityMeaning>().Any() == true;

    private void AddWord(Token token)
    {
        if (token.Script != Script.Word) return;
        if (token.Raw.Length >= 4) Words.TryAdd(token.Raw, token.Text);
        if (token.Raw.Length >= 3 && !Typos.IsRight(token.Raw)) ShortParts.TryAdd(token.Raw, token.Text);
    }

    private static bool Says(IReadOnlyList<Token> phrase, string word) => phrase.Any(token => token.Raw == word) || Written(phrase).Contains(word, StringComparison.Ordinal);

    private static string Written(IReadOnlyList<Token> phrase) => string.Concat(phrase.Select(t => t.Raw));

    private static string Key(IReadOnlyList<Token> tokens) => string.Join(' ', tokens.Select(t => t.Text));
}
