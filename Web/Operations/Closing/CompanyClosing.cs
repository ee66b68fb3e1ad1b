using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.Company;
using Web.Audit;
using Web.Data;
using Web.Jobs;
using Web.Kernel;
using Web.Mail;
using Web.Tenancy;

namespace Web.Operations.Closing;

/// <summary>
/// Closes a company for good: from now on only its owners come in, to change their mind or to take everything away; when the
/// time to think is over, a job erases all of it.
/// </summary>
internal sealed class CompanyClosing(AppDb db, TenantDirectory directory, TenantLinks links, TimeProvider time)
{
    public const int UsualDays = 30, MostDays = 90;
    private static readonly TimeSpan Notice = TimeSpan.FromDays(3);

    /// <summary>In a unit of work of its own; every instance hears of it.</summary>
    /// <param name="address">The company's name in its address, typed once more.</param>
    /// <exception cref="RefusalException">422: the name is another, or the days are too many; 409: it is being closed already.</exception>
    public async Task BeginAsync(string? address, int? days, CancellationToken cancellation)
    {
        await using (var work = await db.BeginAsync(readOnly: false, cancellation))
        {
            var (company, now) = (await db.CompanyAsync(hold: true, cancellation), time.GetUtcNow());
            if (company.Status != TenantStatus.Active) throw new RefusalException(409, "closing_already");
            List<Fault> faults = [];
            if (!string.Equals(address?.Trim(), company.Slug, StringComparison.OrdinalIgnoreCase)) faults.Add(new Fault("address", "closing_address", company.Slug));
            if (days is not (>= 1 and <= MostDays)) faults.Add(new Fault("days", "out_of_range", 1, MostDays));
            if (faults.Count > 0) throw RefusalException.Invalid(faults);
            var end = now.AddDays(days!.Value);
            await db.Database.ExecuteSqlAsync($"update app.tenants set status = 'closing', closing_since = {now}, erase_at = {end} where tenant_id = {db.TenantId}", cancellation);
            db.Note(now, "organization.closing_begun", "tenant", description: FormattableString.Invariant($"{days} days"), risk: "high");
            await TellOwnersAsync("Letter.Closing", end, now, cancellation);
            var notice = end - Notice > now ? end - Notice : now + (end - now) / 2;
            db.EnqueueForCompany(ClosingNoticeWork.Kind, new Term(end), now, notice);
            db.EnqueueForCompany(EraseWork.Kind, new Term(end), now, end);
            await db.SaveChangesAsync(cancellation);
            await work.CommitAsync(cancellation);
        }
        directory.Forget(db.TenantId);
    }

    /// <summary>An owner changes their mind, until the last moment.</summary>
    /// <exception cref="RefusalException">409: it is not being closed, or it is too late.</exception>
    public async Task RevokeAsync(CancellationToken cancellation)
    {
        await using (var work = await db.BeginAsync(readOnly: false, cancellation))
        {
            var (company, now) = (await db.CompanyAsync(hold: true, cancellation), time.GetUtcNow());
            if (company.Status != TenantStatus.Closing || company.EraseAt <= now) throw new RefusalException(409, "closing_over");
            await db.Database.ExecuteSqlAsync($"update app.tenants set status = 'active', closing_since = null, erase_at = null where tenant_id = {db.TenantId}", cancellation);
            db.Note(now, "organization.closing_revoked", "tenant", risk: "medium");
            await TellOwnersAsync("Letter.Reopened", now, now, cancellation);
            await db.SaveChangesAsync(cancellation);
            await work.CommitAsync(cancellation);
        }
        directory.Forget(db.TenantId);
    }

    /// <summary>Every owner hears of it, in their own language, in the unit of work that is open.</summary>
    internal async Task TellOwnersAsync(string letter, DateTimeOffset end, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await directory.FindAsync(db.TenantId, cancellation) is not { } company) return;
        var day = Ui.Days.Iso(company.Calendar.DateOf(end));
        foreach (var owner in await db.Members.AsNoTracking().Where(member => member.Role == Role.Owner && member.DeactivatedAt == null).ToListAsync(cancellation))
            if (EmailAddress.IsValid(owner.Email))
                db.Post(Letter.To(owner.Email, owner.Locale ?? company.Locale).About<OperationsTexts>(letter, company.Name, day).Opening(links.To(company, "/settings/close")), now);
    }

    /// <summary>Which end a job was ordered for: a closing that was revoked and begun anew has another.</summary>
    internal sealed record Term(DateTimeOffset End);
}
