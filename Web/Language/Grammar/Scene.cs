using Web.Semantics;

namespace Web.Language;

/// <summary>One way to take every stretch of an utterance over one dataset, and what has been made of each so far.</summary>
internal sealed class Scene(Sheet sheet, Lexicon lexicon, IReadOnlyList<Item> items, IReadOnlyList<Meaning> chosen)
{
    private readonly object?[] parts = new object?[items.Count];
    private readonly bool[] explained = new bool[items.Count];
    private readonly HashSet<int> excused = [];

    public Lexicon Lexicon => lexicon;
    /// <summary>The column that a number without one is compared with: the answer to a question.</summary>
    public Column? ConditionColumn { get; init; }
    public DatasetContract Contract => lexicon.Contract;
    /// <summary>The month in which the tenant's fiscal years begin.</summary>
    public int FiscalYearStart => sheet.FiscalYearStart;
    public int Count => items.Count;
    [System.Runtime.CompilerServices.IndexerName("At")]
    public Meaning this[int i] => i >= 0 && i < Count ? chosen[i] : Nothing;

    private static readonly Meaning Nothing = new UnknownMeaning();

    public Item Item(int i) => items[i];
    public string Typed(int i) => TypedFrom(i, i);

    public string TypedFrom(int first, int last) => sheet.Typed(items[first].First, items[last].End);
    public string Raw(int i) => i >= 0 && i < Count ? string.Concat(Enumerable.Range(items[i].First, items[i].End - items[i].First).Select(t => sheet.Tokens[t].Raw)) : "";
    public Token FirstToken(int i) => sheet.Tokens[items[i].First];
    public Token LastToken(int i) => sheet.Tokens[items[i].End - 1];
    public IEnumerable<Token> TokensOf(int i) => Enumerable.Range(items[i].First, items[i].End - items[i].First).Select(t => sheet.Tokens[t]);
    public bool IsJapanese(int i) => i >= 0 && i < Count && FirstToken(i).IsJapanese;

    public Word? Word(int i) => this[i] is WordMeaning word ? word.Word : null;
    public bool Is(int i, WordKind kind) => Word(i)?.Kind == kind;
    public bool Is(int i, WordKind one, WordKind other) => Word(i)?.Kind is { } kind && (kind == one || kind == other);
    public Column? Field(int i) => this[i] is FieldMeaning { Weak: false } field ? field.Column : null;
    public Column? AnyField(int i) => this[i] is FieldMeaning field ? field.Column : null;
    public Column? Measure(int i) => Field(i) is { Role: ColumnRole.Measure } column ? column : null;
    /// <summary>A number that the data take for a class or for the number of a row, which an aggregate makes a figure: "total capacity".</summary>
    public Column? Amount(int i) => this[i] is FieldMeaning { Weak: false, Column: { IsNumeric: true } column } field && (column.Role == ColumnRole.Dimension || (column.Role == ColumnRole.Identity && field.Own)) ? column : null;
    public Column? Category(int i) => Field(i) is { Role: not ColumnRole.Measure } column ? column : null;
    public Column? Time(int i) => AnyField(i) is { Role: ColumnRole.Time } column ? column : null;
    public ValueMeaning? Value(int i) => this[i] as ValueMeaning;
    public bool Mentions(Column measure) => Enumerable.Range(0, Count).Any(i => Measure(i) == measure);
    /// <summary>A word that counts rows after a number (件, 人), whatever else it may be.</summary>
    public bool IsCounter(int i) => i >= 0 && i < Count && items[i].Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.Rows });
    public bool IsEntity(int i) => this[i] is EntityMeaning;
    public NumberMeaning? Number(int i) => this[i] as NumberMeaning;
    public TimePhrase? Period(int i) => (this[i] as PeriodMeaning)?.Phrase;
    public bool IsMark(int i) => i >= 0 && i < Count && FirstToken(i).Script == Script.Mark && this[i] is UnknownMeaning;
    public bool IsUnknown(int i) => i >= 0 && i < Count && this[i] is UnknownMeaning && !IsMark(i) && !IsGlue(i);
    public bool IsJoin(int i) => Is(i, WordKind.And) || (IsMark(i) && Raw(i) is "," or "、" or "&" or "×" or "・" or "/" or "+" or "*") || Raw(i) is "×" || IsCross(i);

    /// <summary>"weekday x hour": a letter between two things of the data.</summary>
    private bool IsCross(int i) => Raw(i) is "x" && this[i] is UnknownMeaning && IsThing(i - 1) && IsThing(i + 1);

    private bool IsThing(int i) => AnyField(i) is not null || Is(i, WordKind.Grain, WordKind.GrainNoun);

    /// <summary>A short unknown run of hiragana is grammar, not content.</summary>
    private bool IsGlue(int i) => FirstToken(i).Script == Script.Hiragana && items[i].End - items[i].First <= 3;

    public bool IsSmall(int i) => i >= 0 && i < Count && (Is(i, WordKind.Filler, WordKind.Equals) || (this[i] is UnknownMeaning && !IsUnknown(i) && !IsJoin(i)));

    /// <summary>The next item that says something, in the given direction, or -1.</summary>
    public int Next(int i, int step = 1)
    {
        for (i += step; i >= 0 && i < Count; i += step)
        {
            if (!IsSmall(i)) return i;
        }
        return -1;
    }

    /// <summary>Also a word of the language: what, who, day. It names nothing of the data by itself.</summary>
    public bool IsGeneral(int i) => items[i].Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.Which or WordKind.GrainNoun } || (m is WordMeaning { Word.Kind: WordKind.Filler or WordKind.Equals } && (IsJapanese(i) || items[i].End > items[i].First + 1 || Vocabulary.Spoken.Contains(Raw(i)))));

    /// <summary>Words of charts, figures or groups: somebody wants a chart.</summary>
    public bool AsksForChart => Enumerable.Range(0, Count).Any(i => Word(i)?.Kind is WordKind.Chart or WordKind.Aggregate or WordKind.Count or WordKind.CountAfter or WordKind.By
        or WordKind.ByAfter or WordKind.Grain or WordKind.Share or WordKind.DefaultMeasure or WordKind.Trend or WordKind.Distribution or WordKind.Relation or WordKind.Top
        or WordKind.Visual or WordKind.Cumulative or WordKind.Point or WordKind.Shade);

    public bool Used(int i) => i >= 0 && i < Count && explained[i];

    /// <summary>Says that the words at <paramref name="i"/> are part of <paramref name="part"/>.</summary>
    public void Use(int i, object? part = null)
    {
        if (i < 0 || i >= Count) return;
        explained[i] = true;
        if (part is not null) parts[i] = part;
    }

    /// <summary>The words stay unexplained, but what they belong to can be taken for meant.</summary>
    public void Excuse(int i) => excused.Add(i);

    public bool IsExcused(int i) => excused.Contains(i);

    public object? PartOf(int i) => i >= 0 && i < Count ? parts[i] : null;

    /// <summary>What was part of the one is part of the other now.</summary>
    public void Move(object from, object to)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (ReferenceEquals(parts[i], from)) parts[i] = to;
        }
    }

    /// <summary>The indexes of unused items of a kind, in order.</summary>
    public IEnumerable<int> All(WordKind kind)
    {
        for (var i = 0; i < Count; i++)
        {
            if (Is(i, kind) && !explained[i]) yield return i;
        }
    }

    public IEnumerable<int> All(params WordKind[] kinds)
    {
        for (var i = 0; i < Count; i++)
        {
            if (Word(i) is { } word && kinds.Contains(word.Kind) && !explained[i]) yield return i;
        }
    }
}
