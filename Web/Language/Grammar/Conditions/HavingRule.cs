using Web.Semantics;

namespace Web.Language;

/// <summary>"stores with sales over 5M", "parties with more than 20 candidates": conditions on what each group comes to.</summary>
internal static class HavingRule
{
    private static readonly string[] Kept = ["のある", "がある", "のいる", "がいる", "を持つ", "をもつ"];

    /// <summary>"parties with more than 20 candidates": what divides stands before, what is counted in each behind.</summary>
    public static bool HasGroupBefore(Scene scene, int before, Column things)
    {
        for (var k = before - 1; k >= 0; k--)
        {
            if (scene.Category(k) is { Role: ColumnRole.Dimension } column && column != things) return true;
        }
        return false;
    }

    /// <summary>"carriers with more than 20 cancelled flights", "teams with over 5 home wins": how many rows of a kind each has; the kind narrows the rows.</summary>
    public static bool CountsKind(Scene scene, int before, int unit)
    {
        if (scene.IsJapanese(unit) || scene.Used(unit) || (scene.Value(unit) ?? (object?)(scene.Field(unit) is { Type: ColumnType.Boolean } flag ? flag : null)) is null) return false;
        var kind = scene.Value(unit)?.Column ?? scene.Field(unit)!;
        return HasGroupBefore(scene, before, kind) && Enumerable.Range(Math.Max(0, before - 3), Math.Min(3, before)).Any(k => scene.Raw(k) is "with" or "having" or "had" or "has" or "have" or "that" or "who" or "which" or "whohad" or "thathad" or "thathave" or "whohave");
    }

    public static void HavingDistinct(Scene scene, Draft draft, FilterPart part, int unit, Column things)
    {
        part.Aggregate = Aggregates.CountDistinct;
        part.Column = things;
        var measure = new MeasurePart { Column = things, Aggregate = Aggregates.CountDistinct, Assumed = true };
        draft.Measures.Add(measure);
        scene.Use(unit, measure);
    }

    public static void Having(Scene scene, FilterPart part, int unit)
    {
        part.Aggregate = Aggregates.Count;
        scene.Use(unit, part);
        var count = scene.Next(unit);
        if (scene.Is(count, WordKind.CountAfter)) scene.Use(count, part);
    }

    /// <summary>駅が15以上ある都市, 15か所以上駅のある都市: how many rows each of what is named behind has; -1 where it is not said so.</summary>
    public static int RowsKept(Scene scene, int number, int last)
    {
        if (!scene.IsJapanese(last)) return -1;
        var before = scene.Next(number, -1);
        var verb = scene.Raw(last) + scene.Raw(last + 1) + scene.Raw(last + 2);
        if (last == number + 1 && scene.IsEntity(before) && scene.Raw(before + 1) is "が" or "を" or "も" && (verb.Contains("ある", StringComparison.Ordinal) || verb.Contains("いる", StringComparison.Ordinal) || verb.Contains('持') || verb.Contains('有')) && scene.Category(HeadAfter(scene, last)) is not null) return before;
        var after = scene.Next(last);
        var has = scene.Raw(after + 1) + scene.Raw(after + 2);
        return scene.IsEntity(after) && Array.Exists(Kept, verb => has.StartsWith(verb, StringComparison.Ordinal)) && scene.Category(HeadAfter(scene, after)) is not null ? after : -1;
    }

    /// <summary>顧客数が40人以上の支払方法の月額の中央値: the count belongs to the condition; another figure is what is shown.</summary>
    public static void OwnCount(Scene scene, Draft draft)
    {
        if (draft.Filters.Find(f => f is { Aggregate: Aggregates.Count }) is not { } condition || !draft.Measures.Exists(m => m.Column is not null)) return;
        if (draft.Measures.FindAll(m => m is { Column: null, Aggregate: Aggregates.Count }) is not [var count]) return;
        List<int> said = [.. Enumerable.Range(0, scene.Count).Where(i => ReferenceEquals(scene.PartOf(i), count))];
        if (!said.TrueForAll(i => IsBeside(scene, i, condition))) return;
        draft.Measures.Remove(count);
        foreach (var i in said) scene.Use(i, condition);
    }

    private static bool IsBeside(Scene scene, int i, FilterPart condition)
    {
        for (var k = i + 1; k < scene.Count && k <= i + 3; k++)
        {
            if (ReferenceEquals(scene.PartOf(k), condition)) return true;
            if (!scene.IsSmall(k) && scene.PartOf(k) is not MeasurePart { Column: null }) return false;
        }
        return false;
    }

    public static void TakeColumn(Scene scene, FilterPart part, int i, Column column)
    {
        part.Column = column;
        scene.Use(i, part);
    }

    /// <summary>
    /// "stores with sales over 5M" compares each store's sales; "deals with amount over 5M" each deal's.
    /// What the compared thing is, is told by the noun that the condition belongs to.
    /// </summary>
    public static void TakeTarget(Scene scene, Draft draft, FilterPart part, Column? column, int item, int last)
    {
        var aggregate = item < 0 ? null : Compared.AggregateAt(scene, item);
        if (column is null)
        {
            Having(scene, part, item);
            return;
        }
        part.Column = column;
        if (item < 0)
        {
            TakeUnnamed(scene, draft, part, column, last);
            return;
        }
        var noun = scene.IsJapanese(last) ? HeadAfter(scene, last) : NounBefore(scene, Math.Min(item, last));
        if (aggregate is null && !scene.IsJapanese(last) && noun > 0 && IsInOne(scene, noun) && scene.Category(noun) is not null && !scene.Used(noun))
        {
            // "concerts in a stadium with a capacity over 4000": the one of each row.
            scene.Use(noun, part);
            scene.Use(item, part);
            return;
        }
        var summed = aggregate is null && !scene.IsJapanese(last) ? Summed.By(scene, item, last) : [];
        if (summed.Length > 0 && noun < 0) noun = Summed.Whose(scene, item);
        if (aggregate is null && noun < 0 && TopicBefore(scene, item, last) is >= 0 and var topic)
        {
            // 東京以外の店で売上が20万円を超えるのは
            var each = new GroupPart { Column = scene.Category(topic)!, Grouped = true };
            draft.Groups.Add(each);
            scene.Use(topic, each);
            noun = topic;
        }
        var grouped = noun >= 0 && scene.Category(noun) is { Role: ColumnRole.Dimension, Type: not ColumnType.Boolean } things && !(scene.Lexicon.IsPerRow && things == scene.Lexicon.Identity) && !scene.Is(noun + 1, WordKind.ByAfter) && !scene.Is(scene.Next(noun, -1), WordKind.By);
        // npsが9以上の顧客数を国別に: what is counted are rows that fulfil it.
        grouped &= !(scene.IsJapanese(last) && (scene.Is(scene.Next(noun), WordKind.CountAfter, WordKind.Count) || scene.Is(noun + 1, WordKind.CountAfter, WordKind.Count)));
        // 来館者数が7万人以上だった月は, "months with more than 300 visits": what each month comes to.
        grouped |= noun >= 0 && (scene.Is(noun, WordKind.GrainNoun) || scene.Time(noun) is not null) && IsAsked(scene, noun);
        // 単価が2万円を超える商品の平均粗利: a rate of each row, whose rows then are reckoned with.
        if (grouped && scene.IsJapanese(last) && column.DefaultAggregate is Aggregates.Mean or Aggregates.Median && scene.Raw(noun + 1) is "の" && (scene.Is(scene.Next(noun), WordKind.Aggregate) || scene.Measure(scene.Next(noun)) is not null)) grouped = false;
        // 20歳未満の選手を国別に: other words divide, so each row is held against it.
        if (grouped && aggregate is null && noun >= 0 && RowNouns.AreDividedBy(scene, noun)) grouped = false;
        // "rating distribution for gliders under 15": each of them
        if (grouped && aggregate is null && draft.Distribution && !scene.IsJapanese(last) && scene.Raw(noun - 1) is "for" or "among" or "of") grouped = false;
        // "for those employees whose salary is over 5000": each of them
        if (grouped && aggregate is null && RowNouns.AreThose(scene, noun) && (column.DefaultAggregate is not (Aggregates.Sum or null) || scene.Category(noun) is { } those && (those.Role == ColumnRole.Identity || scene.Lexicon.IsOncePerRow(those)))) grouped = false;
        foreach (var word in grouped ? summed : []) scene.Use(word, part);
        if (aggregate is null && (!grouped || draft.List))
        {
            scene.Use(item, part);
            return;
        }
        part.Aggregate = aggregate ?? column.DefaultAggregate ?? Aggregates.Sum;
        var measure = draft.Measures.FirstOrDefault(m => m.Column == column);
        if (measure is null)
        {
            measure = new MeasurePart { Column = column, Aggregate = aggregate, Assumed = aggregate is null };
            draft.Measures.Add(measure);
        }
        scene.Use(item, measure);
        if (aggregate is not null) scene.Use(Compared.AggregateIndex(scene, item), measure);
    }

    /// <summary>"in a stadium"</summary>
    private static bool IsInOne(Scene scene, int noun) =>
        scene.Raw(noun - 1) is "ina" or "inan" or "ata" or "atan" or "fora" or "foran" or "froma" or "ona" or "bya" || scene.Raw(noun - 1) is "a" or "an" && scene.Raw(noun - 2) is "in" or "at" or "for" or "from" or "on" or "by";

    /// <summary>"vendors where we pay over 9M yen", "regions with less than £500 in total": money that nothing names is what each of them comes to, where it is added up.</summary>
    public static void TakeUnnamed(Scene scene, Draft draft, FilterPart part, Column column, int last)
    {
        part.Column = column;
        var after = scene.Next(last);
        var total = scene.Is(after, WordKind.Aggregate) && !scene.IsJapanese(after) && scene.Raw(after) is "intotal" or "total" or "altogether" or "overall" ? after : -1;
        var reckoned = scene.IsJapanese(last) ? AggregateBefore(scene, last) : -1;
        if (draft.List || (column.DefaultAggregate is not (Aggregates.Sum or null) && total < 0 && reckoned < 0)) return;
        var noun = scene.IsJapanese(last) ? LastNoun(scene, last) : ClauseNoun(scene, last);
        if (noun < 0 || scene.Category(noun) is not { Role: ColumnRole.Dimension, Type: ColumnType.Text } things || things == scene.Lexicon.Identity || scene.Is(scene.Next(noun, -1), WordKind.By)) return;
        part.Aggregate = column.DefaultAggregate is Aggregates.Mean ? Aggregates.Sum : column.DefaultAggregate ?? Aggregates.Sum;
        if (reckoned >= 0)
        {
            // 1件あたりの平均が2万円を超える費目
            part.Aggregate = scene.Word(reckoned)!.Value;
            scene.Use(reckoned, part);
        }
        if (!draft.Measures.Exists(m => m.Column == column)) draft.Measures.Add(new MeasurePart { Column = column, Aggregate = reckoned >= 0 ? part.Aggregate : null, Assumed = true });
        if (total >= 0) scene.Use(total, part);
    }

    /// <summary>平均が2万円を超える: the aggregate that が sets before the bound, or -1.</summary>
    private static int AggregateBefore(Scene scene, int last)
    {
        for (var k = last - 1; k > 0 && k >= last - 3; k--)
        {
            if (scene.Number(k) is not null && scene.Raw(k - 1) is "が" or "は") return scene.Is(k - 2, WordKind.Aggregate) && !scene.Used(k - 2) ? k - 2 : -1;
        }
        return -1;
    }

    /// <summary>5万キロ超の地区は？: what the bound belongs to ends the sentence.</summary>
    private static int LastNoun(Scene scene, int last)
    {
        var noun = HeadAfter(scene, last);
        return noun >= 0 && Enumerable.Range(noun + 1, scene.Count - noun - 1).All(k => scene.IsSmall(k) || scene.IsMark(k) || scene.Is(k, WordKind.Which)) ? noun : -1;
    }

    /// <summary>The plural that a clause with the bound is said of: "vendors where we pay over …".</summary>
    private static int ClauseNoun(Scene scene, int last)
    {
        for (var k = last - 1; k >= 0 && k >= last - 7; k--)
        {
            if (scene.Category(k) is not null) return scene.LastToken(k) is { Raw: [.., 's'] } word && word.Raw != word.Text && scene.FirstToken(k + 1).Raw is "where" or "with" or "that" or "which" or "who" or "whose" or "having" || scene.Is(scene.Next(k, -1), WordKind.Which) && (scene.FirstToken(k + 1).Raw is "are" or "were" or "have" or "had" or "spent" or "paid" or "exceeded" or "exceed" or "brought" or "sold" or "made" or "took" or "got" or "won" or "gave" || scene.FirstToken(k + 1).Raw.EndsWith("ed", StringComparison.Ordinal)) ? k : -1;
            if (scene.IsEntity(k) || scene.Value(k) is not null || scene.Is(k, WordKind.By)) return -1;
        }
        return -1;
    }

    /// <summary>売上が500万以上の店舗: the noun that the condition stands before. 50以下で地域が… goes on with something else.</summary>
    private static int HeadAfter(Scene scene, int last)
    {
        for (var k = last + 1; k < scene.Count; k++)
        {
            if (scene.IsUnknown(k) && JapaneseVerbs.Is(scene, k)) continue; // 10冊以上借りた利用者
            if (!scene.IsSmall(k)) return scene.Raw(k + 1) is "が" or "は" && scene.Value(k + 2) is not null ? -1 : k;
            if (scene.Raw(k) is "で" or "かつ" or "、" or "であり") return -1;
        }
        return -1;
    }

    /// <summary>店舗で売上が20万円を超えるのは: what is spoken of stands before the figure, and のは stands for it behind.</summary>
    private static int TopicBefore(Scene scene, int item, int last)
    {
        var behind = string.Concat(Enumerable.Range(last + 1, scene.Count - last - 1).Where(k => !scene.IsMark(k)).Select(scene.Raw));
        if (!scene.IsJapanese(last) || behind is not ("のは" or "の" or "もの" or "ものは" or "ところ" or "ところは" or "のはどこ" or "のは誰" or "のはどれ" or "のはどこですか" or "のは誰ですか" or "のはどれですか")) return -1;
        var topic = scene.Next(item, -1);
        return topic >= 0 && !scene.Used(topic) && scene.Category(topic) is { Type: ColumnType.Text, Role: ColumnRole.Dimension } && scene.Raw(topic + 1) is "で" or "の中で" or "のうち" or "では" ? topic : -1;
    }

    private static int NounBefore(Scene scene, int item)
    {
        for (var k = item - 1; k >= 0 && k >= item - 6; k--)
        {
            if (scene.Category(k) is { Type: not ColumnType.Boolean }) return k;
            if (scene.IsEntity(k)) return -1;
            if (scene.Is(k, WordKind.GrainNoun) && IsAsked(scene, k)) return k;
        }
        return -1;
    }

    /// <summary>A step of time that the condition narrows, and nothing else is asked.</summary>
    private static bool IsAsked(Scene scene, int k) => scene.IsJapanese(k)
        ? scene.Raw(k + 1) is "は" or "" or "?" || scene.Raw(k + 1) is "を" && scene.Is(k + 2, WordKind.List) || scene.Is(k + 1, WordKind.List) || scene.IsMark(k + 1)
        : scene.Raw(k) is "months" or "weeks" or "years" or "quarters" && !scene.Is(scene.Next(k, -1), WordKind.By) && scene.Raw(k + 1) is "with" or "where" or "when" or "in" or "that" or "having" or "whose";
}
