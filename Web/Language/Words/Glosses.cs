namespace Web.Language;

/// <summary>A piece of a name with the words of both languages that it stands for, each with how surely it does.</summary>
/// <param name="General">It says little by itself: type, number, 区分.</param>
/// <param name="Wider">Those of them that say more than the piece does.</param>
internal sealed record Gloss(string Own, IReadOnlyDictionary<string, double> Words, bool General, IReadOnlyList<string> Wider, Lazy<float[][][]> Directions)
{
    private const double Sure = 0.7;
    private const float NearEnough = 0.55f;

    /// <summary>How near both are in meaning where no word tells, up to 0.8 for the same. Every word of a translation must find its like.</summary>
    public double Nearness(Gloss other) => General == other.General && !IsAnother(other) && NearestOf(Directions.Value, other.Directions.Value) is > NearEnough and var near ? 0.3 + (0.5 * near) : 0;

    /// <summary>授業料 and 会費 are both paid, and are two things.</summary>
    private bool IsAnother(Gloss other) => Heads.Contains(Own[^1]) && Heads.Contains(other.Own[^1]) && Own != other.Own;

    private const string Heads = "料費代金賃税率量数額";

    /// <summary>The cosine of those of their words that are nearest to each other.</summary>
    public static float Cosine(Gloss one, Gloss other) =>
        one.Directions.Value.SelectMany(phrase => phrase).SelectMany(word => other.Directions.Value.SelectMany(phrase => phrase).Select(theirs => WordSpace.Product(word, theirs))).DefaultIfEmpty(-1).Max();

    private static float NearestOf(float[][][] phrases, float[][][] others)
    {
        var most = 0f;
        foreach (var phrase in phrases)
        {
            foreach (var other in others)
            {
                if (phrase.Length <= other.Length || other.Length == 1) most = Math.Max(most, phrase.Min(word => other.Max(theirs => WordSpace.Product(word, theirs))));
            }
        }
        return most;
    }

    /// <summary>How far both speak of one thing, up to 1. What only shares another word with it (値段 and rating are both a rate) does not.</summary>
    public double Likeness(Gloss other)
    {
        var theirs = Words.GetValueOrDefault(other.Own);
        // "turnout" is a part of "voter turnout" and no word for votes.
        if ((theirs < Sure && Own[0] <= 0x2E7F) || Wider.Contains(other.Own)) theirs = 0;
        var most = Math.Max(other.Words.GetValueOrDefault(Own), theirs);
        return other.General && !General ? most * 0.6 : most;
    }
}

/// <summary>What a name speaks of, piece by piece, across languages: 漁港 is a port, <c>PropLoss</c> property and loss.</summary>
internal static class Glosses
{
    private const double Alias = 0.9, Inner = 0.8, PartOfAlias = 0.6, Character = 0.6, Translated = 0.8, AlsoTranslated = 0.7, Head = 0.6, Other = 0.5, Doer = 0.9;

    private const int MostDirections = 4;

    private static readonly HashSet<string> General = [.. Tokens.Of(
        "people person persons thing case type kind category class name number count amount value total rate ratio percentage date time day level id code no size sum figure group status state index unit flag item data content result detail main of the a an in on by for per and")
        .Select(t => t.Text).Concat("種類 種別 区分 分類 類 種 別 数 額 率 量 名 名称 日 時 値 件数 件 度 形態 形式 内容 状況 状態 方法 金額 数量 合計 総 総数 者 員 人 所 先 元 費 料 回 番号 コード 時間 日時 日付 年 月 の 平均 割合 収入 収益 代金 料金 費用 項目 データ 情報 型 タイプ カテゴリ 性".Split(' '))];

    private static readonly Dictionary<string, string[]> Characters = LifeTexts.Of("kanji").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).GroupBy(words => words[0], StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.SelectMany(words => words.Skip(1)).Select(Stem.Of).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>Parts of Japanese names with the single words for them, wider than what columns are called by.</summary>
    private static readonly PhraseTrie<string[]> Pieces = BuildPieces();

    private static PhraseTrie<string[]> BuildPieces()
    {
        var trie = new PhraseTrie<string[]>();
        foreach (var line in LifeTexts.Of("pieces").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))) trie.Add(Tokens.Of(line[0]), [.. line.Skip(1).Select(Stem.Of)]);
        return trie;
    }

    public static bool IsGeneral(string word) => General.Contains(word);

    /// <summary>The pieces of a name, as long as the vocabulary knows them; what it does not know, as it is.</summary>
    public static List<Gloss> Of(IReadOnlyList<Token> name)
    {
        var pieces = new List<Gloss>();
        for (var i = 0; i < name.Count;)
        {
            var end = LongestAt(name, i);
            if (end == i)
            {
                end = i + 1;
                while (name[i].IsJapanese && end < name.Count && name[end].Script == name[i].Script && LongestAt(name, end) == end) end++;
            }
            pieces.Add(One([.. name.Skip(i).Take(end - i)]));
            i = end;
        }
        return pieces;
    }

    private static int LongestAt(IReadOnlyList<Token> name, int i)
    {
        var longest = i;
        foreach (var (end, _) in Concepts.Names.At(name, i)) longest = Math.Max(longest, end);
        foreach (var (end, _) in Concepts.Wide.At(name, i)) longest = Math.Max(longest, end);
        foreach (var (end, _) in Pieces.At(name, i)) longest = Math.Max(longest, end);
        return longest <= i + 1 && name[i].IsJapanese ? Math.Max(longest, TranslatedAt(name, i)) : longest;
    }

    /// <summary>Where the longest word that the general dictionary has ends.</summary>
    private static int TranslatedAt(IReadOnlyList<Token> name, int i)
    {
        var end = i;
        while (end < name.Count && end - i < JapaneseEnglish.Longest && name[end].IsJapanese) end++;
        for (; end > i + 1; end--)
        {
            if (JapaneseEnglish.Of(Written([.. name.Skip(i).Take(end - i)])) is not []) return end;
        }
        return i;
    }

    private static Gloss One(Token[] piece)
    {
        var own = Written(piece);
        var words = new Dictionary<string, double>(StringComparer.Ordinal) { [own] = 1 };
        void Add(string word, double weight)
        {
            if (!words.TryGetValue(word, out var known) || known < weight) words[word] = weight;
        }
        foreach (var token in piece.Where(t => piece.Length > 1 && t.Script == Script.Word && !General.Contains(t.Text))) Add(token.Text, PartOfAlias);
        foreach (var alias in Aliases(piece))
        {
            if (alias is not [var only] || !General.Contains(only.Text)) Add(Written(alias), Alias);
            if (alias.Count < 2 || alias[0].IsJapanese) continue;
            foreach (var token in alias.Where(t => !General.Contains(t.Text))) Add(token.Text, token == alias[^1] ? PartOfAlias : Other);
        }
        foreach (var word in (Pieces.Exactly(piece) ?? []).SelectMany(same => same)) Add(word, Alias);
        if (words.Count == 1 && piece[0].IsJapanese) AddTranslations(own, Add);
        // 登録者 are the registered.
        if (piece.Length > 2 && piece[^1].Raw is "者") AddTranslations(own[..^1], (word, weight) => Add(word, weight * Doer));
        foreach (var word in Within(piece).SelectMany(part => Pieces.Exactly(part) ?? []).SelectMany(same => same)) Add(word, Inner);
        foreach (var alias in Within(piece).SelectMany(part => Aliases(part).Append(part)).Where(alias => alias is not [var only] || !General.Contains(only.Text))) Add(Written(alias), Inner);
        if (words.Count == 1)
        {
            foreach (var token in piece.Where(t => t.Script == Script.Kanji))
            {
                foreach (var word in Characters.GetValueOrDefault(token.Raw) ?? []) Add(word, Character);
            }
        }
        return new Gloss(own, words, General.Contains(own), [.. (Concepts.Wider.Exactly(piece) ?? []).Select(Written)], new(() => DirectionsOf(piece)));
    }

    /// <summary>Where the English words for a piece point to, phrase by phrase.</summary>
    private static float[][][] DirectionsOf(Token[] piece)
    {
        if (!WordSpace.IsHere || Written(piece).Length < 2) return [];
        IEnumerable<IEnumerable<string>> phrases = piece[0].IsJapanese
            ? Aliases(piece).Where(alias => !alias[0].IsJapanese).Select(alias => alias.Select(t => t.Raw)).Take(MostDirections).Concat(JapaneseEnglish.Of(Written(piece)).Select(gloss => gloss.Split(' ', '-').AsEnumerable()))
            : [piece.Where(t => t.Script == Script.Word).Select(t => t.Raw)];
        return [.. phrases.Select(words => words.Select(WordSpace.Of).OfType<float[]>().ToArray()).Where(words => words.Length > 0)];
    }

    /// <summary>樹高 is the tree height, and so a height.</summary>
    private static void AddTranslations(string japanese, Action<string, double> add)
    {
        var first = true;
        foreach (var gloss in JapaneseEnglish.Of(japanese).Select(gloss => Tokens.Of(gloss)))
        {
            add(Written(gloss), first ? Translated : AlsoTranslated);
            for (var i = 0; gloss.Count > 1 && i < gloss.Count; i++)
            {
                if (gloss[i].Script == Script.Word && !General.Contains(gloss[i].Text)) add(gloss[i].Text, i == gloss.Count - 1 ? Head : Other);
            }
            first = false;
        }
    }

    /// <summary>Words inside a longer Japanese one: 予算 in 当初予算.</summary>
    private static IEnumerable<Token[]> Within(Token[] piece)
    {
        if (piece.Length < 3 || !piece[0].IsJapanese) yield break;
        for (var from = 0; from < piece.Length - 1; from++)
        {
            for (var end = from + 2; end <= piece.Length; end++)
            {
                if (end - from < piece.Length && Concepts.Names.Exactly(piece[from..end]) is not null | Concepts.Wide.Exactly(piece[from..end]) is not null | Pieces.Exactly(piece[from..end]) is not null) yield return piece[from..end];
            }
        }
    }

    private static IEnumerable<IReadOnlyList<Token>> Aliases(Token[] piece) =>
        new[] { Concepts.Names.Exactly(piece), Concepts.Wide.Exactly(piece), Concepts.Events.Exactly(piece) }.SelectMany(found => found ?? []).SelectMany(forms => forms);

    private static string Written(IReadOnlyList<Token> phrase) => string.Join(phrase[0].IsJapanese ? "" : " ", phrase.Select(t => t.Text));
}
