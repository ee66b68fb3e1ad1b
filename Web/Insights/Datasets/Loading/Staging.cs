using System.Buffers;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Web.Data;
using Web.Kernel;

namespace Web.Insights.Datasets.Loading;

/// <summary>A file that was received: in memory when it fits into one chunk, else staged.</summary>
internal sealed record ReceivedFile(long Bytes, Guid? UploadId, Func<Stream> Open);

/// <summary>Takes a stream in, chunk by chunk, each in a unit of work of its own: none is open while the sender is slow.</summary>
internal sealed class Staging(TenantWork leases, TenantScope scope, TimeProvider time)
{
    public const int ChunkSize = 1 << 20;

    /// <exception cref="RefusalException">413: more than <paramref name="most"/> bytes came. Nothing of them is kept.</exception>
    public Task<ReceivedFile> ReceiveAsync(Stream body, string fileName, long most, CancellationToken cancellation) =>
        ReceiveAsync(body, fileName, most, null, cancellation);

    /// <summary>Stages even a small file, for somebody who will say what it means before it is loaded.</summary>
    /// <exception cref="RefusalException">413: more than <paramref name="most"/> bytes came. Nothing of them is kept.</exception>
    public Task<ReceivedFile> KeepAsync(Stream body, string fileName, long most, Guid member, CancellationToken cancellation) =>
        ReceiveAsync(body, fileName, most, member, cancellation);

    private async Task<ReceivedFile> ReceiveAsync(Stream body, string fileName, long most, Guid? keeper, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        Upload? upload = null;
        try
        {
            var filled = await FillAsync(body, buffer, cancellation);
            if (filled > most) throw TooLarge(most, filled);
            if (filled < ChunkSize && keeper is null)
            {
                var whole = buffer.AsSpan(0, filled).ToArray();
                return new ReceivedFile(filled, null, () => new MemoryStream(whole, writable: false));
            }
            upload = await BeginAsync(fileName, keeper, cancellation);
            var (bytes, chunks) = (0L, 0);
            for (; filled > 0; filled = await FillAsync(body, buffer, cancellation))
            {
                if ((bytes += filled) > most) throw TooLarge(most, bytes);
                await KeepAsync(upload.Id, chunks++, buffer.AsMemory(0, filled), cancellation);
            }
            await CompleteAsync(upload.Id, bytes, chunks, cancellation);
            return new ReceivedFile(bytes, upload.Id, () => Open(upload.Id, bytes));
        }
        catch when (upload is not null)
        {
            await RemoveAsync(upload.Id, CancellationToken.None);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public Stream Open(Guid upload, long bytes) => new StagedFile(upload, bytes, ReadAsync);

    /// <summary>Forgets a file; it may be gone already.</summary>
    public Task RemoveAsync(Guid upload, CancellationToken cancellation) => WorkAsync(db => db.Uploads.Where(one => one.Id == upload).ExecuteDeleteAsync(cancellation), cancellation);

    internal static RefusalException TooLarge(long most, long came) => new(413, "payload_too_large", most / 1_000_000) { TextKey = "file_too_large", Limit = most, Used = came };

    private Task<Upload> BeginAsync(string fileName, Guid? keeper, CancellationToken cancellation) => WorkAsync(async db =>
    {
        var upload = db.Uploads.Add(Upload.Begin(fileName, keeper, time.GetUtcNow())).Entity;
        await db.SaveChangesAsync(cancellation);
        await db.QueueSweepAsync(upload.CreatedAt, upload.CreatedAt + DatasetSweep.Staged, cancellation);
        return upload;
    }, cancellation);

    private Task<int> CompleteAsync(Guid upload, long bytes, int chunks, CancellationToken cancellation) => WorkAsync(db => db.Uploads
        .Where(one => one.Id == upload).ExecuteUpdateAsync(set => set.SetProperty(one => one.Bytes, bytes).SetProperty(one => one.Chunks, chunks), cancellation), cancellation);

    private Task<int> KeepAsync(Guid upload, int place, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => WorkAsync(async db =>
    {
        await using var keep = new NpgsqlCommand("insert into app.upload_chunks (tenant_id, upload_id, place, bytes) values ($1, $2, $3, $4)", await db.EnterAsync(cancellation));
        keep.Parameters.Add(new() { Value = db.TenantId });
        keep.Parameters.Add(new() { Value = upload });
        keep.Parameters.Add(new() { Value = place });
        keep.Parameters.Add(new() { Value = bytes, NpgsqlDbType = NpgsqlDbType.Bytea });
        return await keep.ExecuteNonQueryAsync(cancellation);
    }, cancellation);

    private Task<byte[]?> ReadAsync(Guid upload, int place, CancellationToken cancellation) => WorkAsync(async db =>
    {
        await using var read = new NpgsqlCommand("select bytes from app.upload_chunks where tenant_id = $1 and upload_id = $2 and place = $3", await db.EnterAsync(cancellation));
        read.Parameters.Add(new() { Value = db.TenantId });
        read.Parameters.Add(new() { Value = upload });
        read.Parameters.Add(new() { Value = place });
        return (byte[]?)await read.ExecuteScalarAsync(cancellation);
    }, cancellation, readOnly: true);

    private async Task<T> WorkAsync<T>(Func<AppDb, Task<T>> act, CancellationToken cancellation, bool readOnly = false)
    {
        await using var db = leases.Lease(scope);
        await using var work = await db.BeginAsync(readOnly, cancellation);
        var result = await act(db);
        await work.CommitAsync(cancellation);
        return result;
    }

    private static async Task<int> FillAsync(Stream body, byte[] buffer, CancellationToken cancellation) =>
        await body.ReadAtLeastAsync(buffer.AsMemory(0, ChunkSize), ChunkSize, throwOnEndOfStream: false, cancellation);
}
