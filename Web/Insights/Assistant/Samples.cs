using Microsoft.Extensions.Localization;
using Web.Insights.Charts;
using Web.Language;
using Web.Semantics;

namespace Web.Insights.Assistant;

/// <summary>
/// Requests to begin with, in the reader's language: the templates' own examples, and some made of the columns. Only those are shown
/// that the interpreter reads with this person's datasets without a doubt.
/// </summary>
public sealed class Samples(ChartTemplates templates, IStringLocalizer<InsightsTexts> texts)
{
    private const int MostTried = 24;

    public IReadOnlyList<string> For(ChartReader reader, int most = 4)
    {
        List<string> samples = [];
        var contracts = reader.Catalog.Contracts.ToList();
        if (contracts.Count == 0) return samples;
        var kinds = new HashSet<ChartType>();
        foreach (var words in Candidates(reader, contracts).Distinct().Take(MostTried))
        {
            if (samples.Count == most) break;
            if (Interpreter.Read(new Request(words, reader.Locale, contracts, reader.Calendar, reader.Today)) is Understood { Readings: [{ Confidence: >= 0.85, Unexplained.Count: 0 } best, ..] }
                && (kinds.Add(best.Query.ChartType) || best.Query.Dimensions.Count > 1)) samples.Add(words);
        }
        return samples;
    }

    private IEnumerable<string> Candidates(ChartReader reader, List<DatasetContract> contracts)
    {
        foreach (var contract in contracts)
        {
            var measure = contract.DefaultMeasure is { } name ? contract.Find(name)?.TitleIn(reader.Locale) : null;
            var groups = contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Dimension }).Select(c => c.TitleIn(reader.Locale)).ToList();
            var rows = contract.CountOf.GetValueOrDefault(reader.Locale);
            if (measure is not null && groups.Count > 0) yield return texts["Ask.Sample.MeasureBy", measure.ToLowerInvariant(), groups[Math.Min(2, groups.Count - 1)].ToLowerInvariant()];
            if (rows is not null && contract.DefaultTime is not null) yield return texts["Ask.Sample.CountByMonth", rows];
            if (measure is not null && groups.Count > 0) yield return texts["Ask.Sample.Top", measure.ToLowerInvariant(), groups[0].ToLowerInvariant()];
            if (rows is not null && groups.Count > 1) yield return texts["Ask.Sample.CountBy", rows, groups[1].ToLowerInvariant()];
        }
        foreach (var example in templates.All.SelectMany(template => template.Examples[reader.Locale])) yield return example;
    }
}
