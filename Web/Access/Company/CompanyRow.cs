using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using Web.Audit;
using Web.Data;
using Web.Tenancy;

namespace Web.Access.Company;

/// <summary>A company as its own row has it now, not as the door remembers it.</summary>
/// <param name="Version">Changes with every change of the row.</param>
public sealed record CompanyRow(Guid Id, string Slug, string Plan, DateTimeOffset CreatedAt, CompanyFacts Facts, CompanyLook Look, string? LogoHash, TenantStatus Status, DateTimeOffset? EraseAt, uint Version)
{
    internal IEnumerable<(string Field, object? Value)> Columns =>
    [
        ("name", Facts.Name), ("locale", Facts.Locale), ("time_zone", Facts.TimeZone), ("currency", Facts.Currency), ("fiscal_year_start", (short?)Facts.FiscalYearStart),
        ("brand_colour", Look.Colour), ("product_name", Look.ProductName), ("logo_hash", LogoHash),
    ];
}

internal static class CompanyRows
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="hold">Whether others who change it wait until this unit of work ends.</param>
    public static async Task<CompanyRow> CompanyAsync(this AppDb db, bool hold, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
             select slug, plan, created_at, name, locale, time_zone, currency, fiscal_year_start, brand_colour, product_name, logo_hash, status, erase_at, xmin::text::bigint
             from app.tenants where tenant_id = $1 {(hold ? "for update" : "")}
             """,
            await db.EnterAsync(cancellation));
        command.Parameters.Add(new() { Value = db.TenantId });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return new CompanyRow(
            db.TenantId, row.GetString(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2),
            new CompanyFacts { Name = row.GetString(3), Locale = row.GetString(4), TimeZone = row.GetString(5), Currency = row.GetString(6), FiscalYearStart = row.GetInt16(7) },
            new CompanyLook { Colour = row.GetString(8), ProductName = row.IsDBNull(9) ? null : row.GetString(9) },
            row.IsDBNull(10) ? null : row.GetString(10), Enum.Parse<TenantStatus>(row.GetString(11), ignoreCase: true),
            row.IsDBNull(12) ? null : row.GetFieldValue<DateTimeOffset>(12), (uint)row.GetInt64(13));
    }

    /// <summary>Writes what differs, and what that was into the log, in the unit of work that is open. Every instance hears of it at the commit.</summary>
    public static async Task SaveAsync(this AppDb db, CompanyRow before, CompanyRow after, DateTimeOffset now, CancellationToken cancellation)
    {
        var changed = before.Columns.Zip(after.Columns).Where(pair => !Equals(pair.First.Value, pair.Second.Value)).ToList();
        if (changed.Count == 0) return;
        await using var command = new NpgsqlCommand(
            $"update app.tenants set {string.Join(", ", changed.Select((pair, place) => FormattableString.Invariant($"{pair.First.Field} = ${place + 2}")))} where tenant_id = $1", await db.EnterAsync(cancellation));
        command.Parameters.Add(new() { Value = db.TenantId });
        foreach (var (_, (_, value)) in changed) command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellation);
        db.AuditEntries.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now), At = now, EventType = "organization.updated", EventCategory = "tenant", MemberId = db.Scope.MemberId, Entity = "organization", EntityId = before.Id,
            Changes = JsonSerializer.Serialize(changed.ToDictionary(pair => pair.First.Field, pair => new[] { pair.First.Value, pair.Second.Value }), Json),
            IpAddress = db.Scope.Address, UserAgent = db.Scope.UserAgent,
        });
        await db.SaveChangesAsync(cancellation);
    }
}
