using System.Text.Json.Nodes;
using Web.Data;
using Web.Jobs;
using Web.Tenancy;

namespace Web.Site.SignUp;

/// <summary>Erases a company whose owner never opened the letter, a week after it was signed up. One that was proven is left alone.</summary>
internal sealed class UnprovenWork(AppDb db) : IJobWork
{
    public const string Kind = "site.erase_unproven";

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        await db.EraseUnprovenAsync(cancellation);
        await work.CommitAsync(cancellation);
        return null;
    }
}

internal static class UnprovenCompanies
{
    public static void OrderErasure(this AppDb db, DateTimeOffset due, DateTimeOffset now) => db.EnqueueForCompany(UnprovenWork.Kind, new { }, now, due);
}
