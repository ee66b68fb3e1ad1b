using Microsoft.AspNetCore.Identity;

namespace Web.Access.TwoFactor;

/// <summary>A key pair in somebody's device or password vault; this is the public half. It opens this company's address alone.</summary>
public sealed class Passkey
{
    public const int LongestName = 60, MostPerMember = 20;

    private Passkey()
    {
    }

    public Guid Id { get; private init; }
    public Guid MemberId { get; private init; }
    public string Name { get; private set; } = "";
    public byte[] CredentialId { get; private init; } = [];
    public byte[] PublicKey { get; private init; } = [];
    public long SignCount { get; private set; }
    public string[] Transports { get; private init; } = [];
    public bool UserVerified { get; private set; }
    public bool BackupEligible { get; private init; }
    public bool BackedUp { get; private set; }
    public byte[] AttestationObject { get; private init; } = [];
    public byte[] ClientDataJson { get; private init; } = [];
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static Passkey Of(Guid member, string name, UserPasskeyInfo made, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), MemberId = member, Name = name, CredentialId = made.CredentialId, PublicKey = made.PublicKey,
        SignCount = made.SignCount, Transports = made.Transports ?? [], UserVerified = made.IsUserVerified, BackupEligible = made.IsBackupEligible,
        BackedUp = made.IsBackedUp, AttestationObject = made.AttestationObject, ClientDataJson = made.ClientDataJson, CreatedAt = now,
    };

    public void Rename(string name) => Name = name;

    public void Update(UserPasskeyInfo seen) => (SignCount, UserVerified, BackedUp) = (seen.SignCount, seen.IsUserVerified, seen.IsBackedUp);

    public UserPasskeyInfo ToInfo() => new(
        CredentialId, PublicKey, CreatedAt, (uint)SignCount, Transports, UserVerified, BackupEligible, BackedUp, AttestationObject, ClientDataJson)
    {
        Name = Name,
    };
}
