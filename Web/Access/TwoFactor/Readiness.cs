using Microsoft.EntityFrameworkCore;
using Web.Audit;
using Web.Data;
using Web.Tenancy;

namespace Web.Access.TwoFactor;

/// <summary>Who has a second factor and who has not, those who are not ready first.</summary>
internal sealed class Readiness(AppDb db, EnteredTenant entered, FactorLetters letters)
{
    public async Task<IReadOnlyList<ReadyRow>> EverybodyAsync(SecurityRules rules, CancellationToken cancellation)
    {
        var people = await db.Members.AsNoTracking().Where(member => member.DeactivatedAt == null)
            .Select(member => new
            {
                member.Id, member.Name, member.Email, member.CreatedAt,
                Authenticator = db.Set<SecondStep>().Any(step => step.Id == member.Id && step.ConfirmedAt != null),
                Passkeys = db.Set<Passkey>().Count(passkey => passkey.MemberId == member.Id),
                Reminded = db.Set<SecondStep>().Where(step => step.Id == member.Id).Select(step => step.RemindedAt).FirstOrDefault(),
            }).ToListAsync(cancellation);
        return [.. people
            .Select(one => new ReadyRow(one.Id, one.Name, one.Email, one.Authenticator, one.Passkeys, one.Authenticator || one.Passkeys > 0 ? null : rules.DueFor(one.CreatedAt), one.Reminded))
            .OrderBy(row => row.IsReady).ThenBy(row => row.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Reminds those of them who have a date to keep and heard nothing for a day.</summary>
    public async Task RemindAsync(IReadOnlyList<ReadyRow> people, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var one in people.Where(one => one.Due is not null && !(one.RemindedAt > now.AddDays(-1))))
        {
            var step = await db.SecondSteps.SingleOrDefaultAsync(row => row.Id == one.Id, cancellation) ?? db.SecondSteps.Add(SecondStep.Of(one.Id, now)).Entity;
            step.Reminded(now);
            db.Note(now, "security.second_factor_reminded", "security", detail: new() { Entity = "member", EntityId = one.Id });
            var day = TimeZoneInfo.ConvertTime(one.Due!.Value, entered.Required.Calendar.Zone).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            await letters.PostAsync(one.Id, FactorLetters.Remind, now, cancellation, day);
        }
    }
}

/// <param name="Due">When they must have a second factor; null: they have one, or nobody asks.</param>
internal sealed record ReadyRow(Guid Id, string Name, string Email, bool Authenticator, int Passkeys, DateTimeOffset? Due, DateTimeOffset? RemindedAt)
{
    public bool IsReady => Authenticator || Passkeys > 0;
}
