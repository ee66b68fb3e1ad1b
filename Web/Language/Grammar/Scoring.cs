using Web.Semantics;

namespace Web.Language;

/// <summary>How well a reading explains its words.</summary>
internal static class Scoring
{
    private static readonly HashSet<WordKind> Light =
    [
        WordKind.Filler, WordKind.Visual, WordKind.Which, WordKind.All, WordKind.Equals, WordKind.Rows, WordKind.By, WordKind.ByAfter,
        WordKind.Only, WordKind.Also, WordKind.Instead, WordKind.Same, WordKind.And, WordKind.Versus,
    ];

    public static Candidate Of(Scene scene, Draft draft, ChartQuery query)
    {
        double explained = 0, content = 0, score = draft.Bonus;
        var unexplained = new List<int>();
        for (var i = 0; i < scene.Count; i++)
        {
            var weight = WeightOf(scene, i);
            if (weight == 0) continue;
            content += weight;
            if (scene.Used(i) && !scene.Is(i, WordKind.Alien) && IsInQuery(scene, draft, i))
            {
                explained += weight;
                score += weight * (0.4 + (0.6 * scene[i].Quality));
                if (scene.IsEntity(i)) score += 0.5;
            }
            else
            {
                unexplained.Add(i);
                score -= weight * 1.2;
            }
        }
        for (var i = 0; i < scene.Count; i++)
        {
            if (!scene.Is(i, WordKind.By, WordKind.ByAfter)) continue;
            if (!scene.Used(i)) score -= 2.5;
            // What stands beside "by" divides before it narrows: a carrier, not the cause called Carrier.
            else if (scene.Value(scene.Next(i, scene.Is(i, WordKind.By) ? 1 : -1)) is not null) score -= 1.5;
        }
        score += Qualifiers.Bonus(scene, draft) + Kindred(scene, draft);
        score -= draft.Gaps.Count * 3;
        if (Questions.Lacks(query)) score -= 2;
        if (query.ChartType == ChartType.Histogram && !query.Dimensions.Any(d => d.Bin is not null)) score -= 1.5;
        score -= 0.8 * Math.Max(0, draft.Measures.Select(m => m.Column?.Name).Distinct(StringComparer.Ordinal).Count() - 1);
        if (draft.Groups.Count > 3) score -= 2;
        return new Candidate(scene, draft, query, score, content == 0 ? 0 : explained / content, unexplained);
    }

    /// <summary>Values that are listed together, though each stands in several columns, are of one; and of the column that is spoken of before another.</summary>
    private static double Kindred(Scene scene, Draft draft)
    {
        var sum = 0.0;
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Value(i) is not { } value || !scene.Item(i).Meanings.OfType<ValueMeaning>().Any(other => other.Column != value.Column)) continue;
            var next = scene.IsJoin(scene.Next(i)) ? scene.Next(scene.Next(i)) : -1;
            if (scene.Value(next) is { } listed && listed.Column != value.Column && scene.Item(next).Meanings.OfType<ValueMeaning>().Any(other => other.Column == value.Column)) sum -= 1.5;
            if (draft.Groups.Exists(g => g.Column == value.Column) || Enumerable.Range(0, scene.Count).Any(k => scene.Field(k) == value.Column)) sum += 0.6;
        }
        return sum;
    }

    /// <summary>A word of the data that became a part which the query then lost explains nothing.</summary>
    private static bool IsInQuery(Scene scene, Draft draft, int i) => scene.PartOf(i) switch
    {
        null => scene[i] is not (FieldMeaning or ValueMeaning or NumberMeaning or PeriodMeaning),
        FilterPart { Joined: FilterPart whole } => draft.Filters.Contains(whole),
        FilterPart { Joined: GroupPart sides } => draft.Groups.Contains(sides),
        FilterPart filter => draft.Filters.Contains(filter) || draft.Moved?.From == filter,
        GroupPart group => draft.Groups.Contains(group),
        MeasurePart measure => draft.Measures.Contains(measure) || draft.Binned?.From == measure,
        LimitPart or SortPart => draft.Limit is not null || draft.Sort is not null || draft.Measures.Count > 0,
        _ => true,
    };

    /// <summary>The weight of a word that says something; glue and courtesy weigh nothing.</summary>
    private static double WeightOf(Scene scene, int i)
    {
        if (scene.IsMark(i) || scene.IsSmall(i) || scene.IsJoin(i)) return 0;
        if (scene.Word(i) is { } word && Light.Contains(word.Kind)) return 0;
        if (scene.Word(i) is { Kind: WordKind.GrainNoun } && !scene.Used(i) && scene.IsJapanese(i)) return 0;
        var weight = 0.0;
        var item = scene.Item(i);
        foreach (var c in scene.Raw(i)) weight += c > 0x2E7F ? 2 : 1;
        return Math.Min(weight, 12 + item.End - item.First);
    }
}
