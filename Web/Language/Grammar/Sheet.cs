using Web.Kernel;

namespace Web.Language;

/// <summary>The utterance with all that does not depend on a dataset: tokens, numbers, times, words of the language.</summary>
internal sealed class Sheet
{
    public const int MostTokens = 400, MostRead = 2000;
    private readonly List<(int End, Meaning Meaning)>[] general;
    private readonly Calendar calendar;
    private IReadOnlyList<int>[]? dictionary;
    private readonly Dictionary<string, string?> slips = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Gloss>> glosses = new(StringComparer.Ordinal);

    public Sheet(string utterance, Calendar calendar, DateOnly today)
    {
        (Utterance, Today) = (utterance, today);
        var read = Language.Tokens.Of(utterance.Length > MostRead ? utterance[..MostRead] : utterance, MostTokens);
        IsCut = utterance.Length > MostRead || read.Count == MostTokens;
        var (from, to) = IsCut ? (0, utterance.Length) : Preludes.Of(utterance);
        Tokens = from == 0 && to == utterance.Length ? read : [.. read.Where(t => t.Start >= from && t.End <= to)];
        if (Tokens.Count == 0) Tokens = read;
        Tokens = Degrees.Plain(Clock.Plain(JapaneseShorthand.Plain(Shorthand.Plain(Exceptions.Plain(Tokens)))));
        this.calendar = calendar;
        general = General();
    }

    public int FiscalYearStart => calendar.FiscalYearStart;

    private List<(int, Meaning)>[] General()
    {
        var times = new TimeGrammar(Tokens, calendar, Today);
        return [.. Enumerable.Range(0, Tokens.Count).Select(i => GeneralAt(times, i))];
    }

    private Sheet(Sheet typed, IReadOnlyList<Token> tokens)
    {
        (Utterance, Today, IsCut, calendar, Tokens) = (typed.Utterance, typed.Today, typed.IsCut, typed.calendar, tokens);
        general = General();
    }

    /// <summary>The word of the language that <paramref name="raw"/> is a slip of, or null; the same over every dataset.</summary>
    public string? SlipOf(string raw)
    {
        if (!slips.TryGetValue(raw, out var said)) slips[raw] = said = Typos.InLanguage(raw);
        return said;
    }

    /// <summary>What a phrase speaks of; the same over every dataset.</summary>
    public List<Gloss> GlossesOf(IReadOnlyList<Token> phrase)
    {
        var key = string.Join(' ', phrase.Select(t => t.Text));
        if (!glosses.TryGetValue(key, out var known)) glosses[key] = known = Glosses.Of(phrase);
        return known;
    }

    /// <summary>Where the Japanese words end that the general dictionary has from a place on; the same over every dataset.</summary>
    public IReadOnlyList<int> WordsFrom(int i) => (dictionary ??= [.. Enumerable.Range(0, Tokens.Count).Select(WordEnds)])[i];

    private List<int> WordEnds(int from)
    {
        var ends = new List<int>();
        if (Tokens[from].Script == Script.Hiragana && NounEnd(from) is > 0 and var noun) ends.Add(noun);
        if (Tokens[from].Script is not (Script.Kanji or Script.Katakana)) return ends;
        Span<char> word = stackalloc char[JapaneseEnglish.Longest];
        for (var at = from; at < Tokens.Count && at - from < word.Length && Tokens[at] is { Script: Script.Kanji or Script.Katakana or Script.Hiragana, Raw.Length: 1 } token && (at == from || token.Glued); at++)
        {
            if (token.Raw is "済" && (at == from || Tokens[at - 1].Script == Script.Hiragana)) return []; // 架け替え済み is done, whatever it is
            word[at - from] = token.Raw[0];
            if (at > from && token.Raw is not ("別" or "毎" or "順") && IsNoun(from, at) && JapaneseEnglish.Has(word[..(at - from + 1)])) ends.Add(at + 1);
        }
        return ends;
    }

    /// <summary>打ち上げ, 取り締まり, 濁り: written with kana, and no form of a verb (占める, 残って, …に絞り、).</summary>
    private bool IsNoun(int from, int last)
    {
        var kana = Enumerable.Range(from, last - from + 1).Where(at => Tokens[at].Script == Script.Hiragana).ToList();
        if (kana.Count == 0) return true;
        if (Tokens[from].Script != Script.Kanji || VerbEnds.Contains(Tokens[last].Raw[0])) return false;
        var next = last + 1 < Tokens.Count && Tokens[last + 1].Glued ? Tokens[last + 1] : null;
        if (Tokens[last].Script != Script.Hiragana || Tokens.Skip(from).Take(last - from).Zip(Tokens.Skip(from + 1)).Any(two => two is { First.Script: Script.Hiragana, Second.Script: Script.Kanji })) return true;
        var begins = from == 0 || !Tokens[from].Glued || Tokens[from - 1].Script == Script.Hiragana;
        return begins && (last + 1 == Tokens.Count || next is { Script: Script.Kanji or Script.Katakana } or { Raw: "の" or "が" or "は" or "を" or "に" or "で" or "と" or "も" });
    }

    private const string VerbEnds = "うくすつぬむるぐぶ";

    /// <summary>がん, りんご: a noun written in hiragana, where a word may begin, before a particle.</summary>
    private int NounEnd(int from)
    {
        if (from > 0 && Tokens[from].Glued && Tokens[from - 1].Script is Script.Hiragana) return -1;
        var word = "";
        var found = -1;
        for (var at = from; at < Tokens.Count && at - from < 6 && Tokens[at].Script == Script.Hiragana && (at == from || Tokens[at].Glued); at++)
        {
            word += Tokens[at].Raw;
            var ends = at + 1 == Tokens.Count || !Tokens[at + 1].Glued || Tokens[at + 1].Script is not Script.Hiragana || Tokens[at + 1].Raw is "の" or "が" or "は" or "を" or "に" or "で" or "と" or "も";
            if (at > from && ends && !IsAdverb(word) && !Formal.Contains(word) && JapaneseEnglish.Has(word)) found = at + 1;
        }
        return found;
    }

    /// <summary>やっぱり, しっかり</summary>
    private static bool IsAdverb(string word) => word.EndsWith('り') && word.Contains('っ', StringComparison.Ordinal);

    /// <summary>Nouns that only serve the sentence.</summary>
    private static readonly HashSet<string> Formal = new(StringComparer.Ordinal)
    {
        "こと", "もの", "ため", "ところ", "まま", "よう", "くらい", "ぐらい", "ほど", "ごと", "それぞれ", "おのおの", "すべて", "みんな", "みな", "わけ", "はず", "つもり", "とき", "うち", "あと", "まえ", "なか", "ほか", "そば", "たち", "ずつ", "だけ", "など", "なに", "どれ", "どこ", "だれ", "いつ", "いくつ", "いくら", "ここ", "そこ", "あそこ",
        "これ", "それ", "あれ", "こちら", "そちら", "あちら", "どちら", "わたし", "あなた", "もと", "とも", "ちなみ", "まとめ", "おき", "あたり", "ごろ", "ころ", "かた", "やつ", "ひとつ", "ふたつ", "みっつ", "いま", "きょう", "きのう", "あした", "ふつう", "いつも", "いちばん", "ちょっと", "もっと", "さらに", "おおよそ", "だいたい", "ぜんぶ", "いっしょ", "べつ", "たび", "あいだ", "かず", "わりあい", "へいきん", "ごうけい", "ばらつき", "つながり", "かかわり", "ちがい", "ながれ", "うごき", "つき", "おまけ", "よろしく", "おねがい",
    };

    /// <summary>The same utterance with some words put right.</summary>
    public Sheet With(IReadOnlyList<Token> tokens) => new(this, tokens);

    public string Utterance { get; }

    public DateOnly Today { get; }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The utterance is longer than any request; its end was not read.</summary>
    public bool IsCut { get; }

    public IReadOnlyList<(int End, Meaning Meaning)> At(int i) => general[i];

    private List<(int, Meaning)> GeneralAt(TimeGrammar times, int i)
    {
        var found = new List<(int, Meaning)>();
        foreach (var (end, words) in Vocabulary.Words.At(Tokens, i))
        {
            if (IsParted(i, end)) continue;
            foreach (var word in words)
            {
                if ((word.ExactRaw is null || Says(word.ExactRaw, i, end)) && !IsForeign(word, i, end)) found.Add((end, new WordMeaning(word)));
            }
        }
        if (times.At(i) is { } time) found.Add((time.End, new PeriodMeaning(time.Phrase)));
        if (Numbers.At(Tokens, i) is { } number) found.Add((number.End, new NumberMeaning(number.Value, number.Percent, number.Spelling)));
        return found;
    }

    /// <summary>"rows cluster, columns donor" has no clustered columns.</summary>
    private bool IsParted(int i, int end) => Enumerable.Range(i + 1, end - i - 1).Any(k => Tokens[k] is { Script: Script.Mark, Text: "," or ":" } && k < end - 1);

    /// <summary>カ and リ inside a katakana word are not the particles か and り.</summary>
    private bool IsForeign(Word word, int i, int end) => end - i <= 2 && word.Kind is WordKind.Filler or WordKind.And or WordKind.Rows or WordKind.Also && Tokens[i].Script == Script.Katakana;

    private bool Says(string raw, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (Tokens[i].Raw == raw) return true;
        }
        return false;
    }

    /// <summary>The words as typed, from one token to another.</summary>
    public string Typed(int first, int end) => Utterance[Tokens[first].Start..Tokens[end - 1].End];
}
