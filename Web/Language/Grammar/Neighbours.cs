using Web.Semantics;

namespace Web.Language;

/// <summary>What the words beside an item leave of its meanings: "closed" before "per month" is when, 融資 before 残高 says only of what.</summary>
internal sealed partial class Neighbours(Sheet sheet, IReadOnlyList<Item> items, Lexicon lexicon)
{
    private static readonly Meaning Nothing = new WordMeaning(new Word(WordKind.Filler, ""));

    /// <summary>The meanings of the item that are worth trying here.</summary>
    public Meaning[] Leave(int i)
    {
        IEnumerable<Meaning> Those(Func<Meaning, bool> of) => items[i].Meanings.Where(of);
        var options = Options.Of(items[i], Places.Of(items, i), Written(items[i]), IsCapital(items[i]), Divides(i), lexicon, IsBegun(i));
        if (IsDated(i)) options = [.. Those(m => m is FieldMeaning { Weak: true, Column.IsTemporal: true }).Take(2)];
        if (SaysNothing(i) || IsReplacedFigure(i)) options = [Nothing];
        if (IsReasonUnkept(i)) options = [new UnknownMeaning()];
        if (IsSubjectDividedBy(i)) options = [new UnknownMeaning()];
        if (OfChart(i) is { } spoken) options = spoken;
        if (IsEveryRow(i)) options = [.. options.Where(m => m is not ValueMeaning)];
        if (AreRanked(i)) options = [.. Those(m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Dimension }).Take(1)];
        if (AreStated(i) || IsDone(i) || IsOrderOfMoney(i) || AreMany(i) || AreCounted(i)) options = [new EntityMeaning(AssumedRows.Quality, Written(items[i]))];
        if (AreWhose(i)) options = [.. Those(m => m is EntityMeaning).Take(1)];
        if (AreSomebody(i)) options = [new FieldMeaning(lexicon.PersonColumn!, EntityForms.Fits, Written: Written(items[i]))];
        if (AreEvents(i)) options = [.. Those(m => m is FieldMeaning { Column.Role: ColumnRole.Time }).Take(1).Select(m => (FieldMeaning)m with { Weak = true })];
        if (IsCostOf(i)) options = [new WordMeaning(new Word(WordKind.DefaultMeasure, "money"))];
        if (IsWorld(i)) options = [.. lexicon.Exactly(WorldWord).Concat(lexicon.Exactly(WorldKanji)).OfType<ValueMeaning>().Take(1)];
        if (IsMeasuredFlow(i)) options = [.. Those(m => m is FieldMeaning { Column.Role: ColumnRole.Measure }).Take(1)];
        if (IsStepOfTrend(i)) options = [.. Those(m => m is WordMeaning { Word.Kind: WordKind.GrainNoun })];
        if (IsTypedValue(i)) options = options.Any(m => m is ValueMeaning) ? [.. options.Where(m => m is ValueMeaning)] : [.. Those(m => m is ValueMeaning).Take(1)];
        if (IsDayOf(i)) options = [.. Those(m => m is FieldMeaning { Column.IsTemporal: true } day && day.Quality >= items[i].Meanings.OfType<FieldMeaning>().Where(f => f.Column.IsTemporal).Max(f => f.Quality) - 0.05).Select(m => (FieldMeaning)m with { Weak = false })];
        if (AreDaysOf(i)) options = [.. Those(m => m is EntityMeaning)];
        if (ListedWith(i) is { } listed) options = [.. Those(m => m is ValueMeaning value && value.Column == listed)];
        if (FirstOfListed(i) is { } first) options = [.. Those(m => m is ValueMeaning value && value.Column == first).Take(1)];
        if (IsRateOf(i)) options = [.. Those(m => m is WordMeaning { Word.Kind: WordKind.Rate })];
        if (IsOwner(i)) options = [.. Those(m => m is EntityMeaning)];
        if (IsBeforeHead(i) || IsTimeTaken(i) || IsTakenCount(i) || IsDateOf(i) || IsShareOfItself(i) || IsMoneyBehind(i) || IsOfPay(i)) options = [Nothing];
        if (IsOfKind(i) || IsHowLong(i) || IsKindOfColumn(i)) options = [Nothing];
        if (SettledFigure(i) is { } settled) options = [settled];
        if (LongAsked(i) is { } lasting) options = [lasting];
        if (LastsLong(i)) options = [.. Those(m => m is FieldMeaning { Column.Role: ColumnRole.Measure } lasting && Units.IsDuration(lasting.Column)).Take(1)];
        else if (AreRowsThatLast(i)) options = [.. Those(m => m is EntityMeaning)];
        if (IsKeptChange(i)) options = [.. Those(m => m is FieldMeaning { Column.Unit: "%" }).Take(1)];
        if (IsCountOf(i)) options = [.. Those(m => m is WordMeaning { Word.Kind: WordKind.CountAfter })];
        if (IsFigure(i)) options = [.. Those(m => m is FieldMeaning { Own: true, Column.Role: ColumnRole.Measure }).Take(1)];
        else if (StateOf(i) is { } state) options = [.. Those(m => m is ValueMeaning value && value.Column == state).Take(1)];
        if (IsOnlyYear(i) && Array.Exists(options, m => m is PeriodMeaning)) options = [.. options.Where(m => m is not NumberMeaning)];
        return IsOnlyNumber(i) ? [.. options.Where(m => m is not PeriodMeaning)] : options;
    }

    /// <summary>Words that are something else elsewhere, and here only stand around what is asked.</summary>
    private bool SaysNothing(int i) =>
        items[i].English && Written(items[i]) is "recorded" && Has(i, WordKind.List) || IsOccasion(i) || IsDoneMost(i) || IsLevelOf(i) || IsCurrencyNamed(i) || IsArticle(i) || IsNameOf(i) || IsUseOf(i) || IsPaceOf(i) || IsSaidOfState(i) || IsOwnerOfDay(i) || IsGlossed(i) || IsInDatedClause(i);

    /// <summary>What a word says of the chart itself, whatever column or value is called so.</summary>
    private Meaning[]? OfChart(int i)
    {
        Meaning[] Words(WordKind kind) => [.. items[i].Meanings.Where(m => m is WordMeaning word && word.Word.Kind == kind).Take(1)];
        if (IsExtremeOfFigure(i)) return [new WordMeaning(new Word(WordKind.Aggregate, Written(items[i]).StartsWith("max", StringComparison.Ordinal) ? Aggregates.Max : Aggregates.Min))];
        if (IsPutInOrder(i)) return Words(WordKind.Sort);
        if (IsNumberOfRows(i) || IsAmountOfRows(i)) return [new WordMeaning(new Word(WordKind.Count, "count"))];
        if (IsBetweenKinds(i)) return [new WordMeaning(new Word(WordKind.By, "by"))];
        if (IsSortedBy(i)) return Words(WordKind.Count);
        if (IsSetBetween(i)) return Words(WordKind.Versus);
        if (IsChartNoun(i)) return Words(WordKind.Chart);
        return IsCommand(i) ? [.. items[i].Meanings.Where(m => m is WordMeaning)] : null;
    }

    /// <summary>通話は何件, 通話の数 beside 通話時間: how many there were, and no figure of theirs.</summary>
    private bool AreCounted(int i)
    {
        if (items[i].English || items[i].Meanings.OfType<FieldMeaning>().ToList() is not { Count: > 0 } fields || !fields.TrueForAll(f => f is { Own: false, Column.Role: ColumnRole.Measure } && Units.IsDuration(f.Column)) || items[i].Meanings.Any(m => m is WordMeaning { Word.Kind: WordKind.GrainNoun })) return false;
        var rows = Tokens.OfName(lexicon.Contract.Key)[^1].Text;
        if (!JapaneseEnglish.Of(Written(items[i])).Any(word => Tokens.Of(word).Exists(t => t.Text == rows))) return false;
        var next = i + 1 < items.Count && Written(items[i + 1]) is "は" or "が" or "も" or "って" ? i + 2 : i + 1;
        return Has(next, WordKind.Count) || next == i + 1 && Has(next, WordKind.CountAfter);
    }

    /// <summary>件数じゃなくて金額で: the figure that gives its place to the next.</summary>
    private bool IsReplacedFigure(int i) =>
        Has(i, WordKind.Count) && i + 2 < items.Count && items[i + 1].Meanings.Any(m => m is WordMeaning { Word: { Kind: WordKind.Instead, Value: "before" } })
        && (Has(i + 2, WordKind.DefaultMeasure) || MayBe(i + 2, m => m is FieldMeaning { Column.Role: ColumnRole.Measure }));

    /// <summary>"the minimum and the maximum of the price": no bound, where no number follows.</summary>
    private bool IsExtremeOfFigure(int i) =>
        items[i].English && Written(items[i]) is "maximumof" or "minimumof" && i + 1 < items.Count && !MayBe(i + 1, m => m is NumberMeaning) && !MayBe(i + 2, m => m is NumberMeaning);

    /// <summary>"each kind of fate" beside a column Type: the kinds of what is named.</summary>
    private bool IsKindOfColumn(int i) =>
        items[i].English && Written(items[i]) is "kind" or "kinds" or "sort" or "sorts" && i + 2 < items.Count && Written(items[i + 1]) is "of" && !MayBe(i, m => m is FieldMeaning { Own: true }) && MayBe(i + 2, m => m is FieldMeaning { Own: true, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } });

    /// <summary>"For each cinema, show the number of …" beside a show date: what is wanted, and no column.</summary>
    private bool IsCommand(int i) => IsJapaneseCommand(i) ||
        items[i].English && Written(items[i]) is "show" or "list" or "plot" or "chart" or "display" or "graph" or "draw" or "present" or "return" or "report" or "count" or "rank" && MayBe(i, m => m is WordMeaning) && MayBe(i, m => m is FieldMeaning or ValueMeaning or EntityMeaning)
        && (i == 0 || sheet.Tokens[items[i - 1].First].Script == Script.Mark || sheet.Tokens[items[i - 1].End - 1].Raw is "and" or "please" or "you" or "to" or "then" or "also")
        && i + 1 < items.Count && (sheet.Tokens[items[i + 1].First].Raw is "the" or "me" or "us" or "a" or "an" or "how" or "all" or "only" or "just" or "it" or "them" or "this" or "what" or "which" || Has(i + 1, WordKind.Count) || Has(i + 1, WordKind.Aggregate) || Has(i + 1, WordKind.By) && i > 0 && sheet.Tokens[items[i - 1].End - 1].Raw is "to" or "and" or "please");

    /// <summary>並べて表示してください, beside a number of 表示: what is to be done with the chart.</summary>
    private bool IsJapaneseCommand(int i) =>
        Written(items[i]) is "表示" && i > 0 && Has(i, WordKind.Filler) && (i + 1 == items.Count || Written(items[i + 1]) is ['し' or 'す', ..]) && (Written(items[i - 1]) is "を" or "に" or "で" or "て" || Written(items[i - 1]).EndsWith('て'));

    /// <summary>", and rank the y-axis in ascending order": what is done with the chart, whatever column is a rank.</summary>
    private bool IsPutInOrder(int i)
    {
        if (i == 0 || !items[i].English || !Has(i, WordKind.Sort) || !MayBe(i, m => m is FieldMeaning or EntityMeaning)) return false;
        if (Written(items[i]) is "ordered" or "sorted" or "ranked" or "arranged" && Has(i + 1, WordKind.Order)) return true;
        var before = i - 1;
        while (before > 0 && Has(before, WordKind.Filler)) before--;
        var end = i + 1;
        while (end < items.Count && sheet.Tokens[items[end].First].Script != Script.Mark && end < i + 5) end++;
        var behind = Enumerable.Range(i + 1, end - i - 1).ToList();
        var ordered = behind.Exists(k => Has(k, WordKind.Axis) || sheet.Tokens[items[k].First].Raw is "x" or "y" or "names" or "bars") || behind.Exists(k => Has(k, WordKind.Order) && Has(k + 1, WordKind.By));
        return ordered && (Has(before, WordKind.And) || sheet.Tokens[items[before].First].Script == Script.Mark || Has(i - 1, WordKind.Filler) && sheet.Tokens[items[i - 1].End - 1].Raw is "to" or "please" or "you") && !Has(i - 1, WordKind.By);
    }

    private string Written(Item item) => string.Concat(sheet.Tokens.Skip(item.First).Take(item.End - item.First).Select(t => t.Raw));

    /// <summary>"by carrier", キャリア別: a column is meant before a value of the same name.</summary>
    private bool Divides(int i) => Has(i - 1, WordKind.By) || (i > 1 && Has(i - 2, WordKind.By) && Has(i - 1, WordKind.Filler)) || Has(i + 1, WordKind.ByAfter);

    /// <summary>ごみ in ごみ搬入量.</summary>
    private bool IsBegun(int i) => i + 1 < items.Count && !items[i].English && sheet.Tokens[items[i + 1].First] is { Glued: true, Script: Script.Kanji or Script.Katakana } && items[i + 1].Meanings.All(m => m is FieldMeaning { Column.Role: ColumnRole.Measure });

    private bool MayBe(int i, Func<Meaning, bool> holds) => i >= 0 && i < items.Count && items[i].Meanings.Any(holds);

    private bool Has(int i, WordKind kind) => i >= 0 && i < items.Count && items[i].Meanings.Any(m => m is WordMeaning word && word.Word.Kind == kind);

    /// <summary>A capital says something only inside a sentence.</summary>
    private bool IsCapital(Item item) => item.First > 0 && sheet.Tokens[item.First].Capital;
}
