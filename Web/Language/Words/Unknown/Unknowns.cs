namespace Web.Language;

/// <summary>The stretches of an utterance that nothing explains yet, and what was guessed of them so far.</summary>
internal sealed class Unknowns(Sheet sheet, List<Item> items, Lexicon lexicon)
{
    private readonly Token[] tokens = [.. sheet.Tokens];
    private readonly Dictionary<int, (int End, List<Meaning> Meanings)> guessed = [];
    private readonly HashSet<int> mended = [];

    public Sheet Sheet => sheet;

    public Lexicon Lexicon => lexicon;

    public int Count => items.Count;

    public IReadOnlyList<Token> Tokens => tokens;

    /// <summary>By the index of their first token.</summary>
    public IReadOnlyDictionary<int, (int End, List<Meaning> Meanings)> Guessed => guessed;

    public bool Any => guessed.Count > 0 || mended.Count > 0;

    /// <summary>A slip in a word of the language was put right: what does not depend on a dataset is to be read again.</summary>
    public bool IsOfLanguage { get; private set; }

    public Item this[int i] => items[i];

    public bool IsOpen(int i) => i >= 0 && i < items.Count && items[i].Meanings is [UnknownMeaning] && (tokens[items[i].First].Script is Script.Word or Script.Katakana or Script.Kanji || (sheet.WordsFrom(items[i].First) is [var noun] && noun == items[i].End));

    /// <summary>Open, and no word of it was corrected.</summary>
    public bool IsUntouched(int i) => IsOpen(i) && !mended.Contains(items[i].First);

    /// <summary>It was guessed already, alone or in a longer stretch.</summary>
    public bool IsGuessed(int i) => mended.Contains(items[i].First) || guessed.Any(one => one.Key <= items[i].First && items[i].First < one.Value.End);

    public Token First(int i) => tokens[items[i].First];

    public Token Last(int i) => tokens[items[i].End - 1];

    public Token[] Phrase(int first, int last) => tokens[items[first].First..items[last].End];

    public string Written(int first, int last) => string.Concat(Phrase(first, last).Select(t => t.Raw));

    public string Written(int i) => Written(i, i);

    public Place PlaceOf(int i) => Places.Of(items, i);

    public bool Means(int i, Func<Meaning, bool> meaning) => i >= 0 && i < items.Count && items[i].Meanings.Any(meaning);

    /// <summary>With what was guessed by now.</summary>
    public bool MeansByNow(int i, Func<Meaning, bool> meaning) => i >= 0 && i < items.Count && (guessed.TryGetValue(items[i].First, out var guess) ? guess.Meanings : items[i].Meanings).Any(meaning);

    /// <summary>A name inside a sentence.</summary>
    public bool IsName(int i) => items[i].First > 0 && First(i).Capital;

    /// <summary>助成 in 助成額, 飛行 in 飛行時間: the next word belongs to it.</summary>
    public bool IsBegun(int i) =>
        i + 1 < items.Count && First(i + 1) is { Glued: true, Script: Script.Kanji or Script.Katakana } && First(i).IsJapanese
        && !Means(i + 1, m => m is EntityMeaning or WordMeaning { Word.Kind: WordKind.Count or WordKind.CountAfter or WordKind.NotAfter });

    /// <summary>It belongs to the word before it.</summary>
    public bool IsEnd(int i) => items[i].First > 0 && First(i) is { IsJapanese: true, Glued: true } && tokens[items[i].First - 1].Script is Script.Kanji or Script.Katakana;

    /// <summary>"loyalty tier": a part is not asked for when the word beside it is unknown too.</summary>
    public bool IsCut(int first, int length) =>
        (IsUntouched(first - 1) && First(first) is var start && (start.IsJapanese ? start.Glued : First(first - 1).Script == Script.Word && !Unread.IsVerb(First(first - 1).Raw)))
        || (IsUntouched(first + length) && First(first + length) is var next && (next.IsJapanese ? next.Glued : next.Script == Script.Word && !Unread.IsVerb(next.Raw)));

    public bool Guess(int first, int last, params List<Meaning> meanings) => GuessTokens(items[first].First, items[last].End, meanings);

    public bool GuessTokens(int from, int end, List<Meaning> meanings)
    {
        if (guessed.ContainsKey(from)) return false;
        guessed[from] = (end, meanings);
        return true;
    }

    public bool Mend(int i, Token corrected, bool ofLanguage)
    {
        tokens[items[i].First] = corrected;
        mended.Add(items[i].First);
        IsOfLanguage |= ofLanguage;
        return true;
    }
}
