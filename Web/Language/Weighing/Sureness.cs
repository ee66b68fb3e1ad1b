using Web.Semantics;

namespace Web.Language;

/// <summary>How likely a reading is what was meant: of those that are called 0.9 sure, nine in ten are right, over tables that nobody has described.</summary>
internal static class Sureness
{
    /// <summary>Below this a chart says itself that it may be read wrongly.</summary>
    public const double Enough = 0.78;

    private const double FarBehind = 6;

    /// <param name="readings">All of them, the best first.</param>
    public static double Of(Candidate best, IReadOnlyList<Candidate> readings) => Math.Min(HasLetters(best.Scene) ? ByLetters : 1, Learnt(best, readings));

    /// <summary>A customer's complaint is no cloud cover, though both begin with CC: such a chart always says how it was read.</summary>
    private const double ByLetters = 0.7;

    private static bool HasLetters(Scene scene) => Enumerable.Range(0, scene.Count).Any(i => scene[i] is FieldMeaning { ByLetters: true });

    private static double Learnt(Candidate best, IReadOnlyList<Candidate> readings) => 1 / (1 + Math.Exp(-Weights.OfSureness.Of(Traits(best, readings))));

    public static IEnumerable<Trait> Traits(Candidate best, IReadOnlyList<Candidate> readings)
    {
        var behind = Math.Clamp(best.Score - readings.Where(other => other != best).Select(other => other.Score).DefaultIfEmpty(double.MinValue).Max(), 0, FarBehind);
        return [new("any"), new("explained", best.Coverage), new("nearly all explained", Math.Pow(best.Coverage, 4)), new("unexplained", best.Unexplained.Count),
            new("next behind", behind / FarBehind), new("next close", Math.Exp(-behind)), new("readings", Math.Log(readings.Count)), .. OfWords(best.Scene), .. OfQuery(best), .. OfDraft(best.Draft)];
    }

    private static IEnumerable<Trait> OfWords(Scene scene)
    {
        var (telling, small, least) = (0, 0, 1.0);
        var japanese = false;
        for (var i = 0; i < scene.Count; i++)
        {
            japanese |= scene.IsJapanese(i);
            if (scene.IsMark(i)) continue;
            if (scene.IsSmall(i))
            {
                small++;
                continue;
            }
            telling++;
            if (scene.IsUnknown(i)) yield return new(scene.IsJapanese(i) ? "unknown japanese" : Unread.IsVerb(scene.Raw(i)) ? "unknown verb" : "unknown english");
            if (scene.Item(i).Meanings.Count > 1) yield return new("several meanings");
            if (scene[i] is FieldMeaning { Own: false } borrowed) least = Math.Min(least, borrowed.Quality);
            if (OfMeaning(scene[i]) is { } name) yield return new(name);
            if (scene[i] is FieldMeaning && scene.PartOf(i) is Setting { Slot: "/dataset" }) yield return new("name passed over");
            if (!scene.Used(i) && !scene.IsUnknown(i)) yield return new(scene[i] is WordMeaning ? $"unused {Kinds[(int)scene.Word(i)!.Kind]}" : "unused name");
        }
        yield return new("least like its name", 1 - least);
        yield return new("telling words", Math.Log(1 + telling));
        yield return new("small words", Math.Log(1 + small));
        if (japanese) yield return new("japanese");
        List<Column> columns = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null })];
        if (columns.Count(c => (c.SourceName ?? c.Name).Any(letter => letter > 0x2E7F)) * 2 > columns.Count != japanese) yield return new("other language");
    }

    private static string? OfMeaning(Meaning meaning) => meaning switch
    {
        WordMeaning word => Kinds[(int)word.Word.Kind],
        FieldMeaning { Weak: true } => "weak time",
        FieldMeaning { Own: true } => null,
        FieldMeaning { Quality: >= 0.95 } => "name known",
        FieldMeaning { Quality: >= 0.88 } => "name good",
        FieldMeaning { Quality: >= 0.8 } => "name fair",
        FieldMeaning => "name poor",
        ValueMeaning { Quality: >= 0.95 } => "value known",
        ValueMeaning { Quality: >= 0.85 } => "value good",
        ValueMeaning => "value fair",
        EntityMeaning { Quality: >= 0.9 } => "rows known",
        EntityMeaning { Quality: > AssumedRows.Quality } => "rows good",
        EntityMeaning => "rows assumed",
        _ => null,
    };

    private static readonly string[] Kinds = [.. Enum.GetNames<WordKind>().Select(name => $"word {name}")];

    private static IEnumerable<Trait> OfQuery(Candidate best)
    {
        var query = best.Query;
        yield return new($"chart {query.ChartType}");
        yield return new($"{query.Dimensions.Count} divisions");
        yield return new($"{query.Measures.Count} figures");
        yield return new($"{Math.Min(3, query.Filters.Count)} conditions");
        if (best.Draft is { Measures.Count: 0, Counts: false } && query.Measures.Any(m => m.Field is null)) yield return new("count unsaid");
        if (query.Dimensions.Count > 0) yield break;
        if (query.Measures.Count > 1) yield return new("figures undivided");
        if (query.ChartType == ChartType.Table && query.Measures.Any(m => m.Aggregate != Aggregates.None)) yield return new("table of figures");
    }

    private static IEnumerable<Trait> OfDraft(Draft draft)
    {
        if (draft.Measures.Exists(m => m.Assumed)) yield return new("figure assumed");
        if (draft.Measures.Exists(m => m.Aggregate is null)) yield return new("aggregate assumed");
        foreach (var group in draft.Groups)
        {
            yield return new(group.Grouped ? "division said" : group.Assumed ? "division assumed" : "division bare");
            if (!group.Grouped && (group.Column.Role == ColumnRole.Identity || RowNames.IsNumber(group.Column) || RowNames.IsKey(group.Column))) yield return new("division of numbers");
            if (!group.Grouped && draft.Groups.Exists(other => other.Grouped)) yield return new("division beside said");
            if (group.DefaultTime) yield return new("time assumed");
            if (group.Sides) yield return new("sides");
        }
        foreach (var filter in draft.Filters)
        {
            if (filter.Aggregate is not null) yield return new("bound of groups");
            if (filter.Value is bool) yield return new("flag");
            if (filter.Phrase is not null) yield return new("period");
            if (filter.Assumed) yield return new("condition assumed");
            if (filter.Op is FilterOp.IsNull or FilterOp.NotNull) yield return new("empty or not");
            if (filter.Op is FilterOp.Greater or FilterOp.GreaterOrEqual or FilterOp.Less or FilterOp.LessOrEqual) yield return new("bound");
        }
        if (draft.Limit is { } limit) yield return new(limit.Assumed ? "limit assumed" : "limit");
        if (draft.Sort is not null) yield return new("order");
        if (draft.Chart is not null) yield return new("chart said");
        if (draft.List) yield return new("list");
        if (draft.Share) yield return new("share");
        if (draft.Trend) yield return new("trend");
        if (draft.Versus || draft.Contrast) yield return new("contrast");
        if (draft.Relation) yield return new("relation");
        if (draft.Distribution) yield return new("distribution");
    }
}
