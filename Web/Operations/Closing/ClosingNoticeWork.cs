using System.Text.Json.Nodes;
using Web.Access.Company;
using Web.Data;
using Web.Jobs;

namespace Web.Operations.Closing;

/// <summary>Tells the owners once more, some days before the end.</summary>
internal sealed class ClosingNoticeWork(AppDb db, CompanyClosing closing, TimeProvider time) : IJobWork
{
    public const string Kind = "company.closing_notice";

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var (company, now) = (await db.CompanyAsync(hold: false, cancellation), time.GetUtcNow());
        if (!company.ClosesAt(run.Payload<CompanyClosing.Term>().End) || company.EraseAt <= now) return null;
        await closing.TellOwnersAsync("Letter.ClosingSoon", company.EraseAt!.Value, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return null;
    }
}

internal static class ClosingTerm
{
    /// <summary>Whether it is this end that the company is closed for; the database keeps microseconds.</summary>
    public static bool ClosesAt(this CompanyRow company, DateTimeOffset end) => company.EraseAt is { } at && (at - end).Duration() < TimeSpan.FromMilliseconds(1);
}
