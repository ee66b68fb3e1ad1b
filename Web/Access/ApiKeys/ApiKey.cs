using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Web.Audit;

namespace Web.Access.ApiKeys;

/// <summary>
/// A key by which a program speaks for the member who made it: <c>tsu_{name}{tenant}{secret}</c>, 256 random bits beyond what is
/// shown of it. Only its hash is kept. It may never do more than its maker may now.
/// </summary>
public sealed class ApiKey : IRecorded
{
    public const string Mark = "tsu_";
    public const int LongestName = 100, MostPerMember = 50, MostCallsPerMinute = 100_000;
    /// <summary>How many days before its end a letter tells of it.</summary>
    public static IReadOnlyList<short> DaysBefore { get; } = [7, 1];
    private const int NameBytes = 6, TenantStart = 12, SecretStart = 34, Length = 77;
    private string? happening;

    private ApiKey()
    {
    }

    public Guid Id { get; private init; }
    public Guid MemberId { get; private init; }
    public string Name { get; private init; } = "";
    /// <summary>How the key begins; enough to tell it from others, useless without the rest.</summary>
    public string Prefix { get; private init; } = "";
    [NotRecorded] public byte[] KeyHash { get; private init; } = [];
    public Role Role { get; private init; }
    /// <summary>The permissions that it is limited to; null: all of its role.</summary>
    public List<string>? Scopes { get; private init; }
    /// <summary>Calls in a minute; null: as the installation has it.</summary>
    public int? RateLimit { get; private init; }
    [NotRecorded] public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? ExpiresAt { get; private init; }
    /// <summary>To the minute.</summary>
    [NotRecorded] public DateTimeOffset? LastUsedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }
    /// <summary>How many days before its end was last told of by a letter, or need not be told of; null: it was not yet.</summary>
    [NotRecorded] public short? EndTold { get; private set; }

    public string EntityName => "api_key";
    public string EventCategory => "access";

    /// <returns>The row, and the key's text in the only moment that it exists.</returns>
    public static (ApiKey Row, string Text) Make(Guid tenant, Guid member, ApiKeyWish wish, DateTimeOffset now)
    {
        var name = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NameBytes));
        var text = $"{Mark}{name}{Base64Url.EncodeToString(tenant.ToByteArray())}{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";
        var row = new ApiKey
        {
            Id = Guid.CreateVersion7(now), MemberId = member, Name = wish.Name, Prefix = Mark + name, KeyHash = HashOf(text), Role = wish.Role,
            Scopes = wish.Scopes?.ToList(), RateLimit = wish.RateLimit, CreatedAt = now, ExpiresAt = wish.ExpiresAt,
        };
        row.PassWarnings(now); // whoever makes a key for three days need not be told that it has less than a week
        return (row, text);
    }

    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null) return;
        RevokedAt = now;
        happening = "revoked";
    }

    /// <summary>When the next letter on its end is due; null: there is none to come.</summary>
    public DateTimeOffset? NextWarning => RevokedAt is null && ExpiresAt is { } end && DaysBefore.FirstOrDefault(days => EndTold is null || days < EndTold) is > 0 and var next ? end.AddDays(-next) : null;

    /// <returns>Whether a letter is due now; it is then taken as sent, and so are those of before it.</returns>
    public bool Warn(DateTimeOffset now) => !IsExpired(now) && PassWarnings(now);

    private bool PassWarnings(DateTimeOffset now)
    {
        var before = EndTold;
        while (NextWarning <= now) EndTold = DaysBefore.First(days => EndTold is null || days < EndTold);
        return EndTold != before;
    }

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;

    public string? TakeHappening()
    {
        var taken = happening;
        happening = null;
        return taken;
    }

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>The tenant that a key says it is of; null: it is no key of ours.</summary>
    public static Guid? TenantOf(string text)
    {
        Span<byte> id = stackalloc byte[16];
        return text.Length == Length && text.StartsWith(Mark, StringComparison.Ordinal)
            && Base64Url.TryDecodeFromChars(text.AsSpan(TenantStart, SecretStart - TenantStart), id, out var written) && written == 16 ? new Guid(id) : null;
    }
}

/// <summary>What somebody asks of a new key, once it has been checked.</summary>
public sealed record ApiKeyWish(string Name, Role Role, IReadOnlyList<string>? Scopes = null, DateTimeOffset? ExpiresAt = null, int? RateLimit = null);
