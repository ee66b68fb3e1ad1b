using Web.Semantics;

namespace Web.Language;

/// <summary>
/// "Do older drivers pay more?", "are heavier cars less efficient?", 年齢が高いほど給料は高い？: two figures set against each other,
/// named by adjectives and verbs as well as by their nouns. "Do women earn more?" sets a figure against a kind.
/// </summary>
internal static class RelationQuestion
{
    /// <summary>Which figures an adjective or a verb speaks of, the likeliest first.</summary>
    private const string Adjectives = """
        age: older, younger, elder, old, young, elderly
        year/model year/vintage: newer, new, more recent
        weight/mass: heavier, lighter, heavy, light
        height: taller, tall
        radius/floor area/area/size/volume/capacity/population: bigger, larger, smaller, big, large, small
        duration/length/distance/running time/time/days/nights: longer, shorter, long, short, lengthy
        distance: farther, further, closer, nearer, more distant, distant
        speed/time/duration: faster, slower, quicker, fast, slow
        price/cost/fee/fare/rent/amount: more expensive, less expensive, expensive, cheaper, cheap, pricier, costlier, costly, pricey
        income/salary/wealth/revenue: richer, wealthier, poorer, rich, wealthy, poor
        temperature: hotter, warmer, colder, cooler, hot, warm, cold, cool
        rainfall/precipitation: wetter, rainier, drier
        wind speed/wind: windier
        abv/alcohol/strength/power/horsepower: stronger, weaker, strong, more powerful, powerful
        depth: deeper, shallower, deep, shallow
        years of service/tenure/experience: more experienced, experienced, longer serving, more senior
        score/rating/point: better rated, higher rated, better scoring, highly rated, better reviewed
        fuel efficiency/mpg/efficiency: more efficient, less efficient, efficient, more economical, economical
        productivity/output: more productive, productive
        satisfaction: happier, more satisfied, satisfied
        """;

    private const string Verbs = """
        spend/amount/sales/total charge/charge/price/fee: spend, spends, spent
        salary/income/pay/wage/revenue: earn, earns, earned, get paid, make, makes, paid
        price/cost/fee/fare/amount: cost, costs
        amount/price/fee/fare/charge/payment: pay, pays
        score/rating/point/grade/mark: score, scores, scored, perform, performs, rate, do better
        weight: weigh, weighs
        duration/length/time: last, lasts, take, takes
        waiting time/wait: wait, waits, waited
        sales/quantity/unit: sell, sells, sold
        loan amount/amount: borrow, borrows
        fuel consumption/consumption/usage: consume, consumes
        fuel consumption/fuel economy/fuel efficiency/mpg: use more fuel, use less fuel, burn more fuel, burn less fuel, need more fuel, need less fuel, consume more fuel
        """;

    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal) { "do", "does", "did", "is", "are", "was", "were", "can", "will", "would" };
    private static readonly HashSet<string> Degrees = new(StringComparer.Ordinal) { "more", "less", "fewer", "higher", "lower", "greater", "better", "worse", "bigger", "larger", "longer", "shorter", "cheaper", "faster", "slower", "often", "most" };
    private static readonly (string[] Hints, string[] Words)[] Named = [.. Read(Adjectives)];
    private static readonly (string[] Hints, string[] Words)[] Done = [.. Read(Verbs)];

    public static void Apply(Scene scene, Draft draft)
    {
        if (scene.Count == 0 || scene.All(WordKind.Not).Any() || draft.Contrast && Enumerable.Range(0, scene.Count).Any(i => scene.Used(i) && Degrees.Contains(scene.Raw(i)))) return;
        if (Enumerable.Range(0, scene.Count).Any(scene.IsJapanese)) ReadJapanese(scene, draft);
        else if (Enumerable.Range(0, Math.Min(2, scene.Count)).Any(i => Asking.Contains(scene.TokensOf(i).First().Raw)) && Enumerable.Range(0, scene.Count).Any(i => IsDegree(scene, i))) ReadEnglish(scene, draft);
    }

    /// <summary>"more", "higher", "older": what compares; "more than 20" is a condition.</summary>
    private static bool IsDegree(Scene scene, int i) =>
        !scene.Is(i, WordKind.CompareAfter) && (Degrees.Contains(scene.Raw(i)) || Named.Any(line => line.Words.Any(w => w.EndsWith("er", StringComparison.Ordinal) && w == scene.Raw(i))) || scene.TokensOf(i).Any(t => t.Raw is "more" or "less"));

    private static void ReadEnglish(Scene scene, Draft draft)
    {
        List<(Column Column, int From, int End)> found = [];
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Used(i) && scene.PartOf(i) is Setting { Slot: "/chart_type" }) continue;
            if (scene.Number(i) is not null || scene.Is(i, WordKind.By)) return;
            if (scene.Measure(i) is { } said) found.Add((said, i, i + 1));
            else if (Of(scene, Named, i) is { } told) found.Add(told);
            else if (i > 0 && Of(scene, Done, i) is { } act) found.Add(act);
            else continue;
            i = found[^1].End - 1;
        }
        var columns = found.Select(f => f.Column).Distinct().ToList();
        if (columns.Count == 2) Relate(scene, draft, found, columns);
        else if (columns is [var figure] && KindOf(scene) is { Count: > 0 } kinds) Divide(scene, draft, found, figure, kinds);
        // "do big firms open more tickets": no figure here says it.
        else if (columns.Count == 0) draft.Gaps.Add(new Gap(GapKind.Measure, Enumerable.Range(0, scene.Count).First(i => IsDegree(scene, i))));
    }

    private static void Relate(Scene scene, Draft draft, List<(Column Column, int From, int End)> found, List<Column> columns)
    {
        draft.Relation = true;
        foreach (var column in columns)
        {
            var part = new MeasurePart { Column = column };
            draft.Measures.Add(part);
            foreach (var (_, from, end) in found.Where(f => f.Column == column))
            {
                for (var k = from; k < end; k++) scene.Use(k, part);
            }
        }
        UseDegrees(scene);
        RelationWords.UseLinks(scene, found.Min(f => f.End), found.Max(f => f.From));
    }

    /// <summary>"does the harbour affect the price": how kinds differ is told by the mean of each, not by how many there are.</summary>
    public static void Settle(Draft draft)
    {
        if (!draft.Relation || draft.Groups.Count == 0 || draft.Groups.Exists(g => g.Column.Role == ColumnRole.Time || g.Bin is not null)) return;
        if (draft.Measures is [{ Column.DefaultAggregate: Aggregates.Sum, Aggregate: null } only]) only.Aggregate = Aggregates.Mean;
    }

    private static void UseDegrees(Scene scene)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (!scene.Used(i) && (IsDegree(scene, i) || scene.Is(i, WordKind.Adjective) || Asking.Contains(scene.Raw(i)) || scene.Raw(i) is "get" or "have" or "has" or "tend" or "tendto" or "usually" or "generally" or "really" or "use" or "receive" or "produce" or "give" or "people" or "those" or "ones" or "likelyto" or "with" || (scene.Is(i, WordKind.DefaultMeasure) && scene.Raw(i) is "spend"))) scene.Use(i, new Setting("/chart_type"));
        }
    }

    /// <summary>The mentions of one column of kinds, or of its values: women, members, 男性.</summary>
    private static List<int> KindOf(Scene scene)
    {
        List<int> kinds = [.. Enumerable.Range(0, scene.Count).Where(i => scene.Value(i) is not null || scene.Field(i) is { Type: ColumnType.Boolean })];
        var columns = kinds.Select(i => scene.Value(i)?.Column ?? scene.Field(i)!).Distinct().ToList();
        return columns is [{ Type: ColumnType.Boolean } or { Type: ColumnType.Text, Values.Count: > 1 and <= 12 }] ? kinds : [];
    }

    private static void Divide(Scene scene, Draft draft, List<(Column Column, int From, int End)> found, Column figure, List<int> kinds)
    {
        var column = scene.Value(kinds[0])?.Column ?? scene.Field(kinds[0])!;
        var group = new GroupPart { Column = column, Grouped = true };
        var part = new MeasurePart { Column = figure, Aggregate = Aggregates.Mean };
        // Of many kinds only those that were named are compared.
        if (kinds.Count == 1 || column.Type == ColumnType.Boolean || column.Values?.Count == 2)
        {
            foreach (var k in kinds) scene.Use(k, group);
        }
        draft.Groups.Add(group);
        draft.Measures.Add(part);
        foreach (var (_, from, end) in found)
        {
            for (var k = from; k < end; k++) scene.Use(k, part);
        }
        UseDegrees(scene);
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Raw(i) is "than") scene.Use(i, group);
        }
    }

    /// <summary>年齢が高いほど, 気温が高いと, 来客数が多い日は: a figure, what it is like, and another figure that goes with it.</summary>
    private static void ReadJapanese(Scene scene, Draft draft)
    {
        for (var i = 0; i + 1 < scene.Count; i++)
        {
            if (scene.Is(i, WordKind.Adjective) && scene.IsJapanese(i) && RelationWords.FigureOf(scene, scene.Next(i, -1)) is null && scene.Raw(i + 1).StartsWith("ほど", StringComparison.Ordinal))
            {
                // 駅に近いほど高い
                draft.Gaps.Add(new Gap(GapKind.Measure, i));
                return;
            }
            if (RelationWords.FigureOf(scene, i) is not { } first || !scene.Is(scene.Next(i), WordKind.Adjective) || !scene.IsJapanese(i + 1)) continue;
            var quality = scene.Next(i);
            var behind = string.Concat(Enumerable.Range(quality + 1, 3).Select(scene.Raw));
            if (!behind.StartsWith("ほど", StringComparison.Ordinal) && !(behind.StartsWith('と') && !behind.StartsWith("ところ", StringComparison.Ordinal) && !behind.StartsWith("とき", StringComparison.Ordinal))) continue;
            if (Enumerable.Range(quality + 1, scene.Count - quality - 1).Where(k => scene.Measure(k) is { } other && other != first).ToList() is not [var second]) continue;
            if (Enumerable.Range(0, scene.Count).Any(k => scene.Is(k, WordKind.ByAfter, WordKind.Top) || scene.Is(k, WordKind.SortAfter, WordKind.Aggregate))) continue;
            Relate(scene, draft, [(first, i, i + 1), (scene.Measure(second)!, second, second + 1)], [first, scene.Measure(second)!]);
            for (var k = quality + 1; k < scene.Count; k++)
            {
                if (!scene.Used(k) && scene.IsJapanese(k) && scene[k] is UnknownMeaning or WordMeaning { Word.Kind: WordKind.Beyond or WordKind.Filler or WordKind.And or WordKind.Also or WordKind.CompareAfter }) scene.Use(k, new Setting("/chart_type"));
            }
            return;
        }
    }

    private static (Column Column, int From, int End)? Of(Scene scene, (string[] Hints, string[] Words)[] table, int i)
    {
        for (var end = Math.Min(scene.Count, i + 3); end > i; end--)
        {
            var raw = string.Join(' ', Enumerable.Range(i, end - i).SelectMany(scene.TokensOf).Select(t => t.Raw));
            foreach (var (hints, words) in table)
            {
                if (words.Contains(raw, StringComparer.Ordinal) && ColumnOf(scene, hints) is { } column) return (column, i, end);
            }
        }
        return null;
    }

    private static Column? ColumnOf(Scene scene, string[] hints)
    {
        foreach (var hint in hints)
        {
            if (scene.Lexicon.ColumnsCalled(hint) is [{ Role: ColumnRole.Measure or ColumnRole.Time } only, ..]) return only;
        }
        return null;
    }

    private static IEnumerable<(string[], string[])> Read(string table) => Phrases.Table(table).Select(line => (line.Key.Split('/'), line.Forms));
}
