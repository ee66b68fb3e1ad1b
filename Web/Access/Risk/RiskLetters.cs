using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Web.Access.Links;
using Web.Access.Log;
using Web.Access.Sessions;
using Web.Data;
using Web.Kernel;
using Web.Mail;
using Web.Tenancy;

namespace Web.Access.Risk;

/// <summary>Tells people of a risky sign-in, and asks one whether it was them.</summary>
internal sealed class RiskLetters(AppDb db, EnteredTenant entered, TenantDirectory directory, TenantLinks links)
{
    public const string Purpose = "risk.sign_in", Address = "/sign-in/mail";
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>To the person and to every owner, each in their own language.</summary>
    public async Task TellAsync(Member member, RiskScore risk, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await CompanyAsync(cancellation) is not { } company) return;
        var owners = await db.Members.AsNoTracking().Where(one => one.Role == Role.Owner && one.DeactivatedAt == null && one.Id != member.Id).ToListAsync(cancellation);
        foreach (var reader in owners.Append(member).Where(one => EmailAddress.IsValid(one.Email)))
        {
            var locale = reader.Locale ?? company.Locale;
            var words = new LetterWords(typeof(LogTexts), locale);
            var reasons = string.Join(locale == "ja" ? "、" : ", ", risk.Reasons.Select(reason => words.Say("Reason." + reason)));
            var at = TimeZoneInfo.ConvertTime(now, company.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            db.Post(Letter.To(reader.Email, locale).About<RiskTexts>("Letter.Risk", company.Name, member.Name, at, db.Scope.Address?.MapToPlain() ?? "?", reasons)
                .Opening(links.To(company, reader.Id == member.Id ? "/settings/sessions" : "/settings/audit")), now);
        }
    }

    /// <summary>A link that lets the sign-in go on, in the browser that began it and in no other.</summary>
    public async Task AskAsync(Member member, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await CompanyAsync(cancellation) is not { } company || !EmailAddress.IsValid(member.Email)) return;
        var token = await db.IssueLinkAsync(member.Id, Purpose, Life, now, cancellation);
        db.Post(Letter.To(member.Email, member.Locale ?? company.Locale).About<RiskTexts>("Letter.Ask", company.Name, (int)Life.TotalMinutes).Opening(links.To(company, Address, ("token", token))).UsefulFor(Life), now);
    }

    private async Task<Tenant?> CompanyAsync(CancellationToken cancellation) => entered.Tenant ?? await directory.FindAsync(db.TenantId, cancellation);
}
