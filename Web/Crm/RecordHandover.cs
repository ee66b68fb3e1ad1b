using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Web.Access.Members;
using Web.Audit;
using Web.Data;

namespace Web.Crm;

/// <summary>Whose accounts, contacts, deals and tasks somebody leaves; what they did (calls, notes, stages) stays theirs.</summary>
internal sealed class RecordHandover : IHandsOver
{
    public async Task<int> HandOverAsync(AppDb db, Handover handover, CancellationToken cancellation)
    {
        var (tenant, from, to) = (db.TenantId, handover.From, handover.To);
        (string Entity, string Field, FormattableString Statement)[] all =
        [
            ("account", "owner_id", $"update app.accounts set owner_id = {to} where tenant_id = {tenant} and owner_id = {from} returning id as \"Value\""),
            ("contact", "owner_id", $"update app.contacts set owner_id = {to} where tenant_id = {tenant} and owner_id = {from} returning id as \"Value\""),
            ("deal", "owner_id", $"update app.deals set owner_id = {to} where tenant_id = {tenant} and owner_id = {from} returning id as \"Value\""),
            ("task", "owner_id", $"update app.tasks set owner_id = {to} where tenant_id = {tenant} and owner_id = {from} returning id as \"Value\""),
            ("task", "assignee_id", $"update app.tasks set assignee_id = {to} where tenant_id = {tenant} and assignee_id = {from} and done_at is null returning id as \"Value\""),
        ];
        var given = 0;
        foreach (var (entity, field, statement) in all)
        {
            var records = await db.Database.SqlQuery<Guid>(statement).ToListAsync(cancellation);
            var changes = JsonSerializer.Serialize(new Dictionary<string, Guid[]> { [field] = [from, to] });
            await db.NoteManyAsync(handover.At, $"{entity}.handed_over", "crm", entity, records, changes, cancellation);
            given += records.Count;
        }
        return given;
    }
}
