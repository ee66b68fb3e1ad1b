using Web.Semantics;

namespace Web.Language;

/// <summary>What is unknown, with what stands close to it, may speak of a column in other words.</summary>
internal static class NearColumns
{
    private const int Longest = 3;

    public static bool Name(Unknowns unknowns, int unknown)
    {
        if (unknowns.Written(unknown) is "people" or "person" or "persons" or "thing" or "things") return false;
        if (unknowns.First(unknown) is { Script: Script.Word } word && (word.Raw.EndsWith("ed", StringComparison.Ordinal) || word.Raw.EndsWith("ing", StringComparison.Ordinal) || Unread.IsVerb(word.Raw) || unknown > 0 && unknowns.Last(unknown - 1).Raw is "were" or "was" or "been")) return false;
        // "response time": a general word says something only beside another.
        var least = Glosses.IsGeneral(unknowns.First(unknown).Text) ? 2 : 1;
        for (var length = Longest; length >= least; length--)
        {
            for (var first = Math.Max(0, unknown - length + 1); first <= unknown && first + length <= unknowns.Count; first++)
            {
                if (Of(unknowns, unknown, first, length) is { } meaning && unknowns.Guess(first, first + length - 1, [meaning])) return true;
            }
        }
        return false;
    }

    /// <summary>国内の来園者数 of <c>local_visitors</c>, beside 来園者数 of all: with what it is a part of it names another column.</summary>
    public static bool NamePart(Unknowns unknowns, int i)
    {
        if (!unknowns.First(i).IsJapanese || i + 2 >= unknowns.Count || unknowns.Written(i + 1) is not "の" || unknowns[i + 2].Meanings.OfType<FieldMeaning>().Where(f => f.Column.Role == ColumnRole.Measure).MaxBy(f => f.Quality)?.Column is not { } whole) return false;
        Token[] phrase = [.. unknowns.Phrase(i, i), .. unknowns.Phrase(i + 2, i + 2)];
        return unknowns.Lexicon.Resemblance.Of(unknowns.Sheet.GlossesOf(phrase), string.Concat(phrase.Select(t => t.Raw)), column => column.Role == ColumnRole.Measure) is { } part && part.Column != whole && unknowns.Guess(i, i + 2, [part]);
    }

    private static FieldMeaning? Of(Unknowns unknowns, int unknown, int first, int length)
    {
        var last = first + length - 1;
        if (!IsOnePhrase(unknowns, first, last, unknown) || unknowns.IsCut(first, length) || unknowns.Guessed.ContainsKey(unknowns[first].First)) return null;
        return unknowns.Lexicon.Resemblance.Of(unknowns.Sheet.GlossesOf(unknowns.Phrase(first, last)), unknowns.Written(first, last), column => Fits(column, unknowns, first, last));
    }

    private static bool IsOnePhrase(Unknowns unknowns, int first, int last, int unknown)
    {
        for (var i = first; i <= last; i++)
        {
            var token = unknowns.First(i);
            if (token.Script is Script.Mark or Script.Digit or Script.Hiragana || (i > first && token.IsJapanese && !token.Glued) || token.IsJapanese != unknowns.First(unknown).IsJapanese) return false;
            if (i != unknown && !unknowns.IsOpen(i) && !unknowns.Means(i, m => MayJoin(m, token))) return false;
        }
        return true;
    }

    private static bool MayJoin(Meaning meaning, Token token) => meaning switch
    {
        FieldMeaning { Own: false } or EntityMeaning => true,
        FieldMeaning => token.IsJapanese,
        WordMeaning { Word.Kind: WordKind.CountAfter or WordKind.GrainNoun or WordKind.DefaultMeasure or WordKind.Rate or WordKind.Rows } => true,
        WordMeaning { Word.Kind: WordKind.Filler } => Glosses.IsGeneral(token.Text),
        _ => false,
    };

    /// <summary>宿泊料金 is money and 滞在時間 a stretch of time, whatever else a column may share with the word.</summary>
    private static bool HeadFits(Column column, string written)
    {
        if (column.Role != ColumnRole.Measure) return true;
        if (written.EndsWith('額') && !Amounts.IsMoney(column)) return false;
        if (Units.KindOf(column) is not { } kind) return true;
        if (Array.Exists(MoneyHeads, head => written.EndsWith(head, StringComparison.Ordinal))) return false;
        return kind == "time" || !written.EndsWith("時間", StringComparison.Ordinal);
    }

    private static readonly string[] MoneyHeads = ["料金", "費用", "代金", "価格", "家賃", "金額"];

    /// <summary>What divides is no figure; a time is meant only where its word says so.</summary>
    private static bool Fits(Column column, Unknowns unknowns, int first, int last)
    {
        var head = unknowns.Last(last);
        // "how many weddings" beside a style of wedding: what the kinds are of.
        if (head is { Script: Script.Word, Raw: [_, _, _, .., not 's', 's'] } && unknowns.PlaceOf(last) != Place.Grouped && !KindNouns.Are(head.Raw) && KindNouns.Heads(column)) return false;
        if (!HeadFits(column, unknowns.Written(first, last))) return false;
        // A profit margin is no profit.
        if (column.Role == ColumnRole.Measure && Amounts.IsMoney(column) && head.Raw is "margin" or "margins" or "ratio" or "rate" or "percentage" or "率") return false;
        if (column.Role != ColumnRole.Measure && head.Raw is "量" or "額" or "費" or "料" or "率") return false;
        // 海水の塩分: what stands before another noun is no figure of its own.
        if (column.Role == ColumnRole.Measure && unknowns.First(last).IsJapanese && last + 2 < unknowns.Count && unknowns.Written(last + 1) is "の" && (unknowns.IsOpen(last + 2) || unknowns.Means(last + 2, m => m is FieldMeaning { Column.Role: ColumnRole.Measure }))) return false;
        if (column.Role == ColumnRole.Identity || (column.Type == ColumnType.Boolean && head.Raw is "数" or "金")) return false;
        var place = unknowns.PlaceOf(last) == Place.Grouped ? Place.Grouped : unknowns.PlaceOf(first);
        if (place == Place.Grouped) return column.Role != ColumnRole.Measure;
        if (place == Place.Counted && column.Role == ColumnRole.Measure) return ColumnForms.Counts(column);
        return column.Role != ColumnRole.Time || (place != Place.Counted && head.Text is "date" or "day" or "time" or "year" or "month" or "日" or "年" or "月" or "時" or "付");
    }
}
