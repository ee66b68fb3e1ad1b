using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Web.Operations.Export;

/// <summary>Writes the parts of an archive one after the other, row by row, and remembers what each came to.</summary>
internal sealed class ExportPaper(ZipArchive zip)
{
    private const int Batch = 200;

    /// <summary>One JSON value to a line; the first column of each row is the line.</summary>
    public Task<PaperPart> LinesAsync(string path, NpgsqlCommand rows, CancellationToken cancellation) => WriteAsync(path, rows, head: null, (reader, text) => text.Append(reader.GetString(0)).Append('\n'), cancellation);

    /// <summary>UTF-8 with a byte order mark; a text that a spreadsheet would take for a formula gets an apostrophe.</summary>
    public Task<PaperPart> TableAsync(string path, NpgsqlCommand rows, IReadOnlyList<(string Name, bool IsText)> columns, CancellationToken cancellation)
    {
        var head = new StringBuilder("\ufeff").AppendJoin(',', columns.Select(column => Cell(column.Name, isText: true))).Append("\r\n").ToString();
        return WriteAsync(path, rows, head, (reader, text) =>
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (i > 0) text.Append(',');
                if (!reader.IsDBNull(i)) text.Append(Cell(reader.GetString(i), columns[i].IsText));
            }
            text.Append("\r\n");
        }, cancellation);
    }

    public async Task<PaperPart> FileAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        await using (var stream = await entry.OpenAsync(cancellation)) await stream.WriteAsync(bytes, cancellation);
        return new PaperPart(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), 0);
    }

    private async Task<PaperPart> WriteAsync(string path, NpgsqlCommand rows, string? head, Action<NpgsqlDataReader, StringBuilder> write, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (text, count, total) = (new StringBuilder(head), 0L, 0L);
        await using var stream = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(cancellation);
        async Task PassOnAsync()
        {
            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            text.Clear();
            hash.AppendData(bytes);
            total += bytes.Length;
            await stream.WriteAsync(bytes, cancellation);
        }
        await using (var reader = await rows.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation))
            while (await reader.ReadAsync(cancellation))
            {
                write(reader, text);
                if (++count % Batch == 0 || text.Length > 256 * 1024) await PassOnAsync();
            }
        await PassOnAsync();
        return new PaperPart(path, total, Convert.ToHexStringLower(hash.GetHashAndReset()), count);
    }

    private static string Cell(string cell, bool isText)
    {
        if (isText && cell.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal)) cell = "'" + cell;
        return cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

/// <summary>A part of an archive: how large it is unpacked, and the hash of that.</summary>
internal sealed record PaperPart(string Path, long Bytes, string Sha256, long Rows);
