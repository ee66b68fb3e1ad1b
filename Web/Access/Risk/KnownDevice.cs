using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Access.Risk;

/// <summary>A browser from which somebody signed in before.</summary>
public sealed class KnownDevice
{
    public const int MostPerMember = 20;

    private KnownDevice()
    {
    }

    public Guid Id { get; private init; }
    public Guid MemberId { get; private init; }
    public byte[] SecretHash { get; private set; } = [];
    public string? UserAgent { get; private set; }
    public DateTimeOffset FirstSeenAt { get; private init; }
    public DateTimeOffset LastSeenAt { get; private set; }

    public static KnownDevice Of(Guid member, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), MemberId = member, FirstSeenAt = now };

    /// <summary>Here again, with a new secret: a copy of the old one is worth nothing from now on.</summary>
    public void Seen(byte[] secretHash, string? agent, DateTimeOffset now) => (SecretHash, UserAgent, LastSeenAt) = (secretHash, agent, now);

    public static byte[] HashOf(byte[] secret) => SHA256.HashData(secret);
}

internal sealed class KnownDeviceTable : IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<KnownDevice> builder) => builder.KeyedInTenant("known_devices");
}

internal sealed class RiskRulesTable : IEntityTypeConfiguration<RiskRules>
{
    public void Configure(EntityTypeBuilder<RiskRules> builder)
    {
        builder.KeyedInTenant("risk_rules");
        builder.Property(rules => rules.NotifyFrom).HasConversion<WordConverter<RiskLevel>>();
        builder.Property(rules => rules.AskFrom).HasConversion<WordConverter<RiskLevel>>();
        builder.Property(rules => rules.RefuseFrom).HasConversion<WordConverter<RiskLevel>>();
    }
}

public static class RiskSets
{
    extension(AppDb db)
    {
        public DbSet<KnownDevice> KnownDevices => db.Set<KnownDevice>();
        public DbSet<RiskRules> RiskRules => db.Set<RiskRules>();

        /// <summary>What the company does about risk; nothing where it has decided nothing.</summary>
        internal async Task<RiskRules> RulesOnRiskAsync(CancellationToken cancellation) => await db.RiskRules.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? Risk.RiskRules.None;
    }
}
