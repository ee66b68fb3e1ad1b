using System.Net;

namespace Web.Access.Sessions;

public enum SessionKind { Browser, Program }

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

    public static Session Begin(Member member, SessionKind kind, IPAddress? address, string? agent, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), MemberId = member.Id, Kind = kind, SecurityStamp = member.SecurityStamp, IpAddress = address, UserAgent = agent,
        CreatedAt = now, ExpiresAt = now + (kind == SessionKind.Browser ? BrowserLife : ProgramLife),
    };

    /// <summary>Outlasts a change of its member's stamp that ends all others.</summary>
    public void Outlast(Member member) => SecurityStamp = member.SecurityStamp;

    public bool IsLive(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    public void End(DateTimeOffset now) => EndedAt ??= now;

    public void Extend(DateTimeOffset now) => ExpiresAt = now + ProgramLife;
}
