using Web.Semantics;

namespace Web.Language;

/// <summary>Cuts an utterance into the stretches that one dataset and the language explain best (longest match, by weight).</summary>
internal static class Cover
{
    public static List<Item> Of(Sheet sheet, IReadOnlyList<Token> tokens, Lexicon lexicon, IReadOnlyDictionary<int, (int End, List<Meaning> Meanings)>? heard = null)
    {
        var n = tokens.Count;
        var edges = new List<(int End, List<Meaning> Meanings)>[n];
        for (var i = 0; i < n; i++)
        {
            edges[i] = EdgesAt(sheet, tokens, lexicon, i);
            if (heard?.TryGetValue(i, out var guess) != true) continue;
            edges[i].RemoveAll(edge => edge.End == guess.End);
            edges[i].Add(guess);
        }
        for (var i = 0; i < n; i++) AddUnknownWords(sheet, edges, i);
        var best = new double[n + 1];
        var step = new int[n];
        for (var i = n - 1; i >= 0; i--)
        {
            best[i] = best[i + 1] - Cost(tokens[i]);
            step[i] = -1;
            for (var e = 0; e < edges[i].Count; e++)
            {
                var (end, meanings) = edges[i][e];
                var score = best[end] + Worth(tokens, i, end, meanings);
                if (score <= best[i]) continue;
                best[i] = score;
                step[i] = e;
            }
        }
        return Items(tokens, edges, step);
    }

    private static List<(int End, List<Meaning> Meanings)> EdgesAt(Sheet sheet, IReadOnlyList<Token> tokens, Lexicon lexicon, int i)
    {
        var edges = new List<(int End, List<Meaning> Meanings)>();
        List<Meaning> To(int end)
        {
            foreach (var edge in edges)
            {
                if (edge.End == end) return edge.Meanings;
            }
            edges.Add((end, []));
            return edges[^1].Meanings;
        }
        foreach (var (end, meanings) in lexicon.At(tokens, i))
        {
            // What is left out may have been all that it could mean.
            if (Said(tokens, i, end, lexicon.HasDates && !(i > 0 && tokens[i - 1].Raw is "by") ? StepWords.Apart(tokens, i, end, meanings) : meanings).ToList() is { Count: > 0 } said) To(end).AddRange(said);
        }
        foreach (var (end, people) in lexicon.People.At(sheet.Utterance, tokens, i)) To(end).AddRange(people);
        foreach (var (end, meaning) in sheet.At(i))
        {
            // 時間帯別, where a column is called 時間帯
            if (meaning is WordMeaning { Word: { Kind: WordKind.Grain, Value: "hour_of_day" } } && edges.Exists(edge => edge.End <= end && edge.Meanings.Exists(m => m is FieldMeaning { Own: true }))) continue;
            if (meaning is PeriodMeaning { Phrase.Part: Grain.HourOfDay } ? lexicon.HasHours : meaning is not PeriodMeaning { Phrase.Part: Grain.MonthOfYear } || lexicon.HasDates) To(end).Add(meaning);
        }
        return edges;
    }

    /// <summary>手数料 is one word, though only 数 in it is known: it is looked for as a whole.</summary>
    private static void AddUnknownWords(Sheet sheet, List<(int End, List<Meaning> Meanings)>[] edges, int from)
    {
        for (var i = sheet.WordsFrom(from).Count - 1; i >= 0; i--)
        {
            var end = sheet.WordsFrom(from)[i];
            // リスト in メダリスト is no list: katakana is one word as far as it reaches.
            var katakana = sheet.Tokens[from].Script == Script.Katakana;
            if (katakana && (IsKatakana(sheet, from - 1) || IsKatakana(sheet, end))) continue;
            if (edges[from].Exists(edge => edge.End == end) || !katakana && Enumerable.Range(from, end - from).Any(at => edges[at].Exists(edge => edge.End > at + 1 && edge.End <= end && edge.Meanings is not [UnknownMeaning]))) continue;
            edges[from].Add((end, Whole));
            return;
        }
    }

    private static bool IsKatakana(Sheet sheet, int i) => i >= 0 && i < sheet.Tokens.Count && sheet.Tokens[i].Script == Script.Katakana;

    private static IEnumerable<Meaning> Said(IReadOnlyList<Token> tokens, int from, int end, List<Meaning> meanings)
    {
        if (tokens[from].Guessed || tokens[end - 1].Guessed) return meanings.Select(m => m with { Quality = m.Quality * 0.9 });
        if (end == from + 1 && tokens[from] is { Script: Script.Word } typed) meanings = [.. meanings.Where(m => !IsAnotherWord(typed.Raw, m) && !IsDeed(tokens, from, m))];
        // 10名 is no 10:00: a number of things is only a value that is written just so.
        if (end == from + 1 && tokens[from].Number is not null && end < tokens.Count && tokens[end] is { Glued: true, Raw: "名" or "社" or "件" or "人" or "位" or "回" or "個" or "本" or "台" or "%" or "以" or "円" or "分" }) meanings = [.. meanings.Where(m => m is not ValueMeaning value || value.Value == tokens[from].Raw)];
        // 比べたい is no wish for Thailand.
        if (end == from + 2 && from > 0 && tokens[from] is { Script: Script.Hiragana, Glued: true } && tokens[from + 1].Script == Script.Hiragana && tokens[from - 1].IsJapanese) meanings = [.. meanings.Where(m => m is not ValueMeaning)];
        // "plot them" is no theme: pronouns mean a column only as it is written.
        if (end == from + 1 && Pronouns.Contains(tokens[from].Raw)) meanings = [.. meanings.Where(m => m is not FieldMeaning field || field.Written == tokens[from].Raw)];
        // "draw a bar chart" asks for one, whoever may have drawn.
        if (end == from + 1 && end < tokens.Count && tokens[from].Raw is "draw" or "plot" or "show" or "list" or "chart" && tokens[end].Raw is "a" or "an" or "the" or "me" or "it" or "them" or "this") meanings = [.. meanings.Where(m => m is not ValueMeaning)];
        // 前 in 前回 and 新 in 新幹線 are no values.
        if (end == from + 1 && tokens[from].Script == Script.Kanji && ((from > 0 && tokens[from].Glued && tokens[from - 1].Script == Script.Kanji) || (end < tokens.Count && tokens[end] is { Glued: true, Script: Script.Kanji } next && !Behind.Contains(next.Raw)))) meanings = [.. meanings.Where(m => m is not ValueMeaning || m.Quality < 0.99)];
        // 在籍 in 在籍月数 is no side of a flag.
        if (end > from + 1 && end < tokens.Count && tokens[end - 1].Script == Script.Kanji && tokens[end] is { Glued: true, Script: Script.Kanji } goes && !Behind.Contains(goes.Raw) && goes.Raw is not ("者" or "中" or "率" or "時" or "生" or "客" or "員" or "顧" or "便" or "件")) meanings = [.. meanings.Where(m => m is not ValueMeaning { Column.Type: ColumnType.Boolean })];
        // 審査 in 審査日数 is no state: how long it took is a figure.
        if (end + 1 < tokens.Count && tokens[end - 1].Script == Script.Kanji && tokens[end].Glued && (tokens[end].Raw, tokens[end + 1].Raw) is ("日", "数") or ("時", "間") or ("期", "間")) meanings = [.. meanings.Where(m => m is not ValueMeaning { Quality: < 0.99 })];
        // 搬入 in 搬入量 is no kind of delivery: what comes of it is a figure.
        if (end < tokens.Count && tokens[end - 1].Script == Script.Kanji && tokens[end] is { Glued: true, Raw: "量" or "額" or "費" or "料" }) meanings = [.. meanings.Where(m => m is not FieldMeaning { Own: false, Column.Role: not ColumnRole.Measure })];
        // 焙煎した産地: what was done divides nothing.
        if (tokens[from].IsJapanese && IsDone(tokens, end)) meanings = [.. meanings.Where(m => m is not FieldMeaning { Own: false, Column: { Type: ColumnType.Text, Role: ColumnRole.Dimension or ColumnRole.Identity } })];
        // "as a pie", "or": a small word of the language is a value only right behind its column ("grade a").
        var isArticle = end == from + 1 && tokens[from] is { Raw.Length: <= 2, Capital: false, Script: Script.Word } word && Vocabulary.Spoken.Contains(word.Raw);
        return isArticle ? meanings.Where(m => m is not ValueMeaning value || (from > 0 && !LeadsOn(tokens, from) && Tokens.OfName(value.Column.Name).Exists(t => t.Text == tokens[from - 1].Text))) : meanings;
    }

    /// <summary>"by make in a bar chart", "by make in asc": what leads on to more is no state of Indiana.</summary>
    private static bool LeadsOn(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Raw is "in" or "on" or "at" or "to" or "of" or "by" or "as" or "or" or "is" or "so" && at + 1 < tokens.Count && tokens[at + 1] is { Script: Script.Word, Raw: not "and" };

    private static bool IsDone(IReadOnlyList<Token> tokens, int end) =>
        end + 1 < tokens.Count && tokens[end - 1].Script is Script.Kanji or Script.Katakana && tokens[end] is { Glued: true, Script: Script.Hiragana } && (tokens[end].Raw, tokens[end + 1].Raw) is ("し", "た" or "て" or "ま") or ("す", "る") or ("さ", "れ");

    /// <summary>What may follow a value of one character at once: 男別, 女数, 車以外.</summary>
    private static readonly HashSet<string> Behind = new(StringComparer.Ordinal) { "別", "毎", "数", "以", "除", "限", "対", "比", "側", "性", "組", "年", "級", "票", "席", "党", "区", "社", "型", "班", "人" };

    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal) { "them", "they", "then", "there", "these", "those", "this", "that", "here", "where", "have", "has", "been", "being", "does", "did", "its", "our", "your", "us", "we", "was", "were" };

    /// <summary>Words of one stem that are not one word: "and" and Ande, "them" and theme, "books" and booking.</summary>
    private static bool IsAnotherWord(string typed, Meaning meaning)
    {
        var written = meaning switch { ValueMeaning value => value.Written, FieldMeaning field => field.Written, EntityMeaning entity => entity.Written, _ => null };
        if (written is null || written == typed) return false;
        // "deals closing this quarter" are in no closed state yet.
        if (meaning is ValueMeaning { Kin: not null } && typed.EndsWith("ing", StringComparison.Ordinal)) return true;
        if (Vocabulary.Spoken.Contains(typed) && (written == typed + "e" || (meaning is ValueMeaning && written != typed + "s" && typed != written + "s" && written.Length <= typed.Length + 2))) return true;
        return meaning is FieldMeaning { Column.IsTemporal: false } && written.EndsWith("ing", StringComparison.Ordinal) && !typed.EndsWith("ing", StringComparison.Ordinal) && !typed.EndsWith("ings", StringComparison.Ordinal) && !typed.EndsWith("ed", StringComparison.Ordinal);
    }

    /// <summary>"ships have landed", "was scored in": what was done is no figure of what came of it.</summary>
    private static bool IsDeed(IReadOnlyList<Token> tokens, int from, Meaning meaning) =>
        meaning is FieldMeaning { Own: false, Column.Role: ColumnRole.Measure } && tokens[from].Raw is "use" or "sell" or "ship" or "order" or "visit" or "buy" or "offer" && tokens.Take(from).Any(t => t.Raw is "do" or "does" or "did") && tokens.Take(from).Any(t => t.Raw is "different" or "distinct" or "unique")
        || meaning is FieldMeaning { Own: false, Column: { Type: ColumnType.Text, Role: ColumnRole.Dimension } } && tokens[from].Raw.EndsWith("ed", StringComparison.Ordinal) && from + 1 < tokens.Count && tokens[from + 1].Raw is "by"
        || meaning is FieldMeaning { Own: false, Column: { Type: ColumnType.Text, Role: ColumnRole.Dimension }, Written: { } named } && Participles.FollowFigure(tokens, from) && named != tokens[from].Raw
        || meaning is FieldMeaning { Own: false, Column: { Type: ColumnType.Text, Role: ColumnRole.Dimension } } && from > 0 && tokens[from - 1].Raw is "were" or "was" or "been" && (tokens[from].Raw is "found" or "made" or "done" or "sold" or "held" || Concepts.Events.Exactly([tokens[from]]) is not null)
        || meaning is FieldMeaning { Own: false, Column: { IsTemporal: false, Type: not ColumnType.Boolean }, Written: { } written } && tokens[from].Raw.EndsWith("ed", StringComparison.Ordinal) && !written.EndsWith("ed", StringComparison.Ordinal)
        && ((from > 0 && tokens[from - 1].Raw is "have" or "has" or "had" or "were" or "was" or "been" or "that") || (from + 1 < tokens.Count && tokens[from + 1].Raw is "there" or "here"));

    private static double Weight(Token token) => token.Script switch
    {
        Script.Mark => 0.2,
        Script.Word => Math.Min(token.Raw.Length, 6),
        Script.Digit => 3,
        Script.Hiragana => 1.6,
        _ => 2.2,
    };

    private static double Cost(Token token) => token.Script is Script.Mark ? 0 : token.Script is Script.Hiragana ? 0.3 : 1;

    private static double Worth(IReadOnlyList<Token> tokens, int from, int end, List<Meaning> meanings)
    {
        var weight = 0.0;
        for (var i = from; i < end; i++) weight += Weight(tokens[i]);
        var quality = 0.0;
        foreach (var meaning in meanings)
        {
            quality = Math.Max(quality, meaning switch
            {
                WordMeaning { Word.Kind: WordKind.Filler } => 0.55,
                WordMeaning { Word.Kind: WordKind.Equals } => 0.5,
                WordMeaning => 0.88,
                FieldMeaning { Weak: true } => 0.8,
                UnknownMeaning => 0,
                _ => meaning.Quality,
            });
        }
        return Math.Pow(weight, 1.18) * (0.4 + (0.6 * quality));
    }

    private static List<Item> Items(IReadOnlyList<Token> tokens, List<(int End, List<Meaning> Meanings)>[] edges, int[] step)
    {
        var items = new List<Item>();
        for (var i = 0; i < tokens.Count;)
        {
            if (step[i] >= 0)
            {
                var (end, meanings) = edges[i][step[i]];
                items.Add(new Item(i, end, meanings, !tokens[i].IsJapanese));
                i = end;
                continue;
            }
            var last = i + 1;
            while (last < tokens.Count && step[last] < 0 && Joins(tokens[last - 1], tokens[last])) last++;
            items.Add(new Item(i, last, Unknown, !tokens[i].IsJapanese));
            i = last;
        }
        return Merged(tokens, items);
    }

    /// <summary>A word that is only known in part is not known: ライン is not heard in オンライン, nor 表 in 表彰.</summary>
    private static List<Item> Merged(IReadOnlyList<Token> tokens, List<Item> items)
    {
        for (var i = 0; i + 1 < items.Count; i++)
        {
            var (left, right) = (items[i], items[i + 1]);
            var (before, after) = (tokens[left.End - 1], tokens[right.First]);
            if (!after.Glued || ReferenceEquals(left.Meanings, Unknown) == ReferenceEquals(right.Meanings, Unknown)) continue;
            var katakana = before.Script == Script.Katakana && after.Script == Script.Katakana;
            var kanji = before.Script == Script.Kanji && after.Script == Script.Kanji && IsLoneNoun(left) && ReferenceEquals(right.Meanings, Unknown);
            if (!katakana && !kanji) continue;
            items[i] = new Item(left.First, right.End, Unknown, English: false);
            items.RemoveAt(i + 1);
            i = Math.Max(-1, i - 2);
        }
        return items;
    }

    private static bool IsLoneNoun(Item item) =>
        item.End - item.First == 1 && item.Meanings.All(m => m is WordMeaning { Word.Kind: WordKind.Chart or WordKind.GrainNoun or WordKind.Rows or WordKind.Visual or WordKind.Filler or WordKind.DefaultMeasure });

    private static readonly IReadOnlyList<Meaning> Unknown = [new UnknownMeaning()];
    private static readonly List<Meaning> Whole = [new UnknownMeaning()];

    private static bool Joins(Token before, Token after) =>
        before.IsJapanese && after.IsJapanese && after.Glued && (before.Script == Script.Hiragana) == (after.Script == Script.Hiragana);
}
