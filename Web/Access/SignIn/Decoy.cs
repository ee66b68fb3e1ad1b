using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Access.SignIn;

/// <summary>The tries on an address that belongs to nobody, as an account of that address would count them. Of the address only a keyed hash is kept.</summary>
public sealed class Decoy
{
    private Decoy()
    {
    }

    public Guid Id { get; private init; }
    public int Failures { get; private set; }
    public DateTimeOffset FailedAt { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>The same address in another company is another decoy.</summary>
    public static Guid IdOf(byte[] key, Guid tenant, string normalizedEmail) =>
        new(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{tenant:N}\n{normalizedEmail}")).AsSpan(0, 16));

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <returns>How many tries remain; at none it is locked from now on.</returns>
    public int Fail(DateTimeOffset now, int most, TimeSpan span)
    {
        (Failures, FailedAt) = (WrongPasswords.After(Failures, FailedAt, now, span), now);
        if (Failures < most) return most - Failures;
        (Failures, LockedUntil) = (0, now + span);
        return 0;
    }
}

/// <summary>How wrong passwords are counted, whether there is such an account or not: after a span without any they are forgotten.</summary>
internal static class WrongPasswords
{
    public static int After(int before, DateTimeOffset? last, DateTimeOffset now, TimeSpan span) => last > now - span ? before + 1 : 1;
}

internal sealed class DecoyTable : IEntityTypeConfiguration<Decoy>
{
    public void Configure(EntityTypeBuilder<Decoy> builder) => builder.KeyedInTenant("decoys");
}
