using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Web.Api;

namespace Web.Operations;

/// <summary>Whether this instance can do its work: one statement to the database within two seconds.</summary>
internal sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(limit.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception cause) when (cause is NpgsqlException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}

internal static class Health
{
    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new { status = report.Status, parts = report.Entries.ToDictionary(part => part.Key, part => part.Value.Status) },
        ApiJson.Options, context.RequestAborted);
}
