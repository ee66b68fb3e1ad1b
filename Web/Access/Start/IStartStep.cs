using Microsoft.EntityFrameworkCore;
using Web.Access.Invitations;
using Web.Access.TwoFactor;
using Web.Data;

namespace Web.Access.Start;

/// <summary>One of the first things that a new company does. Whether it is done is seen from the data, never ticked by hand.</summary>
public interface IStartStep
{
    /// <summary>Where it stands among the others, from 1.</summary>
    int Place { get; }

    /// <summary>Its words are <c>Start.{Key}</c> and <c>Start.{Key}.Why</c>.</summary>
    string Key { get; }

    string Href { get; }

    Task<bool> IsDoneAsync(AppDb db, Guid member, CancellationToken cancellation);
}

internal sealed class InviteStep : IStartStep
{
    public int Place => 1;
    public string Key => "Invite";
    public string Href => "/settings/members/invite";

    public async Task<bool> IsDoneAsync(AppDb db, Guid member, CancellationToken cancellation) =>
        await db.Members.AnyAsync(one => one.Id != member, cancellation) || await db.Invitations.AnyAsync(cancellation);
}

internal sealed class SecureStep : IStartStep
{
    public int Place => 4;
    public string Key => "Secure";
    public string Href => "/settings/security";

    public Task<bool> IsDoneAsync(AppDb db, Guid member, CancellationToken cancellation) => db.HasSecondFactorAsync(member, cancellation);
}
