using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Web.Data;

namespace Web.Access.Links;

/// <summary>A link in a letter that opens one thing, once, for one member of one company. Only the hash of its secret is kept.</summary>
public sealed class OneTimeLink
{
    private OneTimeLink()
    {
    }

    public Guid Id { get; private init; }
    public Guid MemberId { get; private init; }

    /// <summary>What it opens; it opens nothing else.</summary>
    public string Purpose { get; private init; } = "";
    public byte[] TokenHash { get; private init; } = [];
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
    public DateTimeOffset? UsedAt { get; private set; }

    internal static (OneTimeLink Row, string Token) Make(Guid member, string purpose, TimeSpan life, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new OneTimeLink { Id = Guid.CreateVersion7(now), MemberId = member, Purpose = purpose, TokenHash = HashOf(token), CreatedAt = now, ExpiresAt = now + life }, token);
    }

    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

internal static class OneTimeLinks
{
    private const int TokenLength = 43;

    /// <summary>Makes a link and ends the earlier ones for the same thing.</summary>
    /// <returns>The secret for its address; it is nowhere else.</returns>
    public static async Task<string> IssueLinkAsync(this AppDb db, Guid member, string purpose, TimeSpan life, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.EndLinksAsync(member, purpose, now, cancellation);
        var (row, token) = OneTimeLink.Make(member, purpose, life, now);
        db.OneTimeLinks.Add(row);
        return token;
    }

    public static Task EndLinksAsync(this AppDb db, Guid member, string purpose, DateTimeOffset now, CancellationToken cancellation) =>
        db.OneTimeLinks.Where(link => link.MemberId == member && link.Purpose == purpose && link.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedAt, now), cancellation);

    /// <returns>Whose link it is, if it still opens this; it is not used up by looking.</returns>
    public static async Task<Guid?> FindLinkAsync(this AppDb db, string? token, string purpose, DateTimeOffset now, CancellationToken cancellation) =>
        await db.Open(token, purpose, now).Select(link => (Guid?)link.MemberId).SingleOrDefaultAsync(cancellation);

    /// <summary>Uses it up. Of several at the same moment one succeeds.</summary>
    public static async Task<bool> ClaimLinkAsync(this AppDb db, string? token, string purpose, DateTimeOffset now, CancellationToken cancellation) =>
        await db.Open(token, purpose, now).ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedAt, now), cancellation) == 1;

    private static IQueryable<OneTimeLink> Open(this AppDb db, string? token, string purpose, DateTimeOffset now)
    {
        var hash = OneTimeLink.HashOf(token is { Length: TokenLength } ? token : "");
        return db.OneTimeLinks.Where(link => link.TokenHash == hash && link.Purpose == purpose && link.UsedAt == null && link.ExpiresAt > now);
    }
}
