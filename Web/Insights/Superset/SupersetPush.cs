using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Web.Audit;
using Web.Data;
using Web.Insights.Saved;
using Web.Insights.Superset.Forms;
using Web.Kernel;
using Web.Semantics;
using Web.Tenancy;
using Fault = Web.Kernel.Fault;

namespace Web.Insights.Superset;

/// <summary>Where a pushed chart is.</summary>
public sealed record PushedChart(string ExploreUrl, long ChartId);

/// <summary>
/// Puts a saved chart into Superset. Each thing is looked up by its uuid, made or changed, and remembered with the hash of what was
/// sent, so that a push can be repeated at any point and makes nothing twice. No transaction is open while Superset is asked.
/// </summary>
public sealed class SupersetPush(
    AppDb db, SavedCharts saved, ISuperset superset, EnteredTenant entered, MasterKey master, IOptions<SupersetOptions> options, TimeProvider time, IStringLocalizer<SavedTexts> texts)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.Zero, TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1)];

    /// <summary>Whether the operator has connected a Superset, and given this company a way to its rows.</summary>
    public bool IsConfigured => options.Value.Url is not null && UriOf() is not null;

    /// <exception cref="RefusalException">404: no such chart for this person. 409: no Superset is connected. 422: it cannot show this chart. 502, 503: it said no, or nothing.</exception>
    public async Task<PushedChart> PushAsync(Guid id, CancellationToken cancellation)
    {
        var (plan, known) = await PlanAsync(id, cancellation);
        try
        {
            var standing = await CarryOutAsync(plan, known, cancellation);
            var pushed = new PushedChart(FormattableString.Invariant($"{options.Value.PublicBase}/explore/?slice_id={standing[^1].Id}"), standing[^1].Id);
            await NoteAsync(id, standing, push => push.Succeed(pushed.ExploreUrl, time.GetUtcNow()), cancellation);
            return pushed;
        }
        catch (SupersetException failure)
        {
            var refusal = failure.AsRefusal();
            await NoteAsync(id, [], push => push.Fail(refusal.Code, failure.Message, time.GetUtcNow()), CancellationToken.None);
            throw refusal;
        }
        catch (OperationCanceledException)
        {
            await NoteAsync(id, [], push => push.Fail("superset_unreachable", texts["Superset.CutOff"], time.GetUtcNow()), CancellationToken.None);
            throw;
        }
    }

    private async Task<(PushPlan Plan, List<SupersetObject> Known)> PlanAsync(Guid id, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var chart = await saved.FindAsync(id, cancellation);
        if (!IsConfigured) throw new RefusalException(409, "superset_not_configured");
        var checkedQuery = await saved.CheckKeptAsync(chart, cancellation);
        var plan = PlanOf(chart, checkedQuery, (await saved.ReaderAsync(cancellation)).Locale);
        var known = await db.SupersetObjects.AsNoTracking().Where(thing => thing.Target == options.Value.Base).ToListAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"insert into app.superset_pushes (tenant_id, id, state, started_at) values ({db.TenantId}, {id}, 'pushing', {time.GetUtcNow()}) on conflict do nothing", cancellation); // two at once: one row
        (await db.ChartPushes.SingleAsync(one => one.Id == id, cancellation)).Begin(time.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return (plan, known);
    }

    private PushPlan PlanOf(SavedChart chart, CheckedQuery query, string locale)
    {
        var (tenant, target) = (entered.Required, options.Value);
        try
        {
            var schema = target.Schema.Replace("{tenant}", $"{tenant.Id:N}", StringComparison.Ordinal);
            var sql = VirtualDataset.Sql(query.Dataset, tenant.Id, schema, tenant.Calendar);
            return new PushPlan(tenant.Id, Thing(SupersetKind.Database, ""), Thing(SupersetKind.Dataset, chart.Dataset), Thing(SupersetKind.Chart, chart.Id.ToString()),
                UriOf()!, schema, chart.Dataset, sql, chart.Title, chart.Description, SupersetForm.Of(query, locale));
        }
        catch (CannotShowException cannot)
        {
            var why = texts["Superset.Cannot." + cannot.Why].Value;
            throw new RefusalException(422, "superset_cannot_show", why) { Faults = [new Fault("/query", "superset_cannot_show", why)] };
        }
    }

    /// <summary>The connection, then what stands on it, then the chart, which learns its own number last.</summary>
    private async Task<List<(PushedThing Thing, long Id, string Hash)>> CarryOutAsync(PushPlan plan, List<SupersetObject> known, CancellationToken cancellation)
    {
        var database = await StandAsync(plan.Tenant, plan.Database, plan.DatabaseBody, _ => plan.DatabaseBody(), known, cancellation);
        var dataset = await StandAsync(plan.Tenant, plan.Dataset, () => plan.DatasetBody(database.Id), _ => plan.DatasetChange(), known, cancellation);
        var chart = await StandAsync(plan.Tenant, plan.Chart, () => plan.ChartBody(dataset.Id, null), own => plan.ChartBody(dataset.Id, own), known, cancellation);
        var shown = await superset.ReadAsync(plan.Tenant, "chart", chart.Id, cancellation);
        if (!JsonNode.DeepEquals(Parsed(shown["params"]), Parsed(plan.ChartBody(dataset.Id, chart.Id)["params"])))
            await superset.ChangeAsync(plan.Tenant, "chart", chart.Id, plan.ChartBody(dataset.Id, chart.Id), cancellation); // somebody changed it there
        return [database, dataset, chart];

        static JsonNode? Parsed(JsonNode? text) => text is null ? null : JsonNode.Parse((string)text!);
    }

    private async Task<(PushedThing Thing, long Id, string Hash)> StandAsync(
        Guid tenant, PushedThing thing, Func<JsonObject> make, Func<long, JsonObject> change, List<SupersetObject> known, CancellationToken cancellation)
    {
        var found = await superset.FindAsync(tenant, thing.Resource, thing.Uuid, cancellation);
        var isNew = found is null;
        var id = found ?? await MakeAsync(tenant, thing, make(), cancellation);
        var body = change(id);
        // The making is hashed too: a dataset on another connection is another one.
        var hash = SupersetObject.HashOf(make().ToJsonString() + body.ToJsonString());
        var last = known.Find(one => one.RemoteUuid == thing.Uuid);
        var asSent = isNew ? thing.Kind != SupersetKind.Chart : last is { } before && before.RemoteId == id && before.SentHash == hash;
        if (!asSent) await superset.ChangeAsync(tenant, thing.Resource, id, body, cancellation);
        return (thing, id, hash);
    }

    /// <summary>Its uuid keeps it single: when an answer was lost, or another push was faster, it is found by it.</summary>
    private async Task<long> MakeAsync(Guid tenant, PushedThing thing, JsonObject body, CancellationToken cancellation)
    {
        body["uuid"] = thing.Uuid.ToString();
        try
        {
            return await superset.CreateAsync(tenant, thing.Resource, body, cancellation);
        }
        catch (SupersetException failure) when (failure.IsUncertain || failure.Status is 422 or 400)
        {
            foreach (var pause in Pauses)
            {
                await Task.Delay(pause, time, cancellation);
                if (await superset.FindAsync(tenant, thing.Resource, thing.Uuid, cancellation) is { } found) return found;
                if (!failure.IsUncertain) break;
            }
            throw;
        }
    }

    private async Task NoteAsync(Guid id, List<(PushedThing Thing, long Id, string Hash)> standing, Action<ChartPush> say, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        foreach (var (thing, remote, hash) in standing)
        {
            // Two pushes at once may both note the same thing; the table has room for one.
            var (now, target) = (time.GetUtcNow(), options.Value.Base);
            var row = SupersetObject.Of(target, thing.Kind, thing.Key, thing.Uuid, now);
            await db.Database.ExecuteSqlAsync($"""
                insert into app.superset_objects (tenant_id, id, target, kind, key, remote_uuid, remote_id, sent_hash, pushed_at)
                values ({db.TenantId}, {row.Id}, {target}, {thing.Resource}, {thing.Key}, {thing.Uuid}, {remote}, {hash}, {now})
                on conflict (tenant_id, target, kind, key) do update set remote_uuid = excluded.remote_uuid, remote_id = excluded.remote_id, sent_hash = excluded.sent_hash, pushed_at = excluded.pushed_at
                """, cancellation);
        }
        if (await db.ChartPushes.SingleOrDefaultAsync(one => one.Id == id, cancellation) is { } push)
        {
            say(push);
            db.Note(time.GetUtcNow(), push.State == PushState.Pushed ? "chart.pushed" : "chart.push_failed", "insights", description: push.ExploreUrl ?? push.Code);
        }
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
    }

    private PushedThing Thing(SupersetKind kind, string key) =>
        new(kind, key, UuidV5.Of(new Guid(master.Derive("superset names").AsSpan(0, 16), bigEndian: true), $"{entered.Required.Id}/{kind}/{key}"));

    private string? UriOf() => options.Value.Databases.TryGetValue(entered.Required.Slug, out var own) ? own
        : options.Value.DatabaseUri?.Replace("{tenant}", $"{entered.Required.Id:N}", StringComparison.Ordinal);
}
