using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access;
using Web.Access.Company;
using Web.Audit;
using Web.Data;
using Web.Insights.Datasets;
using Web.Jobs;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Operations.Export;

/// <summary>
/// Makes the archive: every table as the company has it at one moment, row by row, put away as it grows. Begun again, it
/// begins anew. It acts for an owner, who must still be one.
/// </summary>
internal sealed class ExportWork(AppDb db, TenantScope scope, TenantWork leases, TenantDirectory directory, CurrentMember current, TimeProvider time) : IJobWork
{
    public const string Kind = "company.export";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        current.MustHave(Permission.TenantDelete);
        var id = run.Payload<Order>().Export;
        if (!await BeginAsync(id, cancellation)) return null;
        await using var archive = new ArchiveStream((place, bytes, asked) => KeepAsync(id, place, bytes, asked));
        var rows = await WriteAsync(archive, run, cancellation);
        await archive.SpillAsync(last: true, cancellation);
        return await FinishAsync(id, archive, rows, cancellation);
    }

    private async Task<bool> BeginAsync(Guid id, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        if (await db.CompanyExports.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { FinishedAt: null, ErasedAt: null }) return false;
        await db.EraseChunksAsync(id, cancellation);
        await work.CommitAsync(cancellation);
        return true;
    }

    private async Task KeepAsync(Guid id, int place, byte[] bytes, CancellationToken cancellation)
    {
        await using var own = leases.Lease(scope);
        await using var work = await own.BeginAsync(readOnly: false, cancellation);
        await own.KeepChunkAsync(id, place, bytes, cancellation);
        await work.CommitAsync(cancellation);
    }

    private async Task<long> WriteAsync(ArchiveStream archive, JobRun run, CancellationToken cancellation)
    {
        await using var reading = leases.Lease(scope);
        await using var moment = await reading.BeginSnapshotAsync(cancellation);
        var tables = await ExportedTables.ReadAsync(reading, cancellation);
        var datasets = await reading.UploadedDatasets.AsNoTracking().Where(one => one.LoadId != null).OrderBy(one => one.Key).ToListAsync(cancellation);
        var manifest = new Manifest(await ManifestCompany.OfAsync(reading, directory, cancellation), time.GetUtcNow(), [], [], [], ExportedTables.LeftOut);
        await using (var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation))
        {
            var (paper, done, all) = (new ExportPaper(zip), 0, tables.Count + datasets.Count + 1);
            foreach (var table in tables)
            {
                manifest.Tables.Add(await TableAsync(paper, reading, table, cancellation));
                await run.ReportAsync((double)++done / all, cancellation);
            }
            foreach (var dataset in datasets)
            {
                manifest.Datasets.Add(await DatasetAsync(paper, reading, dataset, cancellation));
                await run.ReportAsync((double)++done / all, cancellation);
            }
            await foreach (var file in reading.BrandFiles.AsNoTracking().OrderBy(one => one.CreatedAt).AsAsyncEnumerable().WithCancellation(cancellation))
                manifest.Files.Add(await paper.FileAsync($"files/logos/{file.Hash[..12]}.{file.MediaType[6..]}", file.Bytes, cancellation));
            await paper.FileAsync("manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest, Json), cancellation);
        }
        return manifest.Tables.Sum(table => table.Rows) + manifest.Datasets.Sum(table => table.Rows);
    }

    private static async Task<ManifestTable> TableAsync(ExportPaper paper, AppDb reading, ExportedTable table, CancellationToken cancellation)
    {
        var connection = await reading.EnterAsync(cancellation);
        NpgsqlCommand Rows(string columns, string row) => new(
            $"select {row} from (select {columns} from app.\"{table.Name}\" t where tenant_id = $1 order by {string.Join(", ", table.Key.Select(key => $"t.\"{key}\""))}) x", connection)
        { CommandTimeout = 0, Parameters = { new() { Value = reading.TenantId } } };
        await using var lines = Rows(string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\"")), "row_to_json(x)::text");
        var json = await paper.LinesAsync($"tables/{table.Name}.jsonl", lines, cancellation);
        await using var cells = Rows(string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\"::text")), "x.*");
        return new ManifestTable(table.Name, json.Rows, json, await paper.TableAsync($"tables/{table.Name}.csv", cells, table.Columns, cancellation), table.LeftOut);
    }

    private static async Task<ManifestTable> DatasetAsync(ExportPaper paper, AppDb reading, UploadedDataset dataset, CancellationToken cancellation)
    {
        var columns = dataset.Contract.Columns.Select((column, i) => (Name: column.SourceName ?? column.Name, IsText: dataset.Kinds[i] == "text", Cell: dataset.Kinds[i] == "money"
            ? FormattableString.Invariant($"round(c{i + 1}::numeric / {Money.Factor(column.Currency ?? "")}, {Money.Decimals(column.Currency ?? "")})::text") : FormattableString.Invariant($"c{i + 1}::text"))).ToList();
        await using var rows = new NpgsqlCommand(
            $"select {string.Join(", ", columns.Select(column => column.Cell))} from {DatasetRows.NameOf(reading.TenantId, dataset.LoadId!.Value)} where tenant_id = $1", await reading.EnterAsync(cancellation))
        { CommandTimeout = 0, Parameters = { new() { Value = reading.TenantId } } };
        var folder = dataset.DeletedAt is null ? "datasets" : "datasets-in-bin";
        var csv = await paper.TableAsync($"{folder}/{dataset.Key}{(dataset.DeletedAt is null ? "" : $"-{dataset.Id:N}")}.csv", rows, [.. columns.Select(column => (column.Name, column.IsText))], cancellation);
        return new ManifestTable(dataset.Key, csv.Rows, null, csv, []);
    }

    private async Task<JsonNode?> FinishAsync(Guid id, ArchiveStream archive, long rows, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var (export, now) = (await db.CompanyExports.SingleAsync(one => one.Id == id, cancellation), time.GetUtcNow());
        export.Finish(archive, rows, now);
        db.EnqueueForCompany(ExportExpiryWork.Kind, new Order(id), now, export.ExpiresAt);
        db.Note(now, "organization.export_finished", "tenant", description: FormattableString.Invariant($"{rows} rows, {export.Bytes} bytes"), risk: "medium");
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return new JsonObject
        {
            ["export_id"] = id, ["archive"] = $"/api/v1/tenant/exports/{id}/archive", ["bytes"] = export.Bytes, ["sha256"] = export.Sha256, ["rows"] = rows, ["expires_at"] = export.ExpiresAt,
        };
    }

    internal sealed record Order(Guid Export);
}

/// <summary>A week later the pieces go; that there was an export stays.</summary>
internal sealed class ExportExpiryWork(AppDb db, TimeProvider time) : IJobWork
{
    public const string Kind = "company.export_expiry";

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var id = run.Payload<ExportWork.Order>().Export;
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        if (await db.CompanyExports.SingleOrDefaultAsync(one => one.Id == id, cancellation) is { } export) export.Erase(time.GetUtcNow());
        await db.EraseChunksAsync(id, cancellation);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return null;
    }
}
