using System.Text.Json;
using Web.Insights.Charts;
using Web.Semantics;

namespace Web.Tests.Semantics;

/// <summary>Queries as JSON, through the same gate that the app uses.</summary>
public static class Checks
{
    public static ChartTemplates Templates { get; } = ChartTemplates.Load();

    public static TemplateGate Gate { get; } = new(Templates);

    public static CheckOutcome Check(string json, Catalog? catalog = null)
    {
        using var document = JsonDocument.Parse(json);
        return Gate.Check(document.RootElement, catalog ?? Sales.Catalog, Sales.Tokyo, Sales.Today);
    }

    /// <summary>Past the schema, straight to the checker.</summary>
    public static CheckOutcome CheckForm(string json, Catalog? catalog = null) =>
        Gate.Check(JsonSerializer.Deserialize<ChartQuery>(json, ChartJson.Options)!, catalog ?? Sales.Catalog, Sales.Tokyo, Sales.Today);

    public static CheckedQuery Fit(string json, Catalog? catalog = null) => Check(json, catalog) switch
    {
        CheckOutcome.Fits fits => fits.Query,
        CheckOutcome.Faulty faulty => throw new InvalidOperationException(string.Join("; ", faulty.Faults.Select(f => $"{f.Pointer} {f.Code} {f.MessageIn("en")}"))),
        var other => throw new InvalidOperationException(other.ToString()),
    };
}
