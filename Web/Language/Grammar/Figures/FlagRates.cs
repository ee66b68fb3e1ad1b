using Web.Semantics;

namespace Web.Language;

/// <summary>遅延率, "completed rate", "percentage assembled": how many per cent of the rows say yes is a figure like any other, unless the parts of a whole are to be seen.</summary>
internal static class FlagRates
{
    private const int Reach = 6;
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal) { "内訳", "構成", "構成比", "構成割合", "占有率", "composition", "makeup", "parttowhole", "contribution" };
    private static readonly HashSet<string> Rates = new(StringComparer.Ordinal) { "率", "割合", "の割合", "比率", "パーセンテージ", "rate", "rates", "share", "shareof", "percentage", "percentageof", "percent", "percentof", "%", "%of", "proportion", "proportionof", "fraction", "fractionof", "whatfraction", "whatshare", "whatpercentage", "何割", "何パーセント", "何%" };

    /// <summary>Whether a rate may stand as one figure: nothing says that its yes and no are to be seen side by side.</summary>
    public static bool AreFigures(Scene scene, Draft draft) =>
        draft is { Stack: null, Chart: not (ChartType.Pie or ChartType.Donut or ChartType.Treemap or ChartType.Funnel) } && !Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Share) && Parts.Contains(scene.Raw(i)));

    public static void Apply(Scene scene, Draft draft)
    {
        if (!AreFigures(scene, draft)) return;
        for (var i = 0; i < scene.Count; i++) BoundOfRows(scene, draft, i);
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Field(i) is not { Type: ColumnType.Boolean } flag || scene.Used(i) || WordOf(scene, i) is not (>= 0 and var rate)) continue;
            var part = new MeasurePart { Column = flag, Aggregate = Aggregates.Mean };
            draft.Measures.Add(part);
            foreach (var k in new[] { i, rate }) scene.Use(k, part);
            if (draft.Measures is [_]) (draft.Share, draft.Within) = (false, false);
            Bound(scene, draft, Math.Max(i, rate), flag, part);
        }
    }

    /// <summary>The word that makes the flag a rate: right behind it, or before it with "of" between.</summary>
    private static int WordOf(Scene scene, int i)
    {
        if (IsSide(scene, i) || IsBesideFlag(scene, i)) return -1;
        if (scene.Item(i).End - scene.Item(i).First > 1 && scene.LastToken(i).Raw is "rate" or "rates" or "率" or "percentage" or "share") return i;
        if (IsRate(scene, i + 1)) return i + 1;
        if (scene.Raw(i + 1) is "の" && IsRate(scene, i + 2)) return i + 2;
        if (scene.IsJapanese(i)) return -1;
        var before = i - 1;
        while (scene.Raw(before) is "of" or "the" or "ofthe") before--;
        return IsRate(scene, before) && !Narrowed(scene, i) ? before : -1;
    }

    /// <summary>A share may be one of a figure: "cancelled share of revenue", 売上に占める返品の割合.</summary>
    private static bool IsRate(Scene scene, int k) => Rates.Contains(scene.Raw(k)) && (scene.Is(k, WordKind.Rate) || scene.Is(k, WordKind.Share) && !Enumerable.Range(0, scene.Count).Any(m => scene.Measure(m) is not null || scene.Is(m, WordKind.DefaultMeasure)));

    /// <summary>"on time and damaged rate"</summary>
    private static bool IsBesideFlag(Scene scene, int i) => (scene.IsJoin(i - 1) || scene.Is(i - 1, WordKind.Versus)) && scene.Field(i - 2) is { Type: ColumnType.Boolean };

    /// <summary>"completed and not completed": one side of two.</summary>
    private static bool IsSide(Scene scene, int i) =>
        scene.IsJoin(i + 1) && scene.Is(i + 2, WordKind.Not) || scene.Is(scene.Next(i, -1), WordKind.Not) || scene.Raw(i + 1) is "or" or "vs" or "versus";

    /// <summary>"percentage of assembled deliveries that went to Leeds": of those, another share.</summary>
    private static bool Narrowed(Scene scene, int i) => Relatives.Contains(scene.Raw(i + 1)) || scene.IsEntity(i + 1) && Relatives.Contains(scene.Raw(i + 2));

    private static readonly HashSet<string> Relatives = new(StringComparer.Ordinal) { "that", "which", "who", "were", "are", "where", "whose", "with" };

    /// <summary>遅延率が20%を上回る地域, "stores with an on-time rate below 90%"</summary>
    private static void Bound(Scene scene, Draft draft, int last, Column flag, MeasurePart part)
    {
        for (var k = last + 1; k < scene.Count && k <= last + Reach; k++)
        {
            if (scene.Is(k, WordKind.Between) && PercentAt(scene, k + 1) is { } least && scene.IsJoin(k + 2) && PercentAt(scene, k + 3) is { } most)
            {
                Hold(scene, draft, flag, FilterOp.GreaterOrEqual, least, [k, k + 1, k + 2]);
                Hold(scene, draft, flag, FilterOp.LessOrEqual, most, [k + 3]);
                return;
            }
            if (PercentAt(scene, k) is { } value && Comparing(scene, last, k) is >= 0 and var word)
            {
                Hold(scene, draft, flag, CompareRule.OpOf(scene.Word(word)!.Value), value, [k, word]);
                part.Assumed = false;
                return;
            }
            if (scene.Measure(k) is not null || scene.IsEntity(k) || scene.IsUnknown(k)) return;
        }
    }

    private static void Hold(Scene scene, Draft draft, Column flag, FilterOp op, decimal value, int[] words)
    {
        var filter = new FilterPart { Column = flag, Op = op, Aggregate = Aggregates.Mean, Value = value };
        draft.Filters.Add(filter);
        foreach (var word in words) scene.Use(word, filter);
    }

    /// <summary>40 % as 40, also where it was written 0.4.</summary>
    private static decimal? PercentAt(Scene scene, int k) =>
        scene.Number(k) is { Value: >= 0 and <= 100, IsMoney: false } number && !scene.Is(k + 1, WordKind.GrainNoun) ? number is { Percent: false, Value: > 0 and < 1 } ? number.Value * 100 : number.Value : null;

    /// <summary>"cities where less than 50 percent of the deliveries are assembled", 注文の2割以上が遅延した店</summary>
    private static void BoundOfRows(Scene scene, Draft draft, int number)
    {
        if (scene.Number(number) is not { Percent: true, Value: >= 0 and <= 100 } said || scene.Used(number)) return;
        var (word, at) = (-1, -1);
        if (scene.Is(number + 1, WordKind.CompareAfter) && scene.Raw(number + 2) is "が" or "は") (word, at) = (number + 1, number + 3);
        else if (scene.Is(number - 1, WordKind.Compare) && scene.Raw(number + 1) is "of" or "ofthe" && scene.Next(number + 1) is >= 0 and var rows && scene.IsEntity(rows))
            (word, at) = (number - 1, scene.Raw(rows + 1) is "are" or "were" or "is" or "was" or "have" or "had" or "got" ? rows + 2 : rows + 1);
        if (word < 0 || scene.Field(at) is not { Type: ColumnType.Boolean } flag || scene.Used(at)) return;
        var filter = new FilterPart { Column = flag, Op = CompareRule.OpOf(scene.Word(word)!.Value), Aggregate = Aggregates.Mean, Value = said.Value };
        draft.Filters.Add(filter);
        if (draft.Measures.Count == 0) draft.Measures.Add(new MeasurePart { Column = flag, Aggregate = Aggregates.Mean, Assumed = true });
        foreach (var k in Enumerable.Range(Math.Min(word, number), at - Math.Min(word, number) + 1)) scene.Use(k, filter);
        for (var k = at + 1; k < scene.Count && scene.IsJapanese(k) && (scene.IsSmall(k) || scene.Raw(k) is "した" or "している"); k++) scene.Use(k, filter);
        if (scene.IsJapanese(number) && scene.Raw(number - 1) is "の" && scene.IsEntity(number - 2)) scene.Use(number - 2, new Setting("/dataset"));
    }

    private static int Comparing(Scene scene, int last, int number)
    {
        for (var k = number + 1; k <= number + 2; k++)
        {
            if (scene.Is(k, WordKind.CompareAfter)) return k;
        }
        return Enumerable.Range(last + 1, number - last - 1).Where(k => scene.Is(k, WordKind.Compare)).DefaultIfEmpty(-1).Last();
    }
}
