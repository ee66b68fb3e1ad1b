using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Web.Access.Sessions;
using Web.Api;
using Web.Audit;
using Web.Data;

namespace Web.Access.Log;

internal enum LogFormat { Csv, Json }

/// <summary>The log as a file, written as it is read: a log of any length takes no more memory than one entry.</summary>
internal sealed class LogExport(AppDb db, TenantScope scope, TenantWork leases, CurrentMember current, TimeProvider time)
{
    private const string Header = "id,timestamp,user_id,user,event_type,event_category,risk_level,risk_reasons,description,changes,ip_address,user_agent\r\n";

    public async Task<IActionResult> TakeAsync(LogSearch search, LogFormat format, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using (var work = await db.BeginAsync(readOnly: false, cancellation))
        {
            db.Note(now, "export.audit_log", "security", current.Id, format.ToString().ToLowerInvariant(), "medium", new() { Changes = Said(search) });
            await db.SaveChangesAsync(cancellation);
            await work.CommitAsync(cancellation);
        }
        return new StreamedLog(stream => WriteAsync(stream, search, format, cancellation), format, $"audit-{now:yyyyMMdd-HHmm}");
    }

    private static Dictionary<string, object?[]> Said(LogSearch search) => new (string Name, object? Value)[]
    {
        ("user", search.Member), ("event_type", search.Event), ("category", search.Category), ("risk_level", search.Risk), ("words", search.Words), ("from", search.From), ("until", search.Until),
    }.Where(one => one.Value is not null).ToDictionary(one => one.Name, one => new[] { null, one.Value });

    private async Task WriteAsync(Stream stream, LogSearch search, LogFormat format, CancellationToken cancellation)
    {
        await using var reading = leases.Lease(scope);
        await using var work = await reading.BeginAsync(readOnly: true, cancellation);
        var people = await reading.Members.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: format == LogFormat.Csv), 1 << 15, leaveOpen: true);
        await text.WriteAsync(format == LogFormat.Csv ? Header : "[");
        var first = true;
        await foreach (var entry in search.In(reading).OrderByDescending(entry => entry.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (format == LogFormat.Csv) await text.WriteAsync(Line(entry, entry.MemberId is { } id ? people.GetValueOrDefault(id) : null));
            else await text.WriteAsync((first ? "\n" : ",\n") + JsonSerializer.Serialize(LogEntry.Of(entry, scope.TenantId), ApiJson.Options));
            first = false;
        }
        if (format == LogFormat.Json) await text.WriteAsync("\n]\n");
    }

    private static string Line(AuditEntry entry, string? name) => string.Join(',', new[]
    {
        entry.Id.ToString(), entry.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), entry.MemberId?.ToString(), name, entry.EventType, entry.EventCategory,
        entry.RiskLevel, string.Join(' ', entry.RiskReasons), entry.Description, entry.Changes, entry.IpAddress?.MapToPlain(), entry.UserAgent,
    }.Select(Cell)) + "\r\n";

    /// <summary>What a spreadsheet would take for a formula gets an apostrophe.</summary>
    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var harmless = "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return harmless.AsSpan().IndexOfAny("\",\r\n") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private sealed class StreamedLog(Func<Stream, Task> write, LogFormat format, string name) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            var (type, ending) = format == LogFormat.Csv ? ("text/csv; charset=utf-8", "csv") : ("application/json", "json");
            context.HttpContext.Response.ContentType = type;
            context.HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{ending}\"";
            await write(context.HttpContext.Response.Body);
        }
    }
}
