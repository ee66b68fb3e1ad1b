using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Kernel;
using Web.Mail;
using Web.Tenancy;

namespace Web.Access.TwoFactor;

/// <summary>Tells people by mail what happened to their second factor, so that they notice what was not them.</summary>
internal sealed class FactorLetters(AppDb db, EnteredTenant entered, TenantDirectory directory, TenantLinks links)
{
    public const string Added = "Letter.FactorAdded", Removed = "Letter.FactorRemoved", Reset = "Letter.FactorReset",
        RecoveryCodeUsed = "Letter.RecoveryCodeUsed", Locked = "Letter.FactorLocked", Remind = "Letter.FactorRemind";

    /// <summary>Posts it in the unit of work that causes it.</summary>
    public async Task PostAsync(Guid member, string key, DateTimeOffset now, CancellationToken cancellation, params object[] arguments)
    {
        var reader = await db.Members.AsNoTracking().Where(one => one.Id == member).Select(one => new { one.Email, one.Locale }).SingleAsync(cancellation);
        var company = entered.Tenant ?? await directory.FindAsync(db.TenantId, cancellation); // a request knows it, and needs no second connection for it
        if (company is null || !EmailAddress.IsValid(reader.Email)) return;
        db.Post(Letter.To(reader.Email, reader.Locale ?? company.Locale).About<TwoFactorTexts>(key, [company.Name, .. arguments]).Opening(links.To(company, "/settings/security")), now);
    }
}
