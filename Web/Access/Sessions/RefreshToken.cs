using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Web.Access.Sessions;

/// <summary>
/// Good for one new pair of tokens. Its text names its tenant (<c>tsr_{tenant}{secret}</c>); only its hash is kept.
/// One that comes back after it was used has been stolen somewhere: its session ends.
/// </summary>
public sealed class RefreshToken
{
    private const string Prefix = "tsr_";

    private RefreshToken()
    {
    }

    public Guid Id { get; private init; }
    public Guid SessionId { get; private init; }
    public byte[] TokenHash { get; private init; } = [];
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
    public DateTimeOffset? UsedAt { get; private set; }

    public static (RefreshToken Row, string Text) Issue(Session session, Guid tenant, DateTimeOffset now)
    {
        var text = $"{Prefix}{tenant:N}{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";
        var row = new RefreshToken
        {
            Id = Guid.CreateVersion7(now), SessionId = session.Id, TokenHash = HashOf(text), CreatedAt = now, ExpiresAt = now + Session.ProgramLife,
        };
        return (row, text);
    }

    public bool Use(DateTimeOffset now)
    {
        if (UsedAt is not null || now >= ExpiresAt) return false;
        UsedAt = now;
        return true;
    }

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    public static Guid? TenantOf(string? text) =>
        text is { Length: > 36 and < 200 } && text.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(text.AsSpan(4, 32), "N", out var id) ? id : null;
}
