using Web.Semantics;

namespace Web.Language;

/// <summary>Words that no chart can be made of.</summary>
internal static class Refusals
{
    private const double Least = 0.4;

    public static Refused? Of(Request request, Sheet sheet, Candidate best)
    {
        var scene = best.Scene;
        var alien = Enumerable.Range(0, scene.Count).Any(i => scene.Is(i, WordKind.Alien));
        if (alien && best.Coverage < 0.95) return NotAChart(request);
        if (!best.KnowsData) return AsksForChart(scene) ? NoField(request) : NotAChart(request);
        var most = sheet.IsCut ? 0.8 : Least;
        return best.Coverage < most ? AsksForChart(scene) && !alien ? NoField(request) : NotAChart(request) : null;
    }

    /// <summary>Words of charts, figures or groups: somebody wants a chart, only not of this data.</summary>
    private static bool AsksForChart(Scene scene)
    {
        for (var i = 0; i < scene.Count; i++)
        {
            if (scene.Word(i)?.Kind is WordKind.Chart or WordKind.Aggregate or WordKind.Count or WordKind.CountAfter or WordKind.By or WordKind.ByAfter or WordKind.Grain or WordKind.Share
                or WordKind.DefaultMeasure or WordKind.Trend or WordKind.Distribution or WordKind.Relation or WordKind.Top or WordKind.Visual or WordKind.Cumulative) return true;
        }
        return false;
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
