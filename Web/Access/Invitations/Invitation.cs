using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Web.Audit;
using Web.Kernel;

namespace Web.Access.Invitations;

/// <summary>A letter that lets one person in, once, within a week, at this company's own address. Of its secret only the hash is kept.</summary>
public sealed class Invitation : IRecorded
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);
    private string? happening;

    private Invitation()
    {
    }

    public Guid Id { get; private init; }
    public string Email { get; private init; } = "";
    [NotRecorded] public string NormalizedEmail { get; private init; } = "";
    public Role Role { get; private init; }
    public Guid? TeamId { get; private init; }
    public string Locale { get; private init; } = "";
    [NotRecorded] public byte[] TokenHash { get; private set; } = [];
    public Guid? InvitedBy { get; private set; }
    [NotRecorded] public DateTimeOffset CreatedAt { get; private init; }
    [NotRecorded] public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public string EntityName => "invitation";
    public string EventCategory => "access";

    /// <returns>The invitation, and the secret that stands in its link and nowhere else.</returns>
    /// <exception cref="RefusalException">403: the role is not below that of the one who invites.</exception>
    public static (Invitation Invitation, string Token) Write(string email, Role role, Guid? team, string locale, Member by, DateTimeOffset now)
    {
        by.MustGrant(role);
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now), Email = email, NormalizedEmail = Member.Normalize(email), Role = role, TeamId = team, Locale = locale, CreatedAt = now,
        };
        return (invitation, invitation.Send(by, now));
    }

    /// <summary>Sends it once more: the link of the earlier letter ends.</summary>
    /// <inheritdoc cref="Write"/>
    public string Resend(Member by, DateTimeOffset now)
    {
        by.MustGrant(Role);
        happening = "resent";
        return Send(by, now);
    }

    /// <inheritdoc cref="Write"/>
    public void Revoke(Member by, DateTimeOffset now)
    {
        by.MustGrant(Role);
        RevokedAt ??= now;
        happening = "revoked";
    }

    public bool IsPending => AcceptedAt is null && RevokedAt is null;

    public bool IsOpen(DateTimeOffset now) => IsPending && now < ExpiresAt;

    public void Accept(DateTimeOffset now)
    {
        AcceptedAt = now;
        happening = "accepted";
    }

    public string? TakeHappening()
    {
        var taken = happening;
        happening = null;
        return taken;
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private string Send(Member by, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        (TokenHash, InvitedBy, SentAt, ExpiresAt) = (HashOf(token), by.Id, now, now + Life);
        return token;
    }
}
