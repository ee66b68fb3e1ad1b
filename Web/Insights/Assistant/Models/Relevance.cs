using System.Text.RegularExpressions;
using Web.Insights.Review;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant.Models;

/// <summary>
/// How much a dataset, a column or a value has to do with a request: by the words, and by what the rules, the last chart and the
/// examples already pointed to.
/// </summary>
internal sealed partial class Relevance
{
    private const double Pointed = 3, Usual = 0.5, Named = 2;
    private readonly Likeness words;
    private readonly string utterance;
    private readonly IReadOnlyList<string> terms;
    private readonly HashSet<string> datasets = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), double> known = [];
    private readonly HashSet<(string, string)> fields = [], values = [];

    public Relevance(ModelRequest request)
    {
        (words, utterance) = (new Likeness(request.Utterance), request.Utterance);
        terms = [.. Term().Matches(request.Utterance).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase).Take(40)];
        foreach (var query in Pointers(request)) Point(query);
    }

    public double Of(DatasetContract contract) => (datasets.Contains(contract.Key) ? Pointed : 0)
        + Named * Best([contract.Key, .. contract.Titles.Values, .. contract.Synonyms, .. contract.CountOf.Values])
        + contract.Columns.Where(column => !column.Hidden).Select(column => Of(contract, column)).DefaultIfEmpty(0).Max() / 2
        + contract.Measures.Select(measure => Best(NamesOf(measure))).DefaultIfEmpty(0).Max();

    public double Of(DatasetContract contract, Column column)
    {
        if (known.TryGetValue((contract.Key, column.Name), out var score)) return score;
        score = (fields.Contains((contract.Key, column.Name)) ? Pointed : 0) + Named * Best(NamesOf(column)) + (HoldsWhatWasSaid(column) ? Pointed : 0)
            + (column.Name == contract.DefaultTime || column.Name == contract.DefaultMeasure ? Usual : 0);
        return known[(contract.Key, column.Name)] = score;
    }

    private bool HoldsWhatWasSaid(Column column) => column.Values?.Any(value => value.Length > 1 && utterance.Contains(value, StringComparison.OrdinalIgnoreCase)) == true;

    public double Of(NamedMeasure measure) => Best(NamesOf(measure));

    /// <summary>The values that a filter may need, those that were said first; none that has nothing to do with the words.</summary>
    public IEnumerable<string> Of(DatasetContract contract, Column column, int longest) => column.Values!
        .Where(value => value.Length <= longest)
        .Select(value => (Value: value, Score: ScoreOf(contract, column, value))).Where(one => one.Score > 0)
        .OrderByDescending(one => one.Score).Select(one => one.Value);

    private int ScoreOf(DatasetContract contract, Column column, string value)
    {
        if (values.Contains((contract.Key, value))) return 4;
        if (value.Length > 1 && utterance.Contains(value, StringComparison.OrdinalIgnoreCase)) return 3;
        if (column.ValueSynonyms.TryGetValue(value, out var others) && others.Any(other => other.Length > 1 && utterance.Contains(other, StringComparison.OrdinalIgnoreCase))) return 3;
        return terms.Any(term => value.Contains(term, StringComparison.OrdinalIgnoreCase)) ? 1 : 0;
    }

    private double Best(IEnumerable<string> names) => names.Select(words.Holds).DefaultIfEmpty(0).Max();

    private static IEnumerable<string> NamesOf(Column column) => [column.Name, .. column.Titles.Values, .. column.Synonyms];

    private static IEnumerable<string> NamesOf(NamedMeasure measure) => [measure.Name, .. measure.Titles.Values, .. measure.Synonyms];

    private static IEnumerable<ChartQuery> Pointers(ModelRequest request) =>
    [
        .. request.Previous is { } previous ? [previous] : Array.Empty<ChartQuery>(),
        .. request.Hints switch { Understood u => u.Readings.Select(r => r.Query), Unsure u => u.Choices.Select(c => c.Query), _ => [] },
        .. request.Examples.Select(example => example.Query),
    ];

    private void Point(ChartQuery query)
    {
        datasets.Add(query.Dataset);
        var named = query.Dimensions.Select(d => d.Field).Concat(query.Measures.Select(m => m.Field).OfType<string>()).Concat(query.Filters.SelectMany(f => f.Any ?? [f]).Select(f => f.Field).OfType<string>());
        foreach (var field in named) fields.Add((query.Dataset, field));
        foreach (var (_, text) in ExampleRights.TextsOf(query)) values.Add((query.Dataset, text));
    }

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}々]{2,}|[\u30A0-\u30FF]{2,}|[\p{L}\p{N}]{3,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Term();
}
