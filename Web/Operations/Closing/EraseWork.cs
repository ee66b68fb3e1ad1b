using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Access.Company;
using Web.Data;
using Web.Insights.Datasets;
using Web.Jobs;
using Web.Tenancy;

namespace Web.Operations.Closing;

/// <summary>
/// Erases a company that was closed, when its time is over: the tables of its uploads, then every table some rows at a time, then
/// at once what is left with its own row and this job. Killed at any point it goes on where it was, for the job is among the last.
/// </summary>
internal sealed class EraseWork(AppDb db, TenantDirectory directory, TimeProvider time) : IJobWork
{
    public const string Kind = "company.erase";
    private const int Batch = 2000;

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        await using (await db.BeginAsync(readOnly: true, cancellation))
        {
            var company = await db.CompanyAsync(hold: false, cancellation);
            if (!company.ClosesAt(run.Payload<CompanyClosing.Term>().End) || company.EraseAt > time.GetUtcNow()) return null;
        }
        await EraseAsync(cancellation);
        return null;
    }

    internal async Task EraseAsync(CancellationToken cancellation)
    {
        foreach (var load in await ListAsync<Guid>($"select app.dataset_tables_left()", cancellation)) await DoAsync(() => DatasetRows.DropAsync(db, load, cancellation), cancellation);
        var left = await ListAsync<string>($"select app.erased_tables()", cancellation);
        while (left.Count > 0)
        {
            List<string> held = [];
            foreach (var table in left)
                if (!await EmptyAsync(table, cancellation)) held.Add(table);
            if (held.Count == left.Count) throw new InvalidOperationException($"These tables hold each other: {string.Join(", ", held)}.");
            left = held;
        }
        await DoAsync(() => db.Database.ExecuteSqlAsync($"select app.erase_rest()", cancellation), cancellation);
        directory.Forget(db.TenantId);
    }

    /// <returns>False: rows of other tables still refer to some of its rows.</returns>
    private async Task<bool> EmptyAsync(string table, CancellationToken cancellation)
    {
        int? gone;
        do
        {
            await using var work = await db.BeginAsync(readOnly: false, cancellation);
            gone = (await db.Database.SqlQuery<int?>($"select app.erase_some({table}::regclass, {Batch})").ToListAsync(cancellation))[0];
            await work.CommitAsync(cancellation);
        }
        while (gone > 0);
        return gone is 0;
    }

    private async Task<List<T>> ListAsync<T>(FormattableString sql, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        return await db.Database.SqlQuery<T>(sql).ToListAsync(cancellation);
    }

    private async Task DoAsync(Func<Task> act, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        await act();
        await work.CommitAsync(cancellation);
    }
}
