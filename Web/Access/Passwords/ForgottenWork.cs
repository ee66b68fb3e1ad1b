using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Access.Links;
using Web.Audit;
using Web.Data;
using Web.Jobs;
using Web.Mail;
using Web.Tenancy;

namespace Web.Access.Passwords;

/// <summary>
/// Somebody says that they forgot the password of an address. Whether there is such a member is found out here, after the
/// answer, so that neither its words nor its time can tell.
/// </summary>
internal sealed class ForgottenWork(AppDb db, TenantDirectory directory, TenantLinks links, TimeProvider time) : IJobWork
{
    public const string Kind = "access.password_forgotten";
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var order = run.Payload<Order>();
        if (await directory.FindAsync(db.TenantId, cancellation) is not { } tenant) return null;
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        if (await db.Members.SingleOrDefaultAsync(member => member.NormalizedEmail == order.Address && member.DeactivatedAt == null && member.PasswordHash != null, cancellation) is not { } member) return null;
        var now = time.GetUtcNow();
        var token = await db.IssueLinkAsync(member.Id, PasswordChange.ResetPurpose, Life, now, cancellation);
        db.Post(Letter.To(member.Email, member.Locale ?? tenant.Locale).About<AccessTexts>("Letter.ResetPassword", member.Name, tenant.Name, (int)Life.TotalMinutes)
            .Opening(links.To(tenant, "/reset-password", ("token", token))).UsefulFor(Life), now);
        db.Note(now, "auth.password_reset_asked", "auth", member.Id);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return null;
    }

    /// <param name="Address">Normalized.</param>
    internal sealed record Order(string Address);
}
