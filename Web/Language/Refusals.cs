using Web.Semantics;

namespace Web.Language;

/// <summary>Words that no chart can be made of.</summary>
internal static class Refusals
{
    private const double Least = 0.4;

    public static Refused? Of(Request request, Sheet sheet, Candidate best)
    {
        var scene = best.Scene;
        var alien = HasAlien(scene);
        if (AsksForOther(request, best)) return NotAChart(request);
        if (!best.KnowsData) return scene.AsksForChart ? NoField(request) : NotAChart(request);
        var most = sheet.IsCut ? 0.8 : Least;
        return best.Coverage < most && !OpensBound(best) ? scene.AsksForChart && !alien ? NoField(request) : NotAChart(request) : null;
    }

    /// <summary>A joke, a forecast of the world, who won the world cup: whatever its unknown words stand for, no chart is wanted.</summary>
    public static bool AsksForOther(Request request, Candidate best) =>
        (HasAlien(best.Scene) && best.Coverage < 0.95) || Predictions.AreAskedFor(request.Utterance) || (best.KnowsData && AsksOfTheWorld(best));

    private static bool HasAlien(Scene scene) => Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Alien) && !scene.IsExcused(i));

    /// <summary>5万キロ超の地区, "loads of at least 3 tonnes": a bound whose figure is open, and at most one more word that is not known.</summary>
    private static bool OpensBound(Candidate best)
    {
        var scene = best.Scene;
        if (!best.Draft.Gaps.Exists(gap => gap.Kind == GapKind.Condition && scene.Number(gap.Item) is not null && Bounds.Has(scene, gap.Item))) return false;
        return best.Unexplained.Count(i => scene.Number(i) is null && !scene.Is(i, WordKind.Compare, WordKind.CompareAfter) && !scene.Is(i, WordKind.Between) && !Units.IsUnit(scene, i)) <= 1;
    }

    /// <summary>"who won the world cup in 2022": a question whose noun is not known here, though a value or a year of it is.</summary>
    private static bool AsksOfTheWorld(Candidate best)
    {
        var scene = best.Scene;
        return best.Unexplained.Any(scene.IsUnknown) && !scene.AsksForChart && scene.FirstToken(0).Raw is "who" or "what" or "whats" or "where" or "when" or "why"
            && !Enumerable.Range(0, scene.Count).Any(i => scene.Used(i) && !scene.IsGeneral(i) && scene[i] is FieldMeaning or EntityMeaning);
    }

    public static Refused NotAChart(Request request)
    {
        var contract = request.Datasets[0];
        var names = new Names(contract, request.Locale, request.Calendar, request.Today);
        var group = contract.Columns.FirstOrDefault(c => !c.Hidden && c.Role == ColumnRole.Dimension) ?? contract.Columns.First(c => !c.Hidden);
        var rows = contract.CountOf.TryGetValue(Texts.IsJapanese(request.Locale) ? "ja" : "en", out var counted) ? counted : contract.TitleIn(request.Locale);
        return new Refused("not_a_chart_request", names.Text("refused.not_a_chart_request", names.Text("example.count", rows, names.Column(group))));
    }

    private static Refused NoField(Request request)
    {
        var contract = request.Datasets[0];
        var names = new Names(contract, request.Locale, request.Calendar, request.Today);
        var fields = names.List(contract.Columns.Where(c => !c.Hidden).Take(8).Select(names.Column));
        return new Refused("no_matching_field", names.Text("refused.no_matching_field", fields));
    }
}
