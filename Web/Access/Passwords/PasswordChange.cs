using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Web.Access.Links;
using Web.Access.Sessions;
using Web.Access.SignIn;
using Web.Audit;
using Web.Data;
using Web.Kernel;
using Web.Mail;
using Web.Tenancy;

namespace Web.Access.Passwords;

/// <summary>Gives somebody a new password: every other session ends, open links for a new one end, and a letter says so.</summary>
internal sealed class PasswordChange(AppDb db, PasswordHash hash, PasswordGate gate, LiveSessions live, EnteredTenant entered, TenantLinks links, TimeProvider time)
{
    public const string ResetPurpose = "reset_password";

    /// <summary>Outside any transaction: it takes its place at the gate.</summary>
    public async Task<string> HashAsync(string password, CancellationToken cancellation)
    {
        using var place = await gate.EnterAsync(cancellation);
        return hash.HashPassword(null!, password);
    }

    public Fault? FaultOf(string field, string? password, Member member) =>
        PasswordPolicy.FaultOf(field, password, member.Email, member.Name, entered.Required.Name, entered.Required.Slug);

    /// <summary>In the unit of work that is open.</summary>
    /// <param name="keep">The session that goes on, if one does.</param>
    public async Task SetAsync(Member member, string hashed, Guid? keep, string happening, CancellationToken cancellation)
    {
        var (now, tenant) = (time.GetUtcNow(), entered.Required);
        (member.PasswordHash, member.AccessFailedCount, member.LockoutEnd) = (hashed, 0, null);
        member.ChangeStamp();
        foreach (var session in await db.Sessions.Where(session => session.MemberId == member.Id && session.EndedAt == null).ToListAsync(cancellation))
        {
            if (session.Id == keep) session.Outlast(member);
            else session.End(now);
            live.Forget(tenant.Id, session.Id);
        }
        await db.EndLinksAsync(member.Id, ResetPurpose, now, cancellation);
        db.Note(now, happening, "auth", member.Id, risk: "medium");
        var when = TimeZoneInfo.ConvertTime(now, tenant.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        db.Post(Letter.To(member.Email, member.Locale ?? tenant.Locale).About<AccessTexts>("Letter.PasswordChanged", member.Name, tenant.Name, when)
            .Opening(links.To(tenant, "/forgot-password")), now);
        await db.SaveChangesAsync(cancellation);
    }
}
