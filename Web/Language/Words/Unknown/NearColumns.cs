using Web.Semantics;

namespace Web.Language;

/// <summary>What is unknown, with what stands close to it, may speak of a column in other words.</summary>
internal static class NearColumns
{
    private const int Longest = 3;

    public static bool Name(Unknowns unknowns, int unknown)
    {
        if (unknowns.Written(unknown) is "people" or "person" or "persons" or "thing" or "things") return false;
        if (unknowns.First(unknown) is { Script: Script.Word } word && (word.Raw.EndsWith("ed", StringComparison.Ordinal) || word.Raw.EndsWith("ing", StringComparison.Ordinal) || Unread.IsVerb(word.Raw))) return false;
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

    /// <summary>What divides is no figure; a time is meant only where its word says so.</summary>
    private static bool Fits(Column column, Unknowns unknowns, int first, int last)
    {
        var head = unknowns.Last(last);
        if (column.Role != ColumnRole.Measure && head.Raw is "量" or "額" or "費" or "料" or "率") return false;
        if (column.Role == ColumnRole.Identity || (column.Type == ColumnType.Boolean && head.Raw is "数" or "金")) return false;
        var place = unknowns.PlaceOf(last) == Place.Grouped ? Place.Grouped : unknowns.PlaceOf(first);
        if (place == Place.Grouped) return column.Role != ColumnRole.Measure;
        if (place == Place.Counted && column.Role == ColumnRole.Measure) return ColumnForms.Counts(column);
        return column.Role != ColumnRole.Time || (place != Place.Counted && head.Text is "date" or "day" or "time" or "year" or "month" or "日" or "年" or "月" or "時" or "付");
    }
}
