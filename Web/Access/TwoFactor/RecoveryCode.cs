using System.Security.Cryptography;
using System.Text;
using Web.Data;

namespace Web.Access.TwoFactor;

/// <summary>One of ten codes for the day the authenticator is gone. Good once; only a keyed hash of it is kept.</summary>
public sealed class RecoveryCode
{
    /// <summary>How many a member gets at once, and from how few on they are told to make new ones.</summary>
    public const int Count = 10, Low = 3;
    private const int Length = 16, Group = 4;
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // none that are mistaken for each other

    private RecoveryCode()
    {
    }

    public Guid Id { get; private init; }
    public Guid MemberId { get; private init; }
    public byte[] CodeHash { get; private init; } = [];
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? UsedAt { get; private init; }

    /// <summary>80 random bits, in groups of four.</summary>
    public static string Invent() => string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(part => new string(part)));

    public static RecoveryCode Of(Guid member, byte[] hash, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), MemberId = member, CodeHash = hash, CreatedAt = now };

    /// <summary>As typed by a person: hyphens, spaces and case do not matter. Null: it has not the form of one.</summary>
    public static string? Read(string text)
    {
        var plain = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return plain.Length == Length && plain.All(Letters.Contains) ? plain : null;
    }
}

/// <summary>What turns the secrets of a member's second step into what is stored: it fits that member of that company alone.</summary>
internal sealed class FactorSecrets(MasterKey master)
{
    private readonly SecretWrap wrap = new(master, "authenticator keys");
    private readonly byte[] pepper = master.Derive("recovery codes");

    public byte[] Close(byte[] key, Guid tenant, Guid member) => wrap.Close(Convert.ToHexString(key), Context(tenant, member));

    /// <exception cref="CryptographicException">It belongs to another member or company, or was changed.</exception>
    public byte[] Open(byte[] wrapped, Guid tenant, Guid member) => Convert.FromHexString(wrap.Open(wrapped, Context(tenant, member)));

    public byte[] HashOf(string plainCode, Guid tenant, Guid member) => HMACSHA256.HashData(pepper, Encoding.UTF8.GetBytes($"{Context(tenant, member)}/{plainCode}"));

    private static string Context(Guid tenant, Guid member) => $"{tenant:N}/{member:N}";
}
