using System.Net;

namespace Web.Access.Sessions;

public enum SessionKind { Browser, Program }

/// <summary>What somebody showed last to prove who they are. A code or a passkey is more than a password.</summary>
public enum Proof { Password, Code, RecoveryCode, Passkey }

/// <summary>One sign-in. Ending it ends its cookie, its access tokens and its refresh tokens.</summary>
public sealed class Session
{
    public static readonly TimeSpan BrowserLife = TimeSpan.FromDays(14);
    public static readonly TimeSpan ProgramLife = TimeSpan.FromDays(30);

    private Session()
    {
    }

    public Guid Id { get; private init; }
    public Guid MemberId { get; private init; }
    public SessionKind Kind { get; private init; }
    public string SecurityStamp { get; private set; } = "";
    public IPAddress? IpAddress { get; private init; }
    public string? UserAgent { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public Proof Proof { get; private init; }
    public DateTimeOffset ProvedAt { get; private init; }
    /// <summary>To the minute; see <see cref="LastUses"/>.</summary>
    public DateTimeOffset LastUsedAt { get; private set; }

    public static Session Begin(Member member, SessionKind kind, Proof proof, IPAddress? address, string? agent, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), MemberId = member.Id, Kind = kind, SecurityStamp = member.SecurityStamp, IpAddress = address, UserAgent = agent,
        CreatedAt = now, ExpiresAt = now + (kind == SessionKind.Browser ? BrowserLife : ProgramLife), Proof = proof, ProvedAt = now, LastUsedAt = now,
    };

    /// <summary>
    /// The same sign-in goes on under another id after its person proved once more who they are; a copy of the old cookie ends
    /// with this. It lives no longer than it would have.
    /// </summary>
    /// <param name="address">Where it was proved.</param>
    public Session Renew(Proof proof, IPAddress? address, DateTimeOffset now)
    {
        End(now);
        return new Session
        {
            Id = Guid.CreateVersion7(now), MemberId = MemberId, Kind = Kind, SecurityStamp = SecurityStamp, IpAddress = address, UserAgent = UserAgent,
            CreatedAt = CreatedAt, ExpiresAt = ExpiresAt, Proof = proof, ProvedAt = now, LastUsedAt = now,
        };
    }

    /// <summary>Outlasts a change of its member's stamp that ends all others.</summary>
    public void Outlast(Member member) => SecurityStamp = member.SecurityStamp;

    public bool IsLive(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    public void End(DateTimeOffset now) => EndedAt ??= now;

    public void Extend(DateTimeOffset now) => (ExpiresAt, LastUsedAt) = (now + ProgramLife, now);
}
