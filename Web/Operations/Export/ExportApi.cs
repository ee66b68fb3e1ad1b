using Microsoft.AspNetCore.Http.HttpResults;
using Web.Access;
using Web.Access.TwoFactor;
using Web.Data;
using Web.Jobs;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Operations.Export;

/// <summary>Everything a company has, for its owner's programs.</summary>
internal static class ExportApi
{
    public static void MapExports(this IEndpointRouteBuilder api)
    {
        var exports = api.MapGroup("/tenant/exports").WithTags("Organization").Requires(Permission.TenantDelete).RequiresRecentProof();
        exports.MapPost("", OrderAsync).WithSummary("Order an archive of everything the company has; the job's result says where it is");
        exports.MapGet("/{id:guid}/archive", SendAsync).WithMetadata(new OwnWorkAttribute()).Produces<byte[]>(StatusCodes.Status200OK, "application/zip").WithSummary("The archive (ZIP), for a week");
    }

    private static async Task<Accepted<JobState>> OrderAsync(Exports exports, CancellationToken cancellation)
    {
        var job = (await exports.OrderAsync(cancellation)).JobId;
        return TypedResults.Accepted($"/api/v1/jobs/{job}", new JobState(job, JobStatus.Queued, 0, null, null));
    }

    private static async Task SendAsync(Guid id, HttpContext http, EnteredTenant entered, Exports exports, CancellationToken cancellation)
    {
        var export = await exports.OpenAsync(id, cancellation);
        await exports.SendAsync(export, Exports.NameOf(entered.Required.Slug, export), http.Response, cancellation);
    }
}
