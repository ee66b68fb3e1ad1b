using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Jobs;
using Web.Kernel;
using Web.Mail;
using Web.Tenancy;

namespace Web.Access.ApiKeys;

/// <summary>
/// Tells of the keys that end soon, each time once: whoever made one, and the owners where that person can be told nothing any more.
/// It comes back for the next, as long as there is one.
/// </summary>
internal sealed class KeyEndWork(AppDb db, TenantDirectory directory, TenantLinks links, TimeProvider time) : IJobWork
{
    public const string Kind = "access.key_ends";

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await directory.FindAsync(db.TenantId, cancellation) is not { } company) return null;
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var keys = await db.ApiKeys
            .FromSql($"select * from app.api_keys where tenant_id = {db.TenantId} and revoked_at is null and expires_at > {now} order by id for update").ToListAsync(cancellation);
        var told = 0;
        foreach (var key in keys.Where(key => key.Warn(now)))
        {
            await TellAsync(company, key, now, cancellation);
            told++;
        }
        await db.OrderKeyWarningAsync(keys.Min(key => key.NextWarning), now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return new JsonObject { ["told"] = told };
    }

    private async Task TellAsync(Tenant company, ApiKey key, DateTimeOffset now, CancellationToken cancellation)
    {
        var maker = await db.Members.AsNoTracking().SingleAsync(member => member.Id == key.MemberId, cancellation);
        var end = TimeZoneInfo.ConvertTime(key.ExpiresAt!.Value, company.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var own = CanBeTold(maker);
        var readers = own ? [maker] : await db.Members.AsNoTracking().Where(member => member.Role == Role.Owner).ToListAsync(cancellation);
        foreach (var reader in readers.Where(CanBeTold))
            db.Post(Letter.To(reader.Email, reader.Locale ?? company.Locale).About<ApiKeysTexts>(own ? "Letter.KeyEnds" : "Letter.KeyEndsOfGone", company.Name, key.Name, end, $"{key.Prefix}…", maker.Name)
                .Opening(links.To(company, "/settings/api-keys")).UsefulFor(key.ExpiresAt.Value - now), now);
    }

    private static bool CanBeTold(Member member) => member.IsActive && EmailAddress.IsValid(member.Email);
}

internal static class KeyWarnings
{
    /// <summary>Orders the next look, unless one waits that comes soon enough.</summary>
    public static async Task OrderKeyWarningAsync(this AppDb db, DateTimeOffset? due, DateTimeOffset now, CancellationToken cancellation)
    {
        if (due is { } at && !await db.Jobs.AnyAsync(job => job.Kind == KeyEndWork.Kind && job.Status == JobStatus.Queued && job.DueAt <= at, cancellation))
            db.EnqueueForCompany(KeyEndWork.Kind, new JsonObject(), now, at);
    }
}
