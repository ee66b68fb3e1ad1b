using System.Text.Json;
using Web.Insights.Charts;
using Web.Semantics;

namespace Web.Insights.Assistant.Models;

/// <summary>
/// A model's proposal before the gate that every query passes, and before one more question: whether the values it filters by exist,
/// where all of them are known. Whatever is complained of is said back to the model once.
/// </summary>
public sealed class ModelGate(TemplateGate gate, ChartTemplates templates)
{
    /// <summary>Names a dataset that this person cannot use, or that is none: not told apart.</summary>
    public const string NoDataset = "at /dataset: There is no dataset of that name. Use one that is listed.";

    /// <returns>The reading, or null with what is wrong.</returns>
    public ModelReading? Read(string text, ChartReader reader, List<string> complaints)
    {
        if (Taken(text) is not { } answer)
        {
            complaints.Add("It was not one JSON object of one of the forms, or it named a property twice.");
            return null;
        }
        if (answer.Refusal is { } code) return new ModelReading.Refuses(code);
        if (answer.Query is { } query) return Fit(query, reader, complaints) is { } fitting ? new ModelReading.Chart(fitting) : null;
        var choices = answer.Choices.Select(choice => Fit(choice, reader, complaints)).OfType<ChartQuery>().DistinctBy(choice => choice.ToJson()).ToList();
        return choices.Count switch { 0 => null, 1 => new ModelReading.Chart(choices[0]), _ => new ModelReading.Choices(choices) };
    }

    /// <summary>Whether these words are an answer in one of the forms at all.</summary>
    public bool KnowsForm(string text) => Taken(text) is not null;

    /// <summary>Whether what was let through once still is, for this reader and today.</summary>
    public bool StillFits(ModelReading reading, ChartReader reader) => reading switch
    {
        ModelReading.Chart chart => Fits(chart.Query, reader),
        ModelReading.Choices choices => choices.Queries.All(query => Fits(query, reader)),
        _ => true,
    };

    /// <summary>The query with its names resolved, or null when it does not fit.</summary>
    public CheckedQuery? Checked(ChartQuery query, ChartReader reader) =>
        gate.Check(query, reader.Catalog, reader.Calendar, reader.Today) is CheckOutcome.Fits fits ? fits.Query : null;

    private bool Fits(ChartQuery query, ChartReader reader) => Checked(query, reader) is { } fitting && !UnknownValues(fitting).Any();

    private ModelAnswer? Taken(string text)
    {
        try
        {
            return ModelAnswer.Read(text, templates);
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair where a name or a code should be
        }
    }

    private ChartQuery? Fit(JsonElement proposed, ChartReader reader, List<string> complaints)
    {
        switch (gate.Check(proposed, reader.Catalog, reader.Calendar, reader.Today))
        {
            case CheckOutcome.Fits fits:
                var unknown = UnknownValues(fits.Query).ToList();
                complaints.AddRange(unknown);
                return unknown.Count == 0 ? fits.Query.Query : null;
            case CheckOutcome.Faulty faulty:
                complaints.AddRange(faulty.Faults.Select(fault => $"at {(fault.Pointer.Length == 0 ? "/" : fault.Pointer)}: {fault.MessageIn("en")}"));
                return null;
            default:
                complaints.Add(NoDataset);
                return null;
        }
    }

    /// <summary>A filter by a value that does not exist would show an empty chart as if it were the answer.</summary>
    private static IEnumerable<string> UnknownValues(CheckedQuery query)
    {
        var filters = query.Query.Filters.SelectMany(filter => filter.Any ?? [filter]);
        foreach (var filter in filters.Where(f => f is { Field: not null, Op: FilterOp.Equal or FilterOp.In or FilterOp.NotEqual or FilterOp.NotIn, Value: not null, Aggregate: null }))
        {
            if (query.Dataset.Contract.Find(filter.Field!)?.Values is not { } known) continue;
            var values = filter.Value!.Value is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : Enumerable.Repeat(filter.Value.Value, 1);
            if (values.Any(value => value.ValueKind == JsonValueKind.String && !known.Contains(value.GetString()!)))
                yield return $"at /filters: {filter.Field} has no such value. Use its listed values exactly, or leave the filter out.";
        }
    }
}
