namespace Web.Language;

/// <summary>
/// Unknown nouns that stand where rows are spoken of: "how many cereals", "top 10 cereals by …", "cereals with more than …", 商品数.
/// Whatever a table is about, that is what its rows are.
/// </summary>
internal static class AssumedRows
{
    public const double Quality = 0.7;

    private static readonly HashSet<string> Relatives = new(StringComparer.Ordinal) { "with", "whose", "where", "that", "which", "having", "who", "over", "under", "above", "below", "without" };

    private static readonly HashSet<string> Leads = new(StringComparer.Ordinal) { "for", "among", "of", "all" };

    /// <summary>What happens to rows of any table: 登録件数, 発生件数 count them.</summary>
    private static readonly HashSet<string> Acts = [.. "配信 送信 発信 放送 上映 公演 審議 採決 議決 起動 再起動 停止 復旧 故障 発報 計測 補充 梱包 入庫 出庫 入金 出金 回収 収穫 散布 搾乳 治療 接種 手術 入院 退院 面会 面接 入会 退会 更新 契約 解約 発注 受注 検品 追加 登録 発生 獲得 受付 申請 報告 届出 記録 観測 掲載 取得 該当 対象 実施 確認 検出 計上 出現 登場 収録 回答 処理 対応 取扱 取り扱い 受理 認知 発見 発行 提出 検知 通報 収集 投稿 開催 実績 出品 落札 貸出 貸し出し 来館 来店 来場 来院 来園 来訪 入館 入場 入店 入電 架電 着信 受電 出動 搬送 診察 受診 利用 乗車 配車 依頼 修理 修繕 点検 整備 検査 施術 指名 訪問 面談 相談 問い合わせ 投票 応募 出願 受験 出荷 入荷 納品 配達 配送 発送 集荷 通院 出勤 勤務 登板 打席 試乗 内見 内覧 見学 宿泊 予約 購入 注文 閲覧 視聴 再生 充電 給油 起票 起案 担当 挙式 交換 出張 撮影 補修 清掃 派遣 採用 応対 接客 検針 交付 決済 発券 出席 参加 申込 解決 修正 捕獲 採取 採集 調査 通話".Split(' ')];

    public static bool AreActs(string noun) => Acts.Contains(noun);

    /// <summary>従業員数, 利用者数 and such are figures of a row more often than rows.</summary>
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal) { "員", "者", "人", "客", "生", "児", "民", "数" };

    public static List<Item> In(Sheet sheet, List<Item> items, Lexicon lexicon)
    {
        string? noun = null;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Meanings is not [UnknownMeaning]) continue;
            Token[] tokens = [.. sheet.Tokens.Skip(items[i].First).Take(items[i].End - items[i].First)];
            var written = string.Concat(tokens.Select(t => t.Text));
            if ((noun is not null && noun != written) || !(tokens[0].IsJapanese ? IsJapanese(sheet, lexicon, items, i, tokens) : tokens is [var word] && IsEnglish(sheet, lexicon, items, i, word) && !IsElsewhere(sheet, lexicon, tokens) && !AreOthers(lexicon, word))) continue;
            noun = written;
            items[i] = items[i] with { Meanings = [new EntityMeaning(Quality, string.Concat(tokens.Select(t => t.Raw)))] };
        }
        return items;
    }

    /// <summary>Accidents in a table of takings; an upload or a visit may be a row of anything.</summary>
    private static bool IsElsewhere(Sheet sheet, Lexicon lexicon, Token[] noun) => Concepts.Events.Exactly(noun) is null && lexicon.Translations.IsFarFromAll(sheet.GlossesOf(noun));

    /// <summary>Subscribers in a list of shows: who is told of nowhere is counted nowhere.</summary>
    private static bool AreOthers(Lexicon lexicon, Token word) => word.Text is "subscriber" or "driver" or "viewer" or "owner" or "employee" or "staff" && lexicon.Identity is { } identity && !People.IsOfPeople(identity) && !Persons.AreNamed(lexicon.Contract);

    private static bool IsEnglish(Sheet sheet, Lexicon lexicon, List<Item> items, int i, Token word)
    {
        if (word.Script != Script.Word || word.Raw is not [.., not 's', 's'] || word.Raw.Length < 4 || (word.Capital && items[i].First > 0) || word.Raw == word.Text) return false;
        var (before, after) = (Said(sheet, items, i, -1), Said(sheet, items, i, 1));
        if (Is(items, before, WordKind.By, WordKind.Series) || Is(items, before, WordKind.Superlative, WordKind.Aggregate) || Is(items, before, WordKind.Not, WordKind.Compare) || Is(items, before, WordKind.Versus, WordKind.Relation)) return false;
        if (Is(items, i + 1, WordKind.And, WordKind.Versus) || (i > 0 && IsNumber(items, i - 1) && !Is(items, Said(sheet, items, i - 1, -1), WordKind.Top, WordKind.List))) return false;
        // How many different ones there are asks for a column of them.
        if (Is(items, before, WordKind.Distinct, WordKind.Distinct)) return false;
        if (Is(items, before, WordKind.Count, WordKind.Count) || Is(items, i + 1, WordKind.Count, WordKind.CountAfter)) return true;
        if (before < 0 && Is(items, i + 1, WordKind.By, WordKind.Grain) && Concepts.Events.Exactly([word]) is not null && items.Any(item => item.Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.GrainNoun or WordKind.Grain }))) return true;
        // "claims by status", near in meaning to what the table speaks of
        if (before < 0 && Is(items, i + 1, WordKind.By, WordKind.By) && lexicon.IsPerRow && !Nouns.AreFigures(word.Raw) && !MoneyNouns.Are(word.Raw) && lexicon.Translations.IsOfTable(sheet.GlossesOf([word]))) return true;
        // "all mails sent between 24 and 30 November"
        if (i > 0 && Is(items, i - 1, WordKind.All, WordKind.All) && i + 2 < items.Count && items[i + 1].Meanings.Any(m => m is FieldMeaning { Column.IsTemporal: true }) && items[i + 2].Meanings.Any(m => m is PeriodMeaning)) return true;
        if (Is(items, before, WordKind.Top, WordKind.List) || (i > 0 && IsNumber(items, i - 1))) return true;
        if (i > 0 && items[i - 1].Meanings.Any(m => m is ValueMeaning) && !Is(items, i + 1, WordKind.DefaultMeasure, WordKind.Rate)) return true;
        if (i + 1 < items.Count && Relatives.Contains(Raw(sheet, items[i + 1])) && (before < 0 || (i > 0 && Leads.Contains(Raw(sheet, items[i - 1]))))) return true;
        return Is(items, before, WordKind.Chart, WordKind.Share) && i > 0 && Raw(sheet, items[i - 1]) is "of" or "ofthe" or "ofall" && Is(items, after, WordKind.By, WordKind.Which) && !(Said(sheet, items, after, 1) is >= 0 and var divided && items[divided].Meanings is [UnknownMeaning]);
    }

    private static bool IsJapanese(Sheet sheet, Lexicon lexicon, List<Item> items, int i, Token[] noun)
    {
        if (noun[0].Script == Script.Hiragana || i + 1 < items.Count && Is(items, i + 1, WordKind.ByAfter, WordKind.SeriesAfter)) return false;
        var raw = string.Concat(noun.Select(t => t.Raw));
        // 60日以上預かった子: somebody of whom something is told.
        if (raw is "子" or "奴" or "方" && noun[0].Glued && items[i].First > 0 && sheet.Tokens[items[i].First - 1].Raw is "た" or "る" or "い") return true;
        if (Said(sheet, items, i, 1) is >= 0 and var kinds && Raw(sheet, items[kinds]) is "何種類" or "何種" or "種類数" or "種類") return false;
        var counted = i + 1 < items.Count && sheet.Tokens[items[i + 1].First].Glued && Is(items, i + 1, WordKind.CountAfter, WordKind.Count);
        if (Acts.Contains(raw) && (counted || !FieldsOfLife.MayBeRows(noun))) return counted || Is(items, i + 1, WordKind.List, WordKind.List) || IsCountedLater(sheet, items, i);
        // 電話番号 is no 電話
        if (!counted && i + 1 < items.Count && sheet.Tokens[items[i + 1].First] is { Glued: true, Script: Script.Kanji or Script.Katakana } && !Is(items, i + 1, WordKind.Top, WordKind.List)) return false;
        return noun.Length > 1 && FieldsOfLife.MayBeRows(noun) && (counted && (!Members.Contains(noun[^1].Raw) || Doers.AreRows(lexicon, raw)) || Follows(items, i, sheet) || Is(items, Said(sheet, items, i, 1), WordKind.Count, WordKind.Top));
    }

    /// <summary>先月の来場は何人</summary>
    private static bool IsCountedLater(Sheet sheet, List<Item> items, int i) =>
        i + 2 < items.Count && Raw(sheet, items[i + 1]) is "は" or "が" or "の" && (Is(items, i + 2, WordKind.Count, WordKind.CountAfter) || (Is(items, i + 2, WordKind.Adjective, WordKind.Adjective) && Raw(sheet, items[i + 2])[0] is '多' or '少' || Raw(sheet, items[i + 2]) is "何月" or "何曜日" or "何時") && items.Exists(item => item.Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.Grain })));

    /// <summary>…が120以上のシリアル, 評価の高いシリアル: behind a condition or a value.</summary>
    private static bool Follows(List<Item> items, int i, Sheet sheet) =>
        Said(sheet, items, i, -1) is >= 0 and var before && items[before].Meanings.Any(m => m is ValueMeaning or WordMeaning { Word.Kind: WordKind.CompareAfter or WordKind.NotAfter or WordKind.Superlative or WordKind.Adjective or WordKind.Only });

    private static int Said(Sheet sheet, List<Item> items, int i, int step)
    {
        for (i += step; i >= 0 && i < items.Count; i += step)
        {
            var small = items[i].Meanings.All(m => m is WordMeaning { Word.Kind: WordKind.Filler or WordKind.Equals or WordKind.All or WordKind.Visual }) || (items[i].Meanings is [UnknownMeaning] && sheet.Tokens[items[i].First].Script is Script.Hiragana);
            if (!small) return i;
        }
        return -1;
    }

    private static string Raw(Sheet sheet, Item item) => string.Concat(sheet.Tokens.Skip(item.First).Take(item.End - item.First).Select(t => t.Raw));

    private static bool IsNumber(List<Item> items, int i) => items[i].Meanings.Any(m => m is NumberMeaning);

    private static bool Is(List<Item> items, int i, WordKind one, WordKind other) => i >= 0 && i < items.Count && items[i].Meanings.Any(m => m is WordMeaning word && (word.Word.Kind == one || word.Word.Kind == other));
}
