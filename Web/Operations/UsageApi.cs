using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Operations;

/// <summary>What a company used this month, beside what its plan allows.</summary>
internal static class UsageApi
{
    public static void MapUsage(this IEndpointRouteBuilder api) =>
        api.MapGet("/tenant/analytics/usage", ReadAsync).WithTags("Organization").Requires(Permission.UsageRead).WithSummary("What the company used this month, and what its plan allows");

    private static async Task<UsageAnswer> ReadAsync(AppDb db, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var month = new DateOnly(now.Year, now.Month, 1);
        var plan = await db.Plans.AsNoTracking().SingleAsync(cancellation);
        var used = await CountAsync(db, month, cancellation);
        var limits = used.Keys.ToDictionary(what => what, what => what == "users" ? plan.Seats : plan.Allows(what));
        return new UsageAnswer(db.TenantId, month.ToString("yyyy-MM", CultureInfo.InvariantCulture), used.ToDictionary(one => one.Key, one => UsageFigure.Of(one.Value, limits[one.Key])), limits);
    }

    private static async Task<Dictionary<string, long>> CountAsync(AppDb db, DateOnly month, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select
              coalesce((select sum(calls) from app.api_calls where tenant_id = $1 and month = $2), 0)::bigint as api_calls,
              (select count(*) from app.conversation_turns where tenant_id = $1 and created_at >= $3) as chart_requests,
              (select count(*) from app.seats where tenant_id = $1 and (held_until is null or held_until > now())) as users,
              (select count(*) from app.datasets where tenant_id = $1 and deleted_at is null) as datasets,
              coalesce((select sum(pg_total_relation_size(c.oid)) from pg_class c
                where c.relnamespace = 'app_data'::regnamespace and c.relkind = 'r' and c.relname >= $4 and c.relname < $5), 0)::bigint as storage_bytes,
              coalesce((select sum(input_tokens + output_tokens) from app.language_model_months where tenant_id = $1 and month = $2), 0)::bigint as llm_tokens
            """, await db.EnterAsync(cancellation))
        {
            Parameters =
            {
                new() { Value = db.TenantId }, new() { Value = month }, new() { Value = new DateTimeOffset(month, TimeOnly.MinValue, TimeSpan.Zero) },
                new() { Value = $"d_{db.TenantId:N}_" }, new() { Value = $"d_{db.TenantId:N}`" }, // the tables of its datasets, by name
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetInt64);
    }
}

/// <summary>A month's use.</summary>
/// <param name="Period">The month, <c>YYYY-MM</c>.</param>
/// <param name="PlanLimits">Null where there is no limit.</param>
internal sealed record UsageAnswer(Guid OrganizationId, string Period, IReadOnlyDictionary<string, UsageFigure> CurrentUsage, IReadOnlyDictionary<string, long?> PlanLimits);

/// <param name="Limit">Null when there is none; the percentage is then, too.</param>
internal sealed record UsageFigure(long Used, long? Limit, double? Percentage)
{
    public static UsageFigure Of(long used, long? limit) => new(used, limit, limit > 0 ? Math.Round(100.0 * used / limit.Value, 1) : null);
}
