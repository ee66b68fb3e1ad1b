using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.Start;
using Web.Audit;
using Web.Crm.Deals;
using Web.Data;
using Web.Jobs;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Demo.Sample;

/// <summary>Sample data of a company: made up as a demo company's is, in the company's own pipeline, owned by its first owner, marked, and taken away in one act.</summary>
internal sealed class SampleData : ISampleData
{
    private static readonly DemoSize Size = new(24, 48, 70);

    public void Order(AppDb db, DateTimeOffset now) => db.EnqueueForCompany(SampleWork.Kind, new { }, now);

    public Task<bool> IsThereAsync(AppDb db, CancellationToken cancellation) => db.SampleRecords.AnyAsync(cancellation);

    /// <summary>In the unit of work that is open; once, however often it is asked for.</summary>
    public async Task LayAsync(AppDb db, Tenant tenant, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.HoldPlanAsync(cancellation); // two that are asked for at once are laid one after the other
        if (await IsThereAsync(db, cancellation)) return;
        var owner = await db.Members.AsNoTracking().Where(member => member.Role == Role.Owner && member.DeactivatedAt == null).OrderBy(member => member.CreatedAt).FirstAsync(cancellation);
        var pipeline = await db.Pipelines.AsNoTracking().WithStages().FirstAsync(cancellation);
        var recipe = tenant.Locale == "ja" ? Aoba.Recipe : Kurosawa.Recipe;
        var book = DemoBook.WriteSample(recipe with { Pipelines = [new DemoPipeline(pipeline.Name, 1, [])], Seed = (ulong)now.Ticks }, Size, tenant, owner, pipeline, now);
        await db.WriteRecordsAsync(book, cancellation);
        await db.InsertManyAsync(MarksOf(book, now), cancellation);
        db.Note(now, "sample.laid", "tenant", owner.Id);
        await db.SaveChangesAsync(cancellation);
    }

    /// <returns>How many records went, and how many stay because people have built upon them.</returns>
    public async Task<(long Gone, long Kept)> RemoveAsync(AppDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var (gone, kept) = (await db.Database.SqlQuery<long[]>($"select array[gone, kept] from app.remove_sample()").ToListAsync(cancellation))[0] is [var a, var b] ? (a, b) : default;
        db.Note(now, "sample.removed", "tenant", description: FormattableString.Invariant($"{gone} gone, {kept} kept"));
        await db.SaveChangesAsync(cancellation);
        return (gone, kept);
    }

    private static List<SampleRecord> MarksOf(DemoBook book, DateTimeOffset now) =>
    [
        .. book.Accounts.Select(one => SampleRecord.Of("account", one.Account.Id, now)), .. book.Contacts.Select(one => SampleRecord.Of("contact", one.Id, now)),
        .. book.Deals.Select(one => SampleRecord.Of("deal", one.Id, now)), .. book.Tasks.Select(one => SampleRecord.Of("task", one.Id, now)),
        .. book.Notes.Select(one => SampleRecord.Of("note", one.Id, now)), .. book.Activities.Select(one => SampleRecord.Of("activity", one.Id, now)),
    ];
}

/// <summary>Lays it beside the request that asked for it.</summary>
internal sealed class SampleWork(AppDb db, SampleData sample, TenantDirectory directory, TimeProvider time) : IJobWork
{
    public const string Kind = "sample.lay";

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var tenant = await directory.FindAsync(db.TenantId, cancellation) ?? throw RefusalException.NotFound();
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        await sample.LayAsync(db, tenant, time.GetUtcNow(), cancellation);
        await work.CommitAsync(cancellation);
        return null;
    }
}
