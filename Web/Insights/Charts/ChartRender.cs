using System.Text.Json;
using System.Text.Json.Nodes;
using Web.Data;
using Web.Kernel;
using Web.Semantics;
using Fault = Web.Semantics.Fault;

namespace Web.Insights.Charts;

/// <summary>For whom a chart is drawn: what they may use, how their company counts time, what day it is there, their language.</summary>
/// <param name="Locale"><c>ja</c> or <c>en</c>.</param>
public sealed record ChartReader(Catalog Catalog, Calendar Calendar, DateOnly Today, string Locale);

/// <summary>What became of a query that should be drawn.</summary>
public abstract record RenderOutcome
{
    /// <summary>The rows and the picture of them.</summary>
    public sealed record Drawn(ResultTable Result, JsonObject Option) : RenderOutcome;

    /// <summary>422: what is wrong with the query, or why the database gave no figures.</summary>
    public sealed record Faulty(IReadOnlyList<Fault> Faults) : RenderOutcome;

    /// <summary>404: absent and forbidden alike.</summary>
    public sealed record NoDataset(string Key) : RenderOutcome;
}

/// <summary>
/// The road from a query to a picture: gate → checker → compiler → rows, perhaps shared with an equal query → option. There is no other,
/// and what its reader may use is asked at the gate, each time, before any rows that are there already.
/// </summary>
public sealed class ChartRender(ChartTemplates templates, TemplateGate gate, SharedRows rows)
{
    /// <summary>Draws a query that came as JSON.</summary>
    public Task<RenderOutcome> RenderAsync(JsonElement query, ChartReader reader, AppDb db, CancellationToken cancellation) =>
        RenderAsync(gate.Check(query, reader.Catalog, reader.Calendar, reader.Today), reader, db, cancellation);

    /// <summary>Draws a query of our own making: an interpreter's, a saved chart's.</summary>
    public Task<RenderOutcome> RenderAsync(ChartQuery query, ChartReader reader, AppDb db, CancellationToken cancellation) =>
        RenderAsync(gate.Check(query, reader.Catalog, reader.Calendar, reader.Today), reader, db, cancellation);

    private async Task<RenderOutcome> RenderAsync(CheckOutcome outcome, ChartReader reader, AppDb db, CancellationToken cancellation)
    {
        switch (outcome)
        {
            case CheckOutcome.NoDataset none: return new RenderOutcome.NoDataset(none.Key);
            case CheckOutcome.Faulty faulty: return new RenderOutcome.Faulty(faulty.Faults);
        }
        var query = ((CheckOutcome.Fits)outcome).Query;
        try
        {
            var result = await rows.TableAsync(query, db, reader.Locale, cancellation);
            return new RenderOutcome.Drawn(result, EChartsOption.Of(query, result, templates.Find(query.Shape.Template)!.Drawing, reader.Locale));
        }
        catch (NoFiguresException none)
        {
            return new RenderOutcome.Faulty([new Fault(none.Pointer, none.Code, none.Args)]);
        }
    }
}
