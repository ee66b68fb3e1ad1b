using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access.Members;
using Web.Audit;
using Web.Data;

namespace Web.Insights.Saved;

/// <summary>The charts that somebody leaves.</summary>
internal sealed class ChartHandover : IHandsOver
{
    public async Task<int> HandOverAsync(AppDb db, Handover handover, CancellationToken cancellation)
    {
        var charts = await db.Database.SqlQuery<Guid>(
            $"update app.saved_charts set owner_id = {handover.To} where tenant_id = {db.TenantId} and owner_id = {handover.From} returning id as \"Value\"").ToListAsync(cancellation);
        var changes = JsonSerializer.Serialize(new Dictionary<string, Guid[]> { ["owner_id"] = [handover.From, handover.To] });
        await db.NoteManyAsync(handover.At, "chart.handed_over", "insights", "chart", charts, changes, cancellation);
        return charts.Count;
    }
}
