using System.Globalization;
using Web.Audit;
using Web.Data;

namespace Web.Insights.Saved;

internal static class ChartExport
{
    /// <summary>A saved chart's rows left as a file. Whoever takes a file changes nothing, so the entry follows the answer.</summary>
    public static void NoteExport(this LateEntries late, TenantScope scope, Guid chart, int rows) =>
        late.Add(LateEntry.Of(scope, "export.chart", rows.ToString(CultureInfo.InvariantCulture)) with { Category = "insights", Detail = new() { Entity = "chart", EntityId = chart } });
}
