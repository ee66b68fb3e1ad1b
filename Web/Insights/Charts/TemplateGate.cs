using System.Text.Json;
using Web.Kernel;
using Web.Semantics;
using Fault = Web.Semantics.Fault;

namespace Web.Insights.Charts;

/// <summary>
/// The one gate from JSON to a query that may run, whoever wrote the JSON: the template's schema, then the closed form, then the checker.
/// Faults of one step end the walk, so that a person is not told of consequences.
/// </summary>
public sealed class TemplateGate(ChartTemplates templates)
{
    private readonly QueryChecker checker = templates.MakeChecker();

    public CheckOutcome Check(JsonElement json, Catalog catalog, Calendar calendar, DateOnly today)
    {
        var (query, faults) = Read(json);
        return query is null ? new CheckOutcome.Faulty(faults) : Check(query, catalog, calendar, today);
    }

    /// <summary>A query that is one already, for instance an interpreter's; its form needs no second look.</summary>
    public CheckOutcome Check(ChartQuery query, Catalog catalog, Calendar calendar, DateOnly today) => checker.Check(query, catalog, calendar, today);

    /// <summary>Only the form: the query, or why it is none.</summary>
    public (ChartQuery? Query, IReadOnlyList<Fault> Faults) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return (null, [new Fault("", "schema_type")]);
        try
        {
            if (Template(json) is { } template && template.Misfits(json.GetRawText()) is { Count: > 0 } misfits) return (null, misfits);
            var query = json.Deserialize<ChartQuery>(ChartJson.Options);
            return query is null ? (null, [new Fault("", "schema_type")]) : (query, []);
        }
        catch (JsonException e)
        {
            return (null, [new Fault(SchemaFaults.Pointer(e.Path), "json_invalid", Short(e.Message))]);
        }
        catch (InvalidOperationException)
        {
            return (null, [new Fault("", "text_invalid")]); // half a surrogate pair in a string
        }
    }

    // An unknown template or type is the checker's to name; here it only means that there is no schema to ask.
    private ChartTemplate? Template(JsonElement json)
    {
        if (Text(json, "template") is { } id && templates.Find(id) is { } named) return named;
        return Text(json, "chart_type") is { } name && Enum.TryParse<ChartType>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var type)
            ? templates.For(type) : null;
    }

    private static string? Text(JsonElement json, string property) =>
        json.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Short(string text) => text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 199), "…");
}
