using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Access.TwoFactor;

internal sealed class SecondStepTable : IEntityTypeConfiguration<SecondStep>
{
    public void Configure(EntityTypeBuilder<SecondStep> builder) => builder.KeyedInTenant("second_steps");
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder) => builder.KeyedInTenant("recovery_codes");
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder) => builder.KeyedInTenant("passkeys");
}

internal sealed class SecurityRulesTable : IEntityTypeConfiguration<SecurityRules>
{
    public void Configure(EntityTypeBuilder<SecurityRules> builder) => builder.KeyedInTenant("security_rules");
}

public static class TwoFactorSets
{
    extension(AppDb db)
    {
        public DbSet<SecondStep> SecondSteps => db.Set<SecondStep>();
        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();
        public DbSet<Passkey> Passkeys => db.Set<Passkey>();
        public DbSet<SecurityRules> SecurityRules => db.Set<SecurityRules>();
    }
}
