using Web.Semantics;

namespace Web.Language;

/// <summary>The meanings of a stretch that are worth trying: the best of the contract's, near equals, and the language's own.</summary>
internal static class Options
{
    private const double Near = 0.08, HeadAbove = 0.101, LeastOfFigure = 0.58;

    public static Meaning[] Of(Item item, Place place, string written, bool capital, bool divides, Lexicon lexicon, bool begun = false)
    {
        // A usual word for rows is no column to divide by: 空港別 asks where no airport is known.
        if (place == Place.Grouped && item.Meanings.All(m => m is EntityMeaning { Quality: <= EntityForms.Fits } || m is FieldMeaning { Own: false, Weak: false, Quality: < LeastOfFigure, Column.Role: ColumnRole.Measure })) return [new UnknownMeaning()];
        if (IsOfKinds(item, place, written, begun)) return [new EntityMeaning(AssumedRows.Quality, written)];
        if (item.Meanings.Count == 1) return [item.Meanings[0]];
        var options = new List<Meaning>();
        var fitting = Fitting(item, place, written, lexicon);
        if (fitting.Count == 1) return [fitting[0]];
        var meanings = fitting.Where(m => !fitting.Any(other => IsWrittenLike(other, m, written))).ToList();
        if (meanings.Count == 0) meanings = fitting;
        var best = meanings.Max(m => m is WordMeaning or PeriodMeaning or NumberMeaning ? 0 : m.Quality);
        foreach (var meaning in meanings.OrderByDescending(Rank))
        {
            if (meaning is FieldMeaning { Quality: < 0.8, Weak: false } && meanings.Any(m => m is WordMeaning { Word.Kind: not (WordKind.Filler or WordKind.Equals or WordKind.Alien) } word && word.Word is not { Kind: WordKind.Bin, Value: "beside" } && !(word.Word.Kind == WordKind.Rows && item.English && meaning is FieldMeaning { Column.Type: ColumnType.Text }))) continue;
            // A value's own name, or the rows', is not a shorter way to say a column (受注 for 受注日, 案件 for 案件名).
            if (meaning is FieldMeaning shortened && !(divides && shortened.Column.Role != ColumnRole.Measure && !shortened.Weak) && meanings.Any(m => Outdoes(m, shortened, written))) continue;
            // 受注額の予測 looks ahead, whatever column may be called a forecast too.
            if (meaning is FieldMeaning { Own: false } && meanings.Any(m => m is WordMeaning { Word: { Kind: WordKind.Chart, Value: "forecast" } })) continue;
            // "per day" is a step, though a column "date" may be called day too.
            if (meaning is FieldMeaning { Own: false, Column.IsTemporal: true, Weak: false } && meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.GrainNoun or WordKind.Grain })) continue;
            var divider = divides && meaning is FieldMeaning { Column.Role: not ColumnRole.Measure, Weak: false };
            if (meaning is FieldMeaning or ValueMeaning or EntityMeaning && meaning.Quality < best - Near && !divider) continue;
            // pclass is written out as "passenger class"; a cabin is only called a class by some.
            if (meaning is FieldMeaning { Own: false, Quality: <= 0.9 } && meanings.Any(m => m is FieldMeaning { Weak: false, Quality: >= 0.95 })) continue;
            // "departments down, years across": no runner-up
            if (meaning is ValueMeaning { Quality: < 0.95 } && written is "down" or "up" or "across" or "over" or "out" or "left" or "right" or "inside" or "along") continue;
            if (meaning is ValueMeaning code && string.Equals(code.Written ?? written, code.Value, StringComparison.OrdinalIgnoreCase) && IsSmallWord(code.Value, item, capital) && meanings.Any(m => m is WordMeaning)) continue;
            // An exact name of the contract is not courtesy or a general word for money.
            if (meaning is WordMeaning { Word.Kind: WordKind.Filler or WordKind.Equals or WordKind.DefaultMeasure or WordKind.Rows or WordKind.Alien } && best >= 0.75) continue;
            if (meaning is WordMeaning { Word.Kind: WordKind.GrainNoun } && best >= 0.85 && meanings.Any(m => m is FieldMeaning { Quality: >= 0.95, Column.IsTemporal: false })) continue;
            // Summer and Night where the data have them are no months and hours.
            if (meaning is PeriodMeaning { Phrase.Part: not null } && meanings.Any(m => m is ValueMeaning { Quality: >= 0.85 })) continue;
            if (!options.Exists(o => Same(o, meaning))) options.Add(meaning);
        }
        return options.Count == 0 ? [fitting.MaxBy(Rank)!] : [.. options.Take(6)];
    }

    /// <summary>"how many tenders", ごみ搬入量: what the ways of tendering and the kinds of rubbish are called after, not the kinds.</summary>
    private static bool IsOfKinds(Item item, Place place, string written, bool begun) =>
        (item.English ? written is [.., not 's', 's'] && !KindNouns.Are(written) : begun || place == Place.Counted && item.Meanings.All(m => m is FieldMeaning named && PersonTraits.Head(named.Column))) && place is Place.Plain or Place.Counted && item.Meanings.All(m => m is FieldMeaning { Own: false, Weak: false, Quality: < 0.8 } named && (KindNouns.Heads(named.Column) || PersonTraits.Head(named.Column)));

    /// <summary>"by carrier" and "per day" group, whatever value is called so; "number of students" counts students, not their names.</summary>
    private static List<Meaning> Fitting(Item item, Place place, string written, Lexicon lexicon)
    {
        List<Meaning> left = [.. item.Meanings];
        if (item.English && left.OfType<FieldMeaning>().Where(f => IsHeadOf(f, item, written)).ToList() is [var head]) left.RemoveAll(m => m is FieldMeaning { Own: false, Weak: false, Quality: < 0.95 } other && other.Quality <= head.Quality + HeadAbove && other.Column != head.Column && other.Column.Role == head.Column.Role && !IsSaid(other.Column, written));
        var plain = place == Place.Plain;
        // 返金 of a column Refund: the figure, before a kind of the same name that only another word says.
        if (left.OfType<FieldMeaning>().FirstOrDefault(f => f is { Weak: false, Column.Role: ColumnRole.Measure }) is { Column: var figure }) left.RemoveAll(m => m is ValueMeaning { Quality: < 0.95 } kind && ColumnForms.NamesOf(figure).Any(name => name is [var only] && only.Text == Stem.Of(kind.Value.ToLowerInvariant())));
        if (place == Place.Grouped)
        {
            if (item.English && left.Exists(m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Dimension })) left.RemoveAll(m => m is WordMeaning { Word.Kind: WordKind.Sort });
            if (left.Exists(m => m is FieldMeaning { Quality: >= 0.6, Weak: false, Column.Role: not ColumnRole.Measure } or WordMeaning { Word.Kind: WordKind.GrainNoun or WordKind.Grain })) left.RemoveAll(m => m is ValueMeaning);
            if (left.Exists(m => m is FieldMeaning { Own: true } or FieldMeaning { Quality: >= 0.9, Weak: false, Column.Role: ColumnRole.Measure })) left.RemoveAll(m => m is EntityMeaning { Title: null });
            if (left.Exists(m => m is FieldMeaning { Quality: >= 0.55, Weak: false, Column.Role: ColumnRole.Dimension })) left.RemoveAll(m => m is EntityMeaning { Quality: <= EntityForms.Fits });
            // 日ごとの収穫量 of a farm's days
            if (left.Exists(m => m is WordMeaning { Word.Kind: WordKind.GrainNoun or WordKind.Grain })) left.RemoveAll(m => m is EntityMeaning { Quality: <= EntityForms.Fits });
            // "by rating" of a content rating and the marks of a review: what divides are kinds.
            if (left.OfType<FieldMeaning>().Where(f => f is { Own: false, Weak: false, Quality: >= 0.6, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } }).ToList() is [var kind] && (!item.English || IsHeadOf(kind, item, written))) left.RemoveAll(m => m is FieldMeaning { Own: false, Column.Role: ColumnRole.Measure });
            // "by outcome": the kinds of outcome, before the day of it.
            if (left.Exists(m => m is FieldMeaning { Quality: >= 0.75, Weak: false, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } })) left.RemoveAll(m => m is FieldMeaning { Weak: true, Column.IsTemporal: true });
            return left;
        }
        if (place == Place.Figured)
        {
            place = Place.Plain;
            if (left.Exists(m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Measure })) left.RemoveAll(m => m is WordMeaning { Word.Kind: WordKind.Sort });
            if (left.Exists(m => m is FieldMeaning { Quality: >= 0.8, Weak: false, Column.Role: ColumnRole.Measure })) left.RemoveAll(m => m is ValueMeaning or FieldMeaning { Column: { Role: not ColumnRole.Measure, IsNumeric: false } });
        }
        if (place == Place.Numbered && left.Exists(m => m is FieldMeaning { Weak: false, Column: { IsNumeric: true } classes } && (classes.Role != ColumnRole.Measure || Classes.Has(classes)))) left.RemoveAll(m => m is EntityMeaning);
        if (place is Place.Named or Place.Numbered)
        {
            if (left.Exists(m => m is FieldMeaning { Own: true } or WordMeaning { Word.Kind: WordKind.DefaultMeasure })) left.RemoveAll(m => m is EntityMeaning { Quality: <= EntityForms.Fits } || left.Exists(own => own is FieldMeaning { Own: true }) && m is EntityMeaning);
            return left;
        }
        // "carriers" are no cause called Carrier, where a column is called so.
        if (item.English && written is [.., not 's', 's'] && left.Exists(m => m is FieldMeaning { Weak: false, Column: { Type: ColumnType.Text } } or EntityMeaning { Quality: > EntityForms.Fits })) left.RemoveAll(m => m is ValueMeaning value && (value.Written + "s" == written || IsPlural(value.Value, written)));
        // "medals by country" in a list of medals: the rows, though a column says which medal.
        if (left.Exists(m => m is EntityMeaning { Quality: >= 0.8 }) && (place == Place.Counted || (item.English && written is [.., _, 's']))) left.RemoveAll(m => m is FieldMeaning { Own: true, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text, Values.Count: > 1 and <= 12 } });
        if (place != Place.Counted && left.Exists(m => m is WordMeaning { Word.Kind: WordKind.DefaultMeasure })) left.RemoveAll(m => m is EntityMeaning { Quality: <= EntityForms.Fits });
        // "more than 20 orders" are rows, though an amount is called after them.
        if (item.English && written is [.., not 's', 's'] && left.Exists(m => m is EntityMeaning { Quality: >= 0.95, Title: null })) left.RemoveAll(m => m is FieldMeaning { Own: false, Column.Role: ColumnRole.Measure });
        if (place == Place.Counted && left.Exists(m => m is EntityMeaning)) left.RemoveAll(m => m is FieldMeaning { Own: false, Column.Role: ColumnRole.Measure } figure && (figure.Quality < 0.9 || left.Exists(e => e is EntityMeaning { Quality: >= 0.9 })) && !ColumnForms.Counts(figure.Column));
        // A table called population has a column 人口: the figure is meant, unless it is counted.
        if (place == Place.Plain && left.Exists(m => m is FieldMeaning { Quality: >= 0.9, Weak: false, Column.Role: ColumnRole.Measure })) left.RemoveAll(m => m is EntityMeaning { Title: null });
        if (place == Place.Plain && left.Exists(m => m is FieldMeaning { Quality: >= 0.6, Weak: false, Column.Role: ColumnRole.Measure })) left.RemoveAll(m => m is EntityMeaning { Quality: <= EntityForms.Fits, Title: null });
        // "list all …" asks for a list, whatever rows may be called.
        if (item is { First: 0, English: true } && left.Exists(m => m is WordMeaning { Word.Kind: WordKind.List })) left.RemoveAll(m => m is EntityMeaning { Quality: <= EntityForms.Fits, Title: null });
        var title = left.OfType<EntityMeaning>().Select(e => e.Title).FirstOrDefault(t => t is not null);
        // "candidates" are rows; "candidate" may well be the column.
        if (title is not null && place == Place.Plain && item.English && left.Exists(m => m is FieldMeaning { Own: true } own && own.Written == written)) left.RemoveAll(m => m is EntityMeaning);
        else if (title is not null) left.RemoveAll(m => m is FieldMeaning named && named.Column == title);
        // "how many stores do we have" in a list of their days, "which course" beside a key of sections.
        if (left.Exists(m => m is EntityMeaning { Quality: EntityForms.Fits }) && left.Exists(m => m is FieldMeaning { Quality: >= 0.9 } named && lexicon.ComesAgain(named.Column))) left.RemoveAll(m => m is EntityMeaning);
        if (place == Place.Counted && left.Exists(m => m is EntityMeaning)) left.RemoveAll(m => m is FieldMeaning { Own: false, Column.Role: not ColumnRole.Measure } named && !RowNames.IsKey(named.Column) && !(named.Quality > 0.95 && !RowNames.IsName(named.Column) && !lexicon.IsOncePerRow(named.Column) && left.Exists(e => e is EntityMeaning { Quality: <= EntityForms.Fits })));
        left.RemoveAll(m => m is FieldMeaning { Own: false } named && (RowNames.IsName(named.Column) || RowNames.IsNumber(named.Column)) && item.Meanings.Any(e => e is EntityMeaning { Quality: >= 0.8 } && e.Quality >= named.Quality - 0.1));
        if (left.Exists(m => m is EntityMeaning { Quality: > EntityForms.Fits })) left.RemoveAll(m => m is FieldMeaning { Quality: < 0.8, Weak: false, Column: { Role: ColumnRole.Dimension, IsNumeric: true } });
        // "entries" are rows before they are a flag that is called so in part.
        if (item.English && written is [.., not 's', 's'] && left.Exists(m => m is EntityMeaning)) left.RemoveAll(m => m is FieldMeaning { Own: false, Quality: < 0.76, Column.Type: ColumnType.Boolean } flag && !ColumnForms.NamesOf(flag.Column).Any(name => name.Any(t => t.Text == Stem.Of(written))));
        // "outcomes by month": what came of it, not the day of it.
        if (item.English && written is [_, _, _, .., not 's', 's'] && left.Exists(m => m is FieldMeaning { Quality: >= 0.75, Weak: false, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } })) left.RemoveAll(m => m is FieldMeaning { Weak: true, Column.IsTemporal: true });
        // "homes in Lakeview" beside a house style: the houses, not their style
        if (item.English && place is Place.Plain or Place.Counted && left.Exists(m => m is EntityMeaning { Title: null })) left.RemoveAll(m => m is FieldMeaning { Own: false, Weak: false, Quality: < 0.7, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } } part && Stem.Of(written) is var stem && !ColumnForms.NamesOf(part.Column).Any(name => name.Count > 0 && (name[^1].Text == stem || (RowNames.IsName(part.Column) || RowNames.IsNumber(part.Column)) && name.Any(t => t.Text == stem))));
        if (plain || place == Place.Counted) Nouns.Settle(item, written, left);
        if (place == Place.Counted && left.OfType<FieldMeaning>().Any(f => f.Quality >= 0.85 && RowNames.IsKey(f.Column))) left.RemoveAll(m => (m is FieldMeaning named && !RowNames.IsKey(named.Column)) || m is EntityMeaning { Quality: < 0.8 });
        return left.Count == 0 ? [.. item.Meanings] : left;
    }

    /// <summary>"top sources" of a session source: the name's own last word, before what another name may be called.</summary>
    private static bool IsHeadOf(FieldMeaning field, Item item, string written) =>
        item.End == item.First + 1 && field is { Weak: false, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } or { Role: ColumnRole.Measure } } && Stem.Of(written) is var stem && ColumnForms.NamesOf(field.Column).Any(name => name is [_, _, ..] && name[^1].Text == stem);

    private static bool IsSaid(Column column, string written) => Stem.Of(written) is var stem && ColumnForms.NamesOf(column).Any(name => name.Any(t => t.Text == stem));

    /// <summary>counties of the owner County</summary>
    private static bool IsPlural(string value, string written) => value is [.. var stem, 'y' or 'Y'] && string.Equals(stem + "ies", written, StringComparison.OrdinalIgnoreCase);

    /// <summary>The grade A and the state OR are written in capitals; in "as a table or chart" nobody means them.</summary>
    private static bool IsSmallWord(string value, Item item, bool capital) => !capital && item.End - item.First == 1 && value.Length <= 3 && value.All(char.IsAsciiLetterUpper);

    private static double Rank(Meaning meaning) => meaning switch
    {
        FieldMeaning { Weak: true } => 0.75,
        PeriodMeaning => 0.95,
        WordMeaning { Word.Kind: WordKind.Filler or WordKind.Equals } => 0.3,
        _ => meaning.Quality,
    };

    private static bool Outdoes(Meaning meaning, FieldMeaning shortened, string written) => meaning switch
    {
        ValueMeaning { Quality: >= 0.95 } value => (shortened.Weak && (value.Written == written || shortened.Written != written)) || (!shortened.Weak && shortened.Quality < 0.9),
        // The word for the rows names the rows; in the place of a group it stands for their names all the same.
        EntityMeaning { Quality: >= 0.84 } => shortened.Column.Role == ColumnRole.Identity,
        _ => false,
    };

    /// <summary>Of two words with one stem the one that was written is meant: "closing" is not "closed", "ordered" not "orders".</summary>
    private static bool IsWrittenLike(Meaning meaning, Meaning other, string written) => (meaning, other) switch
    {
        (FieldMeaning { Column.IsTemporal: true, Quality: >= 0.79 } a, FieldMeaning { Column.IsTemporal: true } b) => a.Column != b.Column && a.Quality >= b.Quality - 0.05 && a.Written == written && b.Written != written,
        // A column's own name is not another's for short: votes, and vote_pct.
        (FieldMeaning { Own: true } a, FieldMeaning { Own: true } b) when a.Column != b.Column && !a.Column.IsTemporal => a.Written == written && b.Written != written,
        (FieldMeaning { Own: true } a, FieldMeaning { Own: false } b) => a.Column != b.Column && !(a.Column.IsTemporal && b.Column.IsTemporal),
        (FieldMeaning { Column.IsTemporal: true, Weak: true } a, ValueMeaning b) => a.Written == written && b.Written != written,
        (FieldMeaning { Own: false }, FieldMeaning { Own: true }) => false,
        // "votes" is the column of that name before it is a short way to say vote_percent.
        (FieldMeaning { Quality: >= 0.999, Weak: false } a, FieldMeaning b) => a.Column != b.Column && a.Written == written && (b.Quality < 0.999 || b.Written != written),
        (ValueMeaning { Quality: >= 0.95 } a, EntityMeaning b) => a.Written == written && b.Written != written,
        _ => false,
    };

    private static bool Same(Meaning one, Meaning other) => (one, other) switch
    {
        (FieldMeaning a, FieldMeaning b) => a.Column == b.Column,
        (ValueMeaning a, ValueMeaning b) => a.Column == b.Column && a.Value == b.Value,
        (EntityMeaning, EntityMeaning) => true,
        (WordMeaning a, WordMeaning b) => a.Word == b.Word,
        _ => false,
    };
}
