using Microsoft.EntityFrameworkCore;
using Web.Audit;
using Web.Data;
using Web.Kernel;

namespace Web.Access.TwoFactor;

/// <summary>
/// Takes all second factors from somebody who lost them, so that the password alone lets them in once more; everything they
/// have open ends. Another owner or the operator does it, never the person without proof.
/// </summary>
internal sealed class FactorReset(AppDb db, FactorLetters letters, TimeProvider time)
{
    /// <exception cref="RefusalException">404: there is nobody of that id. 409: it is the owner who asks.</exception>
    public async Task ByAsync(CurrentMember owner, Guid member, CancellationToken cancellation)
    {
        owner.MustHave(Permission.OwnersManage);
        if (member == owner.Id) throw new RefusalException(409, "own_factor_reset");
        await ResetAsync(await db.Members.SingleOrDefaultAsync(one => one.Id == member, cancellation) ?? throw RefusalException.NotFound(), "By another owner:", cancellation);
    }

    /// <returns>False: nobody signs in by that address.</returns>
    public async Task<bool> ByOperatorAsync(string email, CancellationToken cancellation)
    {
        var normalized = Member.Normalize(email);
        if (await db.Members.SingleOrDefaultAsync(one => one.NormalizedEmail == normalized, cancellation) is not { } member) return false;
        await ResetAsync(member, "By the operator:", cancellation);
        return true;
    }

    private async Task ResetAsync(Member member, string by, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.Passkeys.Where(one => one.MemberId == member.Id).ExecuteDeleteAsync(cancellation);
        await db.RecoveryCodes.Where(one => one.MemberId == member.Id).ExecuteDeleteAsync(cancellation);
        await db.SecondSteps.Where(one => one.Id == member.Id).ExecuteDeleteAsync(cancellation);
        member.ChangeStamp();
        db.AuditEntries.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now), At = now, EventType = "security.second_factor_reset", EventCategory = "security", RiskLevel = "high", MemberId = db.Scope.MemberId,
            Entity = "member", EntityId = member.Id, Description = $"{by} {member.Email}", IpAddress = db.Scope.Address, UserAgent = db.Scope.UserAgent,
        });
        await letters.PostAsync(member.Id, FactorLetters.Reset, now, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}

internal static class FactorResetApi
{
    public static void MapFactorReset(this IEndpointRouteBuilder api) =>
        api.MapDelete("/tenant/users/{id:guid}/two-factor", ResetAsync).WithTags("Users").Requires(Permission.OwnersManage).RequiresRecentProof().Produces(StatusCodes.Status204NoContent)
            .WithSummary("Take the second factors from somebody who lost them");

    private static async Task<IResult> ResetAsync(Guid id, FactorReset reset, CurrentMember current, CancellationToken cancellation)
    {
        await reset.ByAsync(current, id, cancellation);
        return TypedResults.NoContent();
    }
}
