using Web.Semantics;

namespace Web.Language;

/// <summary>
/// What unknown words may stand for: a slip of the keys, a header in short, a word of one sound in katakana. Only where exactly
/// one thing fits; a word that is right as it is (known to the dictionaries, though not to this dataset) is left alone.
/// </summary>
internal sealed class Guesses
{
    private readonly Lexicon lexicon;
    private readonly Sheet sheet;
    private readonly Token[] tokens;
    private readonly Dictionary<int, (int End, List<Meaning> Meanings)> heard = [];
    private readonly HashSet<int> mended = [];
    private bool any;
    private bool ofLanguage;

    private Guesses(Sheet sheet, Lexicon lexicon)
    {
        this.lexicon = lexicon;
        this.sheet = sheet;
        tokens = [.. sheet.Tokens];
    }

    public static (Sheet Sheet, List<Item> Items) Of(Sheet sheet, List<Item> items, Lexicon lexicon)
    {
        var guesses = new Guesses(sheet, lexicon);
        if (!items.Exists(item => IsOpen(sheet, item)) && !Enumerable.Range(0, items.Count).Any(i => guesses.IsRowOfPeople(items, i))) return (sheet, items);
        for (var i = 0; i < items.Count; i++)
        {
            if (IsOpen(sheet, items[i]) && !guesses.NameMoney(items, i) && !guesses.BeginValue(items, i) && !guesses.Guess(items[i]) && !guesses.Translate(items, i) && !guesses.NamePerson(items, i) && !guesses.JoinHead(items, i)) guesses.Resemble(items, i);
            else if (guesses.IsRowOfPeople(items, i)) guesses.NamePerson(items, i);
            if (IsOpen(sheet, items[i])) guesses.ReadHead(items, i);
            if (IsOpen(sheet, items[i])) guesses.NearValue(items, i);
            if (IsOpen(sheet, items[i])) guesses.PassOver(items, i);
        }
        if (!guesses.any) return (sheet, AssumedRows.In(sheet, items));
        if (guesses.ofLanguage) sheet = sheet.With(guesses.tokens);
        return (sheet, AssumedRows.In(sheet, Cover.Of(sheet, guesses.tokens, lexicon, guesses.heard)));
    }

    private static bool IsOpen(Sheet sheet, Item item) =>
        item.Meanings is [UnknownMeaning] && sheet.Tokens[item.First].Script is Script.Word or Script.Katakana or Script.Kanji;

    private bool Guess(Item item)
    {
        var token = tokens[item.First];
        if (token.Script == Script.Kanji) return false;
        if (token.Script == Script.Katakana) return Hear(item);
        if (UnitNouns.ColumnOf(lexicon.Contract, token.Raw) is { } measured && (item.First == 0 || tokens[item.First - 1].Script != Script.Digit))
        {
            heard[item.First] = (item.End, [new FieldMeaning(measured, 0.8, Written: token.Raw)]);
            return any = true;
        }
        if (GluedWords.Of(token.Raw) is { } parts && HeadNouns.Of(lexicon.Contract, parts) is { } glued)
        {
            heard[item.First] = (item.End, [glued with { Written = token.Raw }]);
            return any = true;
        }
        if (token.Raw.Length is < 3 or > 24 || (Derived(token) ?? Corrected(token)) is not { } corrected) return false;
        tokens[item.First] = corrected;
        mended.Add(item.First);
        return any = true;
    }

    /// <summary>What is unknown, with what stands close to it, may speak of a column in other words.</summary>
    private void Resemble(List<Item> items, int unknown)
    {
        if (tokens[items[unknown].First] is { Script: Script.Word } word && (word.Raw.EndsWith("ed", StringComparison.Ordinal) || word.Raw.EndsWith("ing", StringComparison.Ordinal) || Unread.IsVerb(word.Raw))) return;
        // "response time": a general word says something only beside another.
        var least = Glosses.IsGeneral(tokens[items[unknown].First].Text) ? 2 : 1;
        for (var length = 3; length >= least; length--)
        {
            for (var first = Math.Max(0, unknown - length + 1); first <= unknown && first + length <= items.Count; first++)
            {
                if (!IsOnePhrase(items, first, length, unknown) || IsCut(items, first, length)) continue;
                var (from, end) = (items[first].First, items[first + length - 1].End);
                if (heard.ContainsKey(from) || lexicon.Resemblance.Of(sheet.GlossesOf(tokens[from..end]), string.Concat(tokens[from..end].Select(t => t.Raw)), column => Fits(column, items, first, length)) is not { } meaning) continue;
                heard[from] = (end, [meaning]);
                any = true;
                return;
            }
        }
    }

    /// <summary>審査日数, "treatment time": the unknown word with the head that stands behind it.</summary>
    private void ReadHead(List<Item> items, int unknown)
    {
        var (from, end) = (items[unknown].First, items[unknown].End);
        if (heard.ContainsKey(from) || mended.Contains(from) || tokens[from].Capital && from > 0 || (unknown > 0 && items[unknown - 1].Meanings.Any(m => m is NumberMeaning))) return;
        if (unknown + 1 < items.Count && tokens[items[unknown + 1].First] is var head && head.IsJapanese == tokens[from].IsJapanese && (!head.IsJapanese || head.Glued) && head.Script is not (Script.Mark or Script.Digit or Script.Hiragana) && items[unknown + 1].Meanings.Any(m => m is WordMeaning or UnknownMeaning or FieldMeaning { Own: false }) && !items[unknown + 1].Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.ByAfter or WordKind.By })) end = items[unknown + 1].End;
        if (HeadNouns.Of(lexicon.Contract, tokens[from..end]) is not { } meaning) return;
        heard[from] = (end, [meaning]);
        any = true;
    }

    /// <summary>剪定 of a value Pruning, "pruning" of 剪定: the unknown word, with those glued to it, in the other language.</summary>
    private bool Translate(List<Item> items, int unknown)
    {
        var last = unknown;
        while (last + 1 < items.Count && IsOpen(sheet, items[last + 1]) && (tokens[items[last + 1].First] is { IsJapanese: true, Glued: true } || (tokens[items[unknown].First].Script == Script.Word && tokens[items[last + 1].First].Script == Script.Word))) last++;
        for (; last >= unknown; last--)
        {
            var (from, end) = (items[unknown].First, items[last].End);
            if (lexicon.Translations.Of(tokens[from..end]) is not { Count: > 0 } meanings) continue;
            heard[from] = (end, meanings);
            return any = true;
        }
        return false;
    }

    /// <summary>失敗した of a value Failed: what divides or is counted is none.</summary>
    private void NearValue(List<Item> items, int unknown)
    {
        var (from, end) = (items[unknown].First, items[unknown].End);
        if (heard.Any(one => one.Key <= from && from < one.Value.End) || mended.Contains(from) || (tokens[from].Capital && from > 0) || Places.Of(items, unknown) is not (Place.Plain or Place.Counted) || IsCut(items, unknown, 1) || IsPartOfWord(items, unknown)) return;
        if (sheet.GlossesOf(tokens[from..end]) is not [_, ..] asked || asked.Exists(piece => piece.General || piece.Own.Length < 2) || lexicon.Translations.NearValue(asked, string.Concat(tokens[from..end].Select(t => t.Raw))) is not { } value) return;
        heard[from] = (end, [value]);
        any = true;
    }

    /// <summary>助成 in 助成額, 飛行 in 飛行時間.</summary>
    private bool IsPartOfWord(List<Item> items, int i) => i + 1 < items.Count && tokens[items[i + 1].First] is { Glued: true, Script: Script.Kanji or Script.Katakana } && tokens[items[i].First].IsJapanese && !items[i + 1].Meanings.Any(m => m is EntityMeaning or WordMeaning { Word.Kind: WordKind.Count or WordKind.CountAfter or WordKind.NotAfter });

    /// <summary>"by pilot", エンジニアごと, "which clerk": whoever it is, where one column holds people. Counted, they may be rows.</summary>
    private bool NamePerson(List<Item> items, int unknown)
    {
        var (from, end) = (items[unknown].First, items[unknown].End);
        if (lexicon.PersonColumn is not { } people || !People.HasNames(people) || (tokens[from].Capital && from > 0) || !(PersonNouns.Are(tokens[from..end]) || IsRowOfPeople(items, unknown)) || !(Places.Of(items, unknown) == Place.Grouped || IsWhich(items, unknown))) return false;
        heard[from] = (end, [new FieldMeaning(people, 0.8, Written: string.Concat(tokens[from..end].Select(t => t.Raw)))]);
        return any = true;
    }

    /// <summary>"launch method", 検出方法 of a column Launch, Detection: a head that any kind of thing has says nothing new of a column of kinds.</summary>
    private bool JoinHead(List<Item> items, int unknown)
    {
        var (from, end) = (items[unknown].First, items[unknown].End);
        if (unknown == 0 || !KindNouns.Contains(string.Concat(tokens[from..end].Select(t => t.Raw))) || (tokens[from].IsJapanese && !tokens[from].Glued)) return false;
        if (items[unknown - 1] is not { } before || before.English == tokens[from].IsJapanese || before.Meanings.OfType<FieldMeaning>().Where(f => f is { Weak: false, Quality: >= 0.75 }).Select(f => f.Column).Distinct().ToList() is not [{ Role: ColumnRole.Dimension, Type: ColumnType.Text } column]) return false;
        heard[before.First] = (end, [new FieldMeaning(column, 0.85, Written: string.Concat(tokens[before.First..end].Select(t => t.Raw)))]);
        return any = true;
    }

    private static readonly HashSet<string> KindNouns = new(StringComparer.Ordinal)
    {
        "method", "methods", "mode", "modes", "way", "type", "types", "kind", "kinds", "form", "forms", "style", "styles", "class", "classes", "category", "categories", "group", "groups", "status", "state", "outcome", "outcomes", "result", "results", "source", "channel", "route", "technique", "platform",
        "方法", "手段", "手法", "方式", "形式", "形態", "種別", "種類", "区分", "分類", "状態", "状況", "結果", "経路", "技法", "系統", "グループ", "タイプ", "カテゴリ", "クラス", "モード",
    };

    /// <summary>"income", 費用 where the table keeps one figure of money.</summary>
    private bool NameMoney(List<Item> items, int unknown)
    {
        var (from, end) = (items[unknown].First, items[unknown].End);
        var raw = string.Concat(tokens[from..end].Select(t => t.Raw));
        if (!MoneyNouns.Contains(raw) || IsPartOfWord(items, unknown) || (tokens[from].IsJapanese && from > 0 && tokens[from] is { Glued: true } && tokens[from - 1].Script is Script.Kanji or Script.Katakana) || Places.Of(items, unknown) == Place.Grouped || DefaultMeasure.OnlyMoney(lexicon.Contract) is not { } money) return false;
        heard[from] = (end, [new FieldMeaning(money, 0.8, Written: raw)]);
        return any = true;
    }

    private static readonly HashSet<string> MoneyNouns = new(StringComparer.Ordinal)
    {
        "income", "earnings", "expenditure", "expenditures", "expense", "expenses", "outlay", "cost", "costs", "price", "prices", "fee", "fees", "charge", "charges", "bill", "bills", "billing", "funding", "money", "cash", "payment", "payments", "takings",
        "費用", "料金", "代金", "収入", "収益", "支出", "経費", "コスト", "お金", "値段", "価格", "単価", "予算", "支払額", "支払い", "出費", "利益",
    };

    /// <summary>委託 of the one value 委託収集, "Novaseq" of NovaSeq X: what begins one value and no other.</summary>
    private bool BeginValue(List<Item> items, int unknown)
    {
        var (from, end) = (items[unknown].First, items[unknown].End);
        var typed = string.Concat(tokens[from..end].Select(t => t.Raw));
        if (typed.Length < (tokens[from].IsJapanese ? 2 : 4) || heard.Any(one => one.Key <= from && from < one.Value.End) || mended.Contains(from) || IsPartOfWord(items, unknown) || Places.Of(items, unknown) is not (Place.Plain or Place.Counted)) return false;
        if (lexicon.Translations.ValueBegunBy(tokens[from..end]) is not { } value) return false;
        heard[from] = (end, [value]);
        return any = true;
    }

    /// <summary>"per person", 人ごと: a word for rows, where the rows are no people and something is divided by it.</summary>
    private bool IsRowOfPeople(List<Item> items, int i) =>
        lexicon.PersonColumn is not null && Places.Of(items, i) == Place.Grouped && items[i].Meanings.All(m => m is EntityMeaning { Quality: < 0.8 } or WordMeaning { Word.Kind: WordKind.Rows })
        && (tokens[items[i].First].Raw is "人" or "員" || PersonNouns.Are(tokens[items[i].First..items[i].End]));

    /// <summary>シーケンサーの稼働時間 over sequencing runs: what the whole table is about narrows nothing.</summary>
    private void PassOver(List<Item> items, int unknown)
    {
        var (from, end) = (items[unknown].First, items[unknown].End);
        if (heard.Any(one => one.Key <= from && from < one.Value.End) || mended.Contains(from) || Places.Of(items, unknown) != Place.Plain || IsPartOfWord(items, unknown) || !lexicon.Translations.IsOfTable(sheet.GlossesOf(tokens[from..end]))) return;
        heard[from] = (end, [new EntityMeaning(EntityForms.Fits, string.Concat(tokens[from..end].Select(t => t.Raw)))]);
        any = true;
    }

    private static bool IsWhich(List<Item> items, int i) => i > 0 && items[i - 1].Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.Which });

    /// <summary>"loyalty tier": a part is not asked for when the word beside it is unknown too.</summary>
    private bool IsCut(List<Item> items, int first, int length) =>
        (first > 0 && IsOpen(sheet, items[first - 1]) && !mended.Contains(items[first - 1].First) && tokens[items[first].First] is var start && (start.IsJapanese ? start.Glued : tokens[items[first - 1].First].Script == Script.Word && !Unread.IsVerb(tokens[items[first - 1].First].Raw)))
        || (first + length < items.Count && IsOpen(sheet, items[first + length]) && !mended.Contains(items[first + length].First) && tokens[items[first + length].First] is var next && (next.IsJapanese ? next.Glued : next.Script == Script.Word && !Unread.IsVerb(next.Raw)));

    private bool IsOnePhrase(List<Item> items, int first, int length, int unknown)
    {
        for (var i = first; i < first + length; i++)
        {
            var token = tokens[items[i].First];
            if (token.Script is Script.Mark or Script.Digit or Script.Hiragana || (i > first && token.IsJapanese && !token.Glued) || token.IsJapanese != tokens[items[unknown].First].IsJapanese) return false;
            if (i == unknown || IsOpen(sheet, items[i])) continue;
            if (!items[i].Meanings.Any(m => m is FieldMeaning { Own: false } or EntityMeaning or WordMeaning { Word.Kind: WordKind.CountAfter or WordKind.GrainNoun or WordKind.DefaultMeasure or WordKind.Rate or WordKind.Rows } || (m is FieldMeaning && tokens[items[i].First].IsJapanese) || (m is WordMeaning { Word.Kind: WordKind.Filler } && Glosses.IsGeneral(token.Text)))) return false;
        }
        return true;
    }

    /// <summary>What divides is no figure; a time is meant only where its word says so.</summary>
    private bool Fits(Column column, List<Item> items, int first, int length)
    {
        if (column.Role != ColumnRole.Measure && tokens[items[first + length - 1].End - 1].Raw is "量" or "額" or "費" or "料" or "率") return false;
        if (column.Role == ColumnRole.Identity || (column.Type == ColumnType.Boolean && tokens[items[first + length - 1].End - 1].Raw is "費" or "額" or "数" or "料" or "金" or "率")) return false;
        var place = Places.Of(items, first + length - 1) == Place.Grouped || Places.Of(items, first) == Place.Grouped ? Place.Grouped : Places.Of(items, first);
        if (place == Place.Grouped) return column.Role != ColumnRole.Measure;
        if (place == Place.Counted && column.Role == ColumnRole.Measure) return ColumnForms.Counts(column);
        return column.Role != ColumnRole.Time || (place != Place.Counted && tokens[items[first + length - 1].End - 1].Text is "date" or "day" or "time" or "year" or "month" or "日" or "年" or "月" or "時" or "付");
    }

    private Token? Corrected(Token token)
    {
        var named = Typos.InNames(token.Raw, lexicon.Words);
        if (sheet.SlipOf(token.Raw) is { } said && (named is null || named == Stem.Of(said)))
        {
            ofLanguage = true;
            return token with { Text = Stem.Of(said), Raw = said };
        }
        if (Typos.IsRight(token.Raw)) return Shorter(token);
        if (named is not null) return token with { Text = named };
        if (Typos.InValues(token.Raw, lexicon.ValueWords) is { } value) return token with { Text = value };
        return Shorter(token);
    }

    /// <summary>"faulty" for Fault, "remotely" for Remote, "allergic" for allergy.</summary>
    private Token? Derived(Token token)
    {
        bool Fits(string stem) => stem.Length >= 4 && token.Raw.Length > stem.Length && token.Raw.StartsWith(stem, StringComparison.Ordinal) && token.Raw[stem.Length..] is "y" or "ly" or "ely" or "ally" or "ic" or "c";
        return One(lexicon.ValueWords.Where(word => Fits(word.Value)).Select(word => word.Value).Concat(lexicon.Words.Where(word => Fits(word.Value)).Select(word => word.Value)).Distinct()) is { } text ? token with { Text = text, Guessed = true } : null;
    }

    /// <summary>"teacher" for Tchr, and "ref" for referee.</summary>
    private Token? Shorter(Token token)
    {
        var longer = One(lexicon.ShortParts.Where(part => Shortened.Is(part.Key, token.Raw)).Select(part => part.Value));
        var begun = longer is null && token.Raw.Length is >= 3 and <= 5 && !Typos.IsRight(token.Raw)
            ? One(lexicon.Words.Where(word => word.Key.Length > token.Raw.Length + 1 && word.Key.StartsWith(token.Raw, StringComparison.Ordinal)).Select(word => word.Value)) : null;
        return (longer ?? begun) is { } text ? token with { Text = text, Guessed = true } : null;
    }

    private static string? One(IEnumerable<string> found)
    {
        string? only = null;
        foreach (var text in found)
        {
            if (only is not null && only != text) return null;
            only = text;
        }
        return only;
    }

    private bool Hear(Item item)
    {
        // スタイル別 may be cut in the middle of a run: hear as much katakana as there is.
        var end = item.First;
        while (end < item.End && tokens[end].Script == Script.Katakana) end++;
        for (var last = end; last - item.First >= 3; last--)
        {
            var word = string.Concat(Enumerable.Range(item.First, last - item.First).Select(i => tokens[i].Raw));
            if (last == end && Concepts.Names.Exactly([.. tokens[item.First..last]]) is not null) return false;
            if (lexicon.HeardAs(word) is not { Count: > 0 } meanings) continue;
            heard[item.First] = (last, meanings);
            return any = true;
        }
        return false;
    }
}
