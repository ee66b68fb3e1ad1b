using Microsoft.Extensions.Localization;
using Web.Insights.Charts;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Models;

/// <summary>
/// A model's reading beside that of the rules. Where they agree one may be surer; where they differ the other one is a click away; and
/// where both are strong and would show other figures, the person is asked.
/// </summary>
public sealed class TwoReadings(ModelGate gate, IStringLocalizer<ModelTexts> texts)
{
    /// <summary>How sure one may be of a model's reading when the rules had none of their own, when they had another, and when they had the same.</summary>
    private const double Alone = 0.8, Disputed = 0.6, Agreed = 0.95, Strong = 0.9;
    private const int MostOthers = 3;

    /// <summary>Whether the rules understood every word.</summary>
    public static bool IsSure(Interpretation hints) => hints is Understood { Readings: [{ Confidence: >= Strong, Unexplained.Count: 0 }, ..] };

    /// <param name="repaired">Whether the model needed a second try; then it is not strong.</param>
    public Interpretation Weigh(ChartQuery query, bool repaired, ModelRequest request)
    {
        var own = Own(request);
        var others = own.Where(reading => !Same(reading.Query, query, request, SameChart.AsDrawn)).Take(MostOthers);
        if (own.FirstOrDefault(reading => Same(reading.Query, query, request, SameChart.AsDrawn)) is { } same)
            return new Understood([same with { Query = query, Confidence = Confirmed(same, request) }, .. others]);
        var drawn = own.Count > 0 && Same(own[0].Query, query, request, SameChart.InFigures);
        if (!drawn && !repaired && IsSure(request.Hints)) return Asked([query, own[0].Query], request);
        var confidence = drawn ? Agreed : IsSure(request.Hints) ? Disputed : Alone;
        return new Understood([new Reading(query, confidence, [], [], [], Label(query, request)), .. others]);
    }

    public Unsure Asked(IReadOnlyList<ChartQuery> queries, ModelRequest request)
    {
        var labels = queries.Select(query => Label(query, request)).ToList();
        if (labels.Distinct(StringComparer.Ordinal).Count() < labels.Count) labels = [.. queries.Select(query => Sentence(query, request))]; // what differs is not in the titles
        return new Unsure(texts["Model.Question"], [.. queries.Select((query, i) => new Choice(labels[i], query))]);
    }

    // What the rules had to ask about is settled by the model, but the other answers stay a click away.
    private static IReadOnlyList<Reading> Own(ModelRequest request) => request.Hints switch
    {
        Understood understood => understood.Readings,
        Unsure unsure => [.. unsure.Choices.Select(choice => new Reading(choice.Query, Alone, [], [], [], choice.Label))],
        _ => [],
    };

    private static double Confirmed(Reading same, ModelRequest request) => request.Hints is Unsure || same.Confidence < Reading.Sure ? Alone : Math.Max(same.Confidence, Agreed);

    private bool Same(ChartQuery one, ChartQuery other, ModelRequest request, Func<CheckedQuery, CheckedQuery, string, bool> alike) =>
        gate.Checked(one, request.Reader) is { } first && gate.Checked(other, request.Reader) is { } second && alike(first, second, request.Utterance);

    private static string Label(ChartQuery query, ModelRequest request) =>
        Wording.Label(query, request.Reader.Catalog.Find(query.Dataset)!.Contract, request.Reader.Locale, request.Reader.Calendar, request.Reader.Today);

    private static string Sentence(ChartQuery query, ModelRequest request) =>
        Wording.Explain(query, request.Reader.Catalog.Find(query.Dataset)!.Contract, request.Reader.Locale, request.Reader.Calendar, request.Reader.Today)
        + $" ({Wording.ChartName(query.ChartType, request.Reader.Locale)})";
}
